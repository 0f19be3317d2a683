"""Goods counted by kind and by place: the lines of an index, and the map that says the same."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from ocop.i18n import phrases
from ocop.records import District, Kind, Product
from ocop.site.compose.telling import DEFAULT_ICON, DEFAULT_PANE, Telling
from ocop.site.views import IndexLine, MapPlace


def kind_line(kind: Kind, count: int, telling: Telling) -> IndexLine:
    """Make a kind's line of an index."""
    return IndexLine(
        telling.here(telling.kind_name(kind)), telling.address("kinds", kind.id), count,
        icon=kind.icon or DEFAULT_ICON, pane=kind.pane or DEFAULT_PANE,
    )  # fmt: skip


def kind_lines(goods: Iterable[Product], telling: Telling) -> tuple[IndexLine, ...]:
    """Count some goods by kind, most first."""
    kinds = telling.edition.catalogue.kinds
    counts = Counter(product.kind for product in goods)
    ranked = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    return tuple(kind_line(kinds[key], count, telling) for key, count in ranked)


def place_lines(goods: Iterable[Product], telling: Telling, *, empty: bool = False) -> tuple[IndexLine, ...]:
    """Count some goods by district, most first; ``empty`` lists the districts without any, too."""
    counts = _by_district(goods)
    lines = (
        IndexLine(
            telling.here(phrases.unit_text(each.name, telling.lang)),
            telling.address("districts", each.id),
            counts[each.id],
        )
        for each in telling.edition.catalogue.districts.values()
        if empty or counts[each.id]
    )
    return tuple(sorted(lines, key=lambda line: (-line.count, line.address)))


def district_map(goods: Iterable[Product], telling: Telling, chosen: str = "") -> tuple[MapPlace, ...]:
    """Give the places of the map, each a link with the number of some goods made there."""
    counts = _by_district(goods)
    return tuple(
        _map_place(each, counts[each.id], telling, chosen=each.id == chosen)
        for each in telling.edition.catalogue.districts.values()
    )


def _map_place(district: District, count: int, telling: Telling, *, chosen: bool) -> MapPlace:
    return MapPlace(
        district.id,
        phrases.unit_short(district.name, telling.lang),
        telling.address("districts", district.id),
        count,
        phrases.products_text(count, telling.lang),
        chosen,
    )


def unplaced(goods: Iterable[Product], telling: Telling) -> str:
    """Count in a sentence the goods for which no source names the district; empty where all have theirs."""
    count = _by_district(goods)[None]
    if not count:
        return ""
    return telling.say(
        f"{phrases.products_text(count, 'vi')} chưa nguồn nào cho biết làm ở huyện nào.",
        f"For {phrases.products_text(count, 'en')} no source names the district.",
    )


def _by_district(goods: Iterable[Product]) -> Counter[str | None]:
    return Counter(product.district for product in goods)
