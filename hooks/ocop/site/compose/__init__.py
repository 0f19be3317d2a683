"""From an edition to a site: which pages there are and what each one shows."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from ocop import addresses
from ocop.edition import Edition
from ocop.records.base import Record
from ocop.site.compose.check import WORKER, worker_file
from ocop.site.compose.editor import editor_files
from ocop.site.compose.finder import finder_files
from ocop.site.compose.pages import plans_of
from ocop.site.compose.pictures import batches
from ocop.site.compose.printed import printed
from ocop.site.compose.telling import Telling
from ocop.site.compose.traders_list import traders_list_file
from ocop.site.model import Asset, OpenData, Plan, Settings, Site
from ocop.site.redirects import redirect_html

FRONT_END: Final = (
    "ocop.css",
    "staff.css",
    "find.css",
    "check.css",
    "list.css",
    "data.css",
    "ocop.js",
    "find.js",
    "check.js",
    "more.js",
    "list.js",
    "workbook.js",
    "typeset.css",
    "be-vietnam-pro-700.woff2",
    "be-vietnam-pro-LICENSE.txt",
)
"""What was made at set-up and is published as it is (see `overrides/assets.mjs`, `overrides/font.py`)."""


def compose(edition: Edition, settings: Settings, open_data: Callable[[], OpenData]) -> Site:
    """Compose the whole site of one edition; ``open_data`` is asked for when a page tells of it."""
    tellings = [Telling(edition, lang, settings) for lang in addresses.LANGS]
    plans = tuple(plan for telling in tellings for plan in plans_of(telling, open_data))
    front_end = (*_front_end(settings), *(file for telling in tellings for file in finder_files(telling)))
    lists = (traders_list_file(telling) for telling in tellings)
    assets = (
        *front_end,
        *lists,
        worker_file(tellings, front_end, settings.bundle / WORKER),
        *editor_files(edition, settings),
        *_redirects(edition, settings, plans),
    )
    return Site(plans, assets, (*batches(edition, settings), *printed(edition, settings)))


def _front_end(settings: Settings) -> Iterator[Asset]:
    for name in FRONT_END:
        yield Asset(f"assets/ocop/{name}", settings.bundle / name)
    yield Asset("assets/ocop/favicon.svg", settings.art / "mark.svg")
    yield Asset("assets/ocop/share.png", settings.art.parent / "share.png")


def _redirects(edition: Edition, settings: Settings, plans: tuple[Plan, ...]) -> Iterator[Asset]:
    taken = {plan.address for plan in plans}
    for collection, old, record in _former(edition):
        for lang in addresses.LANGS:
            address = addresses.of(collection, lang, old)
            if address not in taken:
                target = addresses.of(collection, lang, record.id)
                yield Asset(f"{address}index.html", redirect_html(address, target, lang, settings.site_url))


def _former(edition: Edition) -> Iterator[tuple[str, str, Record]]:
    catalogue = edition.catalogue
    collections = (
        ("products", catalogue.products),
        ("producers", catalogue.producers),
        ("sales-points", catalogue.sales_points),
        ("districts", catalogue.districts),
    )
    for name, records in collections:
        for record in records.values():
            for old in record.formerly:
                yield name, old, record


__all__ = ["compose"]
