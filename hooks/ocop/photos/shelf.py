"""Where what took long to make is kept from one build to the next, by what it was made of.

A key is a hash of everything that decides the content, so that nothing on the shelf is ever out of date; times of files
mean nothing in a fresh clone. What lies there is not trusted: each entry bears a hash of itself and its key, and one that
does not match is made anew. Two builds may use a shelf at once: an entry appears whole or not at all.
"""

from __future__ import annotations

import os
import secrets
from collections.abc import Callable, Collection
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Final

SPARE: Final = 256 * 1024 * 1024
"""So many bytes that nobody asked for stay: another branch may ask for them tomorrow."""

_HASH: Final = sha256().digest_size
_NUMBER: Final = 8


@dataclass(frozen=True, slots=True)
class Shelf:
    """A folder of entries, each some pieces of bytes. Where it cannot be read or written, there is just no shelf."""

    folder: Path

    def get(self, key: str) -> tuple[bytes, ...] | None:
        """Give the pieces kept under a key, None where there are none or they are damaged."""
        try:
            kept = (self.folder / key).read_bytes()
        except OSError:
            return None
        content = memoryview(kept)[_HASH:]
        return _unpacked(content) if kept[:_HASH] == _hash(key, content) else None

    def put(self, key: str, pieces: tuple[bytes, ...]) -> None:
        """Keep some pieces under a key."""
        content = _packed(pieces)
        aside = self.folder / f".{key}.{secrets.token_hex(8)}"
        with suppress(OSError):
            self.folder.mkdir(parents=True, exist_ok=True)
            try:
                aside.write_bytes(_hash(key, content) + content)
                aside.replace(self.folder / key)
            finally:
                aside.unlink(missing_ok=True)

    def prune(self, used: Collection[str], spare: int = SPARE) -> None:
        """Remove what a build did not use, the newest ``spare`` bytes of it excepted."""
        with suppress(OSError):
            unused = [(entry, entry.stat(follow_symlinks=False)) for entry in os.scandir(self.folder)
                      if entry.name not in used and not entry.is_dir(follow_symlinks=False)]  # fmt: skip
            for entry, status in sorted(unused, key=lambda pair: (-pair[1].st_mtime, pair[0].name)):
                spare -= status.st_size
                if spare < 0:
                    Path(entry.path).unlink(missing_ok=True)


def kept(
    shelf: Shelf | None, key: str, make: Callable[[], tuple[bytes, ...]], pieces: int
) -> tuple[bytes, ...]:
    """Give what a key stands for off a shelf; where there is none, or it has not so many ``pieces``, made now and put there."""
    found = shelf.get(key) if shelf is not None else None
    if found is None or len(found) != pieces:
        found = make()
        if shelf is not None:
            shelf.put(key, found)
    return found


def key_of(*made_of: object) -> str:
    """Give the key of what is made of these values: their written form must say all that matters."""
    return sha256(repr(made_of).encode()).hexdigest()


def _hash(key: str, content: bytes | memoryview) -> bytes:
    total = sha256(key.encode())
    total.update(content)
    return total.digest()


def _packed(pieces: tuple[bytes, ...]) -> bytes:
    return b"".join(len(piece).to_bytes(_NUMBER, "big") + piece for piece in pieces)


def _unpacked(content: memoryview) -> tuple[bytes, ...]:
    pieces = []
    while content:
        length = int.from_bytes(content[:_NUMBER], "big")
        pieces.append(bytes(content[_NUMBER : _NUMBER + length]))
        content = content[_NUMBER + length :]
    return tuple(pieces)
