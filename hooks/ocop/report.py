"""Findings as people and programs read them: a line of text, JSON, GitHub workflow commands, SARIF.

Whatever stands in a record can stand in a message, so a renderer lets nothing through that could break a line,
turn its direction or start a command of its own.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final, Protocol
from urllib.parse import quote

from ocop.findings import Finding, Severity
from ocop.i18n import Lang
from ocop.i18n.lessons import PLACES
from ocop.i18n.messages import message
from ocop.text import forbidden_characters, is_forbidden

LONGEST_VALUE = 80
_LONGEST_PATH = 1000
_LEVELS: Final[Mapping[Severity, dict[Lang, str]]] = {
    Severity.ERROR: {"vi": "lỗi", "en": "error"},
    Severity.WARNING: {"vi": "cảnh báo", "en": "warning"},
}
_BOTH: Final[tuple[Lang, Lang]] = ("vi", "en")
_MEANT: Final[dict[Lang, str]] = {"vi": "có phải", "en": "did you mean"}


@dataclass(frozen=True, slots=True)
class Help:
    """What can be read of a message besides itself: its page in the staff guide, and how grave it is as a rule.

    ``page`` is relative to the site, ``url`` the whole address where the site's own is known, else empty; ``why`` is rule
    and reason by language.
    """

    page: str
    url: str
    severity: Severity
    why: Mapping[Lang, str]


Guide = Callable[[str], Help | None]
"""Gives the help for a code; None for a code that no guide knows."""


def no_guide(_code: str) -> Help | None:
    """Know nothing but the messages."""
    return None


class Renderer(Protocol):
    """Renders findings for people or programs; with a guide it also tells where to read on."""

    def __call__(self, findings: Iterable[Finding], lang: Lang, guide: Guide = no_guide, /) -> str:
        """Give the whole output."""


def shown(text: str, longest: int = LONGEST_VALUE) -> str:
    """Give a text of unknown origin as part of a line: no breaks, no control or direction marks, not too long."""
    cut = text if len(text) <= longest else text[: longest - 1] + "…"
    if cut.isascii() and cut.isprintable():
        return cut
    return "".join(
        _escaped(letter) if letter in "\t\n\r" or is_forbidden(letter) else letter for letter in cut
    )


def _escaped(letter: str) -> str:
    short = {"\t": r"\t", "\n": r"\n", "\r": r"\r"}
    return short.get(letter) or (
        f"\\u{ord(letter):04x}" if ord(letter) < 0x10000 else f"\\U{ord(letter):08x}"
    )


def sentence(finding: Finding, lang: Lang) -> str:
    """Give what is wrong in words, with what was probably meant, without the place."""
    values = {name: shown(value) for name, value in finding.values.items()}
    words = message(finding.code).say(lang, values)
    if finding.suggestion is None:
        return words
    return f'{words} — {_MEANT[lang]} "{shown(finding.suggestion)}"?'


def text(findings: Iterable[Finding], lang: Lang, _guide: Guide = no_guide) -> str:
    """Give one line a finding: ``path:line:column: level: `field`: message``."""
    return "".join(line(finding, lang) + "\n" for finding in findings)


def line(finding: Finding, lang: Lang) -> str:
    """Give one finding as one line, without its end."""
    place = finding.position
    level = _LEVELS[finding.severity][lang]
    path = shown(place.path, _LONGEST_PATH)
    return f"{path}:{place.line}:{place.column}: {level}: {_told(finding, lang)}"


def _told(finding: Finding, lang: Lang) -> str:
    """Give the sentence, led by the field it is about."""
    words = sentence(finding, lang)
    return f"`{shown(finding.field)}`: {words}" if finding.field else words


def as_json(findings: Iterable[Finding], lang: Lang, guide: Guide = no_guide) -> str:
    """Give a list of objects, for programs; ``help`` is the message's page in the staff guide."""
    return _dumped([_object(finding, lang, guide(finding.code)) for finding in findings])


def _object(finding: Finding, lang: Lang, told: Help | None) -> dict[str, Any]:
    return {
        "path": finding.position.path,
        "line": finding.position.line,
        "column": finding.position.column,
        "severity": finding.severity.value,
        "code": finding.code,
        "field": finding.field,
        "message": message(finding.code).say(
            lang, {name: shown(value) for name, value in finding.values.items()}
        ),
        "suggestion": finding.suggestion,
        "help": told.page if told is not None else None,
    }


