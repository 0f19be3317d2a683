"""Search and filters of the whole listings: what a page holds of them before, and without, a script."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from ocop.i18n import phrases
from ocop.site.compose.telling import DEFAULT_ICON, Telling
from ocop.site.views import Chip, Sifting
from ocop.text import vietnamese_order

MAKERS = 12


def product_sifting(telling: Telling) -> Sifting:
    """Give the search of all products; without a script kinds, districts and producers part them."""
    edition = telling.edition
    by_kind = {id_: len(goods) for id_, goods in edition.by_kind.items()}
    by_district = {id_: len(goods) for id_, goods in edition.by_district.items() if id_ is not None}
    ways = (_kinds(by_kind, telling), _districts(by_district, telling), _makers(telling))
    icons = dict.fromkeys(telling.kind_of(product).icon or DEFAULT_ICON for product in edition.listing)
    return Sifting("products", telling.address("products"), ways, tuple(icons))


def producer_sifting(telling: Telling) -> Sifting:
    """Give the search of all producers; without a script districts and kinds part them."""
    edition = telling.edition
    districts = Counter(each.district for each in edition.producers if each.district is not None)
    kinds = {
        id_: len({product.producer for product in goods if product.producer is not None})
        for id_, goods in edition.by_kind.items()
    }
    return Sifting(
        "producers", telling.address("producers"), (_districts(districts, telling), _kinds(kinds, telling))
    )


Way = tuple[str, tuple[Chip, ...]]


def _kinds(counts: Mapping[str, int], telling: Telling) -> Way:
    kinds = telling.edition.catalogue.kinds
    chips = (
        Chip(telling.kind_name(kinds[id_]), telling.address("kinds", id_), count=count)
        for id_, count in counts.items()
    )
    return telling.say("Loại hàng", "Kind"), _most_first(chips)


def _districts(counts: Mapping[str, int], telling: Telling) -> Way:
    chips = (
        Chip(telling.district_short(id_), telling.address("districts", id_), count=count)
        for id_, count in counts.items()
    )
    return telling.say("Địa phương (tên cũ)", "Place (old name)"), _most_first(chips)


def _makers(telling: Telling) -> Way:
    edition = telling.edition
    goods = {each: len(edition.by_producer.get(each.id, ())) for each in edition.producers}
    chips = _most_first(
        Chip(telling.name(each).text, telling.address("producers", each.id), count=count)
        for each, count in goods.items()
    )
    text = telling.say("Tất cả ", "All ") + phrases.producers_text(len(goods), telling.lang)
    return telling.say("Chủ thể", "Producer"), (
        *chips[:MAKERS],
        Chip(text, telling.address("producers")),
    )


def _most_first(chips: Iterable[Chip]) -> tuple[Chip, ...]:
    with_something = (chip for chip in chips if chip.count)
    return tuple(sorted(with_something, key=lambda chip: (-(chip.count or 0), vietnamese_order(chip.text))))
