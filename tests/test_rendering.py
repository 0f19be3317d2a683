"""Templates: every kind of page, full and bare, says what its view holds and nothing else."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest

import sample_views as samples
from ocop.i18n import words
from ocop.site import rendering
from ocop.site.art import Art, ArtError
from ocop.site.model import Preview, Settings
from ocop.site.views import Bit, Link, Said

ROOT = Path(__file__).parents[1]
OVERRIDES = ROOT / "overrides"
ART = OVERRIDES / "assets/ocop/art"
SETTINGS = Settings("https://ocop.test/", "", bundle=ROOT, art=ART)
TEMPLATES = [
    OVERRIDES / "main.html",
    *OVERRIDES.glob("ocop/**/*.html"),
    *OVERRIDES.glob("partials/ocop-*.html"),
]
VOID = {"br", "img", "meta", "link", "wbr", "circle", "use", "path", "rect", "source", "input"}


class Outline(HTMLParser):
    """Reads HTML strictly enough to tell that tags close in order, and notes headings, ids and what refers to ids."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.headings: list[int] = []
        self.ids: list[str] = []
        self.uses: list[str] = []
        self.feed(html)
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a start tag."""
        named = dict(attrs)
        if tag not in VOID:
            self.open.append(tag)
        if re.fullmatch("h[1-6]", tag):
            self.headings.append(int(tag[1]))
        if named.get("id"):
            self.ids.append(str(named["id"]))
        if tag == "use":
            self.uses.append(str(named["href"]).removeprefix("#"))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a tag that closes itself, as shapes of drawings do."""
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        """Fail where an end tag is not that of the element last opened."""
        if tag not in VOID:
            assert self.open.pop() == tag


def body(name: str, **changes: object) -> str:
    """Render the body of a sample page; ``changes`` are of its view."""
    page = samples.page(name)
    return rendering.render(replace(page, view=replace(page.view, **changes)), SETTINGS).body


def head(name: str = "product", **changes: object) -> str:
    """Render the head of a sample page; ``changes`` are of the page."""
    return rendering.render(samples.page(name, **changes), SETTINGS).head


@pytest.mark.parametrize("lang", ["vi", "en"])
@pytest.mark.parametrize("name", samples.VIEWS)
def test_every_page_is_well_formed(name: str, lang: str) -> None:
    """Tags close in order, there is one h1, no heading level is skipped, ids are unique and drawings are there."""
    outline = Outline(rendering.render(samples.page(name, lang=lang), SETTINGS).body)
    assert outline.headings[0] == 1
    assert outline.headings.count(1) == 1
    assert all(
        after - before <= 1 for before, after in zip(outline.headings, outline.headings[1:], strict=False)
    )
    assert len(outline.ids) == len(set(outline.ids))
    assert set(outline.uses) <= set(outline.ids)


@pytest.mark.parametrize("name", samples.VIEWS)
def test_nothing_empty_is_shown(name: str) -> None:
    """What is not known leaves no word, no empty element and no hole behind."""
    html = rendering.render(samples.page(name), SETTINGS).body
    assert not re.search(r"\bNone\b|Undefined|<(h\d|p|dd|dl|ul|ol|section|figcaption)[^>]*>\s*</\1>", html)


@pytest.mark.parametrize("name", samples.VIEWS)
def test_texts_are_escaped_wherever_they_stand(name: str) -> None:
    """Markup in any text of a view is shown as text."""
    planted = "<img src=x onerror=alert(1)>\"'&{{ 7 * 7 }}"

    def plant(value: object) -> object:
        if isinstance(value, str) and value and not value.startswith(("http", "tel:")):
            return value + planted if "<" not in value else value
        if isinstance(value, tuple):
            return tuple(plant(each) for each in value)
        if hasattr(value, "__dataclass_fields__"):
            kept = {
                "address",
                "anchor",
                "html",
                "icon",
                "id",
                "iso",
                "lang",
                "pane",
                "path",
                "status",
                "until",
                "url",
            }
            fields = {
                key: plant(getattr(value, key)) for key in value.__dataclass_fields__ if key not in kept
            }
            return replace(value, **fields)  # type: ignore[type-var]
        return value

    page = samples.page(name)
    html = rendering.render(replace(page, view=plant(page.view)), SETTINGS).body
    assert "<img src=x" not in html
    assert "49" not in re.sub(r"[\d.]*49[\d.]*(?=[^<]*>)", "", html)


