"""The exports in LibreOffice: opened and read as a clerk's machine does, without a window.

Set-up installs it where it may; where it is missing these tests are skipped.
"""

from __future__ import annotations

import csv
import os
import subprocess
from pathlib import Path

import pytest
from tests.catalogues import edition, exported_alone, producer, product, sales_point

PATIENCE = 120.0
OFFICE = os.environ.get("OFFICE", "")
pytestmark = pytest.mark.skipif(
    not OFFICE, reason="no LibreOffice is named by OFFICE: `make test` does that where it is installed"
)

AS_CSV = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1"
"""Commas, quotes, UTF-8, cells as they are shown, every sheet into a file of its own."""
FROM_CSV = "CSV:44,34,76,1"
FORMULAS = ("=1+1", '=HYPERLINK("https://x.example";"Muối")', "+1+1", "-1+1", "@SUM(1)", "＝1+1")
NAME = "Muối hạt trắng, khô; “đặc sản” Gành Hào ở Đông Hải – ẵ ỗ ữ ỵ"


def opened(sheet: Path, folder: Path, *options: str) -> dict[str, list[list[str]]]:
    """Open a file in LibreOffice and give each sheet's cells as it shows them."""
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    told = folder / "told"
    ran = subprocess.run(
        [OFFICE, profile, "--headless", *options, "--convert-to", AS_CSV, "--outdir", str(told), str(sheet)],
        capture_output=True, text=True, timeout=PATIENCE, check=True, env={**os.environ, "HOME": str(folder)},
    )  # fmt: skip
    assert "Error" not in ran.stdout + ran.stderr, ran.stderr
    found = {}
    for path in sorted(told.glob(f"{sheet.stem}*.csv")):
        with path.open(encoding="utf-8-sig", newline="") as cells:
            found[path.stem.removeprefix(sheet.stem).removeprefix("-")] = list(csv.reader(cells))
        path.unlink()
    assert found, ran.stdout + ran.stderr
    return found


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a folder with the exports of a catalogue whose names are hostile or Vietnamese."""
    goods = {
        f"bay-{number}": product(name=text, summary=text, ingredients=text)
        for number, text in enumerate(FORMULAS)
    }
    goods["muoi"] = product(
        name=NAME, story="Dòng một\n\nDòng hai", recognitions=[{"stars": "4", "date": "2025-03-01"}],
        packs=[{"size": "500 g", "price": "15000"}], trade={"output": {"quantity": "900.5", "unit": "t"}},
    )  # fmt: skip
    made = edition(
        products=goods,
        producers={"htx": producer(name=FORMULAS[1])},
        sales_points={"cho": sales_point(name=FORMULAS[0])},
    )
    folder = tmp_path_factory.mktemp("exported")
    for path, content in exported_alone(made):
        if path.endswith((".csv", ".xlsx")):
            (folder / path).write_bytes(content)
    return folder


def main_sheet(sheets: dict[str, list[list[str]]]) -> list[list[str]]:
    """Give the sheet with a row a record, among those of its lists."""
    return next(rows for rows in sheets.values() if "url_en" in (*rows[0], *rows[1]))


def column(rows: list[list[str]], name: str, heads: int) -> list[str]:
    """Give the cells of a column, whose name stands in the last of the first rows."""
    place = rows[heads - 1].index(name)
    return [row[place] for row in rows[heads:]]


@pytest.mark.parametrize("kind", ["xlsx", "csv"])
def test_names_stay_what_they_are(exported: Path, tmp_path: Path, kind: str) -> None:
    """Vietnamese is whole, and what looks like a formula is shown as the text it is, in the workbook as in the plain table."""
    options = [f"--infilter={FROM_CSV}"] if kind == "csv" else []
    rows = main_sheet(opened(exported / f"products.{kind}", tmp_path, *options))
    heads = 2 if kind == "xlsx" else 1
    for name in ("name", "summary", "ingredients"):
        shown = [cell.removeprefix("'") for cell in column(rows, name, heads) if cell]
        assert set(FORMULAS) <= set(shown)
    assert NAME in column(rows, "name", heads)


def test_the_workbook_has_dates_numbers_and_its_lists(exported: Path, tmp_path: Path) -> None:
    """A date is a date and a number a number, and each list of a record has a sheet of its own."""
    sheets = opened(exported / "products.xlsx", tmp_path)
    main = main_sheet(sheets)
    assert [cell for cell in column(main, "rated_on", 2) if cell] == ["2025-03-01"]
    assert [float(cell) for cell in column(main, "trade_output_quantity", 2) if cell] == [900.5]
    packs = next(
        rows for rows in sheets.values() if any("price" in name for name in rows[1]) and rows is not main
    )
    assert "15000" in {cell.replace(",", "").replace(".", "") for row in packs[2:] for cell in row}


@pytest.mark.parametrize("name", ["producers", "sales-points"])
@pytest.mark.parametrize("kind", ["xlsx", "csv"])
def test_the_other_tables_open(exported: Path, tmp_path: Path, name: str, kind: str) -> None:
    """Producers and sales points open as well, and a formula for a name is a name."""
    options = [f"--infilter={FROM_CSV}"] if kind == "csv" else []
    rows = main_sheet(opened(exported / f"{name}.{kind}", tmp_path, *options))
    (shown,) = column(rows, "name", 2 if kind == "xlsx" else 1)
    assert shown.removeprefix("'") in FORMULAS


def test_the_published_workbook_opens(built_site: Path, tmp_path: Path) -> None:
    """The real catalogue's workbook shows every product once, in the order of listings."""
    rows = main_sheet(opened(built_site / "data/products.xlsx", tmp_path))
    with (built_site / "data/products.csv").open(encoding="utf-8-sig", newline="") as sheet:
        names = [row["name"] for row in csv.DictReader(sheet)]
    assert column(rows, "name", 2) == names
