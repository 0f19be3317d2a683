"""`ocop import` as a clerk uses it: lists as offices keep them, what is told of them, what is written."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from click.testing import CliRunner, Result
from hypothesis import given, settings
from hypothesis import strategies as st

from conftest import Check
from ocop import build, cli
from ocop.form import saving
from ocop.intake import importing
from ocop.records import Product

HEAD = ("STT", "Tên sản phẩm", "Loại hàng", "Chủ thể", "Huyện", "Hạng sao", "Số QĐ", "Ngày QĐ", "Nguồn")
SALT = (
    1,
    "Muối sấy Thử",
    "Muối",
    "Hợp tác xã Muối Thử",
    "Huyện Thử",
    "4 sao",
    "12/QĐ-THU",
    "28/12/2023",
    "bao-thu",
)
ROW = dict(zip(HEAD, SALT, strict=True))
NEW = "products/huyen-thu/muoi-say-thu.yml"

Import = Callable[..., Result]


@pytest.fixture
def imported(site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Import:
    """Give a function that writes rows to an XLSX file and imports it; it fails on any traceback."""
    monkeypatch.delenv("OCOP_LANG", raising=False)

    def run(
        rows: Sequence[Sequence[Any]] | bytes,
        *arguments: str,
        merged: Sequence[str] = (),
        name: str = "ds.xlsx",
    ) -> Result:
        file = tmp_path / name
        file.write_bytes(rows if isinstance(rows, bytes) else xlsx(rows, merged))
        return invoke(site, file, *arguments)

    return run


def invoke(root: Path, file: Path, *arguments: str) -> Result:
    """Run the command."""
    result = CliRunner().invoke(cli.ocop, ["import", str(file), "--root", str(root), *arguments])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exc_info
    assert result.exit_code in {0, 1, 2}
    return result


def xlsx(rows: Sequence[Sequence[Any]], merged: Sequence[str] = ()) -> bytes:
    """Write a workbook of one sheet."""
    made = openpyxl.Workbook()
    sheet = made.active
    assert sheet is not None
    sheet.title = "DS"
    for row in rows:
        sheet.append(list(row))
    for area in merged:
        sheet.merge_cells(area)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def with_cell(**cells: Any) -> list[Sequence[Any]]:
    """Give a list of one product with some cells otherwise; further columns go behind the others."""
    row = {**ROW, **{name.replace("_", " "): value for name, value in cells.items()}}
    return [tuple(row), tuple(row.values())]


def product(root: Path, path: str = NEW) -> Product:
    """Load one product of a catalogue that must be without error."""
    catalogue = build.load(root).catalogue
    assert catalogue is not None, [found for found in build.load(root).findings if found.is_error]
    return next(each for each in catalogue.products.values() if each.path == path)


def written(root: Path) -> dict[Path, bytes]:
    """Give every record's bytes."""
    return {path: path.read_bytes() for path in root.rglob("*.yml")}


# Whole lists ----------------------------------------------------------------------------------------

OFFICE = [
    ["UBND TỈNH THỬ"],
    ["DANH SÁCH SẢN PHẨM OCOP NĂM 2024"],
    [],
    ["TT", "TÊN SẢN PHẨM", "Nhóm sản phẩm", "Chủ thể", None, "Công nhận", None, None, "Quy cách", "Giá (1.000đ)", "Cột lạ"],
    [None, None, None, "Tên", "Địa chỉ", "Hạng", "Số QĐ", "Ngày"],
    ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)", "(8)", "(9)", "(10)", "(11)"],
    ["I", "Huyện Thử (2 sản phẩm)"],
    [1, "Muối tiêu Thử", "Muối", "HTX Muối Thử", "Ấp Một", "****", "123/QĐ-THU ngày 28/12/2023", None, "500 g", 15],
    [2, "Muối tôm Thử", "muoi", None, None, "bốn sao", "QĐ số 124/QĐ-THU", date(2023, 12, 28), "1 kg", "12,5"],
    ["TT", "TÊN SẢN PHẨM", "Nhóm sản phẩm", "Tên", "Địa chỉ", "Hạng", "Số QĐ", "Ngày", "Quy cách", "Giá (1.000đ)", "Cột lạ"],
    ["II", "TX Mẫu"],
    [3, "Khô tôm Thử", "TÔM", "Cty TNHH Tôm Thử", None, 3, "125/QĐ-THU", "tháng 12/2023", "200 g", "250", "gì đó"],
    [None, "Tổng cộng: 3 sản phẩm"],
    [],
    [None, None, None, None, None, None, None, "Người lập biểu"],
]  # fmt: skip
MERGED = [
    "A2:K2",
    "A4:A5",
    "B4:B5",
    "C4:C5",
    "D4:E4",
    "F4:H4",
    "I4:I5",
    "J4:J5",
    "K4:K5",
    "B7:K7",
    "D8:D9",
    "E8:E9",
]