def test_a_text_in_another_language_is_marked() -> None:
    """On an English page a Vietnamese name says that it is Vietnamese; on a Vietnamese page it needs no mark."""
    page = samples.page("product", lang="en")
    assert '<span lang="vi">' in rendering.render(page, SETTINGS).body
    assert "lang=" not in body("product")
    assert 'lang="en"' in body("product", other_name=Said("Test salt", "en"))


def test_links_begin_at_the_page() -> None:
    """Addresses are made relative to the depth of the page; the front page is ``./`` from itself."""
    deep = rendering.render(samples.page("kinds", address="en/a/b/"), SETTINGS).body
    assert 'href="../../../nhom/muoi/"' in deep
    top = rendering.render(samples.page("missing", template="listing.html", address="", view=replace(
        samples.EMPTY_LISTING, onward=(Link(samples.vi("Trang đầu"), ""),))), SETTINGS).body  # fmt: skip
    assert 'href="./"' in top


def test_the_page_for_lost_addresses_works_at_any_depth() -> None:
    """It can be seen under every address, so that its links begin at the site's root."""
    settings = replace(SETTINGS, site_url="https://ocop.test/hang/")
    assert 'href="/hang/san-pham/"' in rendering.render(samples.page("missing"), settings).body


def test_an_address_that_is_no_web_address_is_refused() -> None:
    """A view never holds one; if it ever does, the page is not made."""
    with pytest.raises(ValueError, match="javascript"):
        body("product", buttons=(Link(samples.vi("x"), url="javascript:alert(1)"),))


@pytest.mark.parametrize("mark", samples.MARKS, ids=lambda mark: f"{mark.status}-{mark.stars}")
def test_marks_are_told_apart_without_colour(mark: samples.Mark) -> None:
    """Stars are drawn only for a rating that holds or is unconfirmed, and words always say how it stands."""
    row = replace(samples.rows("Muối")[0], mark=mark)
    html = body("product", panel=samples.PANELS[4], same_maker=(row,), similar=())
    line = html[html.index('<p class="r"') :].partition("</li>")[0]
    shown, *later = line.split("<template")
    for each, written in zip(mark.states, (shown, *later), strict=True):
        assert f'class="rate {each.status}"' in written
        assert ('href="#s' in written) == bool(each.stars)
        assert f">{each.state}<" in written or not each.state
        assert ("data-until" in written) == bool(each.until)


def test_a_mark_reads_well_aloud() -> None:
    """A screen reader says “5 trên 5 sao. Hiệu lực đến hết năm 2028”."""
    text = re.sub(r"<[^>]+>", "", body("product"))
    assert "5 trên 5 sao Hiệu lực đến hết năm 2028" in text
    assert "5 trên 5 sao. 5 sao cấp quốc gia" in text


def test_one_photo_gives_every_row_a_picture() -> None:
    """Rows of one kind have no drawing, unless a photo among them would stand alone."""
    plain = samples.rows(*samples.NAMES, icon="muoi")
    assert "pic" not in body("product", same_maker=plain, similar=())
    with_photo = (replace(plain[0], photo=samples.PICTURE), *plain[1:])
    assert body("product", same_maker=with_photo, similar=()).count('<li class="row pic">') == len(plain)


def test_few_short_links_share_a_line() -> None:
    """Kind and group stand in one line; certificates have a line each."""
    html = body("product")
    assert ">Muối</a>, <a" in html
    assert html.count('class="bit"') == 2


def test_only_drawings_of_the_page_are_inlined_each_once() -> None:
    """A drawing and a set of stars stands in the page once, whatever uses it; one that is missing is the general one."""
    html = body("product")
    assert html.count('<symbol id="a-muoi"') == 1
    assert '<symbol id="a-gao"' not in html
    assert html.count('<symbol id="s5"') == 1
    assert '<use href="#a-khac"' in body("product-bare")


# The head ---------------------------------------------------------------------


def test_the_head_names_the_page_in_every_language() -> None:
    """Canonical address and alternates are absolute; x-default is the Vietnamese page."""
    html = head()
    assert '<link rel="canonical" href="https://ocop.test/thu/product/">' in html
    assert '<link rel="alternate" hreflang="en" href="https://ocop.test/en/test/product/">' in html
    assert '<link rel="alternate" hreflang="x-default" href="https://ocop.test/thu/product/">' in html
    assert "<title>Trang thử · OCOP Bạc Liêu</title>" in html
    assert "<title>Hàng OCOP Bạc Liêu</title>" in head(title="Hàng OCOP Bạc Liêu")


