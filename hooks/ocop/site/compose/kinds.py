"""Pages of kinds and groups of goods."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from ocop.i18n import phrases
from ocop.records import Group, Kind, Product, Promotion
from ocop.site.compose.citing import Citations
from ocop.site.compose.listings import page_addresses
from ocop.site.compose.places import district_map
from ocop.site.compose.sections import Shelf, by_standing, into_pages, pager, shelf_chips, told
from ocop.site.compose.telling import DEFAULT_ICON, DEFAULT_PANE, Telling
from ocop.site.views import IndexLine, KindGroup, KindsView, KindView, Prose, Said

INDEX_LINES = 12


def kinds_view(telling: Telling) -> KindsView:
    """Compose the index of groups and kinds; groups without goods are named in one sentence."""
    catalogue, edition = telling.edition.catalogue, telling.edition
    groups, empty = [], []
    for group in sorted(catalogue.groups.values(), key=_by_number):
        kinds = tuple(kind_line(kind, telling) for kind in kinds_of(group, telling))
        if kinds:
            groups.append(
                KindGroup(
                    telling.group_name(group), telling.address("kinds", group.id), group.number or "", kinds
                )
            )
        else:
            empty.append(telling.group_name(group))
    names = "; ".join(empty)
    return KindsView(
        heading=telling.say("Loại hàng", "Kinds of goods"),
        lead=telling.say(
            f"{len(edition.by_kind)} loại trong danh mục, xếp theo nhóm của Chương trình OCOP.",
            f"{len(edition.by_kind)} kinds in the catalogue, in the groups of the OCOP programme.",
        ),
        groups=tuple(groups),
        empty_groups=telling.say(
            f"Chưa ghi nhận sản phẩm ở nhóm: {names}.", f"No product on record in: {names}."
        )
        if names
        else "",
    )


def _by_number(group: Group) -> tuple[int, str]:
    """Put groups in the order of the decision, which numbers them in Roman figures; others after them."""
    numbers = ("I", "II", "III", "IV", "V", "VI")
    return (numbers.index(group.number) if group.number in numbers else len(numbers), group.id)


def kinds_of(group: Group, telling: Telling) -> list[Kind]:
    """Give the kinds of a group that have goods, most goods first."""
    edition = telling.edition
    kinds = [
        kind
        for kind in edition.catalogue.kinds.values()
        if kind.group == group.id and kind.id in edition.by_kind
    ]
    return sorted(kinds, key=lambda kind: (-len(edition.by_kind[kind.id]), kind.id))


def kind_line(kind: Kind, telling: Telling) -> IndexLine:
    """Make a kind's line of an index."""
    count = len(telling.edition.by_kind.get(kind.id, ()))
    return IndexLine(
        telling.here(telling.kind_name(kind)), telling.address("kinds", kind.id), count,
        icon=kind.icon or DEFAULT_ICON, pane=kind.pane or DEFAULT_PANE,
    )  # fmt: skip


def kind_pages(kind: Kind, telling: Telling) -> list[Callable[[], KindView]]:
    """Compose the pages of one kind: its goods by standing, its makers, its places, its campaign."""
    goods = telling.edition.by_kind.get(kind.id, ())
    promotion = next((each for each in telling.edition.promotions if kind.id in each.kinds), None)
    summary = telling.said(kind.summary, kind.summary_en).text if kind.summary is not None else ""
    shown = _Shown(
        kind.id, telling.kind_name(kind), kind.icon or DEFAULT_ICON, kind.pane or DEFAULT_PANE,
        summary=summary, promotion=promotion,
    )  # fmt: skip
    return _pages(goods, shown, telling)


def group_pages(group: Group, telling: Telling) -> list[Callable[[], KindView]]:
    """Compose the pages of one OCOP group."""
    kinds = kinds_of(group, telling)
    first = kinds[0] if kinds else None
    icon, pane = (first.icon, first.pane) if first is not None else (None, None)
    lines = tuple(kind_line(kind, telling) for kind in kinds)
    shown = _Shown(
        group.id, telling.group_name(group), icon or DEFAULT_ICON, pane or DEFAULT_PANE, kinds=lines
    )
    return _pages(telling.edition.by_group.get(group.id, ()), shown, telling)


@dataclass(frozen=True, slots=True)
class _Shown:
    """What the pages of a kind and of a group differ in."""

    entry: str
    heading: str
    icon: str
    pane: str
    summary: str = ""
    kinds: tuple[IndexLine, ...] = ()
    promotion: Promotion | None = None

    @property
    def is_mixed(self) -> bool:
        """Whether rows need a drawing each: on a page of one kind the large one says it all."""
        return bool(self.kinds)


def _pages(goods: tuple[Product, ...], shown: _Shown, telling: Telling) -> list[Callable[[], KindView]]:
    pages = into_pages(by_standing(goods, telling, by="maker-place", with_drawings=shown.is_mixed), telling)
    address_of = page_addresses(pages, "kinds", shown.entry, telling.lang)
    title = telling.promotion_title(shown.promotion).text if shown.promotion is not None else ""

    def page(number: int, shelves: tuple[Shelf, ...]) -> KindView:
        first = number == 1
        citations = Citations(telling)
        if shown.promotion is not None:
            citations.cite(shown.promotion.sources)
        return KindView(
            heading=telling.numbered(shown.heading, number),
            lead=_lead(goods, shown.summary, telling) if first else "",
            icon=shown.icon,
            pane=shown.pane,
            promoted=title,
            chips=shelf_chips(pages, address_of, number),
            kinds=shown.kinds if first else (),
            sections=told(shelves, telling),
            makers=makers(goods, telling) if first else (),
            places=places(goods, telling) if first else (),
            map=district_map(telling) if first and goods else (),
            promotion_title=title if first else "",
            promotion=_story(shown.promotion, telling) if first else None,
            pager=pager(number, len(pages), address_of),
            sources=citations.lines() if first else (),
            promoted_until=telling.campaign_until(shown.promotion),
            outdated=telling.outdated(goods),
        )

    return [partial(page, number, shelves) for number, shelves in enumerate(pages, start=1)]


def _lead(goods: tuple[Product, ...], summary: str, telling: Telling) -> str:
    if not goods:
        return telling.say("Chưa ghi nhận sản phẩm nào.", "No product on record.")
    return f"{telling.counted(goods)}. {summary}".strip()


def _story(promotion: Promotion | None, telling: Telling) -> Prose | None:
    if promotion is None:
        return None
    return telling.prose(promotion.text, promotion.en.text if promotion.en is not None else None)


def makers(goods: tuple[Product, ...], telling: Telling) -> tuple[IndexLine, ...]:
    """Count some goods by maker, most first; at most a dozen."""
    counts: dict[str, int] = {}
    for product in goods:
        if product.producer is not None:
            counts[product.producer] = counts.get(product.producer, 0) + 1
    ranked = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))[:INDEX_LINES]
    producers = telling.edition.catalogue.producers
    return tuple(
        IndexLine(telling.name(producers[key]), telling.address("producers", key), count)
        for key, count in ranked
    )


def places(goods: tuple[Product, ...], telling: Telling) -> tuple[IndexLine, ...]:
    """Count some goods by district, most first."""
    counts: dict[str, int] = {}
    for product in goods:
        if product.district is not None:
            counts[product.district] = counts.get(product.district, 0) + 1
    districts = telling.edition.catalogue.districts
    ranked = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    return tuple(
        IndexLine(
            Said(phrases.unit_text(districts[key].name, telling.lang), telling.lang),
            telling.address("districts", key),
            count,
        )
        for key, count in ranked
    )
