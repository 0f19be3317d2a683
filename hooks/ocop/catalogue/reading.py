"""`load`: from a folder to a catalogue, or to everything that is wrong with it, in one run."""

from __future__ import annotations

import gc
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final, TypeVar

from ocop.catalogue import pictures
from ocop.catalogue.decode import Decoded, decode
from ocop.catalogue.documents import documents, read_document
from ocop.catalogue.draft import Draft
from ocop.catalogue.layout import Collection, RecordFile, survey
from ocop.catalogue.linking import KINDS, PROGRAMME, PROMOTIONS, SOURCES, with_known_sources
from ocop.catalogue.model import Catalogue, Loaded
from ocop.catalogue.rules import judge
from ocop.fields import Facts, is_id
from ocop.findings import MORE, MOST_TOLD, Finding, Position, in_order
from ocop.photos import PictureFacts, Shelf
from ocop.records import District, Kinds, Producer, Product, Programme, Promotion, Record, SalesPoint, Source
from ocop.records.product import UNKNOWN_DISTRICT
from ocop.source import Document, Loc, Places, Target
from ocop.text import slug

_MODELS: Final[Mapping[Collection, type[Record]]] = {
    Collection.PRODUCTS: Product,
    Collection.PRODUCERS: Producer,
    Collection.SALES_POINTS: SalesPoint,
    Collection.DISTRICTS: District,
}
# A shared file that is wrong from end to end is not judged to its end: the first faults are enough to mend it.
_MOST_JUDGED: Final = 20 * MOST_TOLD
Model = TypeVar("Model", bound=Facts)


def load(root: Path, shelf: Shelf | None = None) -> Loaded:
    """Read, check and link every record under ``root``; whatever is in the folders, this gives findings.

    ``shelf`` keeps what is known of photos, so that they are not decoded each time.
    """
    with _nothing_collected():
        reading = _Reading(root)
        draft = reading.draft()
        facts, of_photos = pictures.look(draft, shelf)
        told = with_known_sources(draft, reading.findings)
        findings = _not_too_many(in_order(_once([*told, *judge(draft), *of_photos])))
        broken = any(finding.is_error for finding in findings)
        found = None if broken else _catalogue(draft, facts)
        return Loaded(found, tuple(findings), draft.places, _sound(draft, findings))


