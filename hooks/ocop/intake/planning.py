"""What becomes of each entry of a list: a new record, changes to one that is there, or nothing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any, Final

from ocop.catalogue import Catalogue
from ocop.catalogue.layout import Collection, survey
from ocop.fields import LONGEST_ID
from ocop.findings import Finding
from ocop.intake.entries import Entry, Said, join, put
from ocop.intake.merging import Change, changes, merge
from ocop.intake.references import References
from ocop.intake.remarks import Level, Remark, Spot
from ocop.intake.vocabulary import plain
from ocop.records import Producer, Product, Record, SalesPoint
from ocop.records.product import UNKNOWN_DISTRICT
from ocop.source import Loc, parse, read
from ocop.text import slug

COLLECTIONS: Final[Mapping[type[Record], Collection]] = {
    Product: Collection.PRODUCTS,
    Producer: Collection.PRODUCERS,
    SalesPoint: Collection.SALES_POINTS,
}
Say = Callable[[Remark], None]


@dataclass(slots=True)
class Planned:
    """One record as it would be: ``before`` is its file's text and ``old`` what that holds, for one that is there."""

    model: type[Record]
    path: str
    entry: Entry
    tree: dict[str, Any]
    cells: dict[Loc, Spot]
    before: str | None = None
    old: dict[str, Any] = field(default_factory=dict)
    changes: list[Change] = field(default_factory=list)

    @property
    def id(self) -> str:
        """The file's name without its end."""
        return self.path.rpartition("/")[2].removesuffix(".yml")

    @property
    def is_new(self) -> bool:
        """Whether the record is not there yet."""
        return self.before is None

    @property
    def is_changed(self) -> bool:
        """Whether the record is there and the list says something else."""
        return self.before is not None and bool(self.changes)

    @property
    def name(self) -> str:
        """What the record is called."""
        name = self.tree.get("name", self.id)
        return name if isinstance(name, str) else self.id


@dataclass(frozen=True, slots=True)
class Sources:
    """The sources named for the whole list, as records have them: ids, or parts with an address."""

    cited: tuple[dict[str, Said], ...] = ()


