"""What the browser searches: one small file a language, asked for when somebody begins to type.

The file is terse: what records share (marks, kinds, places …) stands once in a table and is named by its place there, and
each field of products and producers is a column. `js/find/index.js` unfolds it. ``words`` holds every entry of
`ocop.i18n.words` whose key begins with ``find_``, without that beginning: what the search says is written there.
"""

from __future__ import annotations

import json
from collections.abc import Hashable, Iterable
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from ocop import addresses
from ocop.edition.standing import prospects
from ocop.i18n import phrases, words
from ocop.records import Producer, Product, SalesPoint
from ocop.site.compose.telling import DEFAULT_ICON, DEFAULT_PANE, Telling
from ocop.site.model import Asset

WORDS = "find_"
NONE = -1
"""In a column of places in a table: nothing is known."""

Entry = TypeVar("Entry", bound=Hashable)
Columns = dict[str, list[Any]]


@dataclass
class _Shared(Generic[Entry]):
    """Entries that many records have in common, each kept once and named by its place."""

    places: dict[Entry, int] = field(default_factory=dict)

    def place(self, entry: Entry) -> int:
        return self.places.setdefault(entry, len(self.places))

    def told(self) -> list[Entry]:
        return list(self.places)


def finder_file(telling: Telling) -> Asset:
    """Give the index of one language."""
    text = json.dumps(_Finder(telling).index(), ensure_ascii=False, separators=(",", ":"))
    return Asset(f"assets/ocop/find-{telling.lang}.json", text.encode())