def test_an_offices_list_becomes_records(imported: Import, site: Path, check: Check) -> None:
    """Titles, two rows of headings, groups by district, merged producers, headings again, a total: all understood."""
    result = imported(OFFICE, "--source", "bao-thu", merged=MERGED)
    assert result.exit_code == 0, result.output
    assert "3 mới" in result.output
    first, second, third = (product(site, f"products/{each}.yml") for each in
                            ("huyen-thu/muoi-tieu-thu", "huyen-thu/muoi-tom-thu", "thi-xa-mau/kho-tom-thu"))  # fmt: skip
    assert (first.name, first.kind, first.producer) == ("Muối tiêu Thử", "muoi", "htx-muoi-thu")
    assert second.producer == "htx-muoi-thu"
    assert (third.kind, third.producer) == ("tom", "cong-ty-tom-thu")
    told = [
        (each.recognitions[0].stars, each.recognitions[0].decision, str(each.recognitions[0].date))
        for each in (first, second, third)
    ]
    assert told == [
        (4, "123/QĐ-THU", "2023-12-28"),
        (4, "124/QĐ-THU", "2023-12-28"),
        (3, "125/QĐ-THU", "2023-12"),
    ]
    assert [each.packs[0].price for each in (first, second, third)] == [15000, 12500, 250000]
    assert check(site).exit_code == 0


def test_the_report_says_what_each_column_and_row_was_taken_for(imported: Import) -> None:
    """Every column has its meaning or the reason why it has none; rows without a record are named."""
    output = imported(OFFICE, "--source", "bao-thu", "--dry-run", merged=MERGED).output
    for line in (
        "tiêu đề ở hàng 4–5", "F  Công nhận › Hạng   → Hạng sao", "E  Chủ thể › Địa chỉ  không dùng: nói về chủ thể",
        "K  Cột lạ             không dùng: không hiểu tiêu đề", "×1.000", "7    Huyện Thử (2 sản phẩm)", "district: huyen-thu",
        "(lặp lại tiêu đề)", "(tổng cộng)", "(số của cột)", "3 mới, 0 có thay đổi, 0 như cũ", "Xem thử, chưa ghi gì",
    ):  # fmt: skip
        assert line in output, line
    assert "Người lập biểu" in output


def test_the_same_list_a_second_time_says_nothing_new(imported: Import, site: Path) -> None:
    """Records that were written are found again by name, producer and district."""
    imported(OFFICE, "--source", "bao-thu", merged=MERGED)
    before = written(site)
    result = imported(OFFICE, "--source", "bao-thu", "--update", merged=MERGED)
    assert result.exit_code == 0
    assert "Không có gì mới, không có gì thay đổi" in result.output
    assert written(site) == before


def test_a_trial_writes_nothing(imported: Import, site: Path) -> None:
    """The command shows and leaves all as it was; without `--dry-run` what is understood is written."""
    before = written(site)
    assert imported([HEAD, SALT], "--dry-run").exit_code == 0
    assert written(site) == before
    assert imported([HEAD, SALT]).exit_code == 0
    assert written(site) != before


