"""Pages at former addresses that lead on to the present one, without a script."""

from __future__ import annotations

from markupsafe import escape

from ocop import addresses
from ocop.i18n import Lang

_SAYS: dict[Lang, tuple[str, str]] = {
    "vi": ("Trang đã đổi địa chỉ", "Trang này đã chuyển sang địa chỉ mới."),
    "en": ("This page has moved", "This page has a new address."),
}


def redirect_html(address: str, target: str, lang: Lang, site_url: str) -> bytes:
    """Give the page at a former address; it refreshes to the target at once and links to it."""
    title, text = _SAYS[lang]
    href = escape(addresses.relative(target, address.count("/")))
    return (
        f'<!doctype html>\n<html lang="{lang}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta name="viewport" content="width=device-width,initial-scale=1">\n<title>{title}</title>\n'
        f'<meta name="robots" content="noindex">\n<link rel="canonical" href="{escape(site_url + target)}">\n'
        f'<meta http-equiv="refresh" content="0; url={href}">\n</head>\n<body>\n'
        f'<main><h1>{title}</h1><p><a href="{href}">{text}</a></p></main>\n</body>\n</html>\n'
    ).encode()
