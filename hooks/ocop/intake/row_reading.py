"""From a row to an entry: each cell read for its column, and what one cell says of another."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, Final

from ocop.dates import PartialDate
from ocop.intake.cell_lists import texts_in
from ocop.intake.consent import keep_consented
from ocop.intake.entries import Entry, Given, Said, at, put, take
from ocop.intake.headings import Column, Head
from ocop.intake.references import References
from ocop.intake.remarks import Level, Remark, Spot
from ocop.intake.rows import Row
from ocop.intake.sheets import Sheet, Value, as_text, is_error
from ocop.intake.suspicions import suspect, suspicions
from ocop.intake.targets import MAKER, Target, lists, targets
from ocop.intake.values import WHEN, Told, is_marked, says_nothing, told, told_exactly
from ocop.records import Product
from ocop.records.columns import Fact
from ocop.records.sales_point import Sells
from ocop.text import fold

_DATED_DECISION: Final = re.compile(r"(.+?)[\s,;(]+(?:ký\s+)?ngày\s+(.+?)\)?", re.IGNORECASE)
_BEFORE_DECISION: Final = re.compile(r"(?:quyết định|qđ)?\s*(?:số)?\s*:?\s*(?=\d)", re.IGNORECASE)
_USUAL_TERM: Final = re.compile(r"(?:36|ba muoi sau) thang|(?:0?3|ba) nam|36 months|3 years")

Say = Callable[[Remark], None]


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell that says something, with its column."""

    value: Value
    spot: Spot
    column: Column

    @property
    def target(self) -> Target:
        """What the column means."""
        assert self.column.target is not None
        return self.column.target

    @property
    def text(self) -> str:
        """The cell as one line."""
        return " ".join(as_text(self.value).split())


