"""Reading a record's file: an ordinary, small file of UTF-8 text, or the reason why it is not one."""

from __future__ import annotations

import codecs
import os
import stat
import unicodedata
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from ocop.findings import Finding, Position
from ocop.source.limits import MOST_BYTES

_WIDE_MARKS: Final = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_BE)


@dataclass(frozen=True, slots=True)
class SourceFile:
    """One file's text in NFC with plain line ends; ``path`` is how it is shown, relative to the root."""

    path: str
    text: str


def read(path: Path, shown: str) -> SourceFile | Finding:
    """Read one file, or give the one fault that keeps it from being read."""
    try:
        raw = _bytes(path, shown)
    except OSError as error:
        return _fault(shown, "unreadable", reason=error.strerror or type(error).__name__)
    if isinstance(raw, Finding):
        return raw
    text = _text(raw, shown)
    if isinstance(text, Finding):
        return text
    return SourceFile(shown, unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n")))


def _bytes(path: Path, shown: str) -> bytes | Finding:
    kind = path.lstat()
    if stat.S_ISLNK(kind.st_mode):
        return _fault(shown, "symlink")
    if stat.S_ISDIR(kind.st_mode):
        return _fault(shown, "directory_as_record")
    if not stat.S_ISREG(kind.st_mode):
        return _fault(shown, "not_a_file")
    # The kind of file was looked at a moment ago: should it have become a link since, the system refuses.
    opened = os.open(path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0))
    with os.fdopen(opened, "rb") as file:
        raw = file.read(MOST_BYTES + 1)
    if len(raw) > MOST_BYTES:
        return _fault(
            shown, "too_large", size=-(-max(kind.st_size, len(raw)) // 1024), most=MOST_BYTES // 1024
        )
    return raw


def _text(raw: bytes, shown: str) -> str | Finding:
    if raw.startswith(_WIDE_MARKS):
        return _fault(shown, "utf16")
    if b"\0" in raw:
        return _fault(shown, "utf16" if _looks_wide(raw) else "binary")
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return _fault(shown, "not_utf8", line=raw.count(b"\n", 0, error.start) + 1)
    return text if text.strip() else _fault(shown, "empty_file")


def _looks_wide(raw: bytes) -> bool:
    """Tell UTF-16 without its mark from other bytes: every second byte of Latin letters is nought."""
    return max(raw[::2].count(0), raw[1::2].count(0)) > len(raw) // 4


def _fault(shown: str, code: str, **values: object) -> Finding:
    return Finding(Position(shown), code, values={name: str(value) for name, value in values.items()})
