"""A rating in words that stay true where nobody can bring them up to the day: pictures, badges, prints.

They say until when, since when and as of which source, never that a rating is valid.
"""

from __future__ import annotations

from dataclasses import dataclass

from ocop.dates import PartialDate
from ocop.edition.model import Edition
from ocop.edition.standing import Rating, Status
from ocop.i18n import Lang, phrases
from ocop.i18n.phrases import pick
from ocop.records import Product


@dataclass(frozen=True, slots=True)
class Lasting:
    """A rating in two short lines; ``state`` is empty where there is no more to say."""

    label: str
    state: str


def lasting(product: Product, edition: Edition, lang: Lang) -> Lasting:
    """Say a product's rating so that it stays true."""
    rating = edition.rating(product)
    match rating.status:
        case Status.HOLDING if rating.ends is not None:
            until = phrases.until_text(_holds_until(product, rating.ends, edition), lang)
            return Lasting(held(rating.stars, lang), pick(("hiệu lực đến ", "valid to "), lang) + until)
        case Status.HOLDING | Status.UNCONFIRMED:
            return _reported(rating, lang)
        case Status.ENDED:
            return Lasting(once_held(rating.stars, lang), ended(rating, lang))
        case Status.WITHDRAWN:
            return Lasting(pick(("Đã rút", "Withdrawn"), lang), left(rating, lang))
        case Status.NONE:
            return Lasting(no_rating(product, lang), "")


def held(stars: int | None, lang: Lang) -> str:
    """Name a rating that counts."""
    if stars is None:
        return pick(("OCOP, nguồn không ghi hạng", "OCOP, stars not stated"), lang)
    return phrases.stars_text(stars, lang)


def once_held(stars: int | None, lang: Lang) -> str:
    """Name an ended rating: no stars are drawn for it."""
    if stars is None:
        return pick(("Từng là OCOP", "Formerly OCOP"), lang)
    return pick(("Từng đạt ", "Formerly "), lang) + phrases.stars_text(stars, lang)


def ended(rating: Rating, lang: Lang) -> str:
    """Say in a clause when a rating ended."""
    if rating.ends is None:
        return pick(("đã hết hạn", "expired"), lang)
    return phrases.ended_text(rating.ends, lang, at_latest=rating.ends_at_latest, short=True)


def left(rating: Rating, lang: Lang) -> str:
    """Say that a product has left the programme, and when."""
    since = rating.withdrawal.date if rating.withdrawal is not None else None
    when = f" {phrases.date_text(since, lang)}" if since is not None else ""
    return pick(("Rút khỏi chương trình", "Left the programme"), lang) + when


def no_rating(product: Product, lang: Lang) -> str:
    """Say plainly that no rating is on record, and what is known instead."""
    told = evidence(product, lang)
    if not told:
        return pick(("Chưa ghi nhận hạng sao", "No star rating on record"), lang)
    return pick(("Chưa xác nhận hạng OCOP: ", "OCOP rating not confirmed: "), lang) + told


def evidence(product: Product, lang: Lang) -> str:
    """Say what sources tell of a product that has no recognition; empty where they tell nothing."""
    if product.assessed is not None:
        when = phrases.date_in_sentence(PartialDate(product.assessed.year, product.assessed.month), lang)
        return pick((f"đã dự đánh giá {when}, chưa rõ kết quả", f"assessed {when}, result not known"), lang)
    if product.mention == "assessed":
        return pick(("đã dự đánh giá cấp tỉnh, chưa rõ ngày và kết quả",
                     "assessed by the province, date and result not known"), lang)  # fmt: skip
    if product.mention == "named":
        return pick(("nguồn nêu tên, không ghi hạng sao", "named among OCOP goods, stars not stated"), lang)
    return ""


def _holds_until(product: Product, ends: PartialDate, edition: Edition) -> PartialDate:
    """Give the end of a rating, or the day before something else takes its place."""
    until, _ = edition.prospects(product)[0]
    return ends if until is None or until >= ends.last else PartialDate.of(until)


def _reported(rating: Rating, lang: Lang) -> Lasting:
    stars = phrases.stars_text(rating.stars, lang) if rating.stars is not None else "OCOP"
    unclear = pick(("chưa rõ ngày", "date not confirmed"), lang)
    since = rating.recognition.reported if rating.recognition is not None else None
    if since is None:
        return Lasting(stars + pick((" theo nguồn", " reported"), lang), unclear)
    when = phrases.date_text(since, lang)
    return Lasting(stars + pick((f" theo nguồn {when}", f" reported in {when}"), lang), unclear)