@pytest.mark.parametrize("part", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_csv_is_read_as_it_comes(imported: Import, site: Path, part: str, encoding: str) -> None:
    """Commas, semicolons or tabs, with a byte-order mark or not; two rows of headings without merged cells too."""
    rows = [["DANH SÁCH SẢN PHẨM"], ["STT", "Tên", "Loại", "Công nhận", "", "", "Huyện"], ["", "", "", "Hạng", "Số", "Ngày", ""],
            ["1", "Muối, sấy Thử", "Muối", "4 sao", "12/QĐ-THU", "28/12/2023", "Huyện Thử"]]  # fmt: skip
    out = io.StringIO()
    csv.writer(out, delimiter=part).writerows(rows)
    result = imported(out.getvalue().encode(encoding), "--source", "bao-thu", name="ds.csv")
    assert result.exit_code == 0, result.output
    made = product(site)
    assert made.name == "Muối, sấy Thử"
    assert (made.recognitions[0].stars, made.recognitions[0].decision) == (4, "12/QĐ-THU")


def test_headings_may_be_in_english_and_in_any_order(imported: Import, site: Path) -> None:
    """The names of the contract work as headings."""
    rows = [("sources", "date", "kind", "district", "stars", "name", "producer", "packs.price"),
            ("bao-thu", "2023-12-28", "muoi", "huyen-thu", 4, "Muối sấy Thử", "htx-muoi-thu", 15000)]  # fmt: skip
    assert imported(rows).exit_code == 0
    made = product(site)
    assert (made.recognitions[0].stars, made.packs[0].price, made.producer) == (4, 15000, "htx-muoi-thu")


def test_marks_and_capitals_of_headings_do_not_matter(imported: Import, site: Path) -> None:
    """`TEN SAN PHAM` is `Tên sản phẩm`."""
    rows = [[heading.upper().replace("Ê", "E").replace("Ạ", "A") for heading in HEAD], SALT]
    assert imported(rows).exit_code == 0
    assert product(site).name == "Muối sấy Thử"


def test_lists_of_producers_and_sales_points(imported: Import, site: Path, check: Check) -> None:
    """The headings say what the list is a list of."""
    rows = [("TT", "Tên chủ thể", "Loại hình", "Huyện", "Địa chỉ", "MST", "SĐT", "Ngày đồng ý", "Tên khác"),
            (1, "Tổ hợp tác Ba Khía Thử", "Tổ hợp tác", "Huyện Thử", "Ấp Ba", "1900123454", "0291 3822 333; 0912345678", "01/03/2026", "Ba Khía; Khía")]  # fmt: skip
    result = imported(rows, "--source", "bao-thu")
    assert result.exit_code == 0, result.output
    catalogue = build.load(site).catalogue
    assert catalogue is not None
    maker = catalogue.producers["to-hop-tac-ba-khia-thu"]
    assert (maker.type, maker.district, maker.tax_code, maker.also_known_as) == (
        "cooperative-group",
        "huyen-thu",
        "1900123454",
        ("Ba Khía", "Khía"),
    )
    assert maker.contact is not None
    assert maker.contact.phone == ("+842913822333", "+84912345678")
    rows = [
        ("Tên điểm bán", "Loại", "Huyện", "Sản phẩm bán", "Chủ quản lý"),
        ("Sạp Thử", "Sạp chợ", "Huyện Thử", "tất cả", None),
    ]  # type: ignore[list-item]
    assert imported(rows, "--as", "sales-point", "--source", "bao-thu", "--accept-doubts").exit_code == 0
    catalogue = build.load(site).catalogue
    assert catalogue is not None
    assert catalogue.sales_points["sap-thu"].sells is not None
    assert check(site).exit_code == 0


def test_columns_of_stars_with_marks(imported: Import, site: Path) -> None:
    """Where each rating has a column, the marked one counts."""
    rows = [("STT", "Tên sản phẩm", "Loại hàng", "Hạng sao", None, None), (None, None, None, "3 sao", "4 sao", "5 sao"),
            (1, "Muối sấy Thử", "Muối", None, "x", None)]  # fmt: skip
    result = imported(rows, "--source", "bao-thu", merged=["A1:A2", "B1:B2", "C1:C2", "D1:F1"])
    assert result.exit_code == 0, result.output
    assert product(site, "products/chua-ro/muoi-say-thu.yml").recognitions[0].stars == 4


def test_groups_of_rows_by_stars_and_kind(imported: Import, site: Path) -> None:
    """“Sản phẩm 4 sao” and “Muối” over rows say it of each of them."""
    rows = [
        ("STT", "Tên sản phẩm", "Huyện"),
        ("A", "Sản phẩm đạt 4 sao"),
        ("I", "Muối"),
        (1, "Muối sấy Thử", "Huyện Thử"),
    ]
    result = imported(rows, "--source", "bao-thu")
    assert result.exit_code == 0, result.output
    made = product(site)
    assert (made.kind, made.recognitions[0].stars) == ("muoi", 4)


def test_one_product_over_several_rows_has_several_packs(imported: Import, site: Path) -> None:
    """A name merged over rows is one record."""
    rows = [("STT", "Tên sản phẩm", "Loại hàng", "Huyện", "Quy cách", "Giá bán"),
            (1, "Muối sấy Thử", "Muối", "Huyện Thử", "200 g", "15.000đ"), (None, None, None, None, "1 kg", "60.000 đồng")]  # fmt: skip
    result = imported(rows, "--source", "bao-thu", merged=["A2:A3", "B2:B3", "C2:C3", "D2:D3"])
    assert result.exit_code == 0, result.output
    assert [(pack.size, pack.price) for pack in product(site).packs] == [("200 g", 15000), ("1 kg", 60000)]


# Doubts and faults ------------------------------------------------------------------------------------

DOUBTS = {
    "mm/dd": (with_cell(**{"Ngày QĐ": "12/28/2023"}), 'ds.xlsx:H2: chưa chắc: Ngày công nhận: "12/28/2023" viết tháng trước ngày — có phải "2023-12-28"?'),
    "short year": (with_cell(**{"Ngày QĐ": "28-12-23"}), 'H2: chưa chắc: Ngày công nhận: năm trong "28-12-23" chỉ có hai chữ số — có phải "2023-12-28"?'),
    "year in a cell of dates": (with_cell(**{"Ngày QĐ": date(1905, 7, 15)}), 'H2: chưa chắc: Ngày công nhận: 15/07/1905: có vẻ ai đó gõ một năm vào ô định dạng ngày — có phải "2023"?'),
    "date as a number": (with_cell(**{"Ngày QĐ": 45288}), 'H2: chưa chắc: Ngày công nhận: "45288" là ngày hiện ở dạng số — có phải "2023-12-28"?'),
    "district": (with_cell(Huyện="Huyện Thủy"), 'E2: chưa chắc: Huyện (trước 7/2025): không có huyện "Huyện Thủy" — có phải "huyen-thu"?'),
    "producer": (with_cell(**{"Chủ thể": "Hợp tác xã Muốn Thử"}), 'D2: chưa chắc: Chủ thể: không có chủ thể "Hợp tác xã Muốn Thử" — có phải "htx-muoi-thu"?'),
    "no kind": (with_cell(**{"Loại hàng": None}), 'B2: chưa chắc: Loại hàng: danh sách không ghi loại hàng, đoán theo tên "Muối sấy Thử" — có phải "muoi"?'),
    "a group for the kind": (with_cell(**{"Loại hàng": "Thực phẩm"}), "B2: chưa chắc: Loại hàng: danh sách không ghi loại hàng"),
    "price in thousands": (with_cell(Giá="15"), 'J2: chưa chắc: Giá bán lẻ (đồng): giá "15" đồng thấp quá, có lẽ tính bằng nghìn đồng — có phải "15000"?'),
    "heading": ([("STT", "Tên sản phẩm", "Loại hàngg", "Hạng sao", "Nguồn"), (1, "Muối sấy Thử", "Muối", 4, "bao-thu")], 'C1: chưa chắc: tiêu đề "Loại hàngg" không quen — có phải "Loại hàng"?'),
    "the year differs": (with_cell(**{"Năm công nhận": 2024}), "J2: chưa chắc: Năm công nhận: ngày 2024 khác ngày 2023-12-28"),
    "twice": ([HEAD, SALT, SALT], 'B3: chưa chắc: "Muối sấy Thử" đã ghi ở B2'),
    "near names": (with_cell(**{"Tên sản phẩm": "Muối hạt Thửa"}), 'B2: chưa chắc: Tên sản phẩm: tên gần giống "Muối hạt Thử" (muoi-hat-thu)'),
    "id taken": (with_cell(**{"Tên sản phẩm": "Tôm khô Thử", "Loại hàng": "Tôm"}), 'B2: chưa chắc: Mã: mã "tom-kho-thu" đã có bản ghi khác dùng — có phải "tom-kho-thu-htx-muoi-thu"?'),
    "known without producer": (with_cell(**{"Tên sản phẩm": "Muối ớt Thử", "Huyện": "Huyện Thử"}), 'B2: chưa chắc: "Muối ớt Thử" có lẽ là bản ghi đã có'),
    "one star": (with_cell(**{"Hạng sao": 2}), "F2: chưa chắc: Các lần công nhận 1 › Hạng sao: 2 sao chỉ là mức đánh giá"),
    "unclear group": ([("STT", "Tên sản phẩm", "Loại hàng", "Nguồn"), ("I", "Huyện Thử"), (1, "Muối sấy Thử", "Muối", "bao-thu"),
                       ("II", "Nơi khác"), (2, "Muối rang Thử", "Muối", "bao-thu")], '4: chưa chắc: hàng "Nơi khác" chia nhóm nhưng không rõ là gì'),
    "phone": ([("Tên chủ thể", "Điện thoại", "Ngày đồng ý", "Nguồn"), ("Tổ Thử Mới", 912345678, "2026", "bao-thu")], 'B2: chưa chắc: Liên hệ: Điện thoại: "912345678" có vẻ mất số 0 ở đầu — có phải "0912345678"?'),
    "no consent": ([("Tên chủ thể", "Điện thoại", "Ngày đồng ý", "Nguồn"), ("Tổ Thử Mới", "0912345678", None, "bao-thu")], "B2: chưa chắc: không có ngày đồng ý công bố nên không lấy số điện thoại"),
}  # fmt: skip


@pytest.mark.parametrize("case", DOUBTS)
def test_a_doubt_is_told_with_its_cell_and_keeps_all_from_being_written(
    imported: Import, site: Path, case: str
) -> None:
    """Nothing is guessed in silence: the cell, what is doubtful, what is probably meant; --accept-doubts takes that."""
    rows, words = DOUBTS[case]
    before = written(site)
    result = imported(rows, "--update")
    assert words in result.output, result.output
    assert result.exit_code == 1
    assert written(site) == before
    accepted = imported(rows, "--update", "--accept-doubts")
    assert accepted.exit_code == 0, accepted.output
    assert written(site) != before
    assert build.load(site).catalogue is not None


FAULTS = {
    "stars": (with_cell(**{"Hạng sao": "7 sao"}), 'ds.xlsx:F2: lỗi: Hạng sao: "7 sao" không phải hạng sao: viết 3, 4, 5 hoặc “4 sao”', 'F2: error: Stars: "7 sao" is no rating'),
    "no such day": (with_cell(**{"Ngày QĐ": "31/02/2023"}), 'H2: lỗi: Ngày công nhận: lịch không có ngày "31/02/2023"', "no calendar has the date"),
    "no date": (with_cell(**{"Ngày QĐ": "quý IV"}), 'H2: lỗi: Ngày công nhận: "quý IV" không phải ngày', "is not a date"),
    "kind": (with_cell(**{"Loại hàng": "Xe máy"}), 'C2: lỗi: Loại hàng: không có loại hàng "Xe máy"', 'no kind "Xe máy"'),
    "producer": (with_cell(**{"Chủ thể": "Doanh nghiệp Hoàn Toàn Khác"}), "D2: lỗi: Chủ thể: danh mục chưa có chủ thể", "--with-producers makes it"),
    "district": (with_cell(Huyện="Quận Mười"), 'E2: lỗi: Huyện (trước 7/2025): không có huyện "Quận Mười"', 'no district "Quận Mười"'),
    "source": (with_cell(Nguồn="nghe nói"), 'I2: lỗi: Nguồn: "nghe nói" không phải mã trong sources.yml', "neither an id of sources.yml"),
    "no source here": ([HEAD, SALT, (*SALT[:1], "Muối rang Thử", *SALT[2:8], None)], "B3: lỗi: hàng này không có nguồn", "the row has no source"),
    "no source at all": ([HEAD[:-1], SALT[:-1]], "ds.xlsx:1: lỗi: danh sách không ghi nguồn", "the list names no source"),
    "no name": ([HEAD, SALT, (2, None, *SALT[2:]), (3, "Muối rang Thử", *SALT[2:])], "B3: lỗi: hàng có dữ liệu mà không có tên", "has facts and no name"),
    "an error of the spreadsheet": (with_cell(**{"Hạng sao": "#REF!"}), "F2: lỗi: Hạng sao: ô báo lỗi #REF!", "the cell shows the error"),
    "a decision turned into a date": (with_cell(**{"Số QĐ": date(2023, 12, 1)}), "G2: lỗi: Số quyết định: Excel đã đổi chữ trong ô thành ngày 01/12/2023", "Excel turned the cell"),
    "score and stars": (with_cell(Điểm="65,5"), "J2: lỗi: Các lần công nhận 1 › Điểm: điểm 65.5 không khớp 4 sao", "does not agree"),
    "commune": (with_cell(Xã="Xã Nào Đó Xa"), "J2: lỗi: Xã, phường, thị trấn (trước 7/2025): không có xã, phường", "no commune"),
    "price": (with_cell(Giá="15.000 - 20.000"), 'J2: lỗi: Giá bán lẻ (đồng): "15.000 - 20.000" không phải một giá', "is not one price"),
    "name": (with_cell(**{"Tên sản phẩm": "***!!!"}), 'B2: lỗi: tên "***!!!" không có chữ nào để đặt mã', "has no letters"),
    "barcode": (with_cell(**{"Mã vạch": "8930000000018"}), "J2: lỗi: Mã vạch", "GTIN"),
}  # fmt: skip


@pytest.mark.parametrize("case", FAULTS)
def test_a_fault_is_told_with_its_cell_in_both_languages(imported: Import, site: Path, case: str) -> None:
    """Row, column, what is wrong and what to write; nothing is written, even with every option."""
    rows, vi, en = FAULTS[case]
    before = written(site)
    every = ("--update", "--accept-doubts")
    result = imported(rows, *every)
    assert vi in result.output, result.output
    assert result.exit_code == 1
    assert en in imported(rows, *every, "--lang", "en").output
    assert written(site) == before


def test_a_formula_without_a_result_is_told(imported: Import) -> None:
    """A program that writes formulas and no results leaves nothing to read."""
    result = imported(with_cell(**{"Hạng sao": "=2+2"}))
    assert "F2: lỗi: Hạng sao: ô là công thức chưa có kết quả" in result.output


def test_dates_that_excel_turned_round_are_doubted(imported: Import) -> None:
    """True dates with days up to 12 beside texts with days above are what is left of dd/mm/yyyy read as mm/dd/yyyy."""
    rows = [
        HEAD,
        (*SALT[:7], date(2023, 4, 3), "bao-thu"),
        (2, "Muối rang Thử", *SALT[2:7], "28/12/2023", "bao-thu"),
    ]
    output = imported(rows).output
    assert "H2: chưa chắc: Ngày công nhận: 03/04/2023 có thể đã bị Excel đảo ngày và tháng" in output
    assert 'có phải "2023-03-04"' in output
    assert "H3" not in output


def test_dates_of_a_column_with_months_first_are_doubted(imported: Import) -> None:
    """One date that has the month first makes those doubtful that could be read both ways."""
    rows = [
        HEAD,
        (*SALT[:7], "12/28/2023", "bao-thu"),
        (2, "Muối rang Thử", *SALT[2:7], "03/04/2023", "bao-thu"),
    ]
    assert 'H3: chưa chắc: Ngày công nhận: "03/04/2023" có thể đọc hai cách' in imported(rows).output


# What is there already --------------------------------------------------------------------------------


def test_a_known_record_is_never_overwritten_in_silence(imported: Import, site: Path, check: Check) -> None:
    """Each change is told as it was and will be, and written with --update only; all else in the file stays."""
    rows = [("id", "Tên sản phẩm", "Tóm tắt", "Hạng sao", "Số QĐ", "Quy cách", "Giá"),
            ("muoi-hat-thu", "Muối hạt Thử", "Tóm tắt khác.", 5, "99/QĐ-THU", "500 g", 18000)]  # fmt: skip
    record = site / "products/huyen-thu/muoi-hat-thu.yml"
    before = record.read_bytes()
    shown = imported(rows, "--source", "trang-thu")
    assert shown.exit_code == 0
    for line in (
        "1 có thay đổi", "Tóm tắt: Muối hạt bịa ra để thử. → Tóm tắt khác.", "Các lần công nhận 3 › Hạng sao: (trống) → 5",
        "Quy cách và giá 1 › Giá bán lẻ (đồng): 15000 → 18000", "để nguyên: thêm --update để ghi",
    ):  # fmt: skip
        assert line in shown.output, shown.output
    assert record.read_bytes() == before
    assert imported(rows, "--update", "--source", "trang-thu").exit_code == 0
    made = product(site, "products/huyen-thu/muoi-hat-thu.yml")
    assert (made.summary, made.notes, len(made.recognitions), made.packs[0].price) == (
        "Tóm tắt khác.",
        "Ghi chú nội bộ bịa ra.",
        3,
        18000,
    )
    assert [source.ref or source.url for source in made.sources] == [
        "https://example.org/bai",
        "bao-thu",
        "trang-thu",
    ]
    assert record.read_text("utf-8").startswith("# Sản phẩm bịa ra để thử")
    assert check(site).exit_code == 0


def test_a_date_known_less_well_and_an_empty_cell_change_nothing(imported: Import, site: Path) -> None:
    """`2024` does not replace `2024-12-28`, and what the list leaves empty stays in the record."""
    rows = [
        ("id", "Tên sản phẩm", "Số QĐ", "Năm công nhận", "Bảo quản"),
        ("muoi-hat-thu", "Muối hạt Thử", "1234/QĐ-THU", 2024, None),
    ]
    assert "Không có gì mới, không có gì thay đổi" in imported(rows).output


def test_producers_are_made_when_asked_for(imported: Import, site: Path, check: Check) -> None:
    """One producer of several goods is made once, with what the list says of it."""
    rows = [("Tên sản phẩm", "Loại hàng", "Chủ thể", "Địa chỉ", "MST", "Nguồn"),
            ("Muối sấy Thử", "Muối", "Doanh nghiệp Hoàn Toàn Mới", "Ấp Chín", "1900123454", "bao-thu"),
            ("Muối rang Thử", "Muối", "DOANH NGHIỆP HOÀN TOÀN MỚI", None, None, "bao-thu")]  # fmt: skip
    result = imported(rows, "--with-producers")
    assert result.exit_code == 0, result.output
    catalogue = build.load(site).catalogue
    assert catalogue is not None
    maker = catalogue.producers["doanh-nghiep-hoan-toan-moi"]
    assert (maker.address, maker.tax_code) == ("Ấp Chín", "1900123454")
    assert {catalogue.products[each].producer for each in ("muoi-say-thu", "muoi-rang-thu")} == {maker.id}
    assert check(site).exit_code == 0


def test_a_faulty_record_elsewhere_blocks_nobody(imported: Import, site: Path) -> None:
    """Somebody else's fault is left alone, and is not this list's."""
    (site / "products/thi-xa-mau/tep-rang-thu.yml").write_text("name: [\n", "utf-8")
    result = imported([HEAD, SALT])
    assert result.exit_code == 0, result.output
    assert (site / NEW).exists()


def test_all_or_nothing(imported: Import, site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the second file cannot be written, the first one goes again."""
    before = written(site)
    create, calls = saving.create, []

    def failing(path: Path, text: str) -> None:
        calls.append(path)
        if len(calls) > 1:
            raise OSError(28, "No space left on device")
        create(path, text)

    monkeypatch.setattr(importing.saving, "create", failing)
    result = imported([HEAD, SALT, (2, "Muối rang Thử", *SALT[2:])])
    assert len(calls) == 2
    assert result.exit_code == 1
    assert "danh mục còn nguyên như cũ" in result.output
    assert written(site) == before


# Files that are no lists ------------------------------------------------------------------------------


def packed(**entries: bytes) -> bytes:
    """Pack files as XLSX packs its parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in entries.items():
            archive.writestr(name, content)
    return out.getvalue()


NO_LISTS = {
    "empty": (b"", "tệp trống"),
    "blank": (b" \n ", "tệp trống"),
    "old Excel": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "lưu lại thành .xlsx"),
    "a password": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "tệp có mật khẩu"),
    "OpenDocument": (packed(mimetype=b"application/vnd.oasis.opendocument.spreadsheet"), "lưu lại thành .xlsx"),
    "another zip": (packed(a=b"b"), "đây không phải bảng tính"),
    "a broken zip": (b"PK\x03\x04" + bytes(40), "tệp hỏng"),
    "a broken workbook": (packed(**{"xl/workbook.xml": b"<workbook", "[Content_Types].xml": b"<Types/>"}), "tệp hỏng"),
    "a bomb": (packed(**{"xl/workbook.xml": bytes(300_000_000)}), "tệp quá lớn"),
    "a picture": (b"\x89PNG\r\n\x1a\n" + bytes(40), "đây không phải bảng tính"),
    "Windows-1258": ("Tên sản phẩm,Hạng\nMuối,4\n".encode("cp1258", "replace"), "Windows-1258"),
    "no headings": ("một,hai\nba,bốn\n".encode(), "không thấy hàng tiêu đề"),
    "too many rows": (("Tên sản phẩm;Loại\n" + "Muối;Muối\n" * 20_001).encode(), "danh sách quá dài"),
}  # fmt: skip


