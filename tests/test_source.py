"""Reading files and parsing text: places, what counts as not written, and that nothing can make it stumble."""

from __future__ import annotations

import os
import unicodedata
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from ocop.findings import Finding, Position
from ocop.source import MOST_BYTES, Document, Loc, SourceFile, Target, field_name, loc_of, parse, read
from ocop.source.tree import MOST_CHARACTERS_TOLD
from ocop.text import forbidden_characters

WORDS = st.text(
    st.characters(categories=["Lu", "Ll", "Lo", "Nd"], max_codepoint=0x1EF9), min_size=1, max_size=12
).filter(lambda word: not any(forbidden_characters(word)))
TREES = st.recursive(
    WORDS,
    lambda below: (
        st.lists(below, min_size=1, max_size=4) | st.dictionaries(WORDS, below, min_size=1, max_size=4)
    ),
    max_leaves=20,
)


def parsed(text: str) -> Document:
    """Parse a text as if it had been read."""
    return parse(SourceFile("a.yml", text))


def codes(text: str) -> list[str]:
    """Give the codes of what is wrong with a text."""
    return [finding.code for finding in parsed(text).findings]


def at(document: Document, *loc: str | int, target: Target = Target.VALUE) -> tuple[int, int]:
    """Give line and column of a path."""
    position = document.places.find(loc, target).position
    return position.line, position.column


def paths(tree: Any, above: Loc = ()) -> list[tuple[Loc, Any]]:
    """List every path of a tree with what stands there."""
    pairs = tree.items() if isinstance(tree, dict) else enumerate(tree) if isinstance(tree, list) else ()
    found: list[tuple[Loc, Any]] = []
    for part, below in pairs:
        found += [((*above, part), below), *paths(below, (*above, part))]
    return found


def normalised(tree: Any) -> Any:
    """Give a tree with its texts as reading makes them."""
    if isinstance(tree, dict):
        return {normalised(key): normalised(value) for key, value in tree.items()}
    if isinstance(tree, list):
        return [normalised(value) for value in tree]
    return unicodedata.normalize("NFC", tree).strip()


@given(TREES, st.booleans())
def test_every_text_comes_back_with_its_place(tree: Any, flow: bool) -> None:
    """What a library writes as YAML is read back as text, and each place found holds that very text."""
    text = yaml.safe_dump(tree, allow_unicode=True, default_flow_style=flow, default_style='"', width=10_000)
    document = parsed(unicodedata.normalize("NFC", text))
    expected = normalised(tree)
    assert document.root == expected
    lines = unicodedata.normalize("NFC", text).split("\n")
    for loc, value in paths(expected):
        line, column = at(document, *loc)
        if isinstance(value, str):
            assert lines[line - 1][column - 1 :].startswith(f'"{value}"')


@given(st.text(max_size=300))
def test_no_text_makes_it_stumble(text: str) -> None:
    """Any text gives a tree or findings, each inside the file and in order of nothing but the text."""
    document = parsed(text.replace("\r", "\n"))
    assert document.root is not None or document.findings
    assert document == parsed(text.replace("\r", "\n"))
    assert all(finding.position.line >= 1 and finding.position.column >= 1 for finding in document.findings)


@given(st.text(st.sampled_from(list("ab:-[]{}\"'#&*!|>%@` \n\t?,~<\u200b")), max_size=80))
def test_no_mixture_of_marks_makes_it_stumble(text: str) -> None:
    """Whatever YAML's own marks are combined to gives a tree or findings."""
    document = parsed(text)
    assert document.root is not None or document.findings


@given(st.binary(max_size=400))
def test_no_bytes_make_it_stumble(tmp_path_factory: pytest.TempPathFactory, raw: bytes) -> None:
    """Any bytes in a file give text or one finding at its beginning."""
    path = tmp_path_factory.mktemp("bytes") / "a.yml"
    path.write_bytes(raw)
    found = read(path, "a.yml")
    assert isinstance(found, SourceFile) or found.position == Position("a.yml", 1, 1)


@given(st.lists(st.integers(0, 99) | st.from_regex(r"[a-z_]{1,8}", fullmatch=True), min_size=1).map(tuple))
def test_the_name_of_a_field_reads_back_as_its_path(loc: Loc) -> None:
    """``recognitions[0].score`` and the path it stands for are the same thing."""
    assert loc_of(field_name(loc)) == loc


def test_places_are_those_a_person_sees() -> None:
    """A value, a key, an entry that lacks something: each has line and column from 1, counted in characters."""
    document = parsed("# đầu\nname: Muối\nphotos:\n  - file: a.jpg\n    alt: Gói\nen: {name: Salt}\nnote:\n")
    assert at(document, "name") == (2, 7)
    assert at(document, "name", target=Target.KEY) == (2, 1)
    assert at(document, "photos", 0) == (4, 5)
    assert at(document, "photos", 0, "alt") == (5, 10)
    assert at(document, "photos", 0, "credit", target=Target.HOLDER) == (4, 5)
    assert at(document, "en", "name") == (6, 12)
    assert at(document, "note") == (7, 1)
    assert at(document, "kind", target=Target.HOLDER) == (1, 1)
    assert at(document, "name", "ref") == (2, 7)
    assert document.places.find(("photos", 0, "credit"), Target.HOLDER).field == "photos[0].credit"


