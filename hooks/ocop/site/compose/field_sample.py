"""A whole record as an example to copy: what must be there is written out, everything else stands behind a ``#``.

It follows from the declarations, so that it never asks for a field that is gone nor hides one that is new.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, get_args

from ocop import fields
from ocop.declared import Declared, Shape
from ocop.fields import Choice, Facts
from ocop.site.compose.field_words import is_needed, is_whole, keys

# What stands for a value whose field gives no example: valid, and seen at once to be made up.
_STAND_INS: Final = {
    get_args(fields.When)[1]: "2026-11-24",
    get_args(fields.YesNo)[1]: "true",
    get_args(fields.Link)[1]: "https://example.vn/",
    get_args(fields.Id)[1]: "ma-vi-du",
    get_args(fields.Ref)[1]: "ma-vi-du",
    get_args(fields.Country)[1]: "KR",
    get_args(fields.Email)[1]: "ten@example.vn",
    get_args(fields.Hours)[1]: '"Mo-Su 07:30-17:00"',
    get_args(fields.Code)[1]: '"12345"',
    get_args(fields.HsCode)[1]: '"2501.00"',
    get_args(fields.FileName)[1]: "anh-1.jpg",
}
Line = tuple[str, str, bool]
"""What a line writes, what it is called, and whether it is needed."""


def sample_record(model: type[Facts]) -> str:
    """Write a record that fills a file."""
    return _set(_lines(model, needed=True))


def sample_entry(model: type[Facts], lead: str) -> str:
    """Write one entry of a file that holds many: ``lead`` stands before its first line."""
    first, _, rest = lead.rpartition("\n")
    lines = [(f"  {text}", says, needed) for text, says, needed in _lines(model, needed=True)]
    text, says, _ = lines[0]
    lines[0] = (f"{rest}{text[2:]}", says, True)
    return (f"{first}\n" if first else "") + _set(lines)


def _set(lines: list[Line]) -> str:
    """Put a record's lines behind a ``#`` unless they are needed, each with its name at its end."""
    return "".join(
        f"{'' if needed else '# '}{text}{f'  # {says}' if says else ''}\n" for text, says, needed in lines
    )


def _lines(owner: type[Facts], *, needed: bool) -> list[Line]:
    return [line for each in keys(owner) for line in _field(owner, each, needed=needed)]


def _field(owner: type[Facts], field: Declared, *, needed: bool) -> Iterator[Line]:
    shape = field.shape
    wanted = is_needed(owner, field)
    says = field.about.vi if field.about is not None else ""
    says += " (bắt buộc)" if says and wanted else ""
    needed = needed and wanted
    if shape.owner is None or is_whole(shape):
        yield f"{field.key}: {_example(field)}", says, needed
        return
    yield f"{field.key}:", says, needed
    dash = "- " if shape.many else ""
    for number, (text, label, own) in enumerate(_lines(shape.owner, needed=needed)):
        indent = "  " + (dash if number == 0 else " " * len(dash))
        yield f"{indent}{text}", label, needed and own


def _example(field: Declared) -> str:
    if field.about is not None and field.about.example:
        return field.about.example
    return f"[{_stand_in(field.shape)}]" if field.shape.many else _stand_in(field.shape)


def _stand_in(shape: Shape) -> str:
    if isinstance(shape.reader, Choice):
        return shape.reader.allowed[0]
    if is_whole(shape):
        return "all"
    return _STAND_INS.get(shape.reader, "…") if shape.reader is not None else "…"
