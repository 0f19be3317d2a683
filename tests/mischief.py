"""Pictures of every kind of mischief, and honest ones of rare kinds: four quarters of known colours, encoded in all ways."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable
from io import BytesIO
from pathlib import Path
from typing import Any

from PIL import Image, ImageCms

Colour = tuple[int, int, int]
Corners = tuple[Colour, Colour, Colour, Colour]
"""Colours of the quarters: upper left, upper right, lower left, lower right."""

RED, GREEN, BLUE, YELLOW, WHITE = (200, 0, 0), (0, 150, 0), (0, 0, 200), (240, 240, 0), (255, 255, 255)
QUARTERS: Corners = (RED, GREEN, BLUE, YELLOW)
ORIENTATION, GPS_IFD = 0x0112, 0x8825
UPRIGHT: dict[int, Corners] = {
    1: (RED, GREEN, BLUE, YELLOW),
    2: (GREEN, RED, YELLOW, BLUE),
    3: (YELLOW, BLUE, GREEN, RED),
    4: (BLUE, YELLOW, RED, GREEN),
    5: (RED, BLUE, GREEN, YELLOW),
    6: (BLUE, RED, YELLOW, GREEN),
    7: (YELLOW, GREEN, BLUE, RED),
    8: (GREEN, YELLOW, RED, BLUE),
}
"""What the quarters are once a picture is held as its EXIF orientation says."""

SECRET = b"taken at home"


def quarters(colours: Corners = QUARTERS, size: tuple[int, int] = (900, 600)) -> Image.Image:
    """Draw four quarters."""
    picture = Image.new("RGB", size)
    width, height = size[0] // 2, size[1] // 2
    for number, colour in enumerate(colours):
        left, top = number % 2 * width, number // 2 * height
        picture.paste(colour, (left, top, left + width, top + height))
    return picture


def encoded(picture: Image.Image, style: str = "JPEG", **options: Any) -> bytes:
    """Write a picture as a file."""
    out = BytesIO()
    picture.save(out, style, **options)
    return out.getvalue()


def held(orientation: int, style: str = "JPEG") -> bytes:
    """Write the quarters as a camera does that was held in some way."""
    exif = Image.Exif()
    exif[ORIENTATION] = orientation
    return encoded(quarters(), style, exif=exif)


def gossip(style: str = "JPEG") -> bytes:
    """Write the quarters with all that a picture can tell besides: place, maker, comment, XMP, colour profile."""
    exif = Image.Exif()
    exif[0x010F] = SECRET.decode()
    exif.get_ifd(GPS_IFD)[1] = "N"
    exif.get_ifd(GPS_IFD)[2] = (9.0, 17.0, 0.0)
    xmp = b"<x:xmpmeta xmlns:x='adobe:ns:meta/'>" + SECRET + b"</x:xmpmeta>"
    more = {"comment": SECRET} if style == "JPEG" else {}
    return encoded(quarters(), style, exif=exif.tobytes(), xmp=xmp, icc_profile=srgb(), **more)


def srgb() -> bytes:
    """Give the profile of sRGB."""
    profile: bytes = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    return profile


def swapped_profile() -> bytes:
    """Give a profile of colours whose red is sRGB's green and the other way round."""
    return srgb().replace(b"rXYZ", b"????", 1).replace(b"gXYZ", b"rXYZ", 1).replace(b"????", b"gXYZ", 1)


def lab_profile() -> bytes:
    """Give a profile that no RGB picture can have."""
    profile: bytes = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")).tobytes()
    return profile


def animated(style: str) -> bytes:
    """Write the quarters as the first picture of a film that goes on in black."""
    return encoded(quarters(), style, save_all=True, append_images=[Image.new("RGB", (900, 600))] * 3)


def with_alpha() -> bytes:
    """Write the quarters, the upper left one glass and the lower right one half glass."""
    picture = quarters().convert("RGBA")
    alpha = Image.new("L", picture.size, 255)
    alpha.paste(0, (0, 0, 450, 300))
    alpha.paste(128, (450, 300, 900, 600))
    picture.putalpha(alpha)
    return encoded(picture, "PNG")


def palette_with_glass() -> bytes:
    """Write the quarters in few colours, the red one of which is glass."""
    few = quarters().quantize(8)
    return encoded(few, "PNG", transparency=few.getpixel((5, 5)))


def deep_grey() -> bytes:
    """Write a PNG of 16-bit grey: dark above, light below."""
    dark, light = (0x2000).to_bytes(2, "big"), (0xC0FF).to_bytes(2, "big")
    return png((900, 600), 16, 0, [dark * 900] * 300 + [light * 900] * 300)


def deep_colours() -> bytes:
    """Write the quarters as a PNG of 16 bits a colour."""
    wide = [b"".join((value * 257).to_bytes(2, "big") for value in colour) for colour in QUARTERS]
    upper, lower = wide[0] * 450 + wide[1] * 450, wide[2] * 450 + wide[3] * 450
    return png((900, 600), 16, 2, [upper] * 300 + [lower] * 300)


def png(
    size: tuple[int, int], bits: int, colours: int, rows: Iterable[bytes], *more: tuple[bytes, bytes]
) -> bytes:
    """Write a PNG by hand; ``more`` are further chunks before the pixels."""
    head = struct.pack(">IIBBBBB", *size, bits, colours, 0, 0, 0)
    pixels = zlib.compress(b"".join(b"\0" + row for row in rows))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        _chunk(kind, content) for kind, content in ((b"IHDR", head), *more, (b"IDAT", pixels), (b"IEND", b""))
    )


def bomb(kind: bytes) -> bytes:
    """Write a picture with a text or profile of a kilobyte that unfolds into hundreds of megabytes."""
    packer = zlib.compressobj(9)
    folded = b"".join(packer.compress(b"\0" * (1 << 20)) for _ in range(256)) + packer.flush()
    before = {b"iCCP": b"icc\0\0", b"zTXt": b"Comment\0\0", b"iTXt": b"Comment\0\1\0\0\0"}[kind]
    rows = [bytes(RED) * 450 + bytes(GREEN) * 450] * 300 + [bytes(BLUE) * 450 + bytes(YELLOW) * 450] * 300
    return png((900, 600), 8, 2, rows, (kind, before + folded))


def endless() -> bytes:
    """Write a JPEG of a few hundred kilobytes that asks for thousands of passes over 49 megapixels."""
    whole = encoded(Image.new("L", (7000, 7000), 120), "JPEG", progressive=True, quality=50)
    last = whole.rindex(b"\xff\xda")
    end = whole.rindex(b"\xff\xd9")
    tables = whole.rfind(b"\xff\xc4", 0, last)
    return whole[:end] + whole[tables:end] * 3000 + whole[end:]


def huge_claim() -> bytes:
    """Write a PNG of a hundred bytes that claims 900 megapixels."""
    return png((30_000, 30_000), 8, 2, [b"\0" * 99])


def arithmetic() -> bytes:
    """Give the quarters as a JPEG of arithmetic code, which few programs write and ours does not."""
    return (Path(__file__).parent / "pictures/arithmetic.jpg").read_bytes()


def _chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))
