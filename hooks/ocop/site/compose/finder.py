"""What the browser searches: one small file a language, asked for when somebody begins to type.

What records share (marks, kinds, places …) stands once in a table and is named by its place there; each field of products
and producers is a column, in the order of listings (see `finder_forms`). `js/find/unfold.js` makes records of it again.

``words`` holds every entry of `ocop.i18n.words` whose key begins with ``find_``, without that beginning: what the search
says is written there.

What search does without, filters (``facts``) and the check of a code (``codes``) ask for. As long as that is little it
travels with the index, else it is a file beside it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath
from typing import Any, Final

from ocop import addresses
from ocop.edition.supply import Amount, place_of_sum
from ocop.i18n import Lang, phrases, words
from ocop.records import Commune, District, Group, Kind, Producer, Product, Promotion, SalesPoint
from ocop.site.compose.finder_forms import Shared, ids, lines, listed, names, other_names, places
from ocop.site.compose.finder_standings import Standings
from ocop.site.compose.makers import withdrawn
from ocop.site.compose.places import commune_pages
from ocop.site.compose.supply import is_labelled, offer_text, output_of, ways_to_say_sum
from ocop.site.compose.telling import DEFAULT_ICON, DEFAULT_PANE, Telling
from ocop.site.fingerprints import fingerprinted_path
from ocop.site.model import Asset
from ocop.text import slug

_SAID: Final = "find_"
_LITTLE: Final = 8_000
"""Bytes of a part up to which asking for one file more would take longer than carrying it along."""
_COLLECTIONS: Final = ("products", "producers", "kinds", "districts", "sales-points", "list")


def finder_files(telling: Telling) -> Iterator[Asset]:
    """Give the index of one language, and beside it the parts that are too large to travel with it."""
    finder = _Finder(telling)
    parts: dict[str, Any] = {}
    for name, part in (("facts", finder.facts()), ("codes", finder.codes())):
        content = _json(part)
        if len(content) <= _LITTLE:
            parts[name] = part
            continue
        file = Asset(f"assets/ocop/find-{telling.lang}-{name}.json", content)
        parts[name] = PurePosixPath(fingerprinted_path(file)).name
        yield file
    yield Asset(f"assets/ocop/find-{telling.lang}.json", _json(finder.index() | {"parts": parts}))


def _json(told: dict[str, Any]) -> bytes:
    return json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode()


class _Finder:
    """Tells an edition's records as the browser searches them."""

    def __init__(self, telling: Telling) -> None:
        self.telling, self.lang = telling, telling.lang
        self.edition, self.catalogue = telling.edition, telling.edition.catalogue
        self.goods, self.makers, self.points = (
            self.edition.listing, self.edition.producers, self.edition.sales_points
        )  # fmt: skip
        self.districts = tuple(self.catalogue.districts.values())
        self.communes = tuple((each, commune) for each in self.districts for commune in each.communes)
        self.schemes: Shared[str] = Shared()
        self.provinces: Shared[str] = Shared()
        self._kind_places = _by_id(self.catalogue.kinds)
        self._group_places = _by_id(self.catalogue.groups)
        self._maker_places = _by_id(each.id for each in self.makers)
        self._place_places: dict[tuple[str | None, str | None], int] = {
            **{(district.id, commune.id): place for place, (district, commune) in enumerate(self.communes)},
            **{(each.id, None): place for place, each in enumerate(self.districts, len(self.communes))},
        }

    # The index ------------------------------------------------------------------------------------

    def index(self) -> dict[str, Any]:
        """Give what search needs."""
        standings, promotions, types = Standings(self.telling), Shared[Promotion](), Shared[str]()
        for product in self.goods:
            standings.add(product)
        columns = {
            "products": self._products(standings, promotions),
            "producers": self._producers(types),
            "points": self._points(),
        }
        return {
            "built": self.edition.day.isoformat(),
            "lang": self.lang,
            "words": {
                key.removeprefix(_SAID): phrases.pick(said, self.lang)
                for key, said in words.WORDS.items()
                if key.startswith(_SAID)
            },
            "folders": {name: addresses.of(name, self.lang) for name in _COLLECTIONS},
            "photos": addresses.of("products", "vi"),
            "alike": self.catalogue.alike,
            "groups": [self._group(each) for each in self.catalogue.groups.values()],
            "kinds": [self._kind(each) for each in self.catalogue.kinds.values()],
            "districts": [self._district(each) for each in self.districts],
            "communes": list(self._communes()),
            "provinces": self.provinces.entries(),
            **standings.tables(),
            "promotions": [self._promotion(each) for each in promotions.entries()],
            "types": [(each, phrases.producer_type_text(each, self.lang)) for each in types.entries()],
            **columns,
        }

    def _products(self, standings: Standings, promotions: Shared[Promotion]) -> dict[str, Any]:
        named = [self._names(each) for each in self.goods]
        own = [name for name, _ in named]
        promoted = (self.edition.promoted.get(each.id) for each in self.goods)
        return {
            "name": names(own),
            "other": other_names((other for _, other in named), own),
            "id": ids((each.id for each in self.goods), own),
            "kind": places(self._kind_places[each.kind] for each in self.goods),
            "producer": places(self._maker_places.get(each.producer or "") for each in self.goods),
            "place": places(self._place(each) for each in self.goods),
            **standings.columns(),
            "promotion": places(promotions.place(each) if each is not None else None for each in promoted),
            "photo": {row: photo for row, each in enumerate(self.goods) for photo in self._photo(each)},
        }

    def _photo(self, product: Product) -> Iterator[tuple[str, int, int, str]]:
        """Give the smallest file of a product's first photo, for a row; its folder is the product's Vietnamese one."""
        for picture in self.telling.pictures(product)[:1]:
            file = picture.jpeg[0]
            yield PurePosixPath(file.address).name, file.width, file.height, picture.colour

    def _producers(self, types: Shared[str]) -> dict[str, Any]:
        named = [self._names(each) for each in self.makers]
        own = [name for name, _ in named]
        return {
            "name": names(own),
            "other": other_names((other for _, other in named), own),
            "also": other_names(("\t".join(each.also_known_as) for each in self.makers), own),
            "id": ids((each.id for each in self.makers), own),
            "type": places(types.place(each.type) if each.type is not None else None for each in self.makers),
            "place": places(self._place(each) for each in self.makers),
        }

    def _points(self) -> dict[str, Any]:
        named = [self._names(each) for each in self.points]
        own = [name for name, _ in named]
        return {
            "name": names(own),
            "other": other_names((other for _, other in named), own),
            "id": ids((each.id for each in self.points), own),
            "place": places(self._place(each) for each in self.points),
            "where": lines(self._where(each) for each in self.points),
        }

    def _where(self, point: SalesPoint) -> str:
        """Say where a sales point is outside the province."""
        if point.province is not None:
            return point.province
        return phrases.country_text(point.country, self.lang) if point.country is not None else ""

    def _place(self, record: Product | Producer | SalesPoint) -> int | None:
        """Give the place of a record among communes and then districts."""
        if record.district is None:
            return None
        return self._place_places[record.district, record.commune]

    def _names(self, record: Product | Producer | SalesPoint) -> tuple[str, str]:
        """Give the name that is shown, and the one in the other language or nothing."""
        return self._pair(record.name, record.en.name if record.en is not None else None)

    def _pair(self, vi: str, en: str | None) -> tuple[str, str]:
        if self.lang == "en" and en is not None:
            return en, vi
        return vi, (en or "") if self.lang == "vi" else ""

    # Tables ---------------------------------------------------------------------------------------

    def _group(self, group: Group) -> tuple[Any, ...]:
        return group.id, *self._pair(group.name, group.en)

    def _kind(self, kind: Kind) -> tuple[Any, ...]:
        """Give a kind with the short names, which stand for all its goods, and the words that lead to it alone."""
        called = [kind.short or kind.name, kind.short_en or kind.en]
        more = [kind.name, kind.en, *kind.synonyms]
        return (
            kind.id,
            self._group_places[kind.group],
            self.telling.kind_name(kind),
            kind.icon or DEFAULT_ICON,
            kind.pane or DEFAULT_PANE,
            list(dict.fromkeys(name for name in called if name)),
            list(dict.fromkeys(word for word in more if word and word not in called)),
        )

    def _district(self, district: District) -> tuple[str, ...]:
        """Give a district with its names in both languages, and as a second line says it."""
        called = (phrases.unit_text(district.name, lang) for lang in _own_first(self.lang))
        return district.id, *called, self.telling.district_short(district.id)

    def _communes(self) -> Iterator[tuple[Any, ...]]:
        """Give the communes of all districts, with the page of the district on which each is a section."""
        for place, district in enumerate(self.districts):
            pages = commune_pages(district, self.telling)
            start = self.telling.address("districts", district.id)
            for commune in district.communes:
                page = pages.get(commune.id, start).removeprefix(start)
                yield place, commune.id, *self._commune(commune), page

    def _commune(self, commune: Commune) -> tuple[str, str, str, int]:
        """Give its name, that of what it became, the same in an address of either language, and the province."""
        now, province = commune.now, commune.now.province if commune.now is not None else None
        return (
            phrases.unit_text(commune.name, self.lang),
            phrases.unit_text(now.name, self.lang) if now is not None else "",
            slug(now.name) if now is not None else "",
            self.provinces.place(province) if province is not None else -1,
        )

    def _promotion(self, promotion: Promotion) -> tuple[str, str, str]:
        start, until = promotion.start, promotion.until
        return (
            start.first.isoformat() if start is not None else "",
            until.last.isoformat() if until is not None else "",
            self.telling.promotion_title(promotion).text,
        )

    # Parts ----------------------------------------------------------------------------------------

    def facts(self) -> dict[str, Any]:
        """Give what goods and their makers are filtered by, besides what search knows."""
        markets = [each.trade.export_markets if each.trade is not None else () for each in self.goods]
        countries = sorted({code for codes in markets for code in codes})
        outputs = [output_of(each, self.telling) for each in self.goods]
        certificates = listed(self._certificates(each) for each in self.goods)
        makers = listed(self._certificates(each) for each in self.makers)
        return {
            "price": lines(_price(each) for each in self.goods),
            "season": listed([str(month) for month in each.season] for each in self.goods),
            "markets": listed(markets),
            "output": lines("" if each is None else f"{each.quantity:f} {_sum_of(each)}" for each in outputs),
            "sums": {
                _sum_of(each): ways_to_say_sum(each, self.telling)
                for each in sorted((each for each in outputs if each is not None), key=place_of_sum)
            },
            "label": lines("1" if is_labelled(each, self.telling) else "" for each in self.goods),
            "countries": {code: phrases.country_text(code, self.lang) for code in countries},
            "certificates": certificates,
            "makers": makers,
            "offers": lines(
                offer_text(self.edition.by_producer.get(each.id, ()), self.telling) for each in self.makers
            ),
            "withdrawn": {
                row: (notice.text, notice.after)
                for row, each in enumerate(self.makers)
                if (notice := withdrawn(each, self.telling)) is not None
            },
            "schemes": [(each, phrases.scheme_text(each, self.lang)) for each in self.schemes.entries()],
        }

    def _certificates(self, holder: Product | Producer) -> Iterator[str]:
        for each in holder.certifications:
            until = each.expires.last.isoformat() if each.expires is not None else ""
            yield f"{self.schemes.place(each.scheme)} {until}"

    def codes(self) -> dict[str, Any]:
        """Give what else a code on a pack may name."""
        return {
            "products": listed(each.formerly for each in self.goods),
            "gtins": listed(
                [pack.gtin for pack in each.packs if pack.gtin is not None] for each in self.goods
            ),
            "producers": listed(each.formerly for each in self.makers),
        }


def _price(product: Product) -> str:
    """Give the lowest price of a product's packs."""
    prices = [pack.price for pack in product.packs if pack.price is not None]
    return str(min(prices)) if prices else ""


def _sum_of(output: Amount) -> str:
    """Name what outputs are added to: those of one unit and period."""
    return f"{output.unit} {output.per or ''}".strip()


def _by_id(ids_in_order: Iterable[str]) -> dict[str, int]:
    return {id_: place for place, id_ in enumerate(ids_in_order)}


def _own_first(lang: Lang) -> list[Lang]:
    return sorted(addresses.LANGS, key=lambda each: each != lang)
