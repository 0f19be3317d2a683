"""Strategies of trees of text, as any record may hold them: every key of a model, every character a file may hold."""

from __future__ import annotations

import unicodedata
from typing import Any

from hypothesis import strategies as st
from pydantic import BaseModel

from ocop.declared import Declared, Shape, as_written
from ocop.records import District, Kinds, Producer, Product, Programme, SalesPoint
from ocop.text import is_forbidden

MODELS: tuple[type[BaseModel], ...] = (Product, Producer, SalesPoint, District, Kinds, Programme)

_LETTERS = st.characters(codec="utf-8").filter(
    lambda letter: not is_forbidden(letter) and letter not in "\t\r\n"
)
# What YAML, in one reader or another, takes for something else than text.
_PITFALLS = st.sampled_from(
    [
        "- a", "-a", "? a", "a: b", "a:", ":a", "a #b", "#a", "a#b", '"a"', "'a", "a\\", "[a]", "{a: b}", "a, b", "&a", "*a",
        "!a", "|", ">", "%a", "@a", "`a`", "~", "null", "Null", "NO", "no", "y", "on", "true", "=", "<<", "---", "--- a", "...",
        "5", "-5", "+5", "007", "1_000", "1e3", "1.5", ".5", "5.", "0x1F", "0o17", "0b11", "190:20:30", "12:30", "2024",
        "2024-01-02", "2024-01-02 10:20:30", "2024-01-02T10:20:30Z", ".nan", ".inf", "-.inf", "+.Inf", "nan", "1,5", "-", "?",
        "a:b", "a : b", "::", "a\u00a0", "\u00a0a: b", "ẹ\u0302", "😀", "a  b", "0291 3 822 123", "1234/QĐ-UBND",
    ]
)  # fmt: skip
_SHORT = st.text(_LETTERS, max_size=12) | st.text(
    st.sampled_from("-?:,[]{}#&*!|>'\"%@`=~<. \\aé05eE+_xof"), max_size=8
)
one_line = st.one_of(_PITFALLS, _SHORT)
"""Texts of one line, also with blanks around them and decomposed letters; perhaps empty."""
texts = st.one_of(one_line, st.lists(one_line | st.just(""), min_size=2, max_size=5).map("\n".join))
"""Texts of one or more lines."""
unknown_keys = one_line.map(lambda text: unicodedata.normalize("NFC", text).strip()).filter(bool)


def trees(model: type[BaseModel], depth: int = 3) -> st.SearchStrategy[dict[str, Any]]:
    """Give trees of a model: any of its keys, in any order, with texts, lists and parts where it has them."""
    fields = as_written(model)
    holding = {field.key: _values(field, depth) for field in fields}
    some = st.lists(st.sampled_from([*holding]), unique=True, max_size=6)
    return some.flatmap(lambda keys: st.fixed_dictionaries({key: holding[key] for key in keys}))


def _values(field: Declared, depth: int) -> st.SearchStrategy[Any]:
    one = _one(field.shape, depth)
    return st.lists(one, max_size=3) if field.shape.many else one


def _one(shape: Shape, depth: int) -> st.SearchStrategy[Any]:
    owner = shape.owner
    if owner is None or not issubclass(owner, BaseModel) or not depth:
        return _numbers if shape.reader is not None and "type" in shape.reader.schema() else texts
    return st.deferred(lambda: texts | trees(owner, depth - 1))


_numbers = texts | st.sampled_from(["4", "-5", "82.5", "2024-01-02", "true", "không", "0"])
