"""What follows for a product from its recognitions on the edition's day."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from ocop.dates import PartialDate
from ocop.edition import Edition, Rating
from ocop.edition.standing import expiry, history
from ocop.export.plain import JsonObject, Plainly
from ocop.fields import About, Part
from ocop.records import Product, Recognition


@dataclass(frozen=True, slots=True)
class Standing:
    """A product's rating: ``stars`` only while it counts as rated, dates at the precision that is known."""

    stars: Annotated[
        int | None,
        About(
            vi="Hạng sao",
            en="Stars",
            hint="Chỉ có khi hạng còn hiệu lực hoặc chưa rõ ngày công nhận.",
            hint_en="Only while the rating holds or its date is not confirmed.",
            part=Part.RATING,
        ),
    ]
    rating_status: Annotated[
        str,
        About(
            vi="Tình trạng xếp hạng",
            en="Rating status",
            hint="holding: còn hiệu lực; unconfirmed: chưa rõ ngày công nhận; ended: đã hết hạn; none: chưa xác nhận;"
            " withdrawn: đã rút khỏi chương trình.",
            hint_en="holding, unconfirmed (date of recognition not known), ended, none (no recognition known) or"
            " withdrawn.",
            part=Part.RATING,
        ),
    ]
    rated_on: Annotated[PartialDate | None, About(vi="Ngày công nhận", en="Rated on", part=Part.RATING)]
    rating_expires: Annotated[
        PartialDate | None, About(vi="Hạng hết hạn", en="Rating expires", part=Part.RATING)
    ]
    rating_ends_at_latest: Annotated[
        PartialDate | None,
        About(
            vi="Chắc chắn hết hạn",
            en="Rating ends at the latest",
            hint="Khi chỉ biết ngày nguồn đầu tiên nhắc tới: 36 tháng sau ngày ấy.",
            hint_en="Where only the first report is dated: 36 months after it.",
            part=Part.RATING,
        ),
    ]


@dataclass(frozen=True, slots=True)
class RecognitionStanding:
    """How one recognition stands, and when it ends: for certain, or at the latest where only a report is dated."""

    status: Annotated[str, About(vi="Tình trạng", en="Status", part=Part.RATING)]
    expires: Annotated[PartialDate | None, About(vi="Hết hạn", en="Expires", part=Part.RATING)]
    ends_at_latest: Annotated[
        PartialDate | None, About(vi="Chắc chắn hết hạn", en="Ends at the latest", part=Part.RATING)
    ]


def standing(rating: Rating) -> Standing:
    """Tell how a product is rated."""
    recognition = rating.recognition
    return Standing(
        stars=rating.current_stars,
        rating_status=str(rating.status),
        rated_on=recognition.date if recognition is not None else None,
        rating_expires=None if rating.ends_at_latest else rating.ends,
        rating_ends_at_latest=rating.ends if rating.ends_at_latest else None,
    )


def recognitions(product: Product, edition: Edition, plainly: Plainly) -> list[JsonObject]:
    """Give a product's recognitions, newest first, each with how it stands on the day."""
    return [
        plainly.row(
            each, _recognition_standing(each, str(status)), first=("stars", "status", "date", "reported")
        )
        for each, status in history(product, edition.day)
    ]


def _recognition_standing(recognition: Recognition, status: str) -> RecognitionStanding:
    certain = recognition.date is not None or recognition.expires is not None
    end = expiry(recognition)
    return RecognitionStanding(status, end if certain else None, None if certain else end)
