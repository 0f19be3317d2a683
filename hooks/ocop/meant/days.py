"""Dates as people write them: day first, in words, as a spreadsheet counts them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import Final

from ocop.dates import PartialDate
from ocop.text import fold

_ENGLISH: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NAMES: Final = {name: number for number, name in enumerate(_ENGLISH, 1)}
_MONTH: Final = r"([a-z]{3,9})\.?"
# Two figures above this are a year of the last century.
_LAST_CENTURY: Final = 70
_LONGEST: Final = 60
# A spreadsheet counts days from this one; the numbers of the years 1982 to 2064.
_EPOCH: Final = date(1899, 12, 30)
_SERIAL: Final = range(30_000, 60_001)

Parts = tuple[str | int | None, str | int | None, str | int | None]


def day(text: str) -> str:
    """Give the date that a text means, in the form of the catalogue, or an empty text."""
    plain = _plain(text[:_LONGEST])
    for pattern, parts in _FORMS:
        found = re.fullmatch(pattern, plain)
        if found is not None:
            return next(_dates(parts(found)), "")
    return ""


def _plain(text: str) -> str:
    """Leave out marks, quotes, the time of day and a point at the end."""
    plain = fold(unicodedata.normalize("NFKC", text)).strip(" .,;'\"“”‘’")
    return re.sub(r"[t ]\d{1,2}:\d{2}(:\d{2})?(\.\d+)?(z|[+-]\d{2}:?\d{2})?$", "", plain)


def _dates(parts: Parts) -> Iterator[str]:
    """Yield the date of year, month and day; and the other way round where only that is one."""
    year, month, number = parts
    if year is None or (month is None and number is not None):
        return
    for first, second in ((month, number), (number, month)):
        try:
            numbers = [None if part is None else int(part) for part in (year, first, second)]
            yield str(PartialDate(*numbers))  # type: ignore[arg-type]
        except ValueError:
            continue


def _of_english(name: str) -> int | None:
    return _NAMES.get(name[:3])


def _short_year(year: str) -> str:
    return f"19{year}" if int(year) > _LAST_CENTURY else f"20{year}"


def _of_serial(found: re.Match[str]) -> Parts:
    if int(found[1]) not in _SERIAL:
        return None, None, None
    there = _EPOCH + timedelta(days=int(found[1]))
    return there.year, there.month, there.day


_FORMS: Final[tuple[tuple[str, Callable[[re.Match[str]], Parts]], ...]] = (
    # 2024-1-5, 2024/12, 20241231
    (r"(\d{4})[-/. ](\d{1,2})(?:[-/. ](\d{1,2}))?", lambda found: (found[1], found[2], found[3])),
    (r"((?:19|20)\d{2})(\d{2})(\d{2})", lambda found: (found[1], found[2], found[3])),
    # 31/12/2024, 12/2024, ngày 31 tháng 12 năm 2024, tháng 12/2024, T12/2024
    (
        r"(?:ngay )?(?:(\d{1,2})(?:[-/. ]| ?thang ))?(?:thang |t)?(\d{1,2})(?:[-/. ]| ?nam )(\d{4})",
        lambda found: (found[3], found[2], found[1]),
    ),
    (r"(?:ngay )?(\d{1,2})/(\d{1,2})/(\d{2})", lambda found: (_short_year(found[3]), found[2], found[1])),
    (r"(?:nam )?(\d{4})", lambda found: (found[1], None, None)),
    # 31 Dec 2024, December 2024, Dec 31, 2024
    (rf"(?:(\d{{1,2}}) )?{_MONTH},? (\d{{4}})", lambda found: (found[3], _of_english(found[2]), found[1])),
    (rf"{_MONTH} (\d{{1,2}}),? (\d{{4}})", lambda found: (found[3], _of_english(found[1]), found[2])),
    (r"(\d{5})", _of_serial),
)