@pytest.mark.parametrize("case", NO_LISTS)
def test_what_is_no_list_is_told_in_words(imported: Import, case: str) -> None:
    """A file of another kind, with a password, damaged or far too large ends with one clear sentence."""
    raw, words = NO_LISTS[case]
    result = imported(raw, name="ds.xlsx")
    assert result.exit_code == 1
    assert result.output.startswith("ds.xlsx: lỗi: ")
    assert words in result.output
    assert len(result.output.splitlines()) == 1


def test_wrong_use_is_told(imported: Import, tmp_path: Path, site: Path) -> None:
    """A file that is not there, a source that is none, a sheet that does not exist."""
    assert invoke(site, tmp_path / "nowhere.xlsx").exit_code == 2
    assert imported([HEAD, SALT], "--source", "không-có").exit_code == 2
    missing = imported([HEAD, SALT], "--sheet", "DS 2")
    assert missing.exit_code == 1
    assert 'không có trang tính "DS 2"; tệp có: DS' in missing.output


def test_another_sheet_can_be_chosen_and_is_named(site: Path, tmp_path: Path) -> None:
    """Of several lists in a file the first is read and the others are named; --sheet reads another."""
    made = openpyxl.load_workbook(io.BytesIO(xlsx([HEAD, SALT])))
    other = made.create_sheet("DS 2")
    other.append(HEAD)
    other.append((1, "Muối rang Thử", *SALT[2:7], "sai", "bao-thu"))
    file = tmp_path / "ds.xlsx"
    made.save(file)
    first = invoke(site, file)
    assert "Không đọc các danh sách khác: “DS 2”" in first.output
    assert first.exit_code == 0
    assert (
        'ds.xlsx:DS 2!H2: lỗi: Ngày công nhận: "sai" không phải ngày'
        in invoke(site, file, "--sheet", "DS 2").output
    )


