"""A cell as the text that a record has for it, by the reader of its field: understood, doubtful, or refused.

What the field's own reader accepts is always judged by that reader. Here stands only what lists write besides:
units, words for numbers, marks for stars, what a spreadsheet made of a telephone number.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Final, get_args

from pydantic_core import PydanticCustomError

from ocop.catalogue.meaning import choice_meant
from ocop.dates import PartialDate
from ocop.fields import (
    Choice,
    Code,
    Country,
    Gtin,
    HsCode,
    Link,
    Number,
    Phone,
    Reader,
    TaxCode,
    Text,
    When,
    Whole,
    YesNo,
    Zalo,
)
from ocop.intake.dates import NoDateError, read_date
from ocop.intake.sheets import Value, as_text
from ocop.text import fold, nearest, slug

LEAST_PRICE: Final = 500
MOST_IN_THOUSANDS: Final = 10_000
_SERIAL_ZERO: Final = date(1899, 12, 30)
_SHORT: Final = 12
_YEARS: Final = range(1900, 2101)
_SERIALS: Final = range(36526, 55153)  # 2000 to 2050
_STAR_WORDS: Final[Mapping[str, str]] = {"mot": "1", "hai": "2", "ba": "3", "bon": "4", "tu": "4", "nam": "5"}
_STAR_MARKS: Final = re.compile(r"[*★⭐✭✮☆]+")
_AROUND_STARS: Final = re.compile(
    r"\b(?:ocop|hang|dat|san pham|chuan|cap tinh|cap huyen|cap quoc gia|cap trung uong|xep|loai|muc|duoc|cong nhan)\b"
)
_MULTIPLES: Final[Mapping[str, int]] = {
    "k": 1000,
    "nghin": 1000,
    "ngan": 1000,
    "trieu": 1_000_000,
    "tr": 1_000_000,
}
_AMOUNT: Final = re.compile(
    r"([0-9]+(?:[.,\s]?[0-9]+)*) ?(k|nghin|ngan|trieu|tr)? ?(dong|vnd|vnđ|d|₫|sao|thang|ngay|nam|diem|%)?"
)
_MARKED: Final = frozenset({"x", "v", "co", "yes", "true", "1", "✓", "✔", "√", "*", "★"})
_YES: Final[Mapping[str, str]] = {"x": "true", "co": "true", "yes": "true", "true": "true", "1": "true", "✓": "true",
                                  "khong": "false", "no": "false", "false": "false", "0": "false"}  # fmt: skip
_NOTHING_KNOWN: Final = frozenset(
    {"", "-", "–", "—", "…", "...", "n a", "?", "chua ro", "chua co", "khong ro", "khong co", "na"}
)


def _of(kind: object) -> Reader:
    reader: Reader = get_args(kind)[1]
    return reader


WHEN, PHONE, TAX_CODE, YES_NO, COUNTRY = map(_of, (When, Phone, TaxCode, YesNo, Country))
_DIGITS: Final = frozenset(map(_of, (Code, Gtin, HsCode, TaxCode, Phone, Zalo)))


@dataclass(frozen=True, slots=True)
class Told:
    """What a cell says: ``text`` as a record has it, None where it says nothing or cannot be read.

    With a ``code`` the cell is doubtful (``text`` is what is probably meant) or, without a text, refused.
    """

    text: str | None
    code: str = ""
    values: Mapping[str, str] = field(default_factory=dict)


NOTHING: Final = Told(None)


def says_nothing(value: Value) -> bool:
    """Tell whether a cell is empty or says that nothing is known."""
    if value is None or isinstance(value, bool | int | float | PartialDate):
        return value is None
    bare = _bare(value) if len(value) < _SHORT else ""
    return value.strip() in _NOTHING_KNOWN or (bare != "" and bare in _NOTHING_KNOWN)


def is_marked(value: Value) -> bool:
    """Tell whether a cell holds a mark such as ``x``, or a star."""
    return _bare(as_text(value)) in _MARKED or as_text(value).strip() in _MARKED


def told(value: Value, reader: Reader | None, name: str, scale: int = 1) -> Told:
    """Read one value for a field; ``name`` is that of its column, ``scale`` multiplies a price."""
    if says_nothing(value):
        return NOTHING
    found = _found(value, reader, name, scale)
    if found.text is None or reader is None:
        return found
    try:
        reader.read(found.text)
    except PydanticCustomError as error:
        return _refused(error, as_text(value), reader)
    return found


def told_exactly(value: Value) -> Told:
    """Take a value as one of our own files has it: the field's reader will judge it with the record."""
    if isinstance(value, PartialDate):
        return Told(str(value))
    return Told(as_text(value).strip() or None)


