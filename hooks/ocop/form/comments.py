"""The comments of a file and what each of them is about: a key, an entry of a list, the end of a part, or the file."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from itertools import accumulate
from typing import Any, Final

from ruamel.yaml import YAML
from ruamel.yaml.nodes import MappingNode, ScalarNode, SequenceNode

from ocop.source import Loc

_AFTER_BLOCK_MARK: Final = re.compile(r"[|>][-+0-9]*[ \t]+(?=#)")
_BEFORE_DASH: Final = re.compile(r"(?:\s|#[^\n]*)*")


@dataclass(frozen=True, slots=True)
class Comment:
    """One comment, from its ``#`` to the end of the line; ``after_blank`` tells of a blank line above it."""

    start: int
    line: int
    column: int
    text: str
    own_line: bool
    after_blank: bool


@dataclass(frozen=True, slots=True)
class _Begun:
    """A key or an entry of a list, where it begins."""

    loc: Loc
    start: int
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class _Level:
    """A list or part, from its first to its last character; its keys or entries stand at ``column``."""

    loc: Loc
    start: int
    end: int
    line: int
    column: int
    in_brackets: bool

    def holds(self, loc: Loc) -> bool:
        """Tell whether a key or entry stands in this list or part, or in one inside it."""
        return len(loc) > len(self.loc) and loc[: len(self.loc)] == self.loc


@dataclass(slots=True)
class Attached:
    """Each comment of a file at one place; ``spaced`` are the keys and entries with a blank line above them."""

    head: list[Comment] = field(default_factory=list)
    above: dict[Loc, list[Comment]] = field(default_factory=lambda: defaultdict(list))
    beside: dict[Loc, list[Comment]] = field(default_factory=lambda: defaultdict(list))
    at_end: dict[Loc, list[Comment]] = field(default_factory=lambda: defaultdict(list))
    spaced: frozenset[Loc] = frozenset()


def texts_of_comments(text: str) -> list[str]:
    """Give the comments of a text, in order."""
    return [comment.text for comment in _Layout(text).comments()]


def attached(text: str, kept: Collection[Loc]) -> Attached:
    """Find what each comment is about, among the keys and entries that are ``kept``.

    Raises an error of the YAML library for a text that it cannot read.
    """
    return _Attaching(_Layout(text), kept).result()


class _Layout:
    """Where everything stands in a text: its words, its keys and entries, its lists and parts."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.rows = text.split("\n")
        self.row_starts = [0, *accumulate(len(row) + 1 for row in self.rows)]
        self.words: list[tuple[int, int, Loc]] = []
        self.begun: list[_Begun] = []
        self.levels: list[_Level] = []
        # The library takes no tabs where libyaml does; only the places matter here, and they stay.
        root = YAML(typ="safe", pure=True).compose(text.replace("\t", " "))
        if root is not None:
            self._take(root, ())
            if not root.value:
                self._begin((), root.start_mark.index)
        self.begun.sort(key=lambda begun: (begun.start, len(begun.loc)))
        self.words.sort()
        self.word_ends = [end for _, end, _ in self.words]

    def _take(self, node: Any, loc: Loc) -> None:
        start, end = node.start_mark, node.end_mark
        if isinstance(node, ScalarNode):
            written = self.text[start.index : end.index].rstrip()
            self.words.append((start.index, start.index + len(written), loc))
            return
        in_brackets = node.flow_style is True
        self.levels.append(_Level(loc, start.index, end.index, start.line, start.column, in_brackets))
        if isinstance(node, MappingNode):
            for key, value in node.value:
                below = (*loc, unicodedata.normalize("NFC", str(key.value)).strip())
                self._begin(below, key.start_mark.index)
                self._take(key, below)
                self._take(value, below)
        elif isinstance(node, SequenceNode):
            at = start.index
            for number, entry in enumerate(node.value):
                self._begin((*loc, number), entry.start_mark.index if in_brackets else self._dash(at))
                self._take(entry, (*loc, number))
                at = entry.end_mark.index

    def _dash(self, at: int) -> int:
        """Find the next dash: nothing but blanks and comments stands before it."""
        found = _BEFORE_DASH.match(self.text, at)
        return found.end() if found is not None else at

    def _begin(self, loc: Loc, start: int) -> None:
        line = bisect_right(self.row_starts, start) - 1
        self.begun.append(_Begun(loc, start, line, start - self.row_starts[line]))

    def comments(self) -> Iterator[Comment]:
        """Yield the comments in order: a ``#`` outside of words begins one."""
        for number, (row, start) in enumerate(zip(self.rows, self.row_starts, strict=False)):
            at = self._comment_in(row, start)
            if at is not None:
                own = not row[:at].strip()
                spaced = own and self.is_blank(number - 1)
                yield Comment(start + at, number, at, row[at:].rstrip(), own, spaced)

    def _comment_in(self, row: str, start: int) -> int | None:
        at = row.find("#")
        while at >= 0:
            word = self.word_after(start + at)
            if word is None or word[0] > start + at or self._after_block_mark(word[0], start + at):
                return at
            at = row.find("#", word[1] - start)
        return None

    def word_after(self, at: int) -> tuple[int, int, Loc] | None:
        """Give the word that a place lies in, else the next one."""
        number = bisect_right(self.word_ends, at)
        return self.words[number] if number < len(self.words) else None

    def _after_block_mark(self, start: int, at: int) -> bool:
        """Tell whether a comment stands behind the ``|`` that opens a block of text."""
        mark = _AFTER_BLOCK_MARK.match(self.text, start)
        return mark is not None and mark.end() == at

    def is_blank(self, line: int) -> bool:
        """Tell whether a line is there and empty."""
        return line >= 0 and not self.rows[line].strip()


