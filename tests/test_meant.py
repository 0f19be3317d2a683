"""What is suggested in place of a value that was refused: the likeliest reading, and always one that is accepted."""

from __future__ import annotations

from typing import Any, get_args

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from pydantic_core import PydanticCustomError

from ocop import fields, meant
from ocop.fields import Number, Reader, Whole


def read(reader: Reader, text: str) -> dict[str, Any] | None:
    """Give the values of the refusal, None where the text is accepted."""
    try:
        reader.read(text)
    except PydanticCustomError as refused:
        return dict(refused.context or {})
    return None


def reader_of(kind: Any) -> Reader:
    """Give the reader of an annotated type."""
    return next(note for note in get_args(kind) if isinstance(note, Reader))


READERS: dict[str, Reader] = {
    name: reader_of(getattr(fields, name))
    for name in ("When", "Link", "Country", "Zalo", "Email", "TaxCode", "Gtin", "HsCode", "Hours", "YesNo", "FileName", "Id")
} | {"stars": Whole(1, 5), "price": Whole(1, 10**9), "year": Whole(1800, 2100), "score": Number(0, 100), "lat": Number(-180, 180)}  # fmt: skip

# Reader, what was written, what is suggested.
SLIPS: list[tuple[str, str, str]] = [
    ("When", "28/12/2023", "2023-12-28"),
    ("When", "12/28/2023", "2023-12-28"),
    ("When", "28/12/23", "2023-12-28"),
    ("When", "ngày 28 tháng 12 năm 2023", "2023-12-28"),
    ("When", "Tháng 12/2023", "2023-12"),
    ("When", "T12/2023", "2023-12"),
    ("When", "năm 2023", "2023"),
    ("When", "2023.", "2023"),
    ("When", "20231228", "2023-12-28"),
    ("When", "2023-12-28 00:00:00", "2023-12-28"),
    ("When", "28 Dec 2023", "2023-12-28"),
    ("When", "December 28, 2023", "2023-12-28"),
    ("When", "45288", "2023-12-28"),
    ("When", "２０２３", "2023"),
    ("When", "31/02/2024", ""),
    ("When", "quý 4/2023", ""),
    ("When", "2023-2026", ""),
    ("When", "99999", ""),
    ("price", "15.000 đ", "15000"),
    ("price", "15k/gói", "15000"),
    ("price", "15 ngàn", "15000"),
    ("price", "1,5 triệu", "1500000"),
    ("price", "từ 15.000", "15000"),
    ("price", "15000.0", "15000"),
    ("price", "15.000-20.000", ""),
    ("price", "mười lăm nghìn", ""),
    ("stars", "bốn sao", "4"),
    ("stars", "★★★★", "4"),
    ("stars", "hạng 4", "4"),
    ("stars", "“4”", "4"),
    ("stars", "9 sao", ""),
    ("year", "tháng 5/2004", "2004"),
    ("year", "2004-2005", ""),
    ("score", "82,5 điểm", "82.5"),
    ("score", "82.5/100", "82.5"),
    ("lat", "9°15'N", "9.25"),
    ("lat", "105°43'30\"", "105.725"),
    ("lat", "1.000", "1000"),
    ("YesNo", "được", "true"),
    ("YesNo", "0", "false"),
    ("YesNo", "có lẽ", ""),
    ("Country", "Mỹ", "US"),
    ("Country", "MY", ""),
    ("Country", "Nhật", "JP"),
    ("Country", "Korea", "KR"),
    ("Country", "JPN", "JP"),
    ("Country", "nước Lào", "LA"),
    ("Country", "EU", ""),
    ("Email", "muoi@gmail", "muoi@gmail.com"),
    ("Email", "muoi @ gmail.com.", "muoi@gmail.com"),
    ("Email", "muoi gmail", ""),
    ("Zalo", "zalo.me/0912345678", "https://zalo.me/0912345678"),
    ("Zalo", "Ba Muối", ""),
    ("TaxCode", "1900 123 454", "1900123454"),
    ("Gtin", "2000000-000015", "2000000000015"),
    ("HsCode", "HS 2501", "2501"),
    ("Hours", "T2-CN: 7h30 đến 17h", "Mo-Su 07:30-17:00"),
    ("Hours", "lúc nào cũng được", ""),
    ("Hours", "7 giờ sáng đến 5 giờ chiều hàng ngày", "Mo-Su 07:00-17:00"),
    ("Hours", "thứ hai - thứ bảy 8h-16h30", "Mo-Sa 08:00-16:30"),
    ("Hours", "24/24", "24/7"),
    ("Link", "www.muoi.vn/a", "https://www.muoi.vn/a"),
    ("Link", "htps://muoi.vn", "https://muoi.vn"),
    ("Link", "javascript:alert(1)", ""),
    ("FileName", r"C:\anh\muoi.jpg", "muoi.jpg"),
    ("FileName", "https://muoi.vn/a.jpg", ""),
]


