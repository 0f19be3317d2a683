"""What is compared as one thing: a record, or one entry of a file that several share."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from ocop.catalogue import Catalogue
from ocop.fields import Facts
from ocop.records import Record


class Section(StrEnum):
    """The sorts of entries, in the order in which a note tells of them."""

    PRODUCTS = "products"
    PRODUCERS = "producers"
    SALES_POINTS = "sales-points"
    DISTRICTS = "districts"
    KINDS = "kinds"
    GROUPS = "groups"
    PROMOTIONS = "promotions"
    PROGRAMME = "programme"
    SOURCES = "sources"


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that can change; ``path`` is the file that holds it."""

    section: Section
    id: str
    facts: Facts
    path: str

    @property
    def folder(self) -> str:
        """The folder of its file."""
        return self.path.rpartition("/")[0]

    @property
    def formerly(self) -> tuple[str, ...]:
        """The ids that it had before."""
        return self.facts.formerly if isinstance(self.facts, Record) else ()


Entries = Mapping[Section, Mapping[str, Entry]]


def entries_of(catalogue: Catalogue) -> Entries:
    """Give everything in a catalogue that can change, by section and id."""
    found: dict[Section, dict[str, Entry]] = {section: {} for section in Section}
    for entry in _all(catalogue):
        found[entry.section][entry.id] = entry
    return found


def _all(catalogue: Catalogue) -> Iterator[Entry]:
    for section in (Section.PRODUCTS, Section.PRODUCERS, Section.SALES_POINTS, Section.DISTRICTS):
        records: Mapping[str, Record] = getattr(catalogue, section.name.lower())
        for record_id, record in records.items():
            yield Entry(section, record_id, record, record.path)
    shared: tuple[tuple[Section, Mapping[str, Facts]], ...] = (
        (Section.KINDS, catalogue.kinds),
        (Section.GROUPS, catalogue.groups),
        (Section.PROMOTIONS, {each.id: each for each in catalogue.promotions}),
        (Section.PROGRAMME, {"programme": catalogue.programme}),
        (Section.SOURCES, catalogue.sources),
    )
    for section, facts in shared:
        for entry_id, each in facts.items():
            yield Entry(section, entry_id, each, f"catalogue/{_FILES[section]}.yml")


_FILES: Final[Mapping[Section, str]] = {
    Section.KINDS: "kinds",
    Section.GROUPS: "kinds",
    Section.PROMOTIONS: "promotions",
    Section.PROGRAMME: "programme",
    Section.SOURCES: "sources",
}


@dataclass(frozen=True, slots=True)
class Renames:
    """Which ids became which, by section; ``lost`` are those whose old address leads nowhere any more."""

    by_section: Mapping[Section, Mapping[str, str]] = field(default_factory=dict)
    lost: frozenset[tuple[Section, str]] = frozenset()

    def now(self, section: Section, entry_id: str) -> str:
        """Give the id that an old id is today."""
        return self.by_section.get(section, {}).get(entry_id, entry_id)

    @classmethod
    def between(cls, before: Entries, after: Entries) -> Renames:
        """Find what got another id: it says so itself (``formerly``), or it alone bears the name of one that is gone."""
        found: dict[Section, dict[str, str]] = {}
        lost: set[tuple[Section, str]] = set()
        for section in Section:
            gone = {key: each for key, each in before[section].items() if key not in after[section]}
            come = {key: each for key, each in after[section].items() if key not in before[section]}
            told = {old: new for new, entry in come.items() for old in entry.formerly if old in gone}
            silent = _of_one_name(
                {key: each for key, each in gone.items() if key not in told},
                {key: each for key, each in come.items() if key not in told.values()},
            )
            found[section] = told | silent
            lost |= {(section, old) for old in silent}
        return cls(found, frozenset(lost))


def _of_one_name(gone: Mapping[str, Entry], come: Mapping[str, Entry]) -> dict[str, str]:
    by_name: dict[str, list[str]] = {}
    for key, entry in come.items():
        by_name.setdefault(name_in(entry.facts), []).append(key)
    pairs = {}
    names = [name_in(entry.facts) for entry in gone.values()]
    for key, entry in gone.items():
        name = name_in(entry.facts)
        if name and names.count(name) == 1 and len(by_name.get(name, ())) == 1:
            pairs[key] = by_name[name][0]
    return pairs


def name_in(facts: Facts) -> str:
    """Give what an entry calls itself in Vietnamese: its name, or its title; empty where it has neither."""
    return str(getattr(facts, "name", None) or getattr(facts, "title", None) or "")
