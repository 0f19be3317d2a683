"""What the catalogue has, as far as it can be read: ids that are taken, and what people call them.

A new record must be possible while another one is faulty, so that this looks at the trees of the files, not at records.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, Final

from ocop.catalogue.documents import documents
from ocop.catalogue.layout import Collection, Layout, survey
from ocop.source import Document
from ocop.text import nearest, slug

_CALLED: Final = ("name", "short", "title", "url")
_ALSO_CALLED: Final = ("also_known_as", "synonyms", "formerly")


@dataclass(frozen=True, slots=True)
class Found:
    """What was looked up: the ``id`` that is meant without doubt, or else the one that is ``near``."""

    id: str | None
    near: str | None = None


@dataclass(frozen=True)
class Known:
    """The files of a catalogue, each collection read when it is asked for."""

    root: Path

    @cached_property
    def layout(self) -> Layout:
        """The files that hold records."""
        return survey(self.root)

    def holder(self, collection: Collection, record_id: str) -> str | None:
        """Give the file that has or had an id, in whatever folder and however it is spelt."""
        files = [file for file in self.layout.records if file.collection is collection]
        for file in files:
            if record_id in (file.id, file.meant):
                return file.path
        formerly = {
            former: path
            for path, tree in self._trees([file.path for file in files])
            for former in _texts(tree.get("formerly"))
        }
        return formerly.get(record_id)

    def find(self, what: str, written: str, district: str | None = None) -> Found:
        """Look up a word among ``kinds``, ``sources``, ``communes`` (of a district) or the records of a collection."""
        pairs = list(self._named(what, district))
        if any(written == entry_id for _, entry_id in pairs):
            return Found(written)
        meant = {entry_id for name, entry_id in pairs if slug(name) == slug(written) != ""}
        if len(meant) == 1:
            return Found(meant.pop())
        named = dict(pairs)
        near = nearest(written, named)
        return Found(None, None if near is None else named[near])

    def ids(self, what: str) -> list[str]:
        """Give every id of what is looked up, in the order of its file or files."""
        return [entry_id for entry_id, _ in self._entries(what, None)]

    def districts_with(self, commune: str) -> list[str]:
        """Give the districts that have a commune of this id or name."""
        files = [file for file in self.layout.records if file.collection is Collection.DISTRICTS]
        return [file.id for file in files if file.id and self.find("communes", commune, file.id).id]

    def _named(self, what: str, district: str | None) -> Iterator[tuple[str, str]]:
        """Yield every name of what is looked up, with its id; ids last, for they win."""
        entries = list(self._entries(what, district))
        for entry_id, tree in entries:
            yield from ((name, entry_id) for name in _names(tree))
        yield from ((entry_id, entry_id) for entry_id, _ in entries)

    def _entries(self, what: str, district: str | None) -> Iterator[tuple[str, Mapping[str, Any]]]:
        if what == "kinds":
            yield from _with_ids(self._tree("catalogue/kinds.yml").get("kinds"))
        elif what == "sources":
            for source_id, tree in self._tree("catalogue/sources.yml").items():
                yield source_id, tree if isinstance(tree, dict) else {}
        elif what == "communes":
            yield from _with_ids(self._tree(f"catalogue/districts/{district}.yml").get("communes"))
        else:
            paths = {
                file.path: file.id for file in self.layout.records if file.collection == what and file.id
            }
            for path, tree in self._trees(list(paths)):
                yield paths[path], tree

    def _tree(self, path: str) -> Mapping[str, Any]:
        known = (*self.layout.singles, *(file.path for file in self.layout.records))
        return next((tree for _, tree in self._trees([path] if path in known else [])), {})

    def _trees(self, paths: list[str]) -> Iterator[tuple[str, Mapping[str, Any]]]:
        """Yield what can be read of files that hold one part each."""
        for path, found in zip(paths, documents(self.root, paths), strict=True):
            if isinstance(found, Document) and isinstance(found.root, dict):
                yield path, found.root


def _with_ids(entries: Any) -> Iterator[tuple[str, Mapping[str, Any]]]:
    for entry in entries if isinstance(entries, list) else ():
        if isinstance(entry, dict) and isinstance(entry.get("id"), str):
            yield entry["id"], entry


def _names(tree: Mapping[str, Any]) -> Iterator[str]:
    for key in (*_CALLED, *_ALSO_CALLED):
        yield from _texts(tree.get(key))
    english = tree.get("en")
    yield from _texts(english.get("name") if isinstance(english, dict) else english)


def _texts(written: Any) -> Iterator[str]:
    """Yield the texts of a field, whether it holds one or a list."""
    for text in written if isinstance(written, list) else [written]:
        if isinstance(text, str):
            yield text
