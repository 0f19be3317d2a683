"""All records as read, before their references are followed; and what rules say about them."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from ocop.catalogue.layout import Collection
from ocop.findings import Finding, Severity
from ocop.meant import own_part, spelt_out
from ocop.records import (
    District,
    Kind,
    Kinds,
    Producer,
    Product,
    Programme,
    Promotion,
    Record,
    SalesPoint,
    Source,
)
from ocop.source import Loc, Places, Target
from ocop.text import Vocabulary


@dataclass(frozen=True, slots=True)
class Remark:
    """What a rule says of a record: a finding whose place is still a path inside the file.

    ``at`` is where it is shown, if not at ``loc`` itself: something that is not written has no place.
    """

    path: str
    loc: Loc
    code: str
    values: dict[str, str] = dataclasses.field(default_factory=dict)
    suggestion: str | None = None
    severity: Severity = Severity.ERROR
    at: Loc | None = None
    target: Target = Target.HOLDER


class Names:
    """Ids of one collection with everything else they are called, to find what a wrong reference meant."""

    def __init__(self, named: Mapping[str, str]) -> None:
        self._given = named
        self._found: dict[str, str | None] = {}

    @cached_property
    def _named(self) -> Mapping[str, str]:
        parts = {own_part(name): record_id for name, record_id in self._given.items()}
        spelt = {spelt_out(name): record_id for name, record_id in self._given.items()}
        return {**parts, **spelt, **self._given}

    @cached_property
    def _vocabulary(self) -> Vocabulary:
        return Vocabulary(self._named)

    def exactly(self, written: str) -> str | None:
        """Give the id of what is called so, marks, capitals and abbreviations apart."""
        for word in (written, spelt_out(written)):
            near = self._vocabulary.nearest(word, least=100)
            if near is not None:
                return self._named[near]
        return None

    def nearest(self, written: str) -> str | None:
        """Give the id that is most likely meant: by a former id, a name, or the nearest spelling."""
        if written not in self._found:
            # By what is its own: that both are cooperatives makes no name like another.
            near = self._vocabulary.nearest(own_part(written))
            self._found[written] = self.exactly(written) or (None if near is None else self._named[near])
        return self._found[written]


@dataclass(frozen=True)
class Draft:
    """All records by id, faulty ones without their faulty parts (``faulty``, by file), and all ids that are known.

    ``known`` also holds the ids of records that could not be read, so that one fault does not look like ten; it
    is None for a collection whose file could not be read at all. ``communes`` are names by id, by district.
    """

    root: Path
    products: Mapping[str, Product]
    producers: Mapping[str, Producer]
    sales_points: Mapping[str, SalesPoint]
    districts: Mapping[str, District]
    kinds: Kinds | None
    promotions: Mapping[int, Promotion]
    programme: Programme
    sources: Mapping[str, Source]
    known: Mapping[str, frozenset[str] | None]
    communes: Mapping[str, Mapping[str, str] | None]
    faulty: Mapping[str, tuple[Loc, ...]]
    places: Mapping[str, Places]

    def collection(self, name: Collection) -> Mapping[str, Record]:
        """Give the records of one collection."""
        return {
            Collection.PRODUCTS: self.products,
            Collection.PRODUCERS: self.producers,
            Collection.SALES_POINTS: self.sales_points,
            Collection.DISTRICTS: self.districts,
        }[name]

    def records(self) -> Iterator[Record]:
        """Yield every record that has a file of its own."""
        for name in Collection:
            yield from self.collection(name).values()

    def district_name(self, district: str) -> str:
        """Give a district's name, or its id where the record could not be read."""
        record = self.districts.get(district)
        return record.name if record is not None else district

    @cached_property
    def names(self) -> Mapping[str, Names]:
        """Everything that may be written for an id, by collection."""
        named: dict[str, dict[str, str]] = {}
        for collection in Collection:
            called = named.setdefault(collection, {})
            for record_id, record in self.collection(collection).items():
                for word in (*_called(record), *record.formerly):
                    called.setdefault(word, record_id)
        if self.kinds is not None:
            named["kinds"] = {word: kind.id for kind in self.kinds.kinds for word in _called_kind(kind)}
            named["groups"] = {
                word: group.id for group in self.kinds.groups for word in (group.name, group.en) if word
            }
        named["sources"] = {source.title: name for name, source in self.sources.items() if source.title}
        named["measures"] = {measure.name: measure.id for measure in self.programme.measures}
        for name, ids in self.known.items():
            named.setdefault(name, {}).update((known, known) for known in ids or ())
        return {name: Names(called) for name, called in named.items()}

    @cached_property
    def _told(self) -> Mapping[str, tuple[frozenset[Loc], frozenset[Loc]]]:
        """The faulty paths of each file, and every path on the way to one."""
        return {
            path: (frozenset(locs), frozenset(loc[:end] for loc in locs for end in range(len(loc) + 1)))
            for path, locs in self.faulty.items()
        }

    def settle(self, remark: Remark) -> Finding | None:
        """Give a remark its place; None where the part it is about was faulty by itself and has been told."""
        faulty, above = self._told.get(remark.path, (frozenset(), frozenset()))
        if remark.loc in above or any(remark.loc[:end] in faulty for end in range(len(remark.loc) + 1)):
            return None
        places = self.places[remark.path]
        place = places.find(remark.loc, remark.target)
        position = place.position if remark.at is None else places.find(remark.at).position
        return Finding(position, remark.code, place.field, remark.severity, remark.values, remark.suggestion)


def _called_kind(kind: Kind) -> Iterator[str]:
    yield from (word for word in (kind.name, kind.short, kind.en, kind.short_en) if word)
    yield from kind.synonyms


def _called(record: Record) -> Iterator[str]:
    if isinstance(record, Product | Producer | SalesPoint | District):
        yield record.name
        if record.en is not None and record.en.name is not None:
            yield record.en.name
    if isinstance(record, Producer):
        yield from record.also_known_as
