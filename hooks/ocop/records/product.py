"""A product: goods, or a service such as a tourist site."""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator, model_validator

from ocop.fields import (
    About,
    Choice,
    Country,
    Facts,
    Gtin,
    Hours,
    HsCode,
    Line,
    LongLine,
    Name,
    Number,
    Paragraphs,
    Part,
    PointInCountry,
    Ref,
    When,
    Whole,
    YesNo,
    fault,
    refuse,
)
from ocop.records.base import (
    ABOUT_COMMUNE,
    ABOUT_LOCATION,
    Certification,
    EnglishNote,
    Record,
    RequiredSources,
    Sources,
    Withdrawal,
)

# Decision 26/2026/QĐ-TTg, article 3; the same thresholds since 2019.
STAR_BANDS = {5: (90, 100), 4: (70, 90), 3: (50, 70), 2: (30, 50), 1: (0, 30)}


class Recognition(Facts):
    """One official star rating with its decision and validity."""

    stars: Annotated[
        int | None,
        Whole(1, 5),
        About(vi="Hạng sao", en="Stars", example="4", hint="3, 4 hoặc 5; bỏ trống khi nguồn không ghi hạng.",
              hint_en="3, 4 or 5; left out when the source gives none.", part=Part.RATING),
    ] = None  # fmt: skip
    date: Annotated[
        When | None,
        About(
            vi="Ngày công nhận",
            en="Date of recognition",
            hint="Ngày của quyết định. 2025, 2025-06 hoặc 2025-06-30: biết đến đâu ghi đến đó.",
            hint_en="The day of the decision. 2025, 2025-06 or 2025-06-30: as precise as is known.",
            part=Part.RATING,
        ),
    ] = None
    reported: Annotated[
        When | None,
        About(
            vi="Ngày nguồn đầu tiên nhắc tới",
            en="First reported",
            hint="Khi không rõ ngày công nhận: ngày sớm nhất có nguồn nhắc tới.",
            hint_en="Where the date of recognition is not known: the first day a source tells of it.",
            part=Part.RATING,
        ),
    ] = None
    decision: Annotated[
        Line | None,
        About(
            vi="Số quyết định",
            en="Decision",
            hint="Số và ký hiệu của quyết định công nhận.",
            hint_en="Number and sign of the decision.",
            example="1234/QĐ-UBND",
            part=Part.RATING,
        ),
    ] = None
    authority: Annotated[
        Line | None,
        About(
            vi="Cơ quan công nhận",
            en="Authority",
            hint="Cơ quan ra quyết định.",
            hint_en="The office that decided.",
            part=Part.RATING,
        ),
    ] = None
    score: Annotated[
        float | None,
        Number(0, 100),
        About(
            vi="Điểm",
            en="Score",
            hint="0–100, khớp hạng: 5 sao từ 90, 4 sao từ 70, 3 sao từ 50, 2 sao từ 30.",
            hint_en="0–100, in the star's band: 5 stars from 90, 4 from 70, 3 from 50, 2 from 30.",
            example="82.5",
            part=Part.RATING,
        ),
    ] = None
    expires: Annotated[
        When | None,
        About(
            vi="Hết hạn",
            en="Expires",
            hint="Bỏ trống: 36 tháng sau ngày công nhận. Không trước ngày công nhận.",
            hint_en="Left out: 36 months after the date. Not before the date.",
            part=Part.RATING,
        ),
    ] = None
    note: Annotated[
        LongLine | None,
        About(
            vi="Ghi chú",
            en="Note",
            hint="Một dòng, được đăng cạnh mục này.",
            hint_en="One line, published beside this entry.",
            part=Part.RATING,
        ),
    ] = None
    en: Annotated[
        EnglishNote | None,
        About(
            vi="Tiếng Anh",
            en="English",
            hint="Bản dịch; chỗ nào thiếu thì trang tiếng Anh hiện tiếng Việt.",
            hint_en="The translation; what is missing is shown in Vietnamese.",
            part=Part.RATING,
        ),
    ] = None
    sources: Sources = ()

    @model_validator(mode="after")
    def _agrees(self) -> Recognition:
        """No recognition ends before its date, and its points lie in the band of its stars.

        The bands are those of Decision 26/2026/QĐ-TTg, article 3; where two numbers disagree, one was copied wrongly from
        the decision.

        expires_before_date
            Wrong: ``recognitions: [{stars: 4, date: 2025-12-28, expires: 2022-12-28}]``
            Right: ``recognitions: [{stars: 4, date: 2025-12-28, expires: 2028-12-28}]``
        score_outside_band
            Wrong: ``recognitions: [{stars: 5, date: 2025-12-28, score: 82.5}]``
            Right: ``recognitions: [{stars: 4, date: 2025-12-28, score: 82.5}]``
        """
        faults = []
        if self.date and self.expires and self.expires.last < self.date.first:
            faults.append(fault("expires_before_date", at="expires", first=self.date, second=self.expires))
        if self.stars is not None and self.score is not None:
            least, below = STAR_BANDS[self.stars]
            highest = self.stars == max(STAR_BANDS)
            if not (least <= self.score < below or (highest and self.score == below)):
                band = f"{least}–{below}" if highest else f"{least}–<{below}"
                faults.append(
                    fault(
                        "score_outside_band", at="score", score=f"{self.score:g}", stars=self.stars, band=band
                    )
                )
        refuse(faults)
        return self