@contextmanager
def _nothing_collected() -> Iterator[None]:
    """Keep the garbage collector away: records refer to no one in circles, and it would look at each again and again."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


def _once(findings: list[Finding]) -> list[Finding]:
    """Keep one finding for one field at one place: the first, which is the nearest to the cause.

    Of a file as a whole all are kept: one may have a wrong name, hold no record and lie in no district.
    """
    first: dict[tuple[Position, str], Finding] = {}
    for finding in findings:
        first.setdefault((finding.position, finding.field or f"({finding.code})"), finding)
    return list(first.values())


def _not_too_many(findings: list[Finding]) -> list[Finding]:
    """No more than a hundred faults are told of one file, and how many there are besides.

    So many mostly have one cause, and a longer list would hide the faults of other files.

    more_faults
        Wrong: ``a file of 120 unknown fields``
        Right: ``a file without faults``
    """
    kept: list[Finding] = []
    last: dict[str, Finding] = {}
    told: Counter[str] = Counter()
    untold: Counter[str] = Counter()
    for finding in findings:
        path = finding.position.path
        if finding.code == MORE:
            untold[path] += int(finding.values["count"])
        elif finding.is_error and told[path] == MOST_TOLD:
            untold[path] += 1
        else:
            kept.append(finding)
            told[path] += finding.is_error
            last[path] = finding if finding.is_error else last.get(path, finding)
    more = [
        Finding(last[path].position, MORE, values={"count": str(count)}) for path, count in untold.items()
    ]
    return in_order([*kept, *more]) if more else kept


def _sound(draft: Draft, findings: list[Finding]) -> tuple[Product | Producer, ...]:
    wrong = {finding.position.path for finding in findings if finding.is_error}
    records: list[Product | Producer] = [*draft.products.values(), *draft.producers.values()]
    return tuple(record for record in records if record.path not in wrong)


def _catalogue(draft: Draft, facts: Mapping[str, PictureFacts]) -> Catalogue:
    kinds = draft.kinds or Kinds(groups=(), kinds=())
    return Catalogue(
        root=draft.root,
        groups=_by_id({group.id: group for group in kinds.groups}),
        kinds=_by_id({kind.id: kind for kind in kinds.kinds}),
        districts=_by_id(draft.districts),
        producers=_by_id(draft.producers),
        products=_by_id(draft.products),
        sales_points=_by_id(draft.sales_points),
        promotions=tuple(draft.promotions.values()),
        programme=draft.programme,
        sources=_by_id(draft.sources),
        pictures=dict(sorted(facts.items())),
        alike=tuple(each.words for each in kinds.alike),
    )


def _by_id(entries: Mapping[str, Model]) -> dict[str, Model]:
    return dict(sorted(entries.items()))


class _Reading:
    """Takes one file after the other and keeps what is needed of it; documents are let go at once."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.findings: list[Finding] = []
        self.places: dict[str, Places] = {}
        self.faulty: dict[str, list[Loc]] = {}
        self.records: dict[Collection, dict[str, Record]] = {collection: {} for collection in Collection}
        self.known: dict[str, set[str] | None] = {collection: set() for collection in Collection}
        self.communes: dict[str, dict[str, str] | None] = {}

    def draft(self) -> Draft:
        """Read every file of the layout."""
        layout = survey(self.root)
        self.findings += layout.findings
        paths = [file.path for file in layout.records]
        for file, found in zip(layout.records, documents(self.root, paths), strict=True):
            self._record(file, self._kept(file.path, found))
        kinds = self._kinds(KINDS in layout.singles)
        promotions = self._promotions() if PROMOTIONS in layout.singles else {}
        programme = self._programme() if PROGRAMME in layout.singles else Programme()
        sources = self._sources() if SOURCES in layout.singles else {}
        self.known.setdefault("sources", set())
        return Draft(
            root=self.root,
            products=_only(Product, self.records[Collection.PRODUCTS]),
            producers=_only(Producer, self.records[Collection.PRODUCERS]),
            sales_points=_only(SalesPoint, self.records[Collection.SALES_POINTS]),
            districts=_only(District, self.records[Collection.DISTRICTS]),
            kinds=kinds,
            promotions=promotions,
            programme=programme,
            sources=sources,
            known={name: None if ids is None else frozenset(ids) for name, ids in self.known.items()},
            communes=self.communes,
            faulty={path: tuple(locs) for path, locs in self.faulty.items()},
            places=self.places,
        )

    # -------------------------------------------------------------------------- records with their own file

    def _record(self, file: RecordFile, document: Document | None) -> None:
        """Every record is made of lines ``field: value``, whose order does not matter.

        not_a_record (file)
            Wrong: ``- name: Muối hạt``
            Right: ``name: Muối hạt``
        """
        self._know(file.collection, file.id or file.meant)
        if file.collection is Collection.DISTRICTS:
            self._district(file, document)
        if document is None or document.root is None:
            return
        if not isinstance(document.root, dict):
            self._fault(file.path, "not_a_record")
            return
        decoded = self._decode(document, _MODELS[file.collection], document.root)
        if decoded.record is not None and file.id is not None:
            self.records[file.collection].setdefault(file.id, decoded.record.placed(file.path))

    def _district(self, file: RecordFile, document: Document | None) -> None:
        """No district has the id ``chua-ro``: the folder of that name holds goods whose place no source names.

        A district's communes are kept even where its record is faulty, since other records refer to them.

        reserved_id (file)
            Wrong: ``catalogue/districts/chua-ro.yml``
            Right: ``catalogue/districts/huyen-moi.yml``
        """
        district = file.id or file.meant
        if district == UNKNOWN_DISTRICT:
            self._fault(file.path, "reserved_id", value=district)
        written = document.root.get("communes", []) if document and isinstance(document.root, dict) else None
        self.communes.setdefault(district, _named(written) if isinstance(written, list) else None)

    def _know(self, collection: str, record_id: str) -> None:
        known = self.known.setdefault(collection, set())
        if known is not None and record_id:
            known.add(record_id)

    # --------------------------------------------------------------------------------------- shared files

    def _kinds(self, present: bool) -> Kinds | None:  # noqa: FBT001 – private, read at its one call
        """Every product is of a kind, so the file of kinds is there.

        kinds_missing (file)
            Wrong: ``no file catalogue/kinds.yml``
            Right: ``catalogue/kinds.yml``
        """
        self.known["kinds"] = self.known["groups"] = None
        if not present:
            if self.known[Collection.PRODUCTS]:
                self._fault(KINDS, "kinds_missing")
            return None
        document = self._mapping(KINDS)
        if document is None or not isinstance(document.root, dict):
            return None
        for name in ("kinds", "groups"):
            written = document.root.get(name, [])
            self.known[name] = set(_named(written)) if isinstance(written, list) else None
        return self._decode(document, Kinds, document.root).record

    def _programme(self) -> Programme:
        document = self._mapping(PROGRAMME)
        if document is None:
            return Programme()
        programme = self._decode(document, Programme, document.root).record or Programme()
        self.known["measures"] = {measure.id for measure in programme.measures}
        return programme

    def _sources(self) -> dict[str, Source]:
        document = self._mapping(SOURCES)
        if document is None or not isinstance(document.root, dict):
            self.known["sources"] = None
            return {}
        self.known["sources"] = set(document.root)
        sources: dict[str, Source] = {}
        told = len(self.findings)
        for source_id, written in document.root.items():
            if len(self.findings) - told > _MOST_JUDGED:
                break
            self._source(document, source_id, written, sources)
        for blank in document.blanks:
            if len(blank) == 1:
                self._at(document, blank, "source_without_url")
        return sources

    def _source(self, document: Document, source_id: str, written: Any, sources: dict[str, Source]) -> None:
        if not is_id(source_id):
            self._at(document, (source_id,), "bad_id", Target.KEY, slug(source_id) or None, value=source_id)
        if not isinstance(written, dict):
            self._at(document, (source_id,), "not_a_map", keys="url: …, title: …")
        elif "ref" in written:
            self._at(document, (source_id, "ref"), "unknown_key", Target.KEY)
        else:
            decoded = self._decode(document, Source, written, (source_id,))
            if decoded.record is not None:
                sources[source_id] = decoded.record

    def _promotions(self) -> dict[int, Promotion]:
        """Each promotion is an entry of the list that the file is.

        not_a_list_of_records (promotions)
            Wrong: ``{id: mua-tom, title: Mùa tôm, kinds: [tom]}``
            Right: ``- {id: mua-tom, title: Mùa tôm, kinds: [tom]}``
        """
        document = self._document(PROMOTIONS)
        if document is None or document.root is None:
            return {}
        if not isinstance(document.root, list):
            self._fault(PROMOTIONS, "not_a_list_of_records")
            return {}
        promotions: dict[int, Promotion] = {}
        told = len(self.findings)
        for number, written in enumerate(document.root):
            if len(self.findings) - told > _MOST_JUDGED:
                break
            if not isinstance(written, dict):
                self._at(document, (number,), "not_a_map", keys="id: …, title: …")
                continue
            decoded = self._decode(document, Promotion, written, (number,))
            if decoded.record is not None:
                promotions[number] = decoded.record
        return promotions

    # ------------------------------------------------------------------------------------------ one file

    def _mapping(self, path: str) -> Document | None:
        """Read a file that must be a mapping; None where it is not or could not be read."""
        document = self._document(path)
        if document is None or document.root is None:
            return None
        if isinstance(document.root, dict):
            return document
        self._fault(path, "not_a_record")
        return None

    def _document(self, path: str) -> Document | None:
        return self._kept(path, read_document(self.root, path))

    def _kept(self, path: str, found: Document | Finding) -> Document | None:
        if isinstance(found, Finding):
            self.findings.append(found)
            return None
        self.findings += found.findings
        self.places[path] = found.places
        return found

    def _decode(self, document: Document, model: type[Model], written: Any, base: Loc = ()) -> Decoded[Model]:
        decoded = decode(document, model, written, base)
        self.findings += decoded.findings
        if decoded.faulty:
            self.faulty.setdefault(document.path, []).extend((*base, *loc) for loc in decoded.faulty)
        return decoded

    def _fault(self, path: str, code: str, **values: str) -> None:
        self.findings.append(Finding(Position(path), code, values=values))

    def _at(
        self,
        document: Document,
        loc: Loc,
        code: str,
        target: Target = Target.VALUE,
        suggestion: str | None = None,
        **values: str,
    ) -> None:
        place = document.places.find(loc, target)
        self.findings.append(Finding(place.position, code, place.field, values=values, suggestion=suggestion))


def _named(written: list[Any]) -> dict[str, str]:
    """Give the names by id of the entries of a list, so far as they have any."""
    return {key: str(entry.get("name", key)) for entry, key in _with_id(written)}


def _with_id(written: list[Any]) -> Iterator[tuple[dict[str, Any], str]]:
    for entry in written:
        if isinstance(entry, dict) and isinstance(entry.get("id"), str):
            yield entry, entry["id"]


def _only(model: type[Model], records: Mapping[str, Record]) -> dict[str, Model]:
    return {record_id: record for record_id, record in records.items() if isinstance(record, model)}
