"""Where each key and value of a document stands, kept small: a catalogue holds the places of all its files."""

from __future__ import annotations

import marshal
import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
from typing import Any, Final

from ocop.findings import Position

Loc = tuple[str | int, ...]

# A place in a file as one number, line before column.
_COLUMN_BITS: Final = 20
_COLUMN_MASK: Final = (1 << _COLUMN_BITS) - 1
# Entry = (place of the key or 0, place of the value or 0 where nothing is written, entries below or None)
Entry = tuple[int, int, Any]
Entries = dict[str, Entry] | list[Entry]


def packed_place(line: int, column: int) -> int:
    """Give line and column, both from 1, as one number."""
    return line << _COLUMN_BITS | column


def line_of(place: int) -> int:
    """Give the line of a packed place."""
    return place >> _COLUMN_BITS


def column_of(place: int) -> int:
    """Give the column of a packed place."""
    return place & _COLUMN_MASK


class Target(Enum):
    """What a finding points at: a value, a key, or the entry that lacks a key."""

    VALUE = "value"
    KEY = "key"
    HOLDER = "holder"


@dataclass(frozen=True, slots=True)
class Place:
    """A position, the path to it inside the document, and that path as people read it."""

    position: Position
    loc: Loc
    field: str


@dataclass(frozen=True, slots=True)
class Places:
    """The places of one document; ``path`` is the file as shown."""

    path: str
    packed: bytes

    @classmethod
    def of(cls, path: str, entries: Entries | None) -> Places:
        """Pack the entries of a document's root; None where the root is a single text."""
        return cls(path, marshal.dumps(entries))

    def find(self, loc: Loc, target: Target = Target.VALUE) -> Place:
        """Give the place of a path, or of the nearest part of it that is written.

        Names that only a model has are skipped in a list: ``("sells", "products", 1)`` is the second entry of
        ``sells``. A key that is written but left empty is found as a key.
        """
        entries: Any = _unpacked(self.packed)
        place, real, lacking = 0, [], loc[:0]
        for number, part in enumerate(loc):
            entry = _below(entries, part)
            if entry is None and isinstance(entries, list) and isinstance(part, str):
                continue
            if entry is None:
                lacking = loc[number:]
                break
            key, value, below = entry
            last = number == len(loc) - 1
            real.append(part)
            place = key if key and (not value or (last and target is Target.KEY)) else value
            entries = below
        named = (*real, *lacking) if target is Target.HOLDER else real
        line, column = place >> _COLUMN_BITS, place & _COLUMN_MASK
        return Place(Position(self.path, line or 1, column or 1), tuple(real), field_name(named))

    def around(self, line: int, column: int) -> str:
        """Give the field in which a line and column of the file lie."""
        starts, locs = _in_order(self.packed)
        found = bisect_right(starts, packed_place(line, column)) - 1
        return field_name(locs[found]) if found >= 0 else ""


def _below(entries: Entries | None, part: str | int) -> Entry | None:
    if isinstance(entries, dict):
        return entries.get(part) if isinstance(part, str) else None
    if isinstance(entries, list) and isinstance(part, int) and part < len(entries):
        return entries[part]
    return None


# Several findings of one file follow one another; files are many.
@lru_cache(maxsize=4)
def _unpacked(packed: bytes) -> Entries | None:
    entries: Entries | None = marshal.loads(packed)  # noqa: S302 – packed by this very process
    return entries


@lru_cache(maxsize=4)
def _in_order(packed: bytes) -> tuple[list[int], list[Loc]]:
    found = sorted(_walk(_unpacked(packed), ()), key=lambda pair: pair[0])
    return [place for place, _ in found], [loc for _, loc in found]


def _walk(entries: Entries | None, above: Loc) -> Iterator[tuple[int, Loc]]:
    pairs = entries.items() if isinstance(entries, dict) else enumerate(entries or ())
    for part, (key, value, below) in pairs:
        yield key or value, (*above, part)
        yield from _walk(below, (*above, part))


def field_name(loc: Loc | list[str | int]) -> str:
    """Write a path as people read it: ``recognitions[0].score``."""
    name = ""
    for part in loc:
        name += f"[{part}]" if isinstance(part, int) else f".{part}" if name else part
    return name


def loc_of(field: str) -> Loc:
    """Read a field's name back into a path: the reverse of `field_name` for the names that records have."""
    parts = re.findall(r"\[(\d+)\]|([^.\[\]]+)", field)
    return tuple(int(number) if number else name for number, name in parts)
