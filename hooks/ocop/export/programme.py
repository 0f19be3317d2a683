"""The export of the programme: what was promised and reported, beside what this catalogue counts itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from ocop.edition import Edition
from ocop.export.counts import Counts, count
from ocop.export.plain import JsonObject, Plainly
from ocop.fields import About


@dataclass(frozen=True, slots=True)
class OwnCount:
    """What the catalogue holds on a day; it knows fewer goods than the programme has recognised."""

    date: Annotated[str, About(vi="Ngày đếm", en="Counted on")]
    counts: Annotated[Counts, About(vi="Số sản phẩm trong danh mục", en="Goods in the catalogue")]
    producers: Annotated[int, About(vi="Số chủ thể trong danh mục", en="Producers in the catalogue")]
    sales_points: Annotated[int, About(vi="Số điểm bán đang mở", en="Open sales points in the catalogue")]


@dataclass(frozen=True, slots=True)
class ProgrammeFigures:
    """What follows for the programme from the records and the day."""

    catalogue: Annotated[OwnCount, About(vi="Danh mục này", en="This catalogue")]


def programme(edition: Edition) -> JsonObject:
    """Give the whole of ``programme.yml`` with its sources written out, and the catalogue's own count."""
    own = OwnCount(
        date=edition.day.isoformat(),
        counts=count(edition.listing, edition),
        producers=len(edition.producers),
        sales_points=len(edition.sales_points),
    )
    first = ("plan", "measures", "targets", "results")
    return Plainly(edition.catalogue).row(edition.catalogue.programme, ProgrammeFigures(own), first)