class _Finder:
    """Gathers the index of one language."""

    def __init__(self, telling: Telling) -> None:
        self.telling, self.edition, self.catalogue = telling, telling.edition, telling.edition.catalogue
        catalogue = self.catalogue
        self.groups = {id_: place for place, id_ in enumerate(catalogue.groups)}
        self.kinds = {id_: place for place, id_ in enumerate(catalogue.kinds)}
        self.districts = {id_: place for place, id_ in enumerate(catalogue.districts)}
        self.communes = {
            (district.id, commune.id): place
            for place, (district, commune) in enumerate(
                (district, commune)
                for district in catalogue.districts.values()
                for commune in district.communes
            )
        }
        self.producers = {producer.id: place for place, producer in enumerate(self.edition.producers)}
        self.marks: _Shared[tuple[Any, ...]] = _Shared()
        self.standings: _Shared[tuple[tuple[str, int], ...]] = _Shared()
        self.schemes: _Shared[str] = _Shared()
        self.promotions: _Shared[tuple[str, str, str]] = _Shared()
        self.types: _Shared[tuple[str, str]] = _Shared()
        self.countries: dict[str, str] = {}

    def index(self) -> dict[str, Any]:
        lang = self.telling.lang
        products = self._columns(self._product(each) for each in self.edition.listing)
        producers = self._columns(self._producer(each) for each in self.edition.producers)
        points = self._columns(self._point(each) for each in self.edition.sales_points)
        return {
            "built": self.edition.day.isoformat(),
            "lang": lang,
            "words": {
                key.removeprefix(WORDS): phrases.pick(said, lang)
                for key, said in words.WORDS.items()
                if key.startswith(WORDS)
            },
            "folders": {
                name: addresses.of(name, lang)
                for name in ("products", "producers", "kinds", "districts", "sales-points")
            },
            "groups": [
                [each.id, *_pair(self.telling, each.name, each.en)] for each in self.catalogue.groups.values()
            ],
            "kinds": [self._kind(each) for each in self.catalogue.kinds.values()],
            "districts": [
                [
                    each.id,
                    phrases.unit_text(each.name, lang),
                    phrases.unit_text(each.name, "en" if lang == "vi" else "vi"),
                ]
                for each in self.catalogue.districts.values()
            ],
            "communes": [
                [
                    self.districts[district.id],
                    commune.id,
                    phrases.unit_text(commune.name, lang),
                    phrases.unit_text(commune.now.name, lang) if commune.now is not None else "",
                ]
                for district in self.catalogue.districts.values()
                for commune in district.communes
            ],
            "marks": self.marks.told(),
            "standings": self.standings.told(),
            "schemes": [
                {"scheme": each, "name": phrases.scheme_text(each, lang)} for each in self.schemes.told()
            ],
            "promotions": self.promotions.told(),
            "types": self.types.told(),
            "countries": self.countries,
            "products": products,
            "producers": producers,
            "points": points,
        }

    def _kind(self, kind: Any) -> list[Any]:
        return [
            kind.id,
            self.groups[kind.group],
            self.telling.kind_name(kind),
            kind.icon or DEFAULT_ICON,
            kind.pane or DEFAULT_PANE,
            list(
                dict.fromkeys(filter(None, (kind.name, kind.en, kind.short, kind.short_en, *kind.synonyms)))
            ),
        ]

    def _columns(self, records: Iterable[dict[str, Any]]) -> Columns:
        columns: Columns = {}
        for record in records:
            for name, value in record.items():
                columns.setdefault(name, []).append(value)
        return columns

    def _product(self, product: Product) -> dict[str, Any]:
        name, other = self._names(product)
        photos = self.telling.pictures(product)
        promotion = self.edition.promoted.get(product.id)
        trade = product.trade
        markets = trade.export_markets if trade is not None else ()
        self.countries |= {code: phrases.country_text(code, self.telling.lang) for code in markets}
        prices = [pack.price for pack in product.packs if pack.price is not None]
        return {
            "id": product.id,
            "name": name,
            "other": other,
            "kind": self.kinds[product.kind],
            "producer": self.producers[product.producer] if product.producer is not None else NONE,
            "district": self.districts[product.district] if product.district is not None else NONE,
            "commune": self.communes.get((product.district or "", product.commune or ""), NONE),
            "standing": self._standing(product),
            "promotion": NONE
            if promotion is None
            else self.promotions.place(
                (
                    promotion.start.first.isoformat() if promotion.start is not None else "",
                    promotion.until.last.isoformat() if promotion.until is not None else "",
                    self.telling.promotion_title(promotion).text,
                )
            ),
            "photo": [
                photos[0].jpeg[0].address,
                photos[0].jpeg[0].width,
                photos[0].jpeg[0].height,
                photos[0].colour,
            ]
            if photos
            else 0,
            "season": list(product.season),
            "certificates": [
                [
                    self.schemes.place(each.scheme),
                    each.expires.last.isoformat() if each.expires is not None else "",
                ]
                for each in product.certifications
            ],
            "markets": list(markets),
            "price": min(prices, default=0),
            "formerly": list(product.formerly),
            "gtins": [pack.gtin for pack in product.packs if pack.gtin is not None],
        }

    def _standing(self, product: Product) -> int:
        told = []
        for last, rating in prospects(product, self.edition.day):
            mark = self.telling.mark_of(product, rating)
            place = self.marks.place((mark.status, mark.stars, mark.label, mark.spoken, mark.state))
            told.append((last.isoformat() if last is not None else "", place))
        return self.standings.place(tuple(told))

    def _producer(self, producer: Producer) -> dict[str, Any]:
        name, other = self._names(producer)
        kind = producer.type
        return {
            "id": producer.id,
            "name": name,
            "other": other,
            "also": list(producer.also_known_as),
            "type": NONE
            if kind is None
            else self.types.place((kind, phrases.producer_type_text(kind, self.telling.lang))),
            "district": self.districts[producer.district] if producer.district is not None else NONE,
            "commune": self.communes.get((producer.district or "", producer.commune or ""), NONE),
            "formerly": list(producer.formerly),
        }

    def _point(self, point: SalesPoint) -> dict[str, Any]:
        name, other = self._names(point)
        return {
            "id": point.id,
            "name": name,
            "other": other,
            "district": self.districts[point.district] if point.district is not None else NONE,
            "place": point.province
            or (phrases.country_text(point.country, self.telling.lang) if point.country is not None else ""),
        }

    def _names(self, record: Product | Producer | SalesPoint) -> tuple[str, str]:
        english = record.en.name if record.en is not None else None
        return _pair(self.telling, record.name, english)


def _pair(telling: Telling, vi: str, en: str | None) -> tuple[str, str]:
    """Give the name shown and that of the other language; empty where there is none."""
    if telling.lang == "en":
        return (en, vi) if en is not None else (vi, "")
    return vi, en or ""
