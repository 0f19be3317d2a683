"""The rating on a product's own page: what holds, since when, until when and by whom; or why none is shown."""

from __future__ import annotations

from dataclasses import replace

from ocop.edition import Rating, Status
from ocop.i18n import phrases
from ocop.records import Product, Recognition
from ocop.site.compose.citing import Citations, only_from
from ocop.site.compose.star_meaning import star_meaning
from ocop.site.compose.telling import Telling, iso
from ocop.site.views import Bit, Panel, Said

PAGE_STAYS = (
    "Trang này giữ lại để mã QR cũ vẫn dẫn tới đúng chỗ.",
    "This page stays so that printed QR codes still lead somewhere.",
)
"""Said of a product that left the programme, on its page."""


def panel(product: Product, telling: Telling, citations: Citations) -> Panel:
    """Compose the rating of a product as its own page shows it on the day."""
    until, rating = telling.edition.prospects(product)[0]
    return replace(_panel(product, rating, telling, citations), until=iso(until))


def later_panels(product: Product, telling: Telling, citations: Citations) -> tuple[Panel, ...]:
    """Compose what the same place shows later.

    Last of all on the page: what they cite must not take the first numbers of the source list.
    """
    return tuple(
        replace(_panel(product, rating, telling, citations), until=iso(until))
        for until, rating in telling.edition.prospects(product)[1:]
    )


def _panel(product: Product, rating: Rating, telling: Telling, citations: Citations) -> Panel:
    mark = telling.mark_of(product, rating)
    if rating.status is Status.WITHDRAWN:
        return Panel(mark, telling.say("Đã rút khỏi chương trình", "Left the programme"),
                     notes=tuple(_withdrawal_notes(rating, telling)))  # fmt: skip
    if rating.status is Status.NONE:
        return Panel(mark, mark.label, notes=tuple(_none_notes(product, telling, citations)))
    recognition = rating.recognition
    assert recognition is not None
    # A rating is never shown without its source: where it has none of its own, the record's stand for it.
    cited = citations.cite(recognition.sources or product.sources)
    doubt = _doubt(recognition, product, telling)
    doubts = (Bit(telling.here(doubt)),) if doubt else ()
    if rating.status is Status.ENDED:
        notes = (*_ended_notes(rating, cited, telling), *doubts)
        return Panel(mark, _ended_say(rating, telling), notes=notes)
    meaning = (
        star_meaning(recognition.stars, recognition.date, telling, citations)
        if recognition.stars is not None
        else None
    )
    if rating.status is Status.UNCONFIRMED:
        say = telling.say("Chưa rõ ngày công nhận", "Date of recognition not confirmed")
        notes = (*_unconfirmed_notes(rating, cited, telling), *doubts)
        return Panel(mark, say, notes=notes, meaning=meaning)
    return Panel(
        mark,
        _level(recognition.stars, telling),
        since=tuple(_since(recognition, cited, telling)),
        until_line=mark.state,
        notes=doubts,
        meaning=meaning,
    )


def _level(stars: int | None, telling: Telling) -> str:
    if stars is None:
        return telling.say("Được công nhận OCOP, nguồn không ghi hạng", "Recognised, stars not stated")
    said = phrases.stars_text(stars, telling.lang)
    if stars == 5:
        return said + telling.say(" cấp quốc gia", ", national")
    return said + telling.say(" cấp tỉnh", ", provincial") if stars == 4 else said


def _since(recognition: Recognition, cited: tuple[int, ...], telling: Telling) -> list[Bit]:
    assert recognition.date is not None
    when = phrases.date_in_sentence(recognition.date, telling.lang)
    said = telling.say(f"Công nhận {when}", f"Recognised {when}")
    return [Bit(telling.here(said), sources=cited), *_by_whom(recognition, telling)]


def _by_whom(recognition: Recognition, telling: Telling) -> list[Bit]:
    bits = []
    if recognition.authority is not None:
        bits.append(Bit(telling.said(recognition.authority, None)))
    if recognition.decision is not None:
        bits.append(Bit(telling.here(telling.say("Quyết định ", "Decision ") + recognition.decision)))
    if recognition.score is not None:
        points = phrases.number_text(recognition.score, telling.lang)
        bits.append(Bit(telling.here(telling.say(f"{points} điểm trên 100", f"{points} points out of 100"))))
    note = note_of(recognition, telling)
    return [*bits, Bit(note)] if note is not None else bits


def note_of(recognition: Recognition, telling: Telling) -> Said | None:
    """Give the public note of a recognition."""
    if recognition.note is None:
        return None
    return telling.said(recognition.note, recognition.en.note if recognition.en is not None else None)


