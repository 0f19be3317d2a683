"""Tables: rows as JSON objects, and the flat columns that a sheet has of them.

A nested object gives a column for each of its keys (``producer_name``); a list is one cell.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal, TypeAlias

from ocop.dates import PartialDate
from ocop.declared import Shape
from ocop.export.plain import Json, JsonObject
from ocop.export.steps import Step, merged, steps
from ocop.fields import About

Holds: TypeAlias = Literal["text", "integer", "number", "boolean", "date", "list"]
Cell: TypeAlias = str | int | float | bool | None

_HOLDS: dict[Any, Holds] = {bool: "boolean", int: "integer", float: "number", PartialDate: "date"}
BETWEEN = "; "


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its name, where its value lies in a row, what it holds, and what it is called."""

    name: str
    path: tuple[str, ...]
    holds: Holds
    vi: str
    en: str
    hint: str = ""
    hint_en: str = ""

    def cell(self, row: JsonObject) -> Cell:
        """Give the column's value in a row: None where it is not known, a list as text."""
        first, *inner = self.path
        value: Json = row[first]
        for key in inner:
            if not isinstance(value, dict):
                return None
            value = value[key]
        return (
            _joined(value) if isinstance(value, list) else _entry(value) if isinstance(value, dict) else value
        )


@dataclass(frozen=True, slots=True)
class Table:
    """One export: its name (``products``), what it is called, its columns and its rows in their order."""

    name: str
    vi: str
    en: str
    columns: tuple[Column, ...]
    rows: tuple[JsonObject, ...]


@dataclass(frozen=True, slots=True)
class Outline:
    """What a table is like, without its rows: its columns, how many rows there are, and the keys of a list's entries."""

    name: str
    vi: str
    en: str
    columns: tuple[Column, ...]
    rows: int
    entries: Mapping[str, tuple[str, ...]]

    @classmethod
    def of(cls, table: Table) -> Outline:
        """Let go of the rows of a table."""
        lists = (
            column.path[0] for column in table.columns if column.holds == "list" and len(column.path) == 1
        )
        firsts = ((key, next((row[key][0] for row in table.rows if row[key]), None)) for key in lists)
        entries = {key: tuple(first) for key, first in firsts if isinstance(first, dict)}
        return cls(table.name, table.vi, table.en, table.columns, len(table.rows), entries)


def columns(record: type, computed: type, first: tuple[str, ...] = ()) -> tuple[Column, ...]:
    """Give the columns of the rows that `Plainly.row` makes of the same types."""
    return tuple(column for _, step in merged(record, computed, first) for column in _columns(step, (), ()))


def _columns(step: Step, path: tuple[str, ...], within: tuple[About, ...]) -> Iterator[Column]:
    path, within = (*path, step.key), (*within, step.about)
    inner = steps(step.shape.owner) if step.shape.owner is not None and not step.shape.many else ()
    for each in inner:
        yield from _columns(each, path, within)
    if not inner:
        vi, en = (": ".join(getattr(about, lang) for about in within) for lang in ("vi", "en"))
        yield Column("_".join(path), path, _holds(step.shape), vi, en, step.about.hint, step.about.hint_en)


def _holds(shape: Shape) -> Holds:
    return "list" if shape.many else _HOLDS.get(shape.base, "text")


def _joined(values: list[Any]) -> str | None:
    return BETWEEN.join(_entry(each) for each in values) or None


def _entry(value: Json) -> str:
    """One entry of a list: a source as its address, another object as ``key=value`` of what is known."""
    if not isinstance(value, dict):
        return _text(value)
    if isinstance(value.get("url"), str):
        return _text(value["url"])
    known = (
        (key, each) for key, each in value.items() if each is not None and not isinstance(each, dict | list)
    )
    return ", ".join(f"{key}={_text(each)}" for key, each in known)


def _text(value: Json) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)
