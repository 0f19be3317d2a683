"""The form that writes a record in the browser: its boxes and the shape of its file, both walked from the models.

A field that is declared tomorrow has its box tomorrow. What a box must know besides its declaration is only what a
reader cannot say: from which list a reference is chosen, and how a part is edited that is written in a form of its own.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final, TypeAlias, get_args

from pydantic import BaseModel

from ocop import fields
from ocop.declared import Declared, Shape, as_written
from ocop.fields import Number, Reader, Text, Whole
from ocop.records import Source, Withdrawal
from ocop.records.sales_point import Sells
from ocop.site.compose import field_words

Box: TypeAlias = dict[str, Any]


def _reader(kind: Any) -> Reader:
    reader: Reader = get_args(kind)[1]
    return reader


_WHEN: Final = _reader(fields.When)
_YES_NO: Final = _reader(fields.YesNo)
_REF: Final = _reader(fields.Ref)
_FILE: Final = _reader(fields.FileName)
_STORY: Final = _reader(fields.Story)
_NOT_TEXT: Final = ("integer", "number", "boolean", ["string", "integer"])

# References, by the name of their field, and the list in which the form finds them (see `editor.lists`).
_LISTS: Final = {
    "kind": "kinds",
    "district": "districts",
    "commune": "communes",
    "products": "products",
    "similar_to": "products",
    "ref": "sources",
}
# A producer may have been added a minute ago: the editor looks among the files themselves.
_PRODUCER: Final[Box] = {
    "widget": "relation",
    "collection": "producers",
    "value_field": "{{slug}}",
    "display_fields": ["name"],
    "search_fields": ["name", "{{slug}}"],
}
_MONTHS: Final = [{"value": month, "label": f"Tháng {month}"} for month in range(1, 13)]
_YES_OR_NO: Final = [{"value": "true", "label": "Có"}, {"value": "false", "label": "Không"}]
_BAD_ID: Final = "mã chỉ gồm chữ thường không dấu, chữ số và gạch nối đơn"
# What to say of a text that does not fit; without it, an example is shown.
_SAYINGS: Final[Mapping[Reader, str]] = {
    _WHEN: "chưa phải ngày: ghi 2023, 2023-12 hoặc 2023-12-28",
    _reader(fields.Link): "địa chỉ phải bắt đầu bằng https://",
    _reader(fields.Id): _BAD_ID,
    _REF: _BAD_ID,
    _reader(fields.TaxCode): "mã số thuế có 10 chữ số, 10 chữ số rồi - và 3 chữ số, hoặc 12 chữ số",
    _reader(fields.Gtin): "mã vạch có 8, 12, 13 hoặc 14 chữ số",
}
_HINTS: Final[Mapping[Reader, str]] = {
    _WHEN: "Ghi 2023, 2023-12 hoặc 2023-12-28: biết đến đâu ghi đến đó.",
    _reader(fields.Link): "Bắt đầu bằng https://",
    _reader(fields.Phone): "Viết kiểu thường dùng, ví dụ 0291 3822 000.",
    _reader(fields.Zalo): "Số điện thoại dùng Zalo, hoặc địa chỉ bắt đầu bằng https://zalo.me/",
    _FILE: "JPEG, PNG, WebP hoặc AVIF; cạnh dài từ 800 điểm ảnh, tối đa 20 MB. Chỉ dùng ảnh được phép.",
}
_BOXES: Final[Mapping[Reader, Box]] = {
    _YES_NO: {"widget": "boolean", "default": False},
    _FILE: {
        "widget": "image",
        "accept": "image/jpeg,image/png,image/webp,image/avif",
        "choose_url": False,
        "pattern": [_FILE.schema()["pattern"], "ảnh phải nằm cạnh bản ghi: hãy tải ảnh lên ở đây"],
    },
    _STORY: {
        "widget": "markdown",
        "buttons": ["bold", "italic", "link", "bulleted-list", "numbered-list"],
        "editor_components": [],
    },
}
_SELLS: Final[list[Box]] = [
    {"name": "everything", "label": "Bán mọi sản phẩm trong danh mục", "widget": "boolean", "required": False},
    {
        "name": "products",
        "label": "Hoặc những sản phẩm này",
        "widget": "select",
        "options": "products",
        "multiple": True,
        "required": False,
    },
]  # fmt: skip
# What a folded entry of a list shows, by the names of its boxes: the first two that it has.
_TELLING: Final = ("name", "ref", "title", "alt", "size", "scheme", "stars", "date", "price", "file")


@dataclass(frozen=True, slots=True)
class Form:
    """The form of one kind of record; ``peers`` names the list of all records of that kind."""

    model: type[BaseModel]
    peers: str

    @property
    def boxes(self) -> list[Box]:
        """The boxes, in the order in which a record is written."""
        return self._boxes(self.model)

    def _boxes(self, owner: type[BaseModel]) -> list[Box]:
        return [self._box(field, owner) for field in as_written(owner)]

    def _box(self, field: Declared, owner: type[BaseModel]) -> Box:
        widget = self._widget(field, owner)
        hint = _hint(field, widget)
        label = field.about.vi if field.about is not None else field.key
        named = {"name": field.key, "label": label, "required": field.required}
        return {**named, **({"hint": hint} if hint else {}), **widget}

    def _widget(self, field: Declared, owner: type[BaseModel]) -> Box:
        shape = field.shape
        if shape.base is Sells:
            return {"widget": "object", "collapsed": "auto", "fields": _SELLS}
        if shape.owner is not None:
            return self._part(shape)
        chosen = self._chosen(field, owner)
        if chosen:
            return {**chosen, **({"multiple": True} if shape.many else {})}
        one = _scalar(shape.reader)
        if not shape.many:
            return one
        label = field.about.vi if field.about is not None else field.key
        return {"widget": "list", "field": {"name": "value", "label": label, "required": False, **one}}

    def _part(self, shape: Shape) -> Box:
        assert shape.owner is not None
        boxes = self._boxes(shape.owner)
        if not shape.many:
            return {"widget": "object", "collapsed": "auto", "fields": boxes}
        telling = [box["name"] for name in _TELLING for box in boxes if box["name"] == name]
        chosen = [f"{{{{fields.{name}}}}}" for name in telling[:2]]
        # A source is an id or a page: only one of the two is ever there.
        summary = (" " if shape.base is Source else " · ").join(chosen)
        return {
            "widget": "list",
            "collapsed": "auto",
            **({"summary": summary} if summary else {}),
            "fields": boxes,
        }

    def _chosen(self, field: Declared, owner: type[BaseModel]) -> Box:
        """Give the box in which a value is chosen from a list; nothing for what is typed in."""
        reader, listed = field.shape.reader, ""
        if reader == _REF:
            if field.key == "producer" or (field.key, self.peers) == ("replaced_by", "producers"):
                return _PRODUCER
            listed = self.peers if field.key == "replaced_by" else _LISTS.get(field.key, "")
        elif reader == _reader(fields.Country):
            listed = "countries"
        options: str | list[Box] = listed or _few(field, owner)
        return {"widget": "select", "options": options} if options else {}


def _few(field: Declared, owner: type[BaseModel]) -> list[Box]:
    """Give the few values among which one is chosen, with what each means."""
    reader = field.shape.reader
    if reader == _YES_NO:
        return [] if _is_tick(field, owner) else _YES_OR_NO
    if field.shape.many and reader == Whole(1, 12):
        return _MONTHS
    said = field_words.choices(reader)
    return [{"value": word, "label": text[:1].upper() + text[1:] or word} for word, text in said]


def _scalar(reader: Reader | None) -> Box:
    match reader:
        case None:
            return {"widget": "string"}
        case Whole(least, most):
            return {"widget": "number", "value_type": "int", "min": least, "max": most}
        case Number(least, most):
            return {"widget": "number", "value_type": "float", "min": least, "max": most, "step": 0.01}
    if reader in _BOXES:
        return _BOXES[reader]
    schema = reader.schema()
    box: Box = {"widget": "text" if isinstance(reader, Text) and reader.lines else "string"}
    if "maxLength" in schema:
        box["maxlength"] = schema["maxLength"]
    if "pattern" in schema and not isinstance(reader, Text):
        box["pattern"] = [schema["pattern"], _SAYINGS.get(reader, "chưa đúng cách viết của ô này")]
    return box


def _hint(field: Declared, widget: Box) -> str:
    """Say under a box what to write into it; whoever chooses from a list needs neither codes nor examples."""
    about, reader = field.about, field.shape.reader
    if field.shape.base is Source:
        return "Chọn một nguồn đã có, hoặc ghi địa chỉ trang và tên bài."
    said = (about.hint if about is not None else "") or (_HINTS.get(reader, "") if reader is not None else "")
    if "options" in widget or widget["widget"] == "relation":
        codes = [each["value"] for each in widget.get("options", ()) if isinstance(each, dict)]
        told = any(f"{code}:" in said for code in codes) or ".yml" in said
        return "" if told else said
    if reader == _FILE or about is None or not about.example or "{" in about.example:
        return said
    bare = about.example.strip('"')
    return f"{said} Ví dụ: {bare}".strip()


# The shape of the file --------------------------------------------------------------------------------


def shape_of(model: type[BaseModel]) -> list[Box]:
    """Give the shape of a part: what the form's own reading and writing of files knows of it."""
    return [_shape(field, model) for field in as_written(model)]


