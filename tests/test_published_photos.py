"""What is published of photos, held against its pixels and bytes: rendered right, or refused with a clear message."""

from __future__ import annotations

import sys
import time
import tracemalloc
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from io import BytesIO
from pathlib import Path
from types import ModuleType
from typing import IO

import pytest
from PIL import Image, ImageFile, UnidentifiedImageError

import mischief as m
from conftest import DAY
from ocop import addresses, build
from ocop.i18n.messages import MESSAGES
from ocop.photos import PictureFacts, PictureFault, can_publish, inspect, opening, published, renditions_of
from ocop.photos.renditions import renditions, sizes
from ocop.site import Settings
from ocop.site.compose import FRONT_END
from ocop.site.compose.check import WORKER
from ocop.site.writing import write_batches

PHOTO = "products/huyen-thu/muoi-tinh-thu.jpg"
CLOSE = 14
"""So far may a colour be from what was drawn, after two encoders."""


@dataclass(frozen=True)
class Published:
    """The files of one photo, by their name."""

    files: dict[str, bytes]

    @property
    def widths(self) -> list[int]:
        """The widths of the JPEGs, the smallest first."""
        return sorted(picture.width for name, picture in self.pictures() if name.endswith(".jpg"))

    @property
    def size(self) -> tuple[int, int]:
        """The size of the largest picture."""
        return max(picture.size for _, picture in self.pictures())

    def pictures(self) -> Iterator[tuple[str, Image.Image]]:
        """Decode each file."""
        for name, content in self.files.items():
            yield name, Image.open(BytesIO(content))

    def assert_shows(self, corners: m.Corners) -> None:
        """Hold the four quarters of every file against the colours that they should have."""
        for name, picture in self.pictures():
            shown = picture.convert("RGB")
            right, low = shown.width * 7 // 8, shown.height * 7 // 8
            left, top = shown.width // 8, shown.height // 8
            places = ((left, top), (right, top), (left, low), (right, low))
            found = [shown.getpixel(place) for place in places]
            for colour, expected in zip(found, corners, strict=True):
                assert isinstance(colour, tuple)
                assert all(abs(a - b) <= CLOSE for a, b in zip(colour, expected, strict=True)), (name, found)


Publish = Callable[[bytes], Published]


@pytest.fixture
def publish(site: Path, tmp_path: Path) -> Publish:
    """Give a function that builds the made-up site with a picture in it, and gives what is published of that."""
    bundle = tmp_path / "bundle"
    bundle.mkdir()
    for name in (*FRONT_END, WORKER):
        (bundle / name).touch()
    settings = Settings("https://ocop.test/", None, bundle, Path("/nowhere/art"))

    def build_with(content: bytes) -> Published:
        (site / PHOTO).write_bytes(content)
        edited = build.check(site, DAY)
        assert edited.edition is not None, edited.errors
        made = build.make(edited.edition, settings)
        batches = [each for each in made.site.batches if each.made_of == PHOTO]
        write_batches(batches, tmp_path / "out")
        return Published({
            path.rpartition("/")[2]: (tmp_path / "out" / path).read_bytes() for path in batches[0].paths
        })  # fmt: skip

    return build_with


