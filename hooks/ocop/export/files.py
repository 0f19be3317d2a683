"""Every exported file by its path in the site: the only place that knows their names."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import chain
from typing import Any, Final, TypeVar

from ocop import addresses
from ocop.edition import Edition
from ocop.export.badges import badge
from ocop.export.calendar import calendar_file
from ocop.export.csv_file import csv_file
from ocop.export.districts import districts
from ocop.export.feed import channels, feed
from ocop.export.geojson import geojson
from ocop.export.package import data_package
from ocop.export.producers import producers
from ocop.export.products import products
from ocop.export.programme import programme
from ocop.export.qr_codes import qr_code
from ocop.export.sales_points import sales_points
from ocop.export.schema import schemas, written
from ocop.export.supply import supplies
from ocop.export.table import Outline, Table
from ocop.export.vcards import vcard, vcard_code
from ocop.export.workbook import workbook
from ocop.records import Producer, Product, Record

FOLDER = "data"
_SOME: Final = 100
"""So many records make a part of the files that each of them has."""

R = TypeVar("R", bound=Record)
Files = Iterable[tuple[str, bytes]]
"""Pairs of path relative to the site, and content."""
Part = Callable[[], Files]
"""Makes some of the files, whoever calls it and whenever."""


@dataclass(frozen=True, slots=True)
class Exported:
    """Every exported file by its path relative to the site, in its order, and what the tables among them are like."""

    files: Mapping[str, bytes]
    outlines: tuple[Outline, ...]


def exported(edition: Edition, site_url: str) -> Exported:
    """Make every file and say what the tables are like; equal inputs give equal bytes."""
    made = tables(edition, site_url)
    further = (part() for part in _parts_beside_tables(edition, site_url))
    made_files = chain(_files_of_tables(made, edition, site_url), *further)
    return Exported(dict(sorted(made_files)), tuple(map(Outline.of, made)))


def files(edition: Edition, site_url: str) -> Mapping[str, bytes]:
    """Give every exported file, sorted by its path relative to the site."""
    return exported(edition, site_url).files


def alone(edition: Edition, site_url: str) -> tuple[Part, ...]:
    """Plan the same files for a folder of their own: the data at its top, the others where the site has them.

    Each part may be made by a process of its own; what takes longest comes first.
    """
    parts: tuple[Part, ...] = (
        partial(_all_of_tables, edition, site_url),
        *_parts_beside_tables(edition, site_url),
    )
    return tuple(partial(_alone, part) for part in parts)


def _alone(part: Part) -> Files:
    return ((path.removeprefix(f"{FOLDER}/"), content) for path, content in part())


def tables(edition: Edition, site_url: str) -> tuple[Table, ...]:
    """Give the tables that are published as sheets."""
    return products(edition, site_url), producers(edition, site_url), sales_points(edition, site_url)


def _all_of_tables(edition: Edition, site_url: str) -> Files:
    return _files_of_tables(tables(edition, site_url), edition, site_url)


def _files_of_tables(made: tuple[Table, ...], edition: Edition, site_url: str) -> Files:
    data = dict(_data(made, edition, site_url))
    for name, content in data.items():
        yield f"{FOLDER}/{name}", content
    for table in made:
        if table.name == "products":
            for row in table.rows:
                yield f"{FOLDER}/products/{row['id']}.json", _object(row) + b"\n"
    listed = {name: content for name, content in data.items() if not name.startswith("schema/")}
    yield f"{FOLDER}/datapackage.json", data_package(made, listed, edition, site_url)


def _data(made: Iterable[Table], edition: Edition, site_url: str) -> Files:
    """Give the files of the data folder by their names in it."""
    for table in made:
        yield f"{table.name}.json", _list([_object(row) for row in table.rows])
        yield f"{table.name}.csv", csv_file(table)
        yield f"{table.name}.xlsx", workbook(table, _records(edition, table))
        if table.name == "sales-points":
            yield f"{table.name}.geojson", geojson(table)
    yield "districts.json", _list([_object(row) for row in districts(edition, site_url).rows])
    yield "programme.json", _object(programme(edition)) + b"\n"
    yield "supply.json", _object(supplies(edition)) + b"\n"
    for name, schema in schemas(site_url).items():
        yield f"schema/{name}.json", written(schema)


def _parts_beside_tables(edition: Edition, site_url: str) -> Iterator[Part]:
    """Plan what is no table: the calendar, feeds, cards of producers, badges to show, codes to print."""
    yield partial(_calendar, edition, site_url)
    yield partial(_feeds, edition, site_url)
    for makers in _by_some(edition.producers):
        yield partial(_of_producers, makers, edition, site_url)
    for goods in _by_some(edition.listing):
        yield partial(_of_products, goods, edition, site_url)


def _calendar(edition: Edition, site_url: str) -> Files:
    yield "han.ics", calendar_file(edition, site_url)


def _feeds(edition: Edition, site_url: str) -> Files:
    for channel in channels(edition):
        yield channel.path, feed(channel, edition, site_url)


def _of_producers(some: Sequence[Producer], edition: Edition, site_url: str) -> Files:
    for producer in some:
        yield addresses.vcard(producer.id), vcard(producer, edition, site_url)
        # A code that leads to no host would be printed in vain.
        if site_url and producer.has_agreed:
            yield addresses.vcard_code(producer.id), vcard_code(producer, edition, site_url)


def _of_products(some: Sequence[Product], edition: Edition, site_url: str) -> Files:
    for product in some:
        for lang in addresses.LANGS:
            yield addresses.badge(product.id, lang), badge(product, edition, lang)
        if site_url:
            yield addresses.qr_code(product.id), qr_code(product, site_url)


def _by_some(records: Sequence[R]) -> Iterator[Sequence[R]]:
    for first in range(0, len(records), _SOME):
        yield records[first : first + _SOME]


def _records(edition: Edition, table: Table) -> Mapping[str, Record]:
    """Give the records of a table's rows, for what a row cannot hold."""
    catalogue = edition.catalogue
    known: dict[str, Mapping[str, Record]] = {
        "products": catalogue.products,
        "producers": catalogue.producers,
        "sales-points": catalogue.sales_points,
    }
    return known[table.name]


def _object(row: Mapping[str, Any]) -> bytes:
    return json.dumps(row, ensure_ascii=False, allow_nan=False).encode()


def _list(rows: list[bytes]) -> bytes:
    """One object a line, so that two editions compare line by line."""
    return b"[\n" + b",\n".join(rows) + b"\n]\n" if rows else b"[]\n"
