"""What the site publishes as workbooks comes back as the same records."""

from __future__ import annotations

import io
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from click.testing import CliRunner, Result
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.catalogues import SITE as ADDRESS

from conftest import DAY, Check
from ocop import build, cli
from ocop.export.csv_file import csv_file
from ocop.export.files import tables
from ocop.export.workbook import workbook
from ocop.fields import Facts
from ocop.records.base import Record
from ocop.records.columns import facts, parts

PROJECT = Path(__file__).parents[1]
FOLDERS = {
    "products": "products",
    "producers": "catalogue/producers",
    "sales-points": "catalogue/sales-points",
}


def published(root: Path, day: date = DAY) -> dict[str, bytes]:
    """Publish a catalogue's workbooks."""
    edition = build.check(root, day).edition
    assert edition is not None
    return {table.name: workbook(table, records(root, table.name)) for table in tables(edition, ADDRESS)}


def records(root: Path, name: str) -> dict[str, Record]:
    """Load the records of one collection by id."""
    catalogue = build.load(root).catalogue
    assert catalogue is not None, [found for found in build.load(root).findings if found.is_error]
    found: dict[str, dict[str, Record]] = {
        "products": dict(catalogue.products),
        "producers": dict(catalogue.producers),
        "sales-points": dict(catalogue.sales_points),
    }
    return found[name]


def run(root: Path, file: Path, *arguments: str) -> Result:
    """Run `ocop import`; it fails on any traceback."""
    result = CliRunner().invoke(cli.ocop, ["import", str(file), "--root", str(root), *arguments])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exc_info
    return result


def public(part: Any) -> Any:
    """Give a part of a record without what is never published."""
    if isinstance(part, tuple):
        return tuple(public(each) for each in part)
    if not isinstance(part, Facts):
        return part
    shown = {each.attributes[0] for each in facts(type(part)) if not each.for_staff}
    shown |= {each.attributes[0][0] for each in parts(type(part)) if len(each.path) == 1}
    return {name: public(getattr(part, name)) for name in shown}


@pytest.fixture(params=["made up", "real"])
def root(request: pytest.FixtureRequest, site: Path, tmp_path: Path) -> Path:
    """Give a copy of the made-up catalogue, and of the real one."""
    if request.param == "made up":
        return site
    copy = tmp_path / "real"
    for name in ("catalogue", "products"):
        shutil.copytree(PROJECT / name, copy / name)
    return copy


@pytest.fixture(params=list(FOLDERS))
def name(request: pytest.FixtureRequest) -> str:
    """Give the name of each table."""
    chosen: str = request.param
    return chosen


def test_into_the_same_catalogue_nothing_changes(root: Path, name: str, tmp_path: Path) -> None:
    """What was published and not touched says nothing new, and no file is written, whatever the options."""
    before = {path: path.read_bytes() for path in root.rglob("*.yml")}
    file = tmp_path / f"{name}.xlsx"
    file.write_bytes(published(root)[name])
    result = run(root, file, "--update", "--lang", "en")
    assert result.exit_code == 0, result.output
    assert "Nothing new, nothing changed" in result.output
    assert {path: path.read_bytes() for path in root.rglob("*.yml")} == before


def test_into_an_empty_catalogue_the_same_records_come_back(
    root: Path, name: str, check: Check, tmp_path: Path
) -> None:
    """Records made of a published workbook equal those it was published from, but for what is never published."""
    made_of = records(root, name)
    file = tmp_path / f"{name}.xlsx"
    file.write_bytes(published(root)[name])
    remove(root, name)
    result = run(root, file)
    assert result.exit_code == 0, result.output
    assert check(root).exit_code == 0, check(root).output
    again = records(root, name)
    assert again.keys() == made_of.keys()
    for record_id, record in made_of.items():
        assert again[record_id].path == record.path
        assert public(again[record_id]) == public(record)


def test_the_csv_says_nothing_new_either(root: Path, name: str, tmp_path: Path) -> None:
    """A published CSV is known by its columns; the lists that it has in one cell are left out."""
    edition = build.check(root, DAY).edition
    assert edition is not None
    (table,) = (each for each in tables(edition, ADDRESS) if each.name == name)
    file = tmp_path / f"{name}.csv"
    file.write_bytes(csv_file(table))
    assert "Nothing new, nothing changed" in run(root, file, "--lang", "en").output


