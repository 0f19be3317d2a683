"""The exports as CSV: read back as a spreadsheet reads them."""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.catalogues import SITE, edition, producer, product, sales_point

from ocop import export
from ocop.edition import Edition
from ocop.export.csv_file import csv_file, harmless
from ocop.export.table import Column, Table

# Every text that a record may hold begins like this in some spreadsheet's formula.
LEADS = ["=", "+", "-", "@", "＝", "＋", "－", "＠", " =", "\u00a0+", "\u3000@", "\t", "\r"]


def read(made: Edition, name: str = "products") -> list[dict[str, str]]:
    """Read one CSV file of an edition's exports."""
    text = export.files(made, SITE)[f"data/{name}.csv"].decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline=""), strict=True))


def starts_a_formula(cell: str) -> bool:
    """Judge a cell as a spreadsheet would, after folding full-width forms and dropping blanks."""
    folded = unicodedata.normalize("NFKC", cell)
    return folded[:1] in {"\t", "\r"} or folded.strip()[:1] in {"=", "+", "-", "@"}


def test_the_file_is_what_rfc_4180_and_spreadsheets_ask_for() -> None:
    """A byte-order mark, lines that end with CR LF, as many cells in each line as in the header, names once each."""
    raw = export.files(edition(products={"a": product(story='một,\n“hai” "ba"\n'), "b": product()}), SITE)[
        "data/products.csv"
    ]
    assert raw.startswith(b"\xef\xbb\xbf")
    assert raw.endswith(b"\r\n")
    lines = list(csv.reader(io.StringIO(raw.decode("utf-8-sig"), newline=""), strict=True))
    assert {len(line) for line in lines} == {len(lines[0])}
    assert len(set(lines[0])) == len(lines[0])
    assert len(lines) == 3


def test_texts_come_back_whole() -> None:
    """Commas, quotes and line breaks of a text are kept."""
    story = 'Dòng một, có "ngoặc"\n\nDòng hai; hết'
    (row,) = read(edition(products={"muoi": product(story=story)}))
    assert row["story"] == story


def test_vietnamese_and_english_stand_side_by_side() -> None:
    """Right of a name stands the English one."""
    header = list(read(edition(products={"muoi": product()}))[0])
    for name in ("name", "kind_name", "group_name", "summary", "story"):
        assert header[header.index(name) + 1] == f"{name}_en"


def test_nested_facts_have_columns_of_their_own_and_lists_one_cell() -> None:
    """What lies inside is named by its path; lists are joined; objects in lists say what is what."""
    written = product(
        producer="htx",
        season=["3", "1"],
        trade={
            "output": {"quantity": "900", "unit": "t"},
            "export_markets": ["KR", "SG"],
            "private_label": "true",
        },
        packs=[{"size": "500 g", "price": "15000"}, {"size": "1 kg"}],
    )
    (row,) = read(edition(products={"muoi": written}, producers={"htx": producer()}))
    told = (
        "producer_id",
        "season",
        "trade_output_quantity",
        "trade_export_markets",
        "trade_private_label",
        "packs",
        "sources",
    )
    assert [row[name] for name in told] == [
        "htx", "1; 3", "900", "KR; SG", "true", "size=500 g, price=15000; size=1 kg", "https://bao.example/bai",
    ]  # fmt: skip


def test_what_is_not_known_is_empty() -> None:
    """No cell says null or None."""
    (row,) = read(edition(products={"chua-ro/muoi": product()}))
    assert {
        row[name]
        for name in ("name_en", "district", "producer_id", "stars", "visit_location_lat", "withdrawn_date")
    } == {""}
    assert not {"None", "null"} & set(row.values())


@given(st.sampled_from(LEADS), st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), max_size=20))
def test_no_text_is_left_that_a_spreadsheet_would_run(lead: str, rest: str) -> None:
    """A dangerous text gains one apostrophe in front and loses nothing."""
    assert harmless(lead + rest) == f"'{lead}{rest}"


@given(st.text(st.characters(codec="utf-8"), max_size=30))
def test_texts_are_guarded_when_they_must_be_and_only_then(text: str) -> None:
    """Whatever a text is, its cell starts no formula; one that starts none is not touched."""
    cell = harmless(text)
    assert not starts_a_formula(cell)
    if not re.match(r"[\s=+\-@＝＋－＠−]", text):
        assert cell == text


@pytest.mark.parametrize("lead", LEADS)
def test_no_cell_of_any_export_starts_a_formula(lead: str) -> None:
    """Planted in every text of a product, a producer and a sales point, a formula stays a text."""
    text = f"{lead}cmd|' /C calc'!A0".strip() if lead.strip() else "=1+1"
    plant: dict[str, Any] = {
        "name": text,
        "summary": text,
        "story": text,
        "en": {"name": text, "summary": text, "story": text},
    }
    made = edition(
        products={"muoi": product(
            **plant, producer="htx", ingredients=text, storage=text, retail=text,
            packs=[{"size": text}], certifications=[{"scheme": text}], withdrawn={"reason": text},
        )},
        producers={"htx": producer(**plant, also_known_as=[text, text], address=text)},
        sales_points={"quay": sales_point(**plant, operator=text, address=text, province=text)},
    )  # fmt: skip
    cells = [
        cell
        for name in ("products", "producers", "sales-points")
        for row in read(made, name)
        for cell in row.values()
    ]
    assert sum(text in cell for cell in cells) > 20
    assert not [cell for cell in cells if starts_a_formula(cell)]


def test_negative_numbers_stay_numbers() -> None:
    """A number below zero is no text: it keeps its sign and gains no apostrophe; the same as text gains one."""
    columns = (
        Column("lon", ("lon",), "number", "Kinh độ", "Longitude"),
        Column("text", ("text",), "text", "Chữ", "Text"),
    )
    table = Table("points", "Điểm", "Points", columns, ({"lon": -105.5, "text": "-105.5"},))
    assert csv_file(table).decode("utf-8-sig").splitlines()[1] == "-105.5,'-105.5"
