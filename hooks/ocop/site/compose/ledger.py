"""The ledger of the programme page: what sources count, what the catalogue has, and what is still missing."""

from __future__ import annotations

from ocop.edition.ledger import Compared, Entry, Ledger
from ocop.i18n import phrases
from ocop.i18n.phrases import capital
from ocop.records import Result
from ocop.site import views
from ocop.site.compose.citing import Citations
from ocop.site.compose.telling import Telling
from ocop.site.views import Bit, IndexLine, LedgerLine


def ledger_view(compared: Ledger, telling: Telling, citations: Citations) -> views.Ledger | None:
    """Hold the latest count against the records, openly; None where no source gives a dated one."""
    latest = compared.latest
    if latest is None:
        return None
    total = latest.total
    return views.Ledger(
        said=Bit(telling.here(_said(latest, telling)), sources=citations.cite(latest.result.sources)),
        share=min(total.held / total.official, 1) if total.official else 1,
        share_says=telling.say(
            f"Danh mục có {total.held} trong {total.official} sản phẩm.",
            f"The catalogue has {total.held} of {total.official} products.",
        ),
        stars=(*_stars(latest, telling), _line(telling.say("Tổng", "Total"), total, telling)),
        notes=_notes(compared, latest, telling),
        unplaced=_unplaced(compared.held_by_district.get(None, 0), telling),
        districts=_districts(compared, telling, citations),
        kinds=_kinds(compared, telling),
    )


def on_record(compared: Compared, telling: Telling) -> str:
    """Say beside a count how many of them the catalogue has."""
    lacking = lacking_text(compared, telling)
    return telling.say(
        f"Danh mục đã ghi {compared.held}, {lacking}", f"On record here: {compared.held}, {lacking}"
    )


def lacking_text(compared: Compared, telling: Telling) -> str:
    """Say the difference: ``còn thiếu 5``, ``nhiều hơn 2``, ``đủ``."""
    if compared.missing:
        return telling.say(f"còn thiếu {compared.missing}", f"{compared.missing} missing")
    if compared.beyond:
        return telling.say(f"nhiều hơn {compared.beyond}", f"{compared.beyond} more")
    return telling.say("đủ", "complete")


def _said(latest: Entry, telling: Telling) -> str:
    total, when = latest.total, _when(latest.result, telling)
    vi = f"Lần đếm gần nhất ({when}) có {phrases.products_text(total.official, 'vi')} được công nhận. Danh mục này ghi được {total.held}"
    en = f"The latest count ({when}) has {phrases.products_text(total.official, 'en')} recognised. This catalogue has {total.held} on record"
    return f"{telling.say(vi, en)}: {lacking_text(total, telling)}."


def _when(result: Result, telling: Telling) -> str:
    assert result.date is not None
    inferred = telling.say(", suy ra", ", inferred") if result.date_inferred else ""
    return phrases.date_text(result.date, telling.lang) + inferred


def _stars(latest: Entry, telling: Telling) -> list[LedgerLine]:
    return [
        _line(capital(phrases.stars_text(stars, telling.lang)), each, telling)
        for stars, each in latest.by_stars.items()
    ]


def _line(what: str, compared: Compared, telling: Telling) -> LedgerLine:
    return LedgerLine(what, compared.official, compared.held, lacking_text(compared, telling))


def _notes(compared: Ledger, latest: Entry, telling: Telling) -> tuple[str, ...]:
    """Say how is counted, and what is on record besides."""
    said = [
        telling.say(
            "Tính vào đây hàng mà nguồn cho biết đã được công nhận đến ngày đếm, dù hạng nay đã hết.",
            "Counted are goods that sources report as recognised by the day of the count, though the rating may have ended since.",
        )
    ]
    if latest.by_stars and latest.unstated:
        said.append(
            telling.say(
                f"{phrases.products_text(latest.unstated, 'vi')} đã ghi chưa thấy nguồn nêu hạng, chỉ tính vào tổng.",
                f"For {phrases.products_text(latest.unstated, 'en')} on record no source states the stars; they count in the total alone.",
            )
        )
    if compared.not_confirmed:
        count = compared.not_confirmed
        said.append(
            telling.say(
                f"Danh mục còn có {phrases.products_text(count, 'vi')} chưa thấy nguồn nào nói đã được công nhận.",
                f"The catalogue also has {phrases.products_text(count, 'en')} that no source reports as recognised.",
            )
        )
    return tuple(said)


def _unplaced(count: int, telling: Telling) -> str:
    if not count:
        return ""
    return telling.say(
        f"{phrases.products_text(count, 'vi')} chưa rõ huyện.",
        f"The district of {phrases.products_text(count, 'en')} is not known.",
    )


def _districts(compared: Ledger, telling: Telling, citations: Citations) -> tuple[IndexLine, ...]:
    lines = [
        IndexLine(
            telling.here(phrases.unit_text(each.name, telling.lang)),
            telling.address("districts", each.id),
            compared.held_by_district.get(each.id, 0),
            detail=_counted_there(compared.of_districts.get(each.id), telling, citations),
        )
        for each in telling.edition.catalogue.districts.values()
    ]
    return tuple(sorted(lines, key=lambda line: (-line.count, line.address)))


def _counted_there(entry: Entry | None, telling: Telling, citations: Citations) -> str:
    """Say what a source counts in a district, beside what the catalogue had of it on that day; empty where none does."""
    if entry is None:
        return ""
    citations.cite(entry.result.sources)
    total, when = entry.total, _when(entry.result, telling)
    return telling.say(
        f"nguồn đếm {total.official} ({when}), danh mục ghi được {total.held}: {lacking_text(total, telling)}",
        f"a source counts {total.official} ({when}), the catalogue has {total.held}: {lacking_text(total, telling)}",
    )


def _kinds(compared: Ledger, telling: Telling) -> tuple[IndexLine, ...]:
    kinds = telling.edition.catalogue.kinds
    ranked = sorted(compared.held_by_kind.items(), key=lambda pair: (-pair[1], pair[0]))
    return tuple(
        IndexLine(telling.here(telling.kind_name(kinds[id_])), telling.address("kinds", id_), count)
        for id_, count in ranked
    )
