"""What Python writes for the search and JavaScript reads: folded texts and terse columns, the same at both ends."""

from __future__ import annotations

import json
import subprocess
import unicodedata
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from hosting import ROOT
from ocop.site.compose import finder_forms as forms
from ocop.text import fold, slug

NODE = ROOT / ".venv/bin/node"
SCRIPTS = ROOT / "overrides/assets/ocop/js/find"

VOWELS = "aăâeêioôơuưy"
TONES = ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")
LETTERS = [unicodedata.normalize("NFC", vowel + tone) for vowel in VOWELS for tone in TONES] + ["đ"]
TEXTS = [
    *LETTERS,
    *(letter.upper() for letter in LETTERS),
    *(unicodedata.normalize("NFD", letter) for letter in LETTERS),
    "", " ", "Đông Hải", "ĐÔNG HẢI", "Muối i-ốt", "muo\u0302\u0301i", "hoà hòa", "Hi!Nest", "8/3", "10 Thúc",
    "ﬁ ﬀ Ⅷ ① ㎏ ½ ™", "ＭＵＯＩ", "ſ ß ẞ İ ı Σ ς ΑΣ", "e\u20dd a\u034f o\ufe0f", "\u0301\u0301 lẻ", "𝐌uối", "🦐🧂👩‍🌾", "소금 盐 соль מלח",
    "\u0e01\u0e33 \u0915\u093f", "<b>&amp;\"'\\", "a\u0328\u0301\u0323", "Đ\u0323",
]  # fmt: skip

# What both ends know: letters that are younger than one of them are cased by the other alone.
KNOWN = st.characters(exclude_categories=["Cs", "Cn", "Co"]).filter(
    lambda letter: unicodedata.ucd_3_2_0.category(letter) != "Cn"
)
WRITTEN = st.text(st.one_of(st.sampled_from("".join(LETTERS) + "abc ()/,.-ABC123"), KNOWN), max_size=30)
NAMES = WRITTEN.map(lambda text: " ".join("".join(each for each in text if each.isprintable()).split()))


class Twin:
    """The scripts of the search in Node."""

    def __init__(self) -> None:
        """Start Node; it answers until it is stopped."""
        self._node = subprocess.Popen(
            [NODE, ROOT / "tests/search/twin.mjs", SCRIPTS], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8"
        )  # fmt: skip

    def ask(self, name: str, *values: Any) -> Any:
        """Ask for what a function gives."""
        assert self._node.stdin is not None
        assert self._node.stdout is not None
        self._node.stdin.write(json.dumps([name, *values]) + "\n")
        self._node.stdin.flush()
        return json.loads(self._node.stdout.readline())

    def stop(self) -> None:
        """End the program."""
        self._node.communicate()


@pytest.fixture(scope="module")
def twin() -> Iterator[Twin]:
    """Start the scripts once for all tests."""
    started = Twin()
    yield started
    started.stop()


@pytest.mark.parametrize("text", TEXTS)
def test_both_ends_fold_alike(twin: Twin, text: str) -> None:
    """Every letter of Vietnamese however it is written, and whatever else somebody may type, folds alike."""
    assert twin.ask("fold", text) == fold(text)
    assert twin.ask("slug", text) == slug(text)


def test_every_vietnamese_letter_loses_its_marks() -> None:
    """Folded, all that is left is a plain letter."""
    assert {fold(letter) for letter in LETTERS} == set("aeiouyd")


@given(WRITTEN)
@settings(max_examples=300)
def test_both_ends_fold_any_text_alike(twin: Twin, text: str) -> None:
    """No text folds one way at one end and another way at the other."""
    assert twin.ask("fold", text) == fold(text)
    assert twin.ask("slug", text) == slug(text)


@given(st.lists(NAMES, max_size=8))
@example(["Tôm khô", "Tôm khô", "Tôm", "", "Tôm khô đất nguyên vỏ"])
@example([" ".join(map(str, range(12))), " ".join(map(str, range(13)))])
def test_names_come_back(twin: Twin, written: list[str]) -> None:
    """Names are read as they were written, whatever the one before."""
    read = twin.ask("names", forms.names(written))
    assert read == (written or [""])


@given(st.lists(st.tuples(NAMES, NAMES), min_size=1, max_size=5))
@example([("Mắm cá lóc Bà Ba", "Bà Ba fermented snakehead fish (mắm cá lóc)")])
@example([(" ".join(f"w{number}" for number in range(40)), "w0 w39 w38")])
def test_other_names_come_back(twin: Twin, written: list[tuple[str, str]]) -> None:
    """Another name is read as it was written, however many of its words are those of the name."""
    names, others = [name for name, _ in written], [other for _, other in written]
    assert twin.ask("otherNames", forms.other_names(others, names), names) == others


@given(
    st.lists(
        st.tuples(NAMES, st.from_regex(r"[a-z0-9]+(-[a-z0-9]+){0,4}", fullmatch=True)), min_size=1, max_size=5
    )
)
@example([("Khô tôm sú ép", "kho-tom-su-ep-dong-phat"), ("Muối tinh", "muoi-tinh"), ("!", "x")])
def test_ids_come_back(twin: Twin, written: list[tuple[str, str]]) -> None:
    """An id is read as it was written, be it made of the name or not."""
    names, ids = [name for name, _ in written], [id_ for _, id_ in written]
    assert twin.ask("ids", forms.ids(ids, names), names) == ids


@given(st.lists(st.none() | st.integers(0, 10**6), max_size=20))
@example([None, 0, 89, 90, 91, 8279, 8280, 8281])
def test_places_come_back(twin: Twin, written: list[int | None]) -> None:
    """A place in a table is read as it was written, whatever the size of the table."""
    read = twin.ask("places", forms.places(written))
    assert read == [-1 if place is None else place for place in written]
