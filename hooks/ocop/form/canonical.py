"""The one canonical form of a record: the same facts are the same bytes, whoever wrote them.

Keys stand in the order of `declared.as_written`, one to a line; lists and parts are indented by two spaces, a list
below its key; text of several lines is a block `|`, any other is plain, or in double quotes where YAML would read
something else. What has no value is left out. The form that writes records in the browser keeps to the same rules.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Final, TypeAlias

from pydantic import BaseModel

from ocop.declared import Shape, as_written
from ocop.fields import Reader
from ocop.source import Loc, Tree

INDENT: Final = 2
_NEVER_FIRST: Final = tuple("-?:,[]{}#&*!|>'\"%@`=~")
_NEVER_PREFIX: Final = ("...", "<<")
_NEVER_INSIDE: Final = re.compile(r":\s|\s#|\t|:$")
_NOTHING: Final = ("~", "null")
# What other YAML readers take for a truth value, nothing, a number, a date or a time where nobody quotes it.
_WORD: Final = re.compile(r"y|n|yes|no|on|off|true|false|null|nan|inf|[-+]?\.(nan|inf)", re.IGNORECASE)
_NUMBER: Final = re.compile(r"(?=.*[0-9])[-+.0-9][-+.0-9_,:eExoa-fA-F]*")
_MOMENT: Final = re.compile(
    r"[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}([Tt]| +)[0-9]{1,2}:[0-9]{2}:[0-9]{2}[-+.:0-9Z ]*"
)
_NOT_TEXT: Final = ("integer", "number", "boolean", ["string", "integer"])

# The shape of a value that no model knows: text, or anything made of text.
_ANYTHING: Final = Shape(str)


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a file without its end; ``starts`` are the keys and entries that begin on it, outer ones first.

    Where ``ends`` is given there is no line, but the list or part at that path has ended; its keys or entries
    stand at ``indent``.
    """

    indent: int
    text: str
    starts: tuple[Loc, ...] = ()
    ends: Loc | None = None

    def __str__(self) -> str:
        """Give the line as it stands in the file."""
        return " " * self.indent + self.text if self.text else ""


@dataclass(frozen=True, slots=True)
class ById:
    """The shape of a file that has one ``model`` by each id, such as ``sources.yml``."""

    model: type[BaseModel]


Root: TypeAlias = type[BaseModel] | ById


def written(model: Root, tree: Mapping[str, Any] | Sequence[Any]) -> str:
    """Write a tree of text as a file; a list of records (``promotions.yml``) is a list of the model."""
    kept = without_nothing(tree)
    return "".join(f"{line}\n" for line in lines(model, kept) if line.ends is None)


def without_nothing(tree: Any) -> Tree:
    """Give a tree without what has no value, its texts trimmed and normalised."""
    if isinstance(tree, Mapping):
        below = {key: without_nothing(value) for key, value in tree.items() if value is not None}
        return {key: value for key, value in below.items() if value}
    if isinstance(tree, Sequence) and not isinstance(tree, str):
        return [value for value in map(without_nothing, tree) if value]
    return "" if tree is None else unicodedata.normalize("NFC", str(tree)).strip()


def is_textual(reader: Reader | None) -> bool:
    """Tell whether a value is text, so that what looks like a number must be in quotes; else it is always plain."""
    return reader is None or reader.schema().get("type") not in _NOT_TEXT


def lines(model: Root, tree: Tree) -> Iterator[Line]:
    """Yield the lines of a file, and where its lists and parts end; nothing is left out any more."""
    if not tree:
        yield Line(0, _empty(tree), starts=((),))
        return
    if isinstance(model, ById) and isinstance(tree, dict):
        yield from _map({}, tree, (), 0, Shape(model.model))
        return
    yield from _below(Shape(model.model if isinstance(model, ById) else model), tree, (), 0)


def _below(shape: Shape, value: Tree, loc: Loc, indent: int) -> Iterator[Line]:
    """Yield the lines of a list, a part or a single text, which begin at ``indent``."""
    if isinstance(value, dict):
        yield from _map(shapes_of(shape.owner), value, loc, indent)
    elif isinstance(value, list):
        one = Shape(shape.base, shape.reader)
        for number, entry in enumerate(value):
            yield from _after_dash(one, entry, (*loc, number), indent)
        yield Line(indent, "", ends=loc)
    else:
        yield from _text(shape, value, Line(indent, "", (loc,)))


def _map(
    shapes: Mapping[str, Shape], value: Mapping[str, Any], loc: Loc, indent: int, unknown: Shape = _ANYTHING
) -> Iterator[Line]:
    """Yield the lines of a part: the keys of the model in its order, then any others in theirs."""
    for key in (*(key for key in shapes if key in value), *(key for key in value if key not in shapes)):
        shape, below = shapes.get(key, unknown), value[key]
        begun = Line(indent, f"{key if key in shapes else scalar(key)}:", ((*loc, key),))
        if isinstance(below, str) or not below:
            yield from _text(shape, below, begun)
        else:
            yield begun
            yield from _below(shape, below, (*loc, key), indent + INDENT)
    yield Line(indent, "", ends=loc)


def _after_dash(shape: Shape, value: Tree, loc: Loc, indent: int) -> Iterator[Line]:
    """Yield the lines of a list's entry: it begins on the line of its dash."""
    if isinstance(value, str) or not value:
        yield from _text(shape, value, Line(indent, "-", (loc,)))
        return
    first, *others = _below(shape, value, loc, indent + INDENT)
    yield Line(indent, f"- {first.text}", (loc, *first.starts))
    yield from others


def _text(shape: Shape, value: Tree, begun: Line) -> Iterator[Line]:
    """Yield a line with a text on it, and those of a block of text below it."""
    before = f"{begun.text} " if begun.text else ""
    if not isinstance(value, str):
        yield Line(begun.indent, before + _empty(value), begun.starts)
        return
    if "\n" not in value:
        shown = scalar(value, textual=is_textual(shape.reader))
        yield Line(begun.indent, before + shown, begun.starts)
        return
    yield Line(begun.indent, f"{before}|", begun.starts)
    for line in value.split("\n"):
        yield Line(begun.indent + INDENT, line)


def _empty(value: Tree) -> str:
    return {dict: "{}", list: "[]", str: '""'}[type(value)]


def scalar(text: str, *, textual: bool = True) -> str:
    """Write a text of one line: plain where YAML reads it back as it is, else in double quotes."""
    if _is_plain(text, textual=textual):
        return text
    inside = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{inside}"'


def _is_plain(text: str, *, textual: bool) -> bool:
    if not text or text in _NOTHING or text.startswith(_NEVER_PREFIX) or _NEVER_INSIDE.search(text):
        return False
    if not textual and _NUMBER.fullmatch(text):
        return True
    if text.startswith(_NEVER_FIRST):
        return False
    return not textual or not any(like.fullmatch(text) for like in (_WORD, _NUMBER, _MOMENT))


@cache
def shapes_of(owner: type | None) -> Mapping[str, Shape]:
    """Give the keys of a model in the order in which they are written, with what each holds."""
    if owner is None or not issubclass(owner, BaseModel):
        return {}
    return {field.key: field.shape for field in as_written(owner)}
