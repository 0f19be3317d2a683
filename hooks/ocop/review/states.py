"""The states before and after a change as editions; what has errors on either side is set apart from both.

An error publishes nothing, yet a reviewer wants to see what the rest of a change does. A file with errors is taken as
it is on the other side, so that it does not differ; where both have errors it is left out.
"""

from __future__ import annotations

import shutil
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

from ocop.catalogue import Loaded, load
from ocop.edition import Edition
from ocop.findings import Finding
from ocop.revisions import FOLDERS, same_file

_MOST_ROUNDS: Final = 8


@dataclass(frozen=True, slots=True)
class States:
    """Both editions, None where errors leave too little to compare; ``errors`` are those of the new state."""

    editions: tuple[Edition, Edition] | None
    errors: tuple[Finding, ...] = ()
    apart: tuple[str, ...] = ()


def read(before: Path, after: Path, scratch: Path, day: date) -> States:
    """Read both states; ``before`` may be written to, ``scratch`` is an empty folder for what else is needed."""
    old, new = load(before), load(after)
    errors = tuple(found for found in new.findings if found.is_error)
    apart: set[str] = set()
    if _faulty(old) or _faulty(new):
        after = _copy(after, scratch)
        for _ in range(_MOST_ROUNDS):
            if not (_faulty(old) or _faulty(new)):
                break
            _set_apart(_faulty(old), before, after, apart)
            _set_apart(_faulty(new), after, before, apart)
            old, new = load(before), load(after)
    if old.catalogue is None or new.catalogue is None:
        return States(None, errors, tuple(sorted(apart)))
    return States(
        (Edition.of(old.catalogue, day), Edition.of(new.catalogue, day)), errors, tuple(sorted(apart))
    )


def _faulty(loaded: Loaded) -> set[str]:
    return {found.position.path for found in loaded.findings if found.is_error}


def _set_apart(paths: set[str], faulty: Path, other: Path, apart: set[str]) -> None:
    """Take files from the other side; what has had its turn is left out of both."""
    for path in sorted(paths):
        _remove(faulty / path)
        if path in apart or not (other / path).is_file():
            _remove(other / path)
        else:
            same_file(other / path, faulty / path)
        apart.add(path)


def _remove(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path, ignore_errors=True)
    else:
        path.unlink(missing_ok=True)


def _copy(root: Path, scratch: Path) -> Path:
    for folder in FOLDERS:
        # What cannot be copied cannot be read either, and has been told.
        with suppress(shutil.Error, OSError):
            shutil.copytree(root / folder, scratch / folder, symlinks=True, copy_function=same_file)
    return scratch
