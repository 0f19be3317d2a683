"""Looking up what a person named, and on a terminal asking for what is missing or cannot be found."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from typing import Any, Final

import click
from pydantic import BaseModel

from ocop import report
from ocop.catalogue.layout import Collection
from ocop.declared import as_written
from ocop.findings import Finding, Position
from ocop.form.known import Known
from ocop.i18n import Lang
from ocop.records import Producer, Product
from ocop.records.product import UNKNOWN_DISTRICT

# What a field refers to: the words to look it up among, and the message where it is not there.
_REFERENCES: Final = {
    "kind": ("kinds", "no_kind"),
    "producer": (Collection.PRODUCERS, "no_producer"),
    "district": (Collection.DISTRICTS, "no_district"),
    "commune": ("communes", "no_commune"),
    "sources": ("sources", "unknown_source"),
}
_MOST_SHOWN: Final = 40


def on_terminal() -> bool:
    """Tell whether somebody is there to answer."""
    return sys.stdin.isatty() and sys.stderr.isatty()


def sentence(lang: Lang, code: str, suggestion: str | None = None, **values: str) -> str:
    """Say what is wrong in the words of ``ocop check``."""
    return report.sentence(Finding(Position(""), code, values=values, suggestion=suggestion), lang)


@dataclass(frozen=True, slots=True)
class Asking:
    """The fields of one record, as somebody names their values."""

    model: type[BaseModel]
    known: Known
    lang: Lang

    def ask(self, key: str, default: str | None = None) -> Any:
        """Ask for a field until there is a value that it can have; the choices are shown where they are few."""
        what = _REFERENCES[key][0] if key in _REFERENCES else ""
        choices = [*(self.known.ids(what) if what else ()), *([default] if default else ())]
        shown = f" ({', '.join(choices)})" if 0 < len(choices) <= _MOST_SHOWN else ""
        return self.found(key, self._prompt(f"{self._label(key)}{shown}", default))

    def found(self, key: str, written: str, district: str | None = None) -> Any:
        """Give the id that is meant, or the value itself where a field refers to nothing.

        On a terminal the nearest is offered until something is found; elsewhere raises UsageError.
        """
        if key not in _REFERENCES or self._stands_for_itself(key, written):
            return written
        what, code = _REFERENCES[key]
        found = self.known.find(what, written, district)
        if found.id is not None:
            return found.id
        if key == "sources" and "://" in written:
            return {"url": written}
        told = sentence(self.lang, code, found.near, value=written, district=district or "")
        if not on_terminal():
            raise click.UsageError(told)
        click.echo(told, err=True)
        return self.found(key, self._prompt(self._label(key), found.near), district)

    def _stands_for_itself(self, key: str, written: str) -> bool:
        return key == "district" and written == UNKNOWN_DISTRICT and self.model is Product

    def _label(self, key: str) -> str:
        # The district of a product is its folder, no field of its own: it is called as a producer's is.
        fields = [*as_written(self.model), *as_written(Producer)]
        about = next((field.about for field in fields if field.key == key), None)
        return key if about is None else about.vi if self.lang == "vi" else about.en

    def _prompt(self, label: str, default: str | None) -> str:
        answer = ""
        while not answer:
            answer = click.prompt(label, default=default, err=True, value_proc=str.strip)
        return answer
