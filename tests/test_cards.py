"""Share pictures: right in size, in letters and in what they claim, whatever a product is called."""

from __future__ import annotations

import json
import unicodedata
from io import BytesIO
from pathlib import Path

import pytest
import yaml
from fontTools.ttLib import TTFont
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

import mischief as m
from catalogues import DAY, edition, product
from hosting import ROOT
from ocop.i18n import Lang
from ocop.photos import CARD_SIZE, Card, Kit, PictureFacts, card_key, share_picture
from ocop.photos.cards import MOST_BYTES, TEXT_WIDTH
from ocop.site.compose.sharing import rating_words, shared
from ocop.site.compose.telling import Telling
from ocop.site.model import Settings
from pages import PublishedPage

FOLDER = ROOT / "build/assets/share"
HARDEST = "ƯỚT ẾCH ỄNH ƯƠNG NGỮ NGHĨA ỞẨỖ GỴ ĐẶNG THỊ NGUYỆT HƯỜNG XÃ VĨNH HẬU A, HUYỆN HÒA BÌNH, CƠ SỞ KHÔ CÁ KÈO ỚT ĐỎ"
SETTINGS = Settings("https://ocop.test/", None, Path("/nowhere"), Path("/nowhere"), cards=FOLDER)


@pytest.fixture(scope="module")
def kit() -> Kit:
    """Give what cards are made of."""
    if not (FOLDER / "kit.json").exists():
        pytest.fail("the front end is not made: run the tests with `make test`, or `make setup` first")
    return Kit.load(FOLDER, "OCOP Bạc Liêu")


def card(name: str = "Muối tinh", also: str = "Refined salt") -> Card:
    """Make a card with everything on it."""
    return Card(
        name, also, "4 sao theo nguồn 1/2024, chưa rõ ngày", "4 stars reported in January 2024, date not confirmed",
        "Muối · Salt · Đông Hải", stars=4, is_dated=False, drawing="muoi", ground="tide",
    )  # fmt: skip


def names(folder: str) -> list[str]:
    """Read every name, Vietnamese and English, of the real records."""
    found = []
    for path in sorted((ROOT / folder).rglob("*.yml")):
        written = yaml.load(path.read_text("utf-8"), Loader=yaml.CSafeLoader)
        if isinstance(written, dict):
            found += [str(each["name"]) for each in (written, written.get("en") or {}) if "name" in each]
    return found


