"""Field types: each reads the text that a person wrote, refuses it with a reason, and describes itself.

Every validator takes text (a record is a tree of text until here) and raises `Fault`, whose code names a
message and whose values fill it. The type is the only place that knows its rule; the models compose types.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache, lru_cache
from typing import Annotated, Any
from urllib.parse import urlsplit

import phonenumbers
from babel import Locale
from babel.core import get_global
from pydantic import BaseModel, ConfigDict, GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import CoreSchema, PydanticCustomError, core_schema
from stdnum import ean
from stdnum.vn import mst

from ocop import hours, meant
from ocop.dates import EARLIEST_YEAR, LATEST_YEAR, PartialDate
from ocop.text import fold, slug

ID_PATTERN = r"[a-z0-9]+(-[a-z0-9]+)*"
_ID = re.compile(ID_PATTERN)
LONGEST_ID = 80
# Digits are ASCII ones throughout: Python's \d also takes full-width and Arabic digits.
_WHOLE = re.compile(r"0|-?[1-9][0-9]{0,15}")
_DECIMAL = re.compile(r"-?(0|[1-9][0-9]{0,11})(\.[0-9]{1,9})?")
# The control characters that a file may hold and a text may not: as a blank at a line's end they are trimmed.
_TAB_OR_RETURN = re.compile(r"[\t\r]")
_COMMA = re.compile(r"[^0-9,]*[0-9]{1,12},[0-9]{1,2}(?![0-9])[^,]*")
# Whoever writes 1.000 as a quantity means a thousand, never one to the last thousandth.
_THOUSANDS = re.compile(r"-?[1-9][0-9]{0,2}\.000")
# Viet Nam with its islands; the former province with a little room, since points are town centres.
COUNTRY_BOUNDS = (8.0, 23.5, 102.0, 117.5)
PROVINCE_BOUNDS = (8.95, 9.70, 105.15, 105.95)


class Part(StrEnum):
    """Where a field belongs on a page, in a form and in a table; a record is written in this order."""

    NAMING = "naming"
    PLACE = "place"
    RATING = "rating"
    PICTURES = "pictures"
    KEEPING = "keeping"
    TRADE = "trade"
    CONTACT = "contact"
    HISTORY = "history"
    SOURCES = "sources"
    STAFF = "staff"


@dataclass(frozen=True, slots=True)
class About:
    """What a field is called and means, in both languages; the only place that says so.

    ``row`` marks a field that the product or producer page shows as a plain row of facts, and that the CSV
    carries as a column, with no other code naming it.
    """

    vi: str
    en: str
    hint: str = ""
    hint_en: str = ""
    example: str = ""
    part: Part = Part.NAMING
    row: bool = False


def fault(code: str, **values: object) -> PydanticCustomError:
    """Make the refusal of a value: ``code`` names the message, ``values`` fill it.

    Three values mean more: ``suggestion`` is what was probably meant, ``choices`` are the words it may be sought
    among, and ``at`` is the key of a record or part that is to blame where the whole of it was judged.
    """
    return PydanticCustomError(code, code, {key: str(value) for key, value in values.items()})


def refuse(faults: Sequence[PydanticCustomError]) -> None:
    """Raise all faults of a record or part at once: a person mends it once, not once a fault."""
    if len(faults) == 1:
        raise faults[0]
    if faults:
        raise PydanticCustomError(SEVERAL, SEVERAL, {"faults": tuple(faults)})


SEVERAL = "several"


class Reader:
    """Reads the text of one scalar into a value, or raises `fault`; says as JSON Schema what it accepts."""

    def read(self, text: str) -> object:
        """Give the value that the text stands for."""
        raise NotImplementedError

    def schema(self) -> dict[str, Any]:
        """Give the JSON Schema of what is accepted."""
        raise NotImplementedError

    def _validate(self, value: object) -> object:
        if not isinstance(value, str):
            raise fault("not_text", got="list" if isinstance(value, list) else "map")
        return self.read(value)

    def __get_pydantic_core_schema__(self, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Take the place of pydantic's own reading of the type."""
        return core_schema.no_info_plain_validator_function(self._validate)

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        """Describe the type in JSON Schema."""
        return self.schema()


