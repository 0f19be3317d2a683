"""The numbered list of sources at the foot of a page, and the numbers that lead to it."""

from __future__ import annotations

from collections.abc import Iterable

from ocop.i18n import phrases
from ocop.records import Source
from ocop.site.compose.telling import Telling
from ocop.site.views import Said, SourceLine


class Citations:
    """Numbers the sources of one page in the order in which they are first cited."""

    def __init__(self, telling: Telling) -> None:
        """Begin with an empty list."""
        self._telling = telling
        self._numbers: dict[str, int] = {}
        self._lines: list[SourceLine] = []

    def cite(self, sources: Iterable[Source]) -> tuple[int, ...]:
        """Give the numbers of some sources, adding those that are new."""
        return tuple(
            dict.fromkeys(self._number(self._telling.edition.catalogue.source(cited)) for cited in sources)
        )

    def lines(self) -> tuple[SourceLine, ...]:
        """Give the list for the foot of the page."""
        return tuple(self._lines)

    def _number(self, source: Source) -> int:
        url = source.url or ""
        if url not in self._numbers:
            self._numbers[url] = len(self._lines) + 1
            self._lines.append(_line(len(self._lines) + 1, source, self._telling))
        return self._numbers[url]


def only_from(sources: Iterable[Source], telling: Telling) -> str | None:
    """Tell whether all of some sources are of the press, or all the producer's own word; None for any others.

    Other websites repeat what they read and count with the press where there is one; a source of unknown type may be
    anything.
    """
    types = {telling.edition.catalogue.source(cited).type for cited in sources}
    if types == {"producer"}:
        return "producer"
    return "press" if "press" in types and types <= {"press", "other"} else None


def _line(number: int, source: Source, telling: Telling) -> SourceLine:
    title = Said(source.title, "vi") if source.title is not None else telling.here(_host(source.url or ""))
    inferred = telling.say(" (suy ra)", " (inferred)")
    publisher = Said(source.publisher, "vi") if source.publisher is not None else None
    if source.date is None:
        when = telling.say("không ghi ngày", "not dated")
    else:
        year_word = telling.say("năm ", "") if source.date.month is None else ""
        when = year_word + phrases.date_text(source.date, telling.lang)
        when += inferred if source.date_inferred else ""
    kind = phrases.source_type_text(source.type, telling.lang) if source.type is not None else ""
    return SourceLine(number, title, source.url or "", when, publisher, kind)


def _host(url: str) -> str:
    return url.split("/")[2]