@dataclass(frozen=True)
class RowReader:
    """Reads the rows of one list; ``say`` takes what there is to tell."""

    sheet: Sheet
    head: Head
    references: References
    say: Say
    shown_sheet: str = ""

    def entry(self, row: Row) -> Entry:
        """Read a row."""
        cells = {cell.target.name + cell.target.fixed: cell for cell in self._cells(row)}
        named = self.head.column("name") or self.head.column("id")
        entry = Entry(self._spot(row.number, named.number if named is not None else -1))
        if not row.is_named:
            self._tell(Level.FAULT, entry.spot, "no_name")
            entry.broken = True
        for read in (self._facts, self._places, self._goods, self._recognised, self._cited):
            read(entry, cells, row)
        keep_consented(entry, self.say)
        return entry

    def _cells(self, row: Row) -> Iterator[Cell]:
        for column in self.head.columns:
            if column.target is None or not column.is_read:
                continue
            value = self.sheet.at(row.number, column.number)
            if value is None and (row.number, column.number) not in self.sheet.unsaved:
                continue
            if not self.head.is_published and says_nothing(value) and value is not None:
                continue
            yield Cell(value, self._spot(row.number, column.number), column)

    # ---------------------------------------------------------------------------------- plain facts

    def _facts(self, entry: Entry, cells: Mapping[str, Cell], _row: Row) -> None:
        """Read every cell whose column is a fact like any other."""
        for cell in cells.values():
            target = cell.target
            if target.name in _OWN_WAYS or target.fixed:
                continue
            tree, fact = entry.tree, target.fact
            if target.group == MAKER:
                tree = entry.maker_facts
            elif target.group:
                tree = _part(entry, self.head, target.group)
            said = self._said(entry, cell, fact)
            if said is not None:
                put(tree, fact.keys, said)
        for group in {cell.target.group for cell in cells.values()} - {"", MAKER}:
            _drop_if_empty(entry, self.head, group)

    def _said(self, entry: Entry, cell: Cell, fact: Fact) -> Any:
        """Give what a cell says of a fact: one text or a list of them, None for nothing."""
        if fact.shape.base is Sells:
            return self._sells(entry, cell)
        if not fact.shape.many:
            return self._one(entry, cell, cell.value, fact)
        texts = texts_in(as_text(cell.value), fact, ours=self.head.is_published)
        return [said for text in texts if (said := self._one(entry, cell, text, fact)) is not None] or None

    def _one(self, entry: Entry, cell: Cell, value: Value, fact: Fact) -> Said | None:
        if is_error(cell.value) or (cell.spot.row, cell.spot.column) in self.sheet.unsaved:
            code = "cell_error" if cell.value is not None else "formula_unsaved"
            return self._take(entry, cell, Told(None, code, {"value": as_text(cell.value)}))
        if self.head.is_published:
            return self._take(entry, cell, told_exactly(value))
        if (
            fact.shape.reader == WHEN
            and (doubt := suspect(self._suspicions.get(cell.column.number), value)) is not None
        ):
            return self._take(entry, cell, doubt)
        if fact.name == "expires" and _USUAL_TERM.fullmatch(fold(as_text(value)).strip()):
            return None
        return self._take(entry, cell, told(value, fact.shape.reader, cell.target.name, cell.target.scale))

    def _take(self, entry: Entry, cell: Cell, found: Told) -> Said | None:
        """Tell what is doubtful or refused; what is doubtful is taken all the same, for those who say so."""
        if found.code:
            self._tell_of(cell, found)
            entry.broken = entry.broken or found.text is None
        return None if found.text is None else Said(found.text, cell.spot)

    def _sells(self, entry: Entry, cell: Cell) -> Any:
        if fold(cell.text) in {"all", "tat ca", "tat ca san pham", "toan bo", "everything"}:
            return Said("all", cell.spot)
        texts = [text.strip() for text in re.split(r"[;,\n]", as_text(cell.value)) if text.strip()]
        if self.head.is_published:
            return [Said(text, cell.spot) for text in texts]
        found = (self._take(entry, cell, self.references.product(text)) for text in texts)
        return [said for said in found if said is not None] or None

    # ---------------------------------------------------------------------------------- where it is

    def _places(self, entry: Entry, cells: Mapping[str, Cell], row: Row) -> None:
        if (cell := cells.get("id")) is not None:
            entry.id = self._one(entry, cell, cell.value, cell.target.fact)
        knows_districts = "district" in targets(self.head.model)
        district = self._district(entry, cells, row) if knows_districts else None
        commune = self._commune(entry, cells, row, district)
        if commune is not None and "/" in commune.text:
            where, _, name = commune.text.partition("/")
            district, commune = district or replace(commune, text=where), replace(commune, text=name)
        if commune is not None:
            put(entry.tree, ("commune",), commune)
        if district is None:
            return
        if self.head.model is Product:
            entry.district = district
        else:
            put(entry.tree, ("district",), district)

    def _district(self, entry: Entry, cells: Mapping[str, Cell], row: Row) -> Said | None:
        if (cell := cells.get("district")) is not None:
            if self.head.is_published:
                return self._take(entry, cell, told_exactly(cell.value))
            return self._take(entry, cell, self.references.district(cell.text))
        if (scope := self._scope(row, "district")) is not None:
            return scope
        where = self.references.where(cells["commune"].text) if "commune" in cells else None
        return Said(where, cells["commune"].spot) if where is not None else None

    def _commune(
        self, entry: Entry, cells: Mapping[str, Cell], row: Row, district: Said | None
    ) -> Said | None:
        cell = cells.get("commune")
        if cell is None:
            return self._scope(row, "commune")
        if self.head.is_published:
            return self._take(entry, cell, told_exactly(cell.value))
        known = district.text if district is not None else None
        return self._take(entry, cell, self.references.commune(cell.text, known))

    # ------------------------------------------------------------------------------ what it is, whose

    def _goods(self, entry: Entry, cells: Mapping[str, Cell], row: Row) -> None:
        if (cell := cells.get("operator")) is not None and self.head.model is not Product:
            found = self.references.producer(cell.text)
            text = found.text if found.text is not None and not found.code else as_text(cell.value).strip()
            put(entry.tree, ("operator",), Said(text, cell.spot))
        if self.head.model is not Product:
            return
        self._producer(entry, cells, row)
        kind = self._kind(entry, cells) or self._scope(row, "kind")
        if kind is not None:
            put(entry.tree, ("kind",), kind)
        scope = self._scope(row, "group")
        entry.group = entry.group or (scope.text if scope is not None else None)

    def _kind(self, entry: Entry, cells: Mapping[str, Cell]) -> Said | None:
        if self.head.is_published and (cell := cells.get("kind")) is not None:
            return self._take(entry, cell, told_exactly(cell.value))
        for cell in (cells[name] for name in ("kind", "group") if name in cells):
            found = self.references.kind(cell.text)
            entry.group = entry.group or self.references.group(cell.text)
            if found.text is not None or (found.code == "no_kind" and entry.group is None):
                entry.kind_refused = found.text is None
                return self._take(entry, cell, found)
        return None

    def _producer(self, entry: Entry, cells: Mapping[str, Cell], row: Row) -> None:
        cell = cells.get("producer")
        if cell is None:
            scope = self._scope(row, "producer")
            if scope is not None:
                put(entry.tree, ("producer",), scope)
            return
        found = told_exactly(cell.value) if self.head.is_published else self.references.producer(cell.text)
        if found.code == "no_producer" and found.text is None:
            entry.maker = Said(cell.text, cell.spot)
            return
        said = self._take(entry, cell, found)
        if said is not None:
            put(entry.tree, ("producer",), said)

    # ------------------------------------------------------------------------- recognitions, sources

    def _recognised(self, entry: Entry, cells: Mapping[str, Cell], row: Row) -> None:
        if self.head.model is not Product or self.head.is_published:
            return
        part = _part(entry, self.head, "recognitions")
        marked = [cell for cell in cells.values() if cell.target.fixed and is_marked(cell.value)]
        if len(marked) > 1:
            self._take(entry, marked[1], Told(None, "several_stars", {"value": marked[1].target.fixed}))
        elif marked:
            part["stars"] = Said(marked[0].target.fixed, marked[0].spot)
        if (cell := cells.get("recognitions.decision")) is not None:
            self._decision(entry, cell, part)
        if (cell := cells.get("recognitions.year")) is not None:
            self._year(entry, cell, part)
        if "stars" not in part and (scope := self._scope(row, "recognitions.stars")) is not None:
            part["stars"] = scope
        _drop_if_empty(entry, self.head, "recognitions")

    def _decision(self, entry: Entry, cell: Cell, part: Given) -> None:
        """Read a number that may have its date behind it: ``1234/QĐ-UBND ngày 28/12/2023``."""
        found = _DATED_DECISION.fullmatch(cell.text)
        fact = cell.target.fact
        number = _BEFORE_DECISION.sub("", found[1] if found else cell.text, count=1)
        said = self._one(entry, cell, cell.value if isinstance(cell.value, PartialDate) else number, fact)
        if said is not None:
            part["decision"] = said
        if found is None:
            return
        dated = targets(self.head.model)["recognitions.date"].fact
        date = self._one(entry, cell, found[2], dated)
        if date is not None and "date" not in part:
            part["date"] = date
        elif date is not None and not _agree(date.text, part["date"].text):
            self._tell_of(
                cell,
                Told(part["date"].text, "dates_differ", {"value": date.text, "other": part["date"].text}),
            )

    def _year(self, entry: Entry, cell: Cell, part: Given) -> None:
        year = self._one(entry, cell, cell.value, cell.target.fact)
        if year is not None and "date" not in part:
            part["date"] = year
        elif year is not None and not _agree(year.text, part["date"].text):
            self._tell_of(
                cell,
                Told(part["date"].text, "dates_differ", {"value": year.text, "other": part["date"].text}),
            )

    def _cited(self, entry: Entry, cells: Mapping[str, Cell], _row: Row) -> None:
        cell = cells.get("cited")
        if cell is None:
            return
        cited = []
        url = next(fact for fact in lists(self.head.model)["sources"].facts if fact.name == "url")
        for text in re.split(r"[;\n]+|\s+(?=https?://)|,\s+", as_text(cell.value)):
            known = self.references.source(text.strip())
            if known is not None:
                cited.append({"ref": Said(known, cell.spot)})
            elif "://" in text or "www." in text:
                said = self._one(entry, cell, text.strip(), url)
                cited += [{"url": said}] if said is not None else []
            elif text.strip():
                self._take(entry, cell, Told(None, "no_such_source", {"value": text.strip()}))
        if cited:
            entry.tree["sources"] = cited

    # ------------------------------------------------------------------------------------------ doubts

    @cached_property
    def _suspicions(self) -> Mapping[int, str]:
        return suspicions(self.sheet, self.head)

    def _scope(self, row: Row, name: str) -> Said | None:
        """Give what the group of rows says."""
        if name not in row.scope:
            return None
        text, number = row.scope[name]
        return Said(text, self._spot(number, -1))

    def _spot(self, row: int, column: int) -> Spot:
        return Spot(self.shown_sheet, row, column)

    def _tell_of(self, cell: Cell, found: Told) -> None:
        level = Level.FAULT if found.text is None else Level.DOUBT
        label = (cell.target.label("vi"), cell.target.label("en"))
        self.say(Remark(level, cell.spot, found.code, found.values, found.text, label))

    def _tell(self, level: Level, spot: Spot, code: str, **values: str) -> None:
        self.say(Remark(level, spot, code, values))


# Columns that are read together with others.
_OWN_WAYS: Final = frozenset({
    "id", "district", "commune", "kind", "group", "producer", "operator", "cited", "row_number",
    "recognitions.decision", "recognitions.year",
})  # fmt: skip


def _part(entry: Entry, head: Head, group: str) -> Given:
    """Give the part of a list that the row is about, made when it is first asked for."""
    (keys,) = lists(head.model)[group].path
    listed = at(entry.tree, keys)
    if listed is None:
        listed = [{}]
        put(entry.tree, keys, listed)
    part: Given = listed[0]
    return part


def _drop_if_empty(entry: Entry, head: Head, group: str) -> None:
    (keys,) = lists(head.model)[group].path
    if at(entry.tree, keys) == [{}]:
        take(entry.tree, keys)


def _agree(one: str, other: str) -> bool:
    """Tell whether two dates may be the same, one of them known better."""
    return one.startswith(other) or other.startswith(one)
