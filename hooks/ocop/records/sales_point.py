"""A sales point: where rated goods are shown and sold, in the province or outside it."""

from __future__ import annotations

import re
from typing import Annotated, Any

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from ocop.fields import (
    COUNTRY_BOUNDS,
    About,
    Choice,
    Coordinates,
    Country,
    Facts,
    Hours,
    Line,
    LongLine,
    Name,
    Part,
    Ref,
    When,
    check_inside,
    fault,
    refuse,
)
from ocop.records.base import (
    ABOUT_COMMUNE,
    ABOUT_DISTRICT,
    ABOUT_ENGLISH,
    ABOUT_LOCATION,
    Contact,
    English,
    Record,
    RequiredSources,
)
from ocop.text import fold

SAYS_ALL = ("all", "tat ca", "toan bo", "het", "everything", "all products", "tat ca san pham")
SALES_POINT_TYPES = ("shop", "showroom", "supermarket", "market-stall", "online")


class Sells(Facts):
    """What is on sale: everything, or some products."""

    everything: bool = False
    products: tuple[Ref, ...] = ()

    @model_validator(mode="before")
    @classmethod
    def _from_written(cls, written: Any) -> Any:
        """Every sales point sells ``all``, or a list of ids, from which each product's page tells where it is sold.

        sells_all_or_list (sales-point)
            Wrong: ``sells: tất cả``
            Right: ``sells: all``
        """
        if written == "all":
            return {"everything": True}
        if isinstance(written, list):
            if len(written) == 1 and _says_all(written[0]):
                raise fault("sells_all_or_list", suggestion="all")
            return {"products": written}
        raise fault("sells_all_or_list", **_sells_meant(written))


def _says_all(written: Any) -> bool:
    return isinstance(written, str) and fold(written) in SAYS_ALL


def _sells_meant(written: Any) -> dict[str, str]:
    """Give the list that is meant by ids or names in one text."""
    if _says_all(written):
        return {"suggestion": "all"}
    if not isinstance(written, str) or len(written) > 120 or re.search(r"[\n\[\]{}:#\"]", written):
        return {}
    return {"suggestion": f"[{', '.join(part.strip() for part in re.split('[,;]', written))}]"}


class SalesPointEnglish(English):
    """The English of a sales point's texts."""

    address_note: Annotated[
        Line | None,
        About(
            vi="Ghi chú địa chỉ (tiếng Anh)",
            en="Address note (English)",
            hint="Bản dịch của ghi chú địa chỉ.",
            hint_en="The note on the address translated.",
            part=Part.PLACE,
        ),
    ] = None


