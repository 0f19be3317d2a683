"""The search in a browser: what people type, and what they find; through what the bundled script gives to other scripts."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any, Final

import brotli
import pytest
import yaml
from playwright.sync_api import Browser, Page

from hosting import DAY as BUILT
from hosting import ROOT
from ocop import addresses
from ocop.catalogue import load
from ocop.edition import Edition
from ocop.edition.standing import prospects, rating_of
from ocop.i18n import Lang
from ocop.site.compose.telling import Telling
from ocop.site.model import Settings
from ocop.text import fold

pytestmark = pytest.mark.browser

DAY: Final = date.fromisoformat(BUILT)
TABLE: Final[list[dict[str, str]]] = yaml.safe_load((ROOT / "tests/search/queries.yml").read_text("utf-8"))
FRONT: Final[dict[Lang, str]] = {"vi": "gioi-thieu/", "en": "en/about/"}
MOST_BYTES: Final = 25_000
BEGIN = """async () => {
  const { find, index } = document.querySelector(".lens").dataset
  window.find = await import(new URL(find, document.baseURI))
  window.index = await window.find.open(new URL(index, document.baseURI).href)
  const search = window.find.searcher(window.index)
  await search.ready
  window.ids = (text, options) => search(text, options).map(({ record }) => `${record.type}/${record.id}`)
}"""

Search = Callable[..., list[str]]


@pytest.fixture(scope="module")
def pages(browser: Browser, base: str) -> Iterator[dict[Lang, Page]]:
    """Open a page of each language and load the search as the header's lens names it."""
    opened: dict[Lang, Page] = {}
    for lang, front in FRONT.items():
        page = browser.new_page()
        page.clock.set_fixed_time(f"{BUILT}T05:00:00Z")
        page.goto(base + front)
        page.evaluate(BEGIN)
        opened[lang] = page
    yield opened
    for page in opened.values():
        page.close()


@pytest.fixture(params=addresses.LANGS)
def page(request: pytest.FixtureRequest, pages: dict[Lang, Page]) -> Page:
    """Give a page of either language."""
    lang: Lang = request.param
    return pages[lang]


@pytest.fixture
def search(page: Page) -> Search:
    """Give a function that searches and gives what it finds, best first."""

    def ask(text: str, **options: Any) -> list[str]:
        found: list[str] = page.evaluate("([text, options]) => window.ids(text, options)", [text, options])
        return found

    return ask


@pytest.fixture(scope="module")
def edition() -> Edition:
    """Give the records of which the site is made."""
    catalogue = load(ROOT).catalogue
    assert catalogue is not None
    return Edition.of(catalogue, DAY)


# What people type -------------------------------------------------------------------


@pytest.mark.parametrize("row", TABLE, ids=lambda row: row["query"])
def test_people_find_what_they_want(search: Search, row: dict[str, str]) -> None:
    """Each query of the table has its answer in first place or among the first three, in both languages."""
    found = search(row["query"])
    if "first" in row:
        assert found[:1] == [row["first"]]
    else:
        assert row["three"] in found[:3]


def test_the_table_is_long() -> None:
    """There are many queries, and each asks for something."""
    assert len(TABLE) >= 120
    assert len({tuple(row.items()) for row in TABLE}) == len(TABLE)
    assert all(("first" in row) != ("three" in row) for row in TABLE)


def written(name: str) -> tuple[str, ...]:
    """Give a name as it may be typed: with its marks, without, decomposed, in capitals."""
    return name, fold(name), unicodedata.normalize("NFD", name), name.upper()


def not_among_first(
    search: Search, wanted: dict[str, tuple[str, ...]], kind: str, count: int = 3
) -> list[str]:
    """Give the queries that do not find the record of their id among the first of its kind."""
    return [
        f"{query}: {id_}"
        for id_, names in wanted.items()
        for name in names
        for query in written(name)
        if f"{kind}/{id_}" not in search(query, types=[kind], limit=count)
    ]


def test_every_product_is_found_by_its_name(search: Search, edition: Edition) -> None:
    """Its Vietnamese or English name, however it is typed, brings a product among the first three."""
    wanted = {
        each.id: tuple(filter(None, (each.name, each.en.name if each.en is not None else None)))
        for each in edition.listing
    }
    assert not_among_first(search, wanted, "product") == []


def test_every_producer_is_found_by_each_of_its_names(search: Search, edition: Edition) -> None:
    """So is a producer by its name and by whatever else it is called."""
    wanted = {each.id: (each.name, *each.also_known_as) for each in edition.producers}
    assert not_among_first(search, wanted, "producer") == []


def test_every_commune_is_found_by_its_old_and_its_new_name(search: Search, edition: Edition) -> None:
    """The name before July 2025 and the one since then both lead to a commune; up to five are one now."""
    districts = edition.catalogue.districts.values()
    communes = [commune for each in districts for commune in each.communes]
    old = {commune.id: (commune.name,) for commune in communes}
    assert not_among_first(search, old, "commune") == []
    new = {commune.id: (commune.now.name,) for commune in communes if commune.now is not None}
    assert not_among_first(search, new, "commune", 6) == []


def test_a_kind_comes_with_its_goods_as_listings_have_them(search: Search, edition: Edition) -> None:
    """The kind itself first, then its goods by stars and standing, then what only mentions it."""
    for kind in ("muoi", "tom", "banh"):
        goods = [f"product/{each.id}" for each in edition.by_kind[kind]]
        called = edition.catalogue.kinds[kind].short or ""
        assert search(called)[: len(goods) + 1] == [f"kind/{kind}", *goods]


