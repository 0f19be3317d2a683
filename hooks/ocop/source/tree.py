"""From text to a tree in which every scalar is still text, by YAML's events: nothing is resolved, nothing unfolds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

import yaml

from ocop.findings import MORE, MOST_TOLD, Finding, Position
from ocop.source.files import SourceFile
from ocop.source.limits import MOST_ENTRIES, MOST_LEVELS
from ocop.source.places import Entries, Loc, Places, column_of, field_name, line_of, packed_place
from ocop.source.syntax import explain
from ocop.text import forbidden_characters, normal

MOST_CHARACTERS_TOLD: Final = 20
NOT_WRITTEN: Final = frozenset({"", "~", "null"})
# Stands in the parsed text where a forbidden character was, so that columns stay and YAML does not stop.
_STAND_IN: Final = "\ufffd"

Tree = dict[str, Any] | list[Any] | str


@dataclass(frozen=True, slots=True)
class Document:
    """One parsed file; ``root`` is None where a fault of syntax left nothing to look into.

    ``blanks`` are the keys with nothing after them: they count as not written, yet must be keys that exist.
    ``damaged`` are the values that could not be kept as they were meant, and have been told.
    """

    path: str
    root: Tree | None
    places: Places
    findings: tuple[Finding, ...]
    blanks: tuple[Loc, ...] = ()
    damaged: tuple[Loc, ...] = ()


def parse(source: SourceFile) -> Document:
    """Parse the safe subset of YAML, with every fault that does not keep the rest from being read."""
    hidden = list(forbidden_characters(source.text))
    text = source.text
    for character in {character for _, character in hidden}:
        text = text.replace(character, _STAND_IN)
    building = _Building(source.path, cleaned=bool(hidden))
    building.run(text)
    places = Places.of(source.path, building.entries)
    told = _hidden_characters(source, hidden, places)
    return Document(
        path=source.path,
        root=building.root,
        places=places,
        findings=(*told, *building.findings),
        blanks=tuple(building.blanks),
        damaged=tuple(building.damaged),
    )


def _hidden_characters(
    source: SourceFile, hidden: list[tuple[int, str]], places: Places
) -> Iterator[Finding]:
    r"""No text holds characters that nobody sees.

    They come along when text is copied, turn a line around or make two equal words differ.

    forbidden_character
        Wrong: ``name: "Muối\u200b hạt"``
        Right: ``name: Muối hạt``
    """
    line = column = 1
    for index, character in hidden[:MOST_CHARACTERS_TOLD]:
        before = source.text[:index]
        line = before.count("\n") + 1
        start = before.rfind("\n") + 1
        column = index - start + 1
        in_comment = re.search(r"(^|\s)#", source.text[start:index]) is not None
        field = "" if in_comment else places.around(line, column)
        yield Finding(
            Position(source.path, line, column),
            "forbidden_character",
            field,
            values={"character": _named(character)},
        )
    if len(hidden) > MOST_CHARACTERS_TOLD:
        more = {"count": str(len(hidden) - MOST_CHARACTERS_TOLD)}
        yield Finding(Position(source.path, line, column), MORE, values=more)


def _named(character: str) -> str:
    return f"U+{ord(character):04X}"


class _Level:
    """One list or mapping that is being filled, where it belongs, and the key that waits for its value."""

    __slots__ = ("key", "key_event", "key_place", "last", "listed", "loc", "named", "values")

    def __init__(self, values: dict[str, Any] | list[Any], entries: Entries, loc: Loc) -> None:
        self.loc = loc
        self.values: Any = values
        self.named = entries if isinstance(entries, dict) else None
        self.listed = entries if isinstance(entries, list) else None
        self.key: str | None = None
        self.key_place = 0
        self.key_event: Any = None
        self.last: str | None = None


class _Building:
    """The state of one parse: the tree so far, where its parts stand, and what is wrong."""

    def __init__(self, path: str, *, cleaned: bool) -> None:
        self.path = path
        self.cleaned = cleaned
        self.root: Tree | None = None
        self.entries: Entries | None = None
        self.findings: list[Finding] = []
        self.blanks: list[Loc] = []
        self.damaged: list[Loc] = []
        self.broken = False
        self.levels: list[_Level] = []
        # How many open levels belong to a key that cannot be one; they are read and dropped.
        self.skipping = 0
        self.last_quoted: Any = None
        self.more = 0
        self.text = ""

    def run(self, text: str) -> None:
        """Take event after event, so that no depth of nesting can exhaust the stack."""
        self.text = text
        try:
            loader = yaml.CSafeLoader(text)
            try:
                while not self.broken:
                    event = loader.get_event()
                    if event is None or event.__class__ is yaml.StreamEndEvent:
                        break
                    # Nearly every event is a plain scalar: it takes the short way.
                    if event.__class__ is yaml.ScalarEvent and event.anchor is None and event.tag is None:
                        self._scalar(event)
                    else:
                        self._take(event)
            finally:
                loader.dispose()
        except yaml.YAMLError as error:
            fault = explain(error, text, self.last_quoted)
            self._stop(fault.line, fault.column, fault.code, **fault.values)
        if self.broken:
            self.root = None
        elif self.root is None or self.root == "":
            self._stop(1, 1, "empty_file")
        if self.more:
            self.findings.append(Finding(self.findings[-1].position, MORE, values={"count": str(self.more)}))

    def _take(self, event: Any) -> None:
        """One file holds one record, since the file's name is the record's id.

        second_document
            Wrong:
                name: Muối hạt
                ---
                name: Muối tinh
            Right: ``name: Muối hạt``
        """
        kind = event.__class__
        if kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
            self._close()
        elif kind is yaml.ScalarEvent:
            self._unwanted(event)
            self._scalar(event)
        elif kind is yaml.MappingStartEvent or kind is yaml.SequenceStartEvent:
            if event.anchor is not None or event.tag is not None:
                self._unwanted(event)
            self._open(event, {} if kind is yaml.MappingStartEvent else [])
        elif kind is yaml.AliasEvent:
            self._fault(event, "anchor")
            self._alias(event)
        elif kind is yaml.DocumentStartEvent and self.root is not None:
            mark = event.start_mark
            self._stop(mark.line + 1, mark.column + 1, "second_document")

    # ------------------------------------------------------------------------------------- scalars

    def _scalar(self, event: Any) -> None:
        style = event.style
        value: str = event.value
        if style in ("'", '"'):
            self.last_quoted = event
            if style == '"' and not (value.isascii() and value.isprintable()):
                value = self._without_hidden(event, value)
        if self.cleaned:
            value = value.replace(_STAND_IN, "")
        value = value.strip()
        mark = event.start_mark
        place = packed_place(mark.line + 1, mark.column + 1)
        if not self.levels or self.skipping:
            self.root = self.root if self.skipping else value
            return
        level = self.levels[-1]
        if level.key is None and level.named is not None:
            level.key, level.key_place, level.key_event = value, place, event
            if len(value) != len(event.value) and event.value[0] in _ODD_SPACES:
                self._fault(event, "odd_space")
                self.damaged.append(level.loc)
                level.key = _DROPPED
            elif value in level.named or (value == "<<" and not style):
                self._unwanted_key(level, event)
        elif not style and value in NOT_WRITTEN:
            self._nothing(level, place, event)
        else:
            self._put(level, value, place, None)

    def _without_hidden(self, event: Any, value: str) -> str:
        """Report what an escape brought in (a mark that turns the line), and normalise the letters it made."""
        hidden = {letter for _, letter in forbidden_characters(value)} - (
            {_STAND_IN} if self.cleaned else set()
        )
        if hidden:
            self._fault(event, "forbidden_character", character=_named(min(hidden)))
        for letter in hidden:
            value = value.replace(letter, "")
        return normal(value)

    def _unwanted_key(self, level: _Level, event: Any) -> None:
        """Every field stands once in its record or part, with its value beside it.

        Of two values a program would keep one, and nobody would know which.

        duplicate_key
            Wrong:
                summary: Muối trắng
                summary: Muối hạt to
            Right: ``summary: Muối trắng, hạt to``
        merge_key
            Wrong: ``<<: {summary: Muối trắng}``
            Right: ``summary: Muối trắng``
        """
        if level.named is not None and level.key in level.named:
            self._fault(event, "duplicate_key", line=line_of(level.named[level.key][0]))
        else:
            self._fault(event, "merge_key")

    def _nothing(self, level: _Level, place: int, event: Any) -> None:
        """Every entry of a list holds something; a field without a value counts as not written.

        A dash with nothing after it is a line that somebody forgot to finish.

        empty_entry
            Wrong:
                formerly:
                  - muoi-hat-xua
                  -
            Right:
                formerly:
                  - muoi-hat-xua
        """
        if level.named is None:
            self._fault(event, "empty_entry")
            self.damaged.append(self._loc())
            self._put(level, "", place, None)
            return
        if level.key is not None and level.key is not _DROPPED:
            if event.tag is not None or event.anchor is not None:
                self.damaged.append(self._loc())
                level.named.setdefault(level.key, (level.key_place, 0, None))
            elif level.last is not None and ":" not in self._between(level.key_event, event):
                self._parted(level, level.key, level.last)
            else:
                level.named.setdefault(level.key, (level.key_place, 0, None))
                self.blanks.append(self._loc())
        level.key = None

    def _between(self, event: Any, other: Any) -> str:
        return self.text[event.end_mark.index : other.start_mark.index]

    def _parted(self, level: _Level, key: str, before: str) -> None:
        """Inside braces a comma parts two fields, so a value with a comma in it stands in quotes.

        Otherwise the price 15,000 would be published as 15.

        comma_in_braces
            Wrong: ``packs: [{size: 500 g, price: 15,000}]``
            Right: ``packs: [{size: 500 g, price: 15000}]``
        """
        loc = (*level.loc, before)
        if loc in self.damaged:
            return
        value = level.values.get(before)
        start = level.key_event.start_mark.index
        comma = ", " if self.text[start - 1 : start] == " " else ","
        whole = f"{value}{comma}{key}" if isinstance(value, str) else key
        self.damaged.append(loc)
        self._add(
            line_of(level.key_place),
            column_of(level.key_place),
            "comma_in_braces",
            field_name(loc),
            {"value": whole},
        )

    # ---------------------------------------------------------------------------- lists and mappings

    def _open(self, event: Any, values: dict[str, Any] | list[Any]) -> None:
        """Every field's name is a word, and no record needs more than a few levels.

        Brackets in a name, or many of them, were typed by mistake.

        complex_key
            Wrong: ``kind: {{muoi}}``
            Right: ``kind: muoi``
        too_deep
            Wrong: ``season: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]``
            Right: ``season: [1]``
        """
        mark = event.start_mark
        if len(self.levels) + self.skipping >= MOST_LEVELS:
            self._stop(mark.line + 1, mark.column + 1, "too_deep", most=MOST_LEVELS)
            return
        level = self.levels[-1] if self.levels else None
        if self.skipping:
            self.skipping += 1
            return
        if level is not None and level.key is None and level.named is not None:
            self._fault(event, "complex_key")
            self.damaged.append(level.loc)
            self.skipping = 1
            return
        entries: Entries = {} if isinstance(values, dict) else []
        loc = self._loc()
        if level is None:
            self.root, self.entries = values, entries
        else:
            self._put(level, values, packed_place(mark.line + 1, mark.column + 1), entries)
        self.levels.append(_Level(values, entries, loc))

    def _close(self) -> None:
        if not self.skipping:
            self.levels.pop()
            return
        self.skipping -= 1
        if not self.skipping:
            # The value of a key that could not be one is dropped with it.
            self.levels[-1].key, self.levels[-1].key_place = _DROPPED, 0

    def _put(self, level: _Level, value: Tree, place: int, below: Entries | None) -> None:
        """Every list is of a length that somebody may have meant.

        A quarter of a megabyte of commas would keep the check busy for a second.

        too_many_entries (file)
            Wrong: ``the list formerly has 10,001 entries``
            Right: ``the list formerly has a few entries``
        """
        if level.listed is not None:
            if len(level.listed) >= MOST_ENTRIES:
                self._stop(line_of(place), column_of(place), "too_many_entries", most=MOST_ENTRIES)
            level.values.append(value)
            level.listed.append((0, place, below))
            return
        key, level.key = level.key, None
        # Of a key written twice the first stays: which of the two is right only its author knows.
        if level.named is not None and key is not None and key is not _DROPPED and key not in level.values:
            level.values[key] = value
            level.named[key] = (level.key_place, place, below)
            level.last = key

    def _alias(self, event: Any) -> None:
        """Let a text stand in for what an alias named, so that keys and values stay in step."""
        if self.skipping or not self.levels:
            return
        level = self.levels[-1]
        place = packed_place(event.start_mark.line + 1, event.start_mark.column + 1)
        if level.key is None and level.named is not None:
            level.key, level.key_place = _DROPPED, place
        else:
            self.damaged.append(self._loc())
            self._put(level, "", place, None)

    # -------------------------------------------------------------------------------------- faults

    def _unwanted(self, event: Any) -> None:
        """No record uses YAML's anchors, aliases and tags: a text that starts with their marks stands in quotes.

        With them a small file can unfold into gigabytes; a record needs none of it.

        anchor
            Wrong: ``summary: *muối trắng*``
            Right: ``summary: "*muối trắng*"``
        tag
            Wrong: ``summary: !mới Muối trắng``
            Right: ``summary: "!mới Muối trắng"``
        """
        self._fault(event, "anchor" if event.anchor is not None else "tag")

    def _fault(self, event: Any, code: str, **values: object) -> None:
        if len(self.findings) >= MOST_TOLD:
            self.more += 1
            return
        mark = event.start_mark
        self._add(mark.line + 1, mark.column + 1, code, field_name(self._loc()), values)

    def _loc(self) -> Loc:
        """Give the path to what is being read."""
        if not self.levels:
            return ()
        level = self.levels[-1]
        part = level.key if level.listed is None else len(level.listed)
        return level.loc if part is None or part is _DROPPED else (*level.loc, part)

    def _stop(self, line: int, column: int, code: str, **values: object) -> None:
        self.broken = True
        # Which of the record's fields is nested too deep is known; the path down to where it stopped helps nobody.
        field = field_name(self._loc()[:1]) if code in ("too_deep", "too_many_entries") else ""
        self._add(line, column, code, field, values)

    def _add(self, line: int, column: int, code: str, field: str, values: dict[str, Any]) -> None:
        told = {name: str(value) for name, value in values.items()}
        position = Position(self.path, line, column)
        if len(self.findings) < MOST_TOLD:
            self.findings.append(Finding(position, code, field, values=told))
        else:
            self.more += 1


_DROPPED: Final = "\0"
# Spaces that look like any other and that YAML takes for letters.
_ODD_SPACES: Final = frozenset(
    "\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
)
