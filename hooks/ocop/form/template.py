"""A new record: what is known of it, and every other field as a hint behind a ``#``, ready to be filled in.

The hints follow from the declarations of the model, in the order in which a record is written: a field that is
declared stands here by itself. Taking ``# `` from the beginning of a line gives a line of the record.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Final

from pydantic import BaseModel

from ocop.declared import Declared, Shape, as_written
from ocop.fields import Text
from ocop.form.canonical import INDENT, Line, is_textual, lines, scalar, without_nothing
from ocop.i18n import Lang
from ocop.records import Source
from ocop.records.sales_point import Sells
from ocop.source import Loc

_OPEN: Final = "…"
# A hint that shows how a date is written.
_IS_DATED: Final = re.compile(r"\d{4}-\d{2}")
# Parts that have a short way of being written: the id of a source, one word for everything.
_IN_SHORT: Final[Mapping[Any, str]] = {Source: _OPEN, Sells: "all"}
# The key of a source's id, for which a file has the short way alone.
_NEVER_WRITTEN: Final = frozenset({(Source, "ref")})
_HINTS_AT: Final = 38
_HEAD: Final[dict[Lang, str]] = {
    "vi": 'Dòng bắt đầu bằng # chưa có tác dụng: bỏ "# " ở đầu dòng rồi thay … bằng giá trị; dòng không dùng thì xóa.',
    "en": 'A line that starts with # has no effect yet: remove its "# " and put a value for …; delete what is not used.',
}
_DATE: Final[dict[Lang, str]] = {
    "vi": "2024, 2024-05 hoặc 2024-05-31",
    "en": "2024, 2024-05 or 2024-05-31",
}

_REQUIRED: Final[dict[Lang, str]] = {"vi": "bắt buộc", "en": "required"}


def new_record(model: type[BaseModel], known: Mapping[str, Any], lang: Lang) -> str:
    """Write a record with what is ``known``, a tree of text, and hints in one language for the rest."""
    tree = without_nothing(known)
    rows = _Hints(lang).part(model, tree if isinstance(tree, dict) else {}, 0)
    return "".join(f"{row}\n" for row in (f"# {_HEAD[lang]}", "", *rows))


def put(tree: dict[str, Any], loc: Loc, value: str) -> bool:
    """Put a value at a path such as ``recognitions[0].stars``; False where there is no such place."""
    here: Any = tree
    for part, below in pairwise((*loc, None)):
        holder: Any = value if below is None else [] if isinstance(below, int) else {}
        if isinstance(here, dict) and isinstance(part, str):
            here = here.setdefault(part, holder)
        elif isinstance(here, list) and isinstance(part, int) and part <= len(here):
            here.extend([holder] if part == len(here) else [])
            here = here[part]
        else:
            return False
    return here is value


@dataclass(frozen=True, slots=True)
class _Row:
    """A line of a record that is not written yet, and what it is called."""

    text: str
    words: str = ""

    def __str__(self) -> str:
        """Give the line with its words behind it, those of neighbouring lines one below the other."""
        return f"{self.text:<{_HINTS_AT}}  # {self.words}" if self.words else self.text


@dataclass(frozen=True, slots=True)
class _Hints:
    """Writes parts, what is known in the canonical form and the rest as hints."""

    lang: Lang

    def part(self, owner: type[BaseModel], tree: Mapping[str, Any], indent: int) -> Iterator[str]:
        """Yield the lines of a part whose keys stand at an indent."""
        for field in _fields(owner):
            yield from self._field(owner, field, tree, indent)

    def _field(
        self, owner: type[BaseModel], field: Declared, tree: Mapping[str, Any], indent: int
    ) -> Iterator[str]:
        value, below = tree.get(field.key), field.shape.owner
        if value is None:
            yield from (f"{' ' * indent}# {row}" for row in self._open(field))
        elif below is None or not issubclass(below, BaseModel) or isinstance(value, str):
            yield from _indented(lines(owner, {field.key: value}), indent)
        else:
            yield f"{' ' * indent}{field.key}:"
            if isinstance(value, dict):
                yield from self.part(below, value, indent + INDENT)
            else:
                for entry in value:
                    yield from self._entry(below, entry, indent + INDENT)

    def _entry(self, owner: type[BaseModel], entry: Any, indent: int) -> Iterator[str]:
        """Yield an entry of a list of parts: a hint cannot stand on the line of its dash."""
        if isinstance(entry, str):
            yield f"{' ' * indent}- {scalar(entry)}"
            return
        first = next(field for field in _fields(owner) if field.key in entry)
        head, *rest = self._field(owner, first, entry, indent + INDENT)
        yield f"{' ' * indent}- {head.lstrip()}"
        yield from rest
        for field in _fields(owner):
            if field is not first:
                yield from self._field(owner, field, entry, indent + INDENT)

    def _open(self, field: Declared) -> Iterator[_Row]:
        """Yield the lines that a field without a value would have."""
        owner, words = field.shape.owner, self._words(field)
        if field.shape.base in _IN_SHORT:
            yield from _valued(field, _IN_SHORT[field.shape.base], words)
        elif owner is not None and issubclass(owner, BaseModel):
            yield _Row(f"{field.key}:", words)
            below = [row for each in _fields(owner) for row in self._open(each)]
            for number, row in enumerate(below):
                dash = "" if not field.shape.many else "  " if number else "- "
                yield _Row(f"{' ' * INDENT}{dash}{row.text}", row.words)
        elif isinstance(field.shape.reader, Text) and field.shape.reader.lines:
            yield _Row(f"{field.key}: |", words)
            yield _Row(f"{' ' * INDENT}{_OPEN}")
        else:
            yield from _valued(field, _example(field), words)

    def _words(self, field: Declared) -> str:
        """Give what a field is called and what it takes, on one line."""
        about = field.about
        if about is None:
            return ""
        label, hint = (about.vi, about.hint) if self.lang == "vi" else (about.en, about.hint_en)
        said = ". ".join(part.removesuffix(".") for part in (label, hint) if part)
        form = self._form(field.shape)
        if form and not _IS_DATED.search(said):
            said = f"{said}: {form}"
        return f"{said} ({_REQUIRED[self.lang]})" if field.required else said

    def _form(self, shape: Shape) -> str:
        schema = shape.reader.schema() if shape.reader is not None else {}
        if "enum" in schema:
            return " | ".join(schema["enum"])
        if schema.get("type") == ["string", "integer"]:
            return _DATE[self.lang]
        return "true | false" if schema.get("type") == "boolean" else ""


def _fields(owner: type[BaseModel]) -> list[Declared]:
    """Give the fields that a file may write, in its order."""
    return [field for field in as_written(owner) if (owner, field.key) not in _NEVER_WRITTEN]


def _indented(written: Iterable[Line], indent: int) -> Iterator[str]:
    for line in written:
        if line.ends is None:
            yield str(Line(line.indent + indent, line.text))


def _valued(field: Declared, value: str | list[str], words: str) -> Iterator[_Row]:
    """Yield a key with a value, or with a list of values below it."""
    if not field.shape.many:
        yield _Row(f"{field.key}: {value if isinstance(value, str) else value[0]}", words)
        return
    yield _Row(f"{field.key}:", words)
    for each in [value] if isinstance(value, str) else value:
        yield _Row(f"{' ' * INDENT}- {each}")


def _example(field: Declared) -> list[str]:
    """Give the example of a field as a record would have it."""
    example = field.about.example if field.about is not None else ""
    if not example:
        return [_OPEN]
    parts = example.strip("[]").split(",") if field.shape.many else [example]
    return [scalar(part.strip().strip('"'), textual=is_textual(field.shape.reader)) for part in parts]
