"""Dates of every precision."""

from __future__ import annotations

import calendar
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ocop.dates import PartialDate
from strategies import partial_dates


@given(partial_dates())
def test_written_and_read_again_is_the_same(day: PartialDate) -> None:
    """A date survives being written and read, with nothing added to its precision."""
    assert PartialDate.parse(str(day)) == day


@given(partial_dates())
def test_period_begins_before_it_ends(day: PartialDate) -> None:
    """A year or a month spans all of its days, a day only itself."""
    length = (day.last - day.first).days + 1
    if day.day is not None:
        assert length == 1
    elif day.month is not None:
        assert length == calendar.monthrange(day.year, day.month)[1]
    else:
        assert length == (366 if calendar.isleap(day.year) else 365)


@given(partial_dates(latest=2090), st.integers(0, 9))
def test_years_later_keep_the_precision(day: PartialDate, years: int) -> None:
    """Moving by years changes the year alone, but for 29 February."""
    later = day.plus_years(years)
    assert later.year == day.year + years
    assert (later.month is None, later.day is None) == (day.month is None, day.day is None)
    assert later.month == day.month
    assert later.day == day.day or (day.month, day.day, later.day) == (2, 29, 28)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "24",
        "2024-13",
        "2024-00",
        "2023-02-29",
        "2024-1-1",
        "24-01-01",
        "2024/01/01",
        "1899",
        "2101",
        "2024-01-01T00:00",
        "²⁰²⁴",
    ],
)
def test_no_date_is_refused(text: str) -> None:
    """What no calendar has, or is written another way, is not a date."""
    with pytest.raises(ValueError, match=r"year|date|day|month"):
        PartialDate.parse(text)


def test_last_day_of_a_leap_february() -> None:
    """A month lasts to its real last day."""
    assert PartialDate.parse("2024-02").last == date(2024, 2, 29)
    assert PartialDate.parse("2023-02").last == date(2023, 2, 28)
