"""What a type declares of its fields, walked once: rows, columns and schemas all follow from this walk.

A field that a model declares with `About` is exported by itself; one whose part is `Part.STAFF` never is.
"""

from __future__ import annotations

import dataclasses
import types
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from operator import attrgetter
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


@dataclass(frozen=True, slots=True)
class Step:
    """One key of an exported object: how it is got from a value of the type that declares it."""

    key: str
    get: Callable[[Any], Any]
    shape: Shape
    about: About


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
def steps(owner: type) -> tuple[Step, ...]:
    """Give what is exported of a type: fields with `About`, staff's own left out, English beside Vietnamese.

    A field ``en`` becomes ``name_en`` and so on, next to what it translates. What follows from a record may be
    put together of smaller types: a field of such a type without `About` gives its own fields in its place.
    """
    english = _english_steps(owner)
    plan: list[Step] = []
    for each in declared(owner):
        if each.about is None and dataclasses.is_dataclass(each.shape.base):
            plan += _inside(each)
        if each.about is None or each.about.part is Part.STAFF or each.name == "en":
            continue
        plan.append(Step(each.key, attrgetter(each.name), each.shape, each.about))
        if each.key in english:
            plan.append(english[each.key])
    return tuple(plan)


@cache
def merged(record: type, computed: type, first: tuple[str, ...] = ()) -> tuple[tuple[bool, Step], ...]:
    """Give the keys of an object made of a record and of what follows from it, as (is computed, step).

    The keys of ``first`` lead, then the computed ones, then those that are only written. Where both types have a
    key, the computed one stands.
    """
    rank = {key: number for number, key in enumerate(first)}
    told = [(True, step) for step in steps(computed)]
    taken = {step.key for _, step in told}
    told += [(False, step) for step in steps(record) if step.key not in taken]
    return tuple(sorted(told, key=lambda pair: rank.get(pair[1].key, len(rank))))


def about_of(owner: type, key: str) -> About:
    """Give what a field is called, for a computed one that stands in its place; raises KeyError."""
    return {step.key: step.about for step in steps(owner)}[key]


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


def _inside(field: Declared) -> Iterator[Step]:
    outer = attrgetter(field.name)
    for step in steps(field.shape.base):
        yield dataclasses.replace(step, get=_composed(step.get, outer))


def _composed(inner: Callable[[Any], Any], outer: Callable[[Any], Any]) -> Callable[[Any], Any]:
    return lambda value: inner(outer(value))


def _english_steps(owner: type) -> Mapping[str, Step]:
    """Give the steps of English texts by the key that each translates; none where the type has no field ``en``."""
    fields = {each.key: each for each in declared(owner)}
    english = fields.get("en")
    if english is None or english.about is None:
        return {}
    if english.shape.owner is None:
        base = "name" if "name" in fields else "text"
        return {base: Step(f"{base}_en", attrgetter("en"), english.shape, english.about)}
    return {
        each.key: Step(f"{each.key}_en", _englishattrgetter(each.name), each.shape, each.about)
        for each in declared(english.shape.owner)
        if each.about is not None and each.key in fields
    }


def _englishattrgetter(name: str) -> Callable[[Any], Any]:
    return lambda value: None if value.en is None else getattr(value.en, name)