def test_marks_that_were_typed_count(search: Search) -> None:
    """What has the very marks comes before what has other ones; without marks all is found."""
    found = search("chả", types=["product"])
    assert all("/cha-bong" not in each for each in found[:8])
    assert "product/cha-bong-tom-nong-san-viet" in found
    assert set(search("cha", types=["product"])) == set(found)
    assert search("mè", types=["product"])[0] == "product/banh-gao-me-den-nong-san-viet"


@pytest.mark.parametrize("text", ["coop", "seafood", "xoài", "tomm", "muối xyzw", "wxyz"])
def test_a_plain_word_is_not_bent(search: Search, text: str) -> None:
    """A word that stands nowhere is not taken for another one, unless it is long and has one slip."""
    assert [each for each in search(text) if each.startswith("product/") and "muoi" not in each] == []


@pytest.mark.parametrize(
    "text",
    ["", " ", "a" * 10_000, "muối " * 2_000, "🦐🧂", ".*", "(?:)", "[", "\\", "a|b)(", "<script>alert(1)</script>", "{{ 7*7 }}",
     "' OR '1'='1", "\x00\x07", "\ud800", "constructor", "__proto__", "toString", "\u0301" * 500, "０" * 300],
)  # fmt: skip
def test_no_text_is_too_much(page: Page, text: str) -> None:
    """Whatever is typed, the search answers, and no answer holds anything but records."""
    found = page.evaluate("text => window.ids(JSON.parse(text))", json.dumps(text))
    assert isinstance(found, list)
    if not any(
        each in text for each in ("muối", "a|b", "7*7", "1")
    ):  # these hold words of names: Phường 1, Phường 7
        assert found == []


# What the index holds ---------------------------------------------------------------


def test_the_index_tells_every_record(pages: dict[Lang, Page], edition: Edition, built_site: Path) -> None:
    """Every product and producer is in the index under its id, with its names, and its address is that of a page."""
    for lang, page in pages.items():
        told = page.evaluate(
            "['products', 'producers'].map(all => window.index[all].map(({id, name, other, address}) => [id, name, other, address]))"
        )
        names = [
            (each.id, each.name, each.en.name if each.en is not None else None)
            for each in (*edition.listing, *edition.producers)
        ]
        expected = [
            [id_, en or vi, vi if en else ""] if lang == "en" else [id_, vi, en or ""]
            for id_, vi, en in names
        ]
        assert [row[:3] for rows in told for row in rows] == expected
        assert [
            row[3] for rows in told for row in rows if not (built_site / row[3] / "index.html").is_file()
        ] == []


def test_marks_go_on_telling_the_truth(pages: dict[Lang, Page], edition: Edition) -> None:
    """On the day of the build and around every later turn, each product has the mark that Python gives it."""
    turns = {last for each in edition.listing for last, _ in prospects(each, DAY) if last is not None}
    days = sorted({DAY, *turns, *(turn + timedelta(days=1) for turn in turns)})
    for lang, page in pages.items():
        telling = Telling(edition, lang, Settings("", None, Path(), Path()))
        expected = []
        for day in days:
            marks = [telling.mark_of(each, rating_of(each, day)) for each in edition.listing]
            expected.append(
                [[each.status, each.stars, each.label, each.spoken, each.state] for each in marks]
            )
        told = page.evaluate(
            """days => days.map(day => window.index.products.map(product => {
                 const { status, stars, label, spoken, state } = window.find.markOn(product, day)
                 return [status, stars, label, spoken, state]
               }))""",
            [day.isoformat() for day in days],
        )
        assert told == expected


def test_what_has_ended_since_comes_later(pages: dict[Lang, Page]) -> None:
    """Years after the build nothing passes for rated: what asks for stars finds nothing."""
    page = pages["vi"]
    assert page.evaluate("window.ids('5 sao')") != []
    assert page.evaluate("window.ids('5 sao', {day: '2040-01-01'})") == []


# What other scripts rely on ---------------------------------------------------------


def test_an_index_is_opened_once(page: Page) -> None:
    """Whoever asks again gets the same index, and its parts are filled in once."""
    assert page.evaluate("""async () => {
      const { find, index } = window
      const url = new URL(document.querySelector('.lens').dataset.index, document.baseURI).href
      const same = find.open(url) === find.open(url) && await find.open(url) === index
      return same && await find.complete(index) === index && await find.complete(index, 'codes') === index
    }""")


@pytest.mark.parametrize(
    "path", ["assets/ocop/none.json", "robots.txt", "gioi-thieu/", "data/programme.json"]
)
def test_what_is_no_index_is_told(page: Page, base: str, path: str) -> None:
    """A file that is missing, or is something else, gives an error that names it; another try asks again."""
    told = page.evaluate(
        """async url => {
             const fault = () => window.find.open(url).then(() => null, (fault) => [fault instanceof Error, fault.message])
             return [await fault(), await fault()]
           }""",
        base + path,
    )
    assert all(is_error and base + path in message for is_error, message in told)


def test_a_first_search_costs_little(built_site: Path) -> None:
    """Script, style and index together are a fraction of a photo, packed as a host packs them."""
    for lang in addresses.LANGS:
        files = [*built_site.glob("assets/ocop/find.*"), *built_site.glob(f"assets/ocop/find-{lang}.*")]
        assert len(files) == 3
        assert sum(len(brotli.compress(file.read_bytes(), quality=11)) for file in files) <= MOST_BYTES
