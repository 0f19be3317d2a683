"""What goods are in English, read from their Vietnamese names by a reviewed glossary: ``Khô cá kèo Kiều Hạnh`` is dried mudskipper.

The words are those of the catalogue's own English names and kinds, written and checked by people. A name is never put in
another's place: this only says what stands behind it. Where one common word of a name is not known, nothing is said of
the whole, since that word may change what it is.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from typing import Final


class _Role(Enum):
    """What a term does in the English phrase; adjectives stand in this order."""

    FROZEN = 1
    WHOLE = 2
    PRESSED = 3
    CLEANED = 4
    DRIED = 5
    NOUN = 6
    """What it is, or what it is made of: ``shrimp``."""
    HEAD = 7
    """What is made of the noun before it: ``salt`` in ``shrimp salt``."""
    WITH = 8
    """What is added: ``tamarind sauce``."""
    AFTER = 9
    """What is said behind a comma: ``shell on``."""
    SILENT = 10
    """What is known and adds nothing."""


@dataclass(frozen=True, slots=True)
class _Term:
    role: _Role
    en: str


_HALF_DRIED: Final = "half-dried"
_ADJECTIVES: Final = (_Role.FROZEN, _Role.WHOLE, _Role.PRESSED, _Role.CLEANED, _Role.DRIED)
_BY_ROLE: Final[dict[_Role, dict[str, str]]] = {
    _Role.FROZEN: {"đông lạnh": "frozen", "tươi đông lạnh": "frozen"},
    _Role.WHOLE: {"nguyên con": "whole"},
    _Role.PRESSED: {"ép": "pressed", "hấp": "steamed", "luộc": "boiled"},
    _Role.CLEANED: {"sơ chế": "cleaned", "rút xương": "boned", "không xương": "boneless", "gia vị": "seasoned"},
    _Role.DRIED: {"khô": "dried", "sấy": "dried", "sấy khô": "dried", "một nắng": _HALF_DRIED, "mắm": "fermented"},
    _Role.NOUN: {
        "tôm": "shrimp", "tôm sú": "black tiger shrimp", "tôm thẻ": "whiteleg shrimp", "tôm đất": "greasyback shrimp",
        "tôm bạc": "silver shrimp", "tôm khô đất": "dried greasyback shrimp", "khô thẻ": "dried whiteleg shrimp",
        "tôm chao": "shrimp in fermented bean curd",
        "cá": "fish", "cá lóc": "snakehead fish", "cá kèo": "mudskipper", "cá phi": "tilapia", "cá đù": "croaker",
        "cá thát lát": "featherback fish", "cá đồng": "freshwater fish", "cá phi lê": "fish fillet",
        "trâu": "buffalo meat", "tổ yến": "edible bird’s nest", "yến sào": "edible bird’s nest",
        "thanh nhãn": "thanh nhãn longan", "bắp nếp": "sticky corn", "rau cần nước": "water celery",
        "đông trùng hạ thảo": "cordyceps", "rượu vang sơ ri": "acerola cherry wine",
        "nước mắm": "fish sauce", "nước mắm cá cơm": "anchovy fish sauce", "gạo": "rice",
        "chả lụa": "pork roll (chả lụa)", "chả gân": "tendon pork roll (chả gân)",
        "chả lụa gân": "tendon pork roll (chả lụa gân)", "chả chiên": "fried pork roll (chả chiên)",
        "chả cá": "fish cake", "chả cá phi": "tilapia fish cake", "chả cá thát lát": "featherback fish cake",
        "hủ tiếu": "rice noodles (hủ tiếu)", "hủ tiếu gõ": "rice noodles (hủ tiếu gõ)",
        "muối hạt": "grain salt", "muối tinh": "refined salt", "muối i-ốt": "iodised salt", "muối ớt": "chilli salt",
        "muối tiêu": "pepper salt", "muối tôm": "shrimp salt",
        "bánh đậu xanh": "mung bean cake", "bánh gạo mè đen": "black sesame rice cakes", "bánh gạo": "rice cakes",
        "bánh phồng tôm": "shrimp crackers", "bánh phồng chuối": "banana crackers", "bánh phồng sữa": "milk crackers",
        "bánh phồng rau củ quả": "vegetable and fruit crackers",
        "giỏ xách": "bags (giỏ xách)", "giỏ tổ ong": "honeycomb baskets (giỏ tổ ong)", "lẵng hoa": "flower baskets (lẵng hoa)",
    },
    _Role.HEAD: {"chà bông": "floss", "muối": "salt"},
    _Role.WITH: {
        "sốt me": "tamarind sauce", "sốt trứng muối": "salted-egg sauce", "trứng muối": "salted egg",
        "muối sả nghệ": "salt, lemongrass and turmeric",
    },
    _Role.AFTER: {
        "nguyên vỏ": "shell on", "trà sợi sấy": "dried strands for tea", "hấp/luộc": "steamed or boiled",
    },
    _Role.SILENT: {"cao cấp": "", "thành phẩm": "", "độ đạm": "", "một bụi đỏ": ""},
}  # fmt: skip
_TERMS: Final = {
    tuple(vi.split()): _Term(role, en) for role, terms in _BY_ROLE.items() for vi, en in terms.items()
}
_LONGEST: Final = max(map(len, _TERMS))
_SEVERAL: Final = re.compile(r"(?:^| )(?:bags|baskets|cakes|crackers|noodles)(?=$| \(| with |,)")
_BREAK: Final = re.compile(r"\s+|\s*[-–,;]\s+|\s*[()]\s*")


def goods_text(name: str) -> str:
    """Say in English what goods of a Vietnamese name are; empty where a common word of it is not known.

    Words that begin with a capital, but for the first, are names: of a maker, a place or a variety.
    """
    terms = _terms(name)
    return _phrase(terms) if terms is not None else ""


def is_several(goods: str) -> bool:
    """Tell whether one says of goods in English that they are: ``rice cakes``, not ``dried shrimp``."""
    return _SEVERAL.search(goods) is not None


def _terms(name: str) -> list[_Term] | None:
    words = [word for word in _BREAK.split(name) if word]
    found: list[_Term] = []
    place = 0
    while place < len(words):
        length, term = _longest(words, place)
        if term is not None:
            found.append(term)
        elif place == 0 or not _is_name(words[place]):
            return None
        place += length
    return found


def _longest(words: list[str], place: int) -> tuple[int, _Term | None]:
    """Give the longest term that begins at a word, with how many words it takes; a capital may begin it, and no more."""
    for length in range(min(_LONGEST, len(words) - place), 0, -1):
        first, *rest = words[place : place + length]
        term = _TERMS.get((first.lower(), *rest))
        if term is not None and (place == 0 or first[:1].islower() or length > 1):
            return length, term
    return 1, None


def _is_name(word: str) -> bool:
    return word[:1].isupper() or word.isdecimal()


def _phrase(terms: list[_Term]) -> str:
    said: dict[_Role, list[str]] = {role: [] for role in _Role}
    for term in terms:
        said[term.role].append(term.en)
    if _HALF_DRIED in said[_Role.DRIED]:
        said[_Role.DRIED] = [_HALF_DRIED]
    nouns, heads, added = said[_Role.NOUN], said[_Role.HEAD], said[_Role.WITH]
    # ``Bánh gạo chà bông`` begins with what it is: what else is made of something is added to it.
    if heads and nouns and terms[0].role is _Role.NOUN:
        heads, added = [], [*heads, *added]
    # What is only dried or fermented is dried or fermented something; of two things none says what the other is in it.
    if (
        not (nouns or heads)
        or len(nouns) > 1
        or len(heads) > 1
        or any(len(said[role]) > 1 for role in _ADJECTIVES)
    ):
        return ""
    words = [word for role in _ADJECTIVES for word in said[role]]
    phrase = " ".join((*words, *nouns, *heads))
    if added:
        phrase += " with " + " and ".join(added)
    return ", ".join((phrase, *said[_Role.AFTER]))
