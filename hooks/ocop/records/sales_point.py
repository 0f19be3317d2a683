"""A sales point: where rated goods are shown and sold, in the province or outside it."""

from __future__ import annotations

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
from ocop.records.base import Contact, English, Record, RequiredSources
from ocop.text import fold

_ALL = ("all", "tat ca", "everything")
SALES_POINT_TYPES = ("shop", "showroom", "supermarket", "market-stall", "online")


class Sells(Facts):
    """What is on sale: everything, or some products."""

    everything: bool = False
    products: tuple[Ref, ...] = ()

    @model_validator(mode="before")
    @classmethod
    def _from_written(cls, written: Any) -> Any:
        if written == "all":
            return {"everything": True}
        if isinstance(written, list):
            return {"products": written}
        meant = {"suggestion": "all"} if isinstance(written, str) and fold(written) in _ALL else {}
        raise fault("sells_all_or_list", **meant)


class SalesPointEnglish(English):
    """The English of a sales point's texts."""

    address_note: Annotated[
        Line | None, About(vi="Ghi chú địa chỉ (tiếng Anh)", en="Address note (English)", part=Part.PLACE)
    ] = None


class SalesPoint(Record):
    """One sales point."""

    name: Annotated[Name, About(vi="Tên điểm bán", en="Name")]
    type: Annotated[
        str | None, Choice(SALES_POINT_TYPES), About(vi="Loại điểm bán", en="Type", example="shop")
    ] = None
    district: Annotated[
        Ref | None, About(vi="Huyện (trước 7/2025)", en="District (before July 2025)", part=Part.PLACE)
    ] = None
    commune: Annotated[
        Ref | None,
        About(vi="Xã, phường, thị trấn (trước 7/2025)", en="Commune (before July 2025)", part=Part.PLACE),
    ] = None
    address: Annotated[LongLine | None, About(vi="Địa chỉ", en="Address", part=Part.PLACE)] = None
    address_note: Annotated[Line | None, About(vi="Ghi chú địa chỉ", en="Address note", part=Part.PLACE)] = (
        None
    )
    location: Annotated[Coordinates | None, About(vi="Tọa độ", en="Coordinates", part=Part.PLACE)] = None
    province: Annotated[Line | None, About(vi="Tỉnh (ngoài Bạc Liêu cũ)", en="Province", part=Part.PLACE)] = (
        None
    )
    country: Annotated[Country | None, About(vi="Nước", en="Country", example="KR", part=Part.PLACE)] = None
    operator: Annotated[Line | None, About(vi="Đơn vị vận hành", en="Operator")] = None
    opened: Annotated[When | None, About(vi="Mở cửa từ", en="Opened", part=Part.HISTORY)] = None
    closed: Annotated[When | None, About(vi="Đóng cửa từ", en="Closed", part=Part.HISTORY)] = None
    hours: Annotated[
        Hours | None,
        About(vi="Giờ mở cửa", en="Opening hours", example='"Mo-Su 07:30-20:00"', part=Part.PLACE),
    ] = None
    sells: Annotated[Sells | None, About(vi="Bán những gì", en="Sells", part=Part.TRADE)] = None
    en: Annotated[SalesPointEnglish | None, About(vi="Tiếng Anh", en="English")] = None
    contact: Annotated[Contact | None, About(vi="Liên hệ", en="Contact", part=Part.CONTACT)] = None
    sources: RequiredSources

    @model_validator(mode="after")
    def _agrees(self) -> SalesPoint:
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
