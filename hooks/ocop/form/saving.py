"""Writing a record's file: whole or not at all, and never over somebody else's."""

from __future__ import annotations

import os
import stat
import tempfile
from contextlib import suppress
from pathlib import Path


def replace(path: Path, text: str) -> None:
    """Put a text in place of a file's, at one stroke; the file keeps its permissions. Raises OSError."""
    permissions = stat.S_IMODE(path.stat().st_mode)
    handle, aside = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".tmp", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(text.encode())
        Path(aside).chmod(permissions)
        Path(aside).replace(path)
    except BaseException:
        with suppress(OSError):
            Path(aside).unlink()
        raise


def create(path: Path, text: str) -> None:
    """Write a file that is not there yet, with its folder; raises FileExistsError for one that is, or OSError."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("xb") as file:
        file.write(text.encode())
