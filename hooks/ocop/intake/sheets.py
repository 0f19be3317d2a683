"""A list as an office keeps it, as sheets of cells: told apart by what the file holds, never by its name.

Nothing in a file is run or followed: of a formula the value counts that was saved with it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final, TypeAlias

from ocop.dates import PartialDate
from ocop.text import is_forbidden

MOST_BYTES: Final = 20 * 1024 * 1024
MOST_ROWS: Final = 100_000
MOST_COLUMNS: Final = 300
MOST_CELLS: Final = 4_000_000

Value: TypeAlias = str | int | float | bool | PartialDate | None
Area: TypeAlias = tuple[int, int, int, int]
"""Rows and columns of a merged cell: first row, last row, first column, last column."""

# The guard that our own files put before what would start a formula.
_GUARDED: Final = re.compile(r"'+\s*[=+\-@\uff1d\uff0b\uff0d\uff20\u2212]|'+[\t\r\n]")
_ERRORS: Final = frozenset({"#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A", "#SPILL!"})


class UnreadableError(Exception):
    """The file is no list that can be read; ``code`` names the reason (see `intake.words`)."""

    def __init__(self, code: str, **values: object) -> None:
        super().__init__(code)
        self.code = code
        self.values = {name: str(value) for name, value in values.items()}


@dataclass(slots=True)
class Sheet:
    """One sheet: its rows from the first, a merged cell's value in each cell it covers.

    ``spans`` has the area of each covered cell, ``unsaved`` the cells of formulas that were saved without a value.
    """

    name: str
    rows: list[list[Value]]
    spans: dict[tuple[int, int], Area] = field(default_factory=dict)
    unsaved: frozenset[tuple[int, int]] = frozenset()
    is_hidden: bool = False

    def at(self, row: int, column: int) -> Value:
        """Give the value of a cell, None outside of what is written."""
        cells = self.rows[row] if row < len(self.rows) else []
        return cells[column] if column < len(cells) else None

    def merge(self, areas: Iterable[Area]) -> None:
        """Give every cell of merged areas the value of the first one, within what is written."""
        filled = 0
        width = max(map(len, self.rows), default=0)
        for top, bottom, left, right in areas:
            value = self.at(top, left)
            last_row, last_column = min(bottom, len(self.rows) - 1), min(right, width - 1)
            filled += max(last_row - top + 1, 0) * max(last_column - left + 1, 0)
            if filled > MOST_CELLS:
                return
            for row in range(top, last_row + 1):
                self.rows[row] += [None] * (last_column + 1 - len(self.rows[row]))
                for column in range(left, last_column + 1):
                    self.rows[row][column] = value
                    self.spans[row, column] = (top, bottom, left, right)


@dataclass(frozen=True, slots=True)
class Book:
    """A whole file: ``kind`` is ``xlsx`` or ``csv``."""

    kind: str
    sheets: tuple[Sheet, ...]


def read(raw: bytes) -> Book:
    """Read the bytes of a file; raises UnreadableError."""
    from ocop.intake.csv_text import sheet_of
    from ocop.intake.xlsx import sheets_of

    if len(raw) > MOST_BYTES:
        raise UnreadableError("list_too_large", most=MOST_BYTES // 1024 // 1024)
    if not raw.strip():
        raise UnreadableError("list_empty")
    if raw.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        encrypted = "EncryptedPackage".encode("utf-16-le") in raw
        raise UnreadableError("list_encrypted" if encrypted else "list_xls")
    if raw.startswith(b"PK"):
        return Book("xlsx", tuple(sheets_of(raw)))
    if raw.startswith((b"%PDF", b"\xff\xd8\xff", b"\x89PNG", b"{\\rtf")):
        raise UnreadableError("list_not_a_table")
    return Book("csv", (sheet_of(raw),))


def cleaned(text: str) -> str:
    """Give a cell's text without what nobody sees: odd blanks, marks of direction, the guard against formulas."""
    plain = text.replace("_x000D_", "").replace("\r\n", "\n").replace("\r", "\n")
    if _GUARDED.match(plain):
        plain = plain[1:]
    if not plain.isascii() or not plain.isprintable():
        plain = "".join(each for each in unicodedata.normalize("NFC", plain) if not is_forbidden(each))
    return plain.strip(" \t")


def is_error(value: Value) -> bool:
    """Tell whether a spreadsheet put an error there: ``#REF!``."""
    return isinstance(value, str) and value in _ERRORS


def as_text(value: Value) -> str:
    """Give a cell as one reads it: a number without a needless fraction, a date as day/month/year."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
    if isinstance(value, PartialDate):
        return "/".join(f"{part:02d}" for part in (value.day, value.month, value.year) if part is not None)
    return str(value)


def column_name(number: int) -> str:
    """Give the letters of a column, counted from 0: ``A``, ``Z``, ``AA``.

    >>> column_name(27)
    'AB'
    """
    letters = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def column_number(letters: str) -> int:
    """Give the number of a column, counted from 0: the reverse of `column_name`."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1


def trimmed(rows: Iterable[list[Value]]) -> Iterator[list[Value]]:
    """Yield rows within the limits, without the empty cells at their ends; raises UnreadableError."""
    cells = 0
    for number, row in enumerate(rows):
        if number >= MOST_ROWS:
            raise UnreadableError("list_too_long", most=f"{MOST_ROWS:,}".replace(",", "."))
        width = next((width for width in range(len(row), 0, -1) if row[width - 1] not in (None, "")), 0)
        cells += width
        if cells > MOST_CELLS:
            raise UnreadableError("list_too_long", most=f"{MOST_ROWS:,}".replace(",", "."))
        yield row[: min(width, MOST_COLUMNS)]
