"""What the rows of a list say of each record, as trees of text in which every text knows its cell."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, TypeAlias

from ocop.intake.remarks import Spot
from ocop.records.columns import Keys


@dataclass(frozen=True, slots=True)
class Said:
    """One text and the cell that says it."""

    text: str
    spot: Spot


Given: TypeAlias = dict[str, Any]
"""A part of a record: by key a `Said`, a list of them, a further part, or a list of parts."""


@dataclass(slots=True)
class Entry:
    """All that a list says of one record: ``tree`` is the record, the rest is what its file's place follows from.

    ``maker`` is the name of a producer that the catalogue does not have; ``maker_facts`` are what the list says of
    the producer; ``group`` is one of the six groups, where the list names no kind; ``kind_refused`` says that what
    it names is none. A ``broken`` entry has a cell that could not be read.
    """

    spot: Spot
    tree: Given = field(default_factory=dict)
    id: Said | None = None
    district: Said | None = None
    maker: Said | None = None
    maker_facts: Given = field(default_factory=dict)
    group: str | None = None
    kind_refused: bool = False
    broken: bool = False

    def text(self, *keys: str) -> str | None:
        """Give the text at a path of the tree, None where the list says none."""
        found = at(self.tree, keys)
        return found.text if isinstance(found, Said) else None


def at(tree: Given, keys: Keys) -> Any:
    """Give what stands at a path, None where nothing does."""
    found: Any = tree
    for key in keys:
        found = found.get(key) if isinstance(found, dict) else None
    return found


def put(tree: Given, keys: Keys, value: Any) -> None:
    """Put something at a path, in parts that are made on the way."""
    *above, last = keys
    for key in above:
        tree = tree.setdefault(key, {})
    tree[last] = value


def take(tree: Given, keys: Keys) -> None:
    """Take something out, and the parts that are left empty."""
    *above, last = keys
    holder = at(tree, tuple(above))
    if isinstance(holder, dict):
        holder.pop(last, None)
        if above and not holder:
            take(tree, tuple(above))


def join(entry: Entry, more: Entry) -> None:
    """Add what a further row of the same record says: entries of its lists, and facts that the first row lacks."""
    for key, value in more.tree.items():
        if isinstance(value, list) and value and isinstance(value[0], dict):
            known = entry.tree.setdefault(key, [])
            known += [each for each in value if _words(each) not in map(_words, known)]
        else:
            entry.tree.setdefault(key, value)
    entry.broken = entry.broken or more.broken


def _words(part: Any) -> Any:
    """Give a part without its cells, to hold it against another."""
    if isinstance(part, Said):
        return part.text
    return {key: _words(value) for key, value in part.items()} if isinstance(part, dict) else part
