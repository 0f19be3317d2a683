"""The calendar: one event a rating or certificate, on the last day on which it holds (RFC 5545)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, time, timedelta, timezone
from typing import Final

from icalendar import Alarm, Calendar, Event

from ocop.addresses import absolute, of
from ocop.edition import Edition
from ocop.edition.endings import Ending, endings, maker_of
from ocop.edition.standing import GRACE
from ocop.i18n import Lang
from ocop.i18n.deadlines import subject_text
from ocop.i18n.phrases import end_text, pick, unit_text, until_text
from ocop.records import Producer, Recognition
from ocop.text import slug

ALARM_DAYS: Final = (180, 90, 30)
NAME: Final = "OCOP Bạc Liêu: hạn công nhận và chứng nhận"
_MAKER: Final = "-//OCOP Bạc Liêu//Danh mục//VI"
_VIET_NAM: Final = timezone(timedelta(hours=7))


def calendar_file(edition: Edition, site_url: str) -> bytes:
    """Give the calendar of an edition: every end to come, and those of the last 180 days."""
    return calendar(recent(endings(edition)), edition, site_url)


def recent(found: Iterable[Ending]) -> list[Ending]:
    """Leave out what ended longer ago than a renewal may take: nobody waits for it any more."""
    return [each for each in found if each.days_left >= -GRACE.days]


def calendar(found: Iterable[Ending], edition: Edition, site_url: str) -> bytes:
    """Give a calendar of some endings; the same ones on the same day give the same bytes."""
    made = Calendar()
    made.add("VERSION", "2.0")
    made.add("PRODID", _MAKER)
    made.add("CALSCALE", "GREGORIAN")
    made.add("METHOD", "PUBLISH")
    made.add("NAME", NAME)
    made.add("X-WR-CALNAME", NAME)
    made.add("X-WR-TIMEZONE", "Asia/Ho_Chi_Minh")
    made.add("REFRESH-INTERVAL", timedelta(days=1), parameters={"VALUE": "DURATION"})
    made.add("X-PUBLISHED-TTL", timedelta(days=1))
    for uid, ending in _identified(found):
        made.add_component(_event(uid, ending, edition, site_url))
    written: bytes = made.to_ical(sorted=False)
    return written


def _event(uid: str, ending: Ending, edition: Edition, site_url: str) -> Event:
    """Make a day that nobody is busy on; its stamp is that of the build, as for anything published."""
    title = summary(ending)
    event = Event()
    event.add("UID", uid)
    event.add("DTSTAMP", datetime.combine(edition.day, time(), _VIET_NAM).astimezone(UTC))
    event.add("DTSTART", ending.last_day)
    event.add("DTEND", ending.last_day + timedelta(days=1))
    event.add("SUMMARY", title)
    event.add("DESCRIPTION", "\n".join(_description(ending, edition)))
    event.add("TRANSP", "TRANSPARENT")
    if site_url:
        collection = "producers" if isinstance(ending.record, Producer) else "products"
        event.add("URL", absolute(of(collection, "vi", ending.record.id), site_url))
    for days in ALARM_DAYS:
        event.add_component(_alarm(days, title))
    return event


def _alarm(days: int, title: str) -> Alarm:
    alarm = Alarm()
    alarm.add("ACTION", "DISPLAY")
    alarm.add("DESCRIPTION", f"Còn {days} ngày. {title}")
    alarm.add("TRIGGER", timedelta(days=-days))
    return alarm


def summary(ending: Ending) -> str:
    """Say in a line what ends: ``Hết hạn 4 sao: Muối tinh Bạc Liêu``."""
    doubt = " (chậm nhất)" if ending.at_latest else ""
    return f"Hết hạn {subject_text(ending.scheme, ending.stars, 'vi')}{doubt}: {ending.record.name}"


def _description(ending: Ending, edition: Edition) -> Iterator[str]:
    """Tell what is known in Vietnamese, then in English."""
    maker = maker_of(ending.record, edition)
    yield f"{ending.record.name}: {subject_text(ending.scheme, ending.stars, 'vi')}, {_until(ending, 'vi')}."
    if maker is not None:
        yield f"Chủ thể: {maker.name}."
    if place := _place(ending, edition, "vi"):
        yield f"Nơi làm: {place}."
    if isinstance(ending.of, Recognition):
        if ending.of.decision is not None:
            yield f"Quyết định: {ending.of.decision}."
        yield "Hồ sơ công nhận lại nộp trước ngày hết hạn từ 180 đến 120 ngày."
    yield f"Bản ghi: {ending.record.path}"
    yield ""
    yield _english(ending, edition)


def _english(ending: Ending, edition: Edition) -> str:
    english = ending.record.en.name if ending.record.en is not None else None
    sort = "OCOP rating" if isinstance(ending.of, Recognition) else "certificate"
    told = f"{english or ending.record.name}: {sort}, {subject_text(ending.scheme, ending.stars, 'en')}, {_until(ending, 'en')}."
    place = _place(ending, edition, "en")
    return f"{told} Place: {place}." if place else told


def _until(ending: Ending, lang: Lang) -> str:
    until = until_text(ending.ends, lang)
    if ending.at_latest:
        return pick((f"chưa rõ ngày công nhận, hết hạn chậm nhất {end_text(ending.ends, lang)}",
                     f"date of recognition not confirmed, ends by {until}"), lang)  # fmt: skip
    return pick((f"hiệu lực đến {until}", f"valid to {until}"), lang)


def _place(ending: Ending, edition: Edition, lang: Lang) -> str:
    district = ending.record.district
    return unit_text(edition.catalogue.districts[district].name, lang) if district is not None else ""


def _identified(found: Iterable[Ending]) -> Iterator[tuple[str, Ending]]:
    """Each ending with its UID; what cannot be told apart otherwise is numbered."""
    taken: Counter[str] = Counter()
    for ending in found:
        identity = _identity(ending)
        taken[identity] += 1
        number = f".{taken[identity]}" if taken[identity] > 1 else ""
        yield f"{identity}{number}@ocop-bac-lieu", ending


def _identity(ending: Ending) -> str:
    """Name a rating by its date, a certificate by scheme and number: never by its place in a list.

    A decision number is often added later, and must not make a second event of the same rating.
    """
    written = ending.of
    if isinstance(written, Recognition):
        start = written.date or written.reported
        parts = ["cong-nhan", str(start) if start is not None else slug(written.decision or str(ending.ends))]
    else:
        parts = [
            "chung-nhan",
            slug(written.scheme),
            slug(written.number or str(written.issued or written.expires)),
        ]
    # A producer's id may be that of a product.
    collection = "chu-the" if isinstance(ending.record, Producer) else "san-pham"
    return ".".join([collection, ending.record.id, *parts])
