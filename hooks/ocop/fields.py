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

import opening_hours
import phonenumbers
from babel import Locale
from pydantic import AfterValidator, BaseModel, ConfigDict, GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import CoreSchema, PydanticCustomError, core_schema
from stdnum import ean
from stdnum.vn import mst

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
_UNITS_AFTER = r"(\s*(sao|stars?|tháng|thang|months?|ngày|ngay|days?|năm|nam|years?|điểm|diem|đồng|dong|đ|d|vnđ|vnd|₫|%))?"
_GROUPED = re.compile(
    rf"([1-9][0-9]{{0,2}}([.,\s_']?[0-9]{{3}})+|[0-9]{{1,15}}){_UNITS_AFTER}", re.IGNORECASE
)
_COMMA = re.compile(rf"(-?[0-9]{{1,12}}),([0-9]{{1,2}}){_UNITS_AFTER}", re.IGNORECASE)
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
        """Refuse text that is empty, too long, broken over lines or set with tabs."""
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
        """Give length and, for one line, the pattern."""
        shape: dict[str, Any] = {"type": "string", "minLength": 1, "maxLength": self.longest}
        return shape if self.lines else shape | {"pattern": r"^[^\n]*$"}


Name = Annotated[str, Text(120)]
Line = Annotated[str, Text(200)]
LongLine = Annotated[str, Text(500)]
Paragraphs = Annotated[str, Text(4000, lines=True)]
Story = Annotated[str, Text(20000, lines=True)]


def is_id(text: str) -> bool:
    """Tell whether a text can be an id: lower-case ASCII letters, digits and single hyphens."""
    return _ID.fullmatch(text) is not None and len(text) <= LONGEST_ID


def _id(text: str) -> str:
    if not is_id(text):
        raise fault("bad_id", value=text, **_suggested(slug(text)[:LONGEST_ID]))
    return text


Id = Annotated[str, _reader(_id, type="string", pattern=f"^{ID_PATTERN}$", maxLength=LONGEST_ID)]


def _plain_digits(text: str) -> str:
    """Give the digits of ``15.000``, ``15 000 đ``, ``1_000``, ``007`` or ``4 sao``; empty for anything else."""
    grouped = _GROUPED.fullmatch(text)
    return str(int(re.sub(r"[^0-9]", "", grouped[1]))) if grouped else ""


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
        """Refuse leading zeros, separators and numbers out of range."""
        if not _WHOLE.fullmatch(text):
            raise fault("not_whole", value=text, **_suggested(_plain_digits(text)))
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
        """Refuse commas, exponents and numbers out of range."""
        if not _DECIMAL.fullmatch(text):
            comma = _COMMA.fullmatch(text)
            plain = f"{comma[1]}.{comma[2]}" if comma else _plain_digits(text)
            raise fault("decimal_comma" if comma else "not_number", value=text, **_suggested(plain))
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
        """Refuse any other word."""
        if text not in self.allowed:
            raise fault("not_a_choice", value=text, choices=", ".join(self.allowed))
        return text

    def schema(self) -> dict[str, Any]:
        """Give the words."""
        return {"enum": list(self.allowed)}


def _yes_no(text: str) -> bool:
    meaning = {"true": True, "yes": True, "có": True, "false": False, "no": False, "không": False}
    if text.lower() not in meaning:
        raise fault("not_yes_no", value=text)
    return meaning[text.lower()]


YesNo = Annotated[bool, _reader(_yes_no, type="boolean")]


_TURNED = re.compile(r"(?:([0-9]{1,2})[/. -])?([0-9]{1,2})[/. -]([0-9]{4})")
_LOOSE = re.compile(r"([0-9]{4})[-/. ]([0-9]{1,2})(?:[-/. ]([0-9]{1,2}))?(?:[T ][0-9:.+Z-]*)?")


@lru_cache(maxsize=16384)
def _date(text: str) -> PartialDate:
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
    parts: tuple[str | None, ...] | None = None
    if turned := _TURNED.fullmatch(text):
        parts = (turned[3], turned[2], turned[1])
    elif loose := _LOOSE.fullmatch(text):
        parts = loose.groups()
    if parts is None:
        raise fault("not_a_date", value=text)
    try:
        meant = PartialDate(*(int(part) if part else None for part in parts))  # type: ignore[arg-type]
    except ValueError:
        raise fault("no_such_date", value=text) from None
    raise fault("date_turned", value=text, suggestion=meant)


When = Annotated[
    PartialDate,
    _reader(
        _date,
        type=["string", "integer"],
        pattern="^[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$",
        minimum=EARLIEST_YEAR,
        maximum=LATEST_YEAR,
    ),
]


_HOST = re.compile(r"(?:[^\W_](?:[\w-]{0,61}[^\W_])?\.)+[^\W\d_](?:[\w-]{0,61}[^\W_])")


@lru_cache(maxsize=16384)
def _https(text: str) -> str:
    if len(text) > 1000 or re.search(r"[\s<>\"'`\\{}|^]", text):
        raise fault("bad_link", value=text)
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
        raise fault("bad_link", value=text)
    return "https" + text[5:]


def _with_https(text: str) -> str:
    """Give a plain address its https; nothing for what is no web address at all (``javascript:…``)."""
    bare = re.sub(r"^(http:)?/*", "", text, flags=re.IGNORECASE)
    return f"https://{bare}" if re.fullmatch(r"[\w-]+(\.[\w-]+)+(/[^@]*)?", bare) else ""


Link = Annotated[str, _reader(_https, type="string", format="uri", pattern="^https://")]


