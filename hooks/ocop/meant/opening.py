"""Opening hours as people write them: ``T2-CN: 7h30 đến 17h``, ``7 giờ sáng đến 5 giờ chiều hằng ngày``."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from ocop.text import fold

_DAYS: Final = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
_DAY: Final = r"(?:thu |t)(?:[2-7]|hai|bay|ba|tu|nam|sau)|chu nhat|cn"
_NAMED: Final = {"hai": 2, "ba": 3, "tu": 4, "nam": 5, "sau": 6, "bay": 7}
_TIME: Final = r"(\d{1,2}) ?(?:h|g|gio|:|\.)? ?(\d{2})?(?: ?(sang|trua|chieu|toi|dem|am|pm))?"
_TO: Final = r" ?(?:-|–|—|den|toi(?! *$)|~) ?"
_EVERY_DAY: Final = ("hang ngay", "moi ngay", "tat ca cac ngay", "ca tuan", "quanh nam", "daily", "every day")
_AFTER_NOON: Final = ("chieu", "toi", "dem", "pm")


def hours(text: str) -> str:
    """Give the opening hours that a text means, or an empty text."""
    plain = re.sub(r"\s+", " ", fold(unicodedata.normalize("NFKC", text)).strip(" .,;"))
    if plain in ("ca ngay", "24/24", "24h", "24/24h", "ca ngay lan dem", "24/24/7", "suot ngay dem"):
        return "24/7"
    days, plain = _days(plain)
    times = re.fullmatch(_TIME + _TO + _TIME, plain.strip(" :,;()"))
    if times is None:
        return ""
    first, last = _time(*times.groups()[:3]), _time(*times.groups()[3:])
    return f"{days} {first}-{last}".strip() if first and last else ""


def _days(plain: str) -> tuple[str, str]:
    """Take the days out of a text, and give them with the rest."""
    for every in _EVERY_DAY:
        if every in plain:
            return "Mo-Su", plain.replace(every, "")
    found = re.search(rf"({_DAY})(?:{_TO}({_DAY}))?", plain)
    if found is None:
        return "", plain
    first, last = _day(found[1]), _day(found[2]) if found[2] else ""
    return f"{first}-{last}" if last else first, plain.replace(found[0], "", 1)


def _day(text: str) -> str:
    if text in ("cn", "chu nhat"):
        return "Su"
    number = re.sub(r"^(thu |t)", "", text)
    return _DAYS[(_NAMED.get(number) or int(number)) - 2]


def _time(hour: str, minute: str | None, part: str | None) -> str:
    number = int(hour) + (12 if part in _AFTER_NOON and int(hour) < 12 else 0)
    return f"{number:02d}:{minute or '00'}" if number <= 24 and int(minute or 0) < 60 else ""
