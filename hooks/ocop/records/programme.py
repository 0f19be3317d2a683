"""The programme: the plan of 2019, its targets and the results that sources report."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from ocop.fields import About, Choice, Facts, Id, Line, LongLine, Name, Number, Ref, When, Whole, YesNo
from ocop.records.base import ABOUT_ENGLISH, EnglishNote, Sources

Count = Annotated[int, Whole(0, 10_000_000)]


class NamedEnglish(EnglishNote):
    """The English of a name and a note."""

    name: Annotated[
        LongLine | None,
        About(
            vi="Tên tiếng Anh",
            en="English name",
            hint="Tên dùng trên trang tiếng Anh.",
            hint_en="The name on the English pages.",
        ),
    ] = None


class Plan(Facts):
    """The plan whose targets are counted."""

    name: Annotated[
        LongLine,
        About(vi="Tên đề án", en="Name", hint="Tên đầy đủ của đề án.", hint_en="The plan's full name."),
    ]
    note: Annotated[
        LongLine | None,
        About(
            vi="Ghi chú",
            en="Note",
            hint="Một dòng, được đăng cạnh mục này.",
            hint_en="One line, published beside this entry.",
        ),
    ] = None
    en: Annotated[
        NamedEnglish | None,
        ABOUT_ENGLISH,
    ] = None
    sources: Sources = ()


class Measure(Facts):
    """What is counted, in words."""

    id: Annotated[
        Id,
        About(
            vi="Mã",
            en="Id",
            hint="Chữ thường không dấu, chữ số, gạch nối; mục tiêu và kết quả gọi bằng mã này.",
            hint_en="Lower-case letters, digits, hyphens; targets and results name it by this.",
        ),
    ]
    name: Annotated[
        Name,
        About(
            vi="Tên", en="Name", hint="Đếm cái gì, bằng vài chữ.", hint_en="What is counted, in a few words."
        ),
    ]
    en: Annotated[
        Name | None,
        About(
            vi="Tên tiếng Anh",
            en="English name",
            hint="Tên dùng trên trang tiếng Anh.",
            hint_en="The name on the English pages.",
        ),
    ] = None
    unit: Annotated[
        Line | None,
        About(vi="Đơn vị", en="Unit", hint="Như “sản phẩm”, “%”.", hint_en="Such as “sản phẩm” or “%”."),
    ] = None


class StarCounts(Facts):
    """Counts by star."""

    three: Annotated[
        Count | None,
        Field(alias="3"),
        About(vi="3 sao", en="3 stars", hint="Số sản phẩm 3 sao.", hint_en="How many have 3 stars."),
    ] = None
    four: Annotated[
        Count | None,
        Field(alias="4"),
        About(vi="4 sao", en="4 stars", hint="Số sản phẩm 4 sao.", hint_en="How many have 4 stars."),
    ] = None
    five: Annotated[
        Count | None,
        Field(alias="5"),
        About(vi="5 sao", en="5 stars", hint="Số sản phẩm 5 sao.", hint_en="How many have 5 stars."),
    ] = None

    def of(self, stars: int) -> int | None:
        """Give the count of one star level, None where the source gives none."""
        return {3: self.three, 4: self.four, 5: self.five}[stars]


class Target(Facts):
    """What was promised for the end of a year; ``further`` means on top of the years before."""

    measure: Annotated[
        Ref,
        About(vi="Chỉ tiêu", en="Measure", hint="Mã một chỉ tiêu ở trên.", hint_en="Id of a measure above."),
    ]
    period: Annotated[
        int,
        Whole(2000, 2100),
        About(vi="Đến năm", en="By the end of", hint="Năm, bốn chữ số.", hint_en="The year, in four digits."),
    ]
    at_least: Annotated[
        float,
        Number(0, 10_000_000),
        About(
            vi="Ít nhất",
            en="At least",
            hint="Con số đề án hẹn đạt.",
            hint_en="The figure that the plan promises.",
        ),
    ]
    unit: Annotated[
        Line | None,
        About(
            vi="Đơn vị",
            en="Unit",
            hint="Chỉ ghi khi khác đơn vị của chỉ tiêu.",
            hint_en="Only where it is not the measure's own.",
        ),
    ] = None
    further: Annotated[
        YesNo,
        About(
            vi="Thêm so với kỳ trước",
            en="Further to those before",
            hint="true nếu con số là phần thêm vào các kỳ trước.",
            hint_en="true where the figure comes on top of earlier periods.",
        ),
    ] = False
    cumulative: Annotated[
        YesNo,
        About(
            vi="Lũy kế",
            en="Cumulative",
            hint="true nếu con số tính dồn từ đầu đề án.",
            hint_en="true where the figure counts from the plan's beginning.",
        ),
    ] = False
    new_in_period: Annotated[
        Count | None,
        About(
            vi="Mới trong kỳ",
            en="New in the period",
            hint="Trong đó bao nhiêu là mới của kỳ này.",
            hint_en="How many of them are new in the period.",
        ),
    ] = None
    set_on: Annotated[
        When | None,
        About(
            vi="Đặt ra ngày",
            en="Set on",
            hint="Ngày của văn bản đặt mục tiêu. 2025, 2025-06 hoặc 2025-06-30: biết đến đâu ghi đến đó.",
            hint_en="The day of the document that sets it. 2025, 2025-06 or 2025-06-30: as precise as is known.",
        ),
    ] = None
    note: Annotated[
        LongLine | None,
        About(
            vi="Ghi chú",
            en="Note",
            hint="Một dòng, được đăng cạnh mục này.",
            hint_en="One line, published beside this entry.",
        ),
    ] = None
    en: Annotated[
        EnglishNote | None,
        ABOUT_ENGLISH,
    ] = None
    sources: Sources = ()


class Result(Facts):
    """What a source reports as reached; ``area`` only where it is not the former province."""

    measure: Annotated[
        Ref,
        About(vi="Chỉ tiêu", en="Measure", hint="Mã một chỉ tiêu ở trên.", hint_en="Id of a measure above."),
    ]
    date: Annotated[
        When | None,
        About(
            vi="Tính đến",
            en="As of",
            hint="Ngày mà con số nói tới. 2025, 2025-06 hoặc 2025-06-30: biết đến đâu ghi đến đó.",
            hint_en="The day the figure is about. 2025, 2025-06 or 2025-06-30: as precise as is known.",
        ),
    ] = None
    date_inferred: Annotated[
        YesNo,
        About(
            vi="Ngày suy ra",
            en="Date inferred",
            hint="true nếu chúng tôi suy ra; bỏ trống nếu nguồn ghi rõ.",
            hint_en="true where we worked it out; left out where the source says it.",
        ),
    ] = False
    value: Annotated[
        float,
        Number(0, 10_000_000),
        About(
            vi="Giá trị", en="Value", hint="Con số nguồn nêu.", hint_en="The figure that the source gives."
        ),
    ]
    unit: Annotated[
        Line | None,
        About(
            vi="Đơn vị",
            en="Unit",
            hint="Chỉ ghi khi khác đơn vị của chỉ tiêu.",
            hint_en="Only where it is not the measure's own.",
        ),
    ] = None
    by_stars: Annotated[
        StarCounts | None,
        About(
            vi="Theo hạng sao",
            en="By stars",
            hint="Bao nhiêu sản phẩm ở mỗi hạng; hạng nguồn không nêu thì bỏ.",
            hint_en="How many at each level; those the source does not give are left out.",
        ),
    ] = None
    proposed_stars: Annotated[
        StarCounts | None,
        About(
            vi="Đề nghị theo hạng",
            en="Proposed by stars",
            hint="Bao nhiêu sản phẩm đề nghị ở mỗi hạng.",
            hint_en="How many are proposed for each level.",
        ),
    ] = None
    producers: Annotated[
        Count | None,
        About(
            vi="Số chủ thể",
            en="Producers",
            hint="Số chủ thể có các sản phẩm ấy.",
            hint_en="How many producers have them.",
        ),
    ] = None
    area: Annotated[
        Id | None,
        About(
            vi="Phạm vi",
            en="Area",
            hint="Bỏ trống: Bạc Liêu cũ. Mã huyện, hay mã của phạm vi khác, như ca-mau.",
            hint_en="Left out: the former province. Id of a district, or of another area, such as ca-mau.",
        ),
    ] = None
    note: Annotated[
        LongLine | None,
        About(
            vi="Ghi chú",
            en="Note",
            hint="Một dòng, được đăng cạnh mục này.",
            hint_en="One line, published beside this entry.",
        ),
    ] = None
    en: Annotated[
        EnglishNote | None,
        ABOUT_ENGLISH,
    ] = None
    sources: Sources = ()


class Round(Facts):
    """One sitting of a council."""

    date: Annotated[
        When | None,
        About(
            vi="Ngày",
            en="Date",
            hint="Ngày hội đồng họp. 2025, 2025-06 hoặc 2025-06-30: biết đến đâu ghi đến đó.",
            hint_en="The day the council sat. 2025, 2025-06 or 2025-06-30: as precise as is known.",
        ),
    ] = None
    products: Annotated[
        Count,
        About(
            vi="Số sản phẩm",
            en="Products",
            hint="Số sản phẩm được đánh giá.",
            hint_en="How many products were assessed.",
        ),
    ]
    new_products: Annotated[
        Count | None,
        About(
            vi="Sản phẩm mới",
            en="New products",
            hint="Trong đó bao nhiêu là mới.",
            hint_en="How many of them were new.",
        ),
    ] = None
    producers: Annotated[
        Count | None,
        About(
            vi="Số chủ thể", en="Producers", hint="Của bao nhiêu chủ thể.", hint_en="Of how many producers."
        ),
    ] = None
    note: Annotated[
        LongLine | None,
        About(
            vi="Ghi chú",
            en="Note",
            hint="Một dòng, được đăng cạnh mục này.",
            hint_en="One line, published beside this entry.",
        ),
    ] = None
    en: Annotated[
        EnglishNote | None,
        ABOUT_ENGLISH,
    ] = None
    sources: Sources = ()


class Event(Facts):
    """A conference or fair of the programme."""

    date: Annotated[
        When | None,
        About(
            vi="Ngày",
            en="Date",
            hint="2025, 2025-06 hoặc 2025-06-30: biết đến đâu ghi đến đó.",
            hint_en="2025, 2025-06 or 2025-06-30: as precise as is known.",
        ),
    ] = None
    name: Annotated[
        LongLine,
        About(
            vi="Tên", en="Name", hint="Tên hội nghị hay hội chợ.", hint_en="The conference's or fair's name."
        ),
    ]
    note: Annotated[
        LongLine | None,
        About(
            vi="Ghi chú",
            en="Note",
            hint="Một dòng, được đăng cạnh mục này.",
            hint_en="One line, published beside this entry.",
        ),
    ] = None
    en: Annotated[
        NamedEnglish | None,
        ABOUT_ENGLISH,
    ] = None
    sources: Sources = ()


RECOGNISERS = ("district", "province", "central", "ministry")
_Recogniser = Annotated[str | None, Choice(RECOGNISERS)]


class Recognisers(Facts):
    """Who recognises each level."""

    three: Annotated[
        _Recogniser,
        Field(alias="3"),
        About(vi="3 sao", en="3 stars", hint="Cấp công nhận 3 sao.", hint_en="Who recognises 3 stars."),
    ] = None
    four: Annotated[
        _Recogniser,
        Field(alias="4"),
        About(vi="4 sao", en="4 stars", hint="Cấp công nhận 4 sao.", hint_en="Who recognises 4 stars."),
    ] = None
    five: Annotated[
        _Recogniser,
        Field(alias="5"),
        About(vi="5 sao", en="5 stars", hint="Cấp công nhận 5 sao.", hint_en="Who recognises 5 stars."),
    ] = None

    def of(self, stars: int) -> str | None:
        """Give who recognises one level, None where no source tells or nobody does."""
        return {3: self.three, 4: self.four, 5: self.five}.get(stars)


class Rule(Facts):
    """What one decision says of who recognises which stars; it holds until the next one begins."""

    decision: Annotated[
        Line,
        About(
            vi="Số quyết định",
            en="Decision",
            hint="Số và ký hiệu của quyết định ban hành bộ tiêu chí.",
            hint_en="Number and sign of the decision that sets the criteria.",
            example="26/2026/QĐ-TTg",
        ),
    ]
    start: Annotated[
        When,
        Field(alias="from"),
        About(
            vi="Từ",
            en="From",
            hint="Ngày quyết định có hiệu lực; nó áp dụng đến khi quyết định sau bắt đầu.",
            hint_en="The day it came into force; it holds until the next one begins.",
        ),
    ]
    recognised_by: Annotated[
        Recognisers,
        About(
            vi="Cấp công nhận",
            en="Recognised by",
            hint="Hạng nào do cấp nào công nhận; chưa rõ thì bỏ.",
            hint_en="Who recognises which level; left out where it is not known.",
        ),
    ]
    note: Annotated[
        LongLine | None,
        About(
            vi="Ghi chú",
            en="Note",
            hint="Một dòng, được đăng cạnh mục này.",
            hint_en="One line, published beside this entry.",
        ),
    ] = None
    en: Annotated[
        EnglishNote | None,
        ABOUT_ENGLISH,
    ] = None
    sources: Sources = ()


class Unknown(Facts):
    """Something that was looked for and not found."""

    text: Annotated[
        LongLine,
        About(
            vi="Điều chưa rõ",
            en="What is not known",
            hint="Điều đã tìm mà chưa nguồn nào nói.",
            hint_en="What was looked for and no source tells.",
        ),
    ]
    en: Annotated[
        LongLine | None,
        About(vi="Tiếng Anh", en="English", hint="Bản dịch của dòng này.", hint_en="This line translated."),
    ] = None


class Programme(Facts):
    """The whole of ``programme.yml``."""

    plan: Annotated[
        Plan | None,
        About(
            vi="Đề án",
            en="Plan",
            hint="Đề án đặt ra các mục tiêu.",
            hint_en="The plan that sets the targets.",
        ),
    ] = None
    measures: Annotated[
        tuple[Measure, ...],
        About(vi="Các chỉ tiêu", en="Measures", hint="Những điều được đếm.", hint_en="What is counted."),
    ] = ()
    targets: Annotated[
        tuple[Target, ...],
        About(
            vi="Mục tiêu",
            en="Targets",
            hint="Điều đề án hẹn, theo từng năm.",
            hint_en="What the plan promises, by year.",
        ),
    ] = ()
    results: Annotated[
        tuple[Result, ...],
        About(
            vi="Kết quả",
            en="Results",
            hint="Điều các nguồn báo đã đạt.",
            hint_en="What sources report as reached.",
        ),
    ] = ()
    rounds: Annotated[
        tuple[Round, ...],
        About(
            vi="Các đợt đánh giá",
            en="Assessment rounds",
            hint="Các lần hội đồng họp đánh giá.",
            hint_en="Each sitting of a council.",
        ),
    ] = ()
    events: Annotated[
        tuple[Event, ...],
        About(
            vi="Sự kiện",
            en="Events",
            hint="Hội nghị, hội chợ của chương trình.",
            hint_en="Conferences and fairs of the programme.",
        ),
    ] = ()
    rules: Annotated[
        tuple[Rule, ...],
        About(
            vi="Quy định xếp hạng",
            en="Rules of rating",
            hint="Ai công nhận hạng nào, theo quyết định nào, từ ngày nào.",
            hint_en="Who recognises which stars, by which decision, from which day.",
        ),
    ] = ()
    unknown: Annotated[
        tuple[Unknown, ...],
        About(
            vi="Chưa rõ",
            en="Not known",
            hint="Điều đã tìm mà chưa thấy.",
            hint_en="What was looked for and not found.",
        ),
    ] = ()
