"""Findings as people and programs read them: a line of text, JSON, GitHub workflow commands, SARIF.

Whatever stands in a record can stand in a message, so a renderer lets nothing through that could break a line,
turn its direction or start a command of its own.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final
from urllib.parse import quote

from ocop.findings import Finding, Severity
from ocop.i18n import Lang
from ocop.i18n.messages import message
from ocop.text import is_forbidden

LONGEST_VALUE = 80
_LONGEST_PATH = 1000
_LEVELS: Final[Mapping[Severity, dict[Lang, str]]] = {
    Severity.ERROR: {"vi": "lỗi", "en": "error"},
    Severity.WARNING: {"vi": "cảnh báo", "en": "warning"},
}
_MEANT: Final[dict[Lang, str]] = {"vi": "có phải", "en": "did you mean"}

Renderer = Callable[[Iterable[Finding], Lang], str]


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


def text(findings: Iterable[Finding], lang: Lang) -> str:
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


def as_json(findings: Iterable[Finding], lang: Lang) -> str:
    """Give a list of objects, for programs."""
    return _dumped([_object(finding, lang) for finding in findings])


def _object(finding: Finding, lang: Lang) -> dict[str, Any]:
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
    }


def _dumped(value: object) -> str:
    readable = json.dumps(value, ensure_ascii=False, indent=2)
    # JSON writes every character as two hexadecimal pairs at will: what nobody sees is made visible that way.
    return (
        "".join(
            json.dumps(letter)[1:-1] if letter != "\n" and is_forbidden(letter) else letter
            for letter in readable
        )
        + "\n"
    )


def github(findings: Iterable[Finding], lang: Lang) -> str:
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


def sarif(findings: Iterable[Finding], lang: Lang) -> str:
    """Give SARIF 2.1.0, which code scanning services and editors read."""
    found = list(findings)
    rules = [{"id": code} for code in sorted({finding.code for finding in found})]
    run = {
        "tool": {"driver": {"name": "ocop", "rules": rules}},
        "columnKind": "unicodeCodePoints",
        "results": [_result(finding, lang) for finding in found],
    }
    return _dumped({"$schema": _SARIF_SCHEMA, "version": "2.1.0", "runs": [run]})


_SARIF_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def _result(finding: Finding, lang: Lang) -> dict[str, Any]:
    place = finding.position
    return {
        "ruleId": finding.code,
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


def _many(count: int, word: str) -> str:
    return f"{count} {word}" if count == 1 else f"{count} {word}s"
