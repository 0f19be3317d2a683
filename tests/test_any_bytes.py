"""Whatever stands in a record, `ocop check` tells it or takes it: exit code 0 or 1, never a traceback, never a hang."""

from __future__ import annotations

import re
import signal
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from conftest import Check
from ocop.report import RENDERERS
from ocop.source import MOST_BYTES
from ocop.text import normal

FILES = (
    "products/dong-hai/a.yml",
    "catalogue/producers/a.yml",
    "catalogue/sales-points/a.yml",
    "catalogue/districts/dong-hai.yml",
    "catalogue/kinds.yml",
    "catalogue/promotions.yml",
    "catalogue/programme.yml",
    "catalogue/sources.yml",
)
# A guard against hanging, not a measurement: a file has a second, and a busy machine many times as long for it.
PATIENCE = 30

# What YAML, Unicode and our fields have of traps; pieces of it make files that are nearly records.
PIECES = [
    "name", "kind: muoi", "sources", "recognitions", "stars", "date: ", "phone", "contact", "sells: all", "groups", "id", "communes",
    "- ", "-", ": ", ":", "? ", "\n", "\n  ", "\n\t", "\r\n", "\r", " ", "[", "]", "{", "}", ",", "&a ", "*a", "!!str ", "!", "|", ">-", "|2",
    "%YAML 1.1", "---", "...", "#", " #", '"', "'", "\\", '"\\x00"', '"\\u202e"', '"\\U0010ffff"', '"\\ud800"', "@", "`", "<<: ", "=", "~", "null",
    "2024-02-30", "28/12/2023", "1e999", "9" * 400, "-0", "0x1F", ".inf", "12:30:45", "1_000", "NO", "Có", "https://", "https://a.vn/@",
    "\ufeff", "\u0000", "\u0085", "\u2028", "\u202e", "\u200b", "\u00a0", "\u3000", "e\u0302\u0323", "\u0301", "\u1100\u1161", "😀", "\uffff", "\x7f",
    "<<<<<<< HEAD", "a" * 300, "ạ" * 130, "[" * 40, "{a: " * 40, "- " * 40, "\n" * 40,
]  # fmt: skip
ANYTHING = st.one_of(
    st.binary(max_size=300),
    st.text(max_size=200).map(lambda text: text.encode("utf-8", "surrogatepass")),
    st.lists(st.sampled_from(PIECES) | st.text(max_size=3), max_size=30).map(
        lambda pieces: "".join(pieces).encode("utf-8", "surrogatepass")
    ),
    st.lists(st.sampled_from(PIECES), max_size=12).map(lambda pieces: "".join(pieces).encode("utf-16")),
)


@contextmanager
def patience() -> Iterator[None]:
    """Give up on what does not come to an end."""

    def give_up(*_: object) -> None:
        raise TimeoutError(f"not done after {PATIENCE} s")

    before = signal.signal(signal.SIGALRM, give_up)
    signal.alarm(PATIENCE)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


def told(root: Path, check: Check, name: str, content: bytes, style: str = "text") -> str:
    """Write one file and check; the `check` fixture fails on any traceback."""
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    with patience():
        result = check(root, "--format", style)
    path.unlink()
    assert result.exit_code in (0, 1)
    return result.stdout


@pytest.mark.parametrize("name", FILES)
@settings(max_examples=120, deadline=None, suppress_health_check=list(HealthCheck))
@given(content=ANYTHING, style=st.sampled_from(sorted(RENDERERS)))
def test_any_bytes_are_taken_or_told(
    tmp_path: Path, check: Check, name: str, content: bytes, style: str
) -> None:
    """Bytes, text and bits of records, in every kind of file and told in every format."""
    told(tmp_path, check, name, content, style)


@given(st.text() | st.text("aạ\u0301\u0323\u1100\u1161한漢", min_size=300, max_size=400))
def test_texts_are_in_nfc(text: str) -> None:
    """Whatever a person types is normalised as Unicode says, long runs of other scripts included."""
    assert normal(text) == unicodedata.normalize("NFC", text) or heaped(text)


def heaped(text: str) -> bool:
    """Tell whether a letter bears more marks than any writing has."""
    return re.search("[\u0301\u0323]{64}", text) is not None