class Planner:
    """Finds for each entry the record it is about, or makes a new one."""

    def __init__(self, catalogue: Catalogue, model: type[Record], sources: Sources, say: Say) -> None:
        self.catalogue = catalogue
        self.model = model
        self.sources = sources
        self.say = say
        self.references = References(catalogue)
        self.planned: dict[str, Planned] = {}
        self._new: dict[tuple[str, ...], Planned] = {}

    def plan(self, entry: Entry) -> Planned | None:
        """Plan one entry; None where it names nothing, or is more of a record planned before."""
        found = self._existing(entry)
        if found is not None:
            return self._change(entry, found)
        if entry.id is None and entry.text("name") is None:
            self._tell(Level.FAULT, entry.spot, "no_name")
            entry.broken = True
            return None
        return self._make(entry)

    # ------------------------------------------------------------------------------ what is there already

    def _existing(self, entry: Entry) -> Record | None:
        if entry.id is not None:
            return self._records.get(entry.id.text) or self._formerly.get(entry.id.text)
        name = entry.text("name")
        if name is None:
            return None
        if self.model is Producer:
            found = self.references.producer(name)
            if found.text is None or not found.code:
                return self.catalogue.producers[found.text] if found.text is not None else None
            return self._doubtful(entry, self.catalogue.producers[found.text])
        alike = [record for record in self._named[plain(name)] if self._could_be(record, entry)]
        sure = [record for record in alike if self._is(record, entry)]
        if len(sure) == 1 or not alike:
            return sure[0] if sure else None
        return self._doubtful(entry, alike[0])

    def _doubtful(self, entry: Entry, record: Record) -> Record:
        self._tell(
            Level.DOUBT,
            entry.spot,
            "perhaps_record",
            value=entry.text("name") or "",
            other=_name(record),
            id=record.id,
        )
        return record

    def _could_be(self, record: Record, entry: Entry) -> bool:
        """Tell whether nothing speaks against it: another producer, another district."""
        return all(
            known is None or said is None or known == said for known, said in self._marks(record, entry)
        )

    def _is(self, record: Record, entry: Entry) -> bool:
        """Tell whether producer and district are the same, as far as the list has them."""
        return (
            all(known == said or said is None for known, said in self._marks(record, entry))
            and entry.maker is None
        )

    def _marks(self, record: Record, entry: Entry) -> Iterator[tuple[str | None, str | None]]:
        if isinstance(record, Product):
            yield (
                record.producer,
                entry.text("producer") or (entry.maker.text if entry.maker is not None else None),
            )
            yield record.district, entry.district.text if entry.district is not None else None
        elif isinstance(record, SalesPoint):
            for key in ("district", "province", "country"):
                yield getattr(record, key), entry.text(key)

    def _change(self, entry: Entry, record: Record) -> Planned | None:
        if (planned := self.planned.get(record.path)) is not None:
            self._more(entry, planned)
            return None
        source = read(self.catalogue.root / record.path, record.path)
        if isinstance(source, Finding):
            self._tell(Level.FAULT, entry.spot, source.code, **source.values)
            return None
        root = parse(source).root
        old = root if isinstance(root, dict) else {}
        self._moved(entry, record)
        merged = merge(self.model, old, entry.tree)
        found = changes(self.model, old, merged.tree)
        if found and "sources" not in entry.tree and self.sources.cited:
            merged = merge(self.model, old, entry.tree | {"sources": list(self.sources.cited)})
            found = changes(self.model, old, merged.tree)
        planned = Planned(self.model, record.path, entry, merged.tree, merged.cells, source.text, old, found)
        self.planned[record.path] = planned
        return planned

    def _moved(self, entry: Entry, record: Record) -> None:
        """Say that a list has goods in another district than the catalogue: the file stays where it is."""
        if (
            isinstance(record, Product)
            and entry.district is not None
            and entry.district.text != record.district
        ):
            here = record.district or UNKNOWN_DISTRICT
            self._tell(
                Level.DOUBT,
                entry.district.spot,
                "other_district",
                value=entry.district.text,
                other=here,
                path=record.path,
            )

    def _more(self, entry: Entry, planned: Planned) -> None:
        """Say that two rows are about one record; the first counts, the second adds to its lists."""
        self._tell(Level.DOUBT, entry.spot, "row_twice", value=planned.name, row=str(planned.entry.spot))
        join(planned.entry, entry)
        merged = merge(self.model, planned.old, planned.entry.tree)
        planned.tree, planned.cells = merged.tree, merged.cells
        planned.changes = [] if planned.is_new else changes(self.model, planned.old, merged.tree)

    # ------------------------------------------------------------------------------------------ what is new

    def _make(self, entry: Entry) -> Planned | None:
        maker = entry.text("producer") or (entry.maker.text if entry.maker is not None else "")
        district = entry.district.text if entry.district is not None else entry.text("district") or ""
        key = (entry.id.text,) if entry.id is not None else (plain(entry.text("name") or ""), maker, district)
        if key in self._new:
            self._more(entry, self._new[key])
            return None
        if self.model is Product and entry.text("kind") is None and not entry.kind_refused:
            self._guess_kind(entry)
        record_id = entry.id.text if entry.id is not None else self._id(entry, maker, district)
        if not record_id:
            return None
        if "sources" not in entry.tree and self.sources.cited:
            entry.tree["sources"] = list(self.sources.cited)
        merged = merge(self.model, {}, entry.tree)
        planned = Planned(self.model, self._path(entry, record_id), entry, merged.tree, merged.cells)
        self.planned[planned.path] = self._new[key] = planned
        return planned

    def _guess_kind(self, entry: Entry) -> None:
        """Guess the kind of new goods from their name; what is guessed is a doubt."""
        guessed = self.references.kind_of_goods(entry.text("name") or "", entry.group)
        label = ("Loại hàng", "Kind")
        if guessed is None:
            choices = ", ".join(
                self.references.kinds_of(entry.group) if entry.group else self.catalogue.kinds
            )
            self.say(Remark(Level.FAULT, entry.spot, "kind_missing", {"choices": choices}, None, label))
            entry.broken = True
            return
        self.say(
            Remark(
                Level.DOUBT, entry.spot, "kind_guessed", {"value": entry.text("name") or ""}, guessed, label
            )
        )
        put(entry.tree, ("kind",), Said(guessed, entry.spot))

    def _id(self, entry: Entry, maker: str, district: str) -> str:
        """Make an id of the name; where it is taken, the producer or place is added, and that is a doubt."""
        wanted = _cut(slug(entry.text("name") or ""))
        if not wanted:
            self._tell(Level.FAULT, entry.spot, "name_without_letters", value=entry.text("name") or "")
            entry.broken = True
            return ""
        if wanted not in self._taken:
            self._taken.add(wanted)
            return wanted
        further = [_cut(f"{wanted}-{slug(each)}") for each in (maker, district) if slug(each)]
        numbered = (_cut(f"{wanted[: LONGEST_ID - 5]}-{number}") for number in range(2, 10_000))
        meant = next(each for each in (*further, *numbered) if each not in self._taken)
        self._taken.add(meant)
        self.say(Remark(Level.DOUBT, entry.spot, "id_taken", {"value": wanted}, meant, ("Mã", "Id")))
        return meant

    def _path(self, entry: Entry, record_id: str) -> str:
        if self.model is not Product:
            return f"catalogue/{COLLECTIONS[self.model]}/{record_id}.yml"
        folder = entry.district.text if entry.district is not None else UNKNOWN_DISTRICT
        return f"products/{folder}/{record_id}.yml"

    def _tell(self, level: Level, spot: Spot, code: str, **values: str) -> None:
        self.say(Remark(level, spot, code, values))

    # ---------------------------------------------------------------------------------- what is looked up

    @cached_property
    def _records(self) -> Mapping[str, Record]:
        return _records(self.catalogue, self.model)

    @cached_property
    def _formerly(self) -> dict[str, Record]:
        return {former: record for record in self._records.values() for former in record.formerly}

    @cached_property
    def _named(self) -> defaultdict[str, list[Record]]:
        named: defaultdict[str, list[Record]] = defaultdict(list)
        for record in self._records.values():
            named[plain(_name(record))].append(record)
        return named

    @cached_property
    def _taken(self) -> set[str]:
        return taken(self.catalogue.root, self.model) | set(self._formerly)


def taken(root: Path, model: type[Record]) -> set[str]:
    """Give every id of a collection, of files that are faulty too."""
    return {file.meant for file in survey(root).records if file.collection is COLLECTIONS[model]}


def _records(catalogue: Catalogue, model: type[Record]) -> Mapping[str, Record]:
    known: dict[type[Record], Mapping[str, Record]] = {
        Product: catalogue.products,
        Producer: catalogue.producers,
        SalesPoint: catalogue.sales_points,
    }
    return known[model]


def _name(record: Record) -> str:
    assert isinstance(record, Product | Producer | SalesPoint)
    return record.name


def _cut(record_id: str) -> str:
    return record_id[:LONGEST_ID].strip("-")
