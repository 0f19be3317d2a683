"""The export of districts: each with its communes, what they became, and the goods counted."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Annotated

from ocop import addresses
from ocop.edition import Edition
from ocop.export.counts import Counts, count
from ocop.export.photos import photos
from ocop.export.plain import JsonObject, Plainly
from ocop.export.steps import about_of
from ocop.export.table import Table, columns
from ocop.fields import About
from ocop.records import Commune, District, Product

FIRST = (
    "id",
    "name",
    "name_en",
    "type",
    "code",
    "until",
    "seat",
    "location",
    "counts",
    "communes",
    "url",
    "url_en",
)


@dataclass(frozen=True, slots=True)
class CommuneFigures:
    """What follows for a commune: how many goods come from it."""

    products: Annotated[int, About(vi="Số sản phẩm", en="Products")]


@dataclass(frozen=True, slots=True)
class DistrictFigures:
    """What follows for a district from its record, the others and the day."""

    id: Annotated[str, About(vi="Mã", en="Id")]
    counts: Annotated[Counts, About(vi="Số lượng", en="Counts")]
    communes: Annotated[list[JsonObject], about_of(District, "communes")]
    photos: Annotated[list[JsonObject], about_of(District, "photos")]
    url: Annotated[str, About(vi="Trang huyện", en="Page (Vietnamese)")]
    url_en: Annotated[str, About(vi="Trang tiếng Anh", en="Page (English)")]


def districts(edition: Edition, site_url: str) -> Table:
    """Tabulate the districts in the order of their ids."""
    plainly = Plainly(edition.catalogue)
    records = edition.catalogue.districts.values()
    rows = (plainly.row(each, _figures(each, edition, site_url, plainly), FIRST) for each in records)
    return Table("districts", "Huyện", "Districts", columns(District, DistrictFigures, FIRST), tuple(rows))


def _figures(district: District, edition: Edition, site_url: str, plainly: Plainly) -> DistrictFigures:
    goods = edition.by_district.get(district.id, ())
    return DistrictFigures(
        id=district.id,
        counts=count(goods, edition),
        communes=[_commune(each, goods, plainly) for each in district.communes],
        photos=photos(district, plainly),
        url=addresses.absolute(addresses.of("districts", "vi", district.id), site_url),
        url_en=addresses.absolute(addresses.of("districts", "en", district.id), site_url),
    )


def _commune(commune: Commune, goods: Iterable[Product], plainly: Plainly) -> JsonObject:
    figures = CommuneFigures(sum(product.commune == commune.id for product in goods))
    return plainly.row(commune, figures, first=("id", "name", "type", "code", "now"))
