"""The page for an address that leads nowhere, which no list of pages holds: the host shows it in their stead."""

from __future__ import annotations

from ocop.site.compose.data import missing_view
from ocop.site.model import Page


def missing_page() -> Page:
    """Compose the page. It is in both languages at once: nobody knows whom it will meet."""
    view = missing_view()
    lang, title, text, _ = view.messages[0]
    return Page(
        address="404/",
        lang=lang,
        section="",
        title=title,
        description=text,
        template="missing.html",
        view=view,
        listed=False,
    )
