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
from ocop.records.base import Certification, EnglishNote, Record, RequiredSources, Sources, Withdrawal

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
    date: Annotated[When | None, About(vi="Ngày công nhận", en="Date of recognition", part=Part.RATING)] = (
        None
    )
    reported: Annotated[
        When | None, About(vi="Ngày nguồn đầu tiên nhắc tới", en="First reported", part=Part.RATING)
    ] = None
    decision: Annotated[
        Line | None, About(vi="Số quyết định", en="Decision", example="1234/QĐ-UBND", part=Part.RATING)
    ] = None
    authority: Annotated[Line | None, About(vi="Cơ quan công nhận", en="Authority", part=Part.RATING)] = None
    score: Annotated[
        float | None, Number(0, 100), About(vi="Điểm", en="Score", example="82.5", part=Part.RATING)
    ] = None
    expires: Annotated[When | None, About(vi="Hết hạn", en="Expires", part=Part.RATING)] = None
    note: Annotated[LongLine | None, About(vi="Ghi chú", en="Note", part=Part.RATING)] = None
    en: Annotated[EnglishNote | None, About(vi="Tiếng Anh", en="English", part=Part.RATING)] = None
    sources: Sources = ()

    @model_validator(mode="after")
    def _agrees(self) -> Recognition:
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

    size: Annotated[Line | None, About(vi="Quy cách", en="Size", example="500 g", part=Part.TRADE)] = None
    price: Annotated[
        int | None,
        Whole(1, 1_000_000_000),
        About(vi="Giá bán lẻ (đồng)", en="Retail price (VND)", part=Part.TRADE),
    ] = None
    gtin: Annotated[Gtin | None, About(vi="Mã vạch", en="GTIN", part=Part.TRADE)] = None


UNITS = ("t", "kg", "g", "l", "ml", "pc", "box", "pack", "bottle", "bag", "jar", "visit")


class Quantity(Facts):
    """A stated amount: ``quantity`` in ``unit``, a period where it is an output."""

    quantity: Annotated[float, Number(0, 1_000_000_000), About(vi="Số lượng", en="Quantity", part=Part.TRADE)]
    unit: Annotated[str, Choice(UNITS), About(vi="Đơn vị", en="Unit", example="t", part=Part.TRADE)]
    per: Annotated[
        str | None,
        Choice(("year", "month", "week", "day", "season")),
        About(vi="Mỗi", en="Per", part=Part.TRADE),
    ] = None


class Trade(Facts):
    """What a buyer asks first."""

    output: Annotated[Quantity | None, About(vi="Sản lượng", en="Output", part=Part.TRADE)] = None
    minimum_order: Annotated[
        Quantity | None, About(vi="Đặt tối thiểu", en="Minimum order", part=Part.TRADE)
    ] = None
    lead_time_days: Annotated[
        int | None,
        Whole(0, 365),
        About(vi="Thời gian giao (ngày)", en="Lead time (days)", part=Part.TRADE, row=True),
    ] = None
    hs_code: Annotated[
        HsCode | None, About(vi="Mã HS", en="HS code", example="2501.00", part=Part.TRADE, row=True)
    ] = None
    export_markets: Annotated[
        tuple[Country, ...], About(vi="Đã xuất sang", en="Exported to", example="[KR, SG]", part=Part.TRADE)
    ] = ()
    private_label: Annotated[
        YesNo | None, About(vi="Nhận làm nhãn riêng", en="Private label", part=Part.TRADE, row=True)
    ] = None


class Visit(Facts):
    """When and where to go, for a service one goes to."""

    hours: Annotated[
        Hours | None,
        About(vi="Giờ mở cửa", en="Opening hours", example='"Mo-Su 07:00-17:00"', part=Part.PLACE),
    ] = None
    location: Annotated[PointInCountry | None, About(vi="Tọa độ", en="Coordinates", part=Part.PLACE)] = None


