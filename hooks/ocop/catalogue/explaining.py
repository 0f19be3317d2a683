"""A fault that the models found, told as the slip that a person made: which message, and what was probably meant."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from ocop import meant
from ocop.catalogue.hurried import OWN_DISTRICT, OWN_ID
from ocop.catalogue.meaning import choice_meant, holders_of, key_meant, keys_of, model_at, model_below
from ocop.catalogue.reshaping import as_list, as_part, as_text
from ocop.declared import Shape, declared
from ocop.fields import Facts, Whole
from ocop.records import Producer, Product, Record, SalesPoint, Source
from ocop.source import Loc
from ocop.text import fold


@dataclass(frozen=True, slots=True)
class Fault:
    """The code of a message, what fills it, and what was probably meant."""

    code: str
    values: dict[str, str] = field(default_factory=dict)
    suggestion: str | None = None


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a fault was found: the model of the record, the path inside it, and what is written there."""

    root: type[Facts]
    loc: Loc
    written: Any

    @property
    def holder(self) -> type[Facts] | None:
        """The model that has, or lacks, the last key of the path."""
        return model_at(self.root, self.loc[:-1]) if self.loc else None

    @property
    def key(self) -> str:
        """The last key of the path."""
        return next((part for part in reversed(self.loc) if isinstance(part, str)), "")

    @property
    def shape(self) -> Shape | None:
        """What the field of the path holds, of which there may be a list."""
        above = [part for part in self.loc if isinstance(part, str)]
        holder = model_at(self.root, tuple(above[:-1])) if above else None
        return (
            next((each.shape for each in declared(holder) if each.key == self.key), None) if holder else None
        )


def explain(fault: Fault, spot: Spot) -> Fault:
    """Give the message that helps most in the place of the one that a model found."""
    explained = _EXPLAINED.get(fault.code, _value)(fault, spot)
    return dataclasses.replace(explained, suggestion=explained.suggestion or None)


# ------------------------------------------------------------------------------------------------- values


def _value(fault: Fault, _spot: Spot) -> Fault:
    """Whatever is not known is left out.

    Words in its place would be counted, sorted and published as if they were the value.

    not_known_written
        Wrong: ``recognitions: [{stars: 4, date: chưa rõ}]``
        Right: ``recognitions: [{stars: 4, reported: 2024}]``
    """
    written = fault.values.get("value", "")
    if written and fault.code in _OF_VALUES and meant.says_unknown(written):
        return Fault("not_known_written", {"value": written})
    return fault


_OF_VALUES: Final = frozenset((
    "not_whole", "not_number", "not_a_date", "not_a_choice", "bad_link", "link_not_https", "no_country", "bad_phone",
    "bad_zalo", "bad_email", "bad_tax_code", "bad_gtin", "bad_hs_code", "bad_hours", "bad_code", "bad_id",
))  # fmt: skip


def _whole_number(fault: Fault, spot: Spot) -> Fault:
    written = fault.values.get("value", "")
    unit = spot.key.rpartition("_")[2]
    if unit in ("months", "days") and re.search(r"ngay|tuan|thang|nam|day|week|month|year", fold(written)):
        return dataclasses.replace(fault, suggestion=meant.duration(written, unit))
    reader = spot.shape.reader if spot.shape is not None else None
    if isinstance(reader, Whole) and (reader.least, reader.most) == (1, 12):
        if _says_all_year(written):
            return Fault("whole_year")
        if not fault.suggestion:
            return dataclasses.replace(fault, suggestion=", ".join(map(str, meant.months(written))))
    return _value(fault, spot)


def _phone(fault: Fault, spot: Spot) -> Fault:
    explained = _value(fault, spot)
    in_list = isinstance(spot.written, str) and explained.suggestion is not None
    # One entry of a list becomes several of it, not a list within.
    return (
        dataclasses.replace(explained, suggestion=(explained.suggestion or "").strip("[]"))
        if in_list
        else explained
    )


def _choice(fault: Fault, spot: Spot) -> Fault:
    choices = fault.values.get("choices", "").split(", ")
    near = choice_meant(fault.values.get("value", ""), choices)
    return dataclasses.replace(_value(fault, spot), suggestion=near) if near else _value(fault, spot)


