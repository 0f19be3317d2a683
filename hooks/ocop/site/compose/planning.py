"""The plan of a page: where it stands, what it says when somebody asks, and the way to it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from ocop import addresses
from ocop.i18n import Lang, phrases
from ocop.site import structured
from ocop.site.compose.telling import Telling
from ocop.site.model import Page, Plan, Preview

STAFF = "staff"
"""The section of pages for staff: none of the menu's, but with a style sheet of its own (see overrides/main.html)."""
_LONGEST_DESCRIPTION = 300


@dataclass(frozen=True, slots=True)
class Content:
    """What a page says: its words for search engines, its view, and the way to it."""

    title: str
    description: str
    view: Any
    crumbs: tuple[tuple[str, str], ...] = ()
    previews: tuple[Preview, ...] = ()
    about: Mapping[str, Any] | None = None


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a page stands: in which collection, under which entry (by language where they differ), on which page of it."""

    collection: str
    template: str
    entry: str | Mapping[Lang, str] = ""
    section: str = ""
    number: int = 1
    made_of: str = ""


def plan(spot: Spot, content: Callable[[], Content], telling: Telling) -> Plan:
    """Plan a page of a spot; ``content`` tells it when somebody asks."""
    lang, entry = telling.lang, spot.entry
    entries: dict[Lang, str] = {
        each: entry if isinstance(entry, str) else entry[each] for each in addresses.LANGS
    }
    address = addresses.of(spot.collection, lang, entries[lang], spot.number)
    alternates = addresses.alternates(spot.collection, entries, spot.number)

    def page() -> Page:
        told = content()
        data = [told.about] if told.about is not None else []
        if spot.collection != "home":
            way = [telling.home_crumb, *told.crumbs, (told.title, address)]
            data.append(structured.breadcrumbs(way, telling.settings.site_url))
        return Page(
            address, lang, spot.section, told.title, _short(told.description), spot.template, told.view, alternates,
            previews=told.previews, crumbs=told.crumbs, structured=tuple(data),
        )  # fmt: skip

    made_of = spot.made_of or f"{spot.collection} {entries[lang]}".strip()
    return Plan(address, lang, spot.section, spot.template, made_of, alternates, page)


def staff_plan(
    name: str, template: str, content: Callable[[], Content], telling: Telling, entry: str = ""
) -> Plan:
    """Plan a page for staff (see `addresses.STAFF`), in Vietnamese alone; search engines are told of the guide only."""
    address = addresses.staff(name, entry)
    listed = name != "work"
    alternates: dict[str, str] = {telling.lang: address}

    def page() -> Page:
        told = content()
        way = [telling.home_crumb, *told.crumbs, (told.title, address)]
        return Page(
            address, telling.lang, STAFF, told.title, _short(told.description), template, told.view, alternates,
            crumbs=told.crumbs, structured=(structured.breadcrumbs(way, telling.settings.site_url),), listed=listed,
        )  # fmt: skip

    return Plan(
        address, telling.lang, STAFF, template, f"{name} {entry}".strip(), alternates, page, listed=listed
    )


def crumb(collection: str, telling: Telling) -> tuple[str, str]:
    """Give the page of a collection as a step of the way: its name and address."""
    return phrases.collection_text(collection, telling.lang), telling.address(collection)


def _short(description: str) -> str:
    if len(description) <= _LONGEST_DESCRIPTION:
        return description
    return description[:_LONGEST_DESCRIPTION].rsplit(" ", 1)[0] + "…"
