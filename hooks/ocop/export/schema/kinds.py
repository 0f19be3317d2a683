"""The schema of each kind of record, and the files that it is for."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from pydantic import BaseModel

from ocop.addresses import absolute
from ocop.export.schema.objects import Parts, of_id, of_model
from ocop.export.schema.scalars import Schema
from ocop.records import District, Kinds, Producer, Product, Programme, Promotion, SalesPoint, Source

DRAFT: Final = "https://json-schema.org/draft/2020-12/schema"


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of file: the model of a record in it, what it is called, and the files that hold it."""

    model: type[BaseModel]
    vi: str
    en: str
    files: str


KINDS: Final[Mapping[str, Kind]] = {
    "product": Kind(Product, "Sản phẩm", "Product", "products/*/*.yml"),
    "producer": Kind(Producer, "Chủ thể", "Producer", "catalogue/producers/*.yml"),
    "sales-point": Kind(SalesPoint, "Điểm bán", "Sales point", "catalogue/sales-points/*.yml"),
    "district": Kind(District, "Huyện", "District", "catalogue/districts/*.yml"),
    "kinds": Kind(Kinds, "Nhóm và loại hàng", "Groups and kinds", "catalogue/kinds.yml"),
    "promotions": Kind(Promotion, "Các đợt quảng bá", "Promotions", "catalogue/promotions.yml"),
    "programme": Kind(Programme, "Chương trình", "Programme", "catalogue/programme.yml"),
    "sources": Kind(Source, "Các nguồn", "Sources", "catalogue/sources.yml"),
}
_TOLD: Final = (
    "Một bản ghi như người ta viết, chữ và số để trong hay ngoài ngoặc kép đều được. Liên hệ giữa các bản ghi chỉ "
    "`ocop check` biết. / A record as people write it, words and numbers with or without quotes. What lies between "
    "records only `ocop check` knows."
)


def schemas(site_url: str = "") -> dict[str, Schema]:
    """Give each schema by the name of its file (``product``, ``sales-point`` …).

    Its ``$id`` is the address it is published under; without a site's address it has none.
    """
    return {name: _headed(name, kind, site_url) for name, kind in sorted(KINDS.items())}


def written(schema: Schema) -> bytes:
    """Give the file of a schema."""
    return json.dumps(schema, ensure_ascii=False, indent=2).encode() + b"\n"


def _headed(name: str, kind: Kind, site_url: str) -> Schema:
    identity = {"$id": absolute(f"data/schema/{name}.json", site_url)} if site_url else {}
    parts: Parts = {}
    schema = _of_kind(kind.model, parts)
    named = {"$defs": dict(sorted(parts.items()))} if parts else {}
    return {
        "$schema": DRAFT,
        **identity,
        "title": f"{kind.vi} / {kind.en}",
        "description": _TOLD,
        **schema,
        **named,
    }


def _of_kind(model: type[BaseModel], parts: Parts) -> Schema:
    if model is Promotion:
        return {"type": "array", "items": of_model(model, parts)}
    if model is not Source:
        return of_model(model, parts)
    # In their own file sources have their ids as keys, and none refers to another.
    source = of_model(model, parts)
    del source["properties"]["ref"], source["anyOf"]
    return {
        "type": "object",
        "propertyNames": {key: value for key, value in of_id().items() if key != "type"},
        "additionalProperties": {**source, "required": ["url"]},
    }