@cache
def countries() -> frozenset[str]:
    """ISO 3166-1 alpha-2 codes of countries, upper case."""
    known = (str(code) for code in Locale("en").territories)
    # What the locale data name besides: unions, test codes, and islands that ISO only reserves a code for.
    return frozenset(code for code in known if re.fullmatch("[A-Z]{2}", code)) - {
        "AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "XK", "ZZ",
    }  # fmt: skip


def _country(text: str) -> str:
    if text not in countries():
        raise fault("no_country", value=text, **_suggested(_country_meant(text)))
    return text


def _country_meant(text: str) -> str:
    """Find the code that is meant by small letters, a common mistake or a country's name in either language."""
    upper = {"UK": "GB"}.get(text.upper(), text.upper())
    if upper in countries():
        return upper
    for lang in ("vi", "en"):
        names = {fold(str(name)): str(code) for code, name in Locale(lang).territories.items()}
        if names.get(fold(text), "") in countries():
            return names[fold(text)]
    return ""


Country = Annotated[str, _reader(_country, type="string", pattern="^[A-Z]{2}$")]


@lru_cache(maxsize=16384)
def _phone(text: str) -> str:
    # The library would pick a number out of a sentence and silently drop the rest.
    if not re.fullmatch(r"[0-9+() .\-/–]{3,40}", text):
        raise fault("bad_phone", value=text)
    try:
        number = phonenumbers.parse(text, "VN")
    except phonenumbers.NumberParseException:
        raise fault("bad_phone", value=text) from None
    if not phonenumbers.is_valid_number(number):
        raise fault("bad_phone", value=text)
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


Phone = Annotated[str, _reader(_phone, type="string")]


def _zalo(text: str) -> str:
    if text.startswith("https://zalo.me/"):
        return _https(text)
    try:
        return _phone(text)
    except PydanticCustomError:
        raise fault("bad_zalo", value=text) from None


Zalo = Annotated[str, _reader(_zalo, type="string")]


def _email(text: str) -> str:
    if len(text) > 254 or not re.fullmatch(
        r"[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(\.[A-Za-z0-9-]{1,63})*\.[A-Za-z]{2,}", text
    ):
        raise fault("bad_email", value=text)
    return text


Email = Annotated[str, _reader(_email, type="string", format="email")]


def _tax_code(text: str) -> str:
    if re.fullmatch(r"[0-9]{12}", text):
        return text
    if not re.fullmatch(r"[0-9]{10}(-?[0-9]{3})?", text) or not mst.is_valid(text):
        raise fault("bad_tax_code", value=text)
    return str(mst.format(text))


TaxCode = Annotated[str, _reader(_tax_code, type="string", pattern=r"^(\d{10}(-\d{3})?|\d{12})$")]


def _gtin(text: str) -> str:
    if not re.fullmatch(r"[0-9]{8}|[0-9]{12,14}", text) or not ean.is_valid(text):
        raise fault("bad_gtin", value=text)
    return text


Gtin = Annotated[str, _reader(_gtin, type="string", pattern=r"^(\d{8}|\d{12,14})$")]


def _hs_code(text: str) -> str:
    if not re.fullmatch(r"[0-9]{4}(\.?[0-9]{2}(\.?[0-9]{2}(\.?[0-9]{2})?)?)?", text):
        raise fault("bad_hs_code", value=text)
    return text


HsCode = Annotated[str, _reader(_hs_code, type="string")]


def _hours(text: str) -> str:
    if len(text) > 200 or not opening_hours.validate(text):
        raise fault("bad_hours", value=text)
    return text


def _code(text: str) -> str:
    if not re.fullmatch(r"[0-9]{1,8}", text):
        raise fault("bad_code", value=text)
    return text


Code = Annotated[str, _reader(_code, type="string", pattern=r"^\d{1,8}$")]


Hours = Annotated[str, _reader(_hours, type="string")]


def _file_name(text: str) -> str:
    if not text:
        raise fault("empty_text")
    if re.search(r"[/\\:\n]", text) or text.startswith(".") or len(text) > 200:
        raise fault("photo_elsewhere", value=text)
    return text


FileName = Annotated[str, _reader(_file_name, type="string", pattern=r"^[^./\\:][^/\\:]*$")]


class Facts(BaseModel):
    """Base of every part of a record: frozen, unknown keys refused, sequences as tuples."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", arbitrary_types_allowed=True, populate_by_name=True
    )


class Coordinates(Facts):
    """A point in degrees, WGS 84."""

    lat: Annotated[
        float, Number(-180, 180), About(vi="Vĩ độ", en="Latitude", example="9.25", part=Part.PLACE)
    ]
    lon: Annotated[
        float, Number(-180, 180), About(vi="Kinh độ", en="Longitude", example="105.72", part=Part.PLACE)
    ]


Bounds = tuple[float, float, float, float]


def check_inside(point: Coordinates, bounds: Bounds, code: str) -> Coordinates:
    """Give the point back, or raise ``code``; says so when latitude and longitude changed places.

    ``bounds`` are south, north, west, east in degrees.
    """
    south, north, west, east = bounds
    if south <= point.lat <= north and west <= point.lon <= east:
        return point
    if south <= point.lon <= north and west <= point.lat <= east:
        raise fault("lat_lon_swapped", lat=f"{point.lon:g}", lon=f"{point.lat:g}")
    raise fault(code, lat=f"{point.lat:g}", lon=f"{point.lon:g}")


def _inside(bounds: Bounds, code: str) -> AfterValidator:
    def inside(point: Coordinates) -> Coordinates:
        return check_inside(point, bounds, code)

    return AfterValidator(inside)


PointInCountry = Annotated[Coordinates, _inside(COUNTRY_BOUNDS, "point_outside_country")]
PointInProvince = Annotated[Coordinates, _inside(PROVINCE_BOUNDS, "point_outside_province")]