# ------------------------------------------------------------------------------------------------- shapes

_ALL_YEAR: Final = frozenset(("quanh nam", "ca nam", "all", "all year", "tat ca", "cac thang", "moi thang"))
_DASHES: Final = re.compile(r"(?P<mark>[–—•·●▪*+]|\d{1,2}[.)])\s*\S|-(?P<close>[^\s-].*)", re.DOTALL)


def _list(fault: Fault, spot: Spot) -> Fault:
    """Where a list belongs there is one, even of one entry; each starts with a short dash and a space.

    A longer dash, a dot or a number, which word processors put in by themselves, is part of the text to YAML, and so is a
    dash without its space.

    not_a_list (producer)
        Wrong: ``also_known_as: Muối Bạc Liêu``
        Right: ``also_known_as: [Muối Bạc Liêu]``
    not_a_list_of_parts
        Wrong:
            packs: {size: 500 g, price: 15000}
        Right:
            packs:
              - {size: 500 g, price: 15000}
    list_mark
        Wrong:
            packs:
              – size: 500 g
        Right:
            packs:
              - size: 500 g
    space_after_dash
        Wrong:
            sources:
              -bao-bac-lieu-2025
        Right:
            sources:
              - bao-bac-lieu-2025
    whole_year
        Wrong: ``season: quanh năm``
        Right: ``season: [1, 2, 3, 4]``
    """
    shape = spot.shape
    first = next(iter(spot.written), "") if isinstance(spot.written, dict) else spot.written
    dash = _DASHES.match(first) if isinstance(first, str) else None
    if dash is not None and dash["mark"]:
        return Fault("list_mark", {"value": dash["mark"]})
    if dash is not None and not re.fullmatch(r"-[\d.,]+", first):
        return Fault("space_after_dash", {"value": dash["close"].partition(" -")[0]})
    if shape is None:
        return fault
    if isinstance(shape.reader, Whole) and isinstance(spot.written, str) and _says_all_year(spot.written):
        return Fault("whole_year")
    suggestion = as_list(shape, spot.written)
    if shape.owner is not None and issubclass(shape.owner, Facts) and shape.owner is not Source:
        return Fault("not_a_list_of_parts", {"keys": _sample(shape.owner)}, suggestion)
    return dataclasses.replace(fault, suggestion=suggestion)


def _says_all_year(written: str) -> bool:
    return fold(written).strip(" .") in _ALL_YEAR


def _part(fault: Fault, spot: Spot) -> Fault:
    """Where a part has fields of its own, each is named: two numbers alone do not say which is the latitude.

    not_a_map
        Wrong: ``visit: {location: "9.03, 105.42"}``
        Right: ``visit: {location: {lat: 9.03, lon: 105.42}}``
    """
    model = model_at(spot.root, spot.loc)
    if model is None:
        return Fault(fault.code, {"keys": "a: …"})
    if isinstance(spot.written, str) and meant.says_unknown(spot.written):
        return Fault("not_known_written", {"value": spot.written})
    return Fault(fault.code, {"keys": _sample(model)}, as_part(model, spot.written))


def _text(fault: Fault, spot: Spot) -> Fault:
    """Where one value belongs there is one, not a list of them.

    not_text
        Wrong: ``ingredients: [muối, ớt]``
        Right: ``ingredients: muối, ớt``
    """
    return dataclasses.replace(fault, suggestion=as_text(spot.written))


def _sample(model: type[Facts]) -> str:
    """Give the first few keys of a part, as an example."""
    return ", ".join(f"{key}: …" for key in [key for key in keys_of(model) if key != "ref"][:2])


# --------------------------------------------------------------------------------------------------- keys

_ELSEWHERE: Final[Mapping[type[Record], tuple[tuple[str, type[Record]], ...]]] = {
    Product: (("catalogue/producers/", Producer), ("catalogue/sales-points/", SalesPoint)),
    Producer: (("products/", Product),),
    SalesPoint: (("catalogue/producers/", Producer), ("products/", Product)),
}
# So common that finding them in another part says nothing of what was meant.
_EVERYWHERE: Final = frozenset(
    ("name", "title", "url", "file", "note", "notes", "date", "sources", "en", "number")
)


