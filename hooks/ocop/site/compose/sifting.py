"""Search and filters of the whole listings: what a page holds of them before, and without, a script."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from ocop.i18n import phrases
from ocop.site.compose.telling import Telling
from ocop.site.views import Chip, Sifting
from ocop.text import vietnamese_order

Way = tuple[str, tuple[Chip, ...]]


def product_sifting(telling: Telling) -> Sifting:
    """Give the search of all products; without a script kinds, districts and producers part them."""
    edition = telling.edition
    by_kind = {id_: len(goods) for id_, goods in edition.by_kind.items()}
    by_district = {id_: len(goods) for id_, goods in edition.by_district.items() if id_ is not None}
    ways = (_kinds(by_kind, telling), _districts(by_district, telling), _makers(telling))
    return Sifting("products", telling.address("products"), ways)


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
    count = phrases.producers_text(len(telling.edition.producers), telling.lang)
    all_of_them = Chip(telling.say(f"Tất cả {count}", f"All {count}"), telling.address("producers"))
    return telling.say("Chủ thể", "Producer"), (all_of_them,)


def _most_first(chips: Iterable[Chip]) -> tuple[Chip, ...]:
    with_something = (chip for chip in chips if chip.count)
    return tuple(sorted(with_something, key=lambda chip: (-(chip.count or 0), vietnamese_order(chip.text))))
