"""What the models judge beyond single fields, said in JSON Schema.

A rule of a model stands here a second time, since a function cannot be read; tests hold each against the other.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from pydantic import BaseModel

from ocop.export.schema.scalars import Schema, between
from ocop.fields import COUNTRY_BOUNDS, Bounds
from ocop.records import Certification, Contact, Product, Promotion, Recognition, SalesPoint, Source
from ocop.records.product import STAR_BANDS

ORDER: Final = "x-ocop-order"
"""Pairs of keys with dates: the second may not end before the first begins."""

_ABROAD: Final = {"required": ["country"], "properties": {"country": {"not": {"const": "VN"}}}}
_WORLD: Final[Bounds] = (-90.0, 90.0, -180.0, 180.0)


def rules_of(model: type[BaseModel]) -> Schema:
    """Give the further keywords of a model's object; most have none."""
    rule = _RULES.get(model)
    return rule() if rule is not None else {}


def inside(bounds: Bounds) -> Schema:
    """Say that a point lies inside bounds: south, north, west, east."""
    south, north, west, east = bounds
    return {"properties": {"lat": between(south, north), "lon": between(west, east)}}


def _source() -> Schema:
    return {"anyOf": [{"required": ["url"]}, {"required": ["ref"]}]}


def _product() -> Schema:
    return {"properties": {"season": {"uniqueItems": True}}}


def _recognition() -> Schema:
    highest = max(STAR_BANDS)
    return {
        ORDER: [["date", "expires"]],
        "allOf": [
            {
                "if": {"required": ["stars"], "properties": {"stars": {"enum": [stars, str(stars)]}}},
                "then": {"properties": {"score": between(*band, below=stars != highest)}},
            }
            for stars, band in STAR_BANDS.items()
        ],
    }


def _contact() -> Schema:
    """Ask for the date of consent where anything personal is told; a list of no phones tells nothing."""
    phones = {"required": ["phone"], "properties": {"phone": {"not": {"type": "array", "maxItems": 0}}}}
    return {
        "if": {"anyOf": [*({"required": [key]} for key in ("person", "zalo", "email")), phones]},
        "then": {"required": ["consent"]},
    }


def _sales_point() -> Schema:
    here = {"const": "VN"}
    return {
        ORDER: [["opened", "closed"]],
        "allOf": [
            {
                "if": {"required": ["district"]},
                "then": {"properties": {"province": False, "country": here}},
            },
            {"if": {"required": ["province"]}, "then": {"properties": {"country": here}}},
            {
                "if": _ABROAD,
                "then": {"properties": {"location": inside(_WORLD)}},
                "else": {"properties": {"location": inside(COUNTRY_BOUNDS)}},
            },
        ],
    }


_RULES: Final[Mapping[type[BaseModel], Callable[[], Schema]]] = {
    Certification: lambda: {ORDER: [["issued", "expires"]]},
    Contact: _contact,
    Product: _product,
    Promotion: lambda: {ORDER: [["from", "until"]]},
    Recognition: _recognition,
    SalesPoint: _sales_point,
    Source: _source,
}
