"""What one run of the host remembers from event to event, and how it tells what it found. Knows nothing of MkDocs."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any, Final, TextIO

from last_good import Aside
from live import Live
from ocop import addresses, build, photos, report, site
from ocop.build import Edited, Made
from ocop.findings import Finding
from ocop.i18n import Lang, lang_of
from ocop.site import model, structured, surroundings, writing
from ocop.site.compose.missing import missing_page
from ocop.site.compose.telling import HOME
from ocop.site.frames import Frame, Key, Marks
from ocop.site.rendering import look
from ocop.site.repository import Repository

LANGS: Final[tuple[Lang, Lang]] = ("vi", "en")

_SOON, _OFTEN, _NOW_AND_THEN = 1.0, 0.2, 5.0
"""Seconds: before a terminal hears of pictures, between two words to it, and between two lines to a file."""


@dataclass
class Build:
    """One build, from reading the records to the last page."""

    edited: Edited
    settings: site.Settings
    processes: int
    made: Made | None = None
    """None where faults stand in the way."""
    marks: Marks = field(default_factory=Marks.secret)
    keys: dict[str, Key] = field(default_factory=dict)
    """The frames to render, by the name of their virtual page."""
    frames: dict[Key, Frame] = field(default_factory=dict)
    assets: Mapping[str, str] = field(default_factory=dict)
    pages: frozenset[str] = frozenset()
    is_complete: bool = False

    @classmethod
    def begin(cls, root: Path, site_url: str, repo_url: str, environ: Mapping[str, str]) -> Build:
        """Read and check the records and, unless one has faults, compose the site; raises ValueError."""
        repository = Repository.of(
            repo_url, environ.get("CATALOGUE_BRANCH", ""), environ.get("CATALOGUE_HOST", "")
        )
        settings = site.Settings.of(root, site_url, repository)
        if not settings.bundle.is_dir():
            raise ValueError(
                "build/assets: chưa có kiểu dáng và mã trang, hãy chạy `make assets` · "
                "there are no style sheets and scripts yet: run `make assets`"
            )
        processes = writing.workers(environ.get("OCOP_WORKERS"))
        edited = build.check(root, build.today(environ), settings.shelf)
        if edited.edition is None:
            return cls(edited, settings, processes)
        look.cache_clear()  # the build before may have seen other templates
        made = build.make(edited.edition, settings)
        assets = surroundings.asset_names(made.site.assets)
        pages = frozenset(page.address for page in made.site.pages) | _whole_pages(made.site.assets)
        return cls(edited, settings, processes, made, assets=assets, pages=pages)

    def publish_with(self, files: Iterable[tuple[str, str]], pages: Iterable[str]) -> None:
        """Learn what the host publishes: files with their sources, and the addresses of pages written by hand.

        Raises AddressClaimedTwiceError.
        """
        if self.made is not None:
            self.made.claims.add(files)
            further = sorted(pages)
            self.pages |= frozenset(further)
            self.made.further_pages = {page: surroundings.alternates(page, self.pages) for page in further}

    def framed(self, key: Key) -> dict[str, Any]:
        """Give a template what it needs to render a frame."""
        around = self._around(key.lang, key.section, "../" * key.depth, self.marks["other"])
        return {"ocop": around, "head": self.marks["head"], "body": self.marks["body"]}

    def hand_written(self, address: str, title: str, description: str) -> dict[str, Any]:
        """Give a template what it needs around a page that the host makes of Markdown."""
        lang, base = surroundings.lang_of(address), "../" * address.count("/")
        alternates = surroundings.alternates(address, self.pages)
        way = [(HOME, addresses.of("home", lang)), (title, address)]
        page = model.Page(
            address, lang, "", title, description, "hand_written.html", None, alternates,
            structured=(structured.breadcrumbs(way, self.settings.site_url),),
        )  # fmt: skip
        around = self._around(lang, "", base, surroundings.other_link(alternates, lang, base))
        return {"ocop": around, "head": site.render(page, self.settings).head}

    def missing(self, base: str) -> dict[str, Any]:
        """Give a template the page for lost addresses: shown at any depth, it links by way of the site's root."""
        page = missing_page()
        rendered = site.render(page, self.settings)
        around = self._around(page.lang, page.section, base, surroundings.other_link({}, page.lang, base))
        return {"ocop": around, "head": rendered.head, "body": rendered.body}

    def render(self, plan: model.Plan) -> str:
        """Give a whole page: composed, rendered, and put into its frame."""
        rendered = site.render(plan.page(), self.settings)
        other = surroundings.other_link(plan.alternates, plan.lang, "../" * plan.depth)
        return self.frames[Key.of(plan)].fill({"head": rendered.head, "body": rendered.body, "other": other})

    def write(self, folder: Path) -> None:
        """Write the whole site but for what the host writes."""
        if (made := self.made) is not None:
            writing.write_assets(made.site.assets, folder)
            self._write_pictures(made.site.batches, folder)
            late = [page for page in made.site.pages if page.tells_of_files]
            writing.write_pages(
                [page for page in made.site.pages if not page.tells_of_files], self.render, folder, self.processes,
                meanwhile=partial(self._write_files, made, late, folder),
            )  # fmt: skip

    def _write_files(self, made: Made, late: Iterable[model.Plan], folder: Path) -> None:
        """Write the exports, and the pages that tell of them."""
        writing.write_assets(made.exports, folder)
        for page in late:
            writing.write_page(page, self.render, folder)

    @property
    def summary(self) -> str:
        """The build in one line."""
        errors = len(self.edited.errors)
        warnings = len(self.edited.findings) - errors
        if self.made is None:
            return (
                f"Không xuất bản gì (lỗi: {errors}, cảnh báo: {warnings}) · "
                f"Nothing is published (errors: {errors}, warnings: {warnings})"
            )
        pages = len(self.pages)
        return f"Trang: {pages}, cảnh báo: {warnings} · Pages: {pages}, warnings: {warnings}"

    def _write_pictures(self, batches: Sequence[model.Batch | model.LateBatch], folder: Path) -> None:
        """Write photos, share pictures and what is printed; what no longer belongs to the catalogue leaves the shelf."""
        shelf, progress = self.settings.shelf, Progress(sys.stderr)
        try:
            used = writing.write_batches(batches, folder, self.processes, shelf, progress)
        finally:
            progress.end()
        if shelf is not None and self.edited.edition is not None:
            looked_at = self.edited.edition.catalogue.pictures.values()
            shelf.prune(used | {photos.facts_key(each.digest) for each in looked_at})

    def _around(self, lang: Lang, section: str, base: str, other: str) -> surroundings.Surroundings:
        assert self.edited.edition is not None
        return surroundings.Surroundings(
            lang, section, base, other, self.edited.edition.day, self.pages, self.assets
        )


