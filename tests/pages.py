"""A published page, read back as a reader of HTML sees it."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urljoin, urlsplit

VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}


@dataclass
class Element:
    """One start tag: its name, its attributes and the text inside it."""

    tag: str
    attributes: dict[str, str]
    text: str = ""
    lang: str = ""
    own: list[str] = field(default_factory=list)
    """The pieces of text that stand in it alone, not in an element inside it."""

    @property
    def choice(self) -> list[tuple[str, str]]:
        """What `srcset` offers: links, each with its width."""
        offers = self.attributes.get("srcset", "").split(", ")
        return [(link, width) for link, _, width in (offer.partition(" ") for offer in offers) if link]


@dataclass
class PublishedPage:
    """A page of the site: where it lies, and every element of it in order."""

    path: Path
    address: str
    elements: list[Element] = field(default_factory=list)

    @classmethod
    def read(cls, path: Path, site: Path) -> PublishedPage:
        """Read a page of a site."""
        address = path.relative_to(site).as_posix().removesuffix("index.html")
        page = cls(path, address)
        _Reader(page).feed(path.read_text("utf-8"))
        return page

    def all(self, tag: str, **attributes: str) -> list[Element]:
        """Give the elements of a name whose attributes have these values."""
        return [
            each
            for each in self.elements
            if each.tag == tag and all(each.attributes.get(key) == value for key, value in attributes.items())
        ]

    @property
    def ids(self) -> set[str]:
        """What a fragment may lead to."""
        return {each.attributes["id"] for each in self.elements if "id" in each.attributes}

    @property
    def links(self) -> list[str]:
        """What the page links to or loads."""
        keys = ("href", "src", "action", "poster")
        single = [
            each.attributes[key]
            for each in self.elements
            for key in keys
            if key in each.attributes and each.tag != "use"
        ]
        return single + [link for each in self.elements for link, _ in each.choice]

    @property
    def data(self) -> list[Any]:
        """The page's structured data."""
        return [json.loads(each.text) for each in self.all("script", type="application/ld+json")]

    @property
    def text(self) -> str:
        """Everything a reader reads."""
        return self.all("body")[0].text

    def spoken(self) -> list[tuple[str, str]]:
        """Give each piece of text of the body with the language it says to be in."""
        silent = ("script", "style", "title", "code", "pre", "template")
        return [(text, each.lang) for each in self.elements if each.tag not in silent for text in each.own]

    def resolve(self, link: str) -> tuple[str, str]:
        """Give the address inside the site and the fragment that a relative link leads to."""
        parts = urlsplit(urljoin(f"https://site.test/{self.address}", link))
        return unquote(parts.path).lstrip("/"), unquote(parts.fragment)


class _Reader(HTMLParser):
    def __init__(self, page: PublishedPage) -> None:
        super().__init__(convert_charrefs=True)
        self._page = page
        self._open: list[Element] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {key: value or "" for key, value in attrs})
        element.lang = element.attributes.get("lang") or (self._open[-1].lang if self._open else "")
        self._page.elements.append(element)
        if tag not in VOID:
            self._open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._page.elements.append(Element(tag, {key: value or "" for key, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        for index in range(len(self._open) - 1, -1, -1):
            if self._open[index].tag == tag:
                del self._open[index:]
                return

    def handle_data(self, data: str) -> None:
        if self._open:
            self._open[-1].own.append(data)
        hidden = any(each.tag in ("script", "style", "title") for each in self._open)
        for element in self._open:
            if not hidden or element.tag in ("script", "style", "title"):
                element.text += data


def pages_of(site: Path) -> list[PublishedPage]:
    """Read every page of a site."""
    return [PublishedPage.read(path, site) for path in sorted(site.rglob("*.html"))]
