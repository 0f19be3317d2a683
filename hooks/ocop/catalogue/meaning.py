"""What a hurried person meant: the models seen as words, and the words that people write instead of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from types import NoneType
from typing import Any, Final, get_args

from pydantic.fields import FieldInfo

from ocop.catalogue.hurried import CHOICES, KEYS
from ocop.fields import ID_PATTERN, About, Choice, Facts, Number, Read, Whole
from ocop.records import Record
from ocop.source import Loc
from ocop.text import Vocabulary, fold, slug


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


# What was written is short or is no word at all: nothing near it can be what was meant.
_SHORT: Final = 3


class _Words:
    """Words that stand for others, and the nearest of them to what was written."""

    def __init__(self, meanings: dict[str, str], nothing: Iterable[str] = ()) -> None:
        self._meanings = meanings
        self._nothing = frozenset(map(slug, nothing))
        self._vocabulary = Vocabulary(meanings)

    def meant(self, written: str, least: float) -> str | None:
        wanted = slug(written)
        if wanted in self._nothing:
            return None
        near = self._vocabulary.nearest(written, least)
        if near is None or (len(wanted) <= _SHORT and abs(len(slug(near)) - len(wanted)) > 1):
            return None
        return self._meanings[near]


@lru_cache(maxsize=64)
def _words_for(model: type[Facts]) -> _Words:
    """Give every word by which a key of the model is called: its labels in both languages, then the hurried ones."""
    known = keys_of(model)
    words = {key: key for key in known}
    for key, field in known.items():
        about = next((told for told in field.metadata if isinstance(told, About)), None)
        for label in (about.vi, about.en) if about else ():
            words.setdefault(label, key)
            words.setdefault(re.sub(r" *\(.*\)", "", label), key)
    nothing = []
    for word, keys in KEYS.items():
        meant = next((key for key in keys if key in known), None)
        if meant is not None:
            words.setdefault(word, meant)
        elif word not in words:
            nothing.append(word)
    return _Words(words, nothing)


def key_meant(model: type[Facts], written: str, *, least: float = 74) -> str | None:
    """Give the key of a model that an unknown one most likely stands for; 100 asks for the very word."""
    words = _words_for(model)
    exact = words.meant(written, 100) or words.meant(written.partition("(")[0], 100)
    return exact or words.meant(written, least)


def holders_of(root: type[Facts], model: type[Facts], key: str) -> list[tuple[str, str]]:
    """Give the fields of the record inside which a key would be right, each with the key as it is written there.

    A part of a part (``visit.location``) is only looked into where no part has the key.
    """
    parts = [
        (name, below)
        for name, field in keys_of(root).items()
        if (below := model_below(field)) is not None and below is not model and _is_written(below)
    ]
    found = [(name, meant) for name, below in parts if (meant := key_meant(below, key, least=100))]
    exact = [(name, meant) for name, meant in found if meant == key]
    if found or not issubclass(root, Record):
        return exact or found
    return [
        (f"{name}.{inner}", meant) for name, below in parts for inner, meant in holders_of(below, model, key)
    ]


def _is_written(model: type[Facts]) -> bool:
    """Tell a model of keys that people write from one that only the program has."""
    return any(isinstance(told, About) for field in model.model_fields.values() for told in field.metadata)


@lru_cache(maxsize=64)
def _choices_for(choices: tuple[str, ...]) -> _Words:
    words = {choice: choice for choice in choices}
    for word, choice in CHOICES.items():
        if choice in choices:
            words.setdefault(word, choice)
    return _Words(words)


def choice_meant(written: str, choices: Iterable[str]) -> str | None:
    """Give the fixed word that another most likely stands for, also from Vietnamese."""
    known = tuple(choices)
    exact = CHOICES.get(fold(written).strip(" ."))
    return exact if exact in known else _choices_for(known).meant(written, 66)


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
