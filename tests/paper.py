"""Printed pages as somebody sees them who does not know how they were set: read and drawn by PDFium, which browsers use."""

from __future__ import annotations

import ctypes
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import zxingcpp
from pypdfium2 import raw

_FONT = re.compile(rb"/BaseFont/(?:[A-Z]{6}\+)?([^\s/<>\[\]()]+)")


class Paper:
    """A PDF file."""

    def __init__(self, content: bytes) -> None:
        """Open it."""
        self.content = content
        self._file = pypdfium2.PdfDocument(content)

    @classmethod
    def of(cls, path: Path) -> Paper:
        """Open a published file."""
        return cls(path.read_bytes())

    def __len__(self) -> int:
        """Count its pages."""
        return len(self._file)

    @property
    def pages(self) -> list[str]:
        """The text of each page, its lines joined, without the places where a long word may break."""
        texts = (page.get_textpage().get_text_range() for page in self._file)
        return [" ".join(text.replace("\u200b\r\n", "").replace("\u200b", "").split()) for text in texts]

    @property
    def text(self) -> str:
        """The text of all pages."""
        return " ".join(self.pages)

    @property
    def is_composed(self) -> bool:
        """Tell whether each letter and its marks are one character."""
        return unicodedata.is_normalized("NFC", self.text)

    @property
    def title(self) -> str:
        """The title that a reader's window shows."""
        return str(self._file.get_metadata_value("Title"))

    @property
    def made(self) -> str:
        """When it says that it was made."""
        return str(self._file.get_metadata_value("CreationDate"))

    @property
    def is_tagged(self) -> bool:
        """Tell whether it says which text is a heading, a table, a list."""
        return bool(raw.FPDFCatalog_IsTagged(self._file.raw))

    @property
    def language(self) -> str:
        """The language of its words."""
        found = re.search(rb"/Type/Catalog[^>]*/Lang\((\w+)\)", self.content)
        return found[1].decode() if found else ""

    @property
    def fonts(self) -> set[str]:
        """The names of its typefaces."""
        return {name.decode() for name in _FONT.findall(self.content)}

    def tags(self, page: int) -> list[str]:
        """Name what a page consists of, from the outermost to the innermost, in reading order."""
        opened = self._file[page]  # the tree is gone with its page
        tree = raw.FPDF_StructTree_GetForPage(opened.raw)
        found: list[str] = []
        for number in range(raw.FPDF_StructTree_CountChildren(tree)):
            found += _tags(raw.FPDF_StructTree_GetChildAtIndex(tree, number))
        raw.FPDF_StructTree_Close(tree)
        opened.close()
        return found

    def codes(self, finer: float = 2.5) -> Iterator[str]:
        """Read every QR code, as a telephone would off a print."""
        for page in self._file:
            picture = page.render(scale=finer).to_pil().convert("L")
            yield from (found.text for found in zxingcpp.read_barcodes(picture))


def _tags(element: object) -> Iterator[str]:
    size = raw.FPDF_StructElement_GetType(element, None, 0)
    name = ctypes.create_string_buffer(size)
    raw.FPDF_StructElement_GetType(element, name, size)
    yield name.raw.decode("utf-16-le").rstrip("\0")
    for number in range(raw.FPDF_StructElement_CountChildren(element)):
        if child := raw.FPDF_StructElement_GetChildAtIndex(element, number):
            yield from _tags(child)