@dataclass(frozen=True, slots=True)
class Read(Reader):
    """A reader made of a function and its JSON Schema."""

    function: Callable[[str], object]
    json: tuple[tuple[str, Any], ...] = field(hash=False)

    def read(self, text: str) -> object:
        """Call the function."""
        return self.function(text)

    def schema(self) -> dict[str, Any]:
        """Give the schema as a mapping."""
        return dict(self.json)


def _reader(function: Callable[[str], object], **json: Any) -> Read:
    return Read(function, tuple(json.items()))


@dataclass(frozen=True, slots=True)
class Text(Reader):
    """Text of at most ``longest`` characters, on one line unless ``lines``."""

    longest: int
    lines: bool = False

    def read(self, text: str) -> str:
        """Every text says something, and a name or a summary says it in one line of limited length.

        Both have their place in lists, where they must fit.

        empty_text
            Wrong: ``summary: ""``
            Right: ``summary: Muối hạt to, trắng``
        too_long
            Wrong:
                summary: >-
                  Muối hạt được làm theo cách cũ trên những sân phơi trải bạt, nơi nước biển cạn dần dưới nắng và gió
                  chướng cho đến khi hạt muối kết lại, trắng và khô, rồi được gom thành đống, phủ lá, chờ ghe đến chở về
                  kho của công ty, nơi muối được phân loại và đóng gói.
            Right: ``summary: Muối hạt phơi trên sân trải bạt, hạt to, trắng và khô.``
        one_line
            Wrong:
                summary: |
                  Muối hạt to,
                  trắng và khô
            Right: ``summary: Muối hạt to, trắng và khô``
        """
        if not text:
            raise fault("empty_text")
        if control := _TAB_OR_RETURN.search(text):
            raise fault("forbidden_character", character=f"U+{ord(control[0]):04X}")
        if len(text) > self.longest:
            raise fault("too_long", longest=self.longest, length=len(text))
        if not self.lines and "\n" in text:
            raise fault("one_line")
        return text

    def schema(self) -> dict[str, Any]:
        """Give the length and what may not stand inside."""
        # A folded block (`>`) ends with a line break, which reading takes away.
        pattern = r"^[^\t\r]*$" if self.lines else r"^[^\t\n\r]*\n?$"
        return {"type": "string", "minLength": 1, "maxLength": self.longest, "pattern": pattern}


Name = Annotated[str, Text(120)]
Line = Annotated[str, Text(200)]
LongLine = Annotated[str, Text(500)]
Paragraphs = Annotated[str, Text(4000, lines=True)]
Story = Annotated[str, Text(20000, lines=True)]


def is_id(text: str) -> bool:
    """Tell whether a text can be an id: lower-case ASCII letters, digits and single hyphens."""
    return _ID.fullmatch(text) is not None and len(text) <= LONGEST_ID


def _id(text: str) -> str:
    """Every id has small letters without marks, digits and single hyphens: it is part of addresses and printed codes.

    bad_id
        Wrong: ``formerly: [Muối Hạt Cũ]``
        Right: ``formerly: [muoi-hat-xua]``
    """
    if not is_id(text):
        raise fault("bad_id", value=text, **_suggested(slug(text)[:LONGEST_ID]))
    return text


Id = Annotated[str, _reader(_id, type="string", pattern=f"^{ID_PATTERN}$", maxLength=LONGEST_ID)]


def _suggested(meant: str) -> dict[str, str]:
    return {"suggestion": meant} if meant else {}


def _reference(text: str) -> str:
    if not text:
        raise fault("empty_text")
    if len(text) > 200 or "\n" in text:
        raise fault("bad_id", value=text)
    return text


