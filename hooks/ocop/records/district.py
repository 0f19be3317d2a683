"""A district of the 2019 plan with its communes and the units they became in July 2025."""

from __future__ import annotations

from typing import Annotated

from ocop.fields import About, Choice, Code, Facts, Id, LongLine, Name, Part, PointInProvince, Ref, When
from ocop.records.base import English, Record, RequiredSources

COMMUNE_TYPES = ("commune", "ward", "township")


class CommuneNow(Facts):
    """The unit of Cà Mau province that a commune became (Resolution 1655/NQ-UBTVQH15)."""

    name: Annotated[Name, About(vi="Tên nay", en="Name now", part=Part.PLACE)]
    type: Annotated[str | None, Choice(COMMUNE_TYPES), About(vi="Loại", en="Type", part=Part.PLACE)] = None
    code: Annotated[Code | None, About(vi="Mã", en="Code", part=Part.PLACE)] = None
    province: Annotated[Name | None, About(vi="Tỉnh", en="Province", part=Part.PLACE)] = None
    location: Annotated[PointInProvince | None, About(vi="Tọa độ", en="Coordinates", part=Part.PLACE)] = None


class Commune(Facts):
    """A commune, ward or township as it was until 30 June 2025; its id is unique in its district."""

    id: Annotated[Id, About(vi="Mã", en="Id", part=Part.PLACE)]
    name: Annotated[Name, About(vi="Tên", en="Name", example="Xã Điền Hải", part=Part.PLACE)]
    type: Annotated[str | None, Choice(COMMUNE_TYPES), About(vi="Loại", en="Type", part=Part.PLACE)] = None
    code: Annotated[Code | None, About(vi="Mã thống kê", en="Statistical code", part=Part.PLACE)] = None
    now: Annotated[CommuneNow | None, About(vi="Nay là", en="Now", part=Part.PLACE)] = None


class DistrictEnglish(English):
    """The English of a district's texts."""

    names_note: Annotated[
        LongLine | None, About(vi="Lưu ý tên (tiếng Anh)", en="Note on names (English)", part=Part.PLACE)
    ] = None


class District(Record):
    """One district-level unit; districts were abolished on 1 July 2025."""

    name: Annotated[Name, About(vi="Tên huyện", en="Name", example="Huyện Đông Hải")]
    type: Annotated[str | None, Choice(("city", "town", "district")), About(vi="Loại", en="Type")] = None
    code: Annotated[Code | None, About(vi="Mã thống kê", en="Statistical code", part=Part.PLACE)] = None
    until: Annotated[When | None, About(vi="Tồn tại đến", en="Until", part=Part.HISTORY)] = None
    seat: Annotated[Ref | None, About(vi="Nơi đặt huyện lỵ", en="Seat", part=Part.PLACE)] = None
    location: Annotated[PointInProvince | None, About(vi="Tọa độ", en="Coordinates", part=Part.PLACE)] = None
    communes: Annotated[
        tuple[Commune, ...], About(vi="Xã, phường, thị trấn", en="Communes", part=Part.PLACE)
    ] = ()
    names_note: Annotated[
        LongLine | None, About(vi="Lưu ý tên trùng", en="Note on names", part=Part.PLACE)
    ] = None
    en: Annotated[DistrictEnglish | None, About(vi="Tiếng Anh", en="English")] = None
    sources: RequiredSources

    def commune(self, commune_id: str) -> Commune | None:
        """Find a commune of this district by its id."""
        return next((commune for commune in self.communes if commune.id == commune_id), None)
