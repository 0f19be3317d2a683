"""Texts from records as parts of a Markdown comment: what somebody wrote stays text, whatever it looks like.

Hosts look for mentions, references and addresses in the finished text, after Markdown's own escapes are gone. An
invisible word joiner after the sign keeps `@everyone`, `#12` and `www.example.org` from being found.
"""

from __future__ import annotations

import re
from typing import Final

from ocop.report import shown

_JOINER: Final = "\u2060"
_SIGNS: Final = re.compile(r"[\\`*_\[\]|~$^{}]")
_ENTITIES: Final = {"<": "&lt;", ">": "&gt;", "&": "&amp;"}
_FOUND_BY_HOSTS: Final = re.compile(
    r"[@#](?=\w)|[%~](?=[\"\w])|[!$&](?=\d)|:(?=//)|:(?=[\w+-]+:)|(?<=\bwww)\.|\b(?:GH|gh)-(?=\d)",
    re.IGNORECASE,
)
_QUOTE_LENGTH: Final = 120
_BEFORE_DIFFERENCE: Final = 40


def plain(text: str) -> str:
    """Give a text of unknown origin as text of one line."""
    line = shown(re.sub(r"\s*\n\s*", " ", text.strip()), len(text))
    kept = _FOUND_BY_HOSTS.sub(lambda found: found[0] + _JOINER, line)
    kept = re.sub(r"[<>]|&(?=[#\w])", lambda found: _ENTITIES[found[0]], kept)
    return _SIGNS.sub(lambda found: "\\" + found[0], kept)


def code(text: str) -> str:
    """Give a text of unknown origin as code, in which hosts find nothing."""
    line = shown(text, 1000)
    longest = max((len(run) for run in re.findall("`+", line)), default=0)
    fence = "`" * (longest + 1)
    space = " " if line.startswith("`") or line.endswith("`") or not line.strip() else ""
    return f"{fence}{space}{line}{space}{fence}"


def quoted(text: str, other: str = "") -> str:
    """Quote a text, of a long one the part where it begins to differ from another."""
    if len(text) <= _QUOTE_LENGTH:
        return f"“{plain(text)}”"
    same = next((at for at, pair in enumerate(zip(text, other, strict=False)) if pair[0] != pair[1]), 0)
    start = max(0, same - _BEFORE_DIFFERENCE) if other else 0
    part = text[start : start + _QUOTE_LENGTH]
    end = "…" if start + _QUOTE_LENGTH < len(text) else ""
    return f"“{'…' if start else ''}{plain(part)}{end}”"
