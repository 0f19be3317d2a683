"""The export of producers: one row each, in Vietnamese alphabetical order."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from ocop import addresses
from ocop.edition import Edition
from ocop.edition.english import described_en
from ocop.export.counts import Counts, count
from ocop.export.describing import DESCRIBED_EN
from ocop.export.photos import photos
from ocop.export.places import Place, place
from ocop.export.plain import JsonObject, Plainly
from ocop.export.steps import about_of
from ocop.export.table import Table, columns
from ocop.fields import About
from ocop.records import Contact, Producer, SalesPoint

FIRST = (
    "id", "name", "name_en", "also_known_as", "type", "district", "district_name", "district_name_en", "commune",
    "commune_name", "commune_name_en", "commune_now", "address", "location", "contact", "tax_code", "founded",
    "certifications", "products", "counts", "url", "url_en", "summary", "summary_en", "described_en", "story", "story_en",
)  # fmt: skip
# A tax code of so many digits is the number of a person's identity card.


@dataclass(frozen=True, slots=True)
class ProducerFigures:
    """What follows for a producer from its record, the others and the day."""

    id: Annotated[str, About(vi="Mã", en="Id")]
    place: Place
    contact: Annotated[Contact | None, about_of(Producer, "contact")]
    tax_code: Annotated[str | None, about_of(Producer, "tax_code")]
    photos: Annotated[list[JsonObject], about_of(Producer, "photos")]
    products: Annotated[list[str], About(vi="Các sản phẩm", en="Products")]
    counts: Annotated[Counts, About(vi="Số lượng", en="Counts")]
    described_en: Annotated[str, DESCRIBED_EN]
    url: Annotated[str, About(vi="Trang chủ thể", en="Page (Vietnamese)")]
    url_en: Annotated[str, About(vi="Trang tiếng Anh", en="Page (English)")]


def producers(edition: Edition, site_url: str) -> Table:
    """Tabulate all producers."""
    plainly = Plainly(edition.catalogue)
    rows = (
        plainly.row(each, _figures(each, edition, site_url, plainly), FIRST) for each in edition.producers
    )
    return Table("producers", "Chủ thể", "Producers", columns(Producer, ProducerFigures, FIRST), tuple(rows))


def open_contact(record: Producer | SalesPoint) -> Contact | None:
    """Give what may be told of a contact: without a date of consent the website alone."""
    contact = record.contact
    if contact is None or contact.consent is not None:
        return contact
    return Contact(website=contact.website) if contact.website is not None else None


def _figures(producer: Producer, edition: Edition, site_url: str, plainly: Plainly) -> ProducerFigures:
    goods = edition.by_producer.get(producer.id, ())
    return ProducerFigures(
        id=producer.id,
        place=place(producer, edition.catalogue),
        contact=open_contact(producer),
        tax_code=producer.open_tax_code,
        photos=photos(producer, plainly),
        products=[each.id for each in goods],
        counts=count(goods, edition),
        described_en=described_en(producer, edition),
        url=addresses.absolute(addresses.of("producers", "vi", producer.id), site_url),
        url_en=addresses.absolute(addresses.of("producers", "en", producer.id), site_url),
    )
