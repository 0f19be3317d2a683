"""Examples to copy from the page of open data: they run as they stand, with the site's own address in them."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from typing import Final

from ocop import addresses
from ocop.photos import CARD_SIZE, card_kind
from ocop.records import Product
from ocop.site.compose.telling import Telling
from ocop.site.views import Snippet

_PYTHON: Final = """\
import json
from urllib.request import urlopen

with urlopen("{site}data/products.json") as answer:
    products = json.load(answer)

for product in products:
    if product["rating_status"] == "holding":
        print(product["stars"], product["name"], product["rating_expires"], sep="\\t")
"""
_SHELL: Final = """\
curl -sS "{site}data/products.json" |
  jq -r '.[] | select(.rating_status == "holding") | [.stars, .name, .rating_expires] | @tsv'
"""
_R: Final = """\
products <- read.csv("{site}data/products.csv", fileEncoding = "UTF-8-BOM")
subset(products, rating_status == "holding", select = c(stars, name, rating_expires))
"""
_SHEETS: Final = '=IMPORTDATA("{site}data/products.csv")\n'
_BADGE: Final = '<a href="{page}"><img src="{picture}" alt="{alt}" height="52"></a>\n'
_CARD: Final = '<a href="{page}"><img src="{picture}" alt="{alt}" width="{width}" height="{height}" loading="lazy"></a>\n'
_CARD_WIDTH: Final = 480


def examples(telling: Telling) -> Iterator[Snippet]:
    """Give programs that list the goods whose rating holds, and a sheet that fetches them all."""
    site = _site(telling)
    python = telling.say("Chỉ cần Python 3, không cần cài thêm.", "Needs Python 3 and nothing else.")
    shell = telling.say("Cần curl và jq.", "Needs curl and jq.")
    yield Snippet("python", "Python", python, _PYTHON.format(site=site))
    yield Snippet("r", "R", "", _R.format(site=site))
    yield Snippet("shell", telling.say("Dòng lệnh", "Command line"), shell, _SHELL.format(site=site))
    sheets = telling.say("Dán vào một ô trống.", "Goes into an empty cell.")
    yield Snippet(
        "google", telling.say("Google Trang tính", "Google Sheets"), sheets, _SHEETS.format(site=site)
    )


def embeds(telling: Telling) -> Iterator[Snippet]:
    """Give what shows the rating of a product on other people's pages; the first of the listing serves as an example."""
    product = next(iter(telling.edition.listing), None)
    if product is None:
        return
    site, name = _site(telling), telling.name(product).text
    page = site + telling.address("products", product.id)
    badge = addresses.badge(product.id, telling.lang)
    alt = escape(telling.say(f"Hạng OCOP: {name}", f"OCOP rating: {name}"))
    yield Snippet(
        "badge",
        telling.say("Nhãn", "Badge"),
        "",
        _BADGE.format(page=page, picture=site + badge, alt=alt),
        badge,
    )
    card = _card(product, telling)
    if card:
        width, height = CARD_SIZE
        scaled = round(_CARD_WIDTH * height / width)
        code = _CARD.format(page=page, picture=site + card, alt=alt, width=_CARD_WIDTH, height=scaled)
        yield Snippet("card", telling.say("Thẻ", "Card"), "", code)


def _site(telling: Telling) -> str:
    """Give the site's address, or a place for it: a host is never made up."""
    return telling.settings.site_url or telling.say("ĐỊA-CHỈ-CỦA-DANH-MỤC/", "ADDRESS-OF-THE-CATALOGUE/")


def _card(product: Product, telling: Telling) -> str:
    """Give the address of the picture that stands for a product where it is shared; empty where none is made."""
    if telling.settings.cards is None:
        return ""
    kind = card_kind(has_photo=bool(telling.pictures(product)))
    return addresses.share(addresses.of("products", "vi", product.id), kind)
