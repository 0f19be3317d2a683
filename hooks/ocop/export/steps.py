"""What is exported of a type: each field that it declares with `About`, but for those of `Part.STAFF`."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from operator import attrgetter
from typing import Any

from ocop.declared import Declared, Shape, declared
from ocop.fields import About, Part


@dataclass(frozen=True, slots=True)
class Step:
    """One key of an exported object: how it is got from a value of the type that declares it."""

    key: str
    get: Callable[[Any], Any]
    shape: Shape
    about: About


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
