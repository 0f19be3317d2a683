"""The calendar of what ends: read back by a library, and line by line as RFC 5545 has it."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar, Event
from tests.catalogues import DAY, SITE, edition, producer, product

from ocop import export
from ocop.edition import Edition
from ocop.export.calendar import calendar_file

NAMES = st.text(
    st.characters(codec="utf-8", exclude_categories=["C", "Z"]) | st.just(" "), min_size=1, max_size=120
)
RATED = {"recognitions": [{"stars": "4", "date": "2024-02-29", "decision": "12/QĐ-UBND"}]}
LONG = "Tôm thẻ hấp/luộc nguyên con đông lạnh, tẩm muối; ớt \\ sả nghệ Bạc Liêu"


def events(made: Edition, site_url: str = SITE) -> list[Event]:
    """Read the events of an edition's calendar back."""
    read = Calendar.from_ical(calendar_file(made, site_url))
    assert read.errors == []
    return list(read.walk("VEVENT"))


def unfolded(raw: bytes) -> list[str]:
    """Judge the bytes as the standard does, and give the lines."""
    assert raw.endswith(b"\r\n")
    lines = raw.split(b"\r\n")[:-1]
    for line in lines:
        assert 0 < len(line) <= 75
        assert b"\n" not in line
        assert b"\r" not in line
        line.decode()  # no letter is cut in two
    return b"\r\n".join(lines).replace(b"\r\n ", b"").decode().split("\r\n")


def test_an_end_is_an_event_on_its_last_day() -> None:
    """All day, nobody is busy, with the page to open and the words in both languages."""
    (event,) = events(edition(
        products={"muoi": product(**RATED, producer="htx", en={"name": "Salt"})}, producers={"htx": producer()},
    ))  # fmt: skip
    assert event["DTSTART"].dt == date(2027, 2, 28)
    assert event["DTEND"].dt == date(2027, 3, 1)
    assert str(event["SUMMARY"]) == "Hết hạn 4 sao: Muối hạt"
    assert str(event["URL"]) == f"{SITE}san-pham/muoi/"
    assert event["TRANSP"] == "TRANSPARENT"
    told = str(event["DESCRIPTION"])
    for words in (
        "Chủ thể: Hợp tác xã Muối.",
        "Huyện Đông Hải",
        "Quyết định: 12/QĐ-UBND.",
        "products/dong-hai/muoi.yml",
        "Salt: OCOP rating, 4 stars, valid to 28 February 2027.",
        "Đông Hải District",
    ):
        assert words in told  # fmt: skip


def test_alarms_come_180_90_and_30_days_before() -> None:
    """Each says what ends, for a calendar that shows an alarm's own words."""
    (event,) = events(edition(products={"muoi": product(**RATED)}))
    alarms = event.walk("VALARM")
    assert [each["TRIGGER"].dt for each in alarms] == [timedelta(days=-days) for days in (180, 90, 30)]
    assert {str(each["ACTION"]) for each in alarms} == {"DISPLAY"}
    assert str(alarms[0]["DESCRIPTION"]) == "Còn 180 ngày. Hết hạn 4 sao: Muối hạt"


def test_a_doubtful_end_says_so() -> None:
    """Of a rating that is only reported the latest end is marked as such."""
    (event,) = events(edition(products={"muoi": product(recognitions=[{"reported": "2024"}])}))
    assert str(event["SUMMARY"]) == "Hết hạn OCOP, không rõ hạng (chậm nhất): Muối hạt"
    assert "chưa rõ ngày công nhận, hết hạn chậm nhất cuối năm 2027" in str(event["DESCRIPTION"])
    assert "ends by the end of 2027" in str(event["DESCRIPTION"])


def test_what_ended_long_ago_is_left_out() -> None:
    """For 180 days a renewal may be pending; then nobody waits for it any more."""
    for expires, shown in (("2026-05-28", 1), ("2026-05-27", 0), ("2036", 1)):
        held = [{"date": "2020-01-01", "expires": expires}]
        assert len(events(edition(products={"muoi": product(recognitions=held)}))) == shown