@pytest.mark.parametrize(("reader", "written", "suggested"), SLIPS)
def test_a_slip_is_understood(reader: str, written: str, suggested: str) -> None:
    """What a clerk writes is read as it was meant; where that is not clear nothing is suggested."""
    refused = read(READERS[reader], written)
    assert refused is None if written == "MY" else refused is not None
    assert (refused or {}).get("suggestion", "") == suggested


@pytest.mark.parametrize(
    ("written", "suggested"),
    [
        ("0291 3822 000, 0912 345 678", "[0291 3822 000, 0912 345 678]"),
        ("0912 345 678 (anh Ba)", "0912 345 678"),
        ("0781 3822 000", "02913822000"),
        ("01234567890", "0834567890"),
        ("0912 34", ""),
    ],
)
def test_telephones_are_found_in_a_text(written: str, suggested: str) -> None:
    """Several become a list, a name is left out, and codes of before 2018 become those of today."""
    assert (read(reader_of(fields.Phone), written) or {}).get("suggestion", "") == suggested


TYPED = st.text(alphabet="0123456789.,/-: đkhgtTsao°'năm★tháng@gmailcovnPN\u00a0２", max_size=24) | st.text(
    max_size=24
)


@pytest.mark.parametrize("name", READERS)
@given(written=TYPED)
@example(written="99" * 50)
def test_a_suggestion_is_accepted(name: str, written: str) -> None:
    """Whoever follows a suggestion is not told the next fault; and no text makes the reader stumble."""
    refused = read(READERS[name], written)
    if refused is not None and "suggestion" in refused:
        again = read(READERS[name], refused["suggestion"])
        assert again is None or name in ("score", "lat")  # a number may still be out of range


@given(TYPED, st.sampled_from(["days", "months"]))
def test_lengths_of_time_are_whole(written: str, unit: str) -> None:
    """A length of time is a whole number of the unit, or nothing."""
    told = meant.duration(written, unit)
    assert told == "" or int(told) > 0


@given(TYPED)
def test_months_are_months(written: str) -> None:
    """Months lie between 1 and 12 and are named once each."""
    told = meant.months(written)
    assert all(1 <= month <= 12 for month in told)
    assert len(set(told)) == len(told)


@pytest.mark.parametrize(
    ("written", "unit", "told"),
    [("2 năm", "months", "24"), ("720 ngày", "months", "24"), ("10 ngày", "months", ""), ("1 tuần", "days", "7"),
     ("24 tháng kể từ ngày sản xuất", "months", "24"), ("12-24 tháng", "months", "")],
)  # fmt: skip
def test_a_length_of_time_keeps_its_unit(written: str, unit: str, told: str) -> None:
    """Two years are 24 months, never 2."""
    assert meant.duration(written, unit) == told


@pytest.mark.parametrize(
    ("written", "told"),
    [("1-4", (1, 2, 3, 4)), ("tháng 11 đến tháng 2", (11, 12, 1, 2)), ("1, 2 và 5", (1, 2, 5)), ("quanh năm", ()), ("13", ())],
)  # fmt: skip
def test_a_season_may_cross_the_new_year(written: str, told: tuple[int, ...]) -> None:
    """A span of months is counted round the year."""
    assert meant.months(written) == told


@pytest.mark.parametrize(
    ("written", "spelt"),
    [("HTX Ba Đình", "hop tac xa ba dinh"), ("Cty CP Muối", "cong ty co phan muoi"), ("TT. Gành Hào", "thi tran ganh hao"),
     ("P.1", "phuong 1"), ("H.Đông Hải", "huyen dong hai"), ("htx-ba-dinh", "hop tac xa ba dinh")],
)  # fmt: skip
def test_abbreviations_are_spelt_out(written: str, spelt: str) -> None:
    """What an office shortens is written out, marks and capitals apart."""
    assert meant.spelt_out(written) == spelt


def test_a_name_has_its_own_part() -> None:
    """What tells a firm from others of its form, and a place from its rank; a number is no name."""
    assert meant.own_part("Công ty TNHH MTV Ba Đình") == "ba dinh"
    assert meant.own_part("Hợp tác xã") == "hop tac xa"
    assert meant.without_rank("Thị trấn Gành Hào") == "ganh hao"
    assert meant.without_rank("Phường 1") == "phuong 1"


@pytest.mark.parametrize("written", ["chưa rõ", "Không có", "N/A", "?", "...", "đang cập nhật"])
def test_words_for_nothing_are_known(written: str) -> None:
    """In any of these words nothing is said."""
    assert meant.says_unknown(written)
    assert not meant.says_unknown("Muối")