def test_plain_nothing_is_not_written_and_quoted_nothing_is_text() -> None:
    """An empty place, ``~`` and ``null`` count as not written; in quotes they are what somebody typed."""
    document = parsed("a:\nb: ~\nc: null\nd: ''\ne: '~'\nf: \"null\"\ng: Null\n")
    assert document.root == {"d": "", "e": "~", "f": "null", "g": "Null"}
    assert document.blanks == (("a",), ("b",), ("c",))
    assert not document.findings


def test_no_scalar_is_anything_but_text() -> None:
    """Words that YAML would resolve stay as they were typed."""
    text = "[NO, on, yes, 012, 0377123456, 1_000, 1e3, 2024-02-30, 0x1F, .inf, 12:30:45, =]"
    assert parsed(text).root == text[1:-1].split(", ")


@pytest.mark.parametrize("depth", [33, 200, 5_000, 120_000])
@pytest.mark.parametrize("opening", ["[", "{a: ", "- ", "[{a: "])
def test_depth_gives_one_finding(opening: str, depth: int) -> None:
    """However deep a file nests, it is told once and nothing overflows."""
    text = (opening * depth)[: MOST_BYTES - 10]
    assert codes(text) == ["too_deep"]


@pytest.mark.parametrize("depth", [33, 5_000])
def test_what_is_too_deep_is_named(depth: int) -> None:
    """The field under which a file nests too deep is told with the fault."""
    (finding,) = parsed("name: a\nstory: " + "[" * depth).findings
    assert (finding.code, finding.field) == ("too_deep", "story")


def test_thirty_two_levels_are_allowed() -> None:
    """The limit itself is not beyond the limit."""
    assert codes("[" * 32 + "a" + "]" * 32) == []
    assert codes("[" * 33 + "a" + "]" * 33) == ["too_deep"]


def test_entities_that_unfold_are_refused_before_they_do() -> None:
    """The billion laughs are a few findings, not gigabytes."""
    laughs = "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 12))
    assert set(codes("a0: &a0 [lol]\n" + laughs)) == {"anchor", "more_faults"}


def test_many_hidden_characters_are_told_a_few_times() -> None:
    """A file full of invisible characters does not drown the report, which says how many it leaves out."""
    findings = parsed("name: a" + "\u200b" * 10_000).findings
    assert len(findings) == MOST_CHARACTERS_TOLD + 1
    assert (findings[-1].code, findings[-1].values) == (
        "more_faults",
        {"count": str(10_000 - MOST_CHARACTERS_TOLD)},
    )


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        ("name: Muối".encode("utf-16"), "utf16"),
        ("name: Muối".encode("utf-16-le"), "utf16"),
        ("name: Muối".encode("utf-32"), "utf16"),
        ("name: Tép".encode("cp1258"), "not_utf8"),
        (b"name: Mu\xe8i", "not_utf8"),
        (b"\x7fELF\0\0\0\1\2\3abcdefgh\0", "binary"),
        (b"name: a\0b\n" * 9, "binary"),
        (b"", "empty_file"),
        (b"\xef\xbb\xbf \n", "empty_file"),
        (b"# " + b"a" * 300_000, "too_large"),
    ],
)
def test_a_file_that_is_no_text_is_told_as_what_it_is(tmp_path: Path, raw: bytes, code: str) -> None:
    """Wrong encodings, binaries, empty and huge files each have words of their own, at 1:1."""
    path = tmp_path / "a.yml"
    path.write_bytes(raw)
    found = read(path, "a.yml")
    assert isinstance(found, Finding)
    assert (found.code, found.position) == (code, Position("a.yml", 1, 1))


def test_a_file_of_just_the_limit_is_read(tmp_path: Path) -> None:
    """256 KiB are read, one byte more is not."""
    path = tmp_path / "a.yml"
    path.write_bytes(b"name: a\n#" + b"b" * (MOST_BYTES - 9))
    assert isinstance(read(path, "a.yml"), SourceFile)
    with path.open("ab") as file:
        file.write(b"c")
    assert isinstance(read(path, "a.yml"), Finding)


def test_what_is_no_ordinary_file_is_not_opened(tmp_path: Path) -> None:
    """A folder, a link and a pipe are told, and reading a pipe does not wait for ever."""
    (tmp_path / "folder.yml").mkdir()
    (tmp_path / "link.yml").symlink_to("folder.yml")
    os.mkfifo(tmp_path / "pipe.yml")
    found = {name: read(tmp_path / f"{name}.yml", name) for name in ("folder", "link", "pipe", "missing")}
    assert {name: one.code for name, one in found.items() if isinstance(one, Finding)} == {
        "folder": "directory_as_record",
        "link": "symlink",
        "pipe": "not_a_file",
        "missing": "unreadable",
    }


def test_line_ends_and_marks_of_other_systems_are_accepted(tmp_path: Path) -> None:
    """A byte-order mark, CRLF and old Mac line ends change neither text nor places."""
    path = tmp_path / "a.yml"
    path.write_bytes(b"\xef\xbb\xbfname: Mu\xe1\xbb\x91i\r\nkind: muoi\rnote: a\n")
    source = read(path, "a.yml")
    assert isinstance(source, SourceFile)
    assert source.text == "name: Muối\nkind: muoi\nnote: a\n"