def uids(**written: Any) -> list[str]:
    """Give the UIDs of one product's events."""
    return sorted(str(each["UID"]) for each in events(edition(products={"muoi": product(**written)})))


def test_an_event_keeps_its_uid() -> None:
    """Whatever else changes in the record: a decision number added, stars corrected, entries in another order."""
    certificates = [
        {"scheme": "haccp", "number": "A-1", "expires": "2027"},
        {"scheme": "Hữu cơ EU", "issued": "2025", "expires": "2028"},
    ]
    before = uids(recognitions=[{"date": "2024-05", "stars": "3"}], certifications=certificates)
    after = uids(
        name="Muối hạt Bạc Liêu", certifications=certificates[::-1],
        recognitions=[{"date": "2020"}, {"date": "2024-05", "stars": "4", "decision": "5/QĐ", "expires": "2027-06"}],
    )  # fmt: skip
    assert before == after
    assert before == [
        "san-pham.muoi.chung-nhan.haccp.a-1@ocop-bac-lieu",
        "san-pham.muoi.chung-nhan.huu-co-eu.2025@ocop-bac-lieu",
        "san-pham.muoi.cong-nhan.2024-05@ocop-bac-lieu",
    ]


def test_no_two_events_share_a_uid() -> None:
    """Not a product and a producer of one id, nor two certificates that nothing tells apart."""
    twice = [{"scheme": "haccp", "issued": "2025", "expires": each} for each in ("2027", "2028")]
    made = edition(
        products={"muoi": product(certifications=twice)}, producers={"muoi": producer(certifications=twice)}
    )
    found = [str(each["UID"]) for each in events(made)]
    assert len(found) == len(set(found)) == 4


def test_a_new_build_of_the_day_gives_the_same_bytes() -> None:
    """Nothing in it comes from a clock; its stamp is the beginning of the day in Việt Nam."""
    goods = {f"hang-{number}": product(**RATED) for number in range(3)}
    first, second = (calendar_file(edition(products=goods), SITE) for _ in range(2))
    assert first == second
    assert b"DTSTAMP:20261123T170000Z" in first
    assert calendar_file(edition(DAY + timedelta(days=1), products=goods), SITE) != first


def test_it_is_published_and_named() -> None:
    """A calendar to subscribe to, in Vietnamese, that asks to be read anew each day."""
    raw = export.files(edition(products={"muoi": product(**RATED)}), SITE)["han.ics"]
    lines = unfolded(raw)
    assert lines[0] == "BEGIN:VCALENDAR"
    assert lines[-1] == "END:VCALENDAR"
    assert {"VERSION:2.0", "METHOD:PUBLISH", "REFRESH-INTERVAL;VALUE=DURATION:P1D"} <= set(lines)
    assert "X-WR-CALNAME:OCOP Bạc Liêu: hạn công nhận và chứng nhận" in lines


def test_without_an_address_of_the_site_there_is_no_link() -> None:
    """A link that leads nowhere is worse than none."""
    assert "URL" not in events(edition(products={"muoi": product(**RATED)}), "")[0]


def test_long_names_and_special_letters_come_back_whole() -> None:
    """Commas, semicolons and backslashes are escaped, letters of two and three octets are never cut."""
    made = edition(products={"muoi": product(**{**RATED, "name": LONG})})
    unfolded(calendar_file(made, SITE))
    assert str(events(made)[0]["SUMMARY"]) == f"Hết hạn 4 sao: {LONG}"


@given(NAMES)
def test_any_name_is_folded_and_read_back(name: str) -> None:
    """Whatever a record may hold."""
    made = edition(products={"muoi": product(**{**RATED, "name": name})})
    unfolded(calendar_file(made, SITE))
    assert str(events(made)[0]["SUMMARY"]) == f"Hết hạn 4 sao: {name}"


def test_an_empty_catalogue_has_an_empty_calendar() -> None:
    """It is there all the same: somebody has subscribed to it."""
    assert events(edition()) == []