def _unconfirmed_notes(rating: Rating, cited: tuple[int, ...], telling: Telling) -> list[Bit]:
    recognition = rating.recognition
    assert recognition is not None
    notes = []
    if recognition.reported is not None:
        when = phrases.date_in_sentence(recognition.reported, telling.lang)
        told = telling.say(f"Nguồn sớm nhất nhắc tới: {when}.", f"First reported {when}.")
        notes.append(Bit(telling.here(told), sources=cited))
    note = note_of(recognition, telling)
    if note is not None:
        notes.append(Bit(note, sources=() if notes else cited))
    if rating.ends is not None:
        when = phrases.ended_text(rating.ends, telling.lang, at_latest=rating.ends_at_latest)
        said = telling.say(
            f"Nếu không được công nhận lại, hạng này {when}.",
            f"Unless renewed, this rating {when.replace('expired', 'expires')}.",
        )
        notes.append(Bit(telling.here(said)))
    return notes or [
        Bit(
            telling.here(telling.say("Theo nguồn dẫn ở dưới.", "According to the sources below.")),
            sources=cited,
        )
    ]


def _doubt(recognition: Recognition, product: Product, telling: Telling) -> str:
    """Say who alone vouches for a rating of which no decision is known; empty where that is not the press or the producer."""
    if recognition.decision is not None:
        return ""
    said = {
        "press": telling.say("Theo báo chí; chưa thấy quyết định.", "From the press; no decision was found."),
        "producer": telling.say("Chủ thể tự khai; chưa thấy quyết định.", "Declared by the producer; no decision was found."),
    }  # fmt: skip
    return said.get(only_from(recognition.sources or product.sources, telling) or "", "")


def _ended_say(rating: Rating, telling: Telling) -> str:
    """Say what is known of an ended rating, never that the product is no longer OCOP."""
    stars = f" {phrases.stars_text(rating.stars, telling.lang)}" if rating.stars is not None else " OCOP"
    if rating.ends is None:
        return telling.say(
            f"Chứng nhận{stars} đã hết hạn, chưa ghi nhận công nhận lại",
            f"The{stars} certificate has expired, no renewal on record",
        )
    if telling.lang == "en":
        level = f"{rating.stars}-star" if rating.stars is not None else "OCOP"
        ended = phrases.ended_text(rating.ends, "en", at_latest=rating.ends_at_latest)
        return f"The {level} certificate {ended}, no renewal on record"
    latest = " (chậm nhất)" if rating.ends_at_latest else ""
    return f"Chứng nhận{stars} đã hết hạn từ {phrases.end_text(rating.ends, 'vi')}{latest}, chưa ghi nhận công nhận lại"


def _ended_notes(rating: Rating, cited: tuple[int, ...], telling: Telling) -> list[Bit]:
    recognition = rating.recognition
    assert recognition is not None
    if recognition.date is not None:
        when = phrases.date_in_sentence(recognition.date, telling.lang)
        said = telling.say(f"Được công nhận {when}.", f"It was recognised {when}.")
    elif recognition.reported is not None:
        when = phrases.date_in_sentence(recognition.reported, telling.lang)
        said = telling.say(f"Nguồn sớm nhất nhắc tới: {when}.", f"First reported {when}.")
    else:
        said = telling.say("Theo nguồn dẫn ở dưới.", "According to the sources below.")
    notes = [Bit(telling.here(said), sources=cited)]
    if rating.renewal_may_be_pending:
        pending = telling.say("Có thể đang chờ công nhận lại.", "A renewal may be pending.")
        notes.append(Bit(telling.here(pending)))
    return notes


def _none_notes(product: Product, telling: Telling, citations: Citations) -> list[Bit]:
    said = telling.say(
        "Chưa thấy quyết định công nhận; chưa được tính là có hạng cho tới khi có nguồn xác nhận.",
        "No decision of recognition was found; it does not count as rated until a source confirms it.",
    )
    return [Bit(telling.here(said), sources=citations.cite(product.sources))]


def _withdrawal_notes(rating: Rating, telling: Telling) -> list[Bit]:
    withdrawal = rating.withdrawal
    assert withdrawal is not None
    notes = []
    if withdrawal.date is not None:
        when = phrases.date_in_sentence(withdrawal.date, telling.lang)
        notes.append(
            Bit(
                telling.here(
                    telling.say(f"Từ {when}.", f"Since {when.removeprefix('in ').removeprefix('on ')}.")
                )
            )
        )
    if withdrawal.reason is not None:
        notes.append(Bit(telling.said(withdrawal.reason, None)))
    if withdrawal.replaced_by is not None:
        other = telling.edition.catalogue.products[withdrawal.replaced_by]
        name = telling.name(other)
        notes.append(Bit(telling.here(telling.say("Được thay bằng:", "Replaced by:"))))
        notes.append(Bit(name, telling.address("products", other.id)))
    return [*notes, Bit(telling.here(telling.say(*PAGE_STAYS)))]
