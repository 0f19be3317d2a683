"""QR codes (ISO/IEC 18004): the way from a pack, a sheet or a catalogue to a page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape
from typing import Any, Final

import zxingcpp

_LEVEL: Final = "M"
_MASK: Final = 4
"""Codes with any of the eight masks can be read; to try them all would take longer than everything else."""
_AS_IT_IS: Final = "Unknown"
"""The letters are UTF-8, and no mark says so: every telephone guesses it, not every one knows the mark."""
_QUIET_ZONE: Final = 4
_DARK: Final = re.compile(rb"\x00+")


def code(text: str, title: str = "") -> bytes:
    """Give the code of an address, or of what a telephone takes, as a drawing: a sixth of it may be dirty or torn.

    Raises ValueError for more than a code can hold, some 2300 bytes.
    """
    made = zxingcpp.create_barcode(
        text.encode(), zxingcpp.BarcodeFormat.QRCode, ec_level=_LEVEL, eci=_AS_IT_IS, data_mask=_MASK
    )
    picture: Any = made.to_image(scale=1, add_quiet_zones=False)
    side, _ = picture.shape
    whole = side + 2 * _QUIET_ZONE
    named = f"<title>{escape(title)}</title>" if title else ""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {whole} {whole}">{named}'
        f'<path fill="#fff" d="M0 0h{whole}v{whole}H0z"/><path stroke="#000" d="{"".join(_lines(memoryview(picture).tobytes(), side))}"/></svg>'
    ).encode()


def _lines(picture: bytes, side: int) -> Iterator[str]:
    """Give the dark parts row by row, as lines of a path: where each begins, and how long it is."""
    for row in range(side):
        for run in _DARK.finditer(picture, row * side, (row + 1) * side):
            left, right = run.span()
            yield f"M{left - row * side + _QUIET_ZONE} {row + _QUIET_ZONE}.5h{right - left}"
