"""Which files hold which records: the layout of the contract, and everything that lies where it should not."""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Final

from ocop.fields import LONGEST_ID, is_id
from ocop.findings import Finding, Position, Severity
from ocop.text import nearest, slug

MOST_FOLDERS_DEEP: Final = 16
PICTURES: Final = (
    ".jpg",
    ".jpeg",
    ".png",
    ".webp",
    ".avif",
    ".heic",
    ".heif",
    ".gif",
    ".bmp",
    ".tif",
    ".tiff",
    ".svg",
)
# What computers put into folders by themselves, and texts for people.
IGNORED: Final = ("thumbs.db", "desktop.ini", "ehthumbs.db", "icon\r")
IGNORED_ENDS: Final = (".md", "~", ".swp", ".lock")


class Collection(StrEnum):
    """The kinds of record with a file of their own."""

    PRODUCTS = "products"
    PRODUCERS = "producers"
    SALES_POINTS = "sales-points"
    DISTRICTS = "districts"


SINGLE_FILES: Final = ("kinds.yml", "promotions.yml", "programme.yml", "sources.yml")
_FLAT: Final = (Collection.DISTRICTS, Collection.PRODUCERS, Collection.SALES_POINTS)


@dataclass(frozen=True, slots=True)
class RecordFile:
    """One file that holds a record; ``id`` is None where its name cannot be one, ``meant`` is the id it would be."""

    path: str
    collection: Collection
    id: str | None
    meant: str


@dataclass(slots=True)
class Layout:
    """All files of a catalogue in order, and what is wrong with their names and places."""

    root: Path
    records: list[RecordFile] = field(default_factory=list)
    singles: list[str] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)

    def fault(self, path: str, code: str, suggestion: str | None = None, **values: str) -> None:
        """Report a file or folder at its beginning."""
        self.findings.append(Finding(Position(path), code, values=values, suggestion=suggestion))

    def warn(self, path: str, code: str) -> None:
        """Report what harms nothing but is probably not meant."""
        self.findings.append(Finding(Position(path), code, severity=Severity.WARNING))


@dataclass(frozen=True, slots=True)
class Entry:
    """One name in a folder; ``path`` is as shown, relative to the root."""

    name: str
    path: str
    is_folder: bool
    is_link: bool

    @property
    def is_yaml(self) -> bool:
        """Whether it means to be a record, whatever its spelling: ``a.YML``, ``a.yaml``, ``a.yml.txt``."""
        return re.search(r"\.ya?ml(\.txt|\.bak)?$", self.name, re.IGNORECASE) is not None


def survey(root: Path) -> Layout:
    """Find all files of a catalogue."""
    layout = Layout(root)
    for entry in _entries(layout, "catalogue"):
        _catalogue_entry(layout, entry)
    for entry in _entries(layout, "products"):
        _products_entry(layout, entry)
    _twice(layout)
    return layout


def _entries(layout: Layout, shown: str) -> Iterator[Entry]:
    """Yield what a folder holds, by name, without hidden names; a missing folder holds nothing."""
    folder = layout.root / shown
    if folder.is_symlink():
        layout.fault(shown, "symlink")
        return
    if not os.path.lexists(folder):
        return
    try:
        with os.scandir(folder) as found:
            listed = sorted(found, key=lambda entry: entry.name)
            kinds = [
                (entry.name, entry.is_dir(follow_symlinks=False), entry.is_symlink()) for entry in listed
            ]
    except OSError as error:
        layout.fault(shown, "unreadable", reason=error.strerror or type(error).__name__)
        return
    for name, is_folder, is_link in kinds:
        if (
            not name.startswith(".")
            and name.lower() not in IGNORED
            and not name.lower().endswith(IGNORED_ENDS)
        ):
            yield Entry(name, f"{shown}/{name}", is_folder, is_link)


def _catalogue_entry(layout: Layout, entry: Entry) -> None:
    """Every record lies in one of the folders that the catalogue reads.

    One anywhere else would lie there for years, and nobody would see that the site does not show it.

    record_misplaced (file)
        Wrong: ``catalogue/producer/htx-moi.yml``
        Right: ``catalogue/producers/htx-moi.yml``
    """
    collection = next((known for known in _FLAT if known.value == entry.name), None)
    if entry.is_link:
        if collection is not None or entry.is_yaml:
            layout.fault(entry.path, "symlink")
    elif entry.is_folder:
        if collection is not None:
            for below in _entries(layout, entry.path):
                _record_entry(layout, below, collection)
        elif entry.is_yaml:
            layout.fault(entry.path, "directory_as_record")
        else:
            _misplaced_below(layout, entry.path)
    elif entry.name in SINGLE_FILES:
        layout.singles.append(entry.path)
    elif entry.is_yaml:
        meant = nearest(
            re.sub(r"\.ya?ml.*$", ".yml", entry.name, flags=re.IGNORECASE), SINGLE_FILES, least=80
        )
        layout.fault(
            entry.path,
            "wrong_extension" if _same_stem(entry.name, meant) else "record_misplaced",
            meant,
            value=entry.name,
        )


def _same_stem(name: str, meant: str | None) -> bool:
    return meant is not None and name.partition(".")[0] == meant.partition(".")[0]


