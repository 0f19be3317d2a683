"""The open data described for programs: a Frictionless data package (Data Package 1.0, Table Schema)."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from hashlib import sha256
from typing import Any, Final

from ocop.addresses import absolute
from ocop.edition import Edition
from ocop.export.table import Column, Table
from ocop.export.versions import FORMAT_VERSION
from ocop.i18n.words import WORDS

_LICENCES: Final = [
    {
        "name": "CC-BY-4.0",
        "title": "Creative Commons Attribution 4.0",
        "path": "https://creativecommons.org/licenses/by/4.0/",
    }
]
_MEDIA: Final = {
    "csv": "text/csv",
    "json": "application/json",
    "geojson": "application/geo+json",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
# A date has the precision that is known: 2025, 2025-06 or 2025-06-30.
_DATE: Final = {"type": "string", "constraints": {"pattern": r"\d{4}(-\d{2}(-\d{2})?)?"}}
_TYPES: Final[Mapping[str, Mapping[str, Any]]] = {
    "text": {"type": "string"},
    "list": {"type": "string"},
    "integer": {"type": "integer"},
    "number": {"type": "number"},
    "boolean": {"type": "boolean"},
    "date": _DATE,
}


def data_package(
    tables: Iterable[Table], files: Mapping[str, bytes], edition: Edition, site_url: str
) -> bytes:
    """Describe the files of open data, given by their names in its folder; tables column by column."""
    described = {f"{table.name}.csv": table for table in tables}
    package = {
        "profile": "data-package",
        "name": "ocop-bac-lieu",
        "id": absolute("data/datapackage.json", site_url),
        "title": WORDS["site"][0],
        "description": f"{WORDS['what_this_is'][0]} {WORDS['what_this_is'][1]}",
        "homepage": absolute("", site_url),
        "version": FORMAT_VERSION,
        "created": f"{edition.day.isoformat()}T00:00:00+07:00",
        "licenses": _LICENCES,
        "resources": [
            _resource(name, content, described.get(name)) for name, content in sorted(files.items())
        ],
    }
    return json.dumps(package, ensure_ascii=False, indent=1).encode() + b"\n"


def _resource(file: str, content: bytes, table: Table | None) -> dict[str, Any]:
    stem, _, kind = file.rpartition(".")
    resource: dict[str, Any] = {
        "name": f"{stem.replace('/', '-')}-{kind}",
        "path": file,
        "format": kind,
        "mediatype": _MEDIA[kind],
        "encoding": "utf-8",
        "bytes": len(content),
        "hash": f"sha256:{sha256(content).hexdigest()}",
    }
    if table is None:
        return {**resource, "type": "file"}
    return {
        **resource,
        "profile": "tabular-data-resource",
        "title": f"{table.vi} / {table.en}",
        "dialect": {"delimiter": ",", "lineTerminator": "\r\n", "doubleQuote": True, "header": True},
        "schema": {"fields": [_field(column) for column in table.columns], "primaryKey": "id"},
    }


def _field(column: Column) -> dict[str, Any]:
    told = {"vi": column.hint, "en": column.hint_en}
    description = " / ".join(each for each in told.values() if each)
    field = {"name": column.name, "title": f"{column.vi} / {column.en}", **_TYPES[column.holds]}
    return {**field, "description": description} if description else field