# The id of another record. Whether it is well formed shows when it is looked up: then what was meant can be named.
Ref = Annotated[str, _reader(_reference, type="string", pattern=f"^{ID_PATTERN}$", maxLength=LONGEST_ID)]


@dataclass(frozen=True, slots=True)
class Whole(Reader):
    """A whole number from ``least`` to ``most``, written with digits alone."""

    least: int
    most: int

    def read(self, text: str) -> int:
        """Every whole number is written in figures alone, and lies in the range that makes sense for its field.

        15.000 is fifteen to some readers and fifteen thousand to others; 15000 is the same to everybody.

        not_whole
            Wrong: ``packs: [{size: 500 g, price: 15.000 đ}]``
            Right: ``packs: [{size: 500 g, price: 15000}]``
        out_of_range
            Wrong: ``season: [11, 12, 13]``
            Right: ``season: [11, 12, 1]``
        """
        if not _WHOLE.fullmatch(text):
            raise fault("not_whole", value=text, **_suggested(meant.whole(text, self.least, self.most)))
        number = int(text)
        if not self.least <= number <= self.most:
            raise fault("out_of_range", value=text, least=self.least, most=self.most)
        return number

    def schema(self) -> dict[str, Any]:
        """Give the range."""
        return {"type": "integer", "minimum": self.least, "maximum": self.most}


@dataclass(frozen=True, slots=True)
class Number(Reader):
    """A decimal number from ``least`` to ``most``, with a point, never a comma."""

    least: float
    most: float

    def read(self, text: str) -> float:
        """Every number is written in figures, with a point before its decimals and none between its thousands.

        The point is that of maps and of programs; one form serves every reader.

        not_number
            Wrong: ``trade: {minimum_order: {quantity: 1 tấn, unit: t}}``
            Right: ``trade: {minimum_order: {quantity: 1, unit: t}}``
        decimal_comma
            Wrong: ``trade: {minimum_order: {quantity: "0,5", unit: t}}``
            Right: ``trade: {minimum_order: {quantity: 0.5, unit: t}}``
        thousands_point
            Wrong: ``trade: {minimum_order: {quantity: 1.000, unit: kg}}``
            Right: ``trade: {minimum_order: {quantity: 1000, unit: kg}}``
        """
        if not _DECIMAL.fullmatch(text):
            code = "decimal_comma" if _COMMA.fullmatch(text) else "not_number"
            raise fault(code, value=text, **_suggested(meant.decimal(text)))
        if _THOUSANDS.fullmatch(text):
            raise fault("thousands_point", value=text, suggestion=text.replace(".", ""))
        number = float(text)
        if not self.least <= number <= self.most:
            raise fault("out_of_range", value=text, least=f"{self.least:g}", most=f"{self.most:g}")
        return number

    def schema(self) -> dict[str, Any]:
        """Give the range."""
        return {"type": "number", "minimum": self.least, "maximum": self.most}


@dataclass(frozen=True, slots=True)
class Choice(Reader):
    """One word out of a fixed few; the fault carries them for the suggestion."""

    allowed: tuple[str, ...]

    def read(self, text: str) -> str:
        """Every field with fixed words takes these alone.

        The site says each of them in both languages, counts by them and lets visitors choose by them.

        not_a_choice (producer)
            Wrong: ``type: Công ty cổ phần``
            Right: ``type: enterprise``
        """
        if text not in self.allowed:
            raise fault("not_a_choice", value=text, choices=", ".join(self.allowed))
        return text

    def schema(self) -> dict[str, Any]:
        """Give the words."""
        return {"enum": list(self.allowed)}


def _yes_no(text: str) -> bool:
    """Every question with two answers takes yes or no, in either language.

    not_yes_no
        Wrong: ``trade: {private_label: được}``
        Right: ``trade: {private_label: true}``
    """
    meaning = {"true": True, "yes": True, "có": True, "false": False, "no": False, "không": False}
    if text.lower() not in meaning:
        raise fault("not_yes_no", value=text, **_suggested(meant.truth(text)))
    return meaning[text.lower()]