def filled(piece: str, before: str = "", after: str = "") -> bytes:
    """Repeat a piece until a file is as large as one may be."""
    room = MOST_BYTES - len((before + after).encode())
    return (before + piece * (room // len(piece.encode())) + after).encode()


def numbered(line: str, before: str = "", after: str = "") -> bytes:
    """Repeat a line with its number in it until a file is as large as one may be."""
    lines, size = [before], len((before + after).encode())
    while True:
        lines.append(line.replace("#", str(len(lines))))
        size += len(lines[-1].encode())
        if size > MOST_BYTES:
            return ("".join(lines[:-1]) + after).encode()


PRODUCT = "name: A\nkind: muoi\nsources: [b]\n"
NAMED = "name: A\nsources: [b]\n"
PRODUCER, POINT, DISTRICT = FILES[1], FILES[2], FILES[3]
WORST: dict[str, tuple[str, bytes]] = {
    **{f"of {piece!r}": (FILES[0], filled(piece)) for piece in (
        "[", "{", "- ", "-\n", "- a\n", "a: ", '"', "'", "? ", "?\n", "[]\n", "&a ", "*a\n", "!", "%", "---\n", "|\n", "> ", ",", ":", "x:y\n",
        "name Muoi\n", "a: 1\n", "<<: 1\n", "{a}: b\n", "? [a]\n: b\n", "a:\n\t- b\n", "\r", "\r\n", "\n", "\t", "#\n", "\u00a0", "😀",
    )},
    "marks on one letter": (FILES[0], filled("\u0323\u0301", "name: a")),
    "marks as escapes": (FILES[0], filled("\\u0323\\u0301", 'name: "a', '"')),
    "marks in a key": (FILES[0], filled("\u0323\u0301", "a", ": 1")),
    "letters in pieces": (FILES[0], filled("\u1100\u1161", "name: ")),
    "hidden characters": (FILES[0], filled("\u200b", PRODUCT + "summary: a")),
    "hidden escapes": (FILES[0], filled("\\u200b", 'name: "', '"')),
    "one line": (FILES[0], filled("a ", PRODUCT + "summary: ")),
    "unknown keys": (FILES[0], numbered("x#: 1\n", PRODUCT)),
    "nearly known keys": (FILES[0], numbered("recognition#: 1\n", PRODUCT)),
    "long unknown keys": (FILES[0], numbered("recog nitions " * 14 + "#: 1\n")),
    "blank keys": (FILES[0], numbered("x#:\n", PRODUCT)),
    "blank entries": (FILES[0], filled("~,", PRODUCT + "formerly: [", "]\n")),
    "bad dates": (FILES[0], numbered("  - {date: 31/12/#}\n", PRODUCT + "recognitions:\n")),
    "bad stars": (FILES[0], numbered("  - {stars: #.000}\n", PRODUCT + "recognitions:\n")),
    "bad bar codes": (FILES[0], numbered("  - {gtin: '893600000#'}\n", PRODUCT + "packs:\n")),
    "grouped figures": (FILES[0], filled("1.000.", PRODUCT + "packs: [{price: '", "'}]\n")),
    "figures and blanks": (FILES[0], filled("1 ", PRODUCT + "packs: [{price: '", "x'}]\n")),
    "countries": (FILES[0], numbered("Kor#,", PRODUCT + "trade: {export_markets: [", "]}\n")),
    "ids of sources": (FILES[0], filled("a,", "name: A\nkind: muoi\nsources: [", "]\n")),
    "links": (FILES[0], numbered("  - {url: 'http://a.vn/#'}\n", "name: A\nkind: muoi\nsources:\n")),
    "former ids": (FILES[0], filled("x,", PRODUCT + "formerly: [", "]\n")),
    "months": (FILES[0], filled("1,", PRODUCT + "season: [", "]\n")),
    "opening hours": (FILES[0], filled("Mo-Su 07:00-17:00; ", PRODUCT + "visit: {hours: '", "'}\n")),
    "a long host": (PRODUCER, filled("a-b.", NAMED + "links: {website: '", "é/@'}\n")),
    "a long e-mail": (PRODUCER, filled("a.", NAMED + "contact: {consent: 2025, email: 'a@", "'}\n")),
    "phones": (PRODUCER, numbered("0291#,", NAMED + "contact: {consent: 2025, phone: [", "]}\n")),
    "certificates": (PRODUCER, filled("{scheme: x},", NAMED + "certifications: [", "]\n")),
    "goods on sale": (POINT, numbered("muoi-hatt#,", NAMED + "sells: [", "]\n")),
    "everything in words": (POINT, filled("tất cả ", NAMED + "sells: ")),
    "communes": (DISTRICT, numbered("{id: x#, name: Xã #},", NAMED + "communes: [", "]\n")),
    "communes alike": (DISTRICT, filled("{id: x, name: Xã},", NAMED + "communes: [", "]\nseat: y\n")),
    "kinds of no group": (FILES[4], numbered("{id: x#, group: h, name: K},", "groups: [{id: g, name: G}]\nkinds: [", "]\n")),
    "empty promotions": (FILES[5], filled("- {}\n")),
    "targets": (FILES[6], numbered("{measure: n#, period: 2020, at_least: 1},", "measures: [{id: m, name: M}]\ntargets: [", "]\n")),
    "sources without https": (FILES[7], numbered("S#: {url: http://a.vn}\n")),
    "sources without a date": (FILES[7], numbered("s#: {url: https://a.vn}\n")),
}  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize("case", WORST)
def test_the_largest_files_come_to_an_end(tmp_path: Path, check: Check, case: str) -> None:
    """A whole file of what is hardest to read is told, and cut short; deep nesting and long lines exhaust nothing."""
    name, content = WORST[case]
    assert MOST_BYTES * 0.9 < len(content) <= MOST_BYTES
    shown = told(tmp_path, check, name, content)
    assert all(line.startswith(("products/", "catalogue/")) for line in shown.splitlines())
    assert shown.count(": lỗi: ") <= 110


def test_formats_tell_the_hardest_too(tmp_path: Path, check: Check) -> None:
    """What is told of thousands of faults and warnings is soon written, in every format."""
    for case in ("sources without a date", "hidden characters", "unknown keys"):
        name, content = WORST[case]
        for style in RENDERERS:
            assert told(tmp_path, check, name, content, style)
