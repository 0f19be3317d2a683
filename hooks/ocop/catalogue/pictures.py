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
    """Give the facts of every photo by its path, and what is wrong with photos."""
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
    """No two photos of a record have one name, nor names that differ only in capitals, marks or the ending.

    On many computers two such names are one file, and on the site they would be one address.

    photo_twice
        Wrong:
            photos:
              - {file: muoi-hat-1.jpg, alt: Gói muối hạt}
              - {file: muoi-hat-1.jpg, alt: Gói muối hạt 500 g}
        Right:
            photos:
              - {file: muoi-hat-1.jpg, alt: Gói muối hạt 500 g}
    photo_names_alike
        Wrong:
            photos:
              - {file: muoi-hat-1.jpg, alt: Gói muối hạt}
              - {file: Muoi-Hat-1.JPG, alt: Sân phơi muối}
        Right:
            photos:
              - {file: muoi-hat-1.jpg, alt: Gói muối hạt}
              - {file: muoi-hat-2.jpg, alt: Sân phơi muối}
    """
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
    """Every photo lies beside its record under the very name that the record writes, capitals included.

    Web servers tell capitals apart, and names with marks typed on a Mac are other names elsewhere. Browsers do not show
    HEIC, so such a photo waits for a JPEG.

    photo_missing
        Wrong: ``photos: [{file: MUOI-HAT-1.JPG, alt: Gói muối hạt}]``
        Right: ``photos: [{file: muoi-hat-1.jpg, alt: Gói muối hạt}]``
    photo_name (file)
        Wrong: ``muối-hạt.jpg, named on a Mac``
        Right: ``muoi-hat.jpg``
    photo_not_shown (file, warning)
        Wrong: ``IMG_0001.HEIC``
        Right: ``img-0001.jpg``
    """
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
