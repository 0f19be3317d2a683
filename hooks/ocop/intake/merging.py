"""What a list says, put into a record: facts are added and changed, nothing is taken away, the rest stays as it is."""

from __future__ import annotations

import copy
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from pydantic import BaseModel
from pydantic_core import PydanticCustomError

from ocop.dates import PartialDate
from ocop.declared import Declared, Shape, as_written
from ocop.fields import About, Reader
from ocop.intake.entries import Given, Said
from ocop.intake.remarks import Spot
from ocop.records import Certification, Pack, Photo, Recognition, Source
from ocop.source import Loc

# What tells one entry of a list from another, the surest first.
_KNOWN_BY: Final[Mapping[type, tuple[str, ...]]] = {
    Recognition: ("decision", "date", "reported"),
    Pack: ("gtin", "size"),
    Certification: ("number", "scheme"),
    Source: ("ref", "url"),
    Photo: ("file",),
}


@dataclass(frozen=True, slots=True)
class Change:
    """One field that a list changes: what it is called in both languages, what stood there (or None), what will."""

    label: tuple[str, str]
    before: str | None
    after: str


@dataclass(slots=True)
class Merged:
    """A record's tree with what a list says, and the cell behind each text that came from it."""

    tree: dict[str, Any]
    cells: dict[Loc, Spot] = field(default_factory=dict)


def merge(model: type[BaseModel], old: Mapping[str, Any], given: Given) -> Merged:
    """Put what a list says into a copy of a record's tree."""
    merged = Merged(copy.deepcopy(dict(old)))
    _part(model, merged.tree, given, (), merged.cells)
    return merged


def changes(model: type[BaseModel], old: Mapping[str, Any], new: Mapping[str, Any]) -> list[Change]:
    """Give every field that differs, in the order in which a record has them."""
    before = {loc: text for loc, _, text in _leaves(model, old, (), ())}
    return [
        Change(_label(abouts, loc), before.get(loc), text)
        for loc, abouts, text in _leaves(model, new, (), ())
        if before.get(loc) != text
    ]


# Putting in ---------------------------------------------------------------------------------------


def _part(
    model: type[BaseModel], tree: dict[str, Any], given: Given, loc: Loc, cells: dict[Loc, Spot]
) -> None:
    known = {each.key: each for each in as_written(model)}
    for key, value in given.items():
        declared, here = known[key], (*loc, key)
        owner = declared.shape.owner
        if isinstance(value, dict) and owner is not None and issubclass(owner, BaseModel):
            below = tree.setdefault(key, {})
            if isinstance(below, dict):
                _part(owner, below, value, here, cells)
        elif isinstance(value, list) and value and isinstance(value[0], dict):
            _entries(declared, tree, value, here, cells)
        elif isinstance(value, list):
            _words(declared, tree, value, here, cells)
        elif _differs(declared.shape.reader, tree.get(key), value.text):
            tree[key] = value.text
            cells[here] = value.spot
        else:
            cells[here] = value.spot


def _words(
    declared: Declared, tree: dict[str, Any], said: list[Said], loc: Loc, cells: dict[Loc, Spot]
) -> None:
    """Put in a list of texts as a whole, unless the record says the same."""
    old = tree.get(declared.key, [])
    held = [old] if isinstance(old, str) else list(old)
    same = len(held) == len(said) and not any(
        _differs(declared.shape.reader, before, after.text) for before, after in zip(held, said, strict=True)
    )
    cells |= {(*loc, number): each.spot for number, each in enumerate(said)}
    cells[loc] = said[0].spot
    if not same:
        tree[declared.key] = [each.text for each in said]


def _entries(
    declared: Declared, tree: dict[str, Any], given: list[Given], loc: Loc, cells: dict[Loc, Spot]
) -> None:
    """Put each entry into the one it is about, or behind the others."""
    model = declared.shape.owner
    assert model is not None
    assert issubclass(model, BaseModel)
    listed = tree.setdefault(declared.key, [])
    held = [{"ref": entry} if isinstance(entry, str) else entry for entry in listed]
    free = set(range(len(held)))
    for number, each in enumerate(given):
        found = _same(model, held, each, free)
        if found is None and number in free and _could_be(model, held[number], each):
            found = number
        if found is None:
            held.append({})
            found = len(held) - 1
        free.discard(found)
        _part(model, held[found], each, (*loc, found), cells)
    tree[declared.key] = [_as_written(model, entry) for entry in held]


