"""Dates as public sources give them: a year, a month or a day, never more than is known."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date

_WRITTEN = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
EARLIEST_YEAR, LATEST_YEAR = 1900, 2100


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A year, a month of a year, or a day; ``month`` and ``day`` are None where not known."""

    year: int
    month: int | None = None
    day: int | None = None

    def __post_init__(self) -> None:
        """Refuse what no calendar has: raises ValueError."""
        if not EARLIEST_YEAR <= self.year <= LATEST_YEAR:
            raise ValueError(f"year {self.year} is not between {EARLIEST_YEAR} and {LATEST_YEAR}")
        if self.month is None and self.day is not None:
            raise ValueError("a day needs a month")
        date(self.year, 1 if self.month is None else self.month, 1 if self.day is None else self.day)

    @classmethod
    def parse(cls, text: str) -> PartialDate:
        """Read ``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD``; raises ValueError for anything else."""
        written = _WRITTEN.fullmatch(text)
        if written is None or not text.isascii():
            raise ValueError(f"not a date: {text}")
        year, month, day = (int(part) if part else None for part in written.groups())
        assert year is not None
        return cls(year, month, day)

    @classmethod
    def of(cls, day: date) -> PartialDate:
        """Give a calendar day at full precision."""
        return cls(day.year, day.month, day.day)

    @property
    def first(self) -> date:
        """The first day of the period."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def last(self) -> date:
        """The last day of the period: a year lasts to 31 December, a month to its last day."""
        month = self.month or 12
        return date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])

    def plus_years(self, years: int) -> PartialDate:
        """Move by whole years at the same precision; 29 February becomes 28 where the year has none."""
        year = self.year + years
        if self.month == 2 and self.day == 29 and not calendar.isleap(year):
            return PartialDate(year, 2, 28)
        return PartialDate(year, self.month, self.day)

    def __str__(self) -> str:
        """ISO 8601 at the precision that is known."""
        parts = [f"{self.year:04d}"]
        if self.month is not None:
            parts.append(f"{self.month:02d}")
        if self.day is not None:
            parts.append(f"{self.day:02d}")
        return "-".join(parts)
