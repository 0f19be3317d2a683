"""A list becomes records, in order: read, understood, planned, tried; the caller decides whether to write.

book = sheets.read(raw)                         # cells, whatever kind of file it is
understood = understand(book, catalogue, wish)  # columns, rows, entries, what becomes of them, what is wrong
write(root, understood.texts)                   # all of it or nothing
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from ocop.catalogue import Catalogue
from ocop.findings import Finding
from ocop.form import saving
from ocop.form.canonical import written
from ocop.form.rewriting import rewritten
from ocop.intake.consent import consent_missing
from ocop.intake.entries import Entry, Said, join
from ocop.intake.headings import Head, Use, find, without_makers
from ocop.intake.list_sheets import ListSheet, add_entries, list_sheets
from ocop.intake.making_producers import makers
from ocop.intake.planning import Planned, Planner, Sources
from ocop.intake.remarks import Level, Remark, Spot
from ocop.intake.row_reading import RowReader
from ocop.intake.rows import Row, Sorted, sort_rows
from ocop.intake.sheets import Book, Sheet, UnreadableError
from ocop.intake.trial import tried
from ocop.records import Producer, Record

MOST_ROWS = 20_000
Through = Callable[[Sequence[Row]], Iterable[Row]]


@dataclass(frozen=True, slots=True)
class Wish:
    """What the person asked for: kind of record and sheet (None: found out), sources, producers too, changes too."""

    model: type[Record] | None = None
    sheet: str | None = None
    sources: tuple[str, ...] = ()
    with_producers: bool = False
    update: bool = False


@dataclass(slots=True)
class Understood:
    """What was understood of a list, and what there is to say about it."""

    sheet: Sheet
    head: Head
    rows: Sorted
    others: tuple[str, ...]
    lists: tuple[ListSheet, ...]
    shows_sheet: bool
    wish: Wish
    planned: list[Planned] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)
    texts: dict[str, str] = field(default_factory=dict)

    def of(self, level: Level) -> list[Remark]:
        """Give the remarks of one level in the order of their cells."""
        chosen = [each for each in self.remarks if each.level is level]
        return sorted(chosen, key=lambda each: (each.spot, each.code))


def understand(
    book: Book,
    catalogue: Catalogue,
    wish: Wish,
    through: Through = lambda rows: rows,
    faults: frozenset[Finding] = frozenset(),
) -> Understood:
    """Understand a list; raises UnreadableError where it holds none. ``faults`` are what is wrong with other records."""
    sheet, head, others = _list(book, wish)
    head = consent_missing(head if wish.with_producers else without_makers(head))
    lists = list_sheets(book, head.model) if head.is_published else ()
    remarks: list[Remark] = []
    planner = Planner(catalogue, head.model, _sources(wish, catalogue), remarks.append)
    rows = sort_rows(sheet, head, planner.references)
    if len(rows.rows) > MOST_ROWS:
        raise UnreadableError("list_too_long", most=f"{MOST_ROWS:,}".replace(",", "."))
    found = Understood(
        sheet, head, rows, others, lists, shows_sheet=len(book.sheets) > 1, wish=wish, remarks=remarks
    )
    _columns(found)
    reader = RowReader(
        sheet, head, planner.references, remarks.append, sheet.name if found.shows_sheet else ""
    )
    entries = _entries(reader, rows.rows, through)
    if lists:
        add_entries(lists, {each.id.text: each for each in entries if each.id is not None}, remarks.append)
    _plan(found, entries, planner, wish)
    _sourceless(found)
    _try(found, catalogue.root, faults)
    return found


def write(root: Path, texts: Mapping[str, str]) -> None:
    """Write every file or none: where one cannot be written, those written before it are put back. Raises OSError."""
    done: list[tuple[Path, str | None]] = []
    try:
        for path, text in texts.items():
            file = root / path
            was = file.read_text("utf-8") if file.exists() else None
            saving.create(file, text) if was is None else saving.replace(file, text)
            done.append((file, was))
    except OSError:
        for file, before in reversed(done):
            file.unlink() if before is None else saving.replace(file, before)
        raise


# The steps ----------------------------------------------------------------------------------------


def _list(book: Book, wish: Wish) -> tuple[Sheet, Head, tuple[str, ...]]:
    """Find the sheet that holds the list, and name the others that look like one."""
    sheets = [each for each in book.sheets if wish.sheet in (None, each.name)]
    if not sheets:
        raise UnreadableError(
            "no_such_sheet", value=wish.sheet or "", choices=", ".join(each.name for each in book.sheets)
        )
    heads = [(sheet, head) for sheet in sheets if (wish.sheet or not sheet.is_hidden)
             and (head := find(sheet, wish.model)) is not None]  # fmt: skip
    if not heads:
        raise UnreadableError("no_headings")
    sheet, head = heads[0]
    return sheet, head, tuple(other.name for other, _ in heads[1:])


def _entries(reader: RowReader, rows: Sequence[Row], through: Through) -> list[Entry]:
    entries: list[Entry] = []
    for row in through(rows):
        entry = reader.entry(row)
        if row.goes_on and entries:
            join(entries[-1], entry)
        else:
            entries.append(entry)
    return entries


def _plan(found: Understood, entries: list[Entry], planner: Planner, wish: Wish) -> None:
    if wish.with_producers:
        of_makers = Planner(planner.catalogue, Producer, planner.sources, found.remarks.append)
        makers(entries, of_makers)
        found.planned += of_makers.planned.values()
    for entry in entries:
        if entry.maker is not None:
            label = ("Chủ thể", "Producer")
            found.remarks.append(
                Remark(
                    Level.FAULT,
                    entry.maker.spot,
                    "producer_unknown",
                    {"value": entry.maker.text},
                    None,
                    label,
                )
            )
            entry.broken = True
        planner.plan(entry)
    found.planned += planner.planned.values()


def _columns(found: Understood) -> None:
    """Doubt headings that are only like known ones, and groups of rows that nobody understands."""
    name = found.sheet.name if found.shows_sheet else ""
    for column in found.head.columns:
        if column.use is Use.PROBABLY and column.target is not None:
            labels = (column.target.label("vi"), column.target.label("en"))
            spot = Spot(name, found.head.last, column.number)
            found.remarks.append(
                Remark(Level.DOUBT, spot, "heading_near", {"value": column.heading}, labels[0], labels)
            )
    for row in found.rows.unclear:
        meant = next(iter(row.near.values()), None)
        found.remarks.append(
            Remark(Level.DOUBT, Spot(name, row.number), "group_unclear", {"value": row.text}, meant)
        )


def _sourceless(found: Understood) -> None:
    """Ask for a source: once for a list that names none, row by row where only some rows have one."""
    without = [each for each in found.planned if each.is_new and not each.tree.get("sources")]
    if not without:
        return
    name = found.sheet.name if found.shows_sheet else ""
    if found.head.column("cited") is None and not found.lists:
        found.remarks.append(Remark(Level.FAULT, Spot(name, found.head.last), "source_missing"))
    else:
        found.remarks += [Remark(Level.FAULT, each.entry.spot, "source_missing_here") for each in without]
    for each in without:
        each.entry.broken = True


def _try(found: Understood, root: Path, faults: frozenset[Finding]) -> None:
    """Write every record aside and have it judged; those that could not be read whole are told already."""
    chosen = [each for each in found.planned if not each.entry.broken and (each.is_new or each.is_changed)]
    texts = {
        each.path: written(each.model, each.tree)
        if each.before is None
        else rewritten(each.model, each.before, each.tree)
        for each in chosen
    }
    if chosen:
        told = tried(root, chosen, texts, faults)
        # What the catalogue published itself it has answered for.
        ours = Level.NOTE if found.head.is_published else Level.DOUBT
        found.remarks += [replace(each, level=ours) if each.level is Level.DOUBT else each for each in told]
    found.texts = {each.path: texts[each.path] for each in chosen if each.is_new or found.wish.update}


def _sources(wish: Wish, catalogue: Catalogue) -> Sources:
    nowhere = Spot("", -1)
    known = {
        source.url: source_id for source_id, source in catalogue.sources.items() if source.url is not None
    }
    cited = []
    for source in wish.sources:
        source_id = source if source in catalogue.sources else known.get(source)
        cited.append(
            {"ref": Said(source_id, nowhere)} if source_id is not None else {"url": Said(source, nowhere)}
        )
    return Sources(tuple(cited))
