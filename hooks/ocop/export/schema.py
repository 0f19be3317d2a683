"""JSON Schemas (2020-12) of every kind of record as people write it, for editors that complete and check.

They follow from the models. What no schema can say (references, pictures, whether stars and score agree) only
`ocop check` knows; what it takes, the schemas take too: a number in quotes, a tax code without them, a year.
"""

from __future__ import annotations

import inspect
import json
from collections.abc import Callable, Mapping
from typing import Any, TypeAlias, get_args

from pydantic import BaseModel

from ocop.addresses import absolute
from ocop.declared import Declared, Shape, declared
from ocop.fields import ID_PATTERN, About, Code, Gtin, HsCode, Id, Line, Phone, Reader, TaxCode, Zalo
from ocop.records import Contact, District, Kinds, Producer, Product, Programme, Promotion, SalesPoint, Source
from ocop.records.programme import StarCounts
from ocop.records.sales_point import Sells

Schema: TypeAlias = dict[str, Any]
Parts: TypeAlias = dict[str, Schema]

DRAFT = "https://json-schema.org/draft/2020-12/schema"
_RECORDS: dict[str, tuple[type[BaseModel], str, str]] = {
    "product": (Product, "Sản phẩm", "Product"),
    "producer": (Producer, "Chủ thể", "Producer"),
    "sales-point": (SalesPoint, "Điểm bán", "Sales point"),
    "district": (District, "Huyện", "District"),
    "kinds": (Kinds, "Nhóm và loại hàng", "Groups and kinds"),
    "programme": (Programme, "Chương trình", "Programme"),
}
# Text that YAML takes for a number when nobody puts it in quotes.
_OFTEN_DIGITS = frozenset(get_args(kind)[1] for kind in (Code, Gtin, HsCode, Line, Phone, TaxCode, Zalo))
_IN_QUOTES = {
    "integer": r"^(0|-?[1-9][0-9]*)$",
    "number": r"^-?(0|[1-9][0-9]*)(\.[0-9]+)?$",
    "boolean": "^(true|false|yes|no|có|không)$",
}


def schemas(site_url: str) -> dict[str, Schema]:
    """Give the schema of each kind of record by the name of its file (``product``, ``sales-point`` …)."""
    found = {name: _of_record(model) for name, (model, _, _) in _RECORDS.items()}
    titles = {name: f"{vi} / {en}" for name, (_, vi, en) in _RECORDS.items()}
    found["promotions"], titles["promotions"] = _of_promotions(), "Các đợt quảng bá / Promotions"
    found["sources"], titles["sources"] = _of_sources(), "Các nguồn / Sources"
    return {name: _headed(name, titles[name], schema, site_url) for name, schema in sorted(found.items())}


def _headed(name: str, title: str, schema: Schema, site_url: str) -> Schema:
    identity = absolute(f"data/schema/{name}.json", site_url)
    return {"$schema": DRAFT, "$id": identity, "title": title, **schema}


def _of_record(model: type[BaseModel]) -> Schema:
    parts: Parts = {}
    return _with_parts(_of_model(model, parts), parts)


def _of_promotions() -> Schema:
    parts: Parts = {}
    return _with_parts({"type": "array", "items": _of_model(Promotion, parts)}, parts)


def _of_sources() -> Schema:
    parts: Parts = {}
    names = {"pattern": f"^{ID_PATTERN}$"}
    return _with_parts(
        {"type": "object", "propertyNames": names, "additionalProperties": _ref(Source, parts)}, parts
    )


def _with_parts(schema: Schema, parts: Parts) -> Schema:
    return {**schema, "$defs": dict(sorted(parts.items()))} if parts else schema


def _of_model(model: type, parts: Parts) -> Schema:
    """Describe a model as an object: its keys, those that must be there first, and no others."""
    fields = sorted(declared(model), key=lambda each: not each.required)
    return {
        "type": "object",
        "description": (inspect.getdoc(model) or "").partition("\n")[0],
        "properties": {each.key: _of_field(each, parts) for each in fields},
        "required": [each.key for each in fields if each.required],
        "additionalProperties": False,
    }


def _ref(model: type, parts: Parts) -> Schema:
    if model.__name__ not in parts:
        parts[model.__name__] = {}  # a part that holds itself must not be described for ever
        parts[model.__name__] = _AS_WRITTEN.get(model, _of_model)(model, parts)
    return {"$ref": f"#/$defs/{model.__name__}"}


def _of_field(field: Declared, parts: Parts) -> Schema:
    schema = _of_shape(field.shape, parts)
    if field.shape.many and field.required:
        schema["minItems"] = 1
    return schema if field.about is None else {**_words(field.about, field.shape), **schema}


def _of_shape(shape: Shape, parts: Parts) -> Schema:
    if shape.many:
        return {"type": "array", "items": _of_shape(Shape(shape.base, shape.reader), parts)}
    if shape.reader is not None:
        return _of_reader(shape.reader)
    if shape.base is Source:
        return {"anyOf": [_of_shape(Shape(str, get_args(Id)[1]), parts), _ref(Source, parts)]}
    return _ref(shape.base, parts)


def _of_reader(reader: Reader) -> Schema:
    """Describe a scalar with and without quotes: `ocop check` makes no difference."""
    schema = reader.schema()
    kind = schema.get("type")
    if isinstance(kind, str) and kind in _IN_QUOTES:
        return {**schema, "type": [kind, "string"], "pattern": _IN_QUOTES[kind]}
    return {**schema, "type": ["string", "number"]} if reader in _OFTEN_DIGITS else schema


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


def _source(model: type, parts: Parts) -> Schema:
    schema = _of_model(model, parts)
    del schema["properties"]["ref"]
    return {**schema, "required": ["url"]}


def _sells(_: type, parts: Parts) -> Schema:
    ids = {"type": "array", "items": _of_shape(Shape(str, get_args(Id)[1]), parts)}
    return {"anyOf": [{"const": "all"}, ids]}


def _star_counts(_: type, parts: Parts) -> Schema:
    counts = {each.name: _of_shape(each.shape, parts) for each in declared(StarCounts)}
    digits = {"3": counts["three"], "4": counts["four"], "5": counts["five"]}
    return {"type": "object", "properties": digits, "additionalProperties": False}


def _contact(model: type, parts: Parts) -> Schema:
    """One phone needs no list, and what is personal needs the date of consent."""
    schema = _of_model(model, parts)
    phones = schema["properties"]["phone"]
    words = {key: phones.pop(key) for key in ("title", "description", "examples") if key in phones}
    schema["properties"]["phone"] = {**words, "anyOf": [phones["items"], phones]}
    personal = ("person", "phone", "zalo", "email")
    return {**schema, "dependentRequired": {key: ["consent"] for key in personal}}


_AS_WRITTEN: Mapping[type, Callable[[type, Parts], Schema]] = {
    Source: _source,
    Sells: _sells,
    StarCounts: _star_counts,
    Contact: _contact,
}
