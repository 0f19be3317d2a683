"""Photos made ready for the page: upright, in sRGB, without metadata, no larger than a page shows."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

from PIL import Image, ImageCms, ImageOps

from ocop.photos.inspecting import PictureFacts

LONG_SIDE = 1280
_QUALITY = 82


def can_publish(facts: PictureFacts) -> bool:
    """Tell whether a sound photo can be decoded for the page: HEIC needs a library that set-up does not bring."""
    return facts.format != "HEIC"


def shown_size(facts: PictureFacts) -> tuple[int, int]:
    """Give width and height in pixels of the published photo: never enlarged, the long side at most 1280."""
    longest = max(facts.width, facts.height)
    if longest <= LONG_SIDE:
        return facts.width, facts.height
    return max(1, round(facts.width * LONG_SIDE / longest)), max(1, round(facts.height * LONG_SIDE / longest))


def published(original: Path) -> bytes:
    """Give the JPEG that is published for a photo already found sound; position and other metadata are gone."""
    with Image.open(original) as opened:
        upright = ImageOps.exif_transpose(opened)
        facts = PictureFacts(opened.format or "", upright.width, upright.height)
        picture = _in_srgb(upright).resize(shown_size(facts), Image.Resampling.LANCZOS)
    out = BytesIO()
    picture.save(out, "JPEG", quality=_QUALITY, optimize=True, progressive=True)
    return out.getvalue()


def _in_srgb(picture: Image.Image) -> Image.Image:
    profile = picture.info.get("icc_profile")
    if profile and picture.mode in ("RGB", "CMYK", "L"):
        try:
            source = ImageCms.ImageCmsProfile(BytesIO(profile))
            converted = ImageCms.profileToProfile(
                picture, source, ImageCms.createProfile("sRGB"), outputMode="RGB"
            )
        except ImageCms.PyCMSError:
            converted = None
        if converted is not None:
            return converted
    if picture.mode in ("RGBA", "LA", "PA", "P"):
        layered = picture.convert("RGBA")
        ground = Image.new("RGBA", layered.size, "white")
        return Image.alpha_composite(ground, layered).convert("RGB")
    if picture.mode.startswith("I"):
        picture = picture.convert("I").point(lambda value: value / 256).convert("L")
    return picture.convert("RGB")
