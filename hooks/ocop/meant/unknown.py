"""Words that stand where nothing is known."""

from __future__ import annotations

from typing import Final

from ocop.text import fold

_LONGEST: Final = 40
_UNKNOWN: Final = frozenset((
    "chua ro", "khong ro", "chua biet", "khong biet", "chua co", "khong co", "khong", "chua", "chua xac dinh", "trong",
    "chua cap nhat", "dang cap nhat", "cap nhat sau", "bo sung sau", "lien he", "thoa thuan", "khong ap dung", "n/a", "na",
    "none", "nil", "unknown", "not known", "tbd", "tba", "?", "??", "???", "-", "--", "---", ".", "..", "...", "…", "x",
    "chua-ro", "khong-ro", "no",
))  # fmt: skip


def says_unknown(text: str) -> bool:
    """Tell whether a text says that something is not known, where the field should be left out."""
    return len(text) <= _LONGEST and fold(text).strip() in _UNKNOWN
