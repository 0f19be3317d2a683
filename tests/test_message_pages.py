"""The staff guide's page for each message: it is there, says the same as the lesson, and nothing in it is left raw."""

from __future__ import annotations

import re
from functools import partial
from html import unescape
from importlib import import_module
from pathlib import Path

import pytest
from tests.catalogues import edition

from browsing import Open, violations
from hosting import ROOT
from ocop import addresses
from ocop.i18n.lessons import EXPLAINED, SAMPLES, TITLES
from ocop.i18n.messages import GROUPS, MESSAGES
from ocop.lessons import lessons
from ocop.site import Settings, render
from ocop.site.compose.message_guide import _headings, message_plans
from ocop.site.compose.telling import Telling
from ocop.site.model import Plan
from pages import PublishedPage

ART = ROOT / "overrides/assets/ocop/art"
SETTINGS = Settings("https://ocop.test/", None, ROOT, ART)


@pytest.fixture(scope="module")
def plans() -> dict[str, Plan]:
    """Plan the pages of the guide by their addresses."""
    planned = list(message_plans(Telling(edition(), "vi", SETTINGS)))
    assert len({plan.address for plan in planned}) == len(planned)
    return {plan.address: plan for plan in planned}


def html(plan: Plan) -> str:
    """Render a page."""
    return render(plan.page(), SETTINGS).body


def text_of(markup: str) -> str:
    """Give what a reader sees of some HTML, in one line."""
    return " ".join(unescape(re.sub(r"<[^>]+>", "", markup)).split())


def test_every_message_has_its_page(plans: dict[str, Plan]) -> None:
    """The address is made of the code, with hyphens; the list of all messages stands above them."""
    assert plans.keys() == {
        "huong-dan/thong-bao/",
        *(f"huong-dan/thong-bao/{code.replace('_', '-')}/" for code in MESSAGES),
    }
    assert plans[addresses.staff("messages", "utf16")].page().crumbs[-1] == (
        "Từng thông báo",
        "huong-dan/thong-bao/",
    )


def test_pages_are_composed_when_they_are_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    """Planning reads no docstring: a preview, which plans the whole site, does not wait for 150 pages."""
    too_early = partial(pytest.fail, "composed too early")
    monkeypatch.setattr(import_module("ocop.site.compose.message_guide"), "lessons", too_early)
    assert list(message_plans(Telling(edition(), "vi", SETTINGS)))


@pytest.mark.parametrize("code", MESSAGES)
def test_a_page_tells_the_whole_lesson(plans: dict[str, Plan], code: str) -> None:
    """Explanation, wrong, right and the English are all there, as they were written."""
    shown = html(plans[addresses.staff("messages", code)])
    lesson = lessons()[code]
    samples = SAMPLES.get(code, (lesson.wrong, lesson.right))
    assert (
        tuple(map(unescape, re.findall(r"<pre[^>]*><code>(.*?)</code></pre>", shown, re.DOTALL))) == samples
    )
    assert EXPLAINED[code] in text_of(shown)
    assert " ".join(lesson.rule).replace("``", "") in text_of(shown)
    assert f"<code>{code}</code>" in shown
    assert ("không ngăn việc đăng" in shown) == (lesson.severity == "warning")
    around = re.sub(r"<pre.*?</pre>", "", shown, flags=re.DOTALL)
    assert not re.search(r"\{\w+\}|`|None|<(p|li|h\d|code)[^>]*>\s*</\1>", around)


@pytest.mark.parametrize("code", MESSAGES)
def test_a_heading_is_short_and_its_own(code: str) -> None:
    """No two pages have one heading, and it fits on a phone; a heading of its own replaces only a bad one."""
    headings = list(_headings().values())
    heading = _headings()[code]
    assert headings.count(heading) == 1
    assert len(heading) <= 90
    assert heading[0].isupper() or heading[0] in '"…'
    assert TITLES.keys() <= MESSAGES.keys()


def test_the_index_leads_to_every_message_by_group(plans: dict[str, Plan]) -> None:
    """Each group has its heading and its messages in order, each with its own words."""
    view = plans["huong-dan/thong-bao/"].page().view
    assert [group.anchor for group in view.groups] == list(GROUPS)
    assert [line.address for group in view.groups for line in group.lines] == [
        addresses.staff("messages", code) for group in GROUPS.values() for code in group
    ]
    shown = html(plans["huong-dan/thong-bao/"])
    assert shown.count('class="must"') == sum(lesson.severity == "warning" for lesson in lessons().values())
    assert "‹điều đã viết›" in shown
    assert "{value}" not in shown


def test_neighbours_lead_through_all_pages(plans: dict[str, Plan]) -> None:
    """From the first message one can go on to the last, and back."""
    address, seen = addresses.staff("messages", next(iter(MESSAGES))), []
    while address:
        seen.append(address)
        after = plans[address].page().view.after
        address = after.address if after is not None else ""
    assert len(seen) == len(MESSAGES)
    assert plans[seen[1]].page().view.before.address == seen[0]
    assert plans[seen[0]].page().view.before is None


def test_every_link_of_a_page_leads_somewhere(built_site: Path) -> None:
    """The guide's pages, that of the fields and the list of messages are all published."""
    for code in ("no_producer", "utf16", "until_before_from"):
        page = PublishedPage.read(built_site / addresses.staff("messages", code) / "index.html", built_site)
        for link in page.links:
            path = built_site / page.resolve(link)[0]
            assert (path / "index.html").exists() or path.is_file(), link


# ---------------------------------------------------------------------------------------------- the browser


@pytest.mark.browser
@pytest.mark.parametrize(("width", "scheme"), [(320, "dark"), (1280, "light")])
@pytest.mark.parametrize("entry", ["too_long", "not_utf8", "rating_ended"])
def test_everybody_can_read_it(opened: Open, axe: str, entry: str, width: int, scheme: str) -> None:
    """On a phone as on a desk, light and dark: nothing for axe to find, nothing scrolls sideways."""
    with opened(addresses.staff("messages", entry), width, color_scheme=scheme) as page:
        page.evaluate(axe)
        assert violations(page) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width
