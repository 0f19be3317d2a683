"""Rendering: a page's view into HTML, in the only environment that ever sees a record's text.

Everything is escaped unless it is a drawing of the repository or a story out of `markdown`, and a name that a template
gets wrong is an error, not a hole. What a template may call depends on the page's language and on how deep the page
lies, and on nothing else: there is one environment for each such pair, so that the parts every page shares are set
up once.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping, MutableMapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, cached_property, partial
from pathlib import Path
from types import CodeType
from typing import Any
from urllib.parse import urlsplit

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template
from markupsafe import Markup, escape

from ocop import addresses
from ocop.i18n import Lang, phrases, words
from ocop.site.art import Art
from ocop.site.model import Page, Preview, Settings
from ocop.site.views import Row, Said, Section

SHARE_PICTURE = "assets/ocop/share.png"
SHARE_SIZE = (1200, 630)

_USED = re.compile(r'<use href="#(a-[\w-]+|s\d)"')
# Words that no line of a heading should part.
_TOGETHER = re.compile(r"Bạc Liêu|hẹn gì|được gì|\b\d+ (?:sao|stars?)\b")
_OUTSIDE = {"https", "mailto", "tel", "geo"}
_SCRIPT_UNSAFE = re.compile("[<>&\u2028\u2029]")


@dataclass(frozen=True, slots=True)
class Rendered:
    """A page's own HTML: what belongs into <head>, and what belongs into <main>."""

    head: str
    body: str


def render(page: Page, settings: Settings) -> Rendered:
    """Render one page; the templates lie in `overrides/ocop`, the drawings in `overrides/assets/ocop/art`."""
    return look(settings.art.parents[2] / "ocop", settings.art).render(page, settings)


@cache
def look(templates: Path, art: Path) -> Look:
    """Read templates and drawings once; ``look.cache_clear()`` has them read anew."""
    return Look(templates, Art.load(art))


@dataclass(frozen=True)
class Look:
    """The templates of a folder with the drawings they show."""

    templates: Path
    art: Art

    @cached_property
    def _loader(self) -> _Templates:
        return _Templates(self.templates)

    @cached_property
    def _symbols(self) -> Callable[[frozenset[str]], str]:
        return cache(self.art.symbols)

    @cached_property
    def _environments(self) -> dict[tuple[Lang, str], Environment]:
        return {}

    def environment(self, lang: Lang, root: str) -> Environment:
        """Give the environment of a language and of the way from a page to the site's root (``../../``)."""
        found = self._environments.get((lang, root))
        if found is None:
            found = self._environments[lang, root] = self._new(lang, root)
        return found

    def render(self, page: Page, settings: Settings) -> Rendered:
        """Render one page."""
        environment = self.environment(page.lang, _root(page, settings))
        values = {"page": page, "view": page.view}
        body = environment.get_template(page.template).render(values)
        symbols = self._symbols(frozenset(_USED.findall(body)))
        head = environment.get_template("head.html").render(values | _addresses(page, settings))
        return Rendered(head.strip(), symbols + body.strip())

    def _new(self, lang: Lang, root: str) -> Environment:
        environment = _Environment(
            loader=self._loader,
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
        )
        environment.globals = {
            **environment.globals,
            "art": self.art,
            "drawing": lambda name: Markup(self.art.drawing(name).svg),  # noqa: S704 - a drawing of the repository
            "heading": partial(heading, lang=lang),
            "json_ld": json_ld,
            "lang": lang,
            "leading_section": leading_section,
            "link": partial(_link, root),
            "outside": outside,
            "pictured": pictured,
            "said": partial(said, lang=lang),
            "t": words.of(lang).t,
            "weekdays": partial(phrases.weekdays, lang),
        }
        return environment


class _Environment(Environment):
    """An environment whose templates share its globals as they are, which spares every page a copy for each part."""

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """Give what a template may call: nothing is ever added for a single one."""
        return d or self.globals


class _Templates(FileSystemLoader):
    """Reads and compiles each template once, however many environments use it."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self._code: dict[str, CodeType] = {}

    def load(
        self,
        environment: Environment,
        name: str,
        globals: MutableMapping[str, Any] | None = None,  # noqa: A002 - Jinja's name
    ) -> Template:
        """Give a template to one environment."""
        if name not in self._code:
            source, filename, _ = self.get_source(environment, name)
            self._code[name] = environment.compile(source, name, filename)
        return Template.from_code(environment, self._code[name], environment.make_globals(globals))


def said(text: Said | str, lang: Lang) -> Markup:
    """Escape a text, and mark its language where that is not the page's."""
    if isinstance(text, str) or text.lang == lang:
        return escape(text if isinstance(text, str) else text.text)
    return Markup('<span lang="{}">{}</span>').format(text.lang, text.text)


def heading(text: Said | str, lang: Lang) -> Markup:
    """Escape a heading like ``said``, and keep together on one line what belongs together."""
    marked = str(said(text, lang))
    return Markup(_TOGETHER.sub(r'<span class="nb">\g<0></span>', marked))  # noqa: S704 - escaped a line above


def outside(url: str) -> str:
    """Give an address that leads out of the site; raises ValueError for one that could do more than that."""
    if urlsplit(url).scheme not in _OUTSIDE:
        raise ValueError(f"not an address to link to: {url!r}")
    return url


def json_ld(value: Mapping[str, Any]) -> Markup:
    """Write structured data so that nothing in it can end the script element that holds it."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return Markup(_SCRIPT_UNSAFE.sub(_as_escape, text))  # noqa: S704 - no < > & is left


def _as_escape(found: re.Match[str]) -> str:
    return f"\\u{ord(found[0]):04x}"


def pictured(rows: Sequence[Row], *, drawings: bool | None) -> bool:
    """Tell whether rows show pictures: always, never, or, for None, where they are of several kinds.

    With one photo in a list every row has a picture.
    """
    mixed = len({row.icon for row in rows}) > 1 if drawings is None else drawings
    return mixed or any(row.photo is not None for row in rows)


def leading_section(sections: Sequence[Section]) -> Section | None:
    """Give the section with the first photo of a list, None where there is none."""
    return next((each for each in sections if any(row.photo is not None for row in each.rows)), None)


def _link(root: str, address: str, fragment: str = "") -> str:
    path = (root + address) or "./"
    return f"{path}#{fragment}" if fragment else path


def _root(page: Page, settings: Settings) -> str:
    """Give the way from a page to the site's root; a page for lost addresses can be seen at any depth."""
    if page.template == "missing.html":
        return urlsplit(settings.site_url).path or "/"
    return "../" * page.depth


def _addresses(page: Page, settings: Settings) -> dict[str, Any]:
    """Give the absolute addresses of <head>; none where the site's own is not known, or for the page of lost ones."""
    base = settings.site_url if page.template != "missing.html" else ""
    others = {lang: base + page.alternates[lang] for lang in addresses.LANGS if lang in page.alternates}
    return {
        "absolute": base + page.address if base else "",
        "alternates": others if base and len(others) > 1 else {},
        "previews": previews(page, settings.site_url) if settings.site_url else (),
    }


def previews(page: Page, base: str) -> tuple[Preview, ...]:
    """Give a page's pictures for social networks by their whole addresses; the catalogue's own where it has none."""
    shown = page.previews or (Preview(SHARE_PICTURE, *SHARE_SIZE, words.of(page.lang).t("site")),)
    return tuple(replace(each, address=base + each.address) for each in shown)