def _unknown_key(_fault: Fault, spot: Spot) -> Fault:
    return about_key(spot.root, spot.holder or spot.root, str(spot.loc[-1]))


def about_key(root: type[Facts], holder: type[Facts], key: str) -> Fault:
    """Every key is one that its record or part has, spelt as in the guide.

    What is written under another name would be silently lost, and nobody would miss it for years.

    unknown_key
        Wrong: ``Hạn sử dụng: 24``
        Right: ``shelf_life_months: 24``
    misplaced_key
        A field of a part stands inside that part.
        Wrong: ``price: 15000``
        Right: ``packs: [{size: 500 g, price: 15000}]``
    id_is_file_name
        The file's name is the id, so that there is one place to change it.
        Wrong: ``id: muoi-hat``
        Right: ``name: Muối hạt``
    district_is_folder
        The folder of a product says its district.
        Wrong: ``district: dong-hai``
        Right: ``commune: dien-hai``
    other_record
        A product names its producer; how to reach that producer stands in the producer's own record, once for all products.
        Wrong: ``address: Ấp 1, xã Điền Hải``
        Right: ``producer: cong-ty-cp-muoi-bac-lieu``
    """
    name, colon, value = key.partition(":")
    if colon and value and name in keys_of(holder):
        return Fault("space_after_colon", {"key": name})
    if holder is root and issubclass(root, Record):
        if fold(key).replace("_", " ").strip() in OWN_ID:
            return Fault("id_is_file_name")
        if root is Product and fold(key).strip() in OWN_DISTRICT:
            return Fault("district_is_folder")
    near = key_meant(holder, key, least=100)
    if near is None and (inside := _inside(root, holder, key)) is not None:
        return inside
    return Fault("unknown_key", {}, near or key_meant(holder, key))


def _inside(root: type[Facts], holder: type[Facts], key: str) -> Fault | None:
    """Find the part, or the other record, inside which a key belongs: ``stars``, ``en.name``, ``name_en``, ``phone``."""
    split = re.fullmatch(r"(\w+?)(?:\[\d*\])?[./](\w+)", key) or re.fullmatch(r"(en)_(\w+)", key)
    parts = split.groups() if split else tuple(reversed(key.rsplit("_", 1))) if key.endswith("_en") else ()
    part = keys_of(holder).get(parts[0]) if len(parts) == 2 else None
    below = model_below(part) if part is not None else None
    if below is not None and parts[1] in keys_of(below):
        return Fault("misplaced_key", {"where": parts[0]}, parts[1])
    if holder is not root and _is_common(key):
        return None
    found = holders_of(root, holder, key)
    only_by_label = all(meaning != key for _, meaning in found)
    if only_by_label and holder is root and (folder := _other_folder(root, key, by_label=not found)):
        return Fault("other_record", {"folder": folder})
    meanings = {meaning for _, meaning in found}
    if len(meanings) != 1:
        return None
    meaning = meanings.pop()
    where = "`, `".join(name for name, _ in found)
    return Fault("misplaced_key", {"where": where}, meaning if meaning != key else None)


def _is_common(key: str) -> bool:
    """Tell whether a key stands in so many parts that it tells nothing."""
    return fold(key) in _EVERYWHERE


def _other_folder(root: type[Facts], key: str, *, by_label: bool) -> str:
    """Find the folder of the records that have a key which this kind of record lacks, or something that is called so."""
    for folder, model in _ELSEWHERE.get(root, ()) if issubclass(root, Record) else ():
        called = by_label and (key_meant(model, key, least=100) or holders_of(model, model, key))
        if key in keys_of(model) or called:
            return folder
    return ""


_EXPLAINED: Final = {
    "unknown_key": _unknown_key,
    "bad_phone": _phone,
    "not_a_choice": _choice,
    "not_a_list": _list,
    "not_a_map": _part,
    "not_text": _text,
    "not_whole": _whole_number,
}
