"""Structured data of pages for search engines (JSON-LD, schema.org): what is known, in a fixed order of keys.

The stars are a certification by an authority, never a rating by users: no ``aggregateRating``, no ``review``.
Entities have the address of their Vietnamese page as ``@id`` in both languages, so that both speak of one thing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ocop import addresses
from ocop.edition import Edition, Status
from ocop.edition.english import Described, described_en
from ocop.edition.model import is_closed
from ocop.i18n import Lang
from ocop.i18n.words import WORDS
from ocop.records import Producer, Product, SalesPoint
from ocop.records.base import Record
from ocop.site.certificates import CONTEXT, Data, certificates_of, iso, known, rating
from ocop.site.whereabouts import geo, opening_hours, postal_address, reached, same_as

LICENCE = "https://creativecommons.org/licenses/by/4.0/"
TOURISM = "du-lich"


def product(record: Product, edition: Edition, lang: Lang, site_url: str) -> Data:
    """Describe goods as Product; a service of the tourism group as TouristAttraction."""
    catalogue = edition.catalogue
    kind = catalogue.kinds[record.kind]
    certificates = [*rating(record, edition, lang), *certificates_of(record.certifications, edition, lang)]
    if kind.group == TOURISM:
        return _attraction(record, certificates, edition, lang, site_url)
    maker = _maker(record, edition, lang, site_url)
    gtins = {pack.gtin for pack in record.packs if pack.gtin is not None}
    return known({
        "@context": CONTEXT,
        "@type": "Product",
        **_named(record, "products", edition, lang, site_url),
        "category": kind.name if lang == "vi" else kind.en or kind.name,
        "gtin": gtins.pop() if len(gtins) == 1 else None,
        "countryOfOrigin": {"@type": "Country", "name": "VN"},
        "brand": maker,
        "manufacturer": maker,
        "hasCertification": certificates,
        "offers": list(_offers(record, edition, lang, site_url)),
    })  # fmt: skip


def producer(record: Producer, edition: Edition, lang: Lang, site_url: str) -> Data:
    """Describe a producer as Organization."""
    other_names = [*_alternate(record, record.name, lang), *record.also_known_as]
    return known({
        "@context": CONTEXT,
        "@type": "Organization",
        **_named(record, "producers", edition, lang, site_url),
        "alternateName": other_names,
        "address": postal_address(record, edition, record.address),
        "location": known({"@type": "Place", "geo": geo(record.location)}) if record.location else None,
        "foundingDate": str(record.founded) if record.founded is not None else None,
        "taxID": record.open_tax_code,
        **reached(record.contact),
        "sameAs": same_as(record.links, record.contact),
        "hasCertification": list(certificates_of(record.certifications, edition, lang)),
    })  # fmt: skip


def sales_point(record: SalesPoint, edition: Edition, lang: Lang, site_url: str) -> Data:
    """Describe a sales point as Store; a closed one tells since when and no longer its hours."""
    closed = is_closed(record, edition.day)
    return known({
        "@context": CONTEXT,
        "@type": "OnlineStore" if record.type == "online" else "Store",
        **_named(record, "sales-points", edition, lang, site_url),
        "address": postal_address(record, edition, record.address),
        "geo": geo(record.location),
        "openingHours": [] if closed else opening_hours(record.hours),
        "foundingDate": iso(record.opened),
        "dissolutionDate": iso(record.closed) if closed else None,
        **reached(record.contact),
        "sameAs": same_as(record.links, record.contact),
    })  # fmt: skip


def item_list(entries: Iterable[str], site_url: str, first: int = 1) -> Data:
    """Describe a listing by its entries' addresses in its order; ``first`` is the place of the page's first entry.

    Names are read on the page itself, and on those that the addresses lead to.
    """
    elements = [
        {"@type": "ListItem", "position": place, "url": addresses.absolute(address, site_url)}
        for place, address in enumerate(entries, first)
    ]
    return {
        "@context": CONTEXT,
        "@type": "ItemList",
        "numberOfItems": len(elements),
        "itemListElement": elements,
    }


def breadcrumbs(path: Iterable[tuple[str, str]], site_url: str) -> Data:
    """Describe the way to a page: (text, address), outermost first, the page itself last."""
    elements = [
        {"@type": "ListItem", "position": place, "name": text, "item": addresses.absolute(address, site_url)}
        for place, (text, address) in enumerate(path, 1)
    ]
    return {"@context": CONTEXT, "@type": "BreadcrumbList", "itemListElement": elements}


def website(name: str, description: str, lang: Lang, site_url: str) -> Data:
    """Describe the site, on its front page."""
    return known({
        "@context": CONTEXT,
        "@type": "WebSite",
        "@id": addresses.absolute("", site_url),
        "name": name,
        "url": addresses.absolute(addresses.of("home", lang), site_url),
        "description": description,
        "inLanguage": lang,
    })  # fmt: skip


def dataset(name: str, description: str, files: Iterable[tuple[str, str]], lang: Lang, site_url: str) -> Data:
    """Describe the open data: ``files`` are (address relative to the site, media type)."""
    home = addresses.absolute("", site_url)
    distribution = [
        {"@type": "DataDownload", "encodingFormat": media, "contentUrl": addresses.absolute(path, site_url)}
        for path, media in files
    ]
    return known({
        "@context": CONTEXT,
        "@type": "Dataset",
        "@id": addresses.absolute(addresses.of("data", "vi"), site_url),
        "name": name,
        "url": addresses.absolute(addresses.of("data", lang), site_url),
        "description": description,
        "inLanguage": ["vi", "en"],
        "license": LICENCE,
        "isAccessibleForFree": True,
        "creator": {"@type": "Organization", "name": WORDS["brand"][0], "url": home},
        "spatialCoverage": {"@type": "Place", "name": "Bạc Liêu, Việt Nam"},
        "distribution": distribution,
    })  # fmt: skip


# Parts --------------------------------------------------------------------------------------------


def _attraction(
    record: Product, certificates: list[Data], edition: Edition, lang: Lang, site_url: str
) -> Data:
    visit = record.visit
    return known({
        "@context": CONTEXT,
        "@type": "TouristAttraction",
        **_named(record, "products", edition, lang, site_url),
        "address": postal_address(record, edition, None),
        "geo": geo(visit.location) if visit is not None else None,
        "openingHours": opening_hours(visit.hours) if visit is not None else [],
        "hasCertification": certificates,
    })  # fmt: skip


def _named(
    record: Product | Producer | SalesPoint, collection: str, edition: Edition, lang: Lang, site_url: str
) -> Data:
    """Who it is, in the page's language where it has words for it."""
    english = record.en
    return {
        "@id": addresses.absolute(addresses.of(collection, "vi", record.id), site_url),
        "name": english.name
        if lang == "en" and english is not None and english.name is not None
        else record.name,
        "alternateName": _alternate(record, record.name, lang),
        "url": addresses.absolute(addresses.of(collection, lang, record.id), site_url),
        "description": _description(record, edition, lang),
        "image": [
            addresses.absolute(addresses.photo(record.path, each.file), site_url)
            for each in edition.catalogue.shown_photos(record)
        ],
    }


