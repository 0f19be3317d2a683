"""Colours of pictures: whatever a file holds, a page shows red, green and blue of sRGB on white."""

from __future__ import annotations

from io import BytesIO
from typing import Final

from PIL import Image, ImageCms

_SAMPLE: Final = (64, 64)
_READY: Final = ("L", "LA", "RGB", "RGBA", "CMYK")
_DEEP: Final = 256
"""Steps of a 16-bit grey that make one of 8 bits."""


def plain(picture: Image.Image) -> Image.Image:
    """Give a picture whose pixels can be mixed: no palette, no 16 bits, and what is see-through as a channel."""
    if picture.has_transparency_data and picture.mode not in ("LA", "RGBA"):
        return picture.convert("RGBA")
    if picture.mode in _READY:
        return picture
    if picture.mode.startswith("I"):
        return picture.convert("I").point(lambda value: value / _DEEP).convert("L")
    return picture.convert("RGB")


def in_srgb(picture: Image.Image) -> Image.Image:
    """Give a plain picture in sRGB, on white, and nothing else that its file told."""
    alpha = picture.getchannel("A") if picture.mode in ("LA", "RGBA") else None
    solid = picture.convert(picture.mode[:-1]) if alpha is not None else picture
    coloured = _converted(solid, picture.info.get("icc_profile")) or solid.convert("RGB")
    if alpha is not None:
        ground = Image.new("RGB", picture.size, "white")
        ground.paste(coloured, mask=alpha)
        return ground
    coloured.info = {}
    return coloured


def mean(picture: Image.Image) -> str:
    """Give the mean colour of a decoded picture, ``#8a7f66``: what its place shows until it has come."""
    sample = in_srgb(plain(picture.resize(_SAMPLE, Image.Resampling.NEAREST)))
    pixel = sample.resize((1, 1), Image.Resampling.BOX).tobytes()
    return f"#{pixel.hex()}"


def _converted(picture: Image.Image, profile: bytes | None) -> Image.Image | None:
    """Follow the file's own profile; one that is broken or of other colours than the picture's says nothing."""
    if not profile:
        return None
    try:
        source = ImageCms.ImageCmsProfile(BytesIO(profile))
        return ImageCms.profileToProfile(picture, source, ImageCms.createProfile("sRGB"), outputMode="RGB")
    except (ImageCms.PyCMSError, OSError, ValueError, TypeError):
        return None
