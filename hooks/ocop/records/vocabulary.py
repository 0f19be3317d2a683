"""Groups and kinds of goods, written in one file."""

from __future__ import annotations

from typing import Annotated

from ocop.fields import About, Choice, Facts, Id, Line, LongLine, Name, Ref, When
from ocop.records.base import RequiredSources, Sources

PANES = ("blush", "tide", "sand", "mist")


class Group(Facts):
    """One of the six OCOP groups (Decision 26/2026/QĐ-TTg, Annex I)."""

    id: Annotated[
        Id,
        About(
            vi="Mã",
            en="Id",
            hint="Chữ thường không dấu, chữ số, gạch nối; nằm trong địa chỉ trang.",
            hint_en="Lower-case letters, digits, hyphens; part of the page's address.",
        ),
    ]
    name: Annotated[
        Name,
        About(
            vi="Tên nhóm",
            en="Name",
            hint="Tên nhóm OCOP theo bộ tiêu chí.",
            hint_en="The OCOP group's name as in the criteria.",
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
    number: Annotated[
        Line | None,
        About(
            vi="Số",
            en="Number",
            hint="Số thứ tự (La Mã) trong bộ tiêu chí.",
            hint_en="Its number (Roman) in the criteria.",
        ),
    ] = None


class KindFact(Facts):
    """One thing that sources tell of a kind; those with a date make up its history."""

    date: Annotated[
        When | None,
        About(
            vi="Khi nào",
            en="When",
            hint="Ngày của sự việc; bỏ trống khi điều này không gắn với ngày nào. 2025, 2025-06 hoặc 2025-06-30: biết đến đâu ghi đến đó.",
            hint_en="The day it happened; left out where there is none. 2025, 2025-06 or 2025-06-30: as precise as is known.",
        ),
    ] = None
    text: Annotated[
        LongLine,
        About(
            vi="Điều nguồn cho biết",
            en="What sources say",
            hint="Một hai câu, đúng điều nguồn viết; nguồn nói khác nhau thì kể cả hai.",
            hint_en="One or two sentences, no more than the sources say; where they differ, both.",
        ),
    ]
    en: Annotated[
        LongLine | None,
        About(
            vi="Tiếng Anh",
            en="English",
            hint="Bản dịch của câu trên.",
            hint_en="The sentences translated.",
        ),
    ] = None
    sources: RequiredSources


class Kind(Facts):
    """One kind of goods; ``icon`` names a drawing, ``pane`` the colour of its ground."""

    id: Annotated[
        Id,
        About(
            vi="Mã",
            en="Id",
            hint="Chữ thường không dấu, chữ số, gạch nối; nằm trong địa chỉ trang.",
            hint_en="Lower-case letters, digits, hyphens; part of the page's address.",
        ),
    ]
    group: Annotated[
        Ref, About(vi="Nhóm", en="Group", hint="Mã một nhóm ở trên.", hint_en="Id of a group above.")
    ]
    name: Annotated[
        Name,
        About(
            vi="Tên loại",
            en="Name",
            hint="Tên loại hàng, tối đa 120 ký tự.",
            hint_en="The kind's name, at most 120 characters.",
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
    short: Annotated[
        Name | None,
        About(
            vi="Tên ngắn",
            en="Short name",
            hint="Dùng nơi chật chỗ: thẻ, bộ lọc.",
            hint_en="For narrow places: cards, filters.",
        ),
    ] = None
    short_en: Annotated[
        Name | None,
        About(
            vi="Tên ngắn tiếng Anh",
            en="Short English name",
            hint="Tên ngắn dùng trên trang tiếng Anh.",
            hint_en="The short name on the English pages.",
        ),
    ] = None
    summary: Annotated[
        Line | None,
        About(
            vi="Tóm tắt",
            en="Summary",
            hint="Một dòng, tối đa 200 ký tự.",
            hint_en="One line, at most 200 characters.",
        ),
    ] = None
    summary_en: Annotated[
        Line | None,
        About(
            vi="Tóm tắt tiếng Anh",
            en="English summary",
            hint="Một dòng, tối đa 200 ký tự.",
            hint_en="One line, at most 200 characters.",
        ),
    ] = None
    icon: Annotated[
        Line | None,
        About(
            vi="Hình vẽ",
            en="Drawing",
            hint="Tên một hình vẽ có sẵn của danh mục.",
            hint_en="Name of one of the catalogue's drawings.",
        ),
    ] = None
    pane: Annotated[
        str | None,
        Choice(PANES),
        About(
            vi="Màu nền",
            en="Ground colour",
            hint="Màu nền sau hình vẽ.",
            hint_en="The colour behind the drawing.",
        ),
    ] = None
    facts: Annotated[
        tuple[KindFact, ...],
        About(
            vi="Chuyện của loại hàng",
            en="Its story in facts",
            hint="Mỗi mục một điều có nguồn; mục có ngày thành mốc, xếp theo ngày trên trang của loại.",
            hint_en="One sourced thing an entry; those with a date become the page's history, in order.",
        ),
    ] = ()
    synonyms: Annotated[
        tuple[Line, ...],
        About(
            vi="Tên người ta hay gõ",
            en="Synonyms",
            hint="Từ người ta hay gõ khi tìm loại này.",
            hint_en="Words that people search by.",
        ),
    ] = ()


class Alike(Facts):
    """Words that say the same: whoever searches for one finds what bears another."""

    words: Annotated[
        tuple[Line, ...],
        About(
            vi="Các từ",
            en="Words",
            hint="Những cách gọi cùng một thứ, cả tiếng Việt lẫn tiếng Anh.",
            hint_en="Ways to call the same thing, Vietnamese and English.",
            example="[sú, black tiger]",
        ),
    ]


class Kinds(Facts):
    """The whole of ``kinds.yml``."""

    groups: Annotated[
        tuple[Group, ...],
        About(vi="Nhóm", en="Groups", hint="Sáu nhóm sản phẩm OCOP.", hint_en="The six groups of OCOP."),
    ]
    kinds: Annotated[
        tuple[Kind, ...],
        About(
            vi="Loại hàng",
            en="Kinds",
            hint="Mỗi loại thuộc một nhóm ở trên.",
            hint_en="Each kind belongs to a group above.",
        ),
    ]
    alike: Annotated[
        tuple[Alike, ...],
        About(
            vi="Từ cùng nghĩa",
            en="Words alike",
            hint="Để tìm từ này ra cả hàng mang từ kia: sú và black tiger.",
            hint_en="So that a search for one word finds goods that bear the other: sú and black tiger.",
        ),
    ] = ()
    sources: Sources = ()
