"""Photos beside records: what each really is, whatever its name says and however it is damaged."""

from __future__ import annotations

import os
import random
import struct
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conftest import picture
from ocop import addresses
from ocop.catalogue import load
from ocop.findings import Finding, Position
from ocop.photos import PictureFacts, PictureFault, inspect

RECORD = "products/huyen-thu/muoi-tinh-thu.yml"
PHOTO = "products/huyen-thu/muoi-tinh-thu.jpg"


def png(width: int, height: int) -> bytes:
    """Write the head of a PNG that claims a size, with hardly any pixels behind it."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        return (
            struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))
        )

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(b"\0" * 999))
        + chunk(b"IEND", b"")
    )


def heic(width: int, height: int, *, turned: bool = False) -> bytes:
    """Write the boxes of a HEIC file that say what it is and how large, and none of its pixels."""
    size = struct.pack(">I4sIII", 20, b"ispe", 0, width, height)
    tile = struct.pack(">I4sIII", 20, b"ispe", 0, 512, 512)
    turn = struct.pack(">I4sB", 9, b"irot", 1) if turned else b""
    return struct.pack(">I4s4sI4s4s", 24, b"ftyp", b"heic", 0, b"mif1", b"heic") + tile + size + turn


PHOTOS: dict[str, tuple[Callable[[], bytes], str]] = {
    "cut JPEG": (lambda: picture()[:-200], "photo_cut"),
    "JPEG cut to its first bytes": (lambda: picture()[:20], "photo_cut"),
    "cut PNG": (lambda: picture(style="PNG")[:-2000], "photo_cut"),
    "cut WebP": (lambda: picture(style="WEBP")[:-2000], "photo_cut"),
    "cut AVIF": (lambda: picture(style="AVIF")[:-500], "photo_cut"),
    "small": (lambda: picture(799, 600), "photo_too_small"),
    "a claim of 3.6 thousand megapixels": (lambda: png(60_000, 60_000), "photo_too_many_pixels"),
    "a claim of 100 megapixels": (lambda: png(10_000, 10_000), "photo_too_many_pixels"),
    "a claim of 51 megapixels": (lambda: png(10_000, 5_100), "photo_too_many_pixels"),
    "heavy": (lambda: picture() + b"\0" * 20 * 1024 * 1024, "photo_too_heavy"),
    "GIF": (lambda: picture(style="GIF"), "photo_wrong_format"),
    "BMP": (lambda: picture(style="BMP"), "photo_wrong_format"),
    "TIFF": (lambda: picture(style="TIFF"), "photo_wrong_format"),
    "SVG": (lambda: b"<svg xmlns='http://www.w3.org/2000/svg'/>", "photo_wrong_format"),
    "PDF": (lambda: b"%PDF-1.7", "photo_wrong_format"),
    "text": (lambda: b"Anh", "photo_not_picture"),
    "nothing": (lambda: b"", "photo_not_picture"),
    "a small HEIC": (lambda: heic(640, 480), "photo_too_small"),
    "a huge HEIC": (lambda: heic(10_000, 10_000), "photo_too_many_pixels"),
    "a HEIC without a size": (lambda: heic(9, 9)[:24], "photo_cut"),
}


def _size(path: Path) -> tuple[str, int, int]:
    found = inspect(path)
    assert isinstance(found, PictureFacts)
    return found.format, found.width, found.height


def _errors(site: Path) -> list[Finding]:
    return [found for found in load(site).findings if found.is_error]


@pytest.mark.filterwarnings("error::PIL.Image.DecompressionBombWarning")
@pytest.mark.parametrize("name", PHOTOS)
def test_a_bad_photo_is_told_as_what_it_is(site: Path, name: str) -> None:
    """Cut, small, huge, heavy, of another format or no picture: each is told at the photo's file, whatever its name."""
    make, code = PHOTOS[name]
    (site / PHOTO).write_bytes(make())
    assert [(found.code, found.field, found.position) for found in _errors(site)] == [
        (code, "photos[0].file", Position(RECORD, 6, 17))
    ]


