"""The kinds of pages that the site has. A test that looks at each kind takes its pages from here.

A new kind of page is one entry: tests of its weight, of what it asks of a server, of how it is read and reached follow.
`test_budgets.py` fails for a page that belongs to no kind.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final

_PAGED = r"((trang|page)/\d+/)?"


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of page: what its addresses look like, what a first visit may weigh, and pages to look at.

    ``most`` counts HTML, style sheets and scripts in bytes, packed by brotli, without font and photos. ``vi`` and ``en``
    are the addresses of one page in both languages, ``states`` those of pages that look different.
    """

    addresses: str
    most: int
    vi: str
    en: str | None = None
    states: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))

    @property
    def is_for_staff(self) -> bool:
        """Tell whether it is a page for staff, which is in Vietnamese alone."""
        return self.vi.startswith(FOR_STAFF)

    @property
    def is_told_to_search_engines(self) -> bool:
        """Tell whether search engines may list it: work lists and lost addresses are nobody's affair."""
        return not self.vi.startswith(("bien-tap/", "404"))

    def has(self, address: str) -> bool:
        """Tell whether the page of an address is of this kind."""
        return re.fullmatch(self.addresses, address) is not None


FOR_STAFF: Final = ("bien-tap/", "huong-dan/")

# The front page may weigh 20 kB, a product 12; what holds no more than that has the figure of a product. A listing of 60
# carries the drawings of every kind of goods, weighs 20 kB too, and has half of one to spare for longer names. The group
# of all food has such a listing, and a map, its makers and its sources besides. The page of open data explains every field of
# three tables. Guides come with the theme's own style
# for Markdown, 7.6 kB.
KINDS: Final[Mapping[str, Kind]] = {
    "home": Kind(r"(en/)?", 20_000, "", "en/"),
    "product": Kind(
        r"(san-pham|en/products)/[^/]+/", 12_000,
        "san-pham/muoi-tinh-bac-lieu/", "en/products/muoi-tinh-bac-lieu/",
        {
            "unconfirmed": "san-pham/tom-chao-nong-san-viet/",
            "ended": "san-pham/kho-ca-keo-kieu-hanh/",
            "unrated": "san-pham/muoi-i-ot-bac-lieu/",
        },
    ),
    "products": Kind(rf"(san-pham|en/products)/{_PAGED}", 20_500, "san-pham/", "en/products/"),
    "stars": Kind(r"(xep-hang|en/stars)/", 20_000, "xep-hang/", "en/stars/"),
    "star": Kind(rf"(xep-hang|en/stars)/[^/]+/{_PAGED}", 20_000, "xep-hang/het-han/", "en/stars/expired/"),
    "kinds": Kind(r"(nhom|en/kinds)/", 20_000, "nhom/", "en/kinds/"),
    "kind": Kind(rf"(nhom|en/kinds)/[^/]+/{_PAGED}", 22_000, "nhom/tom/", "en/kinds/tom/"),
    "districts": Kind(r"(dia-phuong|en/districts)/", 12_000, "dia-phuong/", "en/districts/"),
    "district": Kind(
        rf"(dia-phuong|en/districts)/[^/]+/{_PAGED}", 20_000, "dia-phuong/vinh-loi/", "en/districts/vinh-loi/"
    ),
    "producers": Kind(r"(chu-the|en/producers)/", 12_000, "chu-the/", "en/producers/"),
    "producer": Kind(
        rf"(chu-the|en/producers)/[^/]+/{_PAGED}", 12_000, "chu-the/nong-san-viet/", "en/producers/nong-san-viet/"
    ),
    "sales-points": Kind(r"(diem-ban|en/sales-points)/", 12_000, "diem-ban/", "en/sales-points/"),
    "sales-point": Kind(
        rf"(diem-ban|en/sales-points)/[^/]+/{_PAGED}", 12_000,
        "diem-ban/trung-tam-dac-san-tu-son-chau-doc/", "en/sales-points/trung-tam-dac-san-tu-son-chau-doc/",
    ),
    "programme": Kind(r"chuong-trinh/|en/programme/", 16_000, "chuong-trinh/", "en/programme/"),
    "changes": Kind(rf"(thay-doi|en/changes)/{_PAGED}", 20_500, "thay-doi/", "en/changes/"),
    "check": Kind(r"kiem-tra/|en/check/", 16_000, "kiem-tra/", "en/check/"),
    "data": Kind(r"du-lieu/|en/data/", 16_000, "du-lieu/", "en/data/"),
    "list": Kind(r"danh-sach/|en/list/", 24_000, "danh-sach/", "en/list/"),
    "about": Kind(r"gioi-thieu/|en/about/", 20_000, "gioi-thieu/", "en/about/"),
    "work": Kind(r"bien-tap/", 12_000, "bien-tap/"),
    "work-list": Kind(
        r"bien-tap/(?!moi/).+/", 20_000, "bien-tap/dia-phuong/phuoc-long/",
    ),
    "guide": Kind(r"huong-dan/([^/]+/)?", 20_000, "huong-dan/"),
    "guide-fields": Kind(r"huong-dan/truong/([^/]+/)?", 16_000, "huong-dan/truong/product/"),
    "guide-messages": Kind(r"huong-dan/thong-bao/", 16_000, "huong-dan/thong-bao/"),
    "guide-message": Kind(r"huong-dan/thong-bao/[^/]+/", 12_000, "huong-dan/thong-bao/no-producer/"),
    "missing": Kind(r"404\.html", 12_000, "404.html"),
}  # fmt: skip
EDITOR: Final = "bien-tap/moi/"
"""The staff's editor is a program with pages of its own: `test_editor_browser.py` looks at it."""


def kind_of(address: str) -> str | None:
    """Give the name of a page's kind, or None."""
    return next(
        (
            name
            for name, kind in reversed(KINDS.items())  # what is more special stands below
            if kind.has(address)
        ),
        None,
    )


def pages() -> Mapping[str, str]:
    """Give a name and the address of every page to look at: of each kind in both languages, and its states."""
    found = {}
    for name, kind in KINDS.items():
        found[name] = kind.vi
        if kind.en is not None:
            found[f"{name}-en"] = kind.en
        found |= kind.states
    return found


def sample() -> Mapping[str, str]:
    """Give a page of each kind, its states, and every other kind in English too, which has the same template."""
    english = [name for name in PAGES if name.endswith("-en")]
    return {name: address for name, address in PAGES.items() if name not in english[::2]}


PAGES: Final = pages()
SAMPLE: Final = sample()
"""Pages to look at where each language adds little but the time it takes."""
