"""Tables as CSV: RFC 4180 with a byte-order mark, so that a spreadsheet reads the Vietnamese as it is."""

from __future__ import annotations

import csv
import io
import re

from ocop.export.table import Cell, Table

# What makes a spreadsheet take a cell for a formula, full-width forms among them, whatever blanks stand before.
_FORMULA = re.compile(r"\s*[=+\-@\uff1d\uff0b\uff0d\uff20\u2212]|[\t\r\n]")
_BYTE_ORDER_MARK = "\ufeff"


def csv_file(table: Table) -> bytes:
    """Give a table as CSV: a header of the columns' names, an empty cell where nothing is known."""
    sheet = io.StringIO(newline="")
    writer = csv.writer(sheet, lineterminator="\r\n")
    writer.writerow([column.name for column in table.columns])
    writer.writerows([_written(column.cell(row)) for column in table.columns] for row in table.rows)
    return (_BYTE_ORDER_MARK + sheet.getvalue()).encode()


def harmless(text: str) -> str:
    """Give a text that no spreadsheet takes for a formula: an apostrophe goes before one that it would.

    >>> harmless("=1+1")
    "'=1+1"
    """
    # Most texts begin with a letter or digit, and none of the dangerous signs is one.
    return text if text[:1].isalnum() or not _FORMULA.match(text) else f"'{text}"


def _written(cell: Cell) -> str:
    """Numbers stay as they are, negative ones too; every other cell is text."""
    if isinstance(cell, str):
        return harmless(cell)
    if cell is None:
        return ""
    return str(cell).lower() if isinstance(cell, bool) else str(cell)
