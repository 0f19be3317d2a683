"""The page of open data: what it says of the files is so, and what it gives to copy runs as it stands."""

from __future__ import annotations

import csv
import html
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser
from tests.catalogues import SITE, edition, product

from browsing import served
from hosting import ROOT
from ocop import export
from ocop.build import make
from ocop.export.versions import FORMAT_VERSION, VERSIONS
from ocop.i18n import Lang, phrases
from ocop.site.compose.data import data_view
from ocop.site.compose.telling import Telling
from ocop.site.model import OpenData, Settings
from ocop.site.views import DataView

PAGES = {"vi": "du-lieu/index.html", "en": "en/data/index.html"}
ADDRESS = "https://ocop.test/"
"""The address that the site of the tests is built for."""
TABLES = ("products", "producers", "sales-points")


def page_of(site: Path, lang: str = "vi") -> str:
    """Give the HTML of the page."""
    return (site / PAGES[lang]).read_text("utf-8")


def snippet(page: str, anchor: str) -> str:
    """Give a text to copy as the browser copies it."""
    found = re.search(rf'<pre id="{anchor}"[^>]*><code>(.*?)</code></pre>', page, re.DOTALL)
    assert found is not None
    return html.unescape(found[1])


def composed(site_url: str, lang: Lang = "vi", **written: Any) -> DataView:
    """Compose the page of a catalogue of one product."""
    made = edition(products={"muoi": product(**written)})
    return data_view(Telling(made, lang, Settings(site_url, None, Path(), Path())), OpenData())


# What it says ---------------------------------------------------------------------------


@pytest.mark.parametrize("lang", PAGES)
def test_each_file_is_there_with_its_size_and_rows(built_site: Path, lang: Lang) -> None:
    """The page links to every file of the data folder, and says how large it is and how many rows it has."""
    page = page_of(built_site, lang)
    up = "../" * PAGES[lang].count("/")
    for path in sorted((built_site / "data").glob("*.*")):
        name = path.name
        entry = re.search(rf'<li><a href="{re.escape(up)}data/{re.escape(name)}">.*?</li>', page, re.DOTALL)
        assert entry is not None, name
        assert phrases.bytes_text(path.stat().st_size, lang) in entry[0]
        if path.stem in TABLES and path.suffix != ".geojson":
            rows = len(json.loads((built_site / f"data/{path.stem}.json").read_text("utf-8")))
            assert phrases.count_text(rows, "dòng", "row", "rows", lang) in entry[0]


@pytest.mark.parametrize("table", TABLES)
def test_every_field_and_column_is_explained(built_site: Path, table: str) -> None:
    """Each key of a row has a line; each column of the sheet is its name or stands among its columns."""
    part = re.search(rf'<details class="sift" id="{table}">.*?</tbody>', page_of(built_site), re.DOTALL)
    assert part is not None
    lines = dict(re.findall(r'<th scope="row"><code>([\w-]+)</code></th><td>(.*?)</td>', part[0], re.DOTALL))
    rows = json.loads((built_site / f"data/{table}.json").read_text("utf-8"))
    assert list(lines) == list(rows[0])
    told = {name for key, line in lines.items() for name in (key, *re.findall(r"<code>(\w+)</code>", line))}
    with (built_site / f"data/{table}.csv").open(encoding="utf-8-sig", newline="") as sheet:
        assert set(next(csv.reader(sheet))) <= told
    for row in rows:
        for key, value in row.items():
            if isinstance(value, list) and value and isinstance(value[0], dict):
                assert set(value[0]) <= set(re.findall(r"<code>(\w+)</code>", lines[key]))


def test_what_is_allowed_is_said() -> None:
    """A field with fixed words names them, a number its bounds, and a list that is empty everywhere what its entries have."""
    made = edition(products={"muoi": product()})
    site = make(made, Settings(SITE, None, ROOT / "build/assets", ROOT / "overrides/assets/ocop/art")).site
    plan = next(each for each in site.pages if each.address == "du-lieu/")
    lines = {line.name: line for table in plan.page().view.tables[:1] for line in table.fields}
    assert lines["mention"].holds == "chữ, một trong: assessed, named"
    assert lines["proposed_stars"].holds == "số nguyên 1–5"
    assert lines["producer"].columns[:2] == ("producer_id", "producer_name")
    assert [key for key, _ in lines["packs"].inner] == ["size", "price", "gtin", "priced"]


def test_the_page_names_the_version_and_the_day(built_site: Path) -> None:
    """The version is that of the data package, and a citation names the day of the edition and the address."""
    package = json.loads((built_site / "data/datapackage.json").read_text("utf-8"))
    page = page_of(built_site)
    assert package["version"] == FORMAT_VERSION == VERSIONS[0].number
    assert f"<dt>{FORMAT_VERSION}</dt>" in page
    assert snippet(page, "cite") == f"Danh mục hàng OCOP Bạc Liêu, bản ngày 24/11/2026. {ADDRESS} (CC BY 4.0)"


def test_the_form_of_the_data_changes_with_its_version() -> None:
    """Whoever adds, renames or drops a column raises the version, says so in `export/versions.py`, and notes the columns here.

    tests/open_data_format.json: {"version": …, "products": [names of the columns], …}
    """
    kept = json.loads((ROOT / "tests/open_data_format.json").read_text("utf-8"))
    outlines = export.exported(edition(products={"muoi": product()}), SITE).outlines
    now = {table.name: [column.name for column in table.columns] for table in outlines}
    assert {"version": FORMAT_VERSION, **now} == kept


