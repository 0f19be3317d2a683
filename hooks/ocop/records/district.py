"""A district of the 2019 plan with its communes and the units they became in July 2025."""

from __future__ import annotations

from typing import Annotated

from ocop.fields import About, Choice, Code, Facts, Id, LongLine, Name, Part, PointInProvince, Ref, When
from ocop.records.base import ABOUT_ENGLISH, ABOUT_LOCATION, English, Record, RequiredSources

COMMUNE_TYPES = ("commune", "ward", "township")


class CommuneNow(Facts):
    """The unit of Cà Mau province that a commune became (Resolution 1655/NQ-UBTVQH15)."""

    name: Annotated[
        Name,
        About(
            vi="Tên nay",
            en="Name now",
            hint="Tên đầy đủ từ 1/7/2025.",
            hint_en="The full name since 1 July 2025.",
            part=Part.PLACE,
        ),
    ]
    type: Annotated[
        str | None,
        Choice(COMMUNE_TYPES),
        About(
            vi="Loại",
            en="Type",
            hint="commune: xã; ward: phường; township: thị trấn.",
            hint_en="Commune, ward or township.",
            part=Part.PLACE,
        ),
    ] = None
    code: Annotated[
        Code | None,
        About(
            vi="Mã",
            en="Code",
            hint="Mã đơn vị hành chính của Cục Thống kê, trong ngoặc kép.",
            hint_en="The code of the statistics office, in quotes.",
            part=Part.PLACE,
        ),
    ] = None
    province: Annotated[
        Name | None,
        About(
            vi="Tỉnh",
            en="Province",
            hint="Tên tỉnh, không có chữ “Tỉnh”.",
            hint_en="The province's name.",
            part=Part.PLACE,
        ),
    ] = None
    location: Annotated[
        PointInProvince | None,
        ABOUT_LOCATION,
    ] = None


class Commune(Facts):
    """A commune, ward or township as it was until 30 June 2025; its id is unique in its district."""

    id: Annotated[
        Id,
        About(
            vi="Mã",
            en="Id",
            hint="Chữ thường không dấu, chữ số, gạch nối; không trùng trong huyện.",
            hint_en="Lower-case letters, digits, hyphens; once in its district.",
            part=Part.PLACE,
        ),
    ]
    name: Annotated[
        Name,
        About(
            vi="Tên",
            en="Name",
            hint="Tên đầy đủ đến hết 30/6/2025.",
            hint_en="The full name until 30 June 2025.",
            example="Xã Điền Hải",
            part=Part.PLACE,
        ),
    ]
    type: Annotated[
        str | None,
        Choice(COMMUNE_TYPES),
        About(
            vi="Loại",
            en="Type",
            hint="commune: xã; ward: phường; township: thị trấn.",
            hint_en="Commune, ward or township.",
            part=Part.PLACE,
        ),
    ] = None
    code: Annotated[
        Code | None,
        About(
            vi="Mã thống kê",
            en="Statistical code",
            hint="Mã đơn vị hành chính của Cục Thống kê, trong ngoặc kép.",
            hint_en="The code of the statistics office, in quotes.",
            part=Part.PLACE,
        ),
    ] = None
    now: Annotated[
        CommuneNow | None,
        About(
            vi="Nay là",
            en="Now",
            hint="Đơn vị từ 1/7/2025 mà xã này nhập vào.",
            hint_en="The unit it became part of on 1 July 2025.",
            part=Part.PLACE,
        ),
    ] = None


class DistrictEnglish(English):
    """The English of a district's texts."""

    names_note: Annotated[
        LongLine | None,
        About(
            vi="Lưu ý tên (tiếng Anh)",
            en="Note on names (English)",
            hint="Bản dịch của lưu ý tên trùng.",
            hint_en="The note on names translated.",
            part=Part.PLACE,
        ),
    ] = None


class District(Record):
    """One district-level unit; districts were abolished on 1 July 2025."""

    name: Annotated[
        Name,
        About(
            vi="Tên huyện",
            en="Name",
            hint="Tên đầy đủ, như “Huyện Đông Hải”.",
            hint_en="The full name, such as “Huyện Đông Hải”.",
            example="Huyện Đông Hải",
        ),
    ]
    type: Annotated[
        str | None,
        Choice(("city", "town", "district")),
        About(
            vi="Loại",
            en="Type",
            hint="city: thành phố; town: thị xã; district: huyện.",
            hint_en="City, town or district.",
        ),
    ] = None
    code: Annotated[
        Code | None,
        About(
            vi="Mã thống kê",
            en="Statistical code",
            hint="Mã đơn vị hành chính của Cục Thống kê, trong ngoặc kép.",
            hint_en="The code of the statistics office, in quotes.",
            part=Part.PLACE,
        ),
    ] = None
    until: Annotated[
        When | None,
        About(
            vi="Tồn tại đến",
            en="Until",
            hint="Ngày cuối cùng còn đơn vị này. 2025, 2025-06 hoặc 2025-06-30: biết đến đâu ghi đến đó.",
            hint_en="The last day the unit existed. 2025, 2025-06 or 2025-06-30: as precise as is known.",
            part=Part.HISTORY,
        ),
    ] = None
    seat: Annotated[
        Ref | None,
        About(
            vi="Nơi đặt huyện lỵ",
            en="Seat",
            hint="Mã xã trong danh sách dưới đây.",
            hint_en="Id of a commune in the list below.",
            part=Part.PLACE,
        ),
    ] = None
    location: Annotated[
        PointInProvince | None,
        ABOUT_LOCATION,
    ] = None
    communes: Annotated[
        tuple[Commune, ...],
        About(
            vi="Xã, phường, thị trấn",
            en="Communes",
            hint="Mọi xã, phường, thị trấn như trước 1/7/2025.",
            hint_en="Every commune, ward and township as before 1 July 2025.",
            part=Part.PLACE,
        ),
    ] = ()
    names_note: Annotated[
        LongLine | None,
        About(
            vi="Lưu ý tên trùng",
            en="Note on names",
            hint="Khi tên ở đây dễ lẫn với nơi khác.",
            hint_en="Where a name here is easily taken for another place.",
            part=Part.PLACE,
        ),
    ] = None
    en: Annotated[
        DistrictEnglish | None,
        ABOUT_ENGLISH,
    ] = None
    sources: RequiredSources

    def commune(self, commune_id: str) -> Commune | None:
        """Find a commune of this district by its id."""
        return next((commune for commune in self.communes if commune.id == commune_id), None)