YesNo = Annotated[bool, _reader(_yes_no, type="boolean")]


# Day first, or the year first with other marks between: in either case a date, though perhaps of no calendar.
_TURNED = re.compile(
    r"(([0-9]{1,2}[/. -])?[0-9]{1,2}[/. -][0-9]{4}|[0-9]{1,2}/[0-9]{1,2}/[0-9]{2}"
    r"|[0-9]{4}[-/. ][0-9]{1,2}([-/. ][0-9]{1,2})?)([T ][0-9:.+Z-]*)?"
)


@lru_cache(maxsize=16384)
def _date(text: str) -> PartialDate:
    """Every date is a year, a year and month, or a day, as far as it is known, with the year first.

    So dates sort by themselves, and nobody takes 5/6 for the sixth of May.

    date_turned
        Wrong: ``recognitions: [{stars: 4, date: 28/12/2025}]``
        Right: ``recognitions: [{stars: 4, date: 2025-12-28}]``
    not_a_date
        Wrong: ``recognitions: [{stars: 4, date: cuối năm 2025}]``
        Right: ``recognitions: [{stars: 4, date: 2025}]``
    no_such_date
        Wrong: ``recognitions: [{stars: 4, date: 2025-11-31}]``
        Right: ``recognitions: [{stars: 4, date: 2025-11-30}]``
    year_out_of_range
        Wrong: ``recognitions: [{stars: 4, date: 0205-12-28}]``
        Right: ``recognitions: [{stars: 4, date: 2025-12-28}]``
    """
    try:
        return PartialDate.parse(text)
    except ValueError:
        pass
    if re.fullmatch(r"[0-9]{4}(-[0-9]{2}){0,2}", text):
        year = int(text[:4])
        outside = not EARLIEST_YEAR <= year <= LATEST_YEAR
        raise fault(
            "year_out_of_range" if outside else "no_such_date",
            value=text,
            least=EARLIEST_YEAR,
            most=LATEST_YEAR,
        )
    suggestion = meant.day(text)
    if not _TURNED.fullmatch(text):
        raise fault("not_a_date", value=text, **_suggested(suggestion))
    raise fault("date_turned" if suggestion else "no_such_date", value=text, **_suggested(suggestion))


# As a regular expression: every year may have a month, every month 28 days, and so on to the leap day.
_YEAR = "(?:19[0-9]{2}|20[0-9]{2}|2100)"
_MONTHS = "(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|1[0-9]|2[0-8]))?|-(?:0[13-9]|1[0-2])-(?:29|30)|-(?:0[13578]|1[02])-31)?"
_LEAP_DAY = "(?:(?:19|20)(?:0[48]|[2468][048]|[13579][26])|2000)-02-29"

When = Annotated[
    PartialDate,
    _reader(
        _date,
        type=["string", "integer"],
        pattern=f"^(?:{_YEAR}{_MONTHS}|{_LEAP_DAY})$",
        minimum=EARLIEST_YEAR,
        maximum=LATEST_YEAR,
    ),
]


_HOST = re.compile(r"(?:[^\W_](?:[\w-]{0,61}[^\W_])?\.)+[^\W\d_](?:[\w-]{0,61}[^\W_])")


@lru_cache(maxsize=16384)
def _https(text: str) -> str:
    """Every link is a whole web address that starts with ``https://``, without a user's name in it.

    Any other may lead to a page that somebody on the way can change, or to none; a password in it would be told to
    everybody.

    bad_link
        Wrong: ``links: {website: "https://muoi hat.example.org"}``
        Right: ``links: {website: "https://muoihat.example.org"}``
    link_not_https
        Wrong: ``links: {website: "http://muoihat.example.org"}``
        Right: ``links: {website: "https://muoihat.example.org"}``
    link_with_user
        Wrong: ``links: {website: "https://ten:matkhau@example.org"}``
        Right: ``links: {website: "https://example.org"}``
    """
    if len(text) > 1000 or re.search(r"[\s<>\"'`\\{}|^]", text):
        raise fault("bad_link", value=text, **_suggested(_with_https(text)))
    try:
        parts = urlsplit(text)
        port = parts.port
    except ValueError:
        raise fault("bad_link", value=text) from None
    if parts.scheme != "https":
        raise fault("link_not_https", value=text, **_suggested(_with_https(text)))
    if parts.username is not None or parts.password is not None:
        raise fault("link_with_user", value=text)
    if not _HOST.fullmatch(parts.hostname or "") or port == 0:
        raise fault("bad_link", value=text, **_suggested(_with_https(text)))
    return "https" + text[5:]


