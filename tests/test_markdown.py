"""Stories: a small, safe subset of Markdown, whatever somebody writes."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from urllib.parse import urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ocop.site.markdown import REL, TAGS, story

PIECES = (
    "javascript:alert(1)", "https://a.vn/", "data:text/html,x", "[", "](", ")", "<", ">", "&lt;", "&#106;", "![", "**", "*", "_",
    "\n", "\n\n", "- ", "1. ", "> ", "# ", "`", "```\n", "    ", "|---|", "<script>", "</script>", "<img src=x onerror=y>", "<a href=",
    '"', "'", "onclick=", "{{", "%}", "\\", "[r]: https://a.vn/ 'x'", "Muối", "\t",
)  # fmt: skip
WRITTEN = st.lists(st.sampled_from(PIECES) | st.text(max_size=12), max_size=24).map("".join)


class Tags(HTMLParser):
    """Every tag and attribute of some HTML."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a start tag."""
        self.found.append((tag, dict(attrs)))


@given(WRITTEN)
def test_a_story_holds_only_what_is_on_the_list(text: str) -> None:
    """Never another tag, another attribute, or a link to anything but the web."""
    for tag, attributes in Tags(story(text)).found:
        assert tag in TAGS
        assert set(attributes) <= ({"href", "rel"} if tag == "a" else set())
        if "href" in attributes:
            assert urlsplit(attributes["href"] or "").scheme == "https"
            assert attributes["rel"] == REL


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("Một.\n\nHai.", "<p>Một.</p>\n<p>Hai.</p>"),
        ("**đậm** và *nghiêng*", "<p><strong>đậm</strong> và <em>nghiêng</em></p>"),
        ("- một\n- hai", "<ul>\n<li>một</li>\n<li>hai</li>\n</ul>"),
        ("1. một\n2. hai", "<ol>\n<li>một</li>\n<li>hai</li>\n</ol>"),
        ("[báo](https://a.vn/?b=1&c=2)", f'<p><a href="https://a.vn/?b=1&amp;c=2" rel="{REL}">báo</a></p>'),
        ("<https://a.vn/>", f'<p><a href="https://a.vn/" rel="{REL}">https://a.vn/</a></p>'),
    ],
)
def test_what_a_story_may_hold(written: str, shown: str) -> None:
    """Paragraphs, emphasis, lists and links."""
    assert story(written) == shown


@pytest.mark.parametrize(
    "written",
    [
        "# Đề mục",
        "> trích",
        "```\nmã\n```",
        "`mã`",
        "| a | b |\n|---|---|\n| 1 | 2 |",
        "<b>đậm</b>",
        "a &lt; b",
        "Đề mục\n===",
        "---",
    ],
)
def test_other_syntax_stays_as_text(written: str) -> None:
    """What is not in the subset is shown as it was written, in a paragraph."""
    html = story(written)
    assert {tag for tag, _ in Tags(html).found} <= {"p", "ul", "li"}
    said = re.sub(r"<[^>]+>", "", html)
    assert all(word in said for word in re.findall(r"\w{2,}", written.replace("&lt;", "")))


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "http://a.vn/", "/san-pham/", "data:text/html,x", "//a.vn/"]
)
def test_a_link_that_is_not_https_stays_text(address: str) -> None:
    """The words are kept and lead nowhere."""
    html = story(f"Xem [bài này]({address}).")
    assert "bài này" in html
    assert "<a" not in html


def test_an_image_becomes_a_plain_link_or_text() -> None:
    """Photos lie beside the record; a story shows none."""
    assert "<img" not in story("![ảnh](https://a.vn/anh.png)")


def test_an_empty_story_is_empty() -> None:
    """Blank text gives nothing at all."""
    assert story(" \n\n ") == ""
