"""What each field of the published tables holds: it follows from the declarations, as the tables themselves do."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import groupby
from typing import Final

from ocop.declared import Shape, declared
from ocop.fields import About, Choice, Facts, Number, Part, Whole
from ocop.i18n import phrases
from ocop.records import Producer, Product, SalesPoint
from ocop.site.compose.telling import Telling
from ocop.site.model import OpenColumn, OpenTable
from ocop.site.views import FieldLine, FieldTable

_RECORDS: Final[Mapping[str, type[Facts]]] = {
    "products": Product,
    "producers": Producer,
    "sales-points": SalesPoint,
}
"""The kind of record behind a table: it knows what may be written in a field."""
_HOLDS: Final = {
    "text": ("chữ", "text"),
    "integer": ("số nguyên", "whole number"),
    "number": ("số", "number"),
    "boolean": ("true hoặc false", "true or false"),
    "date": ("ngày", "date"),
    "list": ("danh sách", "list"),
    "object": ("đối tượng", "object"),
}
# Below this a number may be a year, which has no points.
_LEAST_GROUPED: Final = 10_000


def field_table(table: OpenTable, telling: Telling) -> FieldTable:
    """Describe the fields of a table in the order of its columns."""
    shapes = {each.key: (each.shape, each.about) for each in declared(_RECORDS[table.name])}
    lines = (
        _line(key, tuple(columns), shapes.get(key), table, telling)
        for key, columns in groupby(table.columns, key=lambda column: column.key)
    )
    return FieldTable(table.name, telling.say(table.vi, table.en), tuple(lines))


def _line(
    key: str,
    columns: tuple[OpenColumn, ...],
    written: tuple[Shape, About | None] | None,
    table: OpenTable,
    telling: Telling,
) -> FieldLine:
    names = tuple(column.name for column in columns)
    alone = columns[0] if names == (key,) else None
    shape, about = written if written is not None else (None, None)
    if alone is not None:
        label, hint = telling.say(alone.vi, alone.en), telling.say(alone.hint, alone.hint_en)
    else:
        # A part is called what each of its columns begins with.
        label = telling.say(columns[0].vi, columns[0].en).partition(": ")[0]
        hint = telling.say(about.hint, about.hint_en) if about is not None else ""
    return FieldLine(
        key,
        label,
        hint,
        _holds(alone.holds if alone is not None else "object", shape, telling),
        () if alone is not None else names,
        _inner(table.entries.get(key, ()), shape, telling),
    )


def _holds(kind: str, shape: Shape | None, telling: Telling) -> str:
    """Say what the values are, and between which bounds or among which words they lie."""
    said = telling.say(*_HOLDS[kind])
    match shape.reader if shape is not None else None:
        case Choice(allowed):
            return said + telling.say(", một trong: ", ", one of: ") + ", ".join(allowed)
        case Whole(least, most) | Number(least, most):
            return f"{said} {_number(least, telling)}–{_number(most, telling)}"
    return said


def _inner(keys: tuple[str, ...], shape: Shape | None, telling: Telling) -> tuple[tuple[str, str], ...]:
    """Name the keys of an entry of a list: those of the first there is, else those declared.

    What only follows from a record has no words of its own here.
    """
    owner = shape.owner if shape is not None and shape.many else None
    told = {each.key: each.about for each in declared(owner) if each.about} if owner is not None else {}
    keys = keys or tuple(key for key, about in told.items() if about.part is not Part.STAFF and key != "en")
    return tuple((key, telling.say(told[key].vi, told[key].en) if key in told else "") for key in keys)


def _number(number: float, telling: Telling) -> str:
    return phrases.number_text(number, telling.lang) if number >= _LEAST_GROUPED else f"{number:g}"
