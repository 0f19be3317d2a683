"""Pages of kinds and groups of goods."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache, partial

from ocop.dates import PartialDate
from ocop.i18n import phrases
from ocop.records import Group, Kind, KindFact, Product, Promotion
from ocop.site.compose.citing import Citations
from ocop.site.compose.lines import district_map, kind_line, place_lines, unplaced
from ocop.site.compose.listings import page_addresses
from ocop.site.compose.makers import maker_rows, shown_makers
from ocop.site.compose.sections import Shelf, by_level, into_pages, pager, shelf_chips, told
from ocop.site.compose.supply import what_buyers_ask
from ocop.site.compose.telling import DEFAULT_ICON, DEFAULT_PANE, Telling
from ocop.site.views import Bit, Campaign, IndexLine, KindGroup, KindsView, KindView, Milestone


def kinds_view(telling: Telling) -> KindsView:
    """Compose the index of groups and kinds; groups without goods are named in one sentence."""
    catalogue, edition = telling.edition.catalogue, telling.edition
    groups, empty = [], []
    for group in sorted(catalogue.groups.values(), key=_by_number):
        kinds = tuple(
            kind_line(kind, len(edition.by_kind[kind.id]), telling) for kind in kinds_of(group, telling)
        )
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


def kind_pages(kind: Kind, telling: Telling) -> list[Callable[[], KindView]]:
    """Compose the pages of one kind: its goods by standing, its makers, its places, its campaign."""
    goods = telling.edition.by_kind.get(kind.id, ())
    promotion = next((each for each in telling.edition.promotions if kind.id in each.kinds), None)
    summary = telling.said(kind.summary, kind.summary_en).text if kind.summary is not None else ""
    shown = _Shown(
        kind.id, telling.kind_name(kind), kind.icon or DEFAULT_ICON, kind.pane or DEFAULT_PANE,
        summary=summary, promotion=promotion, facts=kind.facts,
    )  # fmt: skip
    return _pages(goods, shown, telling)


def group_pages(group: Group, telling: Telling) -> list[Callable[[], KindView]]:
    """Compose the pages of one OCOP group."""
    kinds = kinds_of(group, telling)
    first = kinds[0] if kinds else None
    icon, pane = (first.icon, first.pane) if first is not None else (None, None)
    lines = tuple(kind_line(kind, len(telling.edition.by_kind[kind.id]), telling) for kind in kinds)
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
    facts: tuple[KindFact, ...] = ()

    @property
    def is_mixed(self) -> bool:
        """Whether rows need a drawing each: on a page of one kind the large one says it all."""
        return bool(self.kinds)


def _pages(goods: tuple[Product, ...], shown: _Shown, telling: Telling) -> list[Callable[[], KindView]]:
    pages = into_pages(by_level(goods, telling, by="maker-place", with_drawings=shown.is_mixed), telling)
    address_of = page_addresses(pages, "kinds", shown.entry, telling.lang)
    outdated = cache(partial(telling.outdated, goods))

    def page(number: int, shelves: tuple[Shelf, ...]) -> KindView:
        view = KindView(
            heading=telling.numbered(shown.heading, number),
            icon=shown.icon,
            pane=shown.pane,
            promoted=telling.promotion_title(shown.promotion).text if shown.promotion is not None else "",
            chips=shelf_chips(pages, address_of, number),
            sections=told(shelves, telling),
            pager=pager(number, len(pages), address_of),
            promoted_until=telling.campaign_until(shown.promotion),
            outdated=outdated(),
        )
        return _with_story(view, goods, shown, telling) if number == 1 else view

    return [partial(page, number, shelves) for number, shelves in enumerate(pages, start=1)]


def _with_story(view: KindView, goods: tuple[Product, ...], shown: _Shown, telling: Telling) -> KindView:
    """Add what only the first page has: the story, what buyers ask, campaigns, places and makers."""
    citations = Citations(telling)
    makers, makers_more = shown_makers(maker_rows(goods, telling), telling)
    return replace(
        view,
        lead=_lead(goods, shown.summary, telling),
        kinds=shown.kinds,
        story_heading=_story_heading(shown, telling),
        told=tuple(_bit(fact, telling, citations) for fact in shown.facts if fact.date is None),
        history=_history(shown.facts, telling, citations),
        buyers=what_buyers_ask(goods, telling, citations),
        campaigns=_campaigns(goods, shown, telling, citations),
        places=place_lines(goods, telling),
        unplaced=unplaced(goods, telling),
        map=district_map(goods, telling) if goods else (),
        makers=makers,
        makers_more=makers_more,
        sources=citations.lines(),
    )


def _lead(goods: tuple[Product, ...], summary: str, telling: Telling) -> str:
    if not goods:
        return telling.say("Chưa ghi nhận sản phẩm nào.", "No product on record.")
    return f"{telling.counted(goods)}. {summary}".strip()


def _story_heading(shown: _Shown, telling: Telling) -> str:
    if not shown.facts:
        return ""
    name = shown.heading.lower()
    return telling.say(f"Chuyện {name} Bạc Liêu", f"The story of Bạc Liêu {name}")


def _bit(fact: KindFact, telling: Telling, citations: Citations) -> Bit:
    return Bit(telling.said(fact.text, fact.en), sources=tuple(sorted(citations.cite(fact.sources))))


def _history(facts: tuple[KindFact, ...], telling: Telling, citations: Citations) -> tuple[Milestone, ...]:
    """Put dated facts in order; what is known only by its year comes after what is known to the day."""
    dated = [(fact.date, fact) for fact in facts if fact.date is not None]
    return tuple(
        Milestone(str(day), phrases.date_text(day, telling.lang), _bit(fact, telling, citations))
        for day, fact in sorted(dated, key=lambda pair: (pair[0].last, pair[0].first))
    )


def _campaigns(
    goods: tuple[Product, ...], shown: _Shown, telling: Telling, citations: Citations
) -> tuple[Campaign, ...]:
    lifting = [telling.edition.promoted[each.id] for each in goods if each.id in telling.edition.promoted]
    return tuple(
        Campaign(
            telling.promotion_title(each).text,
            telling.prose(each.text, each.en.text if each.en is not None else None),
            _lasting(each.start, each.until, telling),
            citations.cite(each.sources),
            telling.campaign_until(each),
        )
        for each in telling.edition.promotions
        if each is shown.promotion or each in lifting
    )


def _lasting(start: PartialDate | None, until: PartialDate | None, telling: Telling) -> str:
    """Say from when until when a campaign runs."""
    lang = telling.lang
    said = []
    if start is not None:
        said.append(telling.say("từ ", "from ") + phrases.date_text(start, lang))
    if until is not None:
        said.append(telling.say("đến ", "to ") + phrases.until_text(until, lang))
        return phrases.capital(" ".join(said)) + "."
    said.append(telling.say("chưa định ngày kết thúc", "no end set"))
    return phrases.capital(", ".join(said)) + "."