class SalesPoint(Record):
    """One sales point."""

    name: Annotated[
        Name,
        About(
            vi="Tên điểm bán",
            en="Name",
            hint="Như trên biển hiệu, tối đa 120 ký tự.",
            hint_en="As on the sign, at most 120 characters.",
        ),
    ]
    type: Annotated[
        str | None,
        Choice(SALES_POINT_TYPES),
        About(
            vi="Loại điểm bán",
            en="Type",
            hint="shop: cửa hàng; showroom: nơi trưng bày; supermarket: siêu thị; market-stall: sạp chợ; online: bán trên mạng.",
            hint_en="Shop, showroom, supermarket, market stall or online.",
            example="shop",
        ),
    ] = None
    district: Annotated[
        Ref | None,
        ABOUT_DISTRICT,
    ] = None
    commune: Annotated[
        Ref | None,
        ABOUT_COMMUNE,
    ] = None
    address: Annotated[
        LongLine | None,
        About(
            vi="Địa chỉ",
            en="Address",
            hint="Số nhà, đường, khóm, ấp.",
            hint_en="House, street, quarter or hamlet.",
            part=Part.PLACE,
        ),
    ] = None
    address_note: Annotated[
        Line | None,
        About(
            vi="Ghi chú địa chỉ",
            en="Address note",
            hint="Cách tìm đến, hay điều chưa rõ về địa chỉ.",
            hint_en="How to find it, or what is not certain about the address.",
            part=Part.PLACE,
        ),
    ] = None
    location: Annotated[
        Coordinates | None,
        ABOUT_LOCATION,
    ] = None
    province: Annotated[
        Line | None,
        About(
            vi="Tỉnh (ngoài Bạc Liêu cũ)",
            en="Province",
            hint="Chỉ khi ở ngoài Bạc Liêu cũ; khi đó bỏ huyện và xã.",
            hint_en="Only outside the former province; then without district and commune.",
            part=Part.PLACE,
        ),
    ] = None
    country: Annotated[
        Country | None,
        About(
            vi="Nước",
            en="Country",
            hint="Chỉ khi ở nước ngoài: mã nước hai chữ hoa (ISO 3166-1).",
            hint_en="Only abroad: two capital letters (ISO 3166-1).",
            example="KR",
            part=Part.PLACE,
        ),
    ] = None
    operator: Annotated[
        Line | None,
        About(
            vi="Đơn vị vận hành",
            en="Operator",
            hint="Mã chủ thể, hoặc tên đơn vị.",
            hint_en="Id of a producer, or a name.",
        ),
    ] = None
    opened: Annotated[
        When | None,
        About(
            vi="Mở cửa từ",
            en="Opened",
            hint="2025, 2025-06 hoặc 2025-06-30: biết đến đâu ghi đến đó.",
            hint_en="2025, 2025-06 or 2025-06-30: as precise as is known.",
            part=Part.HISTORY,
        ),
    ] = None
    closed: Annotated[
        When | None,
        About(
            vi="Đóng cửa từ",
            en="Closed",
            hint="Đã đóng: không còn trong danh sách, trang vẫn nói rõ. Không trước ngày mở.",
            hint_en="Closed: it leaves the listings, its page says so. Not before it opened.",
            part=Part.HISTORY,
        ),
    ] = None
    hours: Annotated[
        Hours | None,
        About(
            vi="Giờ mở cửa",
            en="Opening hours",
            hint="Theo lối của OpenStreetMap: Mo là thứ hai, Su là chủ nhật.",
            hint_en="In the syntax of OpenStreetMap: Mo is Monday, Su is Sunday.",
            example='"Mo-Su 07:30-20:00"',
            part=Part.PLACE,
        ),
    ] = None
    sells: Annotated[
        Sells | None,
        About(
            vi="Bán những gì",
            en="Sells",
            hint="all: bán mọi sản phẩm; hoặc danh sách mã sản phẩm.",
            hint_en="all, or a list of product ids.",
            part=Part.TRADE,
        ),
    ] = None
    en: Annotated[
        SalesPointEnglish | None,
        ABOUT_ENGLISH,
    ] = None
    contact: Annotated[
        Contact | None,
        About(
            vi="Liên hệ",
            en="Contact",
            hint="Chỉ những gì nơi bán đồng ý công bố.",
            hint_en="Only what they agreed to publish.",
            part=Part.CONTACT,
        ),
    ] = None
    sources: RequiredSources

    @model_validator(mode="after")
    def _agrees(self) -> SalesPoint:
        """Every sales point closes after it opened, and lies in one place.

        That is a district of the former province, another province, or a country abroad.

        closed_before_opened (sales-point)
            Wrong:
                opened: 2024-05
                closed: 2020
            Right:
                opened: 2020
                closed: 2024-05
        district_and_elsewhere (sales-point)
            Wrong:
                district: dong-hai
                province: Cần Thơ
            Right: ``province: Cần Thơ``
        province_and_country (sales-point)
            Wrong:
                province: Seoul
                country: KR
            Right: ``country: KR``
        """
        faults = []
        if self.opened and self.closed and self.closed.last < self.opened.first:
            faults.append(fault("closed_before_opened", at="closed", first=self.opened, second=self.closed))
        abroad = self.country not in (None, "VN")
        if self.district is not None and (abroad or self.province is not None):
            faults.append(fault("district_and_elsewhere", at="district"))
        elif self.province is not None and abroad:
            faults.append(fault("province_and_country", at="province"))
        if self.location is not None:
            faults += _outside(self.location, abroad=abroad)
        refuse(faults)
        return self


def _outside(point: Coordinates, *, abroad: bool) -> list[PydanticCustomError]:
    """Find what is wrong with a point; of one abroad no more is known than that no latitude exceeds 90."""
    bounds = (-90.0, 90.0, -180.0, 180.0) if abroad else COUNTRY_BOUNDS
    try:
        check_inside(point, bounds, "point_outside_country")
    except PydanticCustomError as outside:
        return [fault(outside.type, at="location", **(outside.context or {}))]
    return []