class Pack(Facts):
    """One size on sale; price in đồng, retail."""

    size: Annotated[
        Line | None,
        About(
            vi="Quy cách",
            en="Size",
            hint="Như in trên bao bì.",
            hint_en="As printed on the package.",
            example="500 g",
            part=Part.TRADE,
        ),
    ] = None
    price: Annotated[
        int | None,
        Whole(1, 1_000_000_000),
        About(
            vi="Giá bán lẻ (đồng)",
            en="Retail price (VND)",
            hint="Chỉ chữ số: 15000.",
            hint_en="Digits alone: 15000.",
            part=Part.TRADE,
        ),
    ] = None
    gtin: Annotated[
        Gtin | None,
        About(
            vi="Mã vạch",
            en="GTIN",
            hint="8, 12, 13 hoặc 14 chữ số, trong ngoặc kép; chữ số cuối được kiểm tra.",
            hint_en="8, 12, 13 or 14 digits, in quotes; the last digit is verified.",
            part=Part.TRADE,
        ),
    ] = None
    priced: Annotated[
        When | None,
        About(
            vi="Ngày ghi giá",
            en="Price noted",
            hint="Ngày giá ấy được hỏi hay được đăng. 2025, 2025-06 hoặc 2025-06-30: biết đến đâu ghi đến đó.",
            hint_en="The day the price was asked or published. 2025, 2025-06 or 2025-06-30: as precise as is known.",
            part=Part.TRADE,
        ),
    ] = None


UNITS = ("t", "kg", "g", "l", "ml", "pc", "box", "pack", "bottle", "bag", "jar", "visit")


class Quantity(Facts):
    """A stated amount: ``quantity`` in ``unit``, a period where it is an output."""

    quantity: Annotated[
        float,
        Number(0, 1_000_000_000),
        About(
            vi="Số lượng",
            en="Quantity",
            hint="Chỉ chữ số, dấu thập phân là dấu chấm: 900 hoặc 1.5.",
            hint_en="Digits alone with a decimal point: 900 or 1.5.",
            part=Part.TRADE,
        ),
    ]
    unit: Annotated[
        str,
        Choice(UNITS),
        About(
            vi="Đơn vị",
            en="Unit",
            hint="t là tấn, pc là cái, visit là lượt khách.",
            hint_en="t is a tonne, pc a piece, visit a visitor.",
            example="t",
            part=Part.TRADE,
        ),
    ]
    per: Annotated[
        str | None,
        Choice(("year", "month", "week", "day", "season")),
        About(
            vi="Mỗi",
            en="Per",
            hint="Sản lượng tính cho khoảng nào: năm, tháng, tuần, ngày hay vụ.",
            hint_en="The period of an output: year, month, week, day or season.",
            part=Part.TRADE,
        ),
    ] = None


