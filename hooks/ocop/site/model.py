"""What the site consists of: pages that a template fills, and files that are ready."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol

from ocop.i18n import Lang
from ocop.photos import Shelf
from ocop.site.repository import Repository


class Placed(Protocol):
    """What has a place in the site: a page, or the plan of one."""

    @property
    def address(self) -> str:
        """The address relative to the site."""

    @property
    def lang(self) -> Lang:
        """The language."""

    @property
    def section(self) -> str:
        """The entry of the main menu, or empty."""

    @property
    def template(self) -> str:
        """The template that shows it."""

    @property
    def depth(self) -> int:
        """How many folders deep it lies."""


@dataclass(frozen=True, slots=True)
class Preview:
    """A picture that social networks show of a page: its address in the site, its size and its words."""

    address: str
    width: int
    height: int
    alt: str


@dataclass(frozen=True, slots=True)
class Page:
    """One page of one language.

    ``address`` is relative to the site, ends with a slash, and is empty for the home page. ``section`` is the
    entry of the main menu it belongs to (see `addresses.SECTIONS`), empty for none. ``view`` is the frozen type
    its template shows. ``alternates`` are the same page's addresses by language, itself included.
    """

    address: str
    lang: Lang
    section: str
    title: str
    description: str
    template: str
    view: Any
    alternates: Mapping[str, str] = field(default_factory=dict)
    previews: tuple[Preview, ...] = ()
    crumbs: tuple[tuple[str, str], ...] = ()
    """(text, address) of the pages above this one, outermost first."""
    structured: tuple[Mapping[str, Any], ...] = ()
    listed: bool = True
    """Whether search engines and the site map are told of the page."""

    @property
    def depth(self) -> int:
        """How many folders deep the page lies; the home page is at 0."""
        return self.address.count("/")


@dataclass(frozen=True, slots=True)
class Plan:
    """A page that is to be made: all that must be known of it before anybody asks for it.

    ``made_of`` says what the page shows, for messages: a record's file, or a collection. ``page`` composes it; that is left
    to whoever writes it, so that composing is shared among the workers and a preview composes only what is looked at.
    """

    address: str
    lang: Lang
    section: str
    template: str
    made_of: str
    alternates: Mapping[str, str]
    page: Callable[[], Page]
    listed: bool = True
    tells_of_files: bool = False
    """Whether it tells of the exported files: whoever makes those makes the page as well, after them."""

    @property
    def depth(self) -> int:
        """How many folders deep the page lies; the home page is at 0."""
        return self.address.count("/")


@dataclass(frozen=True, slots=True)
class OpenColumn:
    """A column of a published table: ``key`` is the key of a row that it shows, or shows a part of."""

    name: str
    key: str
    holds: str
    vi: str
    en: str
    hint: str
    hint_en: str


@dataclass(frozen=True, slots=True)
class OpenTable:
    """A published table: its file's name without the ending, what it is called, its columns and how many rows it has.

    ``entries`` are the keys of the entries of its lists, by the key of the list.
    """

    name: str
    vi: str
    en: str
    columns: tuple[OpenColumn, ...]
    rows: int
    entries: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class OpenData:
    """What is published besides pages: tables, the size of each file by its path, and the versions of its form.

    Versions are (number, what is new in Vietnamese, in English), newest first.
    """

    tables: tuple[OpenTable, ...] = ()
    sizes: Mapping[str, int] = field(default_factory=dict)
    versions: tuple[tuple[str, str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Asset:
    """One file of the site that needs no frame; ``content`` is its bytes or the file that holds them."""

    path: str
    content: bytes | Path


@dataclass(frozen=True, slots=True)
class Batch:
    """Files that are made together, such as the sizes of one photo, by whichever process has time.

    ``made_of`` says of what, for messages; ``key`` is the one under which a shelf keeps them, ``parts`` are those of what they
    were put together from; ``make`` gives their contents in the order of ``paths``.
    """

    made_of: str
    paths: tuple[str, ...]
    key: str
    make: Callable[[], tuple[bytes, ...]]
    parts: tuple[str, ...] = ()

    def begun(self) -> Batch:
        """Give itself: all is known of it that has to be."""
        return self


@dataclass(frozen=True, slots=True)
class LateBatch:
    """Files of which it takes a while to say what they are made of: that is left to whoever writes them."""

    made_of: str
    paths: tuple[str, ...]
    begin: Callable[[], Batch]

    def begun(self) -> Batch:
        """Give the batch with its key."""
        return self.begin()


@dataclass(frozen=True, slots=True)
class Settings:
    """What the package is told of its surroundings.

    ``site_url`` ends with a slash and is used for canonical addresses, feeds and Open Graph alone; ``repository`` is None
    where there is none; ``bundle`` is the folder of front-end files made at set-up; ``art`` that of the drawings;
    ``cards`` that of what share pictures and printed pages are made of, None where none are to be made; ``shelf`` keeps these
    and photos from one build to the next.
    """

    site_url: str
    repository: Repository | None
    bundle: Path
    art: Path
    cards: Path | None = None
    shelf: Shelf | None = None

    @classmethod
    def of(cls, root: Path, site_url: str, repository: Repository | None = None) -> Settings:
        """Give the settings of a project; without set-up there are no cards."""
        cards = root / "build/assets/share"
        return cls(
            site_url,
            repository,
            bundle=root / "build/assets",
            art=root / "overrides/assets/ocop/art",
            cards=cards if cards.is_dir() else None,
            shelf=Shelf(root / "build/photos"),
        )


@dataclass(frozen=True, slots=True)
class Site:
    """Everything the package publishes; no two entries claim one address."""

    pages: tuple[Plan, ...]
    assets: tuple[Asset, ...]
    batches: tuple[Batch | LateBatch, ...] = ()
