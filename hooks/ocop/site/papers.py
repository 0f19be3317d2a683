"""What is printed: one frozen type for each template in `overrides/print`, made of small parts.

Texts are plain: a template shows them as they are. Where a thing is said in both languages, side by side, it is a `Both`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from ocop.i18n import Lang

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Both(Generic[T]):
    """A thing in Vietnamese and in English."""

    vi: T
    en: T


@dataclass(frozen=True, slots=True)
class Text:
    """A text and the language it is in; ``aside`` stands after it in small type, ``sources`` are numbers of the sheet's list."""

    text: str
    lang: Lang
    aside: str = ""
    aside_lang: str = ""
    sources: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class PrintedMark:
    """The star mark: told apart by fill, edge and words; ``state`` stands beside it."""

    status: str
    stars: int | None
    label: str
    state: str


@dataclass(frozen=True, slots=True)
class Pane:
    """What stands for a product: a drawing or a photo, as SVG, on a ground of the site's; ``says`` is what it shows.

    ``drawing`` names one that the template has; ``photo`` is a picture of its own and stands in its place.
    """

    ground: str
    drawing: str
    photo: str = ""
    says: str = ""


# A sheet --------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Standing:
    """The rating on a sheet in one language: a headline, until when, then what else is known of it."""

    say: str
    until: str
    lines: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class SheetFact:
    """One row: what it is called, and what is known, in both languages."""

    label: Both[str]
    values: Both[tuple[Text, ...]]


@dataclass(frozen=True, slots=True)
class Sheet:
    """One product on one page, for a buyer.

    ``drawings`` are those that it shows, as SVG by their names. ``code`` leads to ``address``; both are empty where nobody knows
    under which address the site will stand. ``words`` are the template's own.
    """

    name: Text
    also: Text | None
    pane: Pane
    pane_note: Both[str]
    status: str
    stars: int | None
    standing: Both[Standing]
    summary: Both[Text | None]
    facts: tuple[SheetFact, ...]
    maker: tuple[SheetFact, ...]
    """What is known of the producer, and how to reach it."""
    notes: Both[tuple[str, ...]]
    """Sentences below the facts: on whose word they rest, with whose consent they are told."""
    sources: tuple[str, ...]
    code: str
    address: str
    day: Both[str]
    drawings: Mapping[str, str]
    words: Mapping[str, Both[str]]


# The catalogue --------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Entry:
    """One product; ``offer`` is what a buyer asks first, ``photo`` stands beside it where there is one, ``code`` leads to ``address``."""

    id: str
    name: Text
    other_name: Text | None
    maker: Text
    place: str
    mark: PrintedMark
    is_promoted: bool
    offer: str
    photo: str
    photo_says: str
    address: str
    code: str


@dataclass(frozen=True, slots=True)
class KindPart:
    """The goods of one kind in a district; ``id`` is that of the part."""

    id: str
    name: str
    count: str
    pane: Pane
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class DistrictPart:
    """The goods of one district; ``id`` is empty where no source names it, ``now`` says what became of it."""

    id: str
    is_on_map: bool
    name: str
    now: str
    count: str
    kinds: tuple[KindPart, ...]


@dataclass(frozen=True, slots=True)
class KindEntry:
    """One kind in the table of contents, with the parts that hold its goods."""

    name: str
    count: str
    parts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class IndexEntry:
    """One line of an index, with the products whose pages it tells."""

    text: Text
    products: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Outline:
    """One district of the map: where its name stands, and how many products are made there."""

    id: str
    x: float
    y: float
    name: str
    count: int


@dataclass(frozen=True, slots=True)
class Chart:
    """The map: the size in which names are placed, its districts, what it shows and whose borders these are.

    The drawings ``map`` and ``map-…``, one for each district, are what it is drawn with.
    """

    width: float
    height: float
    outlines: tuple[Outline, ...]
    says: str
    credit: str


@dataclass(frozen=True, slots=True)
class Example:
    """One of the star marks with what it means."""

    mark: PrintedMark
    means: str


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The whole catalogue of one language."""

    lang: Lang
    title: str
    lead: str
    tallied: str
    tallies: tuple[tuple[str, str], ...]
    """(how many, of which)"""
    about: tuple[str, ...]
    examples: tuple[Example, ...]
    districts: tuple[DistrictPart, ...]
    kinds: tuple[KindEntry, ...]
    chart: Chart
    products: tuple[IndexEntry, ...]
    producers: tuple[IndexEntry, ...]
    imprint: tuple[str, ...]
    address: str
    code: str
    day: str
    drawings: Mapping[str, str]
    words: Mapping[str, str]
