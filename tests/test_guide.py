"""The staff guide tells the truth: its commands exist, its records are valid, its pictures are there and light."""

from __future__ import annotations

import csv
import re
import shlex
import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import click
import pytest
from click.testing import CliRunner
from openpyxl import Workbook
from PIL import Image

from conftest import DAY, Check
from hosting import ROOT
from ocop import cli
from ocop.cli import COMMANDS
from ocop.records import Producer, Product, SalesPoint
from ocop.source import SourceFile, parse
from pages import PublishedPage

GUIDE = ROOT / "catalogue/huong-dan"
PAGES = sorted(GUIDE.glob("*.md"))
TEXTS = {path.stem: path.read_text("utf-8") for path in PAGES}
COMMAND_PAGE = TEXTS["lenh"]
MOST_BYTES = 60_000
# One row of a list as an office keeps it, by the headings that the guide names.
ROW = {
    "Tên sản phẩm": "Muối hạt Mẫu",
    "Loại hàng": "Muối",
    "Huyện": "Đông Hải",
    "Xã": "Điền Hải",
    "Chủ thể": "",
    "Hạng sao": "bốn sao",
    "Ngày công nhận": "28/12/2023",
    "Số quyết định": "1234/QĐ-UBND",
    "Cơ quan công nhận": "UBND tỉnh Cà Mau",
    "Nguồn": "https://example.vn/quyet-dinh-1234",
}
STARTERS: dict[type[Any], dict[str, Any]] = {
    Product: {"name": "Mẫu", "kind": "muoi", "sources": ["nguon"]},
    Producer: {"name": "Mẫu", "sources": ["nguon"]},
    SalesPoint: {"name": "Mẫu", "sources": ["nguon"]},
}


def blocks(language: str) -> Iterator[tuple[str, str]]:
    """Yield every block of a language with the page it stands on, indented or not."""
    for name, text in TEXTS.items():
        for indent, block in re.findall(rf"^( *)```{language}\n(.*?)^ *```", text, re.DOTALL | re.MULTILINE):
            yield name, re.sub(rf"^{indent}", "", block, flags=re.MULTILINE)


def commands() -> Iterator[tuple[str, list[str]]]:
    """Yield every command line of `ocop` that the guide shows, without its prompt, comment and redirection."""
    yield from to_copy()
    yield from _read(
        (name, code) for name, text in TEXTS.items() for code in re.findall(r"`(ocop [^`]+)`", text)
    )


def to_copy() -> Iterator[tuple[str, list[str]]]:
    """Yield those that stand on lines of their own, whole and in their order."""
    yield from _read((name, line) for name, block in blocks("sh") for line in block.splitlines())


def _read(shown: Iterable[tuple[str, str]]) -> Iterator[tuple[str, list[str]]]:
    for name, line in shown:
        words = shlex.split(line, comments=True)
        if words[:1] == ["ocop"]:
            yield name, words[1 : words.index(">") if ">" in words else None]


def command_named(name: str) -> click.Command:
    """Give a command of `ocop`."""
    found = cli.ocop.get_command(click.Context(cli.ocop), name)
    assert found is not None, name
    return found


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_its_place(name: str) -> None:
    """Each command has a heading with a stable anchor and an example, and the table leads to it."""
    assert re.search(rf"^## `ocop {name}`: .+ {{#{name}}}$", COMMAND_PAGE, re.MULTILINE)
    assert f"[`ocop {name}`](#{name})" in COMMAND_PAGE
    assert [words for page, words in commands() if page == "lenh" and words[0] == name and words[1:]]


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_explains_itself(name: str) -> None:
    """The help of a command is in Vietnamese and in English and has an example."""
    shown = command_named(name).help or ""
    assert "Ví dụ / example" in shown
    assert " / " in shown.splitlines()[0] or "\n/ " in shown


@pytest.mark.parametrize(("page", "words"), list(commands()), ids=str)
def test_every_command_line_is_understood(page: str, words: list[str]) -> None:
    """Whoever copies a command line from the guide uses options and words that the command takes."""
    command = command_named(words[0])
    context = click.Context(command, info_name=words[0])
    options = {text for parameter in command.params for text in (*parameter.opts, *parameter.secondary_opts)}
    if isinstance(command, click.Group) and len(words) > 1:
        command = command.get_command(context, words[1]) or command
        options |= {text for each in command.params for text in (*each.opts, *each.secondary_opts)}
    for word in words[1:]:
        if word.startswith("--"):
            assert word.partition("=")[0] in {*options, "--help"}, (page, words)


def test_every_option_exists() -> None:
    """An option that the guide names by itself belongs to some command."""
    known = {
        text
        for name in COMMANDS
        for parameter in command_named(name).params
        for text in (*parameter.opts, *parameter.secondary_opts)
    }
    for name, text in TEXTS.items():
        assert set(re.findall(r"`(--[a-z-]+)", text)) <= {*known, "--help"}, name