def test_help_speaks_both_languages_and_gives_an_example() -> None:
    """`--help` tells of every option in Vietnamese and English."""
    output = CliRunner().invoke(cli.ocop, ["import", "--help"]).output
    for words in (
        "Ví dụ / example: ocop import",
        "--with-producers",
        "--update",
        "Nothing",
        "Chỉ xem thử, không ghi gì",
    ):
        assert words in output or words.lower() in output, words


@pytest.fixture(scope="module")
def bare(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a catalogue with nothing but one kind and one source."""
    root = tmp_path_factory.mktemp("bare")
    (root / "catalogue").mkdir()
    (root / "products").mkdir()
    (root / "catalogue/kinds.yml").write_text(
        "groups: [{id: thuc-pham, name: Thực phẩm}]\nkinds: [{id: muoi, group: thuc-pham, name: Muối}]\n",
        "utf-8",
    )
    (root / "catalogue/sources.yml").write_text("bao-thu: {url: https://example.org/, date: 2025}\n", "utf-8")
    return root


@settings(max_examples=60)
@given(st.binary(max_size=300) | st.text(max_size=200).map(str.encode))
def test_any_bytes_end_without_a_traceback(bare: Path, raw: bytes) -> None:
    """Whatever is in the file, the command ends with 0, 1 or 2."""
    file = bare / "ds.xlsx"
    file.write_bytes(raw)
    invoke(bare, file)


@settings(max_examples=60)
@given(st.data())
def test_a_damaged_workbook_ends_without_a_traceback(bare: Path, data: st.DataObject) -> None:
    """A workbook with some bytes changed or its end cut off is read, doubted or refused."""
    raw = bytearray(SOUND)
    for share in data.draw(st.lists(st.floats(0, 1, exclude_max=True), max_size=8)):
        raw[int(share * len(raw))] = data.draw(st.integers(0, 255))
    file = bare / "ds.xlsx"
    file.write_bytes(raw[: int(data.draw(st.floats(0, 1)) * len(raw))] if data.draw(st.booleans()) else raw)
    invoke(bare, file)


SOUND = xlsx([HEAD, SALT])
CELLS = st.none() | st.text(max_size=15) | st.integers() | st.floats() | st.booleans() | st.dates() | st.sampled_from(
    ["Muối", "4 sao", "28/12/2023", "I", "Tổng cộng", "Huyện Thử", "x", "-5", "1e5", "12/13/14", "Tên sản phẩm", "https://a.b/"]
)  # fmt: skip


@settings(max_examples=60)
@given(st.lists(st.lists(CELLS, min_size=9, max_size=9), max_size=6), st.booleans())
def test_any_cells_below_headings_end_without_a_traceback(
    bare: Path, rows: list[list[Any]], numbered: bool
) -> None:
    """Whatever stands in the cells, the command ends with 0 or 1, and what it would write has been judged."""
    out = io.StringIO()
    csv.writer(out).writerows([HEAD if numbered else HEAD[1:], *rows])
    file = bare / "ds.csv"
    file.write_bytes(out.getvalue().encode("utf-8", "replace"))
    assert invoke(bare, file, "--accept-doubts", "--with-producers", "--source", "bao-thu").exit_code in {
        0,
        1,
    }
