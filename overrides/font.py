"""Cut the heading face to the letters of this site: Be Vietnam Pro 700 in one small woff2 file.

The npm package has the face in three files, cut by Unicode blocks: a page in Vietnamese needs all three (49 kB).
Here they are joined and cut to the Vietnamese alphabet. The same sources give the same bytes.

Share pictures and printed pages, which hold names of any spelling, get the whole face, as files that are not published; printed
pages are set in the regular weight, too.

    .venv/bin/python overrides/font.py node_modules/@fontsource/be-vietnam-pro build/assets
"""

import io
import logging
import shutil
import sys
import unicodedata
from itertools import product
from pathlib import Path

from fontTools.merge import Merger
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

SOURCE = "files/be-vietnam-pro-{}-{}-normal.woff2"
SUBSETS = ("latin", "vietnamese", "latin-ext")
REGULAR, BOLD = 400, 700

VOWELS = "aăâeêioôơuưy"
TONES = ("", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323")  # ngang huyền hỏi ngã sắc nặng
SIGNS = "“”‘’–—…·×‹›«»°₫²\u00a0"

# ASCII that no heading needs (a kilobyte for every visitor); → is not in the face at all. Where one of them
# does stand in a heading, the browser takes it from the next family.
LEFT_OUT = "#$*<=>@[\\]^_`{|}~"

# Text is composed (NFC) before it is shown, so that the rules for combining marks are not needed.
FEATURES = ["kern"]
UNUSED_TABLES = ["DSIG", "GDEF", "GSUB", "gasp"]


def alphabet() -> set[str]:
    """Return every character that a heading may hold: Vietnamese in both cases (NFC), ASCII, signs."""
    toned = (unicodedata.normalize("NFC", vowel + tone) for vowel, tone in product(VOWELS, TONES))
    vietnamese = {*toned, "đ"}
    ascii_ = set(map(chr, range(0x20, 0x7F))) - set(LEFT_OUT)
    return vietnamese | {letter.upper() for letter in vietnamese} | ascii_ | set(SIGNS)


def cut(font: TTFont, letters: set[str]) -> None:
    """Leave in `font` the glyphs and rules that `letters` need, and nothing else."""
    options = Options()
    options.layout_features = FEATURES
    options.hinting = False
    options.name_IDs = [1, 2, 4, 6]
    options.name_languages = [0x409]
    options.drop_tables += UNUSED_TABLES
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=map(ord, letters))
    subsetter.subset(font)


def join(package: Path, letters: set[str] | None = None, weight: int = BOLD) -> TTFont:
    """Return the face with these letters, or with all, each taken from the first file that has it."""
    fonts = [TTFont(package / SOURCE.format(subset, weight), recalcTimestamp=False) for subset in SUBSETS]
    letters = set(letters or (chr(code) for font in fonts for code in font.getBestCmap()))
    parts, date = [], 0
    for font in fonts:
        date = max(date, font["head"].modified)
        here = letters & set(map(chr, font.getBestCmap()))
        if not here:
            continue
        letters -= here
        cut(font, here)
        font.flavor = None  # the joiner reads files without compression
        font.save(plain := io.BytesIO())
        parts.append(plain)
    if letters:
        sys.exit(f"font.py: the face has no {' '.join(sorted(letters))}")
    font = Merger().merge(parts)
    font.recalcTimestamp = False
    font["head"].modified = font["head"].created = date
    return font


def main(package: Path, target: Path) -> None:
    """Write the font and its licence into `target`."""
    logging.getLogger("fontTools").setLevel(logging.ERROR)
    font = join(package, alphabet())
    cut(font, alphabet())
    font.flavor = "woff2"
    font.save(woff := io.BytesIO())
    (target / "share").mkdir(parents=True, exist_ok=True)
    (target / "be-vietnam-pro-700.woff2").write_bytes(woff.getvalue())
    join(package).save(target / "share/face.ttf")
    join(package, weight=REGULAR).save(target / "share/face-regular.ttf")
    shutil.copyfile(package / "LICENSE", target / "be-vietnam-pro-LICENSE.txt")
    print(f"  {len(woff.getvalue()) / 1000:7.1f} kB  be-vietnam-pro-700.woff2")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