@pytest.fixture
def copied(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in a copy of the real catalogue, with a list beside it as the guide describes one."""
    for name in ("catalogue", "products"):
        shutil.copytree(ROOT / name, tmp_path / name)
    with (tmp_path / "danh-sach.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([[*ROW], [*ROW.values()]])
    book = Workbook()
    for row in ([*ROW], [*ROW.values()]):
        book.worksheets[0].append(row)
    book.save(tmp_path / "danh-sach.xlsx")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("CATALOGUE_DATE", DAY.isoformat())
    monkeypatch.delenv("OCOP_LANG", raising=False)
    return tmp_path


def test_every_command_of_the_page_of_commands_runs(copied: Path) -> None:
    """Copied one after the other, the commands of that page do their work; those that ask Git have their own tests."""
    for page, words in to_copy():
        if page == "lenh" and words[0] != "diff" and "--since" not in words:
            result = CliRunner().invoke(cli.ocop, words)
            assert isinstance(result.exception, SystemExit | None), (words, result.exception)
            assert result.exit_code == 0, (words, result.output)
    assert (copied / "products/dong-hai/muoi-ot-mau.yml").is_file()
    assert (copied / "products/dong-hai/muoi-hat-mau.yml").is_file()


def test_the_columns_of_the_guide_are_read(copied: Path) -> None:
    """A list with exactly the columns that the guide names becomes a record, and the check has no error to tell."""
    told = re.findall(
        r"^\| ([^|]+?) \| [^|]+ \| (?:có|không)[^|]* \|$", TEXTS["nhap-tu-bang-tinh"], re.MULTILINE
    )
    assert told == [*ROW]
    assert CliRunner().invoke(cli.ocop, ["import", "danh-sach.xlsx"]).exit_code == 0
    tree = parse(SourceFile("x.yml", (copied / "products/dong-hai/muoi-hat-mau.yml").read_text("utf-8"))).root
    assert isinstance(tree, dict)
    assert (tree["name"], tree["kind"], tree["commune"]) == ("Muối hạt Mẫu", "muoi", "dien-hai")
    assert tree["recognitions"] == [
        {
            "stars": "4",
            "date": "2023-12-28",
            "decision": "1234/QĐ-UBND",
            "authority": "UBND tỉnh Cà Mau",
        }
    ]
    assert CliRunner().invoke(cli.ocop, ["check"]).exit_code == 0


def test_make_targets_exist() -> None:
    """Every `make` command of the guide is a target."""
    makefile = (ROOT / "Makefile").read_text("utf-8")
    for text in TEXTS.values():
        for target in re.findall(r"\bmake ([a-z]+)\b", text):
            assert re.search(rf"^{target}:", makefile, re.MULTILINE), target


def test_a_whole_record_of_the_guide_is_valid(tmp_path: Path, check: Check) -> None:
    """The record to copy, put where the guide says, is told of no error."""
    for name in ("catalogue", "products"):
        shutil.copytree(ROOT / name, tmp_path / name)
    records = [block for _, block in blocks("yaml") if block.startswith("name:") and "sources:" in block]
    assert records
    for number, record in enumerate(records):
        (tmp_path / f"products/dong-hai/ban-mau-{number}.yml").write_text(record, "utf-8")
    result = check(tmp_path, "--lang", "en")
    assert " error: " not in result.output
    assert result.exit_code == 0


@pytest.mark.parametrize(("page", "block"), list(blocks("yaml")), ids=lambda part: part[:24])
def test_a_piece_of_a_record_fits_a_record(page: str, block: str) -> None:
    """Every piece of YAML that the guide shows can stand in a product, a producer or a sales point."""
    tree = parse(SourceFile(f"{page}.yml", block)).root
    assert isinstance(tree, dict)
    for model, starter in STARTERS.items():
        if set(tree) <= {info.alias or name for name, info in model.model_fields.items()}:
            model.model_validate({**starter, **tree})
            return
    pytest.fail(f"no kind of record has all of {sorted(tree)}")


def test_pictures_are_used_described_and_light() -> None:
    """Each picture of the guide stands on a page, is told in words, and costs a phone little."""
    shown = {
        name: alt
        for text in TEXTS.values()
        for alt, name in re.findall(r"^!\[([^\]]*)\]\(anh/([^)]+)\)", text, re.MULTILINE)
    }
    assert {path.name for path in (GUIDE / "anh").iterdir()} == set(shown)
    for name, alt in shown.items():
        assert len(alt) > 20, name
        assert (GUIDE / "anh" / name).stat().st_size <= MOST_BYTES, name
        with Image.open(GUIDE / "anh" / name) as picture:
            assert picture.width <= 1280, name


def test_every_page_is_reached_from_the_first(built_site: Path) -> None:
    """The first page leads to every other page of the guide, and each of those leads back."""
    first = PublishedPage.read(built_site / "huong-dan/index.html", built_site)
    led = {first.resolve(link)[0] for link in first.links if not link.startswith("http")}
    for name in set(TEXTS) - {"index"}:
        assert f"huong-dan/{name}/" in led, name
        page = PublishedPage.read(built_site / "huong-dan" / name / "index.html", built_site)
        article = {page.resolve(link)[0] for link in page.links if not link.startswith("http")}
        assert "huong-dan/" in article, name


@pytest.mark.parametrize("name", ["fields", "messages", "work", "editor"])
def test_the_guide_leads_to_what_is_made_by_itself(name: str, built_site: Path) -> None:
    """Fields, messages, work lists and the form are one link away."""
    from ocop.addresses import staff

    first = PublishedPage.read(built_site / "huong-dan/index.html", built_site)
    assert staff(name) in {first.resolve(link)[0] for link in first.links if not link.startswith("http")}
    assert (built_site / staff(name) / "index.html").is_file()


def test_the_guide_uses_old_style_tone_marks() -> None:
    """The guide spells as the whole catalogue does: hóa, xóa, tọa, not hoá, xoá, toạ."""
    modern = re.compile(r"\w*(?:o[áàảãạ]|u[ýỳỷỹỵ]|o[éèẻẽẹ])\b")
    for name, text in TEXTS.items():
        found = [word for word in modern.findall(text) if not re.match(r"(qu|Qu)[ýỳỷỹỵ]", word)]
        assert found == [], name