RIGHT: dict[str, tuple[Callable[[], bytes], m.Corners]] = {
    "JPEG": (lambda: m.encoded(m.quarters()), m.QUARTERS),
    "progressive JPEG": (lambda: m.encoded(m.quarters(), progressive=True), m.QUARTERS),
    "arithmetic JPEG": (m.arithmetic, m.QUARTERS),
    "CMYK JPEG": (lambda: m.encoded(m.quarters().convert("CMYK")), m.QUARTERS),
    "grey JPEG": (lambda: m.encoded(Image.new("L", (900, 600), 90)), ((90, 90, 90),) * 4),
    "JPEG in a PNG's name": (lambda: m.encoded(m.quarters(), "PNG"), m.QUARTERS),
    "16-bit PNG": (m.deep_colours, m.QUARTERS),
    "16-bit grey PNG": (m.deep_grey, ((32,) * 3, (32,) * 3, (193,) * 3, (193,) * 3)),
    "PNG of one bit": (lambda: m.encoded(Image.new("1", (900, 600), 1), "PNG"), (m.WHITE,) * 4),
    "palette": (lambda: m.encoded(m.quarters().quantize(8), "PNG"), m.QUARTERS),
    "palette with glass": (m.palette_with_glass, (m.WHITE, m.GREEN, m.BLUE, m.YELLOW)),
    "one colour of glass": (
        lambda: m.encoded(m.quarters(), "PNG", transparency=m.RED), (m.WHITE, m.GREEN, m.BLUE, m.YELLOW)
    ),
    "alpha": (m.with_alpha, (m.WHITE, m.GREEN, m.BLUE, (247, 247, 127))),
    "WebP": (lambda: m.encoded(m.quarters(), "WEBP", lossless=True), m.QUARTERS),
    "AVIF": (lambda: m.encoded(m.quarters(), "AVIF"), m.QUARTERS),
    "animated PNG": (lambda: m.animated("PNG"), m.QUARTERS),
    "animated WebP": (lambda: m.animated("WEBP"), m.QUARTERS),
    "animated AVIF": (lambda: m.animated("AVIF"), m.QUARTERS),
    "sRGB profile": (lambda: m.encoded(m.quarters(), icc_profile=m.srgb()), m.QUARTERS),
    "profile with red and green swapped": (
        lambda: m.encoded(m.quarters(((200, 0, 0), (0, 200, 0), m.BLUE, m.YELLOW)), icc_profile=m.swapped_profile()),
        ((0, 200, 0), (200, 0, 0), m.BLUE, m.YELLOW),
    ),
    "profile of other colours": (lambda: m.encoded(m.quarters(), icc_profile=m.lab_profile()), m.QUARTERS),
    "broken profile": (lambda: m.encoded(m.quarters(), icc_profile=b"no profile" * 9), m.QUARTERS),
}  # fmt: skip


@pytest.mark.parametrize("name", RIGHT)
def test_every_kind_of_picture_is_published_in_its_colours(publish: Publish, name: str) -> None:
    """Whatever way a picture is encoded, what is published of it shows the same colours, in sRGB and on white."""
    make, corners = RIGHT[name]
    shown = publish(make())
    shown.assert_shows(corners)
    assert shown.widths == [320, 640, 900]


@pytest.mark.parametrize("style", ["JPEG", "PNG", "WEBP", "AVIF"])
@pytest.mark.parametrize("orientation", m.UPRIGHT)
def test_a_photo_is_published_as_the_camera_was_held(publish: Publish, orientation: int, style: str) -> None:
    """All eight orientations of EXIF are applied, in every format that can say one."""
    shown = publish(m.held(orientation, style))
    shown.assert_shows(m.UPRIGHT[orientation])
    assert shown.size == ((600, 900) if orientation >= 5 else (900, 600))


@pytest.mark.parametrize("style", ["JPEG", "PNG", "WEBP", "AVIF"])
def test_nothing_is_published_but_the_pixels(publish: Publish, style: str) -> None:
    """Where and by whom a photo was taken, comments, XMP and profiles are gone from the bytes of every file."""
    original = m.gossip(style)
    assert m.SECRET in original
    shown = publish(original)
    for name, content in shown.files.items():
        for trace in (
            m.SECRET,
            b"Exif",
            b"GPS",
            b"MM\0*",
            b"II*\0",
            b"xmp",
            b"ns.adobe",
            b"ICC_PROFILE",
            b"prof",
        ):
            assert trace not in content, (name, trace)
    for name, picture in shown.pictures():
        assert not picture.getexif(), name
        assert not {"icc_profile", "exif", "xmp", "comment"} & picture.info.keys(), name


