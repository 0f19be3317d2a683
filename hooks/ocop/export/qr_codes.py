"""QR codes (ISO/IEC 18004): that of a product's page, to print on a pack, and whatever else is told to a telephone."""

from __future__ import annotations

from io import BytesIO
from typing import Final

import segno

from ocop.addresses import absolute, of
from ocop.records import Product

# Codes with any of the eight masks can be read. To try them all would take longer than everything else.
_MASK: Final = 4
_QUIET_ZONE: Final = 4


def qr_code(product: Product, site_url: str) -> bytes:
    """Give the code of a product's page as a drawing, black on white; a sixth of it may be dirty or torn."""
    return drawn(absolute(of("products", "vi", product.id), site_url), product.name)


def drawn(text: str, title: str) -> bytes:
    """Draw a text as a code, with a title for whoever cannot see it."""
    code = segno.make(text, error="m", boost_error=False, micro=False, mask=_MASK)
    drawing = BytesIO()
    code.save(
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
