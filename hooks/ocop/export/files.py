"""Every exported file by its path in the site: the only place that knows their names."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from ocop.edition import Edition
from ocop.export.calendar import calendar_file
from ocop.export.csv_file import csv_file
from ocop.export.districts import districts
from ocop.export.feed import feed
from ocop.export.producers import producers
from ocop.export.products import products
from ocop.export.programme import programme
from ocop.export.sales_points import sales_points
from ocop.export.schema import schemas, written
from ocop.export.table import Table
from ocop.export.workbook import workbook
from ocop.records import Record

FOLDER = "data"


def files(edition: Edition, site_url: str) -> dict[str, bytes]:
    """Give every exported file, sorted by its path relative to the site; equal inputs give equal bytes."""
    return dict(sorted(_files(edition, site_url)))


def tables(edition: Edition, site_url: str) -> tuple[Table, ...]:
    """Give the tables that are published as sheets."""
    return products(edition, site_url), producers(edition, site_url), sales_points(edition, site_url)


def _files(edition: Edition, site_url: str) -> Iterator[tuple[str, bytes]]:
    for table in tables(edition, site_url):
        rows = [_object(row) for row in table.rows]
        yield f"{FOLDER}/{table.name}.json", _list(rows)
        yield f"{FOLDER}/{table.name}.csv", csv_file(table)
        yield f"{FOLDER}/{table.name}.xlsx", workbook(table, _records(edition, table))
        if table.name == "products":
            for row, told in zip(table.rows, rows, strict=True):
                yield f"{FOLDER}/products/{row['id']}.json", told + b"\n"
    yield f"{FOLDER}/districts.json", _list([_object(row) for row in districts(edition, site_url).rows])
    yield f"{FOLDER}/programme.json", _object(programme(edition)) + b"\n"
    for name, schema in schemas(site_url).items():
        yield f"{FOLDER}/schema/{name}.json", written(schema)
    yield "feed.xml", feed(edition, site_url)
    yield "han.ics", calendar_file(edition, site_url)


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
