"""What a hurried person meant: the models seen as words, and the words that people write instead of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from types import NoneType
from typing import Any, Final, get_args

from pydantic.fields import FieldInfo

from ocop.fields import ID_PATTERN, About, Choice, Facts, Number, Read, Whole
from ocop.source import Loc
from ocop.text import Vocabulary, fold, nearest

# Words for fields, as people write them in a hurry: folded word -> the keys it may stand for, the first that fits.
_KEYS: Final[Mapping[str, tuple[str, ...]]] = {
    "ten": ("name", "title"), "name en": ("en",), "english name": ("en",), "title": ("name",), "product": ("name",), "loai": ("kind", "type"), "category": ("kind",),
    "group": ("kind",), "nhom": ("kind", "group"), "chu the": ("producer",), "co so": ("producer",), "maker": ("producer",),
    "company": ("producer",), "supplier": ("producer",), "xa": ("commune",), "phuong": ("commune",), "ward": ("commune",),
    "huyen": ("district",), "tinh": ("province",), "nuoc": ("country",), "dia chi": ("address",), "mo ta": ("summary", "alt"),
    "description": ("summary", "alt"), "caption": ("alt",), "bai viet": ("story",), "cau chuyen": ("story",),
    "text": ("story",), "tieng anh": ("en",), "english": ("en",), "cong nhan": ("recognitions",),
    "recognition": ("recognitions",), "rating": ("recognitions", "stars"), "xep hang": ("recognitions",),
    "sao": ("stars",), "hang sao": ("stars",), "star": ("stars",), "so sao": ("stars",), "ngay": ("date",), "diem": ("score",),
    "points": ("score",), "so quyet dinh": ("decision",), "quyet dinh": ("decision",), "co quan": ("authority", "issuer"),
    "het han": ("expires",), "expiry": ("expires",), "expired": ("expires",), "valid until": ("expires", "until"),
    "anh": ("photos",), "hinh": ("photos",), "hinh anh": ("photos",), "image": ("photos", "file"), "images": ("photos",),
    "picture": ("photos", "file"), "pictures": ("photos",), "ten tep": ("file",), "tep": ("file",), "tac gia": ("credit",),
    "gia": ("price",), "gia ban": ("price",), "quy cach": ("packs", "size"), "khoi luong": ("size",), "weight": ("size",),
    "ma vach": ("gtin",), "barcode": ("gtin",), "ean": ("gtin",), "thanh phan": ("ingredients",), "bao quan": ("storage",),
    "han su dung": ("shelf_life_months",), "hsd": ("shelf_life_months",), "shelf life": ("shelf_life_months",),
    "mua": ("season",), "mua vu": ("season",), "chung nhan": ("certifications", "scheme"), "certificates": ("certifications",),
    "lien he": ("contact",), "dien thoai": ("phone",), "sdt": ("phone",), "tel": ("phone",), "mobile": ("phone",),
    "nguoi lien he": ("person",), "dong y": ("consent",), "web": ("website",), "trang web": ("website",),
    "ma so thue": ("tax_code",), "mst": ("tax_code",), "tax": ("tax_code",), "nam thanh lap": ("founded",),
    "ten khac": ("also_known_as",), "nguon": ("sources",), "ghi chu": ("notes", "note"), "toa do": ("location",),
    "vi do": ("lat",), "kinh do": ("lon",), "lng": ("lon",), "long": ("lon",), "gio mo cua": ("hours",), "link": ("url", "links"),
    "mo cua": ("opened",), "dong cua": ("closed",), "ban": ("sells",), "ma": ("id",), "ma cu": ("formerly",),
    "san luong": ("output",), "don vi": ("unit",), "so luong": ("quantity",), "cap ngay": ("issued",), "start": ("from",),
    "end": ("until",), "bao": ("publisher",), "ngay dang": ("date",), "rut": ("withdrawn",), "muc tieu": ("targets",),
    "ket qua": ("results",), "chi tieu": ("measure",), "gia tri": ("value",),
}  # fmt: skip

# Words for the fixed choices.
_CHOICES: Final[Mapping[str, str]] = {
    "cong ty": "enterprise", "doanh nghiep": "enterprise", "company": "enterprise", "htx": "cooperative",
    "hop tac xa": "cooperative", "to hop tac": "cooperative-group", "tht": "cooperative-group", "ho": "household",
    "ho kinh doanh": "household", "ho gia dinh": "household", "co so": "household", "cua hang": "shop", "store": "shop",
    "sieu thi": "supermarket", "cho": "market-stall", "trung bay": "showroom", "truc tuyen": "online", "thanh pho": "city",
    "thi xa": "town", "huyen": "district", "xa": "commune", "phuong": "ward", "thi tran": "township", "tan": "t", "ton": "t",
    "tonne": "t", "lit": "l", "litre": "l", "cai": "pc", "hop": "box", "goi": "pack", "chai": "bottle", "bao": "bag", "tui": "bag",
    "hu": "jar", "luot": "visit", "nam": "year", "thang": "month", "tuan": "week", "ngay": "day", "vu": "season",
}  # fmt: skip


def keys_of(model: type[Facts]) -> dict[str, FieldInfo]:
    """Give the keys that a file may write for a model, in their order."""
    return {field.alias or name: field for name, field in model.model_fields.items()}


def _models_in(annotation: Any) -> Iterator[type[Facts]]:
    if isinstance(annotation, type) and issubclass(annotation, Facts):
        yield annotation
    for part in get_args(annotation):
        if part is not NoneType:
            yield from _models_in(part)


def model_below(field: FieldInfo) -> type[Facts] | None:
    """Give the model of a field that holds parts of its own, whether one or a list of them."""
    return next(_models_in(field.annotation), None)


def model_at(model: type[Facts], loc: Loc) -> type[Facts] | None:
    """Follow a path into a model; None where it leaves the models."""
    here: type[Facts] | None = model
    for part in loc:
        if isinstance(part, int):
            continue
        field = keys_of(here).get(part) if here else None
        if field is None:
            return None
        here = model_below(field)
    return here


@lru_cache(maxsize=64)
def _words_for(model: type[Facts]) -> tuple[dict[str, str], Vocabulary]:
    """Give every word by which a key of the model is called: its labels in both languages, then the hurried ones."""
    words: dict[str, str] = {}
    for key, field in keys_of(model).items():
        words.setdefault(key, key)
        about = next((told for told in field.metadata if isinstance(told, About)), None)
        for label in (about.vi, about.en) if about else ():
            words.setdefault(label, key)
    known = keys_of(model)
    for word, keys in _KEYS.items():
        meant = next((key for key in keys if key in known), None)
        if meant is not None:
            words.setdefault(word, meant)
    return words, Vocabulary(words)


def key_meant(model: type[Facts], written: str, *, least: float = 74) -> str | None:
    """Give the key of a model that an unknown one most likely stands for; 100 asks for the very word."""
    words, vocabulary = _words_for(model)
    near = vocabulary.nearest(written, least)
    return words[near] if near is not None else None


def holder_of(root: type[Facts], model: type[Facts], key: str) -> tuple[str, str] | None:
    """Give the one field of the record inside which a key would be right, and the key; None for none or several."""
    found = set()
    for name, field in keys_of(root).items():
        below = model_below(field)
        meant = key_meant(below, key, least=100) if below is not None and below is not model else None
        if meant is not None:
            found.add((name, meant))
    return found.pop() if len(found) == 1 else None


def choice_meant(written: str, choices: Iterable[str]) -> str | None:
    """Give the fixed word that another most likely stands for, also from Vietnamese."""
    known = list(choices)
    translated = _CHOICES.get(fold(written))
    return translated if translated in known else nearest(written, known)


_SOURCE: Final = {"url": "https://example.org/"}


def stand_in_for_entry(model: type[Facts] | None, key: str | int) -> Any:
    """Give something valid in place of one entry of a list of ids or sources; None for other lists."""
    field = keys_of(model).get(str(key)) if model else None
    below = model_below(field) if field else None
    if below is not None:
        return _SOURCE if "url" in keys_of(below) else None
    return "x" if field is not None and _holds_ids(field.annotation) else None


def _holds_ids(annotation: Any) -> bool:
    if isinstance(annotation, Read):
        return ID_PATTERN in str(annotation.schema().get("pattern", ""))
    return any(_holds_ids(part) for part in (*get_args(annotation), *getattr(annotation, "__metadata__", ())))


def stand_in(model: type[Facts] | None, key: str | int) -> Any:
    """Give something valid in place of a required field that could not be read, None for an optional one."""
    field = keys_of(model).get(str(key)) if model else None
    if field is None or not field.is_required():
        return None
    below = model_below(field)
    if below is not None:
        return [_SOURCE] if "url" in keys_of(below) else []
    for told in field.metadata:
        if isinstance(told, Choice):
            return told.allowed[0]
        if isinstance(told, Whole | Number):
            return f"{told.least:g}"
    return "x"
