"""The exports as XLSX: read back as a spreadsheet reads them."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import datetime
from typing import Any

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet
from tests.catalogues import SITE, edition, producer, product, sales_point

from ocop import export
from ocop.edition import Edition
from ocop.export.table import Column, Table
from ocop.export.workbook import _sheet_name, workbook
from ocop.records import Product

RATED = {
    "stars": "4",
    "date": "2024-12-28",
    "decision": "12/QĐ-UBND",
    "sources": ["nguon", {"url": "https://a.example/"}],
}


def book(made: Edition, name: str = "products") -> openpyxl.Workbook:
    """Open one workbook of an edition's exports."""
    return openpyxl.load_workbook(io.BytesIO(export.files(made, SITE)[f"data/{name}.xlsx"]))


def rows(sheet: Worksheet) -> list[dict[str, Any]]:
    """Give the rows of a sheet under the names in its second row."""
    names = [cell.value for cell in sheet[2]]
    return [dict(zip(names, row, strict=True)) for row in sheet.iter_rows(min_row=3, values_only=True)]


def rated(**further: Any) -> Edition:
    """Make an edition of one rated product with a list of each sort."""
    written = product(
        recognitions=[{"stars": "3", "date": "2021"}, RATED], packs=[{"size": "500 g", "price": "15000"}],
        season=["1", "2"], checked="2026-11", **further,
    )  # fmt: skip
    return edition(products={"muoi": written})


def test_the_first_sheet_holds_what_the_csv_holds() -> None:
    """Each column of the CSV stands there under its name, above it the words of both languages."""
    made = rated(en={"name": "Salt"})
    sheet = book(made).worksheets[0]
    header = export.files(made, SITE)["data/products.csv"].decode("utf-8-sig").splitlines()[0].split(",")
    names = [cell.value for cell in sheet[2]]
    assert [name for name in names if name in header] == header
    assert sheet.title == "Sản phẩm"
    assert sheet["B1"].value == "Tên sản phẩm / Name"
    (row,) = rows(sheet)
    assert (row["id"], row["name"], row["name_en"], row["kind_name"]) == ("muoi", "Muối hạt", "Salt", "Muối")


def test_numbers_dates_and_truth_values_are_what_they_are() -> None:
    """A spreadsheet can add, sort and filter: only a date that is known in part is text."""
    (row,) = rows(book(rated()).worksheets[0])
    assert row["stars"] == 4
    assert row["rated_on"] == datetime(2024, 12, 28)  # noqa: DTZ001 - a spreadsheet knows no time zones
    assert row["checked"] == "2026-11"
    assert row["promoted"] is False
    assert row["season"] == "1; 2"


def test_every_list_of_a_record_has_a_sheet_as_it_is_written() -> None:
    """Entries stand with the product's id and their numbers; nothing that the catalogue works out is among them."""
    made = book(rated())
    assert [sheet.title for sheet in made] == [
        "Sản phẩm", "Ảnh", "Các lần công nhận", "Các lần công nhận – Nguồn", "Quy cách và giá", "Chứng nhận khác",
        "Chứng nhận khác – Nguồn", "Nguồn",
    ]  # fmt: skip
    first, second = rows(made["Các lần công nhận"])
    assert (
        first["id"],
        first["recognitions#"],
        first["recognitions.date"],
        first["recognitions.expires"],
    ) == ("muoi", 1, "2021", None)
    assert (second["recognitions#"], second["recognitions.decision"]) == (2, "12/QĐ-UBND")
    cited = rows(made["Các lần công nhận – Nguồn"])
    assert [
        (each["recognitions#"], each["recognitions.sources#"], each["recognitions.sources.ref"])
        for each in cited
    ] == [(2, 1, "nguon"), (2, 2, None)]
    assert cited[1]["recognitions.sources.url"] == "https://a.example/"


