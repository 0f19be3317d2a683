"""The page for an address that leads nowhere, which no list of pages holds: the host shows it in their stead."""

from __future__ import annotations

from ocop import addresses
from ocop.i18n import Lang
from ocop.site.model import Page
from ocop.site.views import Link, MissingView, Said


def missing_page() -> Page:
    """Compose the page. It is in both languages at once: nobody knows whom it will meet."""
    view = _view()
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


def _view() -> MissingView:
    def links(lang: Lang, words: tuple[str, str, str]) -> tuple[Link, ...]:
        targets = ("home", "products", "kinds")
        return tuple(
            Link(Said(word, lang), addresses.of(target, lang))
            for word, target in zip(words, targets, strict=True)
        )

    return MissingView((
        ("vi", "Không tìm thấy trang này", "Địa chỉ có thể đã đổi, hoặc mã in trên bao bì chưa có trong danh mục.",
         links("vi", ("Trang đầu", "Tất cả sản phẩm", "Loại hàng"))),
        ("en", "This page was not found", "The address may have changed, or the code on the pack is not in the catalogue yet.",
         links("en", ("Front page", "All products", "Kinds of goods"))),
    ))  # fmt: skip
