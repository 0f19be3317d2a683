"""Whatever may lie in the folders of a catalogue: findings, never an exception."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from conftest import SITE, Check
from ocop.catalogue import load


@pytest.fixture(scope="module")
def scratch(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a small catalogue to try one file after another in."""
    root = tmp_path_factory.mktemp("scratch")
    shutil.copytree(SITE / "catalogue", root / "catalogue")
    (root / "products/huyen-thu").mkdir(parents=True)
    return root


WORDS = st.sampled_from(
    ["name", "kind", "sources", "muoi", "bao-thu", "recognitions", "stars", "4", "date", "2024-01-05", "photos", "file",
     "a.jpg", "alt", "en", "story", "packs", "price", "15000", "contact", "withdrawn", "producer", "", "~", "\u202e", "ref",
     "https://example.org/", "location", "lat", "lon", "9.2", "105.7", "url", "all", "sells", "id", "formerly", "[", "-"]
)  # fmt: skip
TREES = st.recursive(
    WORDS,
    lambda below: st.lists(below, max_size=4) | st.dictionaries(WORDS, below, max_size=5),
    max_leaves=25,
)
PLACES = st.sampled_from(
    ["products/huyen-thu/thu.yml", "catalogue/producers/thu.yml", "catalogue/sales-points/thu.yml",
     "catalogue/districts/thu.yml", "catalogue/kinds.yml", "catalogue/promotions.yml", "catalogue/programme.yml",
     "catalogue/sources.yml"]
)  # fmt: skip


@settings(max_examples=250, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(place=PLACES, tree=TREES)
def test_no_tree_of_familiar_words_makes_it_stumble(scratch: Path, place: str, tree: object) -> None:
    """Records put together from real words in impossible ways give a catalogue or errors, and places inside the file."""
    _tried(scratch, place, json.dumps(tree, ensure_ascii=False).encode())


@settings(max_examples=150, deadline=None)
@given(place=PLACES, raw=st.binary(max_size=200) | st.text(max_size=200).map(str.encode))
def test_no_bytes_and_no_text_make_it_stumble(scratch: Path, place: str, raw: bytes) -> None:
    """Any bytes and any text in the place of a record give a catalogue or errors."""
    _tried(scratch, place, raw)


def _tried(root: Path, place: str, raw: bytes) -> None:
    path = root / place
    before = path.read_bytes() if path.exists() else None
    path.write_bytes(raw)
    try:
        loaded = load(root)
    finally:
        path.unlink() if before is None else path.write_bytes(before)
    assert (loaded.catalogue is None) == any(found.is_error for found in loaded.findings)
    lines = raw.decode("utf-8", "replace").replace("\r\n", "\n").replace("\r", "\n").count("\n") + 2
    assert all(1 <= found.position.line <= lines or found.position.path != place for found in loaded.findings)


NAMES = st.sampled_from(
    ["products", "catalogue", "producers", "districts", "sales-points", "huyen-thu", "thi-xa-mau", "chua-ro", "a.yml", "A.YML",
     "a.yaml", "b.yml", "kinds.yml", "sources.yml", "promotions.yml", "programme.yml", "a.jpg", ".hidden", "Thumbs.db", "en",
     "x\ny.yml", "\u202ea.yml", "a b.yml", "con.yml", "a" * 120 + ".yml", "-.yml", ".yml", "é.yml", "e\u0301.yml"]
)  # fmt: skip
FOLDERS = st.recursive(
    st.sampled_from([b"", b"name: A\n", b"- a\n", b"\xff\xfe", "link", "pipe"]),
    lambda below: st.dictionaries(NAMES, below, max_size=5),
    max_leaves=20,
)


@settings(max_examples=150, deadline=None)
@given(tree=st.dictionaries(st.sampled_from(["products", "catalogue"]), FOLDERS, max_size=2))
def test_no_tree_of_folders_makes_it_stumble(tmp_path_factory: pytest.TempPathFactory, tree: object) -> None:
    """Folders for files, files for folders, links in a circle, pipes, names of any kind: findings, never an exception."""
    root = tmp_path_factory.mktemp("tree")
    _planted(root, tree)
    loaded = load(root)
    assert (loaded.catalogue is None) == any(found.is_error for found in loaded.findings)


def _planted(path: Path, tree: object) -> None:
    if isinstance(tree, dict):
        path.mkdir(exist_ok=True)
        for name, below in tree.items():
            _planted(path / name, below)
    elif isinstance(tree, bytes):
        path.write_bytes(tree)
    elif tree == "link":
        path.symlink_to(path.parent)
    else:
        os.mkfifo(path)


def test_a_name_of_bytes_that_are_no_text_is_told(site: Path, check: Check) -> None:
    """A file name in an encoding that nobody knows is shown by its bytes."""
    (site / "products/huyen-thu" / os.fsdecode(b"mu\xe8i.yml")).write_text("name: A\n")
    result = check(site)
    assert result.exit_code == 1
    assert r"mu\udce8i.yml" in result.stdout
