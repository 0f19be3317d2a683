"""The order of listings: a total one, the same in every build."""

from __future__ import annotations

from typing import Any

from ocop.edition.standing import Rating, Status
from ocop.records import Product, Promotion
from ocop.text import vietnamese_order

_STATUS_RANK = {status: rank for rank, status in enumerate(Status)}
_LAST_RANK = 1_000_000


def listing_key(product: Product, rating: Rating, promotion: Promotion | None) -> tuple[Any, ...]:
    """Give the sort key of a product among others.

    Higher stars first, holding before unconfirmed, then promoted (campaigns by their rank), then Vietnamese
    alphabetical order, then id. A promotion thus never lifts over a star.
    """
    return (
        -(rating.current_stars or 0),
        _STATUS_RANK[rating.status],
        promotion_rank(promotion),
        vietnamese_order(product.name),
        product.id,
    )


def promotion_rank(promotion: Promotion | None) -> int:
    """Give the place of a campaign, the ones without a rank after the others, no campaign last."""
    if promotion is None:
        return _LAST_RANK + 1
    return promotion.rank if promotion.rank is not None else _LAST_RANK


def is_liftable(rating: Rating) -> bool:
    """Tell whether a promotion may lift a product: only what is or was rated has a level to be lifted in."""
    return rating.status in (Status.HOLDING, Status.UNCONFIRMED, Status.ENDED)