def _with_https(text: str) -> str:
    """Give a plain address its https; nothing for what is no web address at all (``javascript:…``)."""
    if len(text) > 1000:
        return ""
    bare = re.sub(r"^(h?t?tps?[:;]?)?/*", "", text.strip(" <>\"'“”"), flags=re.IGNORECASE)
    host = bare.partition("/")[0]
    whole = _HOST.fullmatch(host) and re.fullmatch(r"[^@\s<>\"'`\\{}|^]*", bare)
    return f"https://{bare}" if whole else ""


# The same as far as every regular expression engine goes: whether a sign beyond ASCII is a letter, `format` tells.
_ALNUM, _LETTER = r"[^\x00-/:-@\[-`{-\x7f]", r"[^\x00-@\[-`{-\x7f]"
_MIDDLE = r"[^\x00-,./:-@\[-^`{-\x7f]"
_PORT = (
    ":(?:0*(?:[1-9][0-9]{0,3}|[1-5][0-9]{4}|6(?:[0-4][0-9]{3}|5(?:[0-4][0-9]{2}|5(?:[0-2][0-9]|3[0-5])))))?"
)
_PATH = r"[^\s<>\x22'`\\{}|^]*"
_LINK = (
    rf"[hH][tT][tT][pP][sS]://(?:{_ALNUM}(?:{_MIDDLE}{{0,61}}{_ALNUM})?\.)+{_LETTER}{_MIDDLE}{{0,61}}{_ALNUM}"
    rf"(?:{_PORT})?(?:[/?#]{_PATH})?"
)

Link = Annotated[
    str, _reader(_https, type="string", format="https-link", pattern=f"^{_LINK}$", maxLength=1000)
]


@cache
def countries() -> frozenset[str]:
    """ISO 3166-1 alpha-2 codes of countries, upper case."""
    known = (str(code) for code in Locale("en").territories)
    # What the locale data name besides: unions, test codes, and islands that ISO only reserves a code for.
    return frozenset(code for code in known if re.fullmatch("[A-Z]{2}", code)) - {
        "AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "XK", "ZZ",
    }  # fmt: skip


def _country(text: str) -> str:
    """Every country is written as its two capitals of ISO 3166, from which the site makes its name in both languages.

    no_country
        Wrong: ``trade: {export_markets: [Hàn Quốc]}``
        Right: ``trade: {export_markets: [KR]}``
    """
    if text not in countries():
        raise fault("no_country", value=text, **_suggested(_country_meant(text)))
    return text


@lru_cache(maxsize=1024)
def _country_meant(text: str) -> str:
    """Find the code that is meant by small letters, an older or longer code, or a country's name in either language."""
    name = fold(text).strip(" .")
    upper = text.upper()
    found = _CALLED.get(name, "") if text != upper or upper not in countries() else upper
    if not found and upper in countries():
        found = upper
    found = found or "".join(get_global("territory_aliases").get(upper, [])[:1])
    for lang in () if found else ("vi", "en"):
        found = found or _countries_by_name(lang).get(name.removeprefix("nuoc "), "")
    return found if found in countries() else ""


@cache
def _countries_by_name(lang: str) -> dict[str, str]:
    return {fold(str(called)): str(code) for code, called in Locale(lang).territories.items()}


