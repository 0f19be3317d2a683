"""Dates as people write them in lists, at the precision they have; day before month, as everybody here does."""

from __future__ import annotations

import re
from typing import Final

from ocop.dates import PartialDate
from ocop.text import fold

_DAY: Final = re.compile(r"(?:ngay )?([0-9]{1,2}) ?[/.\- ] ?([0-9]{1,2}) ?[/.\- ] ?([0-9]{4})(?: [0-9:.]+)?")
_SPELT: Final = re.compile(r"(?:ngay )?([0-9]{1,2}) thang ([0-9]{1,2}) nam ([0-9]{4})")
_MONTH: Final = re.compile(r"(?:thang |t\.? ?)?([0-9]{1,2}) ?(?:[/.\-]| nam ) ?([0-9]{4})")
_YEAR: Final = re.compile(r"(?:nam )?([0-9]{4})")
_ISO: Final = re.compile(r"([0-9]{4})[-/.]([0-9]{1,2})(?:[-/.]([0-9]{1,2}))?(?:[t ][0-9:.+z]*)?")
_SHORT: Final = re.compile(r"([0-9]{1,2})[/.\-]([0-9]{1,2})[/.\-]([0-9]{2})")
_CENTURY: Final = 2000
_MOST_MONTHS: Final = 12


class NoDateError(ValueError):
    """A text is no date, or may mean another one: then ``meant`` is the likely one."""

    def __init__(self, code: str, meant: PartialDate | None = None) -> None:
        super().__init__(code)
        self.code = code
        self.meant = meant


def read_date(text: str) -> PartialDate:
    """Read a date; raises NoDateError."""
    words = " ".join(fold(text).replace(",", " ").split())
    for pattern, order in ((_ISO, (1, 2, 3)), (_SPELT, (3, 2, 1)), (_DAY, (3, 2, 1))):
        if found := pattern.fullmatch(words):
            return _made(*(int(found[part]) if found[part] else None for part in order))
    if found := _MONTH.fullmatch(words):
        return _made(int(found[2]), int(found[1]))
    if found := _YEAR.fullmatch(words):
        return _made(int(found[1]))
    if found := _SHORT.fullmatch(words):
        raise NoDateError("date_short_year", _made(_CENTURY + int(found[3]), int(found[2]), int(found[1])))
    raise NoDateError("no_date")


def could_be_turned(text: str) -> bool:
    """Tell whether a written date would be one with month and day changed, too: ``03/04/2023``."""
    found = _DAY.fullmatch(" ".join(fold(text).split()))
    return (
        found is not None and found[1].lstrip("0") != found[2].lstrip("0") and int(found[1]) <= _MOST_MONTHS
    )


def is_turned(text: str) -> bool:
    """Tell whether a written date is one only with the month first: ``12/28/2023``."""
    found = _DAY.fullmatch(" ".join(fold(text).split()))
    return found is not None and int(found[2]) > _MOST_MONTHS >= int(found[1])


def is_day_first(text: str) -> bool:
    """Tell whether a written date is one only with the day first: ``28/12/2023``."""
    found = _DAY.fullmatch(" ".join(fold(text).split()))
    return found is not None and int(found[1]) > _MOST_MONTHS >= int(found[2])


def _made(year: int | None, month: int | None = None, day: int | None = None) -> PartialDate:
    assert year is not None
    try:
        return PartialDate(year, month, day)
    except ValueError:
        pass
    try:
        # Where the month was put first, as programs from elsewhere do.
        raise NoDateError("date_turned_round", PartialDate(year, day, month))
    except (ValueError, TypeError) as error:
        if isinstance(error, NoDateError):
            raise
        raise NoDateError("date_impossible") from None
