"""How many goods, by star and by standing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Annotated

from ocop.edition import Edition, Status
from ocop.fields import About
from ocop.records import Product


@dataclass(frozen=True, slots=True)
class Counts:
    """Goods counted on the edition's day; stars are those that hold or are unconfirmed."""

    products: Annotated[int, About(vi="Số sản phẩm", en="Products")]
    stars_5: Annotated[int, About(vi="5 sao", en="5 stars")]
    stars_4: Annotated[int, About(vi="4 sao", en="4 stars")]
    stars_3: Annotated[int, About(vi="3 sao", en="3 stars")]
    holding: Annotated[int, About(vi="Còn hiệu lực", en="Holding")]
    unconfirmed: Annotated[int, About(vi="Chưa rõ ngày công nhận", en="Date of recognition not confirmed")]
    ended: Annotated[int, About(vi="Đã hết hạn", en="Ended")]
    none: Annotated[int, About(vi="Chưa xác nhận hạng", en="Rating not confirmed")]
    withdrawn: Annotated[int, About(vi="Đã rút", en="Withdrawn")]


def count(products: Iterable[Product], edition: Edition) -> Counts:
    """Count goods as they stand on the day."""
    ratings = [edition.rating(each) for each in products]
    stars = Counter(rating.current_stars for rating in ratings)
    statuses = Counter(rating.status for rating in ratings)
    return Counts(
        products=len(ratings),
        stars_5=stars[5],
        stars_4=stars[4],
        stars_3=stars[3],
        holding=statuses[Status.HOLDING],
        unconfirmed=statuses[Status.UNCONFIRMED],
        ended=statuses[Status.ENDED],
        none=statuses[Status.NONE],
        withdrawn=statuses[Status.WITHDRAWN],
    )
