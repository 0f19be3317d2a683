"""What differs between two states of one entry, field by field as they are declared: no field is named here.

A difference is data: where it is and what stood there; words are added by `review.saying`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Final

from ocop.declared import Declared, as_written
from ocop.fields import Coordinates, Facts
from ocop.records import Quantity
from ocop.review.pairing import paired

# Said in one breath, as `900 tấn mỗi năm`: nobody reads of its parts one by one.
_WHOLE: Final[tuple[type[Facts], ...]] = (Quantity, Coordinates)


@dataclass(frozen=True, slots=True)
class Field:
    """One declared field, and the type that declares it."""

    owner: type[Facts]
    declared: Declared


Way = tuple[Field, ...]
"""The fields that lead from the entry to the one that differs, which is the last."""


@dataclass(frozen=True, slots=True)
class Differs:
    """One value that differs; None is what was or is not written."""

    way: Way
    before: Any
    after: Any


@dataclass(frozen=True, slots=True)
class ListDiffers:
    """A list of single values that differs."""

    way: Way
    before: tuple[Any, ...]
    after: tuple[Any, ...]
    added: tuple[Any, ...]
    removed: tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class PartChange:
    """One part of a list that is still there, and what differs in it."""

    before: Facts
    after: Facts
    differences: tuple[Difference, ...]


@dataclass(frozen=True, slots=True)
class PartsDiffer:
    """A list of parts that differs."""

    way: Way
    added: tuple[Facts, ...]
    removed: tuple[Facts, ...]
    changed: tuple[PartChange, ...]
    reordered: bool


Difference = Differs | ListDiffers | PartsDiffer
Now = Callable[[Field, str], str]
"""Gives what a reference written before reads today: the same record may have got another id."""


def unchanged(_field: Field, value: str) -> str:
    """Take a reference for what it says."""
    return value


def differences(
    before: Facts | None, after: Facts | None, now: Now = unchanged, above: Way = ()
) -> Iterator[Difference]:
    """Yield what differs between two states of one entry or part; None on one side is one that is not there."""
    either = after if after is not None else before
    assert either is not None
    owner = type(either)
    for each in as_written(owner):
        # Of a part that came or went, what it left to its default is not worth a word.
        default = None if each.required else owner.model_fields[each.name].get_default()
        old = default if before is None else getattr(before, each.name)
        new = default if after is None else getattr(after, each.name)
        if old != new:
            yield from _of_field((*above, Field(owner, each)), old, new, now)


def _of_field(way: Way, old: Any, new: Any, now: Now) -> Iterator[Difference]:
    shape = way[-1].declared.shape
    if shape.many and shape.owner is not None:
        yield from _of_parts(way, old or (), new or (), now)
    elif shape.many:
        yield from _of_list(way, old or (), new or (), now)
    elif shape.owner is not None and not issubclass(shape.owner, _WHOLE):
        inner = tuple(differences(old, new, now, way))
        # A part that says nothing says something by being there: `withdrawn: {}`.
        yield from inner if inner or None not in (old, new) else (Differs(way, old, new),)
    elif _today(way[-1], old, now) != new:
        yield Differs(way, old, new)


def _today(field: Field, value: Any, now: Now) -> Any:
    return now(field, value) if isinstance(value, str) else value


def _of_list(way: Way, old: tuple[Any, ...], new: tuple[Any, ...], now: Now) -> Iterator[Difference]:
    today = tuple(_today(way[-1], value, now) for value in old)
    if today != new:
        added = tuple(value for value in new if value not in today)
        removed = tuple(value for value, renamed in zip(old, today, strict=True) if renamed not in new)
        yield ListDiffers(way, old, new, added, removed)


def _of_parts(way: Way, old: tuple[Facts, ...], new: tuple[Facts, ...], now: Now) -> Iterator[Difference]:
    pairing = paired(old, new)
    changed = (
        PartChange(part, other, tuple(differences(part, other, now)))
        for part, other in pairing.kept
        if part != other
    )
    telling = tuple(change for change in changed if change.differences)
    if pairing.added or pairing.removed or telling or pairing.reordered:
        yield PartsDiffer(way, pairing.added, pairing.removed, telling, pairing.reordered)