# What people call countries besides the names that the locale data have.
_CALLED = {
    "my": "US", "nuoc my": "US", "hoa ky": "US", "america": "US", "u.s": "US", "u.s.a": "US", "nhat": "JP", "anh": "GB",
    "anh quoc": "GB", "england": "GB", "britain": "GB", "uc": "AU", "korea": "KR", "han": "KR", "nam han": "KR",
    "trung hoa": "CN", "tau": "CN", "singapo": "SG", "xin-ga-po": "SG", "kampuchea": "KH", "cam bot": "KH", "mien": "KH",
    "tieu vuong quoc a rap": "AE", "dubai": "AE", "uae": "AE", "mien dien": "MM", "burma": "MM", "ho lan": "NL",
    "holland": "NL", "phi luat tan": "PH", "ma lai": "MY", "hongkong": "HK", "czech": "CZ", "sec": "CZ", "tiep": "CZ",
    "turkey": "TR", "tho nhi ky": "TR", "a rap xe ut": "SA", "saudi": "SA", "viet nam": "VN", "vietnam": "VN",
}  # fmt: skip


Country = Annotated[str, _reader(_country, type="string", pattern="^[A-Z]{2}$")]


@lru_cache(maxsize=16384)
def _phone(text: str) -> str:
    """Every telephone number stands alone, in any common form: a tap on it dials.

    bad_phone (producer)
        Wrong: ``contact: {consent: 2026-03-01, phone: 0291 3822 000 - 0912 345 678}``
        Right: ``contact: {consent: 2026-03-01, phone: [0291 3822 000, 0912 345 678]}``
    """
    number = _dialled(text)
    if number is None:
        found = [each for each in meant.phones(text) if _dialled(each) is not None]
        several = ", ".join(found)
        raise fault(
            "bad_phone", value=text, **_suggested(f"[{several}]" if len(found) > 1 else "".join(found))
        )
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


@lru_cache(maxsize=16384)
def _dialled(text: str) -> phonenumbers.PhoneNumber | None:
    """Give the number that a text is, None where it is none."""
    # The library would pick a number out of a sentence and silently drop the rest.
    if not re.fullmatch(_DIALLED, text):
        return None
    try:
        number = phonenumbers.parse(text, "VN")
    except phonenumbers.NumberParseException:
        return None
    return number if phonenumbers.is_valid_number(number) else None


_DIALLED = r"[0-9+() .\-/–]{3,40}"
Phone = Annotated[str, _reader(_phone, type="string", format="phone", pattern=f"^{_DIALLED}$")]


def _zalo(text: str) -> str:
    """Every Zalo account is written as its telephone number or its link, either of which opens a chat.

    bad_zalo (producer)
        Wrong: ``contact: {consent: 2026-03-01, zalo: Ba Muối}``
        Right: ``contact: {consent: 2026-03-01, zalo: 0912 345 678}``
    """
    if text.startswith("https://zalo.me/"):
        return _https(text)
    try:
        return _phone(text)
    except PydanticCustomError as refused:
        found = (refused.context or {}).get("suggestion", "")
        raise fault("bad_zalo", value=text, **_suggested(meant.zalo(text) or found)) from None


Zalo = Annotated[
    str,
    _reader(
        _zalo,
        type="string",
        format="zalo",
        pattern=rf"^(?:https://zalo\.me/{_PATH}|{_DIALLED})$",
        maxLength=1000,
    ),
]


_EMAIL = re.compile(r"[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(\.[A-Za-z0-9-]{1,63})*\.[A-Za-z]{2,}")


def _email(text: str) -> str:
    """Every e-mail address is whole, and one, as a mail program needs it.

    bad_email (producer)
        Wrong: ``contact: {consent: 2026-03-01, email: muoi@gmail}``
        Right: ``contact: {consent: 2026-03-01, email: muoi@gmail.com}``
    """
    if len(text) > 254 or not _EMAIL.fullmatch(text):
        found = next((each for each in meant.emails(text) if _EMAIL.fullmatch(each)), "")
        raise fault("bad_email", value=text, **_suggested(found))
    return text


