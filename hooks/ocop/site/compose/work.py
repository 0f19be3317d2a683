"""Pages for staff: the front page, and every work list that it leads to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from ocop import addresses
from ocop.i18n import phrases
from ocop.site.compose.planning import Content, staff_plan
from ocop.site.compose.telling import Telling
from ocop.site.compose.work_desk import Desk
from ocop.site.compose.work_front import front_view
from ocop.site.compose.work_lists import Part, WorkList, work_lists
from ocop.site.compose.work_pages import list_view, pages_of
from ocop.site.model import Plan


def work_plans(telling: Telling) -> Iterator[Plan]:
    """Plan the front page for staff and every work list."""
    desk = Desk(telling)
    lists = {work.entry: work for work in work_lists(desk)}
    yield staff_plan("work", "work.html", partial(_front, desk, lists), telling)
    for work in lists.values():
        pages = pages_of(work)
        for number in range(1, len(pages) + 1):
            content = partial(_list, work, pages, number, desk)
            entry = addresses.staff_entry(work.entry, number)
            yield staff_plan("work", "work_list.html", content, telling, entry)


def _list(work: WorkList, pages: Sequence[tuple[Part, ...]], number: int, desk: Desk) -> Content:
    view = list_view(work, pages, number, desk)
    above = (phrases.collection_text("work", "vi"), addresses.staff("work"))
    return Content(view.heading, f"{view.heading}. {view.lead}".replace("`", ""), view, (above,))


def _front(desk: Desk, lists: Mapping[str, WorkList]) -> Content:
    view = front_view(desk, lists)
    return Content(view.heading, view.lead, view)
