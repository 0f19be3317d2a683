"""Opening hours as a page shows them: in words, by day, and as the browser holds them against the clock."""

from __future__ import annotations

from itertools import groupby

from ocop import hours
from ocop.i18n import phrases
from ocop.site.compose.telling import Telling
from ocop.site.views import Hours


def hours_view(written: str, telling: Telling, *, live: bool = True) -> Hours:
    """Show hours; ``live`` lets the browser say whether it is open now.

    It can be said of hours that are the same each week, in Việt Nam.
    """
    spans = hours.week(written)
    by_day = hours.days(spans) if spans else ()
    return Hours(
        phrases.hours_text(written, telling.lang),
        _table(by_day, telling) if len(set(by_day)) > 1 else (),
        " ".join(f"{start}-{end}" for start, end in spans) if live else "",
    )


def _table(by_day: tuple[tuple[hours.Span, ...], ...], telling: Telling) -> tuple[tuple[str, str], ...]:
    """Give a line for each run of days with the same hours, Monday first."""
    lines = []
    for spans, run in groupby(range(7), key=lambda day: by_day[day]):
        same = list(run)
        said = ", ".join(f"{_clock(start)}–{_clock(end)}" for start, end in spans)
        lines.append(
            (phrases.weekdays_text(same[0], same[-1], telling.lang), said or telling.say("nghỉ", "closed"))
        )
    return tuple(lines)


def _clock(minute: int) -> str:
    """Write a time of the day; a day that ends at midnight ends at 24:00."""
    within = minute if minute <= hours.MINUTES_OF_DAY else minute - hours.MINUTES_OF_DAY
    return f"{within // 60:02d}:{within % 60:02d}"