Email = Annotated[str, _reader(_email, type="string", pattern=f"^{_EMAIL.pattern}$", maxLength=254)]


def _tax_code(text: str) -> str:
    """Every tax code has ten digits, thirteen, or the twelve of a personal id, and its check digit is right.

    It tells a firm from another of the same name, so a slip would name another firm.

    bad_tax_code (producer)
        Wrong: ``tax_code: "1900123445"``
        Right: ``tax_code: "1900123454"``
    """
    if re.fullmatch(r"[0-9]{12}", text):
        return text
    if not re.fullmatch(r"[0-9]{10}(-?[0-9]{3})?", text) or not mst.is_valid(text):
        # A spreadsheet drops the nought in front.
        digits = _digits(text).rjust(10, "0")
        raise fault("bad_tax_code", value=text, **_suggested(digits if mst.is_valid(digits) else ""))
    return str(mst.format(text))


TaxCode = Annotated[
    str,
    _reader(
        _tax_code, type="string", format="vn-tax-code", pattern="^(?:[0-9]{10}(?:-?[0-9]{3})?|[0-9]{12})$"
    ),
]


def _digits(text: str) -> str:
    """Leave out what people set between the figures of a code; empty where anything else stands there."""
    return re.sub(r"[ .\-–]", "", text) if re.fullmatch(r"[0-9 .\-–]{1,40}", text) else ""


def _gtin(text: str) -> str:
    """Every bar code has 8, 12, 13 or 14 digits and its check digit is right, so that a scanner finds the product.

    bad_gtin
        Wrong: ``packs: [{size: 500 g, gtin: "2000000000016"}]``
        Right: ``packs: [{size: 500 g, gtin: "2000000000015"}]``
    """
    if not re.fullmatch(r"[0-9]{8}|[0-9]{12,14}", text) or not ean.is_valid(text):
        digits = _digits(text)
        raise fault("bad_gtin", value=text, **_suggested(digits if ean.is_valid(digits) else ""))
    return text


Gtin = Annotated[str, _reader(_gtin, type="string", format="gtin", pattern="^(?:[0-9]{8}|[0-9]{12,14})$")]


_HS = re.compile(r"[0-9]{4}(\.?[0-9]{2}(\.?[0-9]{2}(\.?[0-9]{2})?)?)?")


def _hs_code(text: str) -> str:
    """Every HS code has four, six, eight or ten digits: by it a buyer abroad finds duty and papers.

    bad_hs_code
        Wrong: ``trade: {hs_code: "25.01"}``
        Right: ``trade: {hs_code: "2501.00"}``
    """
    if not _HS.fullmatch(text):
        found = _digits(re.sub(r"^(mã|ma)?\s*hs\s*[:.]?", "", text, flags=re.IGNORECASE))
        raise fault("bad_hs_code", value=text, **_suggested(found if _HS.fullmatch(found) else ""))
    return text


HsCode = Annotated[str, _reader(_hs_code, type="string", pattern=f"^{_HS.pattern}$")]


def _hours(text: str) -> str:
    """All opening hours have the form of OpenStreetMap, which the site says in both languages and maps understand.

    bad_hours
        Wrong: ``visit: {hours: "T2-CN: 7h - 17h"}``
        Right: ``visit: {hours: "Mo-Su 07:00-17:00"}``
    """
    if len(text) > 200 or not hours.is_valid(text):
        found = meant.hours(text[:200])
        raise fault("bad_hours", value=text, **_suggested(found if hours.is_valid(found) else ""))
    return text


def _code(text: str) -> str:
    """Every statistical code has digits alone.

    bad_code (district)
        Wrong: ``code: ĐH-960``
        Right: ``code: "960"``
    """
    if not re.fullmatch(r"[0-9]{1,8}", text):
        raise fault("bad_code", value=text)
    return text


Code = Annotated[str, _reader(_code, type="string", pattern="^[0-9]{1,8}$")]


