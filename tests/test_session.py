"""What a build tells while it works on pictures, and what it keeps of them."""

from __future__ import annotations

import io
import shutil
from pathlib import Path

import pytest

from hosting import ROOT, Project, manifest
from session import Progress


class Terminal(io.StringIO):
    """A stream that somebody looks at."""

    def isatty(self) -> bool:
        """Say so."""
        return True


def told(stream: io.StringIO, seconds: float) -> str:
    """Let a second pass for each of a hundred pictures and a tenth of that between two words; give what was said."""
    now = 0.0

    def clock() -> float:
        return now

    progress = Progress(stream, clock)
    for done in range(100):
        now += seconds / 100
        progress(done, 100)
    progress.end()
    return stream.getvalue()


def test_what_is_done_soon_is_not_told() -> None:
    """A build with all its pictures on the shelf says nothing of them."""
    assert told(Terminal(), 0.9) == ""
    assert told(io.StringIO(), 4.9) == ""


def test_a_terminal_is_told_in_place_and_left_as_it_was() -> None:
    """One line that changes, in both languages, and that is gone in the end."""
    said = told(Terminal(), 60)
    assert "\n" not in said
    assert "\rẢnh, bản in: 50/100 · Pictures, prints: 50/100" in said
    assert said.rpartition("\r")[2] == ""
    assert said.split("\r")[-2].strip() == ""


def test_a_log_is_told_in_a_line_now_and_then() -> None:
    """Every five seconds of a minute, and no control characters."""
    lines = told(io.StringIO(), 60).splitlines()
    assert 10 <= len(lines) <= 12
    assert lines == [line for line in lines if line.startswith("Ảnh, bản in: ") and "\r" not in line]


@pytest.fixture
def project(tmp_path: Path, whole_site: Path) -> Project:
    """Give the made-up catalogue with what share pictures are made of."""
    if not (ROOT / "build/assets/share").is_dir():
        pytest.fail("the front end is not made: run the tests with `make test`, or `make setup` first")
    project = Project.make(tmp_path / "project", whole_site)
    shutil.copytree(ROOT / "build/assets/share", project.root / "build/assets/share")
    return project


def test_pictures_are_the_same_made_or_kept(project: Project) -> None:
    """With a full shelf, an empty one and a damaged one, by one process and by two, the site is the same."""
    shelf = project.root / "build/photos"
    assert project.build(OCOP_WORKERS="2").code == 0
    first, kept = manifest(project.site), {path: path.stat().st_mtime_ns for path in shelf.iterdir()}
    assert any(path.startswith("chia-se/san-pham/") for path in first)
    assert project.build(OCOP_WORKERS="1").code == 0
    assert manifest(project.site) == first
    assert {path: path.stat().st_mtime_ns for path in shelf.iterdir()} == kept
    for number, path in enumerate(sorted(shelf.iterdir())):
        path.write_bytes(path.read_bytes()[: -1 - number] if number % 2 else b"")
    assert project.build(OCOP_WORKERS="2").code == 0
    assert manifest(project.site) == first
    shutil.rmtree(shelf)
    assert project.build(OCOP_WORKERS="1").code == 0
    assert manifest(project.site) == first
    assert {path.name for path in shelf.iterdir()} == {path.name for path in kept}


def test_a_product_with_a_photo_is_shared_with_it(project: Project) -> None:
    """Its card is a JPEG, and its photo follows as a picture of its own, with size and words."""
    assert project.build().code == 0
    text = project.read("san-pham/muoi-hat-thu/index.html")
    base = "https://ocop-bac-lieu.example/"
    assert f'<meta property="og:image" content="{base}chia-se/san-pham/muoi-hat-thu.jpg">' in text
    assert f'<meta property="og:image" content="{base}san-pham/muoi-hat-thu/muoi-hat-thu.jpg">' in text
    assert (project.site / "chia-se/san-pham/muoi-hat-thu.jpg").stat().st_size <= 60_000
    assert "chia-se/" not in project.read("chu-the/htx-muoi-thu/index.html")
