"""How the end of a rating or certificate is said: what ends, when, and how many days are left."""

from __future__ import annotations

from ocop.dates import PartialDate
from ocop.i18n import Lang
from ocop.i18n.phrases import date_text, number_text, pick, scheme_text, stars_text


def days_text(left: int, lang: Lang) -> str:
    """Say how far an end is: ``còn 34 ngày``, ``hôm nay là ngày cuối``, ``đã hết 12 ngày``; ``34 days left`` and so on."""
    if left == 0:
        return pick(("hôm nay là ngày cuối", "last day today"), lang)
    days = number_text(abs(left), lang)
    unit = "day" if abs(left) == 1 else "days"
    if left > 0:
        return pick((f"còn {days} ngày", f"{days} {unit} left"), lang)
    return pick((f"đã hết {days} ngày", f"ended {days} {unit} ago"), lang)


def ends_text(ends: PartialDate, lang: Lang, *, at_latest: bool = False) -> str:
    """Say when something ends, in short: ``28/12/2026``, ``cuối 12/2026``, ``cuối 2026``; ``end of 2026``.

    ``at_latest`` adds the doubt: ``chậm nhất cuối 2026``, ``end of 2026 at the latest``.
    """
    said = date_text(ends, lang)
    if ends.day is None:
        said = pick((f"cuối {said}", f"end of {said}"), lang)
    return pick((f"chậm nhất {said}", f"{said} at the latest"), lang) if at_latest else said


def subject_text(scheme: str | None, stars: int | None, lang: Lang) -> str:
    """Name what ends: a certificate by its scheme, a rating by its stars."""
    if scheme is not None:
        return scheme_text(scheme, lang)
    return (
        stars_text(stars, lang)
        if stars is not None
        else pick(("OCOP, không rõ hạng", "OCOP, stars not stated"), lang)
    )
