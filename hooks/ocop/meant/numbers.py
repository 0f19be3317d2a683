"""Numbers as people write them: grouped, with a unit, in words, in thousands, as a row of stars."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from ocop.text import fold

_WORDS: Final = {
    word: number
    for number, words in enumerate((
        "mot one i jan january", "hai two ii feb february", "ba three iii mar march", "bon tu four iv apr april",
        "nam five v may", "sau six vi jun june", "bay seven vii jul july", "tam eight viii aug august",
        "chin nine ix sep september", "muoi ten x oct october", "muoi-mot eleven xi nov november",
        "muoi-hai twelve xii dec december",
    ), 1)
    for word in words.split()
}  # fmt: skip
_BEFORE: Final = re.compile(r"^(?:tu|khoang|tren|duoi|gan|hon|hang|hs|so|gia|thang|nam|ngay|t)[ .:]*(?=\d)")
_STARS: Final = re.compile(r"[*★⭐☆]{1,5}")
_SCALES: Final = {
    "k": 1000,
    "nghin": 1000,
    "ngan": 1000,
    "tr": 1_000_000,
    "trieu": 1_000_000,
    "ty": 1_000_000_000,
}
# 15.000 and 15,5 and 15; then perhaps "nghìn"; then words without a figure.
_NUMBER: Final = re.compile(
    r"(?P<whole>\d{1,3}(?:[.,' _]\d{3})+(?!\d)|\d{1,15})(?:[.,](?P<part>\d{1,9}))?"
    r"(?:\s*(?P<scale>k|nghin|ngan|tr|trieu|ty)\b)?(?P<rest>[^\d]*|\s*/\s*100)"
)
# 9°15'30"N; east and north are also Vietnamese: đông and bắc.
_ANGLE: Final = re.compile(
    r"(\d{1,3})° ?(?:(\d{1,2})['’′] ?)?(?:(\d{1,2}(?:\.\d{1,4})?)[\"”″] ?)?(?:n|e|bac|dong|b|d)?"
)
_LONGEST: Final = 60
_LENGTHS: Final = {
    "days": {"ngay": 1.0, "day": 1.0, "tuan": 7.0, "week": 7.0},
    "months": {"ngay": 1 / 30, "day": 1 / 30, "thang": 1.0, "month": 1.0, "nam": 12.0, "year": 12.0},
}
_TRUE: Final = frozenset(("1", "x", "v", "dung", "duoc", "nhan", "ok", "y", "t", "✓", "✔", "roi", "da co"))
_FALSE: Final = frozenset(("0", "sai", "khong nhan", "chua", "chua co", "khong co", "n", "f", "none"))


def whole(text: str, least: float, most: float) -> str:
    """Give the whole number that a text means, where it lies between ``least`` and ``most``."""
    meant = _whole(text, least)
    return meant if meant and least <= int(meant) <= most else ""


def _whole(text: str, least: float) -> str:
    plain = _plain(text)
    if _STARS.fullmatch(plain):
        return str(len(plain))
    named = _WORDS.get(re.sub(r"^(thang|hang) ?| (sao|stars?)$", "", plain).replace(" ", "-"))
    if named is not None:
        return str(named)
    if least >= 1000 and (years := set(re.findall(r"(?<!\d)\d{4}(?!\d)", plain))):
        return years.pop() if len(years) == 1 else ""
    found = _NUMBER.fullmatch(_BEFORE.sub("", plain))
    if found is None:
        return ""
    value = _scaled(found)
    return str(int(value)) if value == int(value) else ""


def decimal(text: str) -> str:
    """Give the decimal number that a text means: ``82,5 điểm``, ``82.5/100``, ``9°15'N``."""
    plain = _plain(text)
    angle = _ANGLE.fullmatch(fold(text[:_LONGEST]).strip(" ."))
    if angle is not None:
        degrees, minutes, seconds = (float(part or 0) for part in angle.groups())
        return f"{round(degrees + minutes / 60 + seconds / 3600, 5):.5f}".rstrip("0").rstrip(".")
    found = _NUMBER.fullmatch(_BEFORE.sub("", plain.removeprefix("-")))
    if found is None:
        return ""
    sign = "-" if plain.startswith("-") else ""
    if found["scale"] or found["part"] is None:
        return sign + f"{_scaled(found):.9f}".rstrip("0").rstrip(".")
    return f"{sign}{_digits(found['whole'])}.{found['part']}"


def _scaled(found: re.Match[str]) -> float:
    number = float(f"{_digits(found['whole'])}.{found['part'] or 0}")
    return number * _SCALES.get(found["scale"] or "", 1)


def _digits(text: str) -> str:
    return str(int(re.sub(r"\D", "", text)))


def _plain(text: str) -> str:
    plain = fold(unicodedata.normalize("NFKC", text[: _LONGEST + 1])).strip(" '\"“”‘’.,;~")
    return plain if len(plain) <= _LONGEST else ""


def duration(text: str, unit: str) -> str:
    """Give a length of time in a unit, ``days`` or ``months``; empty where it is none, or not a whole number of them."""
    plain = _plain(text)
    found = re.match(r"(\d{1,4})\s*(ngay|tuan|thang|nam|day|week|month|year)", _BEFORE.sub("", plain))
    if found is None or re.search(r"\d", plain[plain.index(found[1]) + len(found[1]) :]):
        return ""
    count = round(int(found[1]) * _LENGTHS[unit].get(found[2], 0), 4)
    return str(int(count)) if count and count == int(count) else ""


def months(text: str) -> tuple[int, ...]:
    """Give the months that a text names: ``1-4``, ``tháng 1 đến tháng 4``, ``11, 12``, ``T1 - T3``; none for others."""
    plain = re.sub(r"\b(thang|t)\.? ?(?=\d)", "", _plain(text).strip("[]() "))
    if not re.fullmatch(r"\d{1,2}(( ?(-|–|—|den|toi|,|;|va|/) ?| )\d{1,2})*", plain):
        return ()
    found: list[int] = []
    for part in re.split(r" ?(?:,|;|\bva\b|/) ?", plain):
        ends = [int(number) for number in re.findall(r"\d+", part)]
        if len(ends) == 2 and re.search(r"[-–—]|den|toi", part):
            first, last = ends
            found += [(first + step - 1) % 12 + 1 for step in range((last - first) % 12 + 1)]
        else:
            found += ends
    return tuple(dict.fromkeys(found)) if all(1 <= month <= 12 for month in found) else ()


def truth(text: str) -> str:
    """Give ``true`` or ``false`` for another word that says so."""
    plain = fold(text[:_LONGEST]).strip(" .'\"“”")
    return "true" if plain in _TRUE else "false" if plain in _FALSE else ""
