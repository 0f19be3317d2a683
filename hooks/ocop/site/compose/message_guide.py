"""Pages for staff: what each message of the checker means, with wrong and right, and the list of all of them.

Everything follows from the messages and their lessons (see `ocop.lessons`): a message that is new tomorrow has its page
tomorrow, at an address made of its code, to which `ocop check` leads.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache, partial
from typing import Final

from ocop import addresses
from ocop.findings import Severity
from ocop.i18n import phrases
from ocop.i18n.lessons import EXPLAINED, HEADINGS, PLACES, SAMPLES, TITLES
from ocop.i18n.messages import GROUPS, MESSAGES
from ocop.lessons import Lesson, lessons
from ocop.report import in_general
from ocop.site.compose.planning import Content, staff_plan
from ocop.site.compose.telling import Telling
from ocop.site.model import Plan
from ocop.site.views import Chip, Link, MessageGroup, MessageLine, MessagesView, MessageView, Said

_TITLE: Final = "Từng thông báo"
_ORDER: Final = tuple(MESSAGES)
_HOLES: Final = dict.fromkeys(PLACES, "…")
_FILES: Final[Mapping[str, str]] = {
    "product": "Trong bản ghi sản phẩm, `products/<huyện>/<mã>.yml`:",
    "producer": "Trong bản ghi chủ thể, `catalogue/producers/<mã>.yml`:",
    "sales-point": "Trong bản ghi điểm bán, `catalogue/sales-points/<mã>.yml`:",
    "district": "Trong bản ghi huyện, `catalogue/districts/<mã>.yml`:",
    "kinds": "Trong `catalogue/kinds.yml`:",
    "promotions": "Trong `catalogue/promotions.yml`:",
    "programme": "Trong `catalogue/programme.yml`:",
    "sources": "Trong `catalogue/sources.yml`:",
    "file": "Tệp:",
}
"""In which file a sample stands (see `lessons.WHERE`)."""


def message_plans(telling: Telling) -> Iterator[Plan]:
    """Plan the list of all messages and the page of each."""
    yield staff_plan("messages", "guide_messages.html", _index, telling)
    for code in _ORDER:
        yield staff_plan("messages", "guide_message.html", partial(_page, code), telling, code)


def _index() -> Content:
    view = MessagesView(
        heading=_TITLE,
        lead="Máy báo những gì, mỗi thông báo nghĩa là gì và sửa thế nào. Bấm vào một thông báo để xem ví dụ sai và đúng.",
        note="Phần trong ‹ › thay đổi theo từng bản ghi. “Trường” trong thông báo là một ô của bản ghi, như `name` hay `kind`.",
        chips=tuple(
            Chip(HEADINGS[group][0], fragment=group, count=len(messages))
            for group, messages in GROUPS.items()
        ),
        groups=tuple(
            MessageGroup(group, *HEADINGS[group], tuple(map(_line, messages)))
            for group, messages in GROUPS.items()
        ),
    )
    return Content(_TITLE, view.lead, view, _way()[:-1])


def _line(code: str) -> MessageLine:
    warning = lessons()[code].severity is Severity.WARNING
    return MessageLine(in_general(code, "vi"), addresses.staff("messages", code), warning)


def _page(code: str) -> Content:
    lesson = lessons()[code]
    wrong, right = SAMPLES.get(code, (lesson.wrong, lesson.right))
    place = _ORDER.index(code)
    view = MessageView(
        heading=_headings()[code],
        code=code,
        warning=lesson.severity is Severity.WARNING,
        explained=EXPLAINED[code],
        sample_in=_sample_in(lesson),
        wrong=wrong,
        right=right,
        said=in_general(code, "vi"),
        said_en=in_general(code, "en"),
        rule=tuple(paragraph.replace("``", "`") for paragraph in lesson.rule),
        fields=addresses.staff("fields", "" if lesson.where == "file" else lesson.where),
        before=_link(_ORDER[place - 1]) if place else None,
        after=_link(_ORDER[place + 1]) if place + 1 < len(_ORDER) else None,
    )
    return Content(view.heading, EXPLAINED[code], view, _way())


def _way() -> tuple[tuple[str, str], ...]:
    guide = (phrases.collection_text("guide", "vi"), addresses.staff("guide"))
    return (guide, (_TITLE, addresses.staff("messages")))


def _sample_in(lesson: Lesson) -> str:
    if lesson.code in SAMPLES or lesson.where != "file":
        return _FILES[lesson.where]
    return _FILES["file"] if "/" in lesson.wrong else _FILES["product"]


def _link(code: str) -> Link:
    return Link(Said(_headings()[code], "vi"), addresses.staff("messages", code))


@cache
def _headings() -> Mapping[str, str]:
    """Give each message a heading: what is wrong, without what to do."""
    return {code: TITLES.get(code) or _short(MESSAGES[code].say("vi", _HOLES)) for code in _ORDER}


def _short(message: str) -> str:
    """Leave out the value in front and whatever follows a colon or a bracket."""
    told = re.split(r": | \(|; ", message.removeprefix('"…": '), maxsplit=1)[0].replace("`", "")
    return told[:1].upper() + told[1:]
