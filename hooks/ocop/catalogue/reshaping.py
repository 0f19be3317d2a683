"""A value of the wrong shape, written as the catalogue would take it: one text for a list, one text for a part."""

from __future__ import annotations

import re
from typing import Any, Final

from pydantic_core import PydanticCustomError

from ocop import meant
from ocop.catalogue.meaning import choice_meant, keys_of
from ocop.declared import Declared, Shape, as_written
from ocop.fields import ID_PATTERN, Choice, Coordinates, Facts, Read, Reader, Text, Whole
from ocop.records import Quantity, Source
from ocop.text import fold

_LONGEST: Final = 120
_PLAIN: Final = re.compile(r"[^\s\[\]{},:#&*!|>'\"%@`-]([^\[\]{},:#\"]|:(?=/))*")
_YES: Final = frozenset(("true", "yes", "co", "roi", "x", "1"))
_MONTHS: Final = (1, 12)
_LINK: Final = re.compile(r"https?://\S+")


def as_list(shape: Shape, written: Any) -> str:
    """Give a list in brackets for the one text that stands where a list belongs; empty where that is not clear."""
    if isinstance(written, dict) and written and not any(written.values()):
        written = ", ".join(written)
    if not isinstance(written, str) or len(written) > _LONGEST or "\n" in written:
        return ""
    bare = written.strip("[](){} ")
    if isinstance(shape.reader, Whole) and (shape.reader.least, shape.reader.most) == _MONTHS:
        return _bracketed([str(month) for month in meant.months(bare)])
    if shape.base is Source:
        link = _LINK.search(bare)
        return f"[{{url: {link[0]}}}]" if link else _bracketed(_split(bare))
    if shape.owner is not None and issubclass(shape.owner, Facts):
        part = as_part(shape.owner, bare)
        return f"[{part}]" if part else ""
    return _bracketed(_split(bare))


def _split(text: str) -> list[str]:
    return [part.strip() for part in re.split(r"[,;]", text) if part.strip()]


def _bracketed(entries: list[str]) -> str:
    return f"[{', '.join(map(_scalar, entries))}]" if entries else ""


def _scalar(text: str) -> str:
    """Write a text so that it may stand inside brackets."""
    return text if _PLAIN.fullmatch(text) else '"' + re.sub(r'(["\\])', r"\\\1", text) + '"'


def as_text(written: Any) -> str:
    """Give one text for a list of texts that stands where a text belongs."""
    if isinstance(written, list) and written and all(isinstance(entry, str) for entry in written):
        joined = ", ".join(written)
        return joined if len(joined) <= _LONGEST else ""
    return ""


def as_part(model: type[Facts], written: Any) -> str:
    """Give fields in braces for the one text, or the list of two numbers, that stands where they belong."""
    if isinstance(written, list):
        written = ", ".join(part for part in written if isinstance(part, str))
    if not isinstance(written, str) or not written or len(written) > _LONGEST or "\n" in written:
        return ""
    if fold(written) in _YES:
        return ""
    if issubclass(model, Coordinates):
        return _coordinates(written)
    if issubclass(model, Quantity):
        return _quantity(model, written)
    key = _key_for(model, written)
    return f"{{{key}: {_scalar(written)}}}" if key else ""


def _key_for(model: type[Facts], written: str) -> str:
    """Find the first key that takes a text, those first that do not take any text."""
    fields = [field for field in as_written(model) if field.shape.reader is not None]
    for field in sorted(fields, key=_takes_anything):
        if not _is_reference(field) and _reads(field.shape.reader, written):
            return field.key
    return ""


def _takes_anything(field: Declared) -> bool:
    return isinstance(field.shape.reader, Text)


def _is_reference(field: Declared) -> bool:
    """Whether it names another record: any text would do at first."""
    reader = field.shape.reader
    return isinstance(reader, Read) and ID_PATTERN in str(reader.schema().get("pattern", ""))


def _reads(reader: Reader | None, written: str) -> bool:
    try:
        return reader is not None and reader.read(written) is not None
    except PydanticCustomError:
        return False


def _coordinates(written: str) -> str:
    parts = [
        part for part in re.split(r"[;/]|,\s+|\s+(?=[\d-])|(?<=\d\.\d{2}),|,(?=\d{2,3}\.)", written) if part
    ]
    numbers = [meant.decimal(part) for part in parts]
    return f"{{lat: {numbers[0]}, lon: {numbers[1]}}}" if len(numbers) == 2 and all(numbers) else ""


def _quantity(model: type[Facts], written: str) -> str:
    """Take ``900 tấn/năm`` apart."""
    found = re.fullmatch(
        r"([\d.,]+(?:\s*(?:nghin|ngan|trieu))?)\s*([a-z ]*?)(?:\s*(?:/|moi|mot)\s*([a-z ]+))?", fold(written)
    )
    if found is None:
        return ""
    number = meant.decimal(re.sub(r"[.,](?=\d{3}\b)", "", found[1]))
    unit = _choice(model, "unit", found[2])
    if not number or not unit:
        return ""
    per = _choice(model, "per", found[3] or "")
    return f"{{quantity: {number}, unit: {unit}" + (f", per: {per}}}" if per else "}")


def _choice(model: type[Facts], key: str, written: str) -> str:
    told = keys_of(model)[key].metadata
    choices = next(each.allowed for each in told if isinstance(each, Choice))
    if written.strip() in choices:
        return written.strip()
    return (choice_meant(written, choices) or "") if written else ""
