"""Many files are parsed by several processes: that changes the speed and nothing else."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from ocop.catalogue import documents, load
from ocop.source import Document, SourceFile


def _grown(site: Path, files: int) -> Path:
    record = (site / "products/chua-ro/muoi-ot-thu.yml").read_text("utf-8")
    for number in range(files):
        slip = "sumary: A\n" if number % 50 == 7 else ""
        (site / f"products/chua-ro/muoi-{number}.yml").write_text(record + slip, "utf-8")
    (site / "products/chua-ro/hong.yml").write_bytes(b"name: \xff")
    return site


def test_several_processes_find_what_one_finds(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The findings and their order do not depend on how many processes parse."""
    root = _grown(site, 300)
    monkeypatch.setattr(documents, "_processes", lambda _: 1)
    alone = load(root)
    monkeypatch.setattr(documents, "_processes", lambda _: 2)
    together = load(root)
    assert [found.code for found in alone.findings].count("unknown_key") == 6
    assert together.findings == alone.findings
    assert together.places == alone.places


def test_a_process_that_is_taken_away_is_replaced(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the system kills a process, the work is done all the same."""
    root = _grown(site, 200)
    expected = load(root).findings
    here, parse = os.getpid(), documents.parse

    def dying(source: SourceFile) -> Document:
        if os.getpid() != here and source.path.endswith("muoi-120.yml"):
            os._exit(9)
        return parse(source)

    monkeypatch.setattr(documents, "parse", dying)
    monkeypatch.setattr(documents, "_processes", lambda _: 2)
    assert load(root).findings == expected


def test_few_files_need_no_further_process(site: Path) -> None:
    """A catalogue of today's size is read by one process, which is quicker."""
    assert documents._processes(200) == 1
