"""The QR code of a product's page, to print on a pack."""

from __future__ import annotations

from ocop.addresses import absolute, of
from ocop.press import code
from ocop.records import Product


def qr_code(product: Product, site_url: str) -> bytes:
    """Give the code of a product's page as a drawing that bears its name."""
    return code(absolute(of("products", "vi", product.id), site_url), product.name)
