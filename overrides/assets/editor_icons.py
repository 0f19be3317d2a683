"""Cut the editor's icons to those that its script can name: 750 kB become a tenth.

The package has every symbol there is, each drawn where its name stands. Any word of the script that is the name of one
is kept, so none that is shown is ever missing. The same sources give the same bytes.

    .venv/bin/python overrides/assets/editor_icons.py build/assets/editor
"""

import io
import logging
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

NAME = re.compile(r"[a-z0-9_]{3,}")
LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789_ "


def named(font: TTFont) -> Iterator[tuple[str, str]]:
    """Yield the name of each symbol and its glyph: the letters of the name are drawn as one."""
    letters = {glyph: chr(code).lower() for code, glyph in font.getBestCmap().items()}
    for lookup in font["GSUB"].table.LookupList.Lookup:
        for table in lookup.SubTable:
            for first, ligatures in getattr(table, "ExtSubTable", table).ligatures.items():
                for each in ligatures:
                    yield "".join(letters[glyph] for glyph in (first, *each.Component)), each.LigGlyph


def cut(font: TTFont, words: set[str]) -> None:
    """Leave in the font the symbols that are named by one of the words."""
    options = Options()
    options.layout_features = ["*"]
    # The letters of all names are there: the rules must not bring every symbol back.
    options.layout_closure = False
    subsetter = Subsetter(options)
    kept = [glyph for name, glyph in named(font) if name in words]
    if not kept:
        sys.exit("editor_icons.py: no word of the script names a symbol")
    subsetter.populate(unicodes=map(ord, LETTERS + LETTERS.upper()), glyphs=kept)
    subsetter.subset(font)


def main(folder: Path) -> None:
    """Cut the font of the editor that was made into a folder."""
    logging.getLogger("fontTools").setLevel(logging.ERROR)
    (path,) = folder.glob("assets/material-symbols-*.woff2")
    font = TTFont(path, recalcTimestamp=False)
    cut(font, set(NAME.findall((folder / "editor.js").read_text("utf-8"))))
    font.flavor = "woff2"
    font.save(woff := io.BytesIO())
    path.write_bytes(woff.getvalue())
    print(f"  {len(woff.getvalue()) / 1000:7.1f} kB  editor/{path.name}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
