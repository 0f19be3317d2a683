"""What each finding says, in both languages: the only place with words for what is wrong.

Readers are commune staff on a phone, so a message starts in lower case, has no full stop, says what is wrong and
what to write instead, and is understood alone. ``{value}`` and the like are filled from the finding.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, NamedTuple

from ocop.i18n import Lang


class Message(NamedTuple):
    """One message in both languages, with the same places to fill."""

    vi: str
    en: str

    def say(self, lang: Lang, values: Mapping[str, str]) -> str:
        """Fill the places; a value nobody gave leaves its place as it is, for a message must never fail."""
        return (self.vi if lang == "vi" else self.en).format_map(_Given(values))


class _Given(dict[str, str]):
    def __missing__(self, key: str) -> str:
        return "{" + key + "}"


def message(code: str) -> Message:
    """Give the message of a code; an unknown one says at least that something is wrong, and its code."""
    return MESSAGES.get(code) or Message(f"chưa đúng ({code})", f"not right ({code})")


_FILES: Final = {
    "unreadable": Message("không đọc được ({reason})", "this cannot be read ({reason})"),
    "not_a_file": Message(
        "đây không phải tệp thường, nên không đọc", "this is not an ordinary file, so it is not read"
    ),
    "directory_as_record": Message(
        "đây là thư mục mang tên một bản ghi: đổi tên hoặc xóa thư mục",
        "this is a folder named like a record: rename or remove it",
    ),
    "symlink": Message(
        "đây là liên kết tượng trưng, không phải tệp thật: chép tệp thật vào đây",
        "this is a symbolic link, not a file: put the real file here",
    ),
    "too_large": Message(
        "tệp quá lớn ({size} KiB, nhiều nhất {most} KiB): bài viết dài thì cắt bớt, ảnh để thành tệp riêng",
        "the file is too large ({size} KiB, at most {most} KiB): shorten the text, keep pictures in files of their own",
    ),
    "utf16": Message(
        "tệp lưu bằng mã UTF-16: mở lại rồi lưu với mã hóa UTF-8",
        "the file is saved as UTF-16: open it and save it again as UTF-8",
    ),
    "not_utf8": Message(
        "tệp không phải UTF-8 (có vẻ là bảng mã cũ như TCVN3, VNI, Windows-1258; chữ hỏng đầu tiên ở dòng {line}): "
        "lưu lại với mã hóa UTF-8",
        "the file is not UTF-8 (an old encoding such as TCVN3, VNI or Windows-1258; first broken letter in line {line}): "
        "save it again as UTF-8",
    ),
    "binary": Message(
        "tệp này không phải văn bản: bản ghi là tệp chữ, lưu với mã hóa UTF-8",
        "this file is no text: a record is a text file saved as UTF-8",
    ),
    "empty_file": Message(
        "tệp trống: viết bản ghi vào hoặc xóa tệp", "the file is empty: write the record or remove the file"
    ),
    "bad_file_name": Message(
        'tên tệp "{value}" không dùng làm mã được: chỉ dùng chữ thường không dấu, chữ số và gạch nối đơn',
        'the file name "{value}" cannot be an id: use lower-case letters without marks, digits and single hyphens',
    ),
    "wrong_extension": Message(
        'tệp "{value}" không được đọc: bản ghi phải có đuôi .yml',
        'the file "{value}" is not read: a record ends in .yml',
    ),
    "id_twice": Message(
        'mã "{value}" đã có ở {other}: mỗi mã chỉ dùng một lần, dù khác thư mục',
        'the id "{value}" is taken by {other}: an id is used once, whatever the folder',
    ),
    "id_case": Message(
        "tên tệp chỉ khác {other} ở chữ hoa, dấu hoặc khoảng trống: gộp lại thành một bản ghi hoặc đổi mã",
        "the file's name differs from {other} only in capitals, marks or spaces: make them one record or change the id",
    ),
    "reserved_id": Message(
        'mã "{value}" dành cho sản phẩm chưa rõ địa phương: đặt mã khác',
        'the id "{value}" is kept for products of no known place: choose another',
    ),
    "product_outside_district": Message(
        "bản ghi sản phẩm phải nằm trong thư mục của một huyện, ví dụ products/dong-hai/ (chưa rõ nơi: products/chua-ro/)",
        "a product's record lies in the folder of a district, such as products/dong-hai/ (place not known: "
        "products/chua-ro/)",
    ),
    "record_too_deep": Message(
        "bản ghi nằm sâu quá một thư mục: chuyển vào {folder}/",
        "the record lies one folder too deep: move it to {folder}/",
    ),
    "record_misplaced": Message(
        "tệp .yml này không nằm ở chỗ nào mà danh mục đọc: bản ghi nằm trong products/<huyện>/, catalogue/producers/, "
        "catalogue/sales-points/ hoặc catalogue/districts/",
        "nothing reads a .yml file at this place: records live in products/<district>/, catalogue/producers/, "
        "catalogue/sales-points/ or catalogue/districts/",
    ),
    "no_such_district_folder": Message(
        'không có huyện "{value}", nên không đọc được sản phẩm trong products/{value}/',
        'no district "{value}", so the products in products/{value}/ have no place',
    ),
    "stray_file": Message(
        "tệp này không phải bản ghi .yml cũng không phải ảnh, nên danh mục không dùng đến",
        "this file is neither a .yml record nor a picture, so the catalogue does not use it",
    ),
    "kinds_missing": Message(
        "thiếu tệp này: sản phẩm cần các loại hàng khai trong đó",
        "this file is missing: products need the kinds that it declares",
    ),
    "more_faults": Message(
        "chỗ này còn {count} lỗi nữa: sửa các lỗi trên rồi kiểm tra lại",
        "{count} more faults here: mend those above, then check again",
    ),
}

_YAML: Final = {
    "forbidden_character": Message(
        "có ký tự không nhìn thấy được hoặc bị hỏng ({character}): xóa rồi gõ lại chỗ này",
        "holds an invisible or broken character ({character}): delete it and type this place again",
    ),
    "tab_indent": Message(
        "thụt dòng bằng phím Tab: dùng dấu cách", "the line is indented with a tab: use spaces"
    ),
    "bad_start": Message(
        'chữ không được bắt đầu bằng "{value}": đặt cả câu trong ngoặc kép "…"',
        'a text cannot start with "{value}": put all of it in quotes "…"',
    ),
    "too_many_entries": Message(
        "danh sách dài quá {most} mục: tách ra hoặc xóa mục lặp",
        "the list has more than {most} entries: split it or remove what is repeated",
    ),
    "too_deep": Message(
        "lồng vào nhau quá {most} tầng: bản ghi không cần sâu như vậy",
        "nested more than {most} levels deep: no record needs that",
    ),
    "unclosed_quote": Message(
        "dấu ngoặc kép hay nháy mở ở đây mà không đóng đúng chỗ: thêm dấu đóng ở cuối câu",
        "the quote opened here is not closed where it should be: add the closing quote",
    ),
    "bad_escape": Message(
        'trong ngoặc kép, dấu "\\" có nghĩa riêng: bỏ đi hoặc viết "/"',
        'inside double quotes "\\" has a meaning of its own: drop it or write "/"',
    ),
    "after_block_mark": Message(
        "sau dấu | hoặc > phải xuống dòng, rồi viết bài thụt vào hai dấu cách",
        "after | or > start a new line and indent the text by two spaces",
    ),
    "anchor": Message(
        'chữ bắt đầu bằng "&" hoặc "*" phải đặt trong ngoặc kép (bản ghi không dùng neo và tham chiếu của YAML)',
        'a text that starts with "&" or "*" must be quoted (records use no YAML anchors and aliases)',
    ),
    "tag": Message(
        'chữ bắt đầu bằng "!" phải đặt trong ngoặc kép (bản ghi không dùng thẻ của YAML)',
        'a text that starts with "!" must be quoted (records use no YAML tags)',
    ),
    "space_after_colon": Message(
        'thiếu dấu cách sau dấu hai chấm: viết "{key}: …"',
        'a space is missing after the colon: write "{key}: …"',
    ),
    "missing_colon": Message(
        'dòng này thiếu dấu hai chấm sau tên trường (viết "tên: giá trị"), hoặc chưa thụt vào cho đúng',
        'this line lacks the colon after the field\'s name (write "name: value"), or is not indented as it should be',
    ),
    "colon_in_text": Message(
        'trong câu có dấu hai chấm và dấu cách: đặt cả câu trong ngoặc kép "…"',
        'the text holds a colon and a space: put all of it in quotes "…"',
    ),
    "bad_indent": Message(
        "dòng này thụt vào không thẳng với các dòng cùng cấp: các trường cùng cấp phải thẳng cột",
        "this line is not in line with its neighbours: fields of one level start in the same column",
    ),
    "odd_space": Message(
        "ở đây là dấu cách đặc biệt chép từ nơi khác: xóa rồi gõ lại dấu cách thường",
        "this is a special space copied from elsewhere: delete it and type an ordinary one",
    ),
    "wide_mark": Message(
        'dấu "{value}" ở đây là dấu rộng của bộ gõ khác: gõ lại dấu "{plain}" thường',
        'the "{value}" here is the wide mark of another keyboard: type an ordinary "{plain}"',
    ),
    "comma_in_braces": Message(
        'trong {{ }} dấu phẩy ngăn hai trường: bỏ dấu phẩy, hoặc đặt cả "{value}" trong ngoặc kép',
        'inside {{ }} a comma parts two fields: drop it, or put all of "{value}" in quotes',
    ),
    "comment_mark": Message(
        'ghi chú bắt đầu bằng dấu # và dấu cách, không phải "{value}"',
        'a comment starts with # and a space, not with "{value}"',
    ),
    "merge_conflict": Message(
        "hai lần sửa chưa được gộp: giữ một bản, xóa bản kia cùng các dòng <<<<<<<, =======, >>>>>>>",
        "two changes were not merged: keep one, remove the other and the lines <<<<<<<, =======, >>>>>>>",
    ),
    "list_mark": Message(
        'mục của danh sách bắt đầu bằng gạch ngắn và dấu cách "- ", không phải "{value}"',
        'a list entry starts with a short dash and a space "- ", not with "{value}"',
    ),
    "space_after_dash": Message(
        'thiếu dấu cách sau dấu gạch đầu mục: viết "- {value}"',
        'a space is missing after the dash of the list: write "- {value}"',
    ),
    "dash_in_line": Message(
        "dấu gạch đầu mục phải ở đầu một dòng mới, thụt vào dưới tên trường",
        "the dash of a list entry starts a new line, indented below the field's name",
    ),
    "unclosed_bracket": Message(
        'dấu "{value}" mở ở đây mà chưa đóng, hoặc thiếu dấu phẩy giữa hai mục',
        'the "{value}" opened here is not closed, or a comma is missing between two entries',
    ),
    "stray_bracket": Message(
        'dấu "{value}" ở đây bị thừa: xóa đi, hoặc đặt cả câu trong ngoặc kép "…"',
        'the "{value}" here is one too many: remove it, or put the whole text in quotes "…"',
    ),
    "text_after_quote": Message(
        "sau dấu đóng ngoặc còn chữ: đặt dấu đóng ở cuối câu; trong câu cần ngoặc thì dùng “ ”",
        "text follows the closing quote: close it at the end; for quotes inside a text use “ ”",
    ),
    "bad_yaml": Message(
        "chỗ này viết chưa đúng cách của tệp YAML: so với một bản ghi mẫu",
        "this is not valid YAML: compare a sample record",
    ),
    "duplicate_key": Message(
        "trường này đã có ở dòng {line}: giữ một, xóa một",
        "this field stands in line {line} already: keep one of the two",
    ),
    "complex_key": Message(
        "tên trường phải là chữ: bỏ các dấu ngoặc ở tên",
        "a field's name must be plain text: remove the brackets",
    ),
    "merge_key": Message(
        'bản ghi không dùng "<<": viết các trường ra đầy đủ', 'records do not use "<<": write the fields out'
    ),
    "second_document": Message(
        'mỗi tệp chỉ một bản ghi: bỏ dòng "---" ở giữa, bản ghi thứ hai để ở tệp khác',
        'one record a file: remove the "---" in the middle and give the second record its own file',
    ),
    "empty_entry": Message(
        "mục này trống: viết nội dung hoặc xóa dấu gạch", "this entry is empty: fill it or remove its dash"
    ),
    "not_a_record": Message(
        'bản ghi gồm các dòng "tên trường: giá trị", không phải một danh sách hay một câu',
        'a record is made of lines "field: value", not of a list or a sentence',
    ),
    "not_a_list_of_records": Message(
        'tệp này là danh sách: mỗi mục bắt đầu bằng "- id: …"',
        'this file is a list: each entry starts with "- id: …"',
    ),
}

_FIELDS: Final = {
    "invalid": Message("giá trị này chưa đúng", "this value is not right"),
    "missing": Message("bắt buộc phải có mà chưa ghi", "is required but missing"),
    "unknown_key": Message("không có trường này", "no such field"),
    "misplaced_key": Message(
        "trường này phải viết bên trong `{where}`", "this field belongs inside `{where}`"
    ),
    "id_is_file_name": Message(
        "mã của bản ghi là tên tệp, không ghi trong tệp: xóa dòng này",
        "a record's id is the name of its file, never written inside: remove this line",
    ),
    "district_is_folder": Message(
        "huyện của sản phẩm là thư mục chứa bản ghi: xóa dòng này, hoặc chuyển tệp sang thư mục khác",
        "a product's district is the folder of its record: remove this line, or move the file",
    ),
    "other_record": Message(
        "bản ghi loại này không có trường đó: ghi vào bản ghi trong {folder}",
        "this kind of record has no such field: write it in a record of {folder}",
    ),
    "not_known_written": Message(
        'không có hay chưa biết thì xóa trường này, đừng ghi "{value}"',
        'what is not known or does not apply is left out: remove the field instead of writing "{value}"',
    ),
    "not_text": Message(
        "chỗ này cần một giá trị, không phải danh sách hay nhiều trường con",
        "one value is needed here, not a list or fields of its own",
    ),
    "not_a_list": Message(
        'chỗ này cần một danh sách: viết [a, b], hoặc mỗi mục một dòng bắt đầu bằng "- "',
        'a list is needed here: write [a, b], or one entry a line starting with "- "',
    ),
    "not_a_list_of_parts": Message(
        'chỗ này cần một danh sách: mỗi mục bắt đầu bằng "- ", có các trường con như {keys}',
        'a list is needed here: each entry starts with "- " and has fields such as {keys}',
    ),
    "not_a_map": Message(
        "chỗ này cần các trường con, ví dụ {keys}", "fields of its own are needed here, such as {keys}"
    ),
    "empty_text": Message(
        "để trống trong ngoặc kép: viết nội dung hoặc xóa trường", "is empty: fill it or remove the field"
    ),
    "too_long": Message(
        "dài quá: {length} ký tự, nhiều nhất {longest}", "is too long: {length} characters, at most {longest}"
    ),
    "one_line": Message("phải viết trên một dòng", "must be on one line"),
    "bad_id": Message(
        'mã "{value}" chưa đúng: chỉ dùng chữ thường không dấu, chữ số và gạch nối đơn',
        '"{value}" cannot be an id: use lower-case letters without marks, digits and single hyphens',
    ),
    "not_whole": Message(
        '"{value}" không phải số nguyên viết bằng chữ số liền nhau (không dấu chấm, không đơn vị, không số 0 ở đầu)',
        '"{value}" is not a whole number in plain digits (no separators, no unit, no leading zero)',
    ),
    "not_number": Message('"{value}" không phải số', '"{value}" is not a number'),
    "decimal_comma": Message(
        '"{value}": phần thập phân viết sau dấu chấm, không phải dấu phẩy',
        '"{value}": decimals follow a point, not a comma',
    ),
    "thousands_point": Message(
        '"{value}": dấu chấm ở đây ngăn phần thập phân, hàng nghìn viết liền',
        '"{value}": a point starts the decimals, thousands are written without one',
    ),
    "out_of_range": Message(
        "{value} nằm ngoài khoảng cho phép, từ {least} đến {most}",
        "{value} is out of range, {least} to {most}",
    ),
    "not_a_choice": Message(
        '"{value}" không thuộc các từ được dùng: {choices}', '"{value}" is none of: {choices}'
    ),
    "not_yes_no": Message('"{value}" phải là true hoặc false', '"{value}" must be true or false'),
    "no_such_date": Message(
        'không có ngày "{value}" trong lịch', 'there is no day "{value}" in the calendar'
    ),
    "year_out_of_range": Message(
        '"{value}": năm phải từ {least} đến {most}', '"{value}": the year must be {least} to {most}'
    ),
    "date_turned": Message(
        '"{value}": ngày viết theo thứ tự năm-tháng-ngày', '"{value}": a date is written year-month-day'
    ),
    "not_a_date": Message(
        '"{value}" không phải ngày: viết năm, năm-tháng hoặc năm-tháng-ngày, ví dụ 2024-12-31',
        '"{value}" is not a date: write a year, year-month or year-month-day, such as 2024-12-31',
    ),
    "bad_link": Message(
        '"{value}" không phải địa chỉ trang web đầy đủ: chép nguyên từ trình duyệt, bắt đầu bằng https://',
        '"{value}" is not a full web address: copy it from the browser, starting with https://',
    ),
    "link_not_https": Message(
        '"{value}": liên kết phải bắt đầu bằng https://', '"{value}": a link must start with https://'
    ),
    "link_with_user": Message(
        '"{value}": liên kết không được chứa tên đăng nhập trước dấu @',
        '"{value}": a link may hold no user name before an @',
    ),
    "no_country": Message(
        'không có nước nào mang mã "{value}": dùng hai chữ hoa theo ISO 3166, ví dụ KR',
        'no country has the code "{value}": use two capitals of ISO 3166, such as KR',
    ),
    "bad_phone": Message(
        '"{value}" không phải số điện thoại đúng: mỗi số một mục, ví dụ "0291 3822 000"',
        '"{value}" is not a valid phone number: one number an entry, such as "0291 3822 000"',
    ),
    "bad_zalo": Message(
        '"{value}" không phải số Zalo: ghi số điện thoại hoặc liên kết https://zalo.me/…',
        '"{value}" is not a Zalo contact: write a phone number or a link https://zalo.me/…',
    ),
    "bad_email": Message('"{value}" không phải địa chỉ thư điện tử', '"{value}" is not an e-mail address'),
    "bad_tax_code": Message(
        '"{value}" không phải mã số thuế đúng (10 số, hoặc 10-3 số, hoặc 12 số định danh): so lại với giấy đăng ký',
        '"{value}" is not a valid tax code (10 digits, 10-3, or a 12-digit personal id): compare the registration',
    ),
    "bad_gtin": Message(
        '"{value}" không phải mã vạch đúng (8, 12, 13 hoặc 14 số, số cuối là số kiểm tra): so lại với bao bì',
        '"{value}" is not a valid bar code (8, 12, 13 or 14 digits, the last a check digit): compare the pack',
    ),
    "bad_hs_code": Message(
        '"{value}" không phải mã HS: viết 4 đến 10 chữ số, ví dụ "2501.00"',
        '"{value}" is not an HS code: write 4 to 10 digits, such as "2501.00"',
    ),
    "bad_hours": Message(
        '"{value}" không phải giờ mở cửa đúng cách: viết như "Mo-Su 07:30-20:00"',
        '"{value}" is not in the form of opening hours: write as in "Mo-Su 07:30-20:00"',
    ),
    "bad_code": Message(
        '"{value}" không phải mã thống kê: chỉ gồm chữ số', '"{value}" is not a statistical code: digits only'
    ),
    "photo_elsewhere": Message(
        'chỉ ghi tên tệp ảnh nằm cạnh bản ghi, không ghi đường dẫn: "{value}"',
        'name only a picture file beside the record, without a path: "{value}"',
    ),
    "lat_lon_swapped": Message(
        "vĩ độ và kinh độ bị đổi chỗ: viết lat: {lat}, lon: {lon}",
        "latitude and longitude are swapped: write lat: {lat}, lon: {lon}",
    ),
    "point_outside_province": Message(
        "điểm {lat}, {lon} không nằm trong tỉnh Bạc Liêu cũ",
        "the point {lat}, {lon} is not in the former Bạc Liêu province",
    ),
    "point_outside_country": Message(
        "điểm {lat}, {lon} không nằm trong Việt Nam", "the point {lat}, {lon} is not in Việt Nam"
    ),
    "expires_before_date": Message(
        "hết hạn ({second}) trước ngày công nhận ({first})",
        "expires ({second}) before the date of recognition ({first})",
    ),
    "expires_before_issued": Message(
        "hết hạn ({second}) trước ngày cấp ({first})", "expires ({second}) before it was issued ({first})"
    ),
    "closed_before_opened": Message(
        "đóng cửa ({second}) trước ngày mở ({first})", "closed ({second}) before it opened ({first})"
    ),
    "until_before_from": Message(
        "kết thúc ({second}) trước khi bắt đầu ({first})", "ends ({second}) before it starts ({first})"
    ),
    "score_outside_band": Message(
        "điểm {score} không khớp {stars} sao ({stars} sao: {band} điểm): sửa điểm hoặc số sao theo quyết định",
        "score {score} does not agree with {stars} stars ({stars} stars: {band}): mend one by the decision",
    ),
    "whole_year": Message(
        "bán quanh năm thì xóa trường này; bán theo mùa thì ghi các tháng: [1, 2, 3]",
        "remove the field for goods sold all year; write the months of a season: [1, 2, 3]",
    ),
    "month_twice": Message("một tháng ghi hai lần", "a month is named twice"),
    "sells_all_or_list": Message(
        "viết all (bán tất cả) hoặc danh sách mã sản phẩm: [ma-1, ma-2]",
        "write all, or a list of product ids: [id-1, id-2]",
    ),
    "no_consent": Message(
        "có người liên hệ, điện thoại, thư điện tử hoặc Zalo thì phải ghi ngày chủ thể đồng ý công bố (consent)",
        "a person, phone, e-mail or Zalo needs the date of consent to publish it",
    ),
    "source_without_url": Message(
        "nguồn phải có địa chỉ trang (url: https://…)", "a source needs an address (url: https://…)"
    ),
    "bare_link": Message(
        'viết nguồn là "url: {value}" (có thể thêm title, publisher, date)',
        'write the source as "url: {value}" (title, publisher and date may follow)',
    ),
    "no_source": Message("phải có ít nhất một nguồn", "needs at least one source"),
    "district_and_elsewhere": Message(
        "điểm bán đã có district (trong tỉnh) thì không ghi province hay country: giữ một cách",
        "a sales point with a district lies in the province, so it has no province or country: keep one way",
    ),
    "province_and_country": Message(
        "province là tỉnh của Việt Nam, country là nước khác: chỉ ghi một trong hai",
        "province is one of Việt Nam, country another state: write one of the two",
    ),
}

_LINKS: Final = {
    "no_kind": Message(
        'không có loại hàng "{value}" trong catalogue/kinds.yml', 'no kind "{value}" in catalogue/kinds.yml'
    ),
    "kind_is_group": Message(
        '"{value}" là nhóm, không phải loại hàng: chọn một loại của nhóm ({kinds})',
        '"{value}" is a group, not a kind: choose one of its kinds ({kinds})',
    ),
    "no_group": Message('không có nhóm "{value}"', 'no group "{value}"'),
    "no_producer": Message('không có chủ thể "{value}"', 'no producer "{value}"'),
    "no_product": Message('không có sản phẩm "{value}"', 'no product "{value}"'),
    "no_district": Message('không có huyện "{value}"', 'no district "{value}"'),
    "no_commune": Message('không có xã, phường "{value}" ở {district}', 'no commune "{value}" in {district}'),
    "commune_since_merger": Message(
        '"{value}" là tên từ tháng 7/2025, gộp từ {communes}: ghi mã của xã, phường cũ',
        '"{value}" is a name since July 2025 and was {communes}: write the id of the old commune',
    ),
    "commune_elsewhere": Message(
        '"{value}" thuộc {there}, không thuộc {here}', '"{value}" is in {there}, not in {here}'
    ),
    "commune_without_district": Message(
        "ghi xã, phường thì phải có huyện (sản phẩm: chuyển bản ghi vào thư mục của huyện)",
        "a commune needs a district (a product: move the record to the district's folder)",
    ),
    "unknown_source": Message(
        'không có nguồn "{value}" trong catalogue/sources.yml', 'no source "{value}" in catalogue/sources.yml'
    ),
    "no_measure": Message(
        'không có chỉ tiêu "{value}" trong measures', 'no measure "{value}" among the measures'
    ),
    "replaced_by_itself": Message(
        "bản ghi không thể được thay bằng chính nó", "a record cannot be replaced by itself"
    ),
    "former_is_own": Message(
        "mã cũ trùng với mã đang dùng của chính bản ghi: xóa",
        "the former id is the record's own id: remove it",
    ),
    "former_is_taken": Message(
        'mã cũ "{value}" đang là mã của {other}', 'the former id "{value}" is the id of {other}'
    ),
    "former_twice": Message(
        'mã cũ "{value}" đã được {other} nhận', 'the former id "{value}" is claimed by {other} already'
    ),
    "id_repeated": Message(
        'mã "{value}" đã có ở dòng {line}', 'the id "{value}" stands in line {line} already'
    ),
}

_PHOTOS: Final = {
    "photo_missing": Message(
        'không có tệp ảnh "{value}" cạnh bản ghi', 'no picture file "{value}" beside the record'
    ),
    "photo_name": Message(
        'tên tệp ảnh "{value}" có dấu ghi kiểu máy Mac, máy khác không tìm thấy: đổi tên không dấu',
        'the picture file "{value}" has marks in the Mac form that other computers do not find: rename it without marks',
    ),
    "photo_twice": Message(
        'ảnh "{value}" đã ghi ở trên: mỗi ảnh ghi một lần',
        'the picture "{value}" is listed above already: list it once',
    ),
    "photo_names_alike": Message(
        'tên tệp ảnh "{value}" và "{other}" chỉ khác nhau ở chữ hoa, dấu hoặc đuôi tệp: đổi tên một ảnh',
        'the picture files "{value}" and "{other}" differ only in capitals, marks or extension: rename one of them',
    ),
    "photo_symlink": Message(
        '"{value}" là liên kết tượng trưng: chép ảnh thật vào cạnh bản ghi',
        '"{value}" is a symbolic link: put the real picture here',
    ),
    "photo_not_a_file": Message('"{value}" không phải tệp ảnh', '"{value}" is not a file'),
    "photo_unreadable": Message('không đọc được ảnh "{value}"', 'the picture "{value}" cannot be read'),
    "photo_too_heavy": Message(
        'ảnh "{value}" nặng {size} MB, nhiều nhất {most} MB: lưu lại nhỏ hơn',
        'the picture "{value}" has {size} MB, at most {most} MB: save it smaller',
    ),
    "photo_wrong_format": Message(
        '"{value}" là tệp {format}: lưu ảnh lại thành JPEG, PNG, WebP, AVIF hoặc HEIC',
        '"{value}" is a file of type {format}: save the picture as JPEG, PNG, WebP, AVIF or HEIC',
    ),
    "photo_not_picture": Message(
        '"{value}" không phải ảnh JPEG, PNG, WebP, AVIF hay HEIC, dù tên tệp là gì',
        '"{value}" is not a JPEG, PNG, WebP, AVIF or HEIC picture, whatever its name says',
    ),
    "photo_cut": Message(
        'ảnh "{value}" bị cắt ngang hoặc hỏng: chép lại từ máy chụp',
        'the picture "{value}" is cut off or damaged: copy it again',
    ),
    "photo_too_slow": Message(
        'ảnh "{value}" mở quá lâu: mở bằng máy ảnh hay phần mềm xem ảnh rồi lưu lại thành JPEG thường',
        'the picture "{value}" takes too long to open: save it again as an ordinary JPEG',
    ),
    "photo_not_shown": Message(
        'ảnh HEIC "{value}" chưa hiện được trên trang: xuất thành JPEG rồi thay vào',
        'the HEIC picture "{value}" cannot be shown on the page yet: save it as JPEG and use that',
    ),
    "photo_too_small": Message(
        'ảnh "{value}" nhỏ quá ({width}×{height}): cạnh dài phải từ {least} điểm ảnh',
        'the picture "{value}" is too small ({width}×{height}): its long side needs {least} pixels',
    ),
    "photo_too_many_pixels": Message(
        'ảnh "{value}" lớn quá: nhiều nhất {most} triệu điểm ảnh',
        'the picture "{value}" is too large: at most {most} megapixels',
    ),
}

_ADVICE: Final = {
    "product_without_photo": Message("sản phẩm chưa có ảnh", "the product has no photo"),
    "product_without_english": Message("sản phẩm chưa có tên tiếng Anh", "the product has no English name"),
    "product_without_producer": Message("sản phẩm chưa ghi chủ thể", "the product names no producer"),
    "producer_without_products": Message(
        "chủ thể chưa có sản phẩm nào trong danh mục", "the producer has no products in the catalogue"
    ),
    "near_names": Message(
        'tên gần giống "{other}" ({id}) của cùng chủ thể: có thể là một sản phẩm ghi hai lần',
        'the name is nearly that of "{other}" ({id}) by the same producer: perhaps one product written twice',
    ),
    "may_be_same": Message(
        'có thể trùng với "{other}" ({id}): đối chiếu rồi gộp làm một, hoặc xóa dòng này',
        'may be the same as "{other}" ({id}): find out and make them one, or remove this line',
    ),
    "scheme_by_name": Message(
        'chứng nhận "{value}" đã có mã chung: ghi mã để tìm và thống kê được',
        'the certificate "{value}" has an id of its own: write the id, so that it can be found and counted',
    ),
    "source_to_fill": Message(
        "nguồn này chỉ giữ chỗ: ghi địa chỉ trang đăng tin hoặc mã trong sources.yml",
        "this source only keeps the place: write the address of a page or an id of sources.yml",
    ),
    "source_not_dated": Message("nguồn chưa ghi ngày", "the source is not dated"),
    "stars_not_recognised": Message(
        "{stars} sao chỉ là mức đánh giá, không phải công nhận OCOP (công nhận từ 3 sao)",
        "a rating of {stars} is a step of the scale, never a recognition (that starts at 3 stars)",
    ),
    "promotion_without_goods": Message(
        "đợt quảng bá chưa ghi kinds hay products nên không có tác dụng",
        "the promotion names no kinds or products, so it has no effect",
    ),
    "rating_ends_soon": Message(
        "công nhận OCOP hết hạn {date}, còn {days} ngày: chuẩn bị hồ sơ công nhận lại",
        "the OCOP rating ends {date}, in {days} days: prepare its renewal",
    ),
    "rating_ended": Message(
        "công nhận OCOP đã hết hạn từ {date}, chưa ghi nhận công nhận lại",
        "the OCOP rating ended {date}, no renewal is on record",
    ),
    "certificate_ends_soon": Message(
        "chứng nhận {scheme} hết hạn {date}, còn {days} ngày",
        "the certificate {scheme} ends {date}, in {days} days",
    ),
    "certificate_ended": Message(
        "chứng nhận {scheme} đã hết hạn từ {date}", "the certificate {scheme} ended {date}"
    ),
    "no_holding_rating": Message(
        "chưa có công nhận nào đang còn hiệu lực và rõ ngày", "no dated recognition is in force"
    ),
    "date_in_future": Message("ngày {date} còn ở tương lai", "the date {date} lies in the future"),
}

GROUPS: Final[Mapping[str, Mapping[str, Message]]] = {
    "files": _FILES,
    "yaml": _YAML,
    "fields": _FIELDS,
    "links": _LINKS,
    "photos": _PHOTOS,
    "advice": _ADVICE,
}
MESSAGES: Final[Mapping[str, Message]] = {
    code: message for group in GROUPS.values() for code, message in group.items()
}
