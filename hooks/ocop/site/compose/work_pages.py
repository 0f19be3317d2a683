"""The pages of a work list: at most 60 rows each, told when they are asked for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import groupby
from typing import Final

from ocop import addresses
from ocop.site.compose.sections import PAGE_ROWS, pager
from ocop.site.compose.work_desk import Desk
from ocop.site.compose.work_lists import Part, WorkList
from ocop.site.views import Chip, WorkListView, WorkSection

MOST_CHIPS: Final = 100
_GOES_ON: Final = "-tiep"


def pages_of(work: WorkList) -> list[tuple[Part, ...]]:
    """Cut a list into pages of at most 60 rows; a part that goes on says so. There is always a first page."""
    flat = [(part, number) for part in work.parts for number in range(len(part.entries))]
    return [
        tuple(
            _cut(run)
            for _, run in groupby(flat[start : start + PAGE_ROWS], key=lambda place: place[0].anchor)
        )
        for start in range(0, max(len(flat), 1), PAGE_ROWS)
    ]


def _cut(run: Iterable[tuple[Part, int]]) -> Part:
    places = list(run)
    part, first = places[0]
    entries = part.entries[first : first + len(places)]
    if first == 0:
        return replace(part, entries=entries)
    heading = f"{part.heading} (tiếp)" if part.heading else ""
    return Part(part.anchor + _GOES_ON, heading, entries)


def list_view(work: WorkList, pages: Sequence[tuple[Part, ...]], number: int, desk: Desk) -> WorkListView:
    """Tell one page of a list; what stands above its rows is on the first alone."""
    address_of = {
        each: addresses.staff("work", addresses.staff_entry(work.entry, each))
        for each in range(1, len(pages) + 1)
    }
    first = number == 1
    return WorkListView(
        heading=desk.telling.numbered(work.heading, number),
        lead=work.lead if first else "",
        note=work.note if number == len(pages) else "",
        chips=_chips(work, pages, address_of) if first else (),
        chips_say=work.chips_say,
        sections=tuple(
            WorkSection(part.anchor, part.heading, desk.rows(part.entries)) for part in pages[number - 1]
        ),
        pager=pager(number, len(pages), address_of),
        editor=desk.editor,
        new=work.new if first else "",
    )  # fmt: skip


def _chips(work: WorkList, pages: Sequence[tuple[Part, ...]], address_of: dict[int, str]) -> tuple[Chip, ...]:
    """Make a chip for each part, leading to the page on which it begins; none for one alone, nor for too many to look through."""
    starts = {part.anchor: number for number, page in enumerate(pages, start=1) for part in page}
    if not 1 < len(work.parts) <= MOST_CHIPS:
        return ()
    return tuple(
        Chip(
            part.heading,
            None if starts[part.anchor] == 1 else address_of[starts[part.anchor]],
            part.anchor,
            len(part.entries),
        )
        for part in work.parts
    )
