"""The feed of recognitions and the site map, read back as machines read them."""

from __future__ import annotations

import dataclasses
import re
from datetime import date, datetime
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.catalogues import DAY, SITE, edition, producer, product

from ocop import export
from ocop.edition import Edition
from ocop.export.sitemap import MOST
from strategies import recognitions

ATOM = "{http://www.w3.org/2005/Atom}"
MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
XHTML = "{http://www.w3.org/1999/xhtml}"
RFC_3339 = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(Z|[+-]\d{2}:\d{2})")


def feed(made: Edition) -> ET.Element:
    """Parse the feed."""
    return parsed(written(made))


def written(made: Edition) -> bytes:
    """Give the feed of everything."""
    return export.feed(next(export.channels(made)), made, SITE)


def parsed(content: bytes) -> ET.Element:
    """Parse what was just made."""
    return ET.fromstring(content)  # noqa: S314 - our own bytes


def texts(node: ET.Element, path: str) -> list[str]:
    """Give the texts of all elements of a path."""
    return [each.text or "" for each in node.findall("/".join(ATOM + step for step in path.split("/")))]


def rated(**recognition: str) -> dict[str, Any]:
    """Write a product with one recognition."""
    return product(recognitions=[recognition])


def judge(root: ET.Element) -> None:
    """Hold a feed against the rules of RFC 4287 that concern ours."""
    assert root.tag == f"{ATOM}feed"
    for node in (root, *root.findall(f"{ATOM}entry")):
        for once in ("id", "title", "updated"):
            assert len(node.findall(ATOM + once)) == 1
        assert re.match(r"(https|tag):", texts(node, "id")[0])
        (updated,) = texts(node, "updated")
        assert RFC_3339.fullmatch(updated)
        assert datetime.fromisoformat(updated).tzinfo is not None
        relations = [link.get("rel") for link in node.findall(f"{ATOM}link")]
        assert relations.count("alternate") == 1
    assert texts(root, "author/name")
    assert [link.get("href") for link in root.findall(f"{ATOM}link") if link.get("rel") == "self"] == [
        f"{SITE}feed.xml"
    ]
    identities = texts(root, "entry/id")
    assert len(set(identities)) == len(identities) <= 100
    dates = texts(root, "entry/updated")
    assert dates == sorted(dates, reverse=True)


@given(st.lists(recognitions(), max_size=8))
def test_every_feed_keeps_the_rules(held: list[Any]) -> None:
    """Whatever is recognised, ids are unique, dates are whole, the newest comes first and nothing lies ahead."""
    made = edition(products={"muoi": product()})
    record = made.catalogue.products["muoi"].model_copy(update={"recognitions": tuple(held)})
    made = Edition.of(dataclasses.replace(made.catalogue, products={record.id: record}), DAY)
    root = feed(made)
    judge(root)
    assert all(updated[:10] <= DAY.isoformat() for updated in texts(root, "entry/updated"))


def test_entries_say_what_was_recognised() -> None:
    """A title has the name, the stars and the date as it is known; an unconfirmed date is called so."""
    made = edition(
        products={
            "a": rated(stars="5", date="2025") | {"name": "Muối tinh Bạc Liêu"},
            "b": rated(stars="4", date="2023-12-28"),
            "c": rated(stars="3", reported="2024-01"),
            "d": rated(date="2022"),
        }
    )
    assert texts(feed(made), "entry/title") == [
        "Muối tinh Bạc Liêu: 5 sao, 2025",
        "Muối hạt: 3 sao, chưa rõ ngày công nhận (nguồn nêu 1/2024)",
        "Muối hạt: 4 sao, 28/12/2023",
        "Muối hạt: được công nhận OCOP, 2022",
    ]


def test_undated_and_future_recognitions_are_no_news() -> None:
    """Without date and report there is no place in the order; what lies ahead has not happened."""
    made = edition(products={"a": rated(stars="5"), "b": rated(stars="5", date="2026-11-25"), "c": product()})
    assert feed(made).findall(f"{ATOM}entry") == []
    judge(feed(made))


