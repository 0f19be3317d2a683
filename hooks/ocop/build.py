"""The build, as a table of contents: what the command and the host's hook both do, in its order.

    day = today(os.environ)
    loaded = load(root)                     # records read, checked against one another
    edited = edit(loaded, day)              # the catalogue on one day, and what to tell staff
    made = make(edited.edition, settings)   # pages and files; the caller writes them

Nothing here prints, writes or reads a clock but `today`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta, timezone
from functools import cache, cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from ocop import catalogue
from ocop.catalogue import Loaded
from ocop.findings import Finding, in_order

if TYPE_CHECKING:
    from ocop.edition import Edition
    from ocop.export import Exported
    from ocop.photos import Shelf
    from ocop.site import Settings
    from ocop.site.model import Asset, OpenData, Site

# Asia/Ho_Chi_Minh has no other offset since 1975, and not every machine has a table of time zones.
VIET_NAM: Final = timezone(timedelta(hours=7))
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


class AddressClaimedTwiceError(ValueError):
    """Two parts of the site want the same address."""


@dataclass(frozen=True, slots=True)
class Edited:
    """The catalogue on a day, None where an error stands in the way, and all findings in order."""

    edition: Edition | None
    findings: tuple[Finding, ...]

    @property
    def errors(self) -> tuple[Finding, ...]:
        """What stops the build."""
        return tuple(found for found in self.findings if found.is_error)


@dataclass
class Made:
    """Everything to publish but what the caller adds: it may claim further files, and name further pages."""

    site: Site
    site_url: str
    claims: Claims
    exported: Callable[[], Exported]
    further_pages: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """Pages that the caller makes, for the site map: address -> its alternates."""

    @cached_property
    def exports(self) -> tuple[Asset, ...]:
        """Open data, feed and site map, made when first asked for: a preview mostly needs none of them."""
        from ocop import export
        from ocop.site.model import Asset

        listed = [(page.address, page.alternates) for page in self.site.pages if page.listed]
        files = {
            **self.exported().files,
            **export.sitemap_files([*listed, *self.further_pages.items()], self.site_url),
            "robots.txt": export.robots(self.site_url),
        }
        self.claims.add((path, f"the export {path}") for path in files)
        return tuple(Asset(path, content) for path, content in files.items())


def today(environ: Mapping[str, str]) -> date:
    """Give the day of the build: CATALOGUE_DATE, else that of SOURCE_DATE_EPOCH, else today in Việt Nam.

    Raises ValueError, naming the variable, for a value that is no date.
    """
    if chosen := environ.get("CATALOGUE_DATE", ""):
        return _day(chosen)
    if epoch := environ.get("SOURCE_DATE_EPOCH", ""):
        return _day_of_epoch(epoch)
    return datetime.now(VIET_NAM).date()


def load(root: Path, shelf: Shelf | None = None) -> Loaded:
    """Read every record under ``root``; what ``shelf`` knows of photos is not found out again."""
    return catalogue.load(root, shelf)


def edit(loaded: Loaded, day: date) -> Edited:
    """Give the catalogue on a day, with what the day adds to the findings: what ends soon or has ended.

    A fault in one file keeps the catalogue from being published, but not another file's rating from running out.
    """
    from ocop.edition import Edition, warnings

    findings = in_order([*loaded.findings, *warnings(loaded.sound, day, loaded.locate)])
    edition = None if loaded.catalogue is None else Edition.of(loaded.catalogue, day)
    return Edited(edition, tuple(findings))


def check(root: Path, day: date, shelf: Shelf | None = None) -> Edited:
    """Do what a build does before it makes anything."""
    return edit(load(root, shelf), day)


def make(edition: Edition, settings: Settings) -> Made:
    """Compose the site; raises AddressClaimedTwiceError."""
    from ocop import export
    from ocop.site import compose
    from ocop.site.compose.printed import catalogue_weights
    from ocop.site.fingerprints import fingerprinted

    exported = cache(partial(export.exported, edition, settings.site_url))
    weights = cache(partial(catalogue_weights, edition, settings))
    site = fingerprinted(compose(edition, settings, lambda: _open_data(exported(), weights())))
    return Made(site, settings.site_url, Claims(_claims_of(site)), exported)


def _open_data(exported: Exported, printed: Mapping[str, int]) -> OpenData:
    """Say what pages tell of the exports, which know nothing of pages, and of what is ``printed``, sizes by path."""
    from ocop import export
    from ocop.site.model import OpenColumn, OpenData, OpenTable

    tables = (
        OpenTable(
            table.name,
            table.vi,
            table.en,
            tuple(
                OpenColumn(each.name, each.path[0], each.holds, each.vi, each.en, each.hint, each.hint_en)
                for each in table.columns
            ),
            table.rows,
            table.entries,
        )
        for table in exported.outlines
    )
    return OpenData(
        tuple(tables),
        {path: len(content) for path, content in exported.files.items()} | dict(printed),
        tuple((each.number, each.vi, each.en) for each in export.VERSIONS),
    )


class Claims:
    """Which file of the site is whose: each may be claimed once."""

    def __init__(self, claims: Iterable[tuple[str, str]] = ()) -> None:
        self._owners: dict[str, str] = {}
        self.add(claims)

    def add(self, claims: Iterable[tuple[str, str]]) -> None:
        """Note (file, owner); raises AddressClaimedTwiceError, naming both owners."""
        for path, owner in claims:
            # Some file systems hold `A` and `a` for one name; a site made on one of them must be whole as well.
            name = path.casefold()
            if other := self._owners.get(name):
                raise AddressClaimedTwiceError(f"/{path} is claimed twice: by {other} and by {owner}")
            self._owners[name] = owner


def _claims_of(site: Site) -> Iterator[tuple[str, str]]:
    for plan in site.pages:
        yield f"{plan.address}index.html", f"the page of {plan.made_of}"
    for asset in site.assets:
        yield asset.path, f"the file {asset.path}"
    for batch in site.batches:
        yield from ((path, f"a picture of {batch.made_of}") for path in batch.paths)


def _day(written: str) -> date:
    fault = ValueError(f"CATALOGUE_DATE={written}: not a date such as 2026-11-24")
    # `fromisoformat` alone would take 20261124 and 2026-W48-2 as well.
    if not _DAY.fullmatch(written):
        raise fault
    try:
        return date.fromisoformat(written)
    except ValueError:
        raise fault from None


def _day_of_epoch(written: str) -> date:
    try:
        return datetime.fromtimestamp(int(written), UTC).date()
    except (ValueError, OverflowError, OSError):
        raise ValueError(f"SOURCE_DATE_EPOCH={written}: not a number of seconds since 1970") from None
