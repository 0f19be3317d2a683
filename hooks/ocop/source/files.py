"""Reading a record's file: an ordinary, small file of UTF-8 text, or the reason why it is not one."""

from __future__ import annotations

import codecs
import os
import stat
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from ocop.findings import Finding, Position
from ocop.source.limits import MOST_BYTES
from ocop.text import normal

_WIDE_MARKS: Final = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_BE)


@dataclass(frozen=True, slots=True)
class SourceFile:
    """One file's text in NFC with plain line ends; ``path`` is how it is shown, relative to the root."""

    path: str
    text: str


def read(path: Path, shown: str) -> SourceFile | Finding:
    """Read a file that the computer may open: what cannot be read cannot be checked.

    unreadable (file)
        Wrong: ``muoi-hat.yml may be read by one person only``
        Right: ``muoi-hat.yml may be read by everybody``
    """
    try:
        raw = _bytes(path, shown)
    except OSError as error:
        return _fault(shown, "unreadable", reason=error.strerror or type(error).__name__)
    if isinstance(raw, Finding):
        return raw
    text = _text(raw, shown)
    if isinstance(text, Finding):
        return text
    return SourceFile(shown, normal(text.replace("\r\n", "\n").replace("\r", "\n")))


def _bytes(path: Path, shown: str) -> bytes | Finding:
    """Every record is a small ordinary file.

    A link is lost when the folder is copied, and leads elsewhere on another computer. No record is near 256 KiB; one that
    is holds a picture or another file by mistake.

    symlink (file)
        Wrong: ``muoi-hat.yml is a link to ../muoi-tinh.yml``
        Right: ``muoi-hat.yml is a file of its own``
    directory_as_record (file)
        Wrong: ``products/dong-hai/muoi-moi.yml/``
        Right: ``products/dong-hai/muoi-moi.yml``
    not_a_file (file)
        Wrong: ``muoi-hat.yml is a named pipe``
        Right: ``muoi-hat.yml is an ordinary file``
    too_large (file)
        Wrong: ``muoi-hat.yml has 300 KiB``
        Right: ``muoi-hat.yml has 2 KiB``
    """
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
    """Every record is text saved as UTF-8, the one encoding in which Vietnamese reads the same on every computer.

    utf16 (file)
        Wrong: ``muoi-hat.yml, saved as “Unicode” (UTF-16)``
        Right: ``muoi-hat.yml, saved as “UTF-8”``
    not_utf8 (file)
        Wrong: ``muoi-hat.yml, saved as “ANSI”, TCVN3 or VNI``
        Right: ``muoi-hat.yml, saved as “UTF-8”``
    binary (file)
        Wrong: ``muoi-hat.yml, a Word document with another name``
        Right: ``muoi-hat.yml, a text``
    empty_file (file)
        Wrong: ``muoi-hat.yml, with nothing in it``
        Right: ``muoi-hat.yml, with a record in it``
    """
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
