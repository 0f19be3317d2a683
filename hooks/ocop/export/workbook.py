"""Tables as XLSX workbooks: what the CSV says in a first sheet, then a sheet for each list that a record holds.

The first row of a sheet is for people, the second has the names that programs know, under which `ocop import` reads
the workbook back. Numbers and whole dates are what they are; every other cell is a text and starts no formula.
"""

from __future__ import annotations

import gc
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from io import BytesIO
from typing import Any, Final

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from ocop.dates import PartialDate
from ocop.export.csv_file import harmless
from ocop.export.plain import JsonObject
from ocop.export.table import Column, Table
from ocop.fields import About
from ocop.records import Record
from ocop.records.columns import BETWEEN, Parts, facts, parts
from ocop.records.sales_point import Sells

HEAD_ROWS: Final = 2
# Not a clock's: the same records are the same bytes.
_MADE: Final = datetime(2000, 1, 1)  # noqa: DTZ001 - a workbook knows no time zones
_EARLIEST_DATE: Final = date(1900, 3, 1)  # before it spreadsheets count a day that never was
_LONGEST_SHEET_NAME: Final = 31
_NARROWEST, _WIDEST, _LOOKED_AT = 9, 48, 200
_NUMBER: Final = About(vi="Số thứ tự", en="Number")
_ID: Final = About(vi="Mã", en="Id")


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: its name, its columns as (heading, name), its rows."""

    name: str
    heads: tuple[tuple[str, str], ...]
    rows: tuple[tuple[Any, ...], ...]


def workbook(table: Table, records: Mapping[str, Record]) -> bytes:
    """Give a table as a workbook; ``records`` are those of its rows, by id."""
    chosen = [records[row["id"]] for row in table.rows]
    with _nothing_collected():
        sheets = [_main(table, chosen)]
        if chosen:
            lists = parts(type(chosen[0]))
            sheets += [_listed(each, table, chosen) for each in lists if not each.for_staff]
        return _written(sheets)


@contextmanager
def _nothing_collected() -> Iterator[None]:
    """Keep the garbage collector from looking at a million cells over and over: none of them is garbage yet."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


# What stands in the sheets -----------------------------------------------------------------------


def _main(table: Table, records: Sequence[Record]) -> Sheet:
    """One row a record: the columns of the table, then what records say and the table has no column for."""
    names = {column.name for column in table.columns}
    known = facts(type(records[0])) if records else ()
    further = [each for each in known if not each.for_staff and not {each.name, f"{each.name}_id"} & names]
    heads = [(_both(column.vi, column.en), column.name) for column in table.columns]
    heads += [(_both(fact.label("vi"), fact.label("en")), fact.name) for fact in further]
    rows = (
        (*(_told(column, row) for column in table.columns), *(_plain(fact.of(record)) for fact in further))
        for row, record in zip(table.rows, records, strict=True)
    )
    return Sheet(table.vi, tuple(heads), tuple(rows))


def _told(column: Column, row: JsonObject) -> Any:
    """Give a cell of the table: a date as a date, a list of words so that it can be taken apart again."""
    if column.holds == "list" and len(column.path) == 1:
        listed = row[column.path[0]]
        return _plain(listed) if all(isinstance(each, str) for each in listed) else column.cell(row)
    cell = column.cell(row)
    return PartialDate.parse(cell) if column.holds == "date" and isinstance(cell, str) else cell


def _listed(listed: Parts, table: Table, records: Sequence[Record]) -> Sheet:
    """One row an entry, as it is written in the record."""
    shown = [fact for fact in listed.facts if not fact.for_staff]
    heads = [(_both(_ID.vi, _ID.en), "id")]
    heads += [(_both(_NUMBER.vi, _NUMBER.en), number) for number in listed.numbers]
    heads += [(_both(fact.label("vi"), fact.label("en")), listed.column(fact)) for fact in shown]
    rows = (
        (record.id, *numbers, *(_plain(fact.of(entry)) for fact in shown))
        for record in records
        for numbers, entry in listed.entries(record)
    )
    return Sheet(" – ".join(about.vi for about in listed.within) or table.vi, tuple(heads), tuple(rows))