def _shape(field: Declared, owner: type[BaseModel]) -> Box:
    shape, kind = field.shape, _kind(field, owner)
    found: Box = {
        "key": field.key,
        **({"type": kind} if kind else {}),
        **({"many": True} if shape.many else {}),
    }
    # A product is withdrawn by the mere presence of that part.
    telling = {"telling": True} if shape.base is Withdrawal else {}
    return {**found, **telling, "fields": shape_of(shape.owner)} if shape.owner is not None else found


def _kind(field: Declared, owner: type[BaseModel]) -> str:
    """Name what a value is other than text, as `record.js` and `canonical.js` know it."""
    shape = field.shape
    if shape.owner is not None:
        return "source" if shape.owner is Source else "sells" if shape.owner is Sells else ""
    if shape.reader == _YES_NO:
        return "tick" if _is_tick(field, owner) else "yes_no"
    if shape.reader == _STORY:
        return "story"
    kind = shape.reader.schema().get("type") if shape.reader is not None else "string"
    return {"integer": "whole", "number": "number"}.get(str(kind), "plain" if kind in _NOT_TEXT else "")


def _is_tick(field: Declared, owner: type[BaseModel]) -> bool:
    """Tell whether no answer means no: then a box to tick is enough."""
    return owner.model_fields[field.name].default is False