REFUSED: dict[str, tuple[Callable[[], bytes], str]] = {
    "text named .jpg": (lambda: b"\xef\xbb\xbfmu\xe1\xbb\x91i h\xe1\xba\xa1t", "photo_not_picture"),
    "SVG": (lambda: b'<svg xmlns="http://www.w3.org/2000/svg"/>', "photo_wrong_format"),
    "cut JPEG": (lambda: m.encoded(m.quarters())[:-600], "photo_cut"),
    "cut PNG": (lambda: m.encoded(m.quarters(), "PNG")[:-300], "photo_cut"),
    "cut AVIF": (lambda: m.encoded(m.quarters(), "AVIF")[:-100], "photo_cut"),
    "AVIF cut to its head": (lambda: m.encoded(m.quarters(), "AVIF")[:200], "photo_cut"),
    "900 megapixels": (m.huge_claim, "photo_too_many_pixels"),
    "bomb in the profile": (lambda: m.bomb(b"iCCP"), "photo_cut"),
    "bomb in a text": (lambda: m.bomb(b"zTXt"), "photo_cut"),
    "bomb in an international text": (lambda: m.bomb(b"iTXt"), "photo_cut"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_no_honest_picture_stops_the_build_with_a_message(site: Path, name: str) -> None:
    """It is told at its line, by a message that names the file in both languages, and nothing is published."""
    make, code = REFUSED[name]
    (site / PHOTO).write_bytes(make())
    edited = build.check(site, DAY)
    assert edited.edition is None
    (found,) = edited.errors
    assert (found.code, found.field, found.position.line) == (code, "photos[0].file", 6)
    assert "muoi-tinh-thu.jpg" in found.values["value"]


def test_a_bomb_is_not_unfolded(tmp_path: Path) -> None:
    """A text that would fill 256 MB is refused before it has: no more than a few megabytes are ever held."""
    (tmp_path / "a.png").write_bytes(m.bomb(b"zTXt"))
    tracemalloc.start()
    try:
        assert isinstance(inspect(tmp_path / "a.png"), PictureFault)
        assert tracemalloc.get_traced_memory()[1] < 16 * 2**20
    finally:
        tracemalloc.stop()


def test_a_picture_that_takes_too_long_is_stopped_and_told(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A JPEG of thousands of passes is given up, and its message says what to do."""
    monkeypatch.setattr(opening, "MOST_SECONDS", 0.3)
    (site / PHOTO).write_bytes(m.endless())
    (found,) = build.check(site, DAY).errors
    assert found.code == "photo_too_slow"
    assert "muoi-tinh-thu.jpg" in MESSAGES["photo_too_slow"].vi.format(**found.values)


def test_time_spent_waiting_refuses_no_picture(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The limit is of a processor's work: on a busy machine or a slow disk a photo may take as long as it does."""
    (tmp_path / "a.jpg").write_bytes(m.encoded(m.quarters(size=(1600, 1200)), quality=100))
    monkeypatch.setattr(opening, "MOST_SECONDS", 0.2)
    read = opening._Bounded.read
    monkeypatch.setattr(
        opening._Bounded, "read", lambda file, size=-1: (time.sleep(0.02), read(file, size))[1]
    )
    began = time.monotonic()
    assert isinstance(inspect(tmp_path / "a.jpg"), PictureFacts)
    assert time.monotonic() - began > 0.2


# Sizes ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("size", "planned"),
    [
        ((4000, 3000), ((320, 240), (640, 480), (1280, 960))),
        ((3000, 4000), ((320, 427), (640, 853), (960, 1280))),
        ((900, 600), ((320, 213), (640, 427), (900, 600))),
        ((600, 800), ((320, 427), (600, 800))),
        ((320, 800), ((320, 800),)),
        ((40, 9000), ((6, 1280),)),
        ((9000, 1), ((320, 1), (640, 1), (1280, 1))),
    ],
)
def test_no_size_is_larger_than_the_original(
    size: tuple[int, int], planned: tuple[tuple[int, int], ...]
) -> None:
    """Up to three widths in the original's proportion, never enlarged, the long side at most 1280."""
    assert sizes(*size) == planned
    kinds = {each.kind for each in renditions(*size)}
    assert len(renditions(*size)) == len(kinds) * len(planned) == 2 * len(planned)


def test_the_files_are_what_was_planned() -> None:
    """Each file has the format and size that pages are told of, and AVIF is the lighter one."""
    blur = Image.effect_noise((80, 60), 90).resize((2000, 1500), Image.Resampling.BICUBIC)
    content = m.encoded(Image.merge("RGB", (blur, blur.rotate(180), blur)), quality=95)
    facts = PictureFacts("JPEG", 2000, 1500)
    files = dict(zip(renditions_of(facts), published(content, facts), strict=True))
    for planned, written in files.items():
        with Image.open(BytesIO(written)) as picture:
            assert (picture.format, picture.size) == (
                {"jpg": "JPEG", "avif": "AVIF"}[planned.kind], (planned.width, planned.height)
            )  # fmt: skip
    for planned, written in files.items():
        if planned.kind == "avif":
            assert len(written) < len(files[replace(planned, kind="jpg")])


def test_addresses_of_sizes_collide_with_no_other_photo() -> None:
    """The JPEG keeps its address; what is added to it begins with a dot, which no photo's name holds."""
    photo = addresses.photo("products/dong-hai/muoi.yml", "Gói 1.jpg")
    assert photo == "san-pham/muoi/goi-1.jpg"
    assert addresses.rendition(photo, None, "jpg") == photo
    assert addresses.rendition(photo, 640, "avif") == "san-pham/muoi/goi-1.640.avif"
    for other in ("Gói 1.640.jpg", "goi-1.640.avif", "goi-1-640.jpg"):
        assert "." not in addresses.photo("products/dong-hai/muoi.yml", other).removesuffix(".jpg")


def test_the_mean_colour_is_known_before_the_photo(tmp_path: Path) -> None:
    """The place of a photo is filled with the mean of its colours, glass counted as white."""
    (tmp_path / "a.jpg").write_bytes(m.encoded(m.quarters()))
    (tmp_path / "b.png").write_bytes(m.encoded(Image.new("RGBA", (900, 600), (9, 9, 9, 0)), "PNG"))
    first, second = inspect(tmp_path / "a.jpg"), inspect(tmp_path / "b.png")
    assert isinstance(first, PictureFacts)
    assert isinstance(second, PictureFacts)
    mean = [sum(colour[at] for colour in m.QUARTERS) / 4 for at in range(3)]
    assert all(abs(a - b) < 4 for a, b in zip(bytes.fromhex(first.colour[1:]), mean, strict=True))
    assert second.colour == "#ffffff"


# HEIC -------------------------------------------------------------------------------------------------


def _as_heic(content: bytes) -> bytes:
    """Put any picture behind the head of a HEIC file, for a decoder of ours."""
    return b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + content


def _decoded(file: IO[bytes], _name: str | bytes) -> ImageFile.ImageFile:
    """Stand in for the decoder that set-up does not bring: find an ordinary picture behind the head."""
    try:
        inner = Image.open(BytesIO(file.read()[len(_as_heic(b"")) :]))
    except UnidentifiedImageError as fault:
        raise SyntaxError from fault
    assert isinstance(inner, ImageFile.ImageFile)
    inner.format = opening.HEIF
    return inner


@pytest.fixture
def heic_decoder(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Have a decoder for HEIC, as with the extra installed."""
    library = ModuleType("pillow_heif")

    def register_heif_opener(**_: object) -> None:
        Image.register_open(opening.HEIF, _decoded, lambda head: head[4:12] == b"ftypheic")

    monkeypatch.setattr(library, "register_heif_opener", register_heif_opener, raising=False)
    monkeypatch.setitem(sys.modules, "pillow_heif", library)
    opening.reads_heic.cache_clear()
    yield
    opening.reads_heic.cache_clear()
    Image.OPEN.pop(opening.HEIF, None)


@pytest.fixture
def no_heic_decoder(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Have none, whatever is installed."""
    monkeypatch.setitem(sys.modules, "pillow_heif", None)
    opening.reads_heic.cache_clear()
    yield
    opening.reads_heic.cache_clear()


@pytest.mark.usefixtures("heic_decoder")
def test_with_its_extra_a_heic_is_published_like_any_photo(publish: Publish) -> None:
    """Where the decoder is installed nobody has to save the telephone's pictures in another format."""
    shown = publish(_as_heic(m.encoded(m.quarters(), "PNG")))
    shown.assert_shows(m.QUARTERS)


@pytest.mark.usefixtures("heic_decoder")
def test_with_its_extra_a_damaged_heic_is_told(tmp_path: Path) -> None:
    """What the decoder cannot read is damaged, and not for want of a decoder."""
    (tmp_path / "a.heic").write_bytes(_as_heic(b"cut"))
    assert inspect(tmp_path / "a.heic") == PictureFault("photo_cut")


@pytest.mark.usefixtures("no_heic_decoder")
def test_without_its_extra_a_heic_is_accepted_and_not_shown(site: Path) -> None:
    """The record is sound, the page keeps its drawing, and staff are told."""
    from test_photos import heic

    (site / PHOTO).write_bytes(heic(4032, 3024))
    edited = build.check(site, DAY)
    assert edited.edition is not None
    assert "photo_not_shown" in {found.code for found in edited.findings}
    facts = edited.edition.catalogue.pictures[PHOTO]
    assert not can_publish(facts)


def test_the_real_decoder_reads_what_it_wrote(tmp_path: Path) -> None:
    """With pillow-heif itself a HEIC turned by the camera comes out upright and in its colours."""
    pillow_heif = pytest.importorskip("pillow_heif")
    opening.reads_heic.cache_clear()
    file = pillow_heif.from_pillow(m.quarters())
    file.save(tmp_path / "a.heic", quality=90)
    facts = inspect(tmp_path / "a.heic")
    assert isinstance(facts, PictureFacts)
    assert (facts.format, facts.width, facts.height) == ("HEIC", 900, 600)
    files = published((tmp_path / "a.heic").read_bytes(), facts)
    Published({str(number): content for number, content in enumerate(files)}).assert_shows(m.QUARTERS)
