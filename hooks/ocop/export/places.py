"""Where something is: the district and commune as they were, and the unit that the commune became."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from ocop.catalogue import Catalogue
from ocop.fields import About, Part
from ocop.i18n.phrases import unit_text
from ocop.records import CommuneNow, Producer, Product, SalesPoint


@dataclass(frozen=True, slots=True)
class Place:
    """Ids and names of a place; all None where no source names it."""

    district: Annotated[
        str | None, About(vi="Huyện (trước 7/2025)", en="District (before July 2025)", part=Part.PLACE)
    ]
    district_name: Annotated[str | None, About(vi="Tên huyện", en="District name", part=Part.PLACE)]
    district_name_en: Annotated[
        str | None, About(vi="Tên huyện tiếng Anh", en="English district name", part=Part.PLACE)
    ]
    commune: Annotated[
        str | None, About(vi="Xã (trước 7/2025)", en="Commune (before July 2025)", part=Part.PLACE)
    ]
    commune_name: Annotated[str | None, About(vi="Tên xã", en="Commune name", part=Part.PLACE)]
    commune_name_en: Annotated[
        str | None, About(vi="Tên xã tiếng Anh", en="English commune name", part=Part.PLACE)
    ]
    commune_now: Annotated[CommuneNow | None, About(vi="Xã nay là", en="Commune now", part=Part.PLACE)]


def place(record: Product | Producer | SalesPoint, catalogue: Catalogue) -> Place:
    """Tell where a record's goods come from, or where it is."""
    district = catalogue.districts[record.district] if record.district is not None else None
    commune = catalogue.commune_of(record)
    english = district.en.name if district is not None and district.en is not None else None
    return Place(
        district=record.district,
        district_name=district.name if district is not None else None,
        district_name_en=english or (unit_text(district.name, "en") if district is not None else None),
        commune=record.commune,
        commune_name=commune.name if commune is not None else None,
        commune_name_en=unit_text(commune.name, "en") if commune is not None else None,
        commune_now=commune.now if commune is not None else None,
    )
