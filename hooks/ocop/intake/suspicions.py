"""Columns of dates in which day and month may have changed places, as spreadsheets from elsewhere change them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from ocop.dates import PartialDate
from ocop.intake.dates import could_be_turned, is_day_first, is_turned
from ocop.intake.headings import Head
from ocop.intake.sheets import Sheet, Value, as_text
from ocop.intake.values import WHEN, Told, told

_MONTH_FIRST: Final = "month_first"
_SWAPPED: Final = "swapped"
_MOST_MONTHS: Final = 12


def suspicions(sheet: Sheet, head: Head) -> Mapping[int, str]:
    """Find the columns of an office's list in which dates may be others than they look."""
    found = {}
    for column in head.columns:
        if head.is_published or not column.is_read or column.target is None:
            continue
        if column.target.fact.shape.reader == WHEN:
            values = [sheet.at(row, column.number) for row in range(head.last + 1, len(sheet.rows))]
            if (why := _suspicion(values)) is not None:
                found[column.number] = why
    return found


def _suspicion(values: list[Value]) -> str | None:
    """Tell why: a date that has the month first; or true dates up to the 12th only, beside later ones left as text."""
    texts = [as_text(value) for value in values if isinstance(value, str)]
    days = [value.day for value in values if isinstance(value, PartialDate) and value.day is not None]
    if any(map(is_turned, texts)):
        return _MONTH_FIRST
    swapped = days and any(map(is_day_first, texts)) and max(days) <= _MOST_MONTHS
    return _SWAPPED if swapped else None


def suspect(why: str | None, value: Value) -> Told | None:
    """Doubt a date that could be another one; None for one that could not."""
    if why == _MONTH_FIRST and isinstance(value, str) and could_be_turned(value):
        found = told(value, WHEN, "")
        return replace(found, code=found.code or "date_ambiguous", values={"value": value})
    if why == _SWAPPED and isinstance(value, PartialDate) and value.day not in (None, value.month):
        assert value.day is not None
        turned = PartialDate(value.year, value.day, value.month)
        return Told(str(turned), "date_swapped", {"value": as_text(value)})
    return None
