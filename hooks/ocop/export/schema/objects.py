"""Models as objects of JSON Schema: their keys with words in both languages, what lies inside, and their rules."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final, TypeAlias, get_args

from pydantic import BaseModel

from ocop.declared import Declared, Shape, declared
from ocop.export.schema.rules import inside, rules_of
from ocop.export.schema.scalars import Schema, of_reader, reader_of
from ocop.fields import About, Coordinates, Id, Inside
from ocop.records import Contact, Source
from ocop.records.base import RequiredSources
from ocop.records.sales_point import SAYS_ALL, Sells

Parts: TypeAlias = dict[str, Schema]
"""The parts that several keys share, by their names under ``$defs``."""

_AT_LEAST_ONE: Final = get_args(RequiredSources)[1]


def of_model(model: type[BaseModel], parts: Parts) -> Schema:
    """Describe a model as an object: its keys, those that must be there first, and no others."""
    fields = sorted(declared(model), key=lambda each: not each.required)
    schema: Schema = {
        "type": "object",
        "properties": {each.key: _of_field(model, each, parts) for each in fields},
        "required": [each.key for each in fields if each.required],
        "additionalProperties": False,
    }
    rules = rules_of(model)
    for key, further in rules.pop("properties", {}).items():
        schema["properties"][key] |= further
    return schema | rules


def reference(model: type[BaseModel], parts: Parts) -> Schema:
    """Refer to a model among the parts, where it is described at the first call."""
    return _part(model.__name__, lambda: of_model(model, parts), parts)


def of_id() -> Schema:
    """Describe the id of another record."""
    return of_reader(reader_of(Id))


def _part(name: str, make: Callable[[], Schema], parts: Parts) -> Schema:
    if name not in parts:
        parts[name] = {}  # a part that holds itself must not be described for ever
        parts[name] = make()
    return {"$ref": f"#/$defs/{name}"}


def _of_field(model: type[BaseModel], field: Declared, parts: Parts) -> Schema:
    notes = [*_notes(model, field.name)]
    schema = _of_shape(field.shape, parts)
    within = next((note for note in notes if isinstance(note, Inside)), None)
    if within is not None:
        schema = _point(within, parts)
    if _AT_LEAST_ONE in notes:
        schema["minItems"] = 1
    return schema if field.about is None else {**_words(field.about, field.shape), **schema}


def _notes(model: type[BaseModel], name: str) -> Iterator[Any]:
    """Yield what is noted beside a type, at whatever depth of it."""
    info = model.model_fields[name]
    yield from info.metadata
    pending = [info.annotation]
    while pending:
        kind = pending.pop()
        yield from getattr(kind, "__metadata__", ())
        pending += get_args(kind)


def _of_shape(shape: Shape, parts: Parts) -> Schema:
    if shape.many:
        return {"type": "array", "items": _of_shape(Shape(shape.base, shape.reader), parts)}
    if shape.reader is not None:
        return of_reader(shape.reader)
    special = _AS_WRITTEN.get(shape.base)
    return special(parts) if special is not None else reference(shape.base, parts)


def _point(within: Inside, parts: Parts) -> Schema:
    def make() -> Schema:
        schema = of_model(Coordinates, parts)
        for key, bounds in inside(within.bounds)["properties"].items():
            schema["properties"][key] |= bounds
        return schema

    return _part(f"PointIn{within.code.rpartition('_')[2].title()}", make, parts)


def _words(about: About, shape: Shape) -> Schema:
    """Title, hint and example in both languages."""
    words: Schema = {"title": f"{about.vi} / {about.en}" if about.vi != about.en else about.vi}
    hints = [hint for hint in (about.hint, about.hint_en) if hint]
    if hints:
        words["description"] = " / ".join(hints)
    if about.example:
        words["examples"] = [_example(about.example, shape)]
    return words


def _example(written: str, shape: Shape) -> Any:
    """Read an example, which is a piece of YAML: a number, a text in quotes or not, or a list of texts in brackets."""
    if shape.many:
        return [part.strip() for part in written.strip("[]").split(",")]
    if shape.base in (int, float, bool):
        return json.loads(written)
    return written.strip('"')


# What is written otherwise than the model holds it ------------------------------------------------


def _source(parts: Parts) -> Schema:
    return {"anyOf": [of_id(), reference(Source, parts)]}


def _sells(_: Parts) -> Schema:
    everything = [[word] for word in sorted(SAYS_ALL) if " " not in word]
    return {
        "anyOf": [{"const": "all"}, {"type": "array", "items": of_id(), "not": {"enum": everything}}],
    }


def _contact(parts: Parts) -> Schema:
    """One phone needs no list."""

    def make() -> Schema:
        schema = of_model(Contact, parts)
        phones = schema["properties"]["phone"]
        words = {key: phones.pop(key) for key in ("title", "description", "examples") if key in phones}
        schema["properties"]["phone"] = {**words, "anyOf": [phones["items"], phones]}
        return schema

    return _part(Contact.__name__, make, parts)


_AS_WRITTEN: Final[Mapping[type, Callable[[Parts], Schema]]] = {
    Source: _source,
    Sells: _sells,
    Contact: _contact,
}
