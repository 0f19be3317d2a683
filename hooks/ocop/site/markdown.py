"""Stories: from the safe subset of Markdown to safe HTML.

Paragraphs, emphasis, lists and links; whatever else somebody writes stays as plain text. Two independent guards: the
parser knows no other syntax and takes no HTML, and the cleaner drops what is not on its list.
"""

from __future__ import annotations

from functools import cache

import nh3
from markdown_it import MarkdownIt

from ocop.site.views import Html

TAGS = frozenset({"p", "em", "strong", "ul", "ol", "li", "a", "br"})
REL = "nofollow noopener"
_RULES = ("paragraph", "list", "newline", "emphasis", "link", "autolink", "escape", "entity", "balance_pairs")


@cache
def _parser() -> MarkdownIt:
    parser = MarkdownIt("zero", {"html": False, "linkify": False, "maxNesting": 20}).enable(list(_RULES))
    # An address that is not https leaves the link as the text that was written.
    parser.validateLink = lambda url: url.lower().startswith("https://")  # type: ignore[method-assign]
    return parser


@cache
def _cleaner() -> nh3.Cleaner:
    return nh3.Cleaner(
        tags=set(TAGS),
        clean_content_tags={"script", "style"},
        attributes={"a": {"href"}},
        url_schemes={"https"},
        link_rel=REL,
        strip_comments=True,
    )


def story(text: str) -> Html:
    """Give a story as HTML that holds only ``TAGS``, links with ``href`` and ``rel`` alone."""
    return Html(_cleaner().clean(_parser().render(text)).strip())
