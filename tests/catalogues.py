"""Catalogues made by hand for tests: made-up records as people would write them, without files."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

from ocop import export
from ocop.catalogue import Catalogue
from ocop.edition import Edition
from ocop.photos import PictureFacts
from ocop.records import District, Group, Kind, Producer, Product, Programme, Promotion, SalesPoint, Source
from ocop.records.base import Record

DAY = date(2026, 11, 24)
SITE = "https://ocop.example/thu/"

Written = Mapping[str, Any]
Kept = TypeVar("Kept", bound=Record)

GROUPS = [
    {"id": "thuc-pham", "name": "Thực phẩm", "en": "Food"},
    {"id": "du-lich", "name": "Dịch vụ du lịch", "en": "Tourism"},
]
KINDS = [
    {"id": "muoi", "group": "thuc-pham", "name": "Muối", "en": "Salt"},
    {"id": "tom", "group": "thuc-pham", "name": "Tôm", "en": "Shrimp"},
    {"id": "vuon", "group": "du-lich", "name": "Vườn", "en": "Gardens"},
]
DONG_HAI = {
    "name": "Huyện Đông Hải",
    "type": "district",
    "communes": [
        {"id": "dien-hai", "name": "Xã Điền Hải", "code": "31985",
         "now": {"name": "Xã Long Điền", "code": "31985", "province": "Cà Mau"}},
        {"id": "an-trach", "name": "Xã An Trạch"},
    ],
    "sources": ["nguon"],
}  # fmt: skip
SOURCES = {
    "nguon": {"url": "https://bao.example/bai", "title": "Bài báo", "publisher": "Báo", "date": "2025-05-10",
              "date_inferred": "true", "note": "ghi chú nội bộ của nguồn"},
}  # fmt: skip


def product(**written: Any) -> dict[str, Any]:
    """Write a product with what it must have, and more."""
    return {"name": "Muối hạt", "kind": "muoi", "sources": ["nguon"], **written}


def producer(**written: Any) -> dict[str, Any]:
    """Write a producer with what it must have, and more."""
    return {"name": "Hợp tác xã Muối", "sources": ["nguon"], **written}


def sales_point(**written: Any) -> dict[str, Any]:
    """Write a sales point with what it must have, and more."""
    return {"name": "Cửa hàng OCOP", "sources": ["nguon"], **written}


SOUND = PictureFacts("JPEG", 1200, 900)
"""What a photo is found to be unless a test says otherwise."""


def catalogue(
    *,
    products: Mapping[str, Written] | None = None,
    producers: Mapping[str, Written] | None = None,
    sales_points: Mapping[str, Written] | None = None,
    promotions: tuple[Written, ...] = (),
    programme: Written | None = None,
    pictures: Mapping[str, PictureFacts] | None = None,
) -> Catalogue:
    """Make a catalogue of written records by their ids; a product's id may begin with its folder (``dong-hai/…``)."""
    groups, kinds = map(Group.model_validate, GROUPS), map(Kind.model_validate, KINDS)
    made = _records(Product, "products", {_in_folder(name): each for name, each in (products or {}).items()})
    sound = {f"{each.folder}/{photo.file}": SOUND for each in made.values() for photo in each.photos}
    return Catalogue(
        root=Path("/nowhere"),
        groups={each.id: each for each in groups},
        kinds={each.id: each for each in kinds},
        districts=_records(District, "catalogue/districts", {"dong-hai": DONG_HAI}),
        producers=_records(Producer, "catalogue/producers", producers or {}),
        products=made,
        sales_points=_records(SalesPoint, "catalogue/sales-points", sales_points or {}),
        promotions=tuple(map(Promotion.model_validate, promotions)),
        programme=Programme.model_validate(programme or {}),
        sources={name: Source.model_validate(each) for name, each in SOURCES.items()},
        pictures=sound | dict(pictures or {}),
    )


def edition(day: date = DAY, **records: Any) -> Edition:
    """Make the edition of a day of such a catalogue."""
    return Edition.of(catalogue(**records), day)


def _in_folder(name: str) -> str:
    return name if "/" in name else f"dong-hai/{name}"


def _records(model: type[Kept], folder: str, written: Mapping[str, Written]) -> dict[str, Kept]:
    made = {}
    for name, each in sorted(written.items()):
        record = model.model_validate(each)
        record.placed(f"{folder}/{name}.yml")
        made[record.id] = record
    return made


def exported_alone(made: Edition) -> Iterator[tuple[str, bytes]]:
    """Yield every file of an export without a site, with its path."""
    for part in export.alone(made, SITE):
        yield from part()
