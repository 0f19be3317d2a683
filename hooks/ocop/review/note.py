"""The note that a reviewer reads: a comparison in plain words, as Markdown fit for a comment."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from ocop import report
from ocop.dates import PartialDate
from ocop.findings import Finding
from ocop.i18n import Lang, changes, phrases
from ocop.review.compare import Comparison, Fate
from ocop.review.entries import Section
from ocop.review.listed import Listed
from ocop.review.markdown import code, plain
from ocop.review.naming import several
from ocop.review.telling import Told, told
from ocop.revisions import Start

# A comment of GitHub holds 65,536 characters; whoever posts the note may add some of their own.
LONGEST: Final = 60_000
_MOST_ERRORS: Final = 5
_MOST_APART: Final = 10


@dataclass(frozen=True, slots=True)
class Preview:
    """What a note tells of; ``comparison`` is None where errors left nothing to compare."""

    start: Start
    day: date
    comparison: Comparison | None
    errors: tuple[Finding, ...] = ()
    apart: tuple[str, ...] = ()
    others: int = 0


def note(preview: Preview, lang: Lang, site_url: str = "") -> str:
    """Write the note; with ``site_url`` names lead to the pages as they are now."""
    head = [f"### {changes.say('heading', lang)}", _compared(preview, lang), *_errors(preview.errors, lang)]
    if preview.apart and preview.comparison is not None:
        names = [code(path) for path in preview.apart[:_MOST_APART]]
        head.append(changes.say(
            "apart", lang, files=changes.counted(len(preview.apart), "files", lang), names=several(names, lang)
        ))  # fmt: skip
    foot = []
    if preview.others:
        foot.append(changes.say("others", lang, count=changes.counted(preview.others, "files", lang)))
    if preview.comparison is None:
        return _joined([*head, changes.say("unreadable", lang), *foot])
    every = [told(change, preview.comparison, lang, site_url) for change in preview.comparison.changes]
    listed = Listed(preview.comparison, lang).lines()
    public = [each for each in every if each.public]
    if public or listed:
        head += _summary(public, preview.comparison, lang)
    else:
        head.append(changes.say("nothing_else" if preview.errors or preview.apart else "nothing", lang))
    return _joined([*head, *_fitting(_blocks(every, listed, lang), lang, [*head, *foot]), *foot])


def _joined(blocks: Iterable[str]) -> str:
    return "\n\n".join(blocks) + "\n"


def _compared(preview: Preview, lang: Lang) -> str:
    day = changes.when(PartialDate.of(preview.day), lang)
    return changes.say(
        "compared", lang, name=code(preview.start.name), commit=code(preview.start.short), day=day
    )


def _errors(errors: tuple[Finding, ...], lang: Lang) -> Iterator[str]:
    if not errors:
        return
    count = changes.counted(len(errors), "errors", lang)
    yield f"**{changes.say('errors', lang, count=count)}**"
    lines = [f"- {_error(each, lang)}" for each in errors[:_MOST_ERRORS]]
    if len(errors) > _MOST_ERRORS:
        lines.append(f"- {changes.say('errors_more', lang, count=len(errors) - _MOST_ERRORS)}")
    yield "\n".join(lines)


def _error(finding: Finding, lang: Lang) -> str:
    place = finding.position
    said = [code(f"{place.path}:{place.line}:{place.column}"), plain(report.sentence(finding, lang))]
    return ": ".join([said[0], code(finding.field), said[1]] if finding.field else said)


def _summary(public: list[Told], comparison: Comparison, lang: Lang) -> Iterator[str]:
    """Count what visitors see, and name whom it concerns."""
    counts: dict[tuple[Section, Fate], int] = {}
    for each in public:
        sort = each.change.entry.section, each.change.fate
        counts[sort] = counts.get(sort, 0) + 1
    if counts:
        yield " · ".join(
            changes.say(f"count_{fate}", lang, counted=changes.counted(count, section, lang))
            for (section, fate), count in counts.items()
        )
    makers = Listed(comparison, lang).makers(each.change for each in public)
    if makers:
        yield changes.say("makers", lang, names=several(makers, lang))


@dataclass(frozen=True, slots=True)
class _Block:
    """A heading and the lines under it, each of which is one change."""

    heading: str
    lines: tuple[str, ...]


def _blocks(every: list[Told], listed: tuple[str, ...], lang: Lang) -> Iterator[_Block]:
    groups: dict[tuple[Section, Fate], list[str]] = {}
    for each in every:
        groups.setdefault((each.change.entry.section, each.change.fate), []).append(each.line)
    for (section, fate), lines in groups.items():
        entries = changes.things(section, lang) or section
        heading = phrases.capital(changes.say(fate, lang, entries=entries))
        yield _Block(heading, tuple(lines))
    if listed:
        yield _Block(changes.say("listings", lang), listed)


def _fitting(blocks: Iterable[_Block], lang: Lang, around: list[str]) -> Iterator[str]:
    """Give as many lines as a comment holds, and count the others."""
    room = LONGEST - len(_joined([*around, changes.say("cut", lang, count=10**6)]).encode()) - 2
    left = 0
    for block in blocks:
        kept = [f"#### {block.heading}\n"]
        for line in block.lines:
            size = len(f"{line}\n".encode()) + (len(kept[0].encode()) + 2 if len(kept) == 1 else 0)
            if left or size > room:
                left += 1
                continue
            room -= size
            kept.append(line)
        if len(kept) > 1:
            yield "\n".join(kept)
    if left:
        yield changes.say("cut", lang, count=left)
