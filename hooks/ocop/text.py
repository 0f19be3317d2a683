"""Vietnamese text: folding for search and near names, alphabetical order, forbidden characters."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import pairwise

from rapidfuzz import fuzz, process

_LETTERS = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_LETTER_RANK = {letter: rank for rank, letter in enumerate(_LETTERS)}
# Ngang, huyền, hỏi, ngã, sắc, nặng: the order of tones in Vietnamese dictionaries.
_TONE_RANK = {"\u0300": 1, "\u0309": 2, "\u0303": 3, "\u0301": 4, "\u0323": 5}
_SHAPES = {"\u0306", "\u0302", "\u031b"}
# Fillers and selectors that Unicode does not class as formatting but that nobody can see either; and the mark
# that stands where a letter was lost in a conversion.
_BLANKS = "\ufffd\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2028\u2029\u2800\u3164\ufe00-\ufe0f\uffa0"
_SUSPECT = re.compile(rf"[^\t\n\r\x20-\x7e\u00a0-\u024f\u0300-\u0333\u1e00-\u1eff]|[\u00ad{_BLANKS}]")
_FORBIDDEN_CATEGORIES = {"Cc", "Cf", "Co", "Cn", "Cs"}


def is_forbidden(character: str) -> bool:
    """Tell whether a character is a control or invisible one that no record may hold."""
    if character in "\t\n\r":
        return False
    return unicodedata.category(character) in _FORBIDDEN_CATEGORIES or bool(
        re.match(f"[{_BLANKS}]", character)
    )


def forbidden_characters(text: str) -> Iterator[tuple[int, str]]:
    """Yield (index, character) of each control or invisible formatting character in a text."""
    for found in _SUSPECT.finditer(text):
        if is_forbidden(found.group()):
            yield found.start(), found.group()


def normal(text: str) -> str:
    """Give a text in NFC.

    Marks heaped on one letter by the hundred are no text; they are put in order piece by piece, since to order n of
    them at once takes n² steps.
    """
    if _CROWDED.search(text) is None:
        return unicodedata.normalize("NFC", text)
    cuts, heap = [0], 0
    for place, letter in enumerate(text, start=1):
        heap = heap + 1 if unicodedata.combining(letter) else 0
        if heap == _HIGHEST_HEAP:
            cuts.append(place)
            heap = 0
    return "".join(
        unicodedata.normalize("NFC", text[start:end]) for start, end in pairwise([*cuts, len(text)])
    )


def legible(text: str, letters: frozenset[str], unknown: str = " ") -> str:
    """Give a text in the letters that a typeface has: composed, else without marks, else ``unknown`` for one it has not."""
    composed = normal(text)
    if letters.issuperset(composed):
        return composed
    return "".join(letter if letter in letters else _simpler(letter, letters, unknown) for letter in composed)


def _simpler(letter: str, letters: frozenset[str], unknown: str) -> str:
    if unicodedata.combining(letter):
        return ""
    for form in ("NFKC", "NFKD"):
        simple = "".join(
            each for each in unicodedata.normalize(form, letter) if not unicodedata.combining(each)
        )
        if simple and letters.issuperset(simple):
            return simple
    return unknown


_HIGHEST_HEAP = 64
_CROWDED = re.compile(r"[^\x00-\x7f]{256}")


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """Lower case without marks: ``Đông Hải`` and ``dong hai`` fold alike. Its twin in the browser is `js/find/fold.js`."""
    decomposed = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    return "".join(letter for letter in decomposed if unicodedata.category(letter)[0] != "M")


def slug(text: str) -> str:
    """Give the id a name would have: ``Xã Điền Hải`` becomes ``xa-dien-hai``."""
    return re.sub(r"[^a-z0-9]+", "-", fold(text)).strip("-")


@lru_cache(maxsize=65536)
def vietnamese_order(text: str) -> tuple[tuple[tuple[int, int], ...], tuple[int, ...], str]:
    """Give the sort key of a Vietnamese text.

    Letters first (a ă â b c d đ e ê …), then tones (ngang huyền hỏi ngã sắc nặng), then the text itself, so
    that equal keys mean equal texts. Spaces and punctuation sort before digits, digits before letters; runs of
    digits compare as numbers.
    """
    letters: list[tuple[int, int]] = []
    tones: list[int] = []
    for token in re.findall(r"\d+|\D", unicodedata.normalize("NFC", text).lower()):
        if token.isdecimal():
            letters.append((1, int(token)))
            tones.append(0)
            continue
        base, tone = token, 0
        if not token.isascii() and token != "đ":
            base, tone = _without_tone(token)
        rank = _LETTER_RANK.get(base)
        letters.append((2, rank) if rank is not None else (0 if not base.isalpha() else 3, ord(base[0])))
        tones.append(tone)
    return tuple(letters), tuple(tones), text


@lru_cache(maxsize=1024)
def _without_tone(letter: str) -> tuple[str, int]:
    decomposed = unicodedata.normalize("NFD", letter)
    tone = max((_TONE_RANK.get(mark, 0) for mark in decomposed), default=0)
    kept = "".join(mark for mark in decomposed if not unicodedata.combining(mark) or mark in _SHAPES)
    # A mark that stands alone has no letter under it: it is its own.
    return unicodedata.normalize("NFC", kept) or letter, tone


def nearest(word: str, choices: Iterable[str], least: float = 70) -> str | None:
    """Give the choice most like a word, marks and case apart, or None where nothing is near.

    ``least`` is a likeness from 0 to 100. Equal likeness is settled by alphabetical order.
    """
    return Vocabulary(choices).nearest(word, least)


class Vocabulary:
    """Words prepared for many searches of the nearest: a catalogue has thousands of ids."""

    def __init__(self, choices: Iterable[str]) -> None:
        self._by_slug: dict[str, str] = {}
        for choice in sorted(set(choices)):
            self._by_slug.setdefault(slug(choice), choice)
        self._slugs = list(self._by_slug)
        self._spaced = [_words(choice) for choice in self._slugs]

    def nearest(self, word: str, least: float = 70) -> str | None:
        """Do as the function `nearest` does."""
        # Whatever is long cannot be a slip of an id or a name, and would only cost time.
        wanted = slug(word[:_LONGEST_WORD])
        if not wanted or not self._slugs:
            return None
        if wanted in self._by_slug:
            return self._by_slug[wanted]
        near = max(self._shortlist(wanted), key=lambda choice: (_likeness(wanted, choice), -len(choice)))
        return self._by_slug[near] if _likeness(wanted, near) >= least else None

    def _shortlist(self, wanted: str) -> list[str]:
        """Keep the few choices that can win, compared in C."""
        if len(self._slugs) <= _SHORT:
            return self._slugs
        by_letters = process.extract(wanted, self._slugs, scorer=fuzz.ratio, limit=_SHORT)
        by_words = process.extract(_words(wanted), self._spaced, scorer=fuzz.token_set_ratio, limit=_SHORT)
        return sorted({self._slugs[index] for _, _, index in [*by_letters, *by_words]})


_LONGEST_WORD = 200
_SHORT = 10


def _words(slugged: str) -> str:
    return slugged.replace("-", " ")


def _likeness(wanted: str, choice: str) -> float:
    """From 0 to 100; a choice that holds all the words of the wanted one gains, a longer word in common wins."""
    letters = fuzz.ratio(wanted, choice)
    words = fuzz.token_set_ratio(_words(wanted), _words(choice))
    return max(letters, (letters + words) / 2)
