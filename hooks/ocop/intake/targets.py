"""What a column of a list can mean: every fact that a record declares, and the few things that only lists have."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Final, get_args

from ocop.declared import Shape
from ocop.fields import About, Id, Part, Ref, When
from ocop.records import Producer, Product, Record, SalesPoint
from ocop.records.columns import Fact, Parts, facts, parts

MODELS: Final[Mapping[str, type[Record]]] = {
    "product": Product,
    "producer": Producer,
    "sales-point": SalesPoint,
}
MAKER: Final = "producer"
SOURCES: Final = "sources"


@dataclass(frozen=True, slots=True)
class Target:
    """What a column holds: ``fact`` of the record itself, of the entry of a list (``group`` names it) or of the maker.

    ``scale`` multiplies the numbers of a column headed “nghìn đồng”; ``fixed`` is what a mark in the column means,
    where its heading says “4 sao”.
    """

    name: str
    fact: Fact
    group: str = ""
    scale: int = 1
    fixed: str = ""

    def label(self, lang: str) -> str:
        """Give the name by which the column is told of."""
        return self.fact.label(lang)


def _extra(name: str, kind: object, vi: str, en: str) -> Target:
    fact = Fact(name, (name,), (name,), Shape(str, get_args(kind)[1]), (About(vi=vi, en=en),))
    return Target(name, fact)


ID: Final = _extra("id", Id, "Mã", "Id")
DISTRICT: Final = _extra("district", Ref, "Huyện (trước 7/2025)", "District (before July 2025)")
ROW_NUMBER: Final = _extra("row_number", Ref, "Số thứ tự", "Row number")
YEAR: Final = replace(
    _extra("year", When, "Năm công nhận", "Year of recognition"),
    name="recognitions.year",
    group="recognitions",
)
GROUP: Final = _extra("group", Ref, "Nhóm OCOP", "OCOP group")
CITED: Final = _extra("cited", Ref, "Nguồn", "Source")


@cache
def targets(model: type[Record]) -> dict[str, Target]:
    """Give every target of a list of such records, by its name: ``trade_hs_code``, ``packs.price``, ``producer.type``."""
    found = {"id": ID, "row_number": ROW_NUMBER, "cited": CITED}
    for fact in facts(model):
        found[fact.name] = Target(fact.name, fact)
    for listed in parts(model):
        if len(listed.path) == 1:
            found |= {
                listed.column(fact): Target(listed.column(fact), fact, listed.name) for fact in listed.facts
            }
    if model is Product:
        found |= {"district": DISTRICT, "group": GROUP, YEAR.name: YEAR}
        found |= {
            f"{MAKER}.{fact.name}": Target(f"{MAKER}.{fact.name}", fact, MAKER)
            for fact in facts(Producer)
            if fact.name not in found and fact.about.part is not Part.STAFF
        }
    return found


@cache
def published(model: type[Record]) -> dict[str, Target]:
    """Give the columns that a published list of such records has of what people wrote, by their names."""
    found = {"id": ID}
    for fact in facts(model):
        if not fact.for_staff:
            found[fact.name] = Target(fact.name, fact)
            # Exports tell more of the producer than its id.
            found[f"{fact.name}_id"] = found[fact.name]
    return {**found, "district": DISTRICT} if model is Product else found


@cache
def lists(model: type[Record]) -> dict[str, Parts]:
    """Give every list of parts of such a record by its name."""
    return {listed.name: listed for listed in parts(model)}