def _both(vi: str, en: str) -> str:
    return vi if vi == en else f"{vi} / {en}"


def _plain(value: Any) -> Any:
    """Give a value as a cell has it; a list in one cell has a line for each text if one holds the usual mark."""
    if isinstance(value, Sells):
        return "all" if value.everything else _plain(value.products)
    if not isinstance(value, tuple | list):
        return value
    texts = [str(each) for each in value]
    if any(BETWEEN.strip() in text for text in texts):
        return "".join(f"{text}\n" for text in texts)
    return BETWEEN.join(texts) or None


# How they are written -----------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Formats:
    head: Any
    name: Any
    day: Any

    @classmethod
    def of(cls, book: xlsxwriter.Workbook) -> _Formats:
        head = book.add_format(
            {"bold": True, "text_wrap": True, "valign": "top", "bg_color": "#DDEBE6", "bottom": 1}
        )
        name = book.add_format({"font_size": 8, "font_color": "#5F6B66", "italic": True})
        return cls(head, name, book.add_format({"num_format": "yyyy-mm-dd", "align": "left"}))


def _written(sheets: Iterable[Sheet]) -> bytes:
    out = BytesIO()
    plain = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    with xlsxwriter.Workbook(out, plain) as book:
        book.set_properties({"created": _MADE})
        formats = _Formats.of(book)
        taken: set[str] = set()
        for sheet in sheets:
            _write(book.add_worksheet(_sheet_name(sheet.name, taken)), sheet, formats)
    return out.getvalue()


def _sheet_name(wanted: str, taken: set[str]) -> str:
    """Give a name that spreadsheets allow and that no other sheet of the workbook has."""
    plain = re.sub(r"[\[\]:*?/\\]", " ", wanted).strip("' ")
    tries = (plain, *(f"{plain[: _LONGEST_SHEET_NAME - 4]} ({number})" for number in range(2, 1000)))
    name = next(
        each for each in (each[:_LONGEST_SHEET_NAME] for each in tries) if each.casefold() not in taken
    )
    taken.add(name.casefold())
    return name


def _write(page: Worksheet, sheet: Sheet, formats: _Formats) -> None:
    for column, (heading, name) in enumerate(sheet.heads):
        page.write_string(0, column, heading, formats.head)
        page.write_string(1, column, name, formats.name)
        page.set_column(column, column, _width(name, sheet.rows, column))
    page.set_row(0, 32)
    page.freeze_panes(HEAD_ROWS, 2)
    page.autofilter(HEAD_ROWS - 1, 0, max(HEAD_ROWS - 1 + len(sheet.rows), HEAD_ROWS), len(sheet.heads) - 1)
    for number, row in enumerate(sheet.rows, start=HEAD_ROWS):
        for column, value in enumerate(row):
            if value is not None:
                _cell(page, number, column, value, formats)


def _cell(page: Worksheet, row: int, column: int, value: Any, formats: _Formats) -> None:
    if isinstance(value, str):
        page.write_string(row, column, _guarded(value))
    elif isinstance(value, bool):
        page.write_boolean(row, column, value)
    elif isinstance(value, int | float):
        page.write_number(row, column, value)
    elif isinstance(value, PartialDate) and value.day is not None and value.first >= _EARLIEST_DATE:
        page.write_datetime(row, column, value.first, formats.day)
    else:
        page.write_string(row, column, str(value))


def _guarded(text: str) -> str:
    """Guard a text as the CSV does; one that begins with the guard itself gains another, to come back whole."""
    return (
        f"'{text}"
        if text.startswith("'") and harmless(text.lstrip("'")) != text.lstrip("'")
        else harmless(text)
    )


def _width(name: str, rows: Sequence[tuple[Any, ...]], column: int) -> int:
    """Make room for most of what stands there; a long text may run on."""
    shown = (str(row[column]).partition("\n")[0] for row in rows[:_LOOKED_AT] if row[column] is not None)
    return min(max(_NARROWEST, len(name), *(len(text) for text in shown)), _WIDEST) + 1
