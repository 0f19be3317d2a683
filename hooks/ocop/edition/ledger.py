"""What sources count against what the catalogue has on record, and what is therefore still missing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from ocop.edition.model import Edition
from ocop.records import Product, Recognition, Result

PRODUCTS: Final = "products"
"""The measure that counts recognised goods."""
_STARS: Final = (5, 4, 3)


@dataclass(frozen=True, slots=True)
class Compared:
    """A count of a source beside the catalogue's own."""

    official: int
    held: int

    @property
    def missing(self) -> int:
        """How many the catalogue lacks; 0 where it has as many or more."""
        return max(self.official - self.held, 0)

    @property
    def beyond(self) -> int:
        """How many the catalogue has that the source did not count."""
        return max(self.held - self.official, 0)


@dataclass(frozen=True, slots=True)
class Entry:
    """What a source counted on a day, in all and by star as far as it says."""

    result: Result
    total: Compared
    by_stars: Mapping[int, Compared]
    unstated: int
    """How many that the catalogue has have no stated star."""


@dataclass(frozen=True, slots=True)
class Ledger:
    """The counts of the former province, those of its districts, and what the catalogue holds."""

    entries: tuple[Entry, ...]
    """Of dated counts, the oldest first."""
    of_districts: Mapping[str, Entry]
    """The latest count of each district of which a source gives one."""
    held: int
    """Goods of which a source says by the edition's day that they were recognised."""
    not_confirmed: int
    """Goods with a page of which no source says so."""
    held_by_district: Mapping[str | None, int]
    held_by_kind: Mapping[str, int]

    @property
    def latest(self) -> Entry | None:
        """The latest count."""
        return self.entries[-1] if self.entries else None

    def entry(self, result: Result) -> Entry | None:
        """Give the entry of a reported count; None where it has no date."""
        return next((each for each in self.entries if each.result is result), None)


def ledger(edition: Edition) -> Ledger:
    """Hold every dated count of goods against the records."""
    goods = edition.listing
    held = [each for each in goods if recognised_by(each, edition.day, edition.day) is not None]
    return Ledger(
        entries=tuple(_entry(each, goods, edition.day) for each in _counts(edition) if each.area is None),
        of_districts={
            each.area: _entry(each, edition.by_district.get(each.area, ()), edition.day)
            for each in _counts(edition)
            if each.area is not None and each.area in edition.catalogue.districts
        },
        held=len(held),
        not_confirmed=len(goods) - len(held),
        held_by_district=Counter(each.district for each in held),
        held_by_kind=Counter(each.kind for each in held),
    )


def recognised_by(product: Product, day: date, today: date) -> Recognition | None:
    """Give the latest recognition of which a source tells by a day; it need not be valid then, for sources count all.

    A date of which only the year is known may be its last day, but none that lies ahead. What has left the programme by
    then is not counted any more.
    """
    gone = product.withdrawn
    if gone is not None and (gone.date is None or gone.date.first <= day):
        return None
    told = [
        (min(start.last, today), each.stars or 0, each)
        for each in product.recognitions
        if (start := each.date or each.reported) is not None and start.first <= today
    ]
    by_then = [each for each in told if each[0] <= day]
    return max(by_then, key=lambda each: each[:2])[2] if by_then else None


def _counts(edition: Edition) -> Iterator[Result]:
    """Give the dated counts of goods, the oldest first."""
    dated = [
        (each.date.last, each.value, each)
        for each in edition.catalogue.programme.results
        if each.measure == PRODUCTS and each.date is not None
    ]
    return (each for _, _, each in sorted(dated, key=lambda told: told[:2]))


def _entry(result: Result, goods: Iterable[Product], today: date) -> Entry:
    assert result.date is not None
    found = [recognised_by(each, result.date.last, today) for each in goods]
    by_stars = Counter(each.stars for each in found if each is not None)
    official = {stars: result.by_stars.of(stars) for stars in _STARS} if result.by_stars is not None else {}
    return Entry(
        result,
        Compared(int(result.value), by_stars.total()),
        {stars: Compared(count, by_stars[stars]) for stars, count in official.items() if count is not None},
        by_stars[None],
    )