Hours = Annotated[str, _reader(_hours, type="string", format="opening-hours", maxLength=200)]


def _file_name(text: str) -> str:
    """Every picture is named without its folder: it lies beside its record, so that both move together.

    photo_elsewhere
        Wrong: ``photos: [{file: anh/muoi-hat-1.jpg, alt: Gói muối hạt}]``
        Right: ``photos: [{file: muoi-hat-1.jpg, alt: Gói muối hạt}]``
    """
    if not text:
        raise fault("empty_text")
    if re.search(r"[/\\:\n]", text) or text.startswith(".") or len(text) > 200:
        name = "" if "://" in text else re.split(r"[/\\:\n]", text[-200:])[-1].strip(". ")
        raise fault("photo_elsewhere", value=text, **_suggested(name))
    return text


FileName = Annotated[
    str, _reader(_file_name, type="string", pattern=r"^[^./\\:\n][^/\\:\n]*$", maxLength=200)
]


class Facts(BaseModel):
    """Base of every part of a record: frozen, unknown keys refused, sequences as tuples."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", arbitrary_types_allowed=True, populate_by_name=True
    )


class Coordinates(Facts):
    """A point in degrees, WGS 84."""

    lat: Annotated[
        float,
        Number(-180, 180),
        About(
            vi="Vĩ độ",
            en="Latitude",
            hint="Độ thập phân, dấu chấm; Bạc Liêu cũ nằm quãng 9,0–9,6.",
            hint_en="Decimal degrees with a point; the former province lies at about 9.0–9.6.",
            example="9.25",
            part=Part.PLACE,
        ),
    ]
    lon: Annotated[
        float,
        Number(-180, 180),
        About(
            vi="Kinh độ",
            en="Longitude",
            hint="Độ thập phân, dấu chấm; Bạc Liêu cũ nằm quãng 105,2–105,9.",
            hint_en="Decimal degrees with a point; the former province lies at about 105.2–105.9.",
            example="105.72",
            part=Part.PLACE,
        ),
    ]


Bounds = tuple[float, float, float, float]


def check_inside(point: Coordinates, bounds: Bounds, code: str) -> Coordinates:
    """Every point lies where its record does: in Việt Nam, and in the former province for its districts and producers.

    A point elsewhere is a slip that sends visitors into the sea; mostly latitude and longitude changed places.

    lat_lon_swapped (producer)
        Wrong: ``location: {lat: 105.42, lon: 9.03}``
        Right: ``location: {lat: 9.03, lon: 105.42}``
    point_outside_province (producer)
        Wrong: ``location: {lat: 10.03, lon: 105.78}``
        Right: ``location: {lat: 9.03, lon: 105.42}``
    point_outside_country
        Wrong: ``visit: {location: {lat: 37.5, lon: 127}}``
        Right: ``visit: {location: {lat: 9.03, lon: 105.42}}``
    """
    south, north, west, east = bounds
    if south <= point.lat <= north and west <= point.lon <= east:
        return point
    if south <= point.lon <= north and west <= point.lat <= east:
        raise fault("lat_lon_swapped", lat=f"{point.lon:g}", lon=f"{point.lat:g}")
    raise fault(code, lat=f"{point.lat:g}", lon=f"{point.lon:g}")


@dataclass(frozen=True, slots=True)
class Inside:
    """Holds a point against bounds; ``code`` is the fault of one outside."""

    bounds: Bounds
    code: str

    def __call__(self, point: Coordinates) -> Coordinates:
        """Give the point back, or raise the fault."""
        return check_inside(point, self.bounds, self.code)

    def __get_pydantic_core_schema__(self, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Judge the point after its two numbers were read."""
        return core_schema.no_info_after_validator_function(self, handler(source))


PointInCountry = Annotated[Coordinates, Inside(COUNTRY_BOUNDS, "point_outside_country")]
PointInProvince = Annotated[Coordinates, Inside(PROVINCE_BOUNDS, "point_outside_province")]