def test_what_staff_note_and_what_is_personal_stays_inside() -> None:
    """Notes, likely duplicates, remarks on sources and a person's identity number without consent are in no cell."""
    inline = {"url": "https://a.example/", "note": "bí mật"}
    made = edition(
        products={"muoi": product(notes="bí mật", similar_to=["kia"], sources=[inline]), "kia": product()},
        producers={"ho": producer(tax_code="095123456789", notes="bí mật")},
        sales_points={"quay": sales_point(notes="bí mật")},
    )
    for name in ("products", "producers", "sales-points"):
        cells = [
            cell for sheet in book(made, name) for row in sheet.iter_rows(values_only=True) for cell in row
        ]
        assert cells
        assert not [
            cell for cell in cells if isinstance(cell, str) and ("bí mật" in cell or "095123456789" in cell)
        ]
        assert not {"notes", "similar_to", "sources.note"} & set(map(str, cells))


@pytest.mark.parametrize("lead", ["=", "+", "-", "@", "＝", "\u00a0=", "'="])
def test_nothing_becomes_a_formula_or_a_link(lead: str) -> None:
    """Whatever a text begins with, its cell is a text that no spreadsheet runs, and no address can be pressed."""
    text = f'{lead}HYPERLINK("https://evil.example")'
    planted: dict[str, Any] = {"name": text, "summary": text, "packs": [{"size": text}], "retail": text}
    made = edition(products={"muoi": product(**planted, links={"website": "https://a.example/"})})
    cells = [
        cell for sheet in book(made) for row in sheet.iter_rows() for cell in row if cell.value is not None
    ]
    assert sum("HYPERLINK" in str(cell.value) for cell in cells) >= 4
    assert not [cell for cell in cells if cell.data_type == "f" or cell.hyperlink is not None]
    assert not [
        cell
        for cell in cells
        if re.match(r"\s*[=+@＝-]", str(cell.value)) and not isinstance(cell.value, int | float)
    ]


def test_the_head_stays_in_sight_and_filters() -> None:
    """Both head rows and the names are frozen, and every column has a filter."""
    for sheet in book(rated()):
        assert sheet.freeze_panes == "C3"
        assert sheet.auto_filter.ref.startswith("A2:")


def test_columns_are_as_wide_as_what_stands_in_them() -> None:
    """A name can be read whole without pulling at the column; a long text runs on instead of pushing the rest away."""
    name = "Muối hạt trắng khô của Gành Hào"
    page = book(rated(name=name, summary="dài " * 40)).worksheets[0]
    letters = {cell.value: cell.column_letter for cell in page[2]}
    assert page.column_dimensions[letters["name"]].width > len(name)
    assert page.column_dimensions[letters["summary"]].width < 60


def test_equal_records_are_equal_bytes() -> None:
    """Neither clock nor chance is in the file: each part is dated alike."""
    first, second = (export.files(rated(), SITE)["data/products.xlsx"] for _ in range(2))
    assert first == second
    with zipfile.ZipFile(io.BytesIO(first)) as packed:
        assert {entry.date_time for entry in packed.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert b"2000-01-01T00:00:00Z" in packed.read("docProps/core.xml")


def test_an_empty_table_is_a_workbook_too() -> None:
    """A catalogue without sales points publishes their head alone."""
    made = book(edition(), "sales-points")
    assert [sheet.title for sheet in made] == ["Điểm bán"]
    assert made.worksheets[0].max_row == 2


def test_sheets_have_names_that_spreadsheets_allow() -> None:
    """A long name is cut, a forbidden sign goes, and no two sheets are called alike."""
    taken: set[str] = set()
    names = [_sheet_name(name, taken) for name in ("A/B: *?", "a/b: *?", "x" * 40, "x" * 40)]
    assert len({name.casefold() for name in names}) == 4
    assert all(len(name) <= 31 and not set(name) & set("[]:*?/\\") for name in names)


def test_days_that_spreadsheets_miscount_stay_text() -> None:
    """Before March 1900 spreadsheets count a day that never was: such a date is written out."""
    column = Column("founded", ("founded",), "date", "Ngày", "Date")
    record = Product.model_validate(product()).placed("products/dong-hai/muoi.yml")
    table = Table("products", "Sản phẩm", "Products", (Column("id", ("id",), "text", "Mã", "Id"), column),
                  ({"id": "muoi", "founded": "1900-01-15"},))  # fmt: skip
    opened = openpyxl.load_workbook(io.BytesIO(workbook(table, {"muoi": record})))
    assert rows(opened.worksheets[0])[0]["founded"] == "1900-01-15"
