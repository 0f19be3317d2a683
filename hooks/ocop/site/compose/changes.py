"""The page of what changed: a shelf for each month and each thing that happened, the newest first."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from itertools import groupby
from typing import Final

from ocop.dates import PartialDate
from ocop.edition.chronicle import Event, Turn, chronicle
from ocop.i18n import phrases
from ocop.site.compose.listings import page_addresses
from ocop.site.compose.sections import Shelf, into_pages, pager, told
from ocop.site.compose.telling import Telling
from ocop.site.views import Link, ListingView

_WITH_STARS: Final[Mapping[Turn, tuple[str, str]]] = {
    Turn.RECOGNISED: ("được công nhận {stars}", "recognised, {stars}"),
    Turn.UPGRADED: ("lên {stars}", "upgraded to {stars}"),
    Turn.RENEWED: ("được công nhận lại {stars}", "renewed, {stars}"),
    Turn.LOWERED: ("được công nhận lại ở {stars}", "renewed at {stars}"),
    Turn.REPORTED: (
        "được nguồn nêu {stars}, chưa rõ ngày công nhận",
        "reported with {stars}, date of recognition not confirmed",
    ),
    Turn.ENDED: ("{stars} hết hạn", "{stars} expired"),
    Turn.WITHDRAWN: ("rút khỏi chương trình", "left the programme"),
}
_WITHOUT_STARS: Final[Mapping[Turn, tuple[str, str]]] = {
    **_WITH_STARS,
    Turn.RECOGNISED: ("được công nhận, nguồn không ghi hạng", "recognised, stars not stated"),
    Turn.RENEWED: ("được công nhận lại, nguồn không ghi hạng", "renewed, stars not stated"),
    Turn.REPORTED: (
        "được nguồn gọi là OCOP, chưa rõ hạng và ngày công nhận",
        "reported as OCOP, stars and date of recognition not confirmed",
    ),
    Turn.ENDED: ("công nhận OCOP hết hạn", "OCOP recognition expired"),
}


def change_pages(telling: Telling) -> list[Callable[[], ListingView]]:
    """Compose the pages of what changed, numbered from 1."""
    pages = into_pages(_shelves(telling), telling)
    address_of = page_addresses(pages, "changes", "", telling.lang)
    heading = telling.say("Có gì thay đổi", "What changed")
    lead = telling.say(
        "Hàng nào mới được công nhận, lên hạng, được công nhận lại, hết hạn hay rút, theo ngày ghi trong bản ghi, mới nhất trước.",
        "Which goods were newly recognised, upgraded or renewed, and which ratings ended, by the dates in the records, "
        "the newest first.",
    )
    feed = Link(telling.here(telling.say("Theo dõi bằng nguồn tin Atom", "Follow by Atom feed")), "feed.xml")

    def page(number: int, shelves: tuple[Shelf, ...]) -> ListingView:
        return ListingView(
            telling.numbered(heading, number),
            lead if number == 1 else "",
            (),
            told(shelves, telling),
            pager(number, len(pages), address_of),
            empty=telling.say("Chưa ghi nhận thay đổi nào có ngày.", "No dated change on record.")
            if not any(shelf.goods for shelf in shelves)
            else "",
            onward=(feed,),
        )

    return [partial(page, number, shelves) for number, shelves in enumerate(pages, start=1)]


def _shelves(telling: Telling) -> list[Shelf]:
    return [
        Shelf(_anchor(*alike), _heading(*alike, telling), tuple(event.product for event in events))
        for alike, events in groupby(chronicle(telling.edition), key=_alike)
    ]


def _alike(event: Event) -> tuple[PartialDate, Turn, int | None, bool]:
    return event.month, event.turn, event.stars, event.at_latest


def _anchor(month: PartialDate, turn: Turn, stars: int | None, at_latest: bool) -> str:  # noqa: FBT001 - as `_alike`
    parts = [
        str(month),
        turn.value,
        str(stars) if stars is not None else "ocop",
        "cham-nhat" if at_latest else "",
    ]
    return "-".join(part for part in parts if part)


def _heading(month: PartialDate, turn: Turn, stars: int | None, at_latest: bool, telling: Telling) -> str:  # noqa: FBT001 - as `_alike`
    when = phrases.date_text(month, telling.lang)
    if telling.lang == "vi":
        when = f"Tháng {when}" if month.month is not None else f"Năm {when}"
    vi, en = _WITHOUT_STARS[turn] if stars is None else _WITH_STARS[turn]
    happened = telling.say(vi, en).format(stars=phrases.stars_text(stars or 0, telling.lang))
    doubt = telling.say(" (chậm nhất)", " (at the latest)") if at_latest else ""
    return f"{when}: {happened}{doubt}"
