"""Photos of a record as the exports tell of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from ocop import addresses
from ocop.export.plain import JsonObject, Plainly
from ocop.fields import About, Part
from ocop.records.base import Record


@dataclass(frozen=True, slots=True)
class PhotoFigures:
    """Where a photo is published, relative to the site, and the size in pixels of the picture it was made from."""

    path: Annotated[str, About(vi="Đường dẫn", en="Path", part=Part.PICTURES)]
    width: Annotated[int | None, About(vi="Rộng", en="Width", part=Part.PICTURES)]
    height: Annotated[int | None, About(vi="Cao", en="Height", part=Part.PICTURES)]


def photos(record: Record, plainly: Plainly) -> list[JsonObject]:
    """Give the photos of a record in its order."""
    told: list[JsonObject] = []
    for photo in record.photos:
        facts = plainly.catalogue.pictures.get(f"{record.folder}/{photo.file}")
        width, height = (facts.width, facts.height) if facts is not None else (None, None)
        figures = PhotoFigures(addresses.photo(record.path, photo.file), width, height)
        told.append(plainly.row(photo, figures, first=("file", "path")))
    return told
