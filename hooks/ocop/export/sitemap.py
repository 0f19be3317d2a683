"""What search engines are told: the site map (sitemaps.org, with languages beside each other) and robots.txt."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from xml.sax.saxutils import escape, quoteattr

from ocop.addresses import absolute

# The most that sitemaps.org allows in one file.
MOST = 50_000
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_SPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"

Listed = tuple[str, Mapping[str, str]]


def sitemap(addresses: Iterable[Listed], site_url: str) -> bytes:
    """Give the site map of pages, each with its addresses by language, itself included.

    Addresses are relative to the site. Where a page has a Vietnamese one, that is also for readers of other
    languages (``x-default``). More than `MOST` pages need `sitemap_files`.
    """
    entries = "".join(
        _entry(address, alternates, site_url) for address, alternates in sorted(addresses, key=_address)
    )
    opening = f'<urlset xmlns="{_SPACE}" xmlns:xhtml="http://www.w3.org/1999/xhtml">'
    return f"{_HEAD}{opening}\n{entries}</urlset>\n".encode()


def sitemap_files(addresses: Iterable[Listed], site_url: str) -> dict[str, bytes]:
    """Give ``sitemap.xml``, and where one file cannot hold all pages an index with its parts."""
    pages = sorted(addresses, key=_address)
    if len(pages) <= MOST:
        return {"sitemap.xml": sitemap(pages, site_url)}
    parts = {
        f"sitemap-{number}.xml": sitemap(pages[start : start + MOST], site_url)
        for number, start in enumerate(range(0, len(pages), MOST), 1)
    }
    return {"sitemap.xml": _index(parts, site_url), **parts}


def robots(site_url: str) -> bytes:
    """Give robots.txt: every page is open, and where the site map is.

    Pages of the staff are not named here: they say themselves that they are not to be listed.
    """
    return f"User-agent: *\nAllow: /\n\nSitemap: {absolute('sitemap.xml', site_url)}\n".encode()


def _address(listed: Listed) -> str:
    return listed[0]


def _index(parts: Iterable[str], site_url: str) -> bytes:
    entries = "".join(f"<sitemap><loc>{escape(absolute(part, site_url))}</loc></sitemap>\n" for part in parts)
    return f'{_HEAD}<sitemapindex xmlns="{_SPACE}">\n{entries}</sitemapindex>\n'.encode()


def _entry(address: str, alternates: Mapping[str, str], site_url: str) -> str:
    links = "".join(_links(alternates, site_url))
    return f"<url><loc>{escape(absolute(address, site_url))}</loc>{links}</url>\n"


def _links(alternates: Mapping[str, str], site_url: str) -> Iterator[str]:
    if len(alternates) == 1:  # a page of one language has nothing beside it
        return
    others = {"x-default": alternates["vi"]} if "vi" in alternates else {}
    for lang, address in {**alternates, **others}.items():
        href = quoteattr(absolute(address, site_url))
        yield f'<xhtml:link rel="alternate" hreflang={quoteattr(lang)} href={href}/>'
