"""How every product will stand from the day on, in the fewest words.

Most ratings go the same way: they hold until a day, a renewal may then be pending, at last they are over. Such a way is a
pattern, kept once; a product has the number of a pattern and of the date that is to be filled in.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from itertools import groupby
from typing import Final, TypeAlias

from ocop.dates import PartialDate
from ocop.edition import Rating
from ocop.edition.standing import prospects
from ocop.i18n import phrases
from ocop.records import Product
from ocop.site.compose.finder_forms import Shared, lines, places
from ocop.site.compose.telling import Telling

DATE: Final = "@"
"""Where a date stands in the words of a mark. No word of a mark holds this character."""
NO_DATE: Final = -1
_EPOCH: Final = date(1970, 1, 1).toordinal()

MarkEntry: TypeAlias = tuple[str, int, str, str, str]
"""Status, stars (0: none), label, spoken words, state."""
Turn: TypeAlias = tuple[int, int | None]
"""A mark, and how many days after the date it is last true; None is for ever."""
Stretch: TypeAlias = tuple[int, PartialDate | None]
"""A pattern and its date."""


@dataclass
class Standings:
    """Gathers the standings of products in one language."""

    telling: Telling
    marks: Shared[MarkEntry] = field(default_factory=Shared)
    patterns: Shared[tuple[Turn, ...]] = field(default_factory=Shared)
    ways: list[list[Stretch]] = field(default_factory=list)

    def add(self, product: Product) -> None:
        """Take up the next product."""
        turns = [
            (_date(last, rating), self._turn(product, last, rating))
            for last, rating in prospects(product, self.telling.edition.day)
        ]
        self.ways.append([
            (self.patterns.place(tuple(turn for _, turn in same)), when)
            for when, same in groupby(turns, key=lambda dated: dated[0])
        ])  # fmt: skip

    def _turn(self, product: Product, last: date | None, rating: Rating) -> Turn:
        mark = self.telling.mark_of(product, rating)
        when, state = _date(last, rating), mark.state
        if when is not None:
            state = state.replace(phrases.date_text(when, self.telling.lang), DATE, 1)
        place = self.marks.place((mark.status, mark.stars or 0, mark.label, mark.spoken, state))
        return place, (last - when.last).days if last is not None and when is not None else None

    def tables(self) -> dict[str, object]:
        """Give the tables that the columns refer to."""
        dates = self._dates()
        return {
            "marks": self.marks.entries(),
            "patterns": self.patterns.entries(),
            "dates": {
                "said": lines(phrases.date_text(each, self.telling.lang) for each in dates),
                "days": [each.last.toordinal() - _EPOCH for each in dates],
            },
        }

    def columns(self) -> dict[str, object]:
        """Give the columns: the first stretch of each product, and the further ones of the few that have them, by row."""
        place: dict[PartialDate | None, int] = {when: number for number, when in enumerate(self._dates())}
        return {
            "pattern": places(way[0][0] for way in self.ways),
            "date": places(place.get(way[0][1]) for way in self.ways),
            "further": {
                row: [(pattern, place.get(when, NO_DATE)) for pattern, when in way[1:]]
                for row, way in enumerate(self.ways)
                if len(way) > 1
            },
        }

    def _dates(self) -> list[PartialDate]:
        found = {when for way in self.ways for _, when in way if when is not None}
        return sorted(found, key=lambda when: (when.last, str(when)))


def _date(last: date | None, rating: Rating) -> PartialDate | None:
    """Give the date that a mark tells of, or failing that the last day of it."""
    if rating.ends is not None:
        return rating.ends
    return PartialDate.of(last) if last is not None else None