def _found(value: Value, reader: Reader | None, name: str, scale: int) -> Told:
    if reader == WHEN:
        return _when(value)
    if isinstance(value, PartialDate):
        return Told(None, "date_in_text", {"value": as_text(value)})
    if isinstance(reader, Whole | Number):
        return _of_number(value, reader, name, scale)
    if isinstance(reader, Choice):
        return _choice(as_text(value), reader)
    convert = _BY_READER.get(reader) if reader is not None else None
    if convert is not None:
        return convert(value)
    text = as_text(value).replace("\u00a0", " ")
    several = isinstance(reader, Text) and reader.lines
    return Told(text.strip() if several else " ".join(text.split()))


def _of_number(value: Value, reader: Whole | Number, name: str, scale: int) -> Told:
    if name.endswith("stars"):
        return _stars(as_text(value))
    if name.endswith("price"):
        return _price(value, scale)
    return _whole(value) if isinstance(reader, Whole) else _number(value)


def _refused(error: PydanticCustomError, written: str, reader: Reader) -> Told:
    """Tell the reader's own fault; where the reader says what was meant and would accept that, it is a doubt."""
    values = {name: str(value) for name, value in (error.context or {}).items()}
    meant = values.pop("suggestion", None)
    if meant is not None:
        try:
            reader.read(meant)
        except PydanticCustomError:
            meant = None
    return Told(meant, error.type, {"value": written, **values})


# Dates --------------------------------------------------------------------------------------------


def _when(value: Value) -> Told:
    if isinstance(value, PartialDate):
        return _day_of_a_cell(value)
    if isinstance(value, int | float) and not isinstance(value, bool) and int(value) in _SERIALS:
        day = PartialDate.of(date.fromordinal(_SERIAL_ZERO.toordinal() + int(value)))
        return Told(str(day), "date_as_number", {"value": as_text(value)})
    text = as_text(value)
    try:
        return Told(str(read_date(text)))
    except NoDateError as error:
        return Told(None if error.meant is None else str(error.meant), error.code, {"value": text})


def _day_of_a_cell(day: PartialDate) -> Told:
    """Doubt a day of 1905: somebody wrote a year into a cell that shows dates."""
    serial = (day.first - _SERIAL_ZERO).days
    if day.day is not None and serial in _YEARS:
        return Told(str(serial), "year_as_date", {"value": as_text(day)})
    return Told(str(day))


# Numbers ------------------------------------------------------------------------------------------


def _stars(text: str) -> Told:
    marks = re.sub(r"[\s\ufe0f]", "", text)
    if _STAR_MARKS.fullmatch(marks):
        lit = marks.replace("☆", "")
        return Told(str(len(lit))) if 1 <= len(lit) <= 5 else Told(None, "no_stars", {"value": text})
    # Potential stars are a proposal, which has a field of its own.
    words = " ".join(_AROUND_STARS.sub(" ", fold(text)).split())
    found = re.fullmatch(r"([1-5]|mot|hai|ba|bon|tu|nam)(?:\.0)? ?(?:sao|stars?|[*★⭐])?", words)
    if found is None:
        return Told(None, "no_stars", {"value": text})
    return Told(_STAR_WORDS.get(found[1], found[1]))


def _whole(value: Value) -> Told:
    number = _integer(value)
    text = as_text(value)
    return Told(str(number)) if number is not None else Told(None, "not_whole", {"value": text})