def _description(record: Described, edition: Edition, lang: Lang) -> str | None:
    """Give what the record says in the page's language; without English words, English sentences made of its fields."""
    if lang == "vi":
        return record.summary
    english = record.en.summary if record.en is not None else None
    return english or described_en(record, edition)


def _alternate(record: Record, name: str, lang: Lang) -> list[str]:
    """Give the name in the other language, where there are two."""
    english = record.en.name if record.en is not None else None
    if english is None or english == name:
        return []
    return [english if lang == "vi" else name]


def _maker(record: Product, edition: Edition, lang: Lang, site_url: str) -> Data | None:
    if record.producer is None:
        return None
    maker = edition.catalogue.producers[record.producer]
    named = _named(maker, "producers", edition, lang, site_url)
    return {"@type": "Organization", **{key: named[key] for key in ("@id", "name", "url")}}


def _offers(record: Product, edition: Edition, lang: Lang, site_url: str) -> Iterator[Data]:
    """Retail prices; whether the goods are in stock nobody here can tell."""
    if edition.rating(record).status is Status.WITHDRAWN:
        return
    for pack in record.packs:
        if pack.price is not None:
            yield known({
                "@type": "Offer",
                "name": pack.size,
                "url": addresses.absolute(addresses.of("products", lang, record.id), site_url),
                "price": pack.price,
                "priceCurrency": "VND",
                "gtin": pack.gtin,
            })  # fmt: skip
