"""What header, footer and style links need to know of the page they stand on, framed or written by hand.

The theme's templates get it under the name ``ocop`` (see overrides/main.html). Texts are plain and addresses are links
from the page; the templates escape both.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from ocop import addresses
from ocop.dates import PartialDate
from ocop.i18n import Lang, phrases, words
from ocop.site.model import Asset

# The footer, which on a phone is the menu. What the site does not have is left out.
_INDEX: tuple[tuple[tuple[str, str], tuple[str, ...]], ...] = (
    (("Tra cứu", "Look up"), ("products", "kinds", "stars", "districts", "producers", "sales-points")),
    (("Tìm hiểu", "Learn more"), ("check", "changes", "programme", "about")),
    (("Lưu và dùng lại", "Save and reuse"), ("list", "data")),
    (("Dành cho người biên tập", "For staff"), ("work", "editor", "guide")),
)
_ASSETS = "assets/ocop/"
_HASH = re.compile(r"\.[0-9a-f]{8}(?=\.\w+$)")

Links = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Surroundings:
    """One page's surroundings.

    ``base`` leads from the page to the site's root, and is empty or ends with a slash. ``other_lang_href`` leads to the
    same page in the other language; in a frame it is the mark of that slot. ``pages`` are the addresses of all pages,
    ``assets`` those of the bundled files by their plain name.
    """

    lang: Lang
    section: str
    base: str
    other_lang_href: str
    built: date
    pages: Collection[str]
    assets: Mapping[str, str]

    @property
    def other_lang(self) -> Lang:
        """The language that ``other_lang_href`` leads to."""
        return other_lang(self.lang)

    @property
    def t(self) -> Callable[..., str]:
        """What says a word of the interface in the page's language."""
        return words.of(self.lang).t

    @property
    def home_href(self) -> str:
        """The link to the front page."""
        return self.link(addresses.of("home", self.lang))

    @property
    def all_products(self) -> str:
        """The address of the listing that search leads to."""
        return addresses.of("products", self.lang)

    @property
    def traders_list(self) -> str:
        """The link to the trader's list."""
        return self.link(addresses.of("list", self.lang))

    @property
    def sections(self) -> tuple[tuple[str, str, str], ...]:
        """The main menu in its order: name, label, link."""
        return tuple((name, *link) for name in addresses.SECTIONS for link in self._links([name]))

    @property
    def footer(self) -> tuple[tuple[str, Links], ...]:
        """The index of the whole site: headings, each with labels and links."""
        headed = ((phrases.pick(heading, self.lang), tuple(self._links(names))) for heading, names in _INDEX)
        return tuple((heading, links) for heading, links in headed if links)

    @property
    def day(self) -> str:
        """The day of the build in words."""
        return phrases.date_text(PartialDate.of(self.built), self.lang)

    def link(self, address: str) -> str:
        """Give the link to an address of the site."""
        return f"{self.base}{address}" or "./"

    def asset(self, name: str) -> str:
        """Give the link to a bundled file, `ocop.css`, whatever hash its real name holds; raises KeyError."""
        return self.link(self.assets[name])

    def _links(self, names: Iterable[str]) -> Iterator[tuple[str, str]]:
        for name in names:
            address = _address(name, self.lang)
            if address is not None and address in self.pages:
                yield phrases.collection_text(name, self.lang), self.link(address)


def asset_names(assets: Iterable[Asset]) -> dict[str, str]:
    """Give the addresses of the bundled files by their names without hash."""
    found = (asset.path for asset in assets if asset.path.startswith(_ASSETS))
    return {_HASH.sub("", path.removeprefix(_ASSETS)): path for path in found}


def other_lang(lang: Lang) -> Lang:
    """Give the language that a page has besides its own."""
    return next(other for other in addresses.LANGS if other != lang)


def lang_of(address: str) -> Lang:
    """Tell the language of a page written by hand: English ones lie in a folder of their own."""
    return "en" if address.startswith("en/") else "vi"


def alternates(address: str, pages: Collection[str]) -> dict[str, str]:
    """Give the addresses, by language, of a page written by hand: named pairs first, then the same name in ``en/``."""
    for pair in addresses.HAND_WRITTEN.values():
        if address in pair.values():
            return {lang: pair[lang] for lang in addresses.LANGS if pair[lang] in pages}
    vietnamese = address.removeprefix("en/")
    return {lang: found for lang, found in (("vi", vietnamese), ("en", f"en/{vietnamese}")) if found in pages}


def other_link(alternate: Mapping[str, str], lang: Lang, base: str) -> str:
    """Give the link to a page in the other language; to that language's front page where it has none."""
    other = other_lang(lang)
    return f"{base}{alternate.get(other, addresses.of('home', other))}" or "./"


def _address(name: str, lang: Lang) -> str | None:
    if name in addresses.STAFF:
        return addresses.STAFF[name] if lang == "vi" else None
    if name in addresses.HAND_WRITTEN:
        return addresses.HAND_WRITTEN[name][lang]
    try:
        return addresses.of(name, lang)
    except KeyError:
        return None
