"""A catalogue laid aside: its records copied, its photos linked, to be loaded with other records or without some."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

from ocop import catalogue
from ocop.catalogue import Catalogue
from ocop.catalogue.layout import survey
from ocop.findings import Finding
from ocop.source import parse, read

_MOST_ROUNDS: Final = 4


@contextmanager
def laid_aside(root: Path, without: Collection[str] = ()) -> Iterator[Path]:
    """Give a folder with a copy of every record but those at some paths; it goes when it is done with."""
    with tempfile.TemporaryDirectory(prefix="ocop-import-") as folder:
        layout = survey(root)
        for path in (*(file.path for file in layout.records), *layout.singles):
            if path not in without and (root / path).is_file() and not (root / path).is_symlink():
                (Path(folder) / path).parent.mkdir(parents=True, exist_ok=True)
                # What cannot be read `ocop check` tells of.
                with suppress(OSError):
                    shutil.copyfile(root / path, Path(folder) / path)
        yield Path(folder)


def lay_photos(root: Path, aside: Path, path: str, tree: Mapping[str, Any]) -> None:
    """Lay the photos that a record names beside its copy, without copying them where the system can."""
    folder = path.rpartition("/")[0]
    listed = tree.get("photos")
    for entry in listed if isinstance(listed, list) else ():
        file = entry.get("file") if isinstance(entry, dict) else None
        if isinstance(file, str) and "/" not in file and "\\" not in file and file not in {"", ".", ".."}:
            _lay(root / folder / file, aside / folder / file)


def usable(root: Path) -> tuple[Catalogue | None, frozenset[Finding]]:
    """Give the catalogue without the records that are faulty, and their faults; None where too little is left."""
    loaded = catalogue.load(root)
    faults = frozenset(_known(found) for found in loaded.findings if found.is_error)
    without: set[str] = set()
    for _ in range(_MOST_ROUNDS):
        if loaded.catalogue is not None:
            break
        without |= {found.position.path for found in loaded.findings if found.is_error}
        with laid_aside(root, without) as aside:
            _lay_all_photos(root, aside)
            loaded = catalogue.load(aside)
    return None if loaded.catalogue is None else replace(loaded.catalogue, root=root), faults


def is_known(finding: Finding, faults: frozenset[Finding]) -> bool:
    """Tell whether a fault was there before."""
    return _known(finding) in faults


def _known(finding: Finding) -> Finding:
    # Values are left out: what they name may be spelt by other records.
    return replace(finding, values=_NO_VALUES, suggestion=None)


class _NoValues(dict[str, str]):
    def __hash__(self) -> int:  # type: ignore[override]  # always empty
        return 0


_NO_VALUES: Final = _NoValues()


def _lay_all_photos(root: Path, aside: Path) -> None:
    for file in survey(aside).records:
        source = read(aside / file.path, file.path)
        tree = None if isinstance(source, Finding) else parse(source).root
        if isinstance(tree, dict):
            lay_photos(root, aside, file.path, tree)


def _lay(photo: Path, copy: Path) -> None:
    if not photo.is_file() or photo.is_symlink():
        return
    copy.parent.mkdir(parents=True, exist_ok=True)
    try:
        os.link(photo, copy)
    except OSError:
        with suppress(OSError, ValueError):
            shutil.copyfile(photo, copy)