class Trade(Facts):
    """What a buyer asks first."""

    output: Annotated[
        Quantity | None,
        About(
            vi="Sản lượng",
            en="Output",
            hint="Làm được bao nhiêu trong một khoảng thời gian.",
            hint_en="How much is made in a period.",
            part=Part.TRADE,
        ),
    ] = None
    minimum_order: Annotated[
        Quantity | None,
        About(
            vi="Đặt tối thiểu",
            en="Minimum order",
            hint="Lượng ít nhất cho một đơn hàng.",
            hint_en="The least that can be ordered.",
            part=Part.TRADE,
        ),
    ] = None
    lead_time_days: Annotated[
        int | None,
        Whole(0, 365),
        About(
            vi="Thời gian giao (ngày)",
            en="Lead time (days)",
            hint="Từ khi đặt đến khi giao, 0–365 ngày.",
            hint_en="From order to delivery, 0–365 days.",
            part=Part.TRADE,
            row=True,
        ),
    ] = None
    hs_code: Annotated[
        HsCode | None,
        About(
            vi="Mã HS",
            en="HS code",
            hint="Mã phân loại hải quan, 4 đến 10 chữ số.",
            hint_en="The customs code, 4 to 10 digits.",
            example="2501.00",
            part=Part.TRADE,
            row=True,
        ),
    ] = None
    export_markets: Annotated[
        tuple[Country, ...],
        About(
            vi="Đã xuất sang",
            en="Exported to",
            hint="Mã nước hai chữ hoa (ISO 3166-1).",
            hint_en="Countries as two capital letters (ISO 3166-1).",
            example="[KR, SG]",
            part=Part.TRADE,
        ),
    ] = ()
    private_label: Annotated[
        YesNo | None,
        About(
            vi="Nhận làm nhãn riêng",
            en="Private label",
            hint="true hoặc false; bỏ trống khi chưa hỏi.",
            hint_en="true or false; left out where nobody asked.",
            part=Part.TRADE,
            row=True,
        ),
    ] = None


class Visit(Facts):
    """When and where to go, for a service one goes to."""

    hours: Annotated[
        Hours | None,
        About(
            vi="Giờ mở cửa",
            en="Opening hours",
            hint="Theo lối của OpenStreetMap: Mo là thứ hai, Su là chủ nhật.",
            hint_en="In the syntax of OpenStreetMap: Mo is Monday, Su is Sunday.",
            example='"Mo-Su 07:00-17:00"',
            part=Part.PLACE,
        ),
    ] = None
    location: Annotated[
        PointInCountry | None,
        ABOUT_LOCATION,
    ] = None


Month = Annotated[int, Whole(1, 12)]


def _months_once(months: tuple[int, ...]) -> tuple[int, ...]:
    """Each month of a season is named once: the second was mostly meant to be another.

    month_twice
        Wrong: ``season: [1, 2, 2, 4]``
        Right: ``season: [1, 2, 3, 4]``
    """
    if len(set(months)) != len(months):
        raise fault("month_twice")
    return tuple(sorted(months))


