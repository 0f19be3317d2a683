"""Everything from a record is untrusted: nothing written there comes alive in a page, an export or an index."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
import yaml

from hosting import Project
from ocop.fields import Text
from ocop.records import District, Kinds, Producer, Product, Programme, Promotion, SalesPoint, Source
from pages import PublishedPage, pages_of

PAYLOADS = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "{{ 7 * 7 }}{% raw %}{{ page }}",
    '--8<-- "mkdocs.yml"',
    "{: onclick=alert(1) .planted}",
    "[đây](javascript:alert(1))",
    "![ảnh](https://evil.example/x.png)",
    '=HYPERLINK("https://evil.example")',
    "</script><script>alert(1)</script>",
    "<!-- planted --> &lt;b&gt; &amp;",
)
MODELS = (Product, Producer, SalesPoint, District, Kinds, Promotion, Programme, Source)
OWN_SCRIPT = re.compile(r"^(\.\./|\./)*assets/ocop/(ocop|check|list)\.\w+\.js$|^/assets/ocop/ocop\.\w+\.js$")


def text_fields() -> set[str]:
    """Name every field, of whatever model, that takes free text."""
    found: set[str] = set()
    seen: set[type] = set()

    def visit(model: type) -> None:
        if model in seen:
            return
        seen.add(model)
        for name, field in model.model_fields.items():  # type: ignore[attr-defined]
            if any(isinstance(each, Text) for each in field.metadata) or _takes_text(field.annotation):
                found.add(field.alias or name)
            for part in _models_in(field.annotation):
                visit(part)

    for model in MODELS:
        visit(model)
    return found


def _takes_text(annotation: Any) -> bool:
    if any(isinstance(each, Text) for each in getattr(annotation, "__metadata__", ())):
        return True
    return any(_takes_text(part) for part in getattr(annotation, "__args__", ()))


def _models_in(annotation: Any) -> list[type]:
    if hasattr(annotation, "model_fields"):
        return [annotation]
    return [model for part in getattr(annotation, "__args__", ()) for model in _models_in(part)]


class Planter:
    """Puts a payload into every text of a record, in turn."""

    def __init__(self) -> None:
        self.fields = text_fields() - {"unit"}  # also a word out of a fixed few, elsewhere
        self.planted: list[str] = []

    def plant(self, written: Any, key: str = "") -> Any:
        """Give the record with payloads in its texts."""
        if isinstance(written, dict):
            return {name: self.plant(value, name) for name, value in written.items()}
        if isinstance(written, list):
            return [self.plant(value, key) for value in written]
        if key in self.fields and isinstance(written, str) and not written.startswith("https://"):
            payload = PAYLOADS[len(self.planted) % len(PAYLOADS)]
            self.planted.append(payload)
            return payload
        return written


@pytest.fixture(scope="module")
def planted(whole_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the built site of the made-up catalogue with a payload in every text field of every record."""
    project = Project.make(tmp_path_factory.mktemp("planted"), whole_site)
    planter = Planter()
    for path in sorted(project.root.glob("products/**/*.yml")) + sorted(
        project.root.glob("catalogue/**/*.yml")
    ):
        written = yaml.load(path.read_text("utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 - every scalar stays text
        path.write_text(yaml.safe_dump(planter.plant(written), allow_unicode=True, sort_keys=False), "utf-8")
    assert len(planter.planted) > 10 * len(PAYLOADS), "the made-up catalogue has too few texts to plant in"
    outcome = project.build()
    assert outcome.code == 0, outcome.err
    return project.site


@pytest.fixture(scope="module")
def planted_pages(planted: Path) -> list[PublishedPage]:
    """Every page of the planted site."""
    return pages_of(planted)


def test_payloads_are_shown_as_text(planted_pages: list[PublishedPage]) -> None:
    """What staff wrote is on the pages, letter by letter: the other tests look at something."""
    shown = "\n".join(page.text for page in planted_pages)
    for payload in (
        "<script>alert(1)</script>",
        "{{ 7 * 7 }}",
        '--8<-- "mkdocs.yml"',
        "{: onclick=alert(1) .planted}",
    ):
        assert payload in shown


def test_no_script_but_our_own(planted_pages: list[PublishedPage]) -> None:
    """The only scripts are the catalogue's own file and structured data, which parses."""
    for page in planted_pages:
        for script in page.all("script"):
            own = OWN_SCRIPT.match(script.attributes.get("src", ""))
            data = script.attributes.get("type") in ("application/ld+json", "application/json")
            assert own or data, (page.address, script)
        assert all(each["@context"] == "https://schema.org" for each in page.data), page.address


def test_no_handler_no_planted_attribute(planted_pages: list[PublishedPage]) -> None:
    """No element has an event handler, a class or a picture that a record asked for."""
    for page in planted_pages:
        for element in page.elements:
            assert not [name for name in element.attributes if name.startswith("on")], (page.address, element)
            assert "planted" not in element.attributes.get("class", ""), (page.address, element)
            assert "evil.example" not in element.attributes.get("src", ""), (page.address, element)


def test_no_link_but_safe_ones(planted_pages: list[PublishedPage]) -> None:
    """Links lead inside the site, to https pages, or to a phone, mail or map."""
    for page in planted_pages:
        for element in page.all("a"):
            href = element.attributes.get("href", "")
            scheme = re.match(r"\s*([a-zA-Z][\w+.-]*):", href)
            assert scheme is None or scheme[1] in ("https", "tel", "mailto", "geo"), (page.address, href)


def test_templates_and_snippets_stay_text(planted_pages: list[PublishedPage]) -> None:
    """Template syntax is not computed, a snippet includes no file."""
    for page in planted_pages:
        assert "docs_dir" not in page.text, page.address
        assert not re.search(r"(?<![\d.,])49(?![\d.,])", "".join(each.text for each in page.all("h1"))), (
            page.address
        )


def test_exports_parse_and_hold_the_texts(planted: Path) -> None:
    """JSON and XML stay well-formed whatever was written; the texts come out as they went in."""
    for path in sorted(planted.glob("data/**/*.json")):
        json.loads(path.read_text("utf-8"))
    for name in ("feed.xml", "sitemap.xml"):
        tree = ET.parse(planted / name)  # noqa: S314 - our own file
        assert not [each for each in tree.iter() if each.tag.endswith("}script")]
    listed = json.loads((planted / "data/products.json").read_text("utf-8"))
    assert {each["name"] for each in listed} & set(PAYLOADS)


def test_no_cell_begins_a_formula(planted: Path) -> None:
    """A spreadsheet opens the tables without computing anything."""
    cells = 0
    for path in sorted(planted.glob("data/*.csv")):
        for row in csv.reader(io.StringIO(path.read_text("utf-8-sig"), newline="")):
            for cell in row:
                cells += 1
                numeric = re.fullmatch(r"-?\d+(\.\d+)?", cell)
                assert numeric or not re.match(r"[=+\-@\t\r]", cell), (path.name, cell)
    assert cells > 100
