"""Lighthouse, asked about one page of each kind: access and search engines, 100 of 100."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from hosting import ROOT
from page_kinds import KINDS, Kind

pytestmark = pytest.mark.browser

PATIENCE = 600.0
"""Seconds to wait for Lighthouse: a busy machine is slow, and no speed is judged here."""


def asked(lang: str) -> dict[str, Kind]:
    """Give the kinds that are asked about in a language: every other one in English, where the templates are the same."""
    english = [name for name, kind in KINDS.items() if kind.en is not None][1::2]
    return {name: kind for name, kind in KINDS.items() if (name in english) == (lang == "en")}


def said_of(pages: dict[str, str], chrome: str) -> dict[str, dict[str, dict[str, object]]]:
    """Give what Lighthouse says of pages: scores and failed audits, by page and category."""
    if not (ROOT / "node_modules/lighthouse").is_dir():
        pytest.fail("Lighthouse is not installed: run the tests with `make test`")
    ran = subprocess.run(
        [Path(sys.executable).with_name("node"), ROOT / "tests/lighthouse.mjs", chrome, json.dumps(pages)],
        capture_output=True, text=True, check=False, timeout=PATIENCE, cwd=ROOT,
    )  # fmt: skip
    assert ran.returncode == 0, ran.stderr
    return {line["name"]: line["said"] for line in map(json.loads, ran.stdout.splitlines())}


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_lighthouse_finds_nothing_to_mend(base: str, chrome: str, lang: str) -> None:
    """Each kind has 100 for access, and 100 for search engines unless it asks them to stay away, as work lists do."""
    kinds = asked(lang)
    said = said_of(
        {name: base + (kind.en or kind.vi if lang == "en" else kind.vi) for name, kind in kinds.items()},
        chrome,
    )
    assert said.keys() == kinds.keys()
    categories = {
        name: ["accessibility", "seo"] if kind.is_told_to_search_engines else ["accessibility"]
        for name, kind in kinds.items()
    }
    faults = {
        (name, category): said[name][category]
        for name in kinds
        for category in categories[name]
        if said[name][category] != {"score": 100, "failed": []}
    }
    assert faults == {}
