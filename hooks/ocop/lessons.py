"""What each message teaches, read from the docstring of whatever finds the fault: rule, reason, wrong and right.

Such a docstring says rule and reason first, then one entry for each code::

    date_turned
        Wrong: ``date: 28/12/2023``
        Right: ``date: 2023-12-28``
    until_before_from (promotions, warning)
        What only this one needs to be told.
        Wrong:
            several lines
        Right: …

The words in brackets say in which file the sample stands, if not in a product's record, and that the finding only warns.
A sample shows a tab as ``⇥`` and a special space as ``␣``, which nobody would see.
"""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from types import ModuleType
from typing import Any, Final

from ocop import addresses, fields
from ocop.catalogue import advice, decode, explaining, layout, linking, pictures, reading
from ocop.edition import due
from ocop.findings import Severity
from ocop.i18n import Lang
from ocop.i18n.lessons import EXPLAINED
from ocop.photos import inspecting
from ocop.records import base, product, promotion, sales_point
from ocop.report import Guide, Help
from ocop.source import files, syntax, tree

MODULES: Final[tuple[ModuleType, ...]] = (
    files, layout, reading, tree, syntax, decode, explaining, fields, base, product, promotion, sales_point, linking,
    pictures, inspecting, advice, due,
)  # fmt: skip
"""Where docstrings with entries stand."""
WHERE: Final = (
    "product",
    "producer",
    "sales-point",
    "district",
    "kinds",
    "promotions",
    "programme",
    "sources",
    "file",
)
"""In which file a sample stands; a sample of ``file`` says what is the matter with the file itself."""

_ENTRY: Final = re.compile(r"([a-z][a-z0-9_]*)(?: \(([a-z, -]+)\))?")
_PART: Final = re.compile(r"    (Wrong|Right):(?: ``(.+)``)?")
_WARNING: Final = "warning"


@dataclass(frozen=True, slots=True)
class Lesson:
    """One code: how grave it is, in which file the samples stand, rule and reason in English, a wrong and a right sample."""

    code: str
    severity: Severity
    where: str
    rule: tuple[str, ...]
    wrong: str
    right: str


def as_typed(sample: str) -> str:
    """Give a sample with the tab and the special space that it shows by signs."""
    return sample.replace("⇥", "\t").replace("␣", "\u00a0")


@cache
def lessons() -> Mapping[str, Lesson]:
    """Give the lesson of every code; raises ValueError where two docstrings teach one code."""
    found: dict[str, Lesson] = {}
    for module in MODULES:
        for docstring in _docstrings(module):
            for lesson in read(docstring):
                if lesson.code in found:
                    raise ValueError(
                        f"{lesson.code} is taught twice, for the second time in {module.__name__}"
                    )
                found[lesson.code] = lesson
    return found


def guide(site_url: str = "") -> Guide:
    """Give the help for each code: its page, under the site's own address where that is known, and rule and reason."""

    def help_for(code: str) -> Help | None:
        lesson = lessons().get(code)
        if lesson is None:
            return None
        page = addresses.staff("messages", code)
        url = addresses.absolute(page, site_url) if site_url else ""
        why: dict[Lang, str] = {"vi": EXPLAINED.get(code, ""), "en": " ".join(lesson.rule).replace("``", "`")}
        return Help(page, url, lesson.severity, why)

    return help_for


def _docstrings(module: ModuleType) -> Iterator[str]:
    """Yield the docstrings of a module's own functions and classes, and of what its classes hold."""
    for each in vars(module).values():
        if getattr(each, "__module__", "") != module.__name__:
            continue
        yield from _docstring(each)
        if isinstance(each, type):
            for member in vars(each).values():
                yield from _docstring(getattr(member, "__func__", member))


def _docstring(of: Any) -> Iterator[str]:
    told = getattr(of, "__doc__", None)
    if isinstance(told, str) and (
        inspect.isroutine(of) or isinstance(of, type) or hasattr(of, "__wrapped__")
    ):
        yield inspect.cleandoc(told)


def read(docstring: str) -> Iterator[Lesson]:
    """Read the entries of one docstring; raises ValueError for an entry without a wrong or a right sample."""
    lines = docstring.splitlines()
    starts = [number for number in range(len(lines)) if _starts_entry(lines, number)]
    rule = _paragraphs(lines[: starts[0]]) if starts else ()
    for start, end in pairwise([*starts, len(lines)]):
        yield _lesson(lines[start], lines[start + 1 : end], rule)


def _starts_entry(lines: list[str], number: int) -> bool:
    below = lines[number + 1] if number + 1 < len(lines) else ""
    return _ENTRY.fullmatch(lines[number]) is not None and below.startswith("    ")


def _lesson(head: str, body: list[str], rule: tuple[str, ...]) -> Lesson:
    entry = _ENTRY.fullmatch(head)
    assert entry is not None
    words = re.split(", *", entry[2]) if entry[2] else []
    where = next((word for word in words if word != _WARNING), WHERE[0])
    parts = [number for number, line in enumerate(body) if _PART.fullmatch(line)]
    samples = dict(_sample(body[start:end]) for start, end in pairwise([*parts, len(body)]))
    if samples.keys() != {"Wrong", "Right"} or where not in WHERE:
        raise ValueError(f"{head}: an entry has a wrong and a right sample, in one of {', '.join(WHERE)}")
    own = _paragraphs(inspect.cleandoc("\n".join(["", *body[: parts[0]]])).splitlines())
    return Lesson(
        code=entry[1],
        severity=Severity.WARNING if _WARNING in words else Severity.ERROR,
        where=where,
        rule=(*rule, *own),
        wrong=samples["Wrong"],
        right=samples["Right"],
    )


def _sample(lines: list[str]) -> tuple[str, str]:
    part = _PART.fullmatch(lines[0])
    assert part is not None
    block = [line[8:] for line in lines[1:]]
    return part[1], part[2] or "\n".join(block).strip("\n")


def _paragraphs(lines: list[str]) -> tuple[str, ...]:
    paragraphs = re.split(r"\n\s*\n", "\n".join(lines).strip())
    return tuple(" ".join(paragraph.split()) for paragraph in paragraphs if paragraph.strip())
