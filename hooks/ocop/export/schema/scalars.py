"""What one scalar may be: as text, and as the number, truth value or year that YAML takes it for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from types import MappingProxyType
from typing import Any, Final, TypeAlias, get_args

from pydantic_core import PydanticCustomError

from ocop.export.schema import numbers
from ocop.fields import (
    Choice,
    Country,
    Email,
    FileName,
    Gtin,
    Hours,
    Link,
    Number,
    Phone,
    Reader,
    TaxCode,
    Whole,
    YesNo,
    Zalo,
    countries,
)
from ocop.i18n.phrases import (
    country_text,
    producer_type_text,
    recogniser_text,
    sales_point_type_text,
    source_type_text,
)
from ocop.records.base import SOURCE_TYPES
from ocop.records.producer import PRODUCER_TYPES
from ocop.records.programme import RECOGNISERS
from ocop.records.sales_point import SALES_POINT_TYPES

Schema: TypeAlias = dict[str, Any]


def reader_of(kind: Any) -> Reader:
    """Give the reader of a type of fields such as `Link`."""
    reader: Reader = get_args(kind)[1]
    return reader


# Text that is never all digits, and so never taken for a number where nobody puts it in quotes.
_ALWAYS_TEXT: Final = frozenset(map(reader_of, (Email, FileName, Hours, Link)))
_YES: Final = ("true", "yes", "có", "false", "no", "không")
_WORDS: Final[Mapping[tuple[str, ...], Callable[[str, Any], str]]] = {
    PRODUCER_TYPES: producer_type_text,
    SALES_POINT_TYPES: sales_point_type_text,
    SOURCE_TYPES: source_type_text,
    RECOGNISERS: recogniser_text,
}


def of_reader(reader: Reader) -> Schema:
    """Describe a scalar with and without quotes: `ocop check` makes no difference."""
    if isinstance(reader, Whole):
        return {**_also_text(reader), "pattern": numbers.whole(reader.least, reader.most)}
    if isinstance(reader, Number):
        return between(reader.least, reader.most)
    if isinstance(reader, Choice):
        return _choice(reader)
    special = _SPECIAL.get(reader)
    return special() if special is not None else _text(reader)


def _text(reader: Reader) -> Schema:
    schema = reader.schema()
    if schema["type"] == "string" and reader not in _ALWAYS_TEXT:
        return {**schema, "type": ["string", "number"]}
    return schema


def between(least: float, most: float, *, below: bool = False) -> Schema:
    """Describe a decimal number from ``least`` to ``most`` (``below``: but not ``most`` itself)."""
    return {
        "type": ["number", "string"],
        "minimum": least,
        "exclusiveMaximum" if below else "maximum": most,
        "pattern": numbers.decimal(least, most, below=below),
    }


def _also_text(reader: Reader) -> Schema:
    schema = reader.schema()
    return {**schema, "type": [schema["type"], "string"]}


def _any_case(word: str) -> str:
    return "".join(f"[{letter.upper()}{letter}]" for letter in word)


def _choice(reader: Choice) -> Schema:
    called = _WORDS.get(reader.allowed)
    if called is None:
        return reader.schema()
    told = [f"{called(word, 'vi')} / {called(word, 'en')}" for word in reader.allowed]
    return {**reader.schema(), "enumDescriptions": told}


def _country() -> Schema:
    """Name every country; YAML 1.1 takes ``NO`` for false, and so a schema has to take false for Norway."""
    codes = sorted(countries())
    told = [f"{country_text(code, 'vi')} / {country_text(code, 'en')}" for code in codes]
    norway = told[codes.index("NO")]
    return {"enum": [*codes, False], "enumDescriptions": [*told, f"NO: {norway}"]}


def _yes_no() -> Schema:
    return {"type": ["boolean", "string"], "pattern": f"^(?:{'|'.join(map(_any_case, _YES))})$"}


_SPECIAL: Final[Mapping[Reader, Callable[[], Schema]]] = {
    reader_of(Country): _country,
    reader_of(YesNo): _yes_no,
}

# What no pattern can say ---------------------------------------------------------------------------


def _is_taken(reader: Reader, value: object) -> bool:
    """Tell whether a reader takes a text; of anything else a format says nothing."""
    if not isinstance(value, str):
        return True
    try:
        reader.read(value)
    except PydanticCustomError:
        return False
    return True


FORMATS: Final[Mapping[str, Callable[[object], bool]]] = MappingProxyType(
    {
        str(reader.schema()["format"]): partial(_is_taken, reader)
        for reader in map(reader_of, (Gtin, Hours, Link, Phone, TaxCode, Zalo))
    }
)
"""Predicates of the formats that the schemas name, for whoever validates exactly."""
