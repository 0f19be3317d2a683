"""A record as rows: a column for each of its facts, a further sheet for each list of parts inside it.

Published workbooks are laid out like this, and lists that offices keep are read by it; both follow from the
declarations alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from pydantic import BaseModel

from ocop.declared import Declared, Shape, declared
from ocop.fields import About, Part

Keys = tuple[str, ...]
NUMBER_MARK: Final = "#"
BETWEEN: Final = "; "


@dataclass(frozen=True, slots=True)
class Fact:
    """One column: what a text, or a list of texts, inside a record or a part of it is called and where it stands.

    ``name`` is that of the published column (``trade_lead_time_days``, ``note_en``); ``keys`` and ``attributes``
    lead to it from the record or part; ``within`` are the declarations it lies in, its own last.
    """

    name: str
    keys: Keys
    attributes: Keys
    shape: Shape
    within: tuple[About, ...]
    default: Any = None

    @property
    def about(self) -> About:
        """What the fact itself is called."""
        return self.within[-1]

    @property
    def for_staff(self) -> bool:
        """Whether it is never published."""
        return any(about.part is Part.STAFF for about in self.within)

    def label(self, lang: str) -> str:
        """Give its name in one language, led by the names of what it lies in."""
        return ": ".join(getattr(about, lang) for about in self.within)

    def of(self, part: object) -> Any:
        """Give its value in a model, None where the model says nothing of it."""
        value: Any = part
        for attribute in self.attributes:
            if value is None:
                return None
            value = getattr(value, attribute)
        return None if value in (self.default, ()) else value


@dataclass(frozen=True, slots=True)
class Parts:
    """One list of parts: ``path`` has the keys of each list on the way to it, outermost first."""

    path: tuple[Keys, ...]
    attributes: tuple[Keys, ...]
    model: type[BaseModel]
    within: tuple[About, ...]

    @property
    def name(self) -> str:
        """How its columns begin: ``recognitions``, ``recognitions.sources``."""
        return ".".join("_".join(keys) for keys in self.path)

    @property
    def numbers(self) -> tuple[str, ...]:
        """The columns that say which entry a row is: ``recognitions#``, ``recognitions.sources#``."""
        names = ["_".join(keys) for keys in self.path]
        return tuple(".".join(names[: depth + 1]) + NUMBER_MARK for depth in range(len(names)))

    @property
    def facts(self) -> tuple[Fact, ...]:
        """The facts of one entry."""
        return facts(self.model)

    @property
    def for_staff(self) -> bool:
        """Whether it is never published."""
        return any(about.part is Part.STAFF for about in self.within)

    def column(self, fact: Fact) -> str:
        """Name the column of a fact of an entry: ``recognitions.stars``."""
        return f"{self.name}.{fact.name}"

    def entries(self, record: object) -> Iterator[tuple[tuple[int, ...], Any]]:
        """Yield every entry of a record with its number in each list, from 1."""
        yield from _entries(record, self.attributes, ())


@cache
def facts(model: type[BaseModel]) -> tuple[Fact, ...]:
    """Give the columns of a record or part, in the order of its declarations; lists of parts are not among them."""
    return tuple(_facts(model, (), (), ()))


@cache
def parts(model: type[BaseModel]) -> tuple[Parts, ...]:
    """Give every list of parts inside a record, each outer list before those inside it."""
    return tuple(_parts(model, (), (), ()))


def is_word(shape: Shape) -> bool:
    """Tell whether a cell can hold it: a text, or a part that names none of its fields (`Sells`)."""
    owner = shape.owner
    return owner is None or not any(field.about for field in declared(owner))


def _facts(model: type, keys: Keys, attributes: Keys, within: tuple[About, ...]) -> Iterator[Fact]:
    for field in declared(model):
        if field.about is None:
            continue
        inner = ((*keys, field.key), (*attributes, field.name), (*within, field.about))
        if is_word(field.shape):
            yield Fact(_name(inner[0]), *inner[:2], field.shape, inner[2], _default(model, field))
        elif not field.shape.many and field.shape.owner is not None:
            yield from _facts(field.shape.owner, *inner)


def _parts(
    model: type, path: tuple[Keys, ...], attributes: tuple[Keys, ...], within: tuple[About, ...]
) -> Iterator[Parts]:
    for keys, names, abouts, below in _lists(model, (), (), within):
        found = Parts((*path, keys), (*attributes, names), below, abouts)
        yield found
        yield from _parts(below, found.path, found.attributes, found.within)


def _lists(
    model: type, keys: Keys, attributes: Keys, within: tuple[About, ...]
) -> Iterator[tuple[Keys, Keys, tuple[About, ...], type[BaseModel]]]:
    for field in declared(model):
        owner = field.shape.owner
        if field.about is None or owner is None or is_word(field.shape) or not issubclass(owner, BaseModel):
            continue
        inner = ((*keys, field.key), (*attributes, field.name), (*within, field.about))
        if field.shape.many:
            yield (*inner, owner)
        else:
            yield from _lists(owner, *inner)


def _name(keys: Keys) -> str:
    """Name a column as exports do: the English of a text stands beside it as ``summary_en``."""
    *above, last = (key for key in keys if key != "en")
    return "_".join((*above, f"{last}_en" if "en" in keys else last))


def _default(model: type, field: Declared) -> Any:
    info = model.model_fields[field.name] if issubclass(model, BaseModel) else None
    return None if info is None or info.is_required() else info.default


def _entries(
    part: object, path: tuple[Keys, ...], above: tuple[int, ...]
) -> Iterator[tuple[tuple[int, ...], Any]]:
    attributes, *deeper = path
    listed: Any = part
    for attribute in attributes:
        listed = None if listed is None else getattr(listed, attribute)
    for number, entry in enumerate(listed or (), start=1):
        if deeper:
            yield from _entries(entry, tuple(deeper), (*above, number))
        else:
            yield (*above, number), entry
