"""Writing: the same bytes whoever writes them, nothing outside the site, and a fault that says where."""

import os
from pathlib import Path

import pytest

from ocop.site.model import Asset, Page
from ocop.site.writing import WritingError, inside, workers, write_assets, write_pages

PAGES = tuple(
    Page(f"san-pham/muoi-{number}/", "vi", "", f"Muối {number}", "", "p.html", None) for number in range(200)
)


def title(page: Page) -> str:
    """Render a page as its title."""
    return f"<h1>{page.title}</h1>"


def bytes_of(folder: Path) -> dict[str, bytes]:
    """Give every file of a folder."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_the_number_of_processes_changes_no_byte(tmp_path: Path) -> None:
    """One process and three write the same files."""
    for processes in (1, 3):
        write_pages(PAGES, title, tmp_path / str(processes), processes)
    assert bytes_of(tmp_path / "1") == bytes_of(tmp_path / "3")
    assert len(bytes_of(tmp_path / "1")) == len(PAGES)


@pytest.mark.parametrize("processes", [1, 3])
def test_a_page_that_cannot_be_rendered_is_named(tmp_path: Path, processes: int) -> None:
    """The message says which page, which template, what and where, from whatever process it comes."""

    def render(page: Page) -> str:
        return page.title if page.title != "Muối 77" else str(1 / 0)

    with pytest.raises(
        WritingError, match=r"^/san-pham/muoi-77/ \(p.html\): ZeroDivisionError: .*test_writing.py:\d+\)$"
    ):
        write_pages(PAGES, render, tmp_path, processes)


def test_a_process_that_is_killed_fails_the_build(tmp_path: Path) -> None:
    """A worker that the system ends for want of memory must not leave a site with holes that calls itself whole."""

    def render(page: Page) -> str:
        if page.title == "Muối 77":
            os._exit(9)
        return page.title

    with pytest.raises(WritingError, match="stopped from outside"):
        write_pages(PAGES, render, tmp_path, 2)


def test_what_is_done_meanwhile_can_fail_the_build(tmp_path: Path) -> None:
    """An export that cannot be made stops the build, and its workers with it."""

    def export() -> None:
        raise ValueError("no table")

    with pytest.raises(ValueError, match="no table"):
        write_pages(PAGES, title, tmp_path, 2, meanwhile=export)


@pytest.mark.parametrize(
    "path", ["../a", "a/../../b", "/etc/passwd", "a//b", "", "a/./b", "a\\b", "c:/a", "a\0b"]
)
def test_no_path_leads_out_of_the_site(tmp_path: Path, path: str) -> None:
    """Whatever an id has come to hold, it is written inside the site or not at all."""
    with pytest.raises(ValueError, match="not a path inside the site"):
        inside(tmp_path, path)


def test_files_are_written_from_bytes_and_from_files(tmp_path: Path) -> None:
    """An asset is what it holds, or a file that is copied."""
    (tmp_path / "picture").write_bytes(b"\xff\xd8")
    write_assets([Asset("a/b.json", b"[]"), Asset("c.jpg", tmp_path / "picture")], tmp_path / "site")
    assert bytes_of(tmp_path / "site") == {"a/b.json": b"[]", "c.jpg": b"\xff\xd8"}


def test_as_many_processes_as_processors_unless_told_otherwise() -> None:
    """The environment may say a number, and nothing else."""
    assert workers(None) >= 1
    assert workers("3") == 3
    for nonsense in ("0", "-1", "two", "1.5"):
        with pytest.raises(ValueError, match="not a number of processes"):
            workers(nonsense)
