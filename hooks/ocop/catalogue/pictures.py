"""The photos of all records: each is looked at once, whoever shows it."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Final

from ocop import addresses
from ocop.catalogue.draft import Draft, Remark
from ocop.catalogue.layout import PICTURES
from ocop.findings import Finding, Severity
from ocop.photos import PictureFacts, PictureFault, Shelf, can_publish, inspect
from ocop.records import Record
from ocop.source import Loc
from ocop.text import nearest, slug

# Decoding releases Python's lock, so two pictures are decoded at a time; more would only cost memory.
_AT_ONCE: Final = 2


def look(draft: Draft, shelf: Shelf | None = None) -> tuple[dict[str, PictureFacts], list[Finding]]:
    """Give the facts of every photo by its path, and what is wrong with photos.

    A photo lies beside its record and is really a picture, whole, and large enough to print small.
    Wrong: a text named ``muoi.jpg``; a thumbnail. Right: the JPEG from the telephone, as it is.
    """
    shown = [(record, number, path) for record in draft.records() for number, path in _photos(record)]
    folders = {path.rpartition("/")[0] for _, _, path in shown}
    present = {folder: _names(draft.root / folder) for folder in folders}
    there = sorted(
        {path for _, _, path in shown if path.rpartition("/")[2] in present[path.rpartition("/")[0]]}
    )
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        looked = dict(
            zip(there, pool.map(lambda path: inspect(draft.root / path, shelf), there), strict=True)
        )
    facts = {path: found for path, found in looked.items() if isinstance(found, PictureFacts)}
    findings = []
    for record, number, path in shown:
        for remark in _remarks(record, number, path, looked.get(path), present[path.rpartition("/")[0]]):
            finding = draft.settle(remark)
            findings += [finding] if finding is not None else []
    settled = (draft.settle(remark) for record in draft.records() for remark in _shown_twice(record))
    return facts, [*findings, *(finding for finding in settled if finding is not None)]


def _photos(record: Record) -> Iterator[tuple[int, str]]:
    for number, photo in enumerate(record.photos):
        yield number, f"{record.folder}/{photo.file}"


def _shown_twice(record: Record) -> Iterator[Remark]:
    """Find photos that would be published at one address: one listed twice, or two with names too much alike."""
    first: dict[str, tuple[int, str]] = {}
    for number, photo in enumerate(record.photos):
        claim, other = first.setdefault(addresses.photo(record.path, photo.file), (number, photo.file))
        if claim != number:
            code = "photo_twice" if other == photo.file else "photo_names_alike"
            values = {"value": photo.file, "other": other}
            yield Remark(record.path, ("photos", number, "file"), code, values)


def _names(folder: Path) -> frozenset[str]:
    # Asked of the folder and not of the file: some systems find `A.jpg` under the name `a.jpg`, a web server does not.
    try:
        return frozenset(entry.name for entry in folder.iterdir())
    except OSError:
        return frozenset()


def _remarks(
    record: Record, number: int, path: str, found: PictureFacts | PictureFault | None, present: frozenset[str]
) -> Iterator[Remark]:
    loc: Loc = ("photos", number, "file")
    name = path.rpartition("/")[2]
    if isinstance(found, PictureFault):
        yield Remark(record.path, loc, found.code, {"value": name, **found.values})
    elif found is not None and not can_publish(found):
        yield Remark(record.path, loc, "photo_not_shown", {"value": name}, severity=Severity.WARNING)
    elif found is None:
        decomposed = {unicodedata.normalize("NFC", other) for other in present - {name}}
        if name in decomposed:
            stem, dot, end = name.rpartition(".")
            yield Remark(record.path, loc, "photo_name", {"value": name}, f"{slug(stem)}{dot}{end.lower()}")
        else:
            pictures = [other for other in present if other.lower().endswith(PICTURES)]
            yield Remark(record.path, loc, "photo_missing", {"value": name}, nearest(name, pictures))