# What it gives to copy ------------------------------------------------------------------


def holding(site: Path) -> list[str]:
    """Give what the examples list: the goods whose rating holds, a line each."""
    goods = json.loads((site / "data/products.json").read_text("utf-8"))
    return [
        "\t".join(
            str(each[key]) if each[key] is not None else "None" for key in ("stars", "name", "rating_expires")
        )
        for each in goods
        if each["rating_status"] == "holding"
    ]


@pytest.mark.parametrize("lang", PAGES)
def test_the_python_example_runs(built_site: Path, lang: str) -> None:
    """Copied from the page, with a server of our own in the site's place, it lists the goods whose rating holds."""
    with served(built_site) as base:
        program = snippet(page_of(built_site, lang), "python").replace(ADDRESS, base)
        assert ADDRESS not in program
        ran = subprocess.run(
            [sys.executable, "-X", "utf8", "-I", "-c", program],
            capture_output=True,
            encoding="utf-8",
            check=True,
        )
    assert ran.stdout.splitlines() == holding(built_site)
    assert ran.stdout


@pytest.mark.skipif(not (shutil.which("jq") and shutil.which("curl")), reason="curl and jq are not installed")
def test_the_example_for_a_command_line_runs(built_site: Path) -> None:
    """Likewise, with curl and jq."""
    with served(built_site) as base:
        program = snippet(page_of(built_site), "shell").replace(ADDRESS, base)
        ran = subprocess.run(["bash", "-c", program], capture_output=True, encoding="utf-8", check=True)
    assert ran.stdout.splitlines() == [line.replace("None", "") for line in holding(built_site)]


@pytest.mark.skipif(not shutil.which("Rscript"), reason="R is not installed")
def test_the_example_in_r_runs(built_site: Path) -> None:
    """Likewise, with what R brings along."""
    with served(built_site) as base:
        program = snippet(page_of(built_site), "r").replace(ADDRESS, base)
        ran = subprocess.run(
            ["Rscript", "--vanilla", "-"], input=program, capture_output=True, encoding="utf-8", check=True,
            env={**os.environ, "LC_ALL": "C.UTF-8"},
        )  # fmt: skip
    head, *lines = ran.stdout.splitlines()
    assert head.split() == ["stars", "name", "rating_expires"]
    assert len(lines) == len(holding(built_site))
    assert all(line.split("\t")[1] in shown for line, shown in zip(holding(built_site), lines, strict=True))


@pytest.mark.parametrize("lang", PAGES)
def test_what_one_embeds_is_there(built_site: Path, lang: str) -> None:
    """The picture and the page of each snippet are published, the picture says what it is, and no script is asked for."""
    for anchor in ("badge", "card"):
        code = snippet(page_of(built_site, lang), anchor)
        page, picture = (code.partition(f'{name}="')[2].partition('"')[0] for name in ("href", "src"))
        assert (built_site / page.removeprefix(ADDRESS) / "index.html").is_file()
        assert (built_site / picture.removeprefix(ADDRESS)).is_file()
        assert re.search(r'alt="[^"]+"', code)
        assert "script" not in code


def test_a_name_cannot_leave_its_attribute() -> None:
    """A product's name in a snippet is escaped twice: once for the page, once for whoever pastes it."""
    view = composed(SITE, name='Muối "><script>alert(1)</script>')
    (badge,) = view.embeds
    assert "<script>" not in badge.code
    assert 'alt="Hạng OCOP: Muối &quot;&gt;&lt;script&gt;' in badge.code


@pytest.mark.parametrize(
    ("lang", "place"), [("vi", "ĐỊA-CHỈ-CỦA-DANH-MỤC/"), ("en", "ADDRESS-OF-THE-CATALOGUE/")]
)
def test_no_address_is_made_up(lang: Lang, place: str) -> None:
    """Where nobody has said under which address the site will stand, there is a place for it, and no host."""
    view = composed("", lang)
    for each in (*view.examples, *view.embeds):
        assert place in each.code
        assert "://" not in each.code
    assert "://" not in view.citation.code


def test_an_empty_catalogue_has_nothing_to_embed() -> None:
    """Without products there is no example of a badge, and the page still stands."""
    telling = Telling(edition(), "vi", Settings(SITE, None, Path(), Path()))
    assert data_view(telling, OpenData()).embeds == ()


@pytest.mark.browser
def test_a_snippet_is_copied_as_it_stands(browser: Browser, base: str) -> None:
    """The button copies the text beside it, not the page's address, and says so."""
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(base + "du-lieu/")
    button = page.locator("button[data-of=badge]")
    button.click()
    page.wait_for_function("document.querySelector('button[data-of=badge] ~ [role=status]').textContent")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == page.locator("#badge").text_content()
    context.close()


@pytest.mark.parametrize(("size", "vi", "en"), [(0, "0 kB", "0 kB"), (440, "0,4 kB", "0.4 kB"), (9_949, "9,9 kB", "9.9 kB"),
                                                (9_950, "10 kB", "10 kB"), (999_499, "999 kB", "999 kB"), (999_500, "1 MB", "1 MB"),
                                                (1_250_000, "1,2 MB", "1.2 MB")])  # fmt: skip
def test_sizes_are_said_as_people_say_them(size: int, vi: str, en: str) -> None:
    """One digit after the comma below ten, none above; a comma in Vietnamese, a point in English."""
    assert (phrases.bytes_text(size, "vi"), phrases.bytes_text(size, "en")) == (vi, en)
