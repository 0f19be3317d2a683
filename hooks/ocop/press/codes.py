"""QR codes (ISO/IEC 18004): the way from a pack, a sheet or a catalogue to a page."""

from __future__ import annotations

from io import BytesIO
from typing import Final

import segno

# Codes with any of the eight masks can be read. To try them all would take longer than everything else.
_MASK: Final = 4
_QUIET_ZONE: Final = 4
_LEVEL: Final = "m"


def code(text: str, title: str | None = None) -> bytes:
    """Give the code of an address, or of what a telephone takes, as a drawing: a sixth of it may be dirty or torn."""
    drawn = segno.make(text, error=_LEVEL, boost_error=False, micro=False, mask=_MASK)
    drawing = BytesIO()
    drawn.save(
        drawing,
        kind="svg",
        border=_QUIET_ZONE,
        light="#fff",
        xmldecl=False,
        omitsize=True,
        svgclass=None,
        lineclass=None,
        title=title,
    )
    return drawing.getvalue()


def code_recipe() -> tuple[object, ...]:
    """Give what a code is made of besides its text and title, for a shelf's key."""
    return segno.__version__, _LEVEL, _MASK, _QUIET_ZONE
