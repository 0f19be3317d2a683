"""What may be written in a field, said in Vietnamese: it follows from the field's reader, not from the field."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final, get_args

from ocop import fields
from ocop.declared import Declared, Shape, as_written
from ocop.fields import Choice, Facts, Number, Reader, Text, Whole
from ocop.i18n import phrases
from ocop.records import Source
from ocop.records.sales_point import Sells

_ID: Final = "chữ thường không dấu, chữ số, gạch nối đơn"
# Below this a number may be a year, which has no points.
_LEAST_GROUPED: Final = 10_000


def _reader(kind: Any) -> Reader:
    reader: Reader = get_args(kind)[1]
    return reader


# What a general reader says of itself in a schema, these say better.
_NAMED: Final[Mapping[Reader, str]] = {
    _reader(fields.Id): f"một mã: {_ID}, tối đa {fields.LONGEST_ID} ký tự",
    _reader(fields.Ref): f"mã của một bản ghi khác: {_ID}",
    _reader(fields.YesNo): "`true` (có) hoặc `false` (không)",
    _reader(fields.When): "ngày, năm đứng trước: `2023`, `2023-12` hoặc `2023-12-28`; biết đến đâu ghi đến đó",
    _reader(fields.Link): "địa chỉ trang, bắt đầu bằng `https://`",
    _reader(fields.Country): "mã nước, hai chữ hoa (ISO 3166-1): `KR` là Hàn Quốc, `SG` là Singapore",
    _reader(fields.Phone): "số điện thoại, viết kiểu thường dùng, có thể bắt đầu bằng `+84`; trang tự viết lại cho thống nhất",
    _reader(fields.Zalo): "số điện thoại dùng Zalo, hoặc địa chỉ bắt đầu bằng `https://zalo.me/`",
    _reader(fields.Email): "địa chỉ thư điện tử: `ten@example.vn`",
    _reader(fields.TaxCode): (
        "mã số thuế trong ngoặc kép: 10 chữ số, 10 chữ số rồi `-` và 3 chữ số, hoặc số định danh 12 chữ số;"
        " chữ số kiểm tra phải đúng"
    ),
    _reader(fields.Gtin): "mã vạch trong ngoặc kép: 8, 12, 13 hoặc 14 chữ số; chữ số cuối được kiểm tra",
    _reader(fields.HsCode): 'mã HS trong ngoặc kép: 4, 6, 8 hoặc 10 chữ số, có dấu chấm hay không: `"2501.00"`',
    _reader(fields.Hours): (
        'giờ mở cửa theo lối OpenStreetMap, trong ngoặc kép: `"Mo-Su 07:30-20:00"` là mọi ngày từ 7 giờ 30 đến 20'
        " giờ (Mo thứ Hai, Tu thứ Ba, We thứ Tư, Th thứ Năm, Fr thứ Sáu, Sa thứ Bảy, Su Chủ nhật)"
    ),
    _reader(fields.Code): "mã đơn vị hành chính trong ngoặc kép: 1 đến 8 chữ số",
    _reader(fields.FileName): "tên một tệp nằm cùng thư mục với bản ghi, không kèm đường dẫn",
}  # fmt: skip

# Where the id of a reference is to be found, by the name of the field.
_PLACES: Final[Mapping[str, str]] = {
    "kind": "mã loại hàng trong `catalogue/kinds.yml`",
    "kinds": "mã loại hàng trong `catalogue/kinds.yml`",
    "group": "mã nhóm trong `catalogue/kinds.yml`",
    "producer": "mã chủ thể: tên tệp trong `catalogue/producers/`, bỏ `.yml`",
    "district": "mã huyện: tên tệp trong `catalogue/districts/`, bỏ `.yml`",
    "commune": "mã xã, ghi trong tệp của huyện ở `catalogue/districts/`",
    "seat": "mã một xã trong `communes` của tệp này",
    "products": "mã sản phẩm: tên tệp trong `products/`, bỏ `.yml`",
    "similar_to": "mã sản phẩm: tên tệp trong `products/`, bỏ `.yml`",
    "replaced_by": "mã của bản ghi thay thế, cùng loại với bản ghi này",
    "measure": "mã một chỉ tiêu trong `measures` của tệp này",
}

_CHOICES: Final[Mapping[str, str]] = {
    # Kinds of producers, sales points and sources, and who recognises, have their words in `phrases`.
    "city": "thành phố", "town": "thị xã", "district": "huyện", "commune": "xã", "ward": "phường", "township": "thị trấn",
    "assessed": "đã ra hội đồng, không rõ ngày", "named": "nguồn chỉ nêu tên",
    "blush": "hồng đất", "tide": "xanh nước", "sand": "vàng cát", "mist": "xanh sương",
    "year": "năm", "month": "tháng", "week": "tuần", "day": "ngày", "season": "vụ",
    "t": "tấn", "kg": "ki-lô-gam", "g": "gam", "l": "lít", "ml": "mi-li-lít", "pc": "cái", "box": "hộp", "pack": "gói",
    "bottle": "chai", "bag": "bao", "jar": "hũ", "visit": "lượt",
}  # fmt: skip

_SOURCE: Final = (
    "mỗi mục là mã một nguồn trong `catalogue/sources.yml`, hoặc một trang ghi ra bằng các ô dưới đây"
)
_WHOLES: Final[Mapping[type, str]] = {
    Sells: "chữ `all` nếu bán mọi sản phẩm, hoặc danh sách mã sản phẩm: `[muoi-hat-bac-lieu, muoi-tinh-bac-lieu]`",
}
"""Parts that are written in a form of their own, so that their fields are no keys."""


def keys(owner: type[Facts]) -> tuple[Declared, ...]:
    """Give the fields of a part that are written as keys; the id of a source is written in the source's place."""
    return tuple(each for each in as_written(owner) if not (owner is Source and each.name == "ref"))


