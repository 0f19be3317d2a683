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
    width: Annotated[int, About(vi="Rộng", en="Width", part=Part.PICTURES)]
    height: Annotated[int, About(vi="Cao", en="Height", part=Part.PICTURES)]


def photos(record: Record, plainly: Plainly) -> list[JsonObject]:
    """Give the photos of a record in its order."""
    told: list[JsonObject] = []
    for photo in plainly.catalogue.shown_photos(record):
        facts = plainly.catalogue.pictures[f"{record.folder}/{photo.file}"]
        figures = PhotoFigures(addresses.photo(record.path, photo.file), facts.width, facts.height)
        told.append(plainly.row(photo, figures, first=("file", "path")))
    return told