Month = Annotated[int, Whole(1, 12)]


def _months_once(months: tuple[int, ...]) -> tuple[int, ...]:
    if len(set(months)) != len(months):
        raise fault("month_twice")
    return tuple(sorted(months))


class Product(Record):
    """One product; ``district`` is its folder, None in ``chua-ro``."""

    name: Annotated[Name, About(vi="Tên sản phẩm", en="Name", example="Muối tinh Bạc Liêu")]
    kind: Annotated[Ref, About(vi="Loại hàng", en="Kind", example="muoi", hint="Mã loại trong catalogue/kinds.yml.",
                              hint_en="Id of a kind in catalogue/kinds.yml.")]  # fmt: skip
    producer: Annotated[Ref | None, About(vi="Chủ thể", en="Producer", example="muoi-bac-lieu")] = None
    commune: Annotated[
        Ref | None,
        About(vi="Xã, phường, thị trấn (trước 7/2025)", en="Commune (before July 2025)", part=Part.PLACE),
    ] = None
    recognitions: Annotated[
        tuple[Recognition, ...], About(vi="Các lần công nhận", en="Recognitions", part=Part.RATING)
    ] = ()
    proposed_stars: Annotated[
        int | None, Whole(1, 5), About(vi="Hạng đang đề nghị", en="Proposed stars", part=Part.RATING)
    ] = None
    assessed: Annotated[When | None, About(vi="Ngày ra hội đồng", en="Assessed on", part=Part.RATING)] = None
    mention: Annotated[
        str | None,
        Choice(("assessed", "named")),
        About(
            vi="Nguồn nói gì khi chưa có công nhận",
            en="What a source says without a recognition",
            part=Part.RATING,
        ),
    ] = None
    packs: Annotated[
        tuple[Pack, ...], About(vi="Quy cách và giá", en="Packs and prices", part=Part.TRADE)
    ] = ()
    ingredients: Annotated[
        Paragraphs | None, About(vi="Thành phần", en="Ingredients", part=Part.KEEPING, row=True)
    ] = None
    storage: Annotated[Paragraphs | None, About(vi="Bảo quản", en="Storage", part=Part.KEEPING, row=True)] = (
        None
    )
    shelf_life_months: Annotated[
        int | None, Whole(1, 240), About(vi="Hạn sử dụng (tháng)", en="Shelf life (months)", hint="Từ ngày sản xuất.",
                                         hint_en="From the day of making.", example="24", part=Part.KEEPING, row=True)
    ] = None  # fmt: skip
    season: Annotated[
        tuple[Month, ...],
        AfterValidator(_months_once),
        About(vi="Mùa bán (tháng)", en="Season (months)", part=Part.KEEPING),
    ] = ()
    certifications: Annotated[
        tuple[Certification, ...], About(vi="Chứng nhận khác", en="Certificates", part=Part.TRADE)
    ] = ()
    retail: Annotated[Line | None, About(vi="Mua ở", en="Sold in", part=Part.TRADE)] = None
    trade: Annotated[Trade | None, About(vi="Thông tin cho người mua sỉ", en="Trade", part=Part.TRADE)] = None
    visit: Annotated[Visit | None, About(vi="Tham quan", en="Visit", part=Part.PLACE)] = None
    withdrawn: Annotated[
        Withdrawal | None, About(vi="Rút khỏi chương trình", en="Withdrawn", part=Part.RATING)
    ] = None
    similar_to: Annotated[
        tuple[Ref, ...], About(vi="Có thể trùng với", en="May be the same as", part=Part.STAFF)
    ] = ()
    sources: RequiredSources

    @property
    def district(self) -> str | None:
        """Id of the district whose folder holds the record; None where no source names one."""
        name = self.folder.rpartition("/")[2]
        return None if name == UNKNOWN_DISTRICT else name


UNKNOWN_DISTRICT = "chua-ro"