def is_needed(owner: type[Facts], field: Declared) -> bool:
    """Tell whether a part is not complete without a field; a source that is no id needs its address."""
    return field.required or (owner is Source and field.name == "url")


def is_whole(shape: Shape) -> bool:
    """Tell whether a part is written in a form of its own rather than by its fields."""
    return shape.base in _WHOLES


def written(shape: Shape, key: str) -> tuple[str, ...]:
    """Say what may be written in a field, one statement each."""
    if is_whole(shape):
        return (_WHOLES[shape.base],)
    if shape.base is Source:
        return ("một hay nhiều mục, mỗi mục bắt đầu bằng dấu gạch `-`", _SOURCE)
    if shape.owner is not None:
        several = "một hay nhiều mục, mỗi mục bắt đầu bằng dấu gạch `-`, gồm các ô dưới đây"
        return (several,) if shape.many else ("các ô dưới đây, viết thụt vào hai dấu cách",)
    one = _PLACES.get(key, "") if shape.reader == _reader(fields.Ref) else ""
    one = one or scalar(shape.reader)
    return (
        (one, "một hay nhiều, trong ngoặc vuông, cách nhau bằng dấu phẩy: `[…, …]`") if shape.many else (one,)
    )


_IN_PHRASES: Final = (
    phrases.producer_type_text,
    phrases.sales_point_type_text,
    phrases.source_type_text,
    phrases.recogniser_text,
)


def choices(reader: Reader | None) -> tuple[tuple[str, str], ...]:
    """Give the fixed words of a field with what each means; empty for a field that is free."""
    if not isinstance(reader, Choice):
        return ()
    return tuple((word, _choice(word)) for word in reader.allowed)


def scalar(reader: Reader | None) -> str:
    """Say what a reader takes."""
    match reader:
        case Text(longest, lines):
            return f"chữ, {'nhiều dòng cũng được' if lines else 'một dòng'}, tối đa {_number(longest)} ký tự"
        case Whole(least, most):
            return f"số nguyên từ {_number(least)} đến {_number(most)}, chỉ viết chữ số"
        case Number(least, most):
            return f"số từ {_number(least)} đến {_number(most)}, phần lẻ sau dấu chấm, không phải dấu phẩy"
        case Choice():
            return "một trong các chữ sau"
        case None:
            return "chữ"
    return _NAMED.get(reader) or _from_schema(reader.schema())


def _choice(word: str) -> str:
    for known in _IN_PHRASES:
        try:
            return known(word, "vi")
        except KeyError:
            continue
    return _CHOICES.get(word, "")


def _from_schema(schema: Mapping[str, Any]) -> str:
    """Say what is known of a reader that nobody has described."""
    kinds = {"integer": "số nguyên", "number": "số", "boolean": "`true` hoặc `false`"}
    said = kinds.get(str(schema.get("type")), "chữ")
    if "pattern" in schema:
        said += f" theo mẫu `{schema['pattern']}`"
    if "maxLength" in schema:
        said += f", tối đa {_number(schema['maxLength'])} ký tự"
    return said


def _number(number: float) -> str:
    return phrases.number_text(number, "vi") if number >= _LEAST_GROUPED else f"{number:g}"
