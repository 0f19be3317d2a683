"""The further sheets of a published workbook: the entries of each record's lists, put back where they belong."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from ocop.intake.entries import Entry, Given, Said, put
from ocop.intake.headings import ListHead, find_entries
from ocop.intake.remarks import Level, Remark, Spot
from ocop.intake.sheets import Book, Sheet, as_text
from ocop.intake.values import told_exactly
from ocop.records import Record
from ocop.records.columns import Fact
from ocop.records.sales_point import Sells

Numbers = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class ListSheet:
    """One further sheet and its head."""

    sheet: Sheet
    head: ListHead


def list_sheets(book: Book, model: type[Record]) -> tuple[ListSheet, ...]:
    """Find the further sheets, those of outer lists before those of the lists inside them."""
    found = [
        ListSheet(sheet, head) for sheet in book.sheets if (head := find_entries(sheet, model)) is not None
    ]
    return tuple(sorted(found, key=lambda each: (len(each.head.listed.path), each.head.listed.name)))


def add_entries(
    found: tuple[ListSheet, ...], entries: Mapping[str, Entry], say: Callable[[Remark], None]
) -> None:
    """Put every row of the further sheets into its record, in the order of the numbers."""
    parts: dict[tuple[str, str, Numbers], Given] = {}
    for each in found:
        listed = each.head.listed
        rows = sorted(_rows(each, say), key=lambda row: (row[0], row[1]))
        for record_id, numbers, given, spot in rows:
            holder = entries[record_id].tree if record_id in entries else None
            if len(numbers) > 1:
                outer = ".".join("_".join(keys) for keys in listed.path[:-1])
                holder = parts.get((record_id, outer, numbers[:-1]))
            if holder is None:
                say(Remark(Level.NOTE, spot, "entry_without_record", {"value": record_id}))
                continue
            parts[record_id, listed.name, numbers] = given
            put(holder, listed.path[-1], [*_held(holder, listed.path[-1]), given])


def _held(holder: Given, keys: tuple[str, ...]) -> list[Given]:
    found: object = holder
    for key in keys:
        found = found.get(key) if isinstance(found, dict) else None
    return found if isinstance(found, list) else []


def _rows(found: ListSheet, say: Callable[[Remark], None]) -> Iterator[tuple[str, Numbers, Given, Spot]]:
    sheet, head = found.sheet, found.head
    facts = {fact.name: fact for fact in head.listed.facts}
    for number in range(head.last + 1, len(sheet.rows)):
        record_id = as_text(sheet.at(number, head.id_column)).strip()
        given: Given = {}
        for name, column in head.columns.items():
            said = _said(sheet, number, column, facts[name])
            if said is not None:
                put(given, facts[name].keys, said)
        if not record_id and not given:
            continue
        numbers = [as_text(sheet.at(number, column)) for column in head.numbers]
        spot = Spot(sheet.name, number, head.id_column)
        if not record_id or not all(
            each.isascii() and each.isdecimal() and len(each) < 7 for each in numbers
        ):
            say(Remark(Level.FAULT, spot, "entry_not_numbered"))
            continue
        yield record_id, tuple(map(int, numbers)), given, spot


def _said(sheet: Sheet, row: int, column: int, fact: Fact) -> object:
    value = sheet.at(row, column)
    spot = Spot(sheet.name, row, column)
    if fact.shape.many or fact.shape.base is Sells:
        texts = as_text(value).split("\n" if "\n" in as_text(value) else ";")
        return [Said(text.strip(), spot) for text in texts if text.strip()] or None
    found = told_exactly(value)
    return None if found.text is None else Said(found.text, spot)
