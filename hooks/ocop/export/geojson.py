"""Sales points as GeoJSON (RFC 7946): what a map shows, from the rows of their export."""

from __future__ import annotations

import json
from collections.abc import Iterable

from ocop.export.plain import JsonObject
from ocop.export.table import Table


def geojson(table: Table) -> bytes:
    """Give the open places of a table as features, one a line; a place whose location is not known has no geometry."""
    features = [_feature(row) for row in table.rows if not row["is_closed"]]
    return b'{"type": "FeatureCollection", "features": ' + _listed(features) + b"}\n"


def _feature(row: JsonObject) -> JsonObject:
    location = row["location"]
    # Longitude comes first here, and latitude first everywhere else.
    geometry = location and {"type": "Point", "coordinates": [location["lon"], location["lat"]]}
    properties = {key: value for key, value in row.items() if key != "location"}
    return {"type": "Feature", "id": row["id"], "geometry": geometry, "properties": properties}


def _listed(features: Iterable[JsonObject]) -> bytes:
    lines = [json.dumps(each, ensure_ascii=False, allow_nan=False).encode() for each in features]
    return b"[\n" + b",\n".join(lines) + b"\n]" if lines else b"[]"