def _dumped(value: object) -> str:
    readable = json.dumps(value, ensure_ascii=False, indent=2)
    # JSON writes every character as two hexadecimal pairs at will: what nobody sees is made visible that way.
    for hidden in {letter for _, letter in forbidden_characters(readable)}:
        readable = readable.replace(hidden, json.dumps(hidden)[1:-1])
    return readable + "\n"


def github(findings: Iterable[Finding], lang: Lang, _guide: Guide = no_guide) -> str:
    """Give workflow commands, which GitHub shows beside the lines of a pull request."""
    return "".join(_command(finding, lang) + "\n" for finding in findings)


def _command(finding: Finding, lang: Lang) -> str:
    place = finding.position
    properties = {
        "file": shown(place.path, _LONGEST_PATH),
        "line": str(place.line),
        "col": str(place.column),
        "title": shown(finding.field) or _LEVELS[finding.severity][lang],
    }
    told = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    return f"::{finding.severity.value} {told}::{_data(_told(finding, lang))}"


def _data(value: str) -> str:
    return value.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(value: str) -> str:
    return _data(value).replace(":", "%3A").replace(",", "%2C")


def sarif(findings: Iterable[Finding], lang: Lang, guide: Guide = no_guide) -> str:
    """Give SARIF 2.1.0, which code scanning services and editors read."""
    found = list(findings)
    codes = sorted({finding.code for finding in found})
    run = {
        "tool": {"driver": {"name": "ocop", "rules": [_rule(code, guide(code)) for code in codes]}},
        "columnKind": "unicodeCodePoints",
        "results": [_result(finding, lang, codes.index(finding.code)) for finding in found],
    }
    return _dumped({"$schema": _SARIF_SCHEMA, "version": "2.1.0", "runs": [run]})


_SARIF_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def _rule(code: str, told: Help | None) -> dict[str, Any]:
    """Describe a code in both languages: whoever reads the report need not be who ran the check."""
    rule: dict[str, Any] = {
        "id": code,
        "name": "".join(word.capitalize() for word in code.split("_")),
        "shortDescription": {"text": " / ".join(in_general(code, lang) for lang in _BOTH)},
    }
    if told is not None:
        rule["fullDescription"] = {"text": "\n\n".join(told.why[lang] for lang in _BOTH)}
        rule["defaultConfiguration"] = {"level": told.severity.value}
        rule |= {"helpUri": told.url} if told.url else {}
    return rule


def in_general(code: str, lang: Lang) -> str:
    """Give a message with words in the places that a finding fills: ``không có chủ thể "‹điều đã viết›"``."""
    column = _BOTH.index(lang)
    return message(code).say(lang, {place: f"‹{words[column]}›" for place, words in PLACES.items()})


def _result(finding: Finding, lang: Lang, rule: int) -> dict[str, Any]:
    place = finding.position
    return {
        "ruleId": finding.code,
        "ruleIndex": rule,
        "level": finding.severity.value,
        "message": {"text": _told(finding, lang)},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": _uri(place.path)},
                    "region": {"startLine": place.line, "startColumn": place.column},
                }
            }
        ],
    }


def _uri(path: str) -> str:
    return quote(path.encode("utf-8", "surrogateescape"))


RENDERERS: Final[Mapping[str, Renderer]] = {"text": text, "json": as_json, "github": github, "sarif": sarif}


def summary(findings: Iterable[Finding], elsewhere: int, lang: Lang) -> str:
    """Count errors and warnings in a sentence; ``elsewhere`` is how many findings of other files are not shown."""
    found = list(findings)
    errors = sum(finding.is_error for finding in found)
    warnings = len(found) - errors
    if lang == "vi":
        counted = f"{errors} lỗi, {warnings} cảnh báo"
        return f"{counted} (không kể {elsewhere} ở các tệp khác)" if elsewhere else counted
    counted = f"{_many(errors, 'error')}, {_many(warnings, 'warning')}"
    return f"{counted} (besides {elsewhere} in other files)" if elsewhere else counted


def where_to_read(guide: str, lang: Lang) -> str:
    """Say in one line where each message is explained; ``guide`` is the address of that page."""
    return (
        f"Giải thích từng thông báo: {guide}"
        if lang == "vi"
        else f"Every message explained (in Vietnamese): {guide}"
    )


def _many(count: int, word: str) -> str:
    return f"{count} {word}" if count == 1 else f"{count} {word}s"
