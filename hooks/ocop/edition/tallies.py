"""What the catalogue holds on a day, in numbers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from ocop.edition.endings import SOON, Ending, What, endings
from ocop.edition.gaps import Survey, survey
from ocop.edition.model import Edition
from ocop.edition.standing import Status
from ocop.records import Producer, Product, SalesPoint, Source
from ocop.records.base import Record


@dataclass(frozen=True, slots=True)
class Pictures:
    """How many photos there are, and how many records of each collection have one."""

    photos: int
    products: int
    producers: int
    sales_points: int


@dataclass(frozen=True, slots=True)
class Cited:
    """How many different pages are cited, and of how many no date is known."""

    sources: int
    undated: int


@dataclass(frozen=True, slots=True)
class Ends:
    """How many ratings or certificates end within the window, and how many have ended."""

    soon: int
    ended: int


@dataclass(frozen=True, slots=True)
class Tallies:
    """The catalogue in numbers; None is the key of what is not known."""

    day: date
    within: int
    """Days of the window of what ends soon."""
    products: int
    by_status: Mapping[Status, int]
    by_stars: Mapping[int | None, Mapping[Status, int]]
    """Of goods that hold, held or are said to hold a rating."""
    by_group: Mapping[str, int]
    by_kind: Mapping[str, int]
    by_district: Mapping[str | None, int]
    producers: int
    withdrawn_producers: int
    by_producer_type: Mapping[str | None, int]
    sales_points: int
    closed_sales_points: int
    pictures: Pictures
    cited: Cited
    endings: tuple[Ending, ...]
    """Every known end, the earliest first."""
    ends: Mapping[What, Ends]
    survey: Survey


def tallies(edition: Edition, within: int = SOON.days) -> Tallies:
    """Count everything once."""
    catalogue = edition.catalogue
    producers, ends = catalogue.producers.values(), endings(edition)
    return Tallies(
        day=edition.day,
        within=within,
        products=len(catalogue.products),
        by_status=_by_status(edition),
        by_stars=_by_stars(edition),
        by_group={name: len(goods) for name, goods in edition.by_group.items()},
        by_kind={name: len(goods) for name, goods in edition.by_kind.items()},
        by_district={name: len(goods) for name, goods in edition.by_district.items()},
        producers=len(producers),
        withdrawn_producers=sum(each.withdrawn is not None for each in producers),
        by_producer_type=Counter(each.type for each in producers),
        sales_points=len(edition.sales_points),
        closed_sales_points=len(edition.closed_sales_points),
        pictures=_pictures(edition),
        cited=_cited(edition),
        endings=ends,
        ends=_ends(ends, within),
        survey=survey(edition),
    )


def _by_status(edition: Edition) -> dict[Status, int]:
    found = Counter(rating.status for rating in edition.ratings.values())
    return {status: found[status] for status in Status}


def _by_stars(edition: Edition) -> dict[int | None, Mapping[Status, int]]:
    found: dict[int | None, Counter[Status]] = {}
    for rating in edition.ratings.values():
        if rating.recognition is not None:
            found.setdefault(rating.stars, Counter())[rating.status] += 1
    return {stars: found[stars] for stars in sorted(found, key=lambda stars: -(stars or 0))}


def _pictures(edition: Edition) -> Pictures:
    catalogue = edition.catalogue

    def illustrated(records: Iterable[Record]) -> int:
        return sum(bool(each.photos) for each in records)

    return Pictures(
        photos=sum(len(each.photos) for each in _records(edition)),
        products=illustrated(catalogue.products.values()),
        producers=illustrated(catalogue.producers.values()),
        sales_points=illustrated(catalogue.sales_points.values()),
    )


def _cited(edition: Edition) -> Cited:
    catalogue = edition.catalogue
    pages: dict[str | None, bool] = {}
    for source in _sources(edition):
        written = catalogue.source(source)
        pages[written.url] = pages.get(written.url, False) or written.date is not None
    return Cited(len(pages), sum(not dated for dated in pages.values()))


def _sources(edition: Edition) -> Iterator[Source]:
    for record in _records(edition):
        yield from record.sources
        if isinstance(record, Product):
            for recognition in record.recognitions:
                yield from recognition.sources


def _records(edition: Edition) -> Iterator[Product | Producer | SalesPoint]:
    catalogue = edition.catalogue
    yield from catalogue.products.values()
    yield from catalogue.producers.values()
    yield from catalogue.sales_points.values()


def _ends(found: Iterable[Ending], within: int) -> dict[What, Ends]:
    soon, ended = Counter[What](), Counter[What]()
    for each in found:
        soon[each.what] += each.is_within(within)
        ended[each.what] += each.has_ended
    return {what: Ends(soon[what], ended[what]) for what in What}
