"""Sheets of an XLSX file, read row after row: values as they were saved, merged cells, formulas without a value."""

from __future__ import annotations

import math
import re
import warnings
import zipfile
from collections.abc import Iterator
from contextlib import suppress
from datetime import date, datetime
from io import BytesIO
from typing import Any, Final

import openpyxl

from ocop.dates import PartialDate
from ocop.intake.sheets import (
    MOST_COLUMNS,
    MOST_ROWS,
    Area,
    Sheet,
    UnreadableError,
    Value,
    cleaned,
    column_number,
    trimmed,
)

MOST_UNPACKED: Final = 256 * 1024 * 1024
MOST_SHEETS: Final = 60
_MOST_MERGED: Final = 50_000
_CELL: Final = rb"([A-Z]{1,3})([0-9]{1,7})"
_MERGED: Final = re.compile(rb'<(?:\w+:)?mergeCell\s[^<>]*?ref="' + _CELL + rb":" + _CELL + rb'"')
_FORMULA_ALONE: Final = re.compile(
    rb'<(?:\w+:)?c\s[^<>]*?r="' + _CELL + rb'"[^<>]*>\s*<(?:\w+:)?f\b[^<>]*(?:/>|>[^<]*</(?:\w+:)?f>)'
    rb"\s*(?:<(?:\w+:)?v\s*/>|<(?:\w+:)?v>\s*</(?:\w+:)?v>)?\s*</(?:\w+:)?c>"
)


def sheets_of(raw: bytes) -> list[Sheet]:
    """Read every sheet; raises UnreadableError for whatever is no whole, open XLSX file."""
    _look_inside(raw)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of styles and extensions that it does not know
            book = openpyxl.load_workbook(BytesIO(raw), read_only=True, data_only=True, keep_links=False)
            try:
                with zipfile.ZipFile(BytesIO(raw)) as packed:
                    return [_sheet(each, packed) for each in book.worksheets[:MOST_SHEETS]]
            finally:
                book.close()
    except UnreadableError:
        raise
    except MemoryError:
        raise UnreadableError("list_too_large", most=MOST_UNPACKED // 1024 // 1024) from None
    # The library trusts its file: what a damaged one makes of it is any of two dozen kinds of error.
    except Exception:  # noqa: BLE001
        raise UnreadableError("list_broken") from None


def _look_inside(raw: bytes) -> None:
    """Refuse other files of the same packing, and those that would unfold into gigabytes."""
    try:
        with zipfile.ZipFile(BytesIO(raw)) as packed:
            entries = packed.infolist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, EOFError):
        raise UnreadableError("list_broken") from None
    names = {entry.filename for entry in entries}
    if sum(entry.file_size for entry in entries) > MOST_UNPACKED:
        raise UnreadableError("list_too_large", most=MOST_UNPACKED // 1024 // 1024)
    if any(entry.flag_bits & 1 for entry in entries):
        raise UnreadableError("list_encrypted")
    if "mimetype" in names or "xl/workbook.bin" in names:
        raise UnreadableError("list_xls")
    if not any(name.endswith("workbook.xml") for name in names):
        raise UnreadableError("list_not_a_table")


def _sheet(page: Any, packed: zipfile.ZipFile) -> Sheet:
    # A sheet says how large it is, and may be wrong.
    page.reset_dimensions()
    rows = page.iter_rows(max_row=MOST_ROWS + 1, max_col=MOST_COLUMNS)
    sheet = Sheet(
        str(page.title), list(trimmed([_value(cell) for cell in row] for row in rows)),
        is_hidden=page.sheet_state != "visible",
    )  # fmt: skip
    while sheet.rows and not sheet.rows[-1]:
        sheet.rows.pop()
    # Only the way that reads whole sheets into memory tells what is merged: it is read from the file itself.
    with suppress(KeyError):
        written = packed.read(page._worksheet_path.removeprefix("/"))  # noqa: SLF001
        sheet.merge(_merged(written))
        if b"<f" in written or b":f" in written:
            sheet.unsaved = frozenset(
                _place(found[1], found[2]) for found in _FORMULA_ALONE.finditer(written)
            )
    return sheet


def _merged(written: bytes) -> Iterator[Area]:
    for number, found in enumerate(_MERGED.finditer(written)):
        if number >= _MOST_MERGED:
            return
        top, left = _place(found[1], found[2])
        bottom, right = _place(found[3], found[4])
        if top <= bottom and left <= right:
            yield top, bottom, left, right


def _place(letters: bytes, digits: bytes) -> tuple[int, int]:
    return int(digits) - 1, column_number(letters.decode())


def _value(cell: Any) -> Value:
    """Give what a person sees: a date as far as it is shown, a number with the zeros that its format puts before it."""
    value = cell.value
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, float):
        return value if math.isfinite(value) else str(value)
    if isinstance(value, str):
        return cleaned(value) or None
    if isinstance(value, int):
        zeros = cell.number_format
        return (
            str(value).zfill(len(zeros))
            if zeros.strip("0") == "" and len(zeros) > 1 and value >= 0
            else value
        )
    if isinstance(value, date):
        return _day(value, cell.number_format)
    return str(value)


def _day(value: date, shown_as: str) -> Value:
    """Give a date at the precision its format shows: of ``mm/yyyy`` nobody knows whether the day was meant."""
    day = value.date() if isinstance(value, datetime) else value
    letters = re.sub(r'"[^"]*"|\[[^\]]*\]|\\.', "", shown_as).lower()
    try:
        whole = PartialDate.of(day)
    except ValueError:
        return str(day)
    if "y" not in letters or "d" in letters:
        return whole
    return PartialDate(day.year, day.month) if "m" in letters else PartialDate(day.year)
