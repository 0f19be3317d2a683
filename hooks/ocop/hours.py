"""Opening hours in the syntax of OpenStreetMap: whether a text is such hours, and the week that it means."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Final, TypeAlias

import opening_hours

MINUTES_OF_DAY: Final = 24 * 60
MINUTES_OF_WEEK: Final = 7 * MINUTES_OF_DAY

Span: TypeAlias = tuple[int, int]
"""From when to when, in minutes since Monday 0:00; what begins on Sunday may end past the week's last minute."""

ALWAYS: Final[tuple[Span, ...]] = ((0, MINUTES_OF_WEEK),)

# Any Monday: hours that are the same each week are so in every week.
_MONDAY: Final = datetime(2024, 1, 1)  # noqa: DTZ001 - hours are those of the place's own clock
_WEEK: Final = timedelta(weeks=1)
# Days of the week and times of the clock, and nothing else: no months, holidays, sunsets or remarks.
_SAME_EACH_WEEK: Final = re.compile(r"(?:24/7|Mo|Tu|We|Th|Fr|Sa|Su|\d{1,2}:\d{2}|off|closed|[-,; ])+")


def is_valid(text: str) -> bool:
    """Tell whether a text is in the syntax."""
    return opening_hours.validate(text)


def week(text: str) -> tuple[Span, ...]:
    """Give the hours of any week in order; none for hours that are not the same each week, or that are never.

    >>> week("Tu-We 07:30-11:00; Su 22:00-02:00")
    ((1890, 2100), (3330, 3540), (9960, 10200))
    >>> week("24/7")
    ((0, 10080),)
    >>> week("Mo-Su 07:30-20:00; PH off")
    ()
    """
    if not _SAME_EACH_WEEK.fullmatch(text):
        return ()
    spans = tuple(_open_spans(opening_hours.OpeningHours(text)))
    if any(end - start >= MINUTES_OF_WEEK for start, end in spans):
        return ALWAYS
    return tuple((start, end) for start, end in spans if 0 <= start < MINUTES_OF_WEEK)


def days(spans: tuple[Span, ...]) -> tuple[tuple[Span, ...], ...]:
    """Give the hours of each day from Monday on, in minutes of that day; a night's end lies past its last minute.

    What stays open for more than a day and night belongs to no single day: then there is no day's list at all.
    """
    if any(end - start > MINUTES_OF_DAY for start, end in spans):
        return ()
    by_day: list[list[Span]] = [[] for _ in range(7)]
    for start, end in spans:
        day = start // MINUTES_OF_DAY
        by_day[day].append((start - day * MINUTES_OF_DAY, end - day * MINUTES_OF_DAY))
    return tuple(tuple(each) for each in by_day)


def _open_spans(rule: opening_hours.OpeningHours) -> Iterator[Span]:
    """Give when it is open around one week: what began before it, and what ends after it, whole."""
    for start, end, state, _ in rule.intervals(_MONDAY - _WEEK, _MONDAY + 2 * _WEEK):
        if state == opening_hours.State.OPEN:
            yield _minutes(start), _minutes(end)


def _minutes(moment: datetime) -> int:
    return (moment - _MONDAY) // timedelta(minutes=1)