def test_the_feed_does_not_know_the_day_of_the_build() -> None:
    """A later build without new recognitions gives the same bytes: readers see no false news."""
    goods = {"a": rated(stars="5", date="2025-02-03")}
    first, second = (edition(day=day, products=goods) for day in (date(2026, 1, 1), date(2026, 12, 1)))
    assert written(first) == written(second)
    assert texts(feed(first), "updated") == ["2025-02-03T00:00:00+07:00"]


def test_at_most_a_hundred_entries() -> None:
    """A feed stays small: the hundred newest."""
    goods = {f"m{number}": rated(stars="3", date=f"{2000 + number % 25}") for number in range(130)}
    root = feed(edition(products=goods))
    assert len(root.findall(f"{ATOM}entry")) == 100
    judge(root)


def test_equal_recognitions_of_one_product_have_ids_of_their_own() -> None:
    """Two decisions of one day with the same stars are two entries."""
    held = [{"stars": "4", "date": "2025", "decision": "1"}, {"stars": "4", "date": "2025", "decision": "2"}]
    judge(feed(edition(products={"a": product(recognitions=held)})))


def test_markup_in_a_record_is_only_text() -> None:
    """Tags, entities and the end of a CDATA section come back as they were written."""
    evil = "</title><entry>&lt;b&amp;\"']]><script>alert(1)</script>"
    made = edition(
        products={"a": rated(stars="4", date="2025", authority=evil) | {"name": evil, "producer": "htx"}},
        producers={"htx": producer(name=evil)},
    )
    root = feed(made)
    assert texts(root, "entry/title") == [f"{evil}: 4 sao, 2025"]
    assert texts(root, "entry/summary") == [f"{evil}; {evil}"]
    judge(root)


def test_the_site_map_names_every_page_with_its_languages() -> None:
    """Each page once, with whole addresses of itself, of the other language and for everybody else."""
    pair = {"vi": "san-pham/a/", "en": "en/products/a/"}
    root = parsed(export.sitemap([("san-pham/a/", pair), ("en/products/a/", pair), ("", {"vi": ""})], SITE))
    assert [each.text for each in root.iter(f"{MAP}loc")] == [
        SITE,
        f"{SITE}en/products/a/",
        f"{SITE}san-pham/a/",
    ]
    links = root.findall(f"{MAP}url")[2].findall(f"{XHTML}link")
    assert [(link.get("hreflang"), link.get("href")) for link in links] == [
        ("vi", f"{SITE}san-pham/a/"), ("en", f"{SITE}en/products/a/"), ("x-default", f"{SITE}san-pham/a/"),
    ]  # fmt: skip
    assert root.findall(f"{MAP}url")[0].findall(f"{XHTML}link") == []


@pytest.mark.parametrize(("pages", "files"), [(3, 1), (MOST, 1), (MOST + 1, 3)])
def test_no_part_of_the_site_map_is_too_long(pages: int, files: int) -> None:
    """More pages than one file may name are spread over several, found through an index."""
    made = export.sitemap_files(((f"a/{number}/", {"vi": f"a/{number}/"}) for number in range(pages)), SITE)
    assert len(made) == files
    if files > 1:
        named = [each.text for each in parsed(made["sitemap.xml"]).iter(f"{MAP}loc")]
        assert named == [f"{SITE}{name}" for name in made if name != "sitemap.xml"]
        assert sum(content.count(b"<url>") for content in made.values()) == pages


def test_robots_are_told_where_the_site_map_is() -> None:
    """Everything may be read, and the site map is named in full."""
    assert export.robots(SITE).decode().splitlines() == [
        "User-agent: *",
        "Allow: /",
        "",
        f"Sitemap: {SITE}sitemap.xml",
    ]