def remove(root: Path, name: str) -> None:
    """Remove the records of a collection, not their photos."""
    for path in (root / FOLDERS[name]).rglob("*.yml"):
        path.unlink()


def edited(raw: bytes, edit: Callable[[openpyxl.Workbook], None]) -> bytes:
    """Edit a workbook as a person does."""
    book = openpyxl.load_workbook(io.BytesIO(raw))
    edit(book)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def column(sheet: Any, name: str) -> int:
    """Find a column by the name in the second row."""
    return next(cell.column for cell in sheet[2] if cell.value == name)


def test_an_edited_workbook_changes_what_was_edited_and_nothing_else(
    site: Path, check: Check, tmp_path: Path
) -> None:
    """A changed price and summary are told as they were and will be; notes, comments and other sources stay."""
    file = tmp_path / "products.xlsx"

    def edit(book: openpyxl.Workbook) -> None:
        goods, packs = book["Sản phẩm"], book["Quy cách và giá"]
        for row in range(3, goods.max_row + 1):
            if goods.cell(row, 1).value == "muoi-hat-thu":
                goods.cell(row, column(goods, "summary")).value = "Muối hạt, tóm tắt mới."
        for row in range(3, packs.max_row + 1):
            if (
                packs.cell(row, 1).value == "muoi-hat-thu"
                and packs.cell(row, column(packs, "packs#")).value == 2
            ):
                packs.cell(row, column(packs, "packs.price")).value = 30000

    file.write_bytes(edited(published(site)["products"], edit))
    record = site / "products/huyen-thu/muoi-hat-thu.yml"
    before = record.read_text("utf-8")
    shown = run(site, file)
    assert "Tóm tắt: Muối hạt bịa ra để thử. → Muối hạt, tóm tắt mới." in shown.output
    assert "Quy cách và giá 2 › Giá bán lẻ (đồng): 28000 → 30000" in shown.output
    assert record.read_text("utf-8") == before
    done = run(site, file, "--update")
    assert done.exit_code == 0, done.output
    text = record.read_text("utf-8")
    assert "# Sản phẩm bịa ra để thử: mọi trường đều có." in text
    assert "notes: Ghi chú nội bộ bịa ra." in text
    assert "price: 30000" in text
    assert "summary: Muối hạt, tóm tắt mới." in text
    assert check(site).exit_code == 0
    changed = [
        path
        for path in site.rglob("*.yml")
        if path.read_bytes() != (PROJECT / "tests/site" / path.relative_to(site)).read_bytes()
    ]
    assert changed == [record]


TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc", "Cf", "Co", "Cn"]), max_size=40)
GUARDS = st.sampled_from(["", "", "=", "'=", "''+", "- ", "@", "'", "_x0041_", ";"])


@pytest.fixture(scope="module")
def bare(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a catalogue of one producer, to load many times."""
    root = tmp_path_factory.mktemp("bare")
    for folder in ("catalogue/producers", "products"):
        (root / folder).mkdir(parents=True)
    return root


@settings(max_examples=30)
@given(summary=TEXTS, names=st.lists(TEXTS, max_size=3), guard=GUARDS)
def test_any_text_comes_back(bare: Path, summary: str, names: list[str], guard: str) -> None:
    """Signs that begin formulas, marks that part lists, odd blanks: each text is the same when it is read again."""
    texts = [text for text in (f"{guard}{name}".strip() for name in names) if text]
    written = (
        f"name: {quoted(f'{guard}{summary}'.strip() or 'Tên')}\nsources: [{{url: https://example.org/}}]\n"
    )
    written += "also_known_as:\n" + "".join(f"  - {quoted(text)}\n" for text in texts) if texts else ""
    (bare / "catalogue/producers/mot.yml").write_text(written, "utf-8")
    file = bare / "producers.xlsx"
    file.write_bytes(published(bare)["producers"])
    result = run(bare, file, "--lang", "en")
    assert "Nothing new, nothing changed" in result.output, result.output


def quoted(text: str) -> str:
    """Write a text as YAML has it in single quotes."""
    return "'" + text.replace("'", "''") + "'"
