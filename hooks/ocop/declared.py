"""What a type declares of its fields, walked once: rows, columns, schemas, forms and guides all follow from this walk."""

from __future__ import annotations

import dataclasses
import types
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

from pydantic import BaseModel

from ocop.fields import About, Part, Reader


@dataclass(frozen=True, slots=True)
class Shape:
    """What a field holds: ``base`` is the plain type of one value, ``many`` says that there is a list of them."""

    base: Any
    reader: Reader | None = None
    many: bool = False

    @property
    def owner(self) -> type | None:
        """The type whose fields lie inside, None for a scalar."""
        return self.base if isinstance(self.base, type) and has_fields(self.base) else None


@dataclass(frozen=True, slots=True)
class Declared:
    """One field: ``name`` of the attribute, ``key`` as it is written, what it holds and what it is called."""

    name: str
    key: str
    shape: Shape
    about: About | None
    required: bool


def has_fields(kind: type) -> bool:
    """Tell whether a type is one of ours with named fields, rather than a scalar."""
    if issubclass(kind, BaseModel):
        return True
    return dataclasses.is_dataclass(kind) and any(about for _, _, about in _of_dataclass(kind))


@cache
def declared(owner: type) -> tuple[Declared, ...]:
    """Give the fields of a model or of a frozen dataclass, in the order of their declaration."""
    if issubclass(owner, BaseModel):
        return tuple(_of_model(owner))
    return tuple(
        Declared(name, name, shape_of(annotation), about, required=True)
        for name, annotation, about in _of_dataclass(owner)
    )


@cache
def as_written(owner: type[BaseModel]) -> tuple[Declared, ...]:
    """Give the fields of a model in the order in which a record, a form and a guide have them.

    That is by `Part`; within one, required fields first, then the model's own before those of its bases.
    """
    bases = [base for base in owner.__mro__ if issubclass(base, BaseModel)]
    depth = {name: number for number, base in enumerate(bases) for name in base.__annotations__}
    parts = [*Part]

    def place(field: Declared) -> tuple[int, bool, int]:
        part = field.about.part if field.about is not None else Part.NAMING
        return parts.index(part), not field.required, depth.get(field.name, 0)

    return tuple(sorted(declared(owner), key=place))


def shape_of(annotation: Any, metadata: tuple[Any, ...] = ()) -> Shape:
    """Read an annotation: `Annotated`, an alternative ``None`` and ``tuple[X, ...]`` are looked through."""
    reader = next((note for note in metadata if isinstance(note, Reader)), None)
    origin = get_origin(annotation)
    if origin is Annotated:
        inner, *notes = get_args(annotation)
        return shape_of(inner, (*metadata, *notes))
    if origin in (Union, types.UnionType):
        (inner,) = (each for each in get_args(annotation) if each is not types.NoneType)
        return shape_of(inner, metadata)
    if origin in (tuple, list):
        inner = shape_of(get_args(annotation)[0])
        return Shape(inner.base, inner.reader, many=True)
    return Shape(annotation, reader)


def _of_model(owner: type[BaseModel]) -> Iterator[Declared]:
    for name, info in owner.model_fields.items():
        about = next((note for note in info.metadata if isinstance(note, About)), None)
        shape = shape_of(info.annotation, tuple(info.metadata))
        yield Declared(name, info.alias or name, shape, about, info.is_required())


def _of_dataclass(owner: type) -> list[tuple[str, Any, About | None]]:
    hints = get_type_hints(owner, include_extras=True)
    found = []
    for each in dataclasses.fields(owner):
        annotation = hints[each.name]
        notes = get_args(annotation)[1:] if get_origin(annotation) is Annotated else ()
        found.append((each.name, annotation, next((note for note in notes if isinstance(note, About)), None)))
    return found
