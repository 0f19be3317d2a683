"""What `ocop import` says, in both languages. Faults that `ocop check` knows too have their words in `i18n.messages`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from ocop.i18n.messages import Message, message

# Why a file is no list that can be read.
_FILES: Final[Mapping[str, Message]] = {
    "list_unreadable": Message("không đọc được tệp ({reason})", "the file cannot be read ({reason})"),
    "list_empty": Message("tệp trống", "the file is empty"),
    "list_too_large": Message(
        "tệp quá lớn (nhiều nhất {most} MB): tách thành nhiều danh sách",
        "the file is too large (at most {most} MB): split it into several lists",
    ),
    "list_too_long": Message(
        "danh sách quá dài (nhiều nhất {most} hàng): tách thành nhiều tệp",
        "the list is too long (at most {most} rows): split it into several files",
    ),
    "list_broken": Message(
        "tệp hỏng hoặc tải chưa xong: mở bằng Excel hay LibreOffice rồi lưu lại thành .xlsx",
        "the file is damaged or incomplete: open it in Excel or LibreOffice and save it again as .xlsx",
    ),
    "list_encrypted": Message(
        "tệp có mật khẩu: mở ra, bỏ mật khẩu rồi lưu lại",
        "the file has a password: open it, take the password off and save it again",
    ),
    "list_xls": Message(
        "đây là tệp bảng tính kiểu khác (.xls, .xlsb, .ods): lưu lại thành .xlsx",
        "this is another kind of spreadsheet (.xls, .xlsb, .ods): save it as .xlsx",
    ),
    "list_not_a_table": Message(
        "đây không phải bảng tính: cần tệp .xlsx hoặc .csv",
        "this is no spreadsheet: give an .xlsx or a .csv file",
    ),
    "list_not_utf8": Message(
        "tệp CSV không phải UTF-8 (có vẻ là Windows-1258, TCVN3 hoặc VNI; chữ lạ đầu tiên ở dòng {line}): "
        "trong Excel chọn lưu thành “CSV UTF-8”, hoặc gửi tệp .xlsx",
        "the CSV file is not UTF-8 (Windows-1258, TCVN3 or VNI, by the look of line {line}): "
        "save it as “CSV UTF-8” in Excel, or give the .xlsx file",
    ),
    "no_such_sheet": Message(
        'không có trang tính "{value}"; tệp có: {choices}', 'no sheet "{value}"; the file has: {choices}'
    ),
    "no_headings": Message(
        "không thấy hàng tiêu đề: cần một hàng có “Tên sản phẩm” (hoặc “Tên chủ thể”, “Tên điểm bán”) và các cột khác",
        "no row of headings: one is needed with “Tên sản phẩm” or “Name” and other columns",
    ),
}

# What is said of cells, rows and records.
_CELLS: Final[Mapping[str, Message]] = {
    "heading_near": Message('tiêu đề "{value}" không quen', 'the heading "{value}" is not known'),
    "group_unclear": Message(
        'hàng "{value}" chia nhóm nhưng không rõ là gì: các hàng dưới không được gán theo nó',
        'the row "{value}" begins a group, but of what is not clear: nothing of it goes to the rows below',
    ),
    "no_name": Message("hàng có dữ liệu mà không có tên", "the row has facts and no name"),
    "name_without_letters": Message(
        'tên "{value}" không có chữ nào để đặt mã', 'the name "{value}" has no letters to make an id of'
    ),
    "no_date": Message(
        '"{value}" không phải ngày: viết 28/12/2023, 12/2023 hoặc 2023',
        '"{value}" is not a date: write 28/12/2023, 12/2023 or 2023',
    ),
    "date_impossible": Message('lịch không có ngày "{value}"', 'no calendar has the date "{value}"'),
    "date_short_year": Message('năm trong "{value}" chỉ có hai chữ số', 'the year in "{value}" has two digits only'),
    "date_turned_round": Message(
        '"{value}" viết tháng trước ngày', '"{value}" has the month before the day'
    ),
    "date_ambiguous": Message(
        '"{value}" có thể đọc hai cách: trong cột này có ngày viết tháng trước',
        '"{value}" can be read in two ways: some dates of this column have the month first',
    ),
    "date_swapped": Message(
        "{value} có thể đã bị Excel đảo ngày và tháng: cột này vừa có ngày thật, vừa có ngày dạng chữ",
        "Excel may have swapped day and month of {value}: the column has both true dates and dates as text",
    ),
    "date_as_number": Message('"{value}" là ngày hiện ở dạng số', '"{value}" is a date shown as a number'),
    "year_as_date": Message(
        "{value}: có vẻ ai đó gõ một năm vào ô định dạng ngày", "{value}: somebody seems to have typed a year into a cell of dates"
    ),
    "date_in_text": Message(
        "Excel đã đổi chữ trong ô thành ngày {value}: định dạng ô là chữ (Text) rồi gõ lại",
        "Excel turned the cell into the date {value}: format the cell as text and type it again",
    ),
    "dates_differ": Message(
        "ngày {value} khác ngày {other} ở ô bên cạnh", "the date {value} differs from {other} in another cell of the row"
    ),
    "no_stars": Message(
        '"{value}" không phải hạng sao: viết 3, 4, 5 hoặc “4 sao”', '"{value}" is no rating: write 3, 4, 5 or “4 sao”'
    ),
    "several_stars": Message("hàng này đánh dấu nhiều hạng sao", "the row marks several ratings"),
    "no_price": Message(
        '"{value}" không phải một giá: viết số đồng như 15.000', '"{value}" is not one price: write đồng, such as 15.000'
    ),
    "price_too_low": Message(
        'giá "{value}" đồng thấp quá, có lẽ tính bằng nghìn đồng', 'a price of "{value}" đồng is too low, perhaps it is in thousands'
    ),
    "price_in_thousands": Message(
        'cột tính bằng nghìn đồng mà ô này ghi "{value}"', 'the column is in thousands of đồng, yet this cell says "{value}"'
    ),
    "lost_nought": Message(
        '"{value}" có vẻ mất số 0 ở đầu', '"{value}" seems to have lost its leading 0'
    ),
    "cell_error": Message("ô báo lỗi {value}", "the cell shows the error {value}"),
    "formula_unsaved": Message(
        "ô là công thức chưa có kết quả: mở tệp bằng Excel, lưu lại",
        "the cell is a formula without a result: open the file in Excel and save it",
    ),
    "group_for_kind": Message(
        '"{value}" là nhóm, còn cần loại hàng; nhóm này có: {choices}',
        '"{value}" is a group, a kind is needed; the group has: {choices}',
    ),
    "kind_missing": Message(
        "chưa rõ loại hàng: thêm cột “Loại hàng” với một trong: {choices}",
        "the kind is not known: add a column “Loại hàng” with one of: {choices}",
    ),
    "kind_guessed": Message('danh sách không ghi loại hàng, đoán theo tên "{value}"', 'no kind is given; guessed from the name "{value}"'),
    "commune_in_several": Message(
        'nhiều huyện có "{value}" ({choices}): ghi thêm huyện', 'several districts have "{value}" ({choices}): name the district'
    ),
    "commune_is_new": Message(
        '"{value}" là tên xã sau 1/7/2025: ghi xã cũ, một trong: {choices}',
        '"{value}" is a commune since 1 July 2025: write the former one: {choices}',
    ),
    "no_commune_of_name": Message('không có xã, phường "{value}" ở {district}', 'no commune "{value}" in {district}'),
    "several_producers": Message(
        'nhiều chủ thể mang tên "{value}": ghi mã, một trong: {choices}', 'several producers are called "{value}": write the id: {choices}'
    ),
    "producer_unknown": Message(
        'danh mục chưa có chủ thể "{value}": thêm --with-producers để tạo luôn, hoặc tạo trước bằng `ocop new producer`',
        'no producer "{value}" in the catalogue: --with-producers makes it, or make it first with `ocop new producer`',
    ),
    "maker_differs": Message(
        'các hàng ghi khác nhau về chủ thể "{value}" ({field}): giữ điều ở {row}',
        'the rows differ about the producer "{value}" ({field}): what {row} says is kept',
    ),
    "no_such_source": Message(
        '"{value}" không phải mã trong sources.yml hay địa chỉ https://…',
        '"{value}" is neither an id of sources.yml nor an address https://…',
    ),
    "source_missing": Message(
        "danh sách không ghi nguồn: thêm cột “Nguồn”, hoặc --source với mã trong sources.yml hay địa chỉ https://…",
        "the list names no source: add a column “Nguồn”, or --source with an id of sources.yml or an address https://…",
    ),
    "source_missing_here": Message(
        "hàng này không có nguồn: ghi vào cột “Nguồn”, hoặc thêm --source", "the row has no source: write it, or add --source"
    ),
    "consent_missing": Message(
        "không có ngày đồng ý công bố nên không lấy số điện thoại, thư điện tử, Zalo hay tên người",
        "without a date of consent no phone, e-mail, Zalo or person's name is taken",
    ),
    "perhaps_record": Message(
        '"{value}" có lẽ là bản ghi đã có "{other}" ({id})', '"{value}" is perhaps the record "{other}" ({id})'
    ),
    "row_twice": Message(
        '"{value}" đã ghi ở {row}: nếu là hai sản phẩm thì đặt tên cho khác nhau',
        '"{value}" stands at {row} already: if these are two, give them different names',
    ),
    "other_district": Message(
        "danh sách ghi huyện {value}, bản ghi ở {other}: tệp {path} giữ nguyên chỗ, muốn chuyển thì tự chuyển",
        "the list says district {value}, the record lies in {other}: {path} stays where it is, move it by hand",
    ),
    "id_taken": Message('mã "{value}" đã có bản ghi khác dùng', 'another record has the id "{value}"'),
    "entry_without_record": Message(
        'không có "{value}" ở trang tính chính: hàng này không dùng', 'no "{value}" in the first sheet: the row is not used'
    ),
    "entry_not_numbered": Message(
        "hàng này thiếu mã hoặc số thứ tự", "the row lacks its id or its number"
    ),
}  # fmt: skip


WORDS: Final[Mapping[str, Message]] = {**_FILES, **_CELLS}


def words_for(code: str) -> Message:
    """Give the words of a code: of a list, or of records."""
    return WORDS.get(code) or message(code)