class Product(Record):
    """One product; ``district`` is its folder, None in ``chua-ro``."""

    name: Annotated[
        Name,
        About(
            vi="Tên sản phẩm",
            en="Name",
            hint="Như trên quyết định công nhận hay trên bao bì, tối đa 120 ký tự.",
            hint_en="As on the decision or the package, at most 120 characters.",
            example="Muối tinh Bạc Liêu",
        ),
    ]
    kind: Annotated[Ref, About(vi="Loại hàng", en="Kind", example="muoi", hint="Mã loại trong catalogue/kinds.yml.",
                              hint_en="Id of a kind in catalogue/kinds.yml.")]  # fmt: skip
    producer: Annotated[
        Ref | None,
        About(
            vi="Chủ thể",
            en="Producer",
            hint="Mã chủ thể: tên tệp trong catalogue/producers/, không có .yml; bỏ trống khi không nguồn nào nói.",
            hint_en="Id of a producer: a file's name in catalogue/producers/ without .yml; left out when no source names one.",
            example="muoi-bac-lieu",
        ),
    ] = None
    commune: Annotated[
        Ref | None,
        ABOUT_COMMUNE,
    ] = None
    recognitions: Annotated[
        tuple[Recognition, ...],
        About(
            vi="Các lần công nhận",
            en="Recognitions",
            hint="Mỗi lần được công nhận một mục, thứ tự tùy ý.",
            hint_en="One entry for each time it was recognised, in any order.",
            part=Part.RATING,
        ),
    ] = ()
    proposed_stars: Annotated[
        int | None,
        Whole(1, 5),
        About(
            vi="Hạng đang đề nghị",
            en="Proposed stars",
            hint="Hồ sơ đã gửi lên cấp trên, chưa có kết quả.",
            hint_en="A dossier sent to the higher council, result not known.",
            part=Part.RATING,
        ),
    ] = None
    assessed: Annotated[
        When | None,
        About(
            vi="Ngày ra hội đồng",
            en="Assessed on",
            hint="Đã ra hội đồng, chưa biết kết quả. 2025, 2025-06 hoặc 2025-06-30: biết đến đâu ghi đến đó.",
            hint_en="It went before a council, result not known. 2025, 2025-06 or 2025-06-30: as precise as is known.",
            part=Part.RATING,
        ),
    ] = None
    mention: Annotated[
        str | None,
        Choice(("assessed", "named")),
        About(
            vi="Nguồn nói gì khi chưa có công nhận",
            en="What a source says without a recognition",
            hint="assessed: đã ra hội đồng, không rõ ngày; named: nguồn chỉ nêu tên.",
            hint_en="assessed: it went before a council, day not known; named: a source only names it.",
            part=Part.RATING,
        ),
    ] = None
    packs: Annotated[
        tuple[Pack, ...],
        About(
            vi="Quy cách và giá",
            en="Packs and prices",
            hint="Mỗi cỡ bao gói một mục.",
            hint_en="One entry for each size on sale.",
            part=Part.TRADE,
        ),
    ] = ()
    ingredients: Annotated[
        Paragraphs | None,
        About(
            vi="Thành phần",
            en="Ingredients",
            hint="Như in trên nhãn.",
            hint_en="As printed on the label.",
            part=Part.KEEPING,
            row=True,
        ),
    ] = None
    storage: Annotated[
        Paragraphs | None,
        About(
            vi="Bảo quản",
            en="Storage",
            hint="Như in trên nhãn.",
            hint_en="As printed on the label.",
            part=Part.KEEPING,
            row=True,
        ),
    ] = None
    shelf_life_months: Annotated[
        int | None, Whole(1, 240), About(vi="Hạn sử dụng (tháng)", en="Shelf life (months)", hint="Từ ngày sản xuất.",
                                         hint_en="From the day of making.", example="24", part=Part.KEEPING, row=True)
    ] = None  # fmt: skip
    season: Annotated[
        tuple[Month, ...],
        AfterValidator(_months_once),
        About(
            vi="Mùa bán (tháng)",
            en="Season (months)",
            hint="Các tháng có bán, mỗi tháng một lần; bỏ trống: quanh năm.",
            hint_en="The months on sale, each once; left out: all year.",
            part=Part.KEEPING,
        ),
    ] = ()
    certifications: Annotated[
        tuple[Certification, ...],
        About(
            vi="Chứng nhận khác",
            en="Certificates",
            hint="Chứng nhận ngoài OCOP: HACCP, ISO, VietGAP, hữu cơ …",
            hint_en="Certificates besides OCOP: HACCP, ISO, VietGAP, organic …",
            part=Part.TRADE,
        ),
    ] = ()
    retail: Annotated[
        Line | None,
        About(
            vi="Mua ở",
            en="Sold in",
            hint="Nguồn nói bán ở đâu, khi chưa có điểm bán cụ thể.",
            hint_en="Where a source says it is sold, when no sales point is known.",
            part=Part.TRADE,
        ),
    ] = None
    trade: Annotated[
        Trade | None,
        About(
            vi="Thông tin cho người mua sỉ",
            en="Trade",
            hint="Điều người mua sỉ hỏi trước.",
            hint_en="What a buyer asks first.",
            part=Part.TRADE,
        ),
    ] = None
    visit: Annotated[
        Visit | None,
        About(
            vi="Tham quan",
            en="Visit",
            hint="Chỉ cho điểm tham quan: giờ mở cửa và tọa độ.",
            hint_en="Only for a place one goes to: hours and coordinates.",
            part=Part.PLACE,
        ),
    ] = None
    withdrawn: Annotated[
        Withdrawal | None,
        About(
            vi="Rút khỏi chương trình",
            en="Withdrawn",
            hint="Đã rút khỏi OCOP; trang và mã QR vẫn còn và nói rõ.",
            hint_en="It left OCOP; its page and QR code stay and say so.",
            part=Part.RATING,
        ),
    ] = None
    similar_to: Annotated[
        tuple[Ref, ...],
        About(
            vi="Có thể trùng với",
            en="May be the same as",
            hint="Mã những bản ghi có thể là cùng một sản phẩm, để đối chiếu.",
            hint_en="Ids of records that may be the same product, to be settled.",
            part=Part.STAFF,
        ),
    ] = ()
    sources: RequiredSources

    @property
    def district(self) -> str | None:
        """Id of the district whose folder holds the record; None where no source names one."""
        name = self.folder.rpartition("/")[2]
        return None if name == UNKNOWN_DISTRICT else name


UNKNOWN_DISTRICT = "chua-ro"
