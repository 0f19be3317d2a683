"""Opening pictures that come from anywhere: only the formats we know, and not for ever."""

from __future__ import annotations

import warnings
from functools import cache
from io import BytesIO
from time import thread_time
from typing import Final

from PIL import Image

MOST_SECONDS: Final = 30.0
"""Of a processor's work, not of the clock on the wall: a busy machine refuses no picture."""

FORMATS: Final = ("JPEG", "PNG", "WEBP", "AVIF")
HEIF: Final = "HEIF"
_ORIENTATION: Final = 0x0112

# What a damaged picture makes the library mutter is said in our own words; a claim of huge size is no mere warning.
warnings.filterwarnings("ignore", category=UserWarning, module=r"PIL\.")
warnings.filterwarnings("error", category=Image.DecompressionBombWarning)


class TooSlowError(Exception):
    """A picture takes longer to decode than any honest one."""

    def __str__(self) -> str:
        return "the picture takes too long to decode"


class _Bounded(BytesIO):
    """A picture's bytes, which run dry once its decoding has taken too long.

    A JPEG of a few megabytes can ask for thousands of passes over all its pixels. It is decoded piece by piece, as is a
    PNG, and between two pieces the time is looked at; WebP and AVIF go over their pixels once.
    """

    def __init__(self, content: bytes, patience: float) -> None:
        super().__init__(content)
        self._end = thread_time() + patience

    def read(self, size: int | None = -1, /) -> bytes:
        if thread_time() > self._end:
            raise TooSlowError
        return super().read(size)


def opened(content: bytes, patience: float = 1.0) -> Image.Image:
    """Open a picture without decoding it; raises what the library raises.

    Decoding raises `TooSlowError` after ``patience`` times the work that is allowed.
    """
    formats = (*FORMATS, HEIF) if reads_heic() else FORMATS
    return Image.open(_Bounded(content, patience * MOST_SECONDS), formats=formats)


@cache
def reads_heic() -> bool:
    """Tell whether the telephones' own format can be decoded: its library is an extra that set-up does not bring."""
    try:
        import pillow_heif  # type: ignore[import-not-found,unused-ignore]
    except ImportError:
        return False
    pillow_heif.register_heif_opener(thumbnails=False)
    return True


def orientation(picture: Image.Image) -> int:
    """Tell how the camera was held, as EXIF counts it: 1 is upright, from 5 on the picture lies on its side."""
    try:
        written = picture.getexif().get(_ORIENTATION, 1)
    except TooSlowError:
        raise
    except Exception:  # noqa: BLE001 – broken EXIF says nothing about the picture
        return 1
    return written if isinstance(written, int) and 1 <= written <= 8 else 1
