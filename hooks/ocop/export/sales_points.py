"""The export of sales points: one row each, the open ones first, in Vietnamese alphabetical order."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from ocop import addresses
from ocop.edition import Edition
from ocop.edition.english import described_en
from ocop.edition.model import is_closed
from ocop.export.describing import DESCRIBED_EN
from ocop.export.photos import photos
from ocop.export.places import Place, place
from ocop.export.plain import JsonObject, Plainly
from ocop.export.producers import open_contact
from ocop.export.steps import about_of
from ocop.export.table import Table, columns
from ocop.fields import About, Part
from ocop.records import Contact, SalesPoint

FIRST = (
    "id", "name", "name_en", "type", "is_closed", "closed", "opened", "district", "district_name",
    "district_name_en", "commune", "commune_name", "commune_name_en", "commune_now", "province", "country",
    "address", "address_note", "address_note_en", "location", "hours", "operator", "operator_name", "sells",
    "contact", "url", "url_en", "summary", "summary_en", "described_en", "story", "story_en",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class SalesPointFigures:
    """What follows for a sales point from its record, the others and the day."""

    id: Annotated[str, About(vi="Mã", en="Id")]
    is_closed: Annotated[bool, About(vi="Đã đóng cửa", en="Is closed", part=Part.HISTORY)]
    place: Place
    operator_name: Annotated[str | None, About(vi="Tên đơn vị vận hành", en="Operator name")]
    contact: Annotated[Contact | None, about_of(SalesPoint, "contact")]
    photos: Annotated[list[JsonObject], about_of(SalesPoint, "photos")]
    described_en: Annotated[str, DESCRIBED_EN]
    url: Annotated[str, About(vi="Trang điểm bán", en="Page (Vietnamese)")]
    url_en: Annotated[str, About(vi="Trang tiếng Anh", en="Page (English)")]


def sales_points(edition: Edition, site_url: str) -> Table:
    """Tabulate all sales points."""
    plainly = Plainly(edition.catalogue)
    points = (*edition.sales_points, *edition.closed_sales_points)
    rows = (plainly.row(each, _figures(each, edition, site_url, plainly), FIRST) for each in points)
    return Table(
        "sales-points", "Điểm bán", "Sales points", columns(SalesPoint, SalesPointFigures, FIRST), tuple(rows)
    )


def _figures(point: SalesPoint, edition: Edition, site_url: str, plainly: Plainly) -> SalesPointFigures:
    return SalesPointFigures(
        id=point.id,
        is_closed=is_closed(point, edition.day),
        place=place(point, edition.catalogue),
        operator_name=_operator(point, edition),
        contact=open_contact(point),
        photos=photos(point, plainly),
        described_en=described_en(point, edition),
        url=addresses.absolute(addresses.of("sales-points", "vi", point.id), site_url),
        url_en=addresses.absolute(addresses.of("sales-points", "en", point.id), site_url),
    )


def _operator(point: SalesPoint, edition: Edition) -> str | None:
    """Who runs it: ``operator`` is free text or the id of a producer."""
    if point.operator is None:
        return None
    producer = edition.catalogue.producers.get(point.operator)
    return producer.name if producer is not None else point.operator
