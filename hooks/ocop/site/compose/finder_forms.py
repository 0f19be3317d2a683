"""Terse forms of columns, which `js/find/unfold.js` unfolds.

A column is one text: of names, a line each; of places in a table, the same few letters each. Thus ten thousand records are a
few texts, quick to read and small once compressed.
"""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final, Generic, TypeVar

from ocop.text import slug

Entry = TypeVar("Entry", bound=Hashable)

LETTERS: Final = "".join(chr(code) for code in range(ord("#"), ord("~") + 1) if chr(code) != "\\")
"""The figures in which places are written: printable, and none that JSON would escape."""
_MOST_WORDS: Final = 9
"""How many words at the beginning of a line are counted: a figure of one digit."""
_WORD: Final = re.compile(r"[^ ()/,.;:-]+")
_FIRST_MARK: Final = 0x80
_MARKS: Final = 31
"""Characters that no record may hold stand for words: U+0081 for the last word of the name, U+0082 for the one before."""


@dataclass
class Shared(Generic[Entry]):
    """What many records have in common: each entry is kept once and named by its place."""

    places: dict[Entry, int] = field(default_factory=dict)

    def place(self, entry: Entry) -> int:
        """Give the place of an entry, a new one for what was not there."""
        return self.places.setdefault(entry, len(self.places))

    def entries(self) -> list[Entry]:
        """Give what has been gathered, in its order."""
        return list(self.places)


def places(column: Iterable[int | None]) -> list[object]:
    """Write places in a table as [letters each, text]; None is the figure of noughts, any other place is one more."""
    numbers = [0 if place is None else place + 1 for place in column]
    width, most = 1, max(numbers, default=0)
    while most >= len(LETTERS) ** width:
        width += 1
    return [width, "".join(_figure(number, width) for number in numbers)]


def _figure(number: int, width: int) -> str:
    letters = ""
    for _ in range(width):
        number, rest = divmod(number, len(LETTERS))
        letters = LETTERS[rest] + letters
    return letters


def lines(column: Iterable[str]) -> str:
    """Write texts of one line each."""
    return "\n".join(column)


def listed(column: Iterable[Iterable[str]]) -> str:
    """Write lists of texts, none of which holds a tab."""
    return lines("\t".join(texts) for texts in column)


def names(column: Iterable[str]) -> str:
    """Write names in their order: the count of words that each begins with like the one before, and the others."""
    written: list[str] = []
    before: list[str] = []
    for name in column:
        words = name.split(" ")
        same = 0
        while same < min(len(words), len(before), _MOST_WORDS) and words[same] == before[same]:
            same += 1
        written.append(f"{same}{' '.join(words[same:])}")
        before = words
    return lines(written)


def other_names(column: Iterable[str], of: Sequence[str]) -> str:
    """Write other names of what has a name already: a word of that is named by its place in it, counted from its end."""
    return lines(_referring(other, name) for other, name in zip(column, of, strict=True))


def _referring(other: str, name: str) -> str:
    marks = {word: chr(_FIRST_MARK + back) for back, word in _from_the_end(_WORD.findall(name))}
    return _WORD.sub(lambda word: marks.get(word[0], word[0]), other)


def ids(column: Iterable[str], of: Sequence[str]) -> str:
    """Write ids, which are mostly made of the name: nothing where it is the name's own, else its words as capital letters."""
    return lines(_id(id_, slug(name)) for id_, name in zip(column, of, strict=True))


def _id(id_: str, of_name: str) -> str:
    if id_ == of_name:
        return ""
    letters = {
        word: chr(ord("A") - 1 + back) for back, word in _from_the_end(of_name.split("-")) if back <= 26
    }
    return "-".join(letters.get(word, word) for word in id_.split("-"))


def _from_the_end(words: list[str]) -> list[tuple[int, str]]:
    return [(len(words) - place, word) for place, word in enumerate(words) if len(words) - place <= _MARKS]
