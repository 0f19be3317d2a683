"""Telephones and e-mail addresses as people write them: several in one text, with a name, with the code of before 2018."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

# The codes that mobile networks and Bạc Liêu had until 2017 and 2018, and those of today.
_OLD_CODES: Final = {
    "0781": "0291", "0120": "070", "0121": "079", "0122": "077", "0126": "076", "0128": "078", "0123": "083", "0124": "084",
    "0125": "085", "0127": "081", "0129": "082", "0162": "032", "0163": "033", "0164": "034", "0165": "035", "0166": "036",
    "0167": "037", "0168": "038", "0169": "039", "0186": "056", "0188": "058", "0199": "059",
}  # fmt: skip
_PHONE: Final = re.compile(r"\+?\(?\d[\d .()–-]{6,18}\d")
_MOST: Final = 5


def phones(text: str) -> tuple[str, ...]:
    """Give each run of figures in a text that may be a telephone number, in the codes of today."""
    found = []
    for part in re.split(r"[,;/|]| - | – |\bvà\b|\bhoặc\b|\n", text[:200]):
        found += [_today(number.strip(" .-–")) for number in _PHONE.findall(part)]
    return tuple(found[:_MOST])


def _today(number: str) -> str:
    digits = re.sub(r"\D", "", number)
    old = digits[:4]
    return _OLD_CODES[old] + digits[4:] if old in _OLD_CODES and len(digits) == 11 else number


def emails(text: str) -> Iterator[str]:
    """Yield what an e-mail address may have been meant to be, the likeliest first."""
    plain = re.sub(r"^(mailto:|e-?mail:?)\s*", "", text[:300].strip("<>()[] .,;"), flags=re.IGNORECASE)
    plain = re.sub(r"\s*(\(at\)|\[at\]|\bat\b|@)\s*", "@", plain)
    plain = re.sub(r"\s*(\(dot\)|\[dot\])\s*", ".", plain)
    joined = re.sub(r"\s+", "", plain).replace(",", ".")
    yield joined
    if re.search(r"@(gmail|yahoo|hotmail|outlook)$", joined, re.IGNORECASE):
        yield f"{joined}.com"
    if "@" not in joined and re.search(r"(gmail|yahoo|hotmail|outlook)\.com$", joined, re.IGNORECASE):
        yield re.sub(r"(gmail|yahoo|hotmail|outlook)\.com$", r"@\1.com", joined, flags=re.IGNORECASE)
    if several := re.findall(r"[\w.%+-]+@[\w.-]+\.[A-Za-z]{2,}", plain):
        yield several[0]


def zalo(text: str) -> str:
    """Give the link to a Zalo account that was written without its ``https://``."""
    found = re.fullmatch(r"(?:https?:)?/*(?:www\.|chat\.)?(zalo\.me/[\w/-]+)", text.strip(), re.IGNORECASE)
    return f"https://{found[1]}" if found else ""