def _as_written(model: type[BaseModel], entry: dict[str, Any]) -> Any:
    """Give an entry as files have it: a source of `sources.yml` is its id alone."""
    return entry["ref"] if model is Source and entry.keys() == {"ref"} else entry


def _same(model: type[BaseModel], held: list[dict[str, Any]], given: Given, free: set[int]) -> int | None:
    """Find the entry of the record that an entry of the list is about."""
    for key in _KNOWN_BY.get(model, ()):
        said = given.get(key)
        for number in sorted(free):
            known = held[number].get(key)
            if (
                isinstance(said, Said)
                and known is not None
                and not _differs(_reader(model, key), known, said.text)
            ):
                return number
    return None


def _could_be(model: type[BaseModel], held: dict[str, Any], given: Given) -> bool:
    """Tell whether an entry may be about the one at its place: something is the same, and nothing that tells them apart."""
    said = {key: value.text for key, value in given.items() if isinstance(value, Said) and key in held}
    apart = {key for key, text in said.items() if _differs(_reader(model, key), held[key], text)}
    if apart & set(_KNOWN_BY.get(model, ())):
        return False
    if model is Recognition and "date" in given and _is_before(held.get("reported"), given["date"].text):
        return False
    return len(said) > len(apart)


def _is_before(reported: object, date: str) -> bool:
    """Tell whether a report came before the date of a recognition: then it told of another."""
    try:
        return isinstance(reported, str) and PartialDate.parse(reported).last < PartialDate.parse(date).first
    except ValueError:
        return False


def _reader(model: type[BaseModel], key: str) -> Reader | None:
    return next((each.shape.reader for each in as_written(model) if each.key == key), None)


def _differs(reader: Reader | None, old: object, new: str) -> bool:
    """Tell whether a text says something else than the record does; a date known less well does not."""
    if not isinstance(old, str):
        return True
    if old == new or reader is None:
        return old != new
    try:
        before, after = reader.read(old), reader.read(new)
    except PydanticCustomError:
        return True
    if isinstance(before, PartialDate) and isinstance(after, PartialDate):
        return not str(before).startswith(str(after))
    return before != after


# Telling ------------------------------------------------------------------------------------------


def _leaves(
    model: type[BaseModel] | None, tree: Any, loc: Loc, abouts: tuple[About | None, ...]
) -> Iterator[tuple[Loc, tuple[About | None, ...], str]]:
    """Yield each text of a tree with its path and what the fields on the way are called."""
    if isinstance(tree, str):
        yield loc, abouts, tree
    elif isinstance(tree, list):
        if model is None:
            yield loc, abouts, ", ".join(tree)
            return
        for number, entry in enumerate(tree):
            yield from _leaves(model, entry, (*loc, number), abouts)
    elif isinstance(tree, dict):
        known = {each.key: each for each in as_written(model)} if model is not None else {}
        for key in (*(key for key in known if key in tree), *(key for key in tree if key not in known)):
            field = known.get(key)
            about = field.about if field is not None else None
            below = _owner(field.shape) if field is not None else None
            yield from _leaves(below, tree[key], (*loc, key), (*abouts, about))


def label_of(model: type[BaseModel], loc: Loc) -> tuple[str, str]:
    """Say in words where a path leads, as far as the model knows it."""
    here: type[BaseModel] | None = model
    abouts: list[About | None] = []
    for part in loc:
        if isinstance(part, int):
            continue
        field = (
            next((each for each in as_written(here) if each.key == part), None) if here is not None else None
        )
        abouts.append(field.about if field is not None else None)
        here = _owner(field.shape) if field is not None else None
    return _label(tuple(abouts), loc)


def _owner(shape: Shape) -> type[BaseModel] | None:
    owner = shape.owner
    return owner if owner is not None and issubclass(owner, BaseModel) else None


def _label(abouts: tuple[About | None, ...], loc: Loc) -> tuple[str, str]:
    """Say a path in words: ``Các lần công nhận 2 › Hạng sao``."""
    said: list[tuple[str, str]] = []
    names = iter(abouts)
    for part in loc:
        if isinstance(part, int):
            said[-1] = (f"{said[-1][0]} {part + 1}", f"{said[-1][1]} {part + 1}")
            continue
        about = next(names, None)
        said.append((about.vi, about.en) if about is not None else (part, part))
    return " › ".join(vi for vi, _ in said), " › ".join(en for _, en in said)