def _price(value: Value, scale: int) -> Told:
    """Read an amount in đồng; doubt one that is too small for it, or too large in a column of thousands."""
    text = as_text(value)
    number = _integer(value, scale)
    if number is None:
        return Told(None, "no_price", {"value": text})
    if 0 < number < LEAST_PRICE:
        return Told(str(number * 1000), "price_too_low", {"value": text})
    if scale > 1 and number // scale >= MOST_IN_THOUSANDS:
        return Told(str(number // scale), "price_in_thousands", {"value": text})
    return Told(str(number))


def _integer(value: Value, scale: int = 1) -> int | None:
    if isinstance(value, int | float) and not isinstance(value, bool):
        scaled = round(value * scale, 6)
        return int(scaled) if scaled == int(scaled) else None
    return _amount(as_text(value), scale)


def _amount(text: str, scale: int) -> int | None:
    """Read ``15.000đ``, ``15 000``, ``15 nghìn``, ``1,5 triệu``, ``24 tháng``: None for anything else."""
    found = _AMOUNT.fullmatch(" ".join(fold(text).split()))
    if found is None:
        return None
    digits, multiple = found[1], _MULTIPLES.get(found[2] or "", scale)
    if re.fullmatch(r"[0-9]{1,3}([.,\s][0-9]{3})+", digits):
        return int(re.sub(r"[.,\s]", "", digits)) * multiple
    if re.fullmatch(r"[0-9]{1,15}", digits):
        return int(digits) * multiple
    if re.fullmatch(r"[0-9]{1,9}[.,][0-9]{1,2}", digits) and multiple > 1:
        return round(float(digits.replace(",", ".")) * multiple)
    return None


def _number(value: Value) -> Told:
    text = as_text(value).strip()
    if isinstance(value, int | float):
        return Told(f"{value:.9f}".rstrip("0").rstrip(".") if isinstance(value, float) else text)
    bare = re.sub(r"\s*(điểm|diem|đ|%|°)$", "", text, flags=re.IGNORECASE)
    if re.fullmatch(r"-?[0-9]{1,12},[0-9]{1,9}", bare):
        return Told(bare.replace(",", "."))
    if re.fullmatch(r"[0-9]{1,3}(\.[0-9]{3})+,[0-9]{1,9}", bare):
        return Told(bare.replace(".", "").replace(",", "."))
    return Told(bare)


# Words --------------------------------------------------------------------------------------------


def _choice(text: str, reader: Choice) -> Told:
    """Take a fixed word, or what people say for it; a word that is only like one is a doubt."""
    meant = choice_meant(text, reader.allowed)
    if meant is None:
        return Told(text)
    by_its_likeness = nearest(text, reader.allowed) == meant and slug(text) != meant
    return Told(
        meant,
        "not_a_choice" if by_its_likeness else "",
        {"value": text, "choices": ", ".join(reader.allowed)},
    )


def _yes_no(value: Value) -> Told:
    text = as_text(value)
    return Told(_YES.get(text.strip().lower()) or _YES.get(_bare(text), text))


def _phone(value: Value) -> Told:
    """Doubt a number of nine digits: as a number it lost its leading nought."""
    text = as_text(value).strip()
    digits = re.sub(r"[\s.\-]", "", text)
    if re.fullmatch(r"[1-9][0-9]{8,9}", digits) and not digits.startswith("84"):
        return Told(f"0{digits}", "lost_nought", {"value": text})
    return Told(text)


def _tax_code(value: Value) -> Told:
    text = re.sub(r"\s", "", as_text(value))
    if re.fullmatch(r"[0-9]{9}|[0-9]{11}", text):
        return Told(f"0{text}", "lost_nought", {"value": text})
    return Told(text)


def _digits(value: Value) -> Told:
    return Told(re.sub(r"[\s']", "", as_text(value)))


def _country(value: Value) -> Told:
    """Take a country's name in either language for its code."""
    text = as_text(value).strip()
    try:
        COUNTRY.read(text)
    except PydanticCustomError as error:
        return Told(str((error.context or {}).get("suggestion", text)))
    return Told(text)


_BY_READER: Final[Mapping[Reader, Callable[[Value], Told]]] = {
    YES_NO: _yes_no, PHONE: _phone, _of(Zalo): _phone, TAX_CODE: _tax_code, COUNTRY: _country,
    **dict.fromkeys(_DIGITS - {PHONE, TAX_CODE, _of(Zalo)}, _digits),
    _of(Link): lambda value: Told(as_text(value).strip()),
}  # fmt: skip


def _bare(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", " ", fold(text)).strip()