@pytest.mark.parametrize("style", ["JPEG", "PNG", "WEBP", "AVIF"])
def test_a_photo_is_what_it_is_and_not_what_its_name_says(tmp_path: Path, style: str) -> None:
    """Each format is recognised under any name."""
    (tmp_path / "a.heic").write_bytes(picture(900, 300, style))
    kind, width, height = _size(tmp_path / "a.heic")
    assert (kind.upper(), width, height) == (style, 900, 300)


def test_a_heic_is_measured_without_a_decoder(tmp_path: Path) -> None:
    """The telephone's own format is recognised by its boxes: the whole picture's size, turned where it says so."""
    (tmp_path / "a.heic").write_bytes(heic(4032, 3024))
    (tmp_path / "b.heic").write_bytes(heic(4032, 3024, turned=True))
    assert _size(tmp_path / "a.heic") == ("HEIC", 4032, 3024)
    assert _size(tmp_path / "b.heic") == ("HEIC", 3024, 4032)


def test_a_turned_photo_is_measured_upright(tmp_path: Path) -> None:
    """Width and height are those after the camera's orientation is applied."""
    from PIL import Image

    upright = Image.new("RGB", (900, 500))
    exif = upright.getexif()
    exif[0x0112] = 6
    upright.save(tmp_path / "a.jpg", exif=exif)
    assert _size(tmp_path / "a.jpg") == ("JPEG", 500, 900)


def test_two_photos_of_one_address_are_told(site: Path) -> None:
    """Names that differ in what no address holds would overwrite one another; the record hears of it, not the build."""
    for name in ("muoi.jpg", "Muối.JPG", "muoi.jpeg", "muoi.png"):
        (site / PHOTO).with_name(name).write_bytes((site / PHOTO).read_bytes())
    record = site / RECORD
    before = "file: muoi-tinh-thu.jpg, alt: Gói muối tinh"
    photos = "}, {".join(
        f"file: {name}, alt: x" for name in ("muoi.jpg", "Muối.JPG", "muoi.png", "muoi.jpeg")
    )
    assert before in record.read_text("utf-8")
    record.write_text(record.read_text("utf-8").replace(before, photos), "utf-8")
    assert [(found.code, found.field) for found in _errors(site)] == [
        ("photo_names_alike", "photos[1].file"),
        ("photo_names_alike", "photos[3].file"),
    ]


@pytest.mark.parametrize(
    ("file", "published"),
    [("Muối 1.JPG", "muoi-1.jpg"), ("a.png", "a-png.jpg"), ("anh", "anh.jpg"), ("照片.jpg", "anh.jpg"),
     ("照片.png", "anh-png.jpg")],
)  # fmt: skip
def test_a_photo_of_any_name_has_an_address(file: str, published: str) -> None:
    """No published file is hidden (`.jpg`), as many servers would not give it out."""
    assert addresses.photo(RECORD, file) == f"san-pham/muoi-tinh-thu/{published}"


def test_a_photo_that_is_a_folder_or_a_pipe_is_told(site: Path) -> None:
    """What bears a photo's name and is no file is not opened."""
    (site / PHOTO).unlink()
    os.mkfifo(site / PHOTO)
    assert [found.code for found in _errors(site)] == ["photo_not_a_file"]
    (site / PHOTO).unlink()
    (site / PHOTO).mkdir()
    assert [found.code for found in _errors(site)] == ["photo_not_a_file"]


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(["JPEG", "PNG", "WEBP", "AVIF"]), st.randoms(use_true_random=False))
def test_no_damaged_picture_makes_it_stumble(
    tmp_path_factory: pytest.TempPathFactory, style: str, chance: random.Random
) -> None:
    """A picture with bytes changed, cut or doubled gives facts or a fault."""
    raw = bytearray(picture(800, 40, style))
    for _ in range(chance.randint(1, 12)):
        raw[chance.randrange(len(raw))] = chance.randrange(256)
    cut = chance.randrange(len(raw))
    path = tmp_path_factory.mktemp("photo") / "a.jpg"
    path.write_bytes(bytes(raw[:cut]) if chance.random() < 0.5 else bytes(raw) + bytes(raw[cut:]))
    assert isinstance(inspect(path), PictureFacts | PictureFault)