def _products_entry(layout: Layout, entry: Entry) -> None:
    """Every product lies in the folder of a district, which says where it comes from.

    product_outside_district (file)
        Wrong: ``products/muoi-moi.yml``
        Right: ``products/dong-hai/muoi-moi.yml``
    """
    if entry.is_link:
        layout.fault(entry.path, "symlink")
    elif entry.is_folder and not entry.is_yaml:
        for below in _entries(layout, entry.path):
            _record_entry(layout, below, Collection.PRODUCTS)
    elif entry.is_folder:
        layout.fault(entry.path, "directory_as_record")
    elif entry.is_yaml:
        layout.fault(entry.path, "product_outside_district")


def _record_entry(layout: Layout, entry: Entry, collection: Collection) -> None:
    """Every folder of records holds records and their pictures alone.

    A text or a table beside them is read by nobody.

    stray_file (file, warning)
        Wrong: ``products/dong-hai/gia-muoi.txt``
        Right: ``products/dong-hai/muoi-moi.yml``
    """
    if entry.is_link:
        # A picture that is a link is told with the record that shows it.
        if not entry.name.lower().endswith(PICTURES):
            layout.fault(entry.path, "symlink")
    elif entry.is_folder:
        if entry.is_yaml:
            layout.fault(entry.path, "directory_as_record")
        else:
            _too_deep_below(layout, entry.path, entry.path.rpartition("/")[0])
    elif entry.is_yaml:
        _record_file(layout, entry, collection)
    elif not entry.name.lower().endswith(PICTURES):
        layout.warn(entry.path, "stray_file")


def _record_file(layout: Layout, entry: Entry, collection: Collection) -> None:
    """Every record's file is named by the record's id, in plain small letters, and ends in ``.yml``.

    It is part of the page's address and of the code printed on the pack. Windows hides a second ending; with one ending
    for all no record is overlooked.

    bad_file_name (file)
        Wrong: ``products/dong-hai/Muối Mới.yml``
        Right: ``products/dong-hai/muoi-moi.yml``
    wrong_extension (file)
        Wrong: ``products/dong-hai/muoi-moi.yml.txt``
        Right: ``products/dong-hai/muoi-moi.yml``
    """
    stem = re.sub(r"\.ya?ml(\.txt|\.bak)?$", "", entry.name, flags=re.IGNORECASE)
    meant = slug(unicodedata.normalize("NFC", stem))[:LONGEST_ID].strip("-")
    good_stem = is_id(stem)
    good_end = entry.name == f"{stem}.yml"
    layout.records.append(RecordFile(entry.path, collection, stem if good_stem and good_end else None, meant))
    suggestion = f"{meant}.yml" if meant else None
    if not good_stem:
        layout.fault(entry.path, "bad_file_name", suggestion, value=entry.name)
    elif not good_end:
        layout.fault(entry.path, "wrong_extension", suggestion, value=entry.name)


def _too_deep_below(layout: Layout, shown: str, folder: str, depth: int = 0) -> None:
    """Every record lies beside the others, not in a folder of its own: whoever looks for one looks in one place.

    record_too_deep (file)
        Wrong: ``products/dong-hai/muoi/muoi-moi.yml``
        Right: ``products/dong-hai/muoi-moi.yml``
    """
    for entry in _entries(layout, shown):
        if entry.is_yaml:
            layout.fault(entry.path, "record_too_deep", folder=folder)
        elif entry.is_folder and not entry.is_link and depth < MOST_FOLDERS_DEEP:
            _too_deep_below(layout, entry.path, folder, depth + 1)


def _misplaced_below(layout: Layout, shown: str, depth: int = 0) -> None:
    for entry in _entries(layout, shown):
        if entry.is_yaml:
            top = shown.split("/")[1]
            known = nearest(top, [collection.value for collection in _FLAT])
            layout.fault(entry.path, "record_misplaced", known and f"catalogue/{known}/{entry.name}")
        elif entry.is_folder and not entry.is_link and depth < MOST_FOLDERS_DEEP:
            _misplaced_below(layout, entry.path, depth + 1)


def _twice(layout: Layout) -> None:
    """No two records share an id, nor ids that differ only in capitals, marks or spaces.

    They would claim one page, and one printed code.

    id_twice (file)
        Wrong: ``products/huyen-thu/muoi-hat.yml``
        Right: ``products/huyen-thu/muoi-hat-huyen-thu.yml``
    id_case (file)
        Wrong: ``products/dong-hai/Muoi-Hat.yml``
        Right: ``products/dong-hai/muoi-hat-moi.yml``
    """
    first: dict[tuple[Collection, str], RecordFile] = {}
    for record in sorted(layout.records, key=lambda record: (record.id is None, record.path)):
        key = (record.collection, record.id or record.meant)
        other = first.setdefault(key, record)
        if other is record or not key[1]:
            continue
        if record.id is not None:
            layout.fault(record.path, "id_twice", value=record.id, other=other.path)
        else:
            layout.findings = [found for found in layout.findings if found.position.path != record.path]
            layout.fault(record.path, "id_case", other=other.path)
