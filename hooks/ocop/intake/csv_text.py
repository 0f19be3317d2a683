"""The sheet of a CSV file: UTF-8 with or without a mark, parted by commas, semicolons or tabs."""

from __future__ import annotations

import codecs
import csv
import io
from collections import Counter
from typing import Final

from ocop.intake.sheets import MOST_COLUMNS, Sheet, UnreadableError, Value, cleaned, trimmed

_PARTED_BY: Final = (";", ",", "\t", "|")
_LOOKED_AT: Final = 60


def sheet_of(raw: bytes) -> Sheet:
    """Read the one sheet; raises UnreadableError."""
    text = _text(raw)
    try:
        mark = _mark(text)
        lines = csv.reader(io.StringIO(text, newline=""), delimiter=mark)
        rows = list(trimmed(_values(line) for line in lines))
    except csv.Error:
        raise UnreadableError("list_broken") from None
    while rows and not rows[-1]:
        rows.pop()
    return Sheet("", rows)


def _values(line: list[str]) -> list[Value]:
    return [cleaned(cell) or None for cell in line[: MOST_COLUMNS + 1]]


def _text(raw: bytes) -> str:
    """Decode UTF-8, or UTF-16 that says so; an older encoding is told, since a guess would garble names."""
    if raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        try:
            return raw.decode("utf-16")
        except UnicodeDecodeError:
            raise UnreadableError("list_broken") from None
    if b"\0" in raw:
        raise UnreadableError("list_not_a_table")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise UnreadableError("list_not_utf8", line=line) from None


def _mark(text: str) -> str:
    """Find what parts the cells: with the right mark, most lines have equally many."""

    def likeness(mark: str) -> tuple[int, int]:
        lines = csv.reader(io.StringIO(text, newline=""), delimiter=mark)
        widths = Counter(
            len(line) for line, _ in zip(lines, range(_LOOKED_AT), strict=False) if len(line) > 1
        )
        width, often = max(widths.items(), key=lambda pair: (pair[1], pair[0]), default=(0, 0))
        return often, width

    return max(_PARTED_BY, key=likeness)