class _Attaching:
    """Takes one comment after the other to its place."""

    def __init__(self, layout: _Layout, kept: Collection[Loc]) -> None:
        self.layout = layout
        self.kept = frozenset(kept)
        self.standing = [begun for begun in layout.begun if begun.loc in self.kept]
        self.starts = [begun.start for begun in self.standing]
        self.levels = {level.loc: level for level in layout.levels if level.loc in self.kept or not level.loc}
        self.by_line: dict[int, list[_Begun]] = defaultdict(list)
        for begun in layout.begun:
            self.by_line[begun.line].append(begun)
        self.found = Attached()

    def result(self) -> Attached:
        """Give every comment its place."""
        comments = list(self.layout.comments())
        headed = self._head(comments)
        self.found.head = comments[:headed]
        for comment in comments[headed:]:
            if comment.own_line:
                self._own_line(comment, comment.column)
            else:
                self._beside(comment)
        firsts = [begun_here[0] for begun_here in self.by_line.values()]
        self.found.spaced = frozenset(
            begun.loc for begun in (firsts[1:] if headed else firsts) if self.layout.is_blank(begun.line - 1)
        )
        return self.found

    def _head(self, comments: list[Comment]) -> int:
        """Count the comments that are about the file: those above everything, with a blank line below them."""
        first = min((begun.line for begun in self.layout.begun), default=len(self.layout.rows))
        leading = [comment for comment in comments if comment.line < first and comment.own_line]
        if leading and self.layout.is_blank(first - 1):
            return len(leading)
        return next((n for n in range(len(leading) - 1, 0, -1) if leading[n].after_blank), 0)

    # ---------------------------------------------------------------------- at the end of a line

    def _beside(self, comment: Comment) -> None:
        about = self._begun_on_line(comment) or self._ended_on_line(comment)
        if about is None:
            self._own_line(comment, comment.column)
        elif about.loc in self.kept:
            self.found.beside[about.loc].append(comment)
        else:
            self._own_line(comment, about.column)

    def _begun_on_line(self, comment: Comment) -> _Begun | None:
        """Give the last key or entry on the line, or the list or part in brackets that has it all."""
        closed = [
            level
            for level in self.layout.levels
            if level.in_brackets and level.line == comment.line and level.end <= comment.start
        ]
        open_ones = [
            begun
            for begun in self.by_line.get(comment.line, ())
            if begun.start < comment.start and not any(level.holds(begun.loc) for level in closed)
        ]
        return open_ones[-1] if open_ones else None

    def _ended_on_line(self, comment: Comment) -> _Begun | None:
        """Give the key or entry whose value ends on the line, having begun on another."""
        line_start = comment.start - comment.column
        ended = [(end, loc) for _, end, loc in self.layout.words if line_start < end <= comment.start]
        ended += [
            (level.end, level.loc)
            for level in self.layout.levels
            if level.in_brackets and line_start < level.end <= comment.start
        ]
        if not ended:
            return None
        _, loc = max(ended, key=lambda pair: pair[0])
        return next((begun for begun in self.layout.begun if begun.loc == loc), None)

    # ------------------------------------------------------------------------ on a line of its own

    def _own_line(self, comment: Comment, column: int) -> None:
        number = bisect_right(self.starts, comment.start)
        before = self.standing[number - 1].loc if number else ()
        after = self.standing[number] if number < len(self.standing) else None
        word = self.layout.word_after(comment.start)
        level = self._ending(comment, column, before, after)
        if before and word is not None and word[2] == before:
            # Between a key and its value, or a dash and its text.
            self.found.above[before].append(comment)
        elif level is not None:
            self.found.at_end[level.loc].append(comment)
        elif after is not None:
            self.found.above[after.loc].append(comment)

    def _ending(self, comment: Comment, column: int, before: Loc, after: _Begun | None) -> _Level | None:
        """Give the list or part at whose end a comment stands; None where it stands above a key or an entry."""
        around = [
            level
            for level in self.levels.values()
            if level.in_brackets and level.start < comment.start < level.end
        ]
        if around:
            inner = max(around, key=lambda level: level.start)
            return None if after is not None and inner.holds(after.loc) else inner
        if after is not None and column <= after.column:
            return None
        past = [
            self.levels[before[:depth]] for depth in range(len(before) + 1) if before[:depth] in self.levels
        ]
        ending = [
            level
            for level in past
            if not (after and level.holds(after.loc))
            and (not level.loc or (not level.in_brackets and level.column <= column))
        ]
        # Where the keys and the dashes below them stand in one column, the comment is that of the keys.
        return max(ending, key=lambda level: (level.column, -len(level.loc)), default=None)