def _whole_pages(assets: Iterable[model.Asset]) -> frozenset[str]:
    """Give the addresses of the files that are pages without a frame: the editor's; not those that only lead on."""
    editor = addresses.staff("editor")
    return frozenset(editor for asset in assets if asset.path == f"{editor}index.html")


class Progress:
    """Tells how many pictures are done where that takes long: in place on a terminal, else in a line now and then."""

    def __init__(self, stream: TextIO, clock: Callable[[], float] = time.monotonic) -> None:
        """Begin now; what is done within a second or two is not told."""
        self._stream, self._clock, self._is_terminal = stream, clock, stream.isatty()
        self._next = clock() + (_SOON if self._is_terminal else _NOW_AND_THEN)
        self._width = 0

    def __call__(self, done: int, total: int) -> None:
        """Hear how many of how many are done."""
        if self._clock() < self._next:
            return
        self._next = self._clock() + (_OFTEN if self._is_terminal else _NOW_AND_THEN)
        line = f"Ảnh, bản in: {done}/{total} · Pictures, prints: {done}/{total}"
        self._width = len(line)
        self._stream.write(f"\r{line}" if self._is_terminal else f"{line}\n")
        self._stream.flush()

    def end(self) -> None:
        """Leave a terminal as it was."""
        if self._is_terminal and self._width:
            self._stream.write(f"\r{' ' * self._width}\r")
            self._stream.flush()


@dataclass
class Session:
    """One run of the host; a preview has many builds."""

    live: Live
    is_command: bool = False
    """Whether the host was started as a command, and will say when it ends."""
    serves: bool = False
    is_lazy: bool = False
    """Whether pages are made when they are asked for."""
    build: Build | None = None
    aside: Aside | None = None
    restore: Callable[[], None] = lambda: None
    """Undoes what the host was told for building aside."""
    _told: frozenset[str] = frozenset()

    @property
    def current(self) -> Build:
        """The build under way."""
        if self.build is None:
            raise RuntimeError("no build is under way")
        return self.build

    def tell(self, findings: Iterable[Finding], environ: Mapping[str, str] = os.environ) -> None:
        """Print findings, one a line; a preview repeats none that it has told of the build before."""
        lines = said(findings, lang_of(environ)).splitlines()
        for line in lines:
            if line not in self._told:
                say(line)
        if self.serves:
            self._told = frozenset(lines)


def said(findings: Iterable[Finding], lang: Lang) -> str:
    """Put findings into words, one a line."""
    return report.text(findings, lang)


def say(line: str) -> None:
    """Print a line for whoever builds; the standard output is left to the host."""
    print(line, file=sys.stderr)  # noqa: T201 - it is what this is for