def test_a_preview_shows_the_page_s_photo_or_the_catalogue_s_picture() -> None:
    """Open Graph always has an absolute picture."""
    assert 'property="og:image" content="https://ocop.test/assets/ocop/share.png"' in head()
    own = head(previews=(Preview("anh/goi-muoi.jpg", 1280, 960, "Gói muối <thử>"),))
    assert re.findall(r'<meta property="og:image(:\w+)?" content="([^"]*)">', own) == [
        ("", "https://ocop.test/anh/goi-muoi.jpg"),
        (":width", "1280"),
        (":height", "960"),
        (":alt", "Gói muối &lt;thử&gt;"),
    ]


def test_a_page_that_is_not_listed_says_so() -> None:
    """Search engines are told to leave it out; it keeps its address all the same."""
    html = head(listed=False)
    assert "noindex" in html
    assert "canonical" in html
    assert "noindex" not in head()


def test_structured_data_cannot_end_its_script() -> None:
    """Whatever a record holds, the script element holds it all, and JSON reads it back."""
    html = head()
    (written,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', html, re.DOTALL)
    assert json.loads(written)["name"] == "Thử </script>"
    assert not set(written) & set("<>&\u2028\u2029")


# Words, drawings, environment ---------------------------------------------------


def asked_words() -> set[str]:
    """Give every key that a template or a partial of the host asks for."""
    return {
        key for path in TEMPLATES for key in re.findall(r"""\bt\(['"](\w+)['"]""", path.read_text("utf-8"))
    }


def test_every_word_exists_and_is_used() -> None:
    """A template asks for no key that is missing, and no key lies idle; scripts and paper ask for theirs elsewhere."""
    elsewhere = ("find_", "answer_", "paper_", "trader_", "letter_")
    assert asked_words() == {key for key in words.WORDS if not key.startswith(elsewhere)}


def test_both_languages_take_the_same_values() -> None:
    """What is filled into the Vietnamese is filled into the English, and neither is empty."""
    for key, (vi, en) in words.WORDS.items():
        assert vi, key
        assert en, key
        assert sorted(re.findall(r"{\w+}", vi)) == sorted(re.findall(r"{\w+}", en)), key


def test_a_missing_word_or_value_is_an_error() -> None:
    """It shows at once, not on a published page."""
    with pytest.raises(KeyError):
        words.of("vi").t("no-such-key")
    with pytest.raises(KeyError):
        words.of("en").t("source")


def test_a_misspelt_name_in_a_template_is_an_error(tmp_path: Path) -> None:
    """A hole in a page would go unseen."""
    (tmp_path / "product.html").write_text("{{ view.nmae }}")
    (tmp_path / "head.html").write_text("")
    with pytest.raises(Exception, match="nmae"):
        rendering.look(tmp_path, ART).render(samples.page("product"), SETTINGS)


def test_drawings_are_plain_files_that_pages_can_inline() -> None:
    """No drawing loads anything, runs anything or names an id that pages use; the map keeps its notice."""
    drawings = Art.load(ART)
    for path in ART.glob("*.svg"):
        text = path.read_text("utf-8")
        assert not re.search(r"<(script|image|style|foreignObject)|href=\"(?!#)|url\(|\son\w+=", text), (
            path.name
        )
    assert set(drawings.map.outlines) | {"sea"} == set(drawings.map.labels)
    assert "CC BY-SA 4.0" in (ART / "map.svg").read_text("utf-8")
    assert "CC BY-SA 4.0" in body("districts")


def test_a_folder_without_the_needed_drawings_is_refused(tmp_path: Path) -> None:
    """The message names what is missing."""
    with pytest.raises(ArtError, match="khac, map, star"):
        Art.load(tmp_path)


def test_a_second_line_is_an_arrow_only_for_a_place() -> None:
    """“→ nay là xã …” tells where a place went; any other second line is a plain note."""
    fact = replace(
        samples.FACTS[1],
        bits=(Bit(samples.vi("Xã A"), now="nay là xã B"), Bit(samples.vi("C"), note="Nay mai")),
    )
    html = body("product", facts=(fact,))
    assert '<span class="now">nay là xã B</span>' in html
    assert '<span class="aside">Nay mai</span>' in html