def assert_fits(kit: Kit, shown: Card) -> None:
    """Hold every letter against the room that there is: inside the text's half, no line upon another."""
    stars, lines = kit.layout(shown)
    below = 0
    for line in lines:
        left, top, right, bottom = kit.face.font(line.size).getbbox(line.text, anchor="ls")
        assert left >= -3, line
        assert right <= TEXT_WIDTH + 3, line
        # Marks above a capital may reach into the foot of the line above, but not to its letters.
        assert line.baseline + top > below - line.size // 3, line
        assert line.baseline + bottom < CARD_SIZE[1] - 8, line
        below = line.baseline
    if shown.stars:
        above = [line for line in lines if line.baseline < stars + 20]
        assert all(line.baseline + line.size // 3 <= stars + 8 for line in above)


@pytest.mark.parametrize(
    "name",
    ["Muối", "Tôm khô", HARDEST, HARDEST[:120], "Ư" * 120, "Nghêu " * 20, "W" * 300, "a", HARDEST.lower()],
)
def test_a_name_of_any_length_fits(kit: Kit, name: str) -> None:
    """It is wrapped and set smaller, and only what has no room even so is cut off, with an ellipsis."""
    for also in ("", "Salt", name, "Whole whiteleg shrimp, steamed or boiled, frozen, from Bạc Liêu " * 2):
        assert_fits(kit, card(name, also))


@settings(max_examples=60)
@given(st.text(st.sampled_from("aăâđêôơưyếộỡẶỨ ghnW-/(),.·"), max_size=200), st.text(max_size=60))
def test_whatever_a_name_holds_fits(name: str, also: str) -> None:
    """No text makes the drawing stumble or leave its room."""
    assert_fits(Kit.load(FOLDER, "OCOP"), card(name, also))


def test_a_name_of_120_characters_is_whole(kit: Kit) -> None:
    """The longest name that anybody writes is shown to its end, in four lines or five."""
    name = "Nước mắm cá cơm nguyên chất ủ chượp truyền thống thương hiệu Đặng Thị Nguyệt Hường ấp Vĩnh Điền xã Long Điền Đông A1"
    assert len(name) >= 116
    _, lines = kit.layout(Card(name, rating="4 sao · hiệu lực đến 12/2026", foot="Nước mắm", stars=4))
    shown = " ".join(line.text for line in lines).replace("\u00a0", " ")
    assert name in shown


def test_real_names_need_no_ellipsis(kit: Kit) -> None:
    """Every product of the catalogue is called by its whole name."""
    for name in names("products"):
        _, lines = kit.layout(card(name, ""))
        assert not any(line.text.endswith("…") for line in lines), name


def test_the_face_has_every_letter_of_every_name() -> None:
    """No name of the real records has a letter that a card would leave out or draw as a box."""
    kit = json.loads((FOLDER / "kit.json").read_text("utf-8"))
    face = TTFont(FOLDER / "face.ttf")
    glyphs = face.getBestCmap()
    assert set(map(ord, kit["letters"])) == set(glyphs)
    written = "".join(names("products") + names("catalogue") + [HARDEST, "0123456789/·…()"])
    missing = set(unicodedata.normalize("NFC", written)) - set(map(chr, glyphs)) - {"\n"}
    assert not missing
    assert all(glyphs[ord(letter)] != ".notdef" for letter in set(written) & set(map(chr, glyphs)))


@given(st.text(max_size=40))
def test_letters_that_the_face_lacks_are_written_otherwise(text: str) -> None:
    """Whatever a text holds, only letters of the face are drawn."""
    face = Kit.load(FOLDER, "OCOP").face
    assert set(face.legible(text)) <= face.letters


def test_marks_typed_apart_are_drawn_as_one(kit: Kit) -> None:
    """A name typed on a Mac gives the same picture as any other."""
    apart = unicodedata.normalize("NFD", HARDEST)
    assert kit.draw(card(apart)) == kit.draw(card(HARDEST))
    assert kit.face.legible("ﬁ①Ａ") == "fi1A"


def test_a_card_is_a_small_png_without_metadata(kit: Kit) -> None:
    """1200×630 pixels, 60 kB at most, nothing but head, palette and pixels, and the same bytes each time."""
    for drawing in sorted(kit.drawings):
        content = Kit.load(FOLDER, "OCOP Bạc Liêu").draw(
            Card(HARDEST, HARDEST, "4 sao", drawing=drawing, stars=5)
        )
        assert len(content) <= MOST_BYTES
        with Image.open(BytesIO(content)) as picture:
            assert (picture.format, picture.size) == ("PNG", CARD_SIZE)
        assert {
            kind for kind in (b"tEXt", b"zTXt", b"iTXt", b"eXIf", b"tIME", b"iCCP") if kind in content
        } == set()
    assert kit.draw(card()) == Kit.load(FOLDER, "OCOP Bạc Liêu").draw(card())


def test_the_words_of_a_card_are_drawn(kit: Kit) -> None:
    """The name is there in white on green, the stars in gold, and the drawing beside them."""
    empty, full = (Image.open(BytesIO(kit.draw(each))).convert("RGB") for each in (Card(""), card(HARDEST)))

    def count(picture: Image.Image, colour: str, box: tuple[int, int, int, int]) -> int:
        ink = kit._colour(colour)
        return sum(number for number, each in picture.crop(box).getcolors(1 << 20) or () if each == ink)

    left, right = (0, 110, 760, 630), (760, 0, 1200, 630)
    assert count(full, "on-deep", left) > 5000 > count(empty, "on-deep", left) == 0
    assert count(full, "gold", left) > 300 > count(empty, "gold", left) == 0
    assert count(full, "art-line", right) > 2000 > count(empty, "art-line", right)


def test_a_photo_takes_the_drawings_place(kit: Kit) -> None:
    """It fills the right side, upright and without metadata; the card is a JPEG of 60 kB at most."""
    noise = Image.effect_noise((1600, 1200), 120)
    for content in (m.held(6), m.encoded(Image.merge("RGB", (noise, noise, noise)))):
        with Image.open(BytesIO(content)) as picture:
            facts = PictureFacts("JPEG", picture.height, picture.width) if content == m.held(6) else PictureFacts(
                "JPEG", *picture.size)  # fmt: skip
        shown = share_picture(Card("Muối", photo="x"), kit, content, facts)
        assert len(shown) <= MOST_BYTES
        assert b"Exif" not in shown
        with Image.open(BytesIO(shown)) as picture:
            assert (picture.format, picture.size) == ("JPEG", CARD_SIZE)
            if content == m.held(6):
                corners = [
                    picture.getpixel(place) for place in ((800, 40), (1160, 40), (800, 600), (1160, 600))
                ]
                for found, expected in zip(corners, m.UPRIGHT[6], strict=True):
                    assert isinstance(found, tuple)
                    assert all(abs(a - b) < 25 for a, b in zip(found, expected, strict=True))


def test_another_card_is_another_key(kit: Kit, monkeypatch: pytest.MonkeyPatch) -> None:
    """What a card shows, the face, the drawings and the brand decide what is kept, and nothing else does."""
    first = card_key(card(), kit)
    assert card_key(card(), Kit.load(FOLDER, "OCOP Bạc Liêu")) == first
    assert card_key(card("Muối"), kit) != first
    assert card_key(card(), Kit.load(FOLDER, "OCOP")) != first


# What cards claim -------------------------------------------------------------------------------------

RATED = {
    "holding": {"recognitions": [{"stars": "4", "date": "2024-01-10"}]},
    "holding to the end of a year": {"recognitions": [{"stars": "5", "date": "2025"}]},
    "without stars": {"recognitions": [{"date": "2025-03"}]},
    "reported": {"recognitions": [{"stars": "4", "reported": "2024-01"}]},
    "told without any date": {"recognitions": [{"stars": "3"}]},
    "ended": {"recognitions": [{"stars": "3", "date": "2020-05"}]},
    "withdrawn": {"withdrawn": {"date": "2026-02"}},
    "assessed": {"assessed": "2022-11-08"},
    "nothing": {},
}
SAID: dict[str, tuple[str, str]] = {
    "holding": ("4 sao · hiệu lực đến 10/1/2027", "4 stars · valid to 10 January 2027"),
    "holding to the end of a year": ("5 sao · hiệu lực đến hết năm 2028", "5 stars · valid to the end of 2028"),
    "without stars": ("OCOP, nguồn không ghi hạng · hiệu lực đến 3/2028", "OCOP, stars not stated · valid to March 2028"),
    "reported": ("4 sao theo nguồn 1/2024, chưa rõ ngày", "4 stars reported in January 2024, date not confirmed"),
    "told without any date": ("3 sao theo nguồn, chưa rõ ngày", "3 stars reported, date not confirmed"),
    "ended": ("Từng đạt 3 sao · hết hạn tháng 5/2023", "Formerly 3 stars · expired at the end of May 2023"),
    "withdrawn": ("Rút khỏi chương trình 2/2026", "Left the programme February 2026"),
    "assessed": (
        "Chưa xác nhận hạng OCOP: đã dự đánh giá tháng 11/2022, chưa rõ kết quả",
        "OCOP rating not confirmed: assessed in November 2022, result not known",
    ),
    "nothing": ("Chưa ghi nhận hạng sao", "No star rating on record"),
}  # fmt: skip


@pytest.mark.parametrize("name", RATED)
def test_a_card_says_until_when_and_never_that_a_rating_is_valid(name: str) -> None:
    """A picture outlives the day it was drawn on: what it says stays true, and stars that have ended are not drawn."""
    written = product(**RATED[name])
    made = edition(products={"muoi": written})
    (goods,) = made.catalogue.products.values()
    langs: tuple[Lang, Lang] = ("vi", "en")
    said = tuple(rating_words(goods, Telling(made, lang, SETTINGS)) for lang in langs)
    assert said == SAID[name]
    shown = next(each.card for each in shared(made, SETTINGS) if each.card.name == "Muối hạt")
    assert (shown.rating, shown.also_rating) == said
    assert bool(shown.stars) == (
        name in {"holding", "holding to the end of a year", "reported", "told without any date"}
    )
    assert shown.is_dated == name.startswith(("holding", "without"))
    for claim in ("còn hiệu lực", "đang", "is valid", "currently"):
        assert claim not in f"{shown.rating} {shown.also_rating}"


def test_a_card_does_not_change_with_the_day() -> None:
    """While no rating ends, tomorrow's cards are today's: they are not drawn again."""
    written = {"muoi": product(recognitions=[{"stars": "4", "date": "2024-01-10"}])}
    today, later = edition(DAY, products=written), edition(DAY.replace(day=29), products=written)
    assert [each.card for each in shared(today, SETTINGS)] == [each.card for each in shared(later, SETTINGS)]


# The real site ----------------------------------------------------------------------------------------


def test_every_page_of_a_kind_place_star_and_product_has_its_card(built_site: Path) -> None:
    """In both languages it names a picture that is there, of the size it says, with words; no two pages' differ by language."""
    pairs = {
        "san-pham": "en/products",
        "nhom": "en/kinds",
        "dia-phuong": "en/districts",
        "xep-hang": "en/stars",
    }
    seen: dict[str, int] = {}
    for folders in pairs.items():
        for folder in folders:
            for page in sorted((built_site / folder).glob("*/index.html")):
                if page.parent.name in {"trang", "page"}:
                    continue
                meta = _open_graph(PublishedPage.read(page, built_site))
                path = meta["og:image"].removeprefix("https://ocop.test/")
                assert path.startswith("chia-se/"), page
                with Image.open(built_site / path) as picture:
                    assert (str(picture.width), str(picture.height)) == (
                        meta["og:image:width"],
                        meta["og:image:height"],
                    )
                    assert picture.size == CARD_SIZE
                assert (built_site / path).stat().st_size <= MOST_BYTES
                assert meta["og:image:alt"]
                seen[path] = seen.get(path, 0) + 1
    assert set(seen.values()) == {2}
    published = {path.relative_to(built_site).as_posix() for path in (built_site / "chia-se").rglob("*.*")}
    assert published == set(seen)


def test_other_pages_show_the_catalogues_own_picture(built_site: Path) -> None:
    """It too has its size and words."""
    meta = _open_graph(PublishedPage.read(built_site / "index.html", built_site))
    assert meta["og:image"] == "https://ocop.test/assets/ocop/share.png"
    assert (meta["og:image:width"], meta["og:image:height"]) == ("1200", "630")
    assert meta["og:image:alt"]


def _open_graph(page: PublishedPage) -> dict[str, str]:
    found: dict[str, str] = {}
    for each in page.all("meta"):
        if each.attributes.get("property", "").startswith("og:"):
            found.setdefault(each.attributes["property"], each.attributes["content"])
    return found
