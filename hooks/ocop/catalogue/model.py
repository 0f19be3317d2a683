"""The catalogue: every record by its id, and what it takes to follow a reference."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from ocop.findings import Finding, Position
from ocop.photos import PictureFacts, can_publish
from ocop.records import (
    Commune,
    District,
    Group,
    Kind,
    Photo,
    Producer,
    Product,
    Programme,
    Promotion,
    Record,
    SalesPoint,
    Source,
)
from ocop.source import Places, loc_of


@dataclass(frozen=True, slots=True)
class Catalogue:
    """All records that are without fault. Mappings are in order of id; references in them resolve."""

    root: Path
    groups: Mapping[str, Group]
    kinds: Mapping[str, Kind]
    districts: Mapping[str, District]
    producers: Mapping[str, Producer]
    products: Mapping[str, Product]
    sales_points: Mapping[str, SalesPoint]
    promotions: tuple[Promotion, ...]
    programme: Programme
    sources: Mapping[str, Source]
    pictures: Mapping[str, PictureFacts]
    """Facts of each photo, by its path relative to ``root`` with forward slashes."""
    alike: tuple[tuple[str, ...], ...] = ()
    """Words that say the same to those who search."""

    def shown_photos(self, record: Record) -> tuple[Photo, ...]:
        """Give the photos of a record that can be published."""
        return tuple(
            each for each in record.photos if can_publish(self.pictures[f"{record.folder}/{each.file}"])
        )

    def source(self, cited: Source) -> Source:
        """Give the source that a record cites, whether it wrote it out or named its id."""
        return self.sources[cited.ref] if cited.ref is not None else cited

    def commune_of(self, record: Product | Producer | SalesPoint) -> Commune | None:
        """Give the commune a record names, None where it names none."""
        if record.commune is None or record.district is None:
            return None
        return self.districts[record.district].commune(record.commune)


@dataclass(frozen=True, slots=True)
class Loaded:
    """What `load` gives: the catalogue, None where an error stands in the way, and everything found."""

    catalogue: Catalogue | None
    findings: tuple[Finding, ...]
    places: Mapping[str, Places] = field(default_factory=dict)
    """Where everything stands, by file: for findings that only a later step can make."""
    sound: tuple[Product | Producer, ...] = ()
    """Products and producers whose own files are without error: of these a later step can say more in any case."""

    def locate(self, path: str, name: str) -> Position:
        """Give the position of a field, named as in ``recognitions[0].date``, or of what is written around it."""
        places = self.places.get(path)
        return Position(path) if places is None else places.find(loc_of(name)).position
