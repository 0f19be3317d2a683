"""How counts are said: how goods stand, and shares of a whole."""

from __future__ import annotations

from ocop.i18n import Lang
from ocop.i18n.phrases import pick

_STATUSES = {
    "holding": ("còn hiệu lực", "valid"),
    "unconfirmed": ("chưa rõ ngày công nhận", "date not confirmed"),
    "ended": ("đã hết hạn", "expired"),
    "none": ("chưa xác nhận hạng", "rating not confirmed"),
    "withdrawn": ("đã rút", "withdrawn"),
}


def status_text(status: str, lang: Lang) -> str:
    """Say how goods stand, as the head of a column of numbers does."""
    return pick(_STATUSES[status], lang)


def share_text(part: int, whole: int) -> str:
    """Give a share in per cent: 0 and 100 only for none and all.

    >>> share_text(1, 1000), share_text(999, 1000), share_text(0, 3), share_text(3, 3)
    ('1 %', '99 %', '0 %', '100 %')
    """
    if part in (0, whole):
        return "100 %" if part else "0 %"
    return f"{min(99, max(1, round(100 * part / whole)))} %"
