"""A file that people wrote, in the canonical form: the same facts and the same comments, or not touched at all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from enum import Enum
from typing import Final

from ruamel.yaml.error import YAMLError

from ocop.catalogue.layout import Collection
from ocop.declared import Shape
from ocop.form.canonical import ById, Line, Root, lines, shapes_of
from ocop.form.comments import Attached, Comment, attached, texts_of_comments
from ocop.records import (
    District,
    Kinds,
    Producer,
    Product,
    Programme,
    Promotion,
    SalesPoint,
    Source,
    Withdrawal,
)
from ocop.source import SourceFile, Tree, parse

_MODELS: Final[Mapping[str, Root]] = {
    Collection.PRODUCTS: Product,
    f"catalogue/{Collection.PRODUCERS}": Producer,
    f"catalogue/{Collection.SALES_POINTS}": SalesPoint,
    f"catalogue/{Collection.DISTRICTS}": District,
    "catalogue/kinds.yml": Kinds,
    "catalogue/promotions.yml": Promotion,
    "catalogue/programme.yml": Programme,
    "catalogue/sources.yml": ById(Source),
}
# A part that says something even where nothing is in it: the product has been withdrawn.
_TELLING: Final = (Withdrawal,)


class CannotFormatError(ValueError):
    """The file cannot be read whole, so that nothing of it may be moved."""


def model_of(path: str) -> Root | None:
    """Give what a file of the catalogue holds by its path; None for a file that is no record."""
    folder = path.rpartition("/")[0]
    above = folder.rpartition("/")[0]
    return next((_MODELS[known] for known in (path, folder, above) if known in _MODELS), None)


def formatted(model: Root, text: str) -> str:
    """Give the canonical form of a file's text (as `source.read` gives it) with the same facts and comments.

    Raises CannotFormatError where `ocop check` finds the file unreadable.
    """
    facts = _facts_of(model, text)
    form = list(lines(model, facts))
    try:
        result = with_comments(form, text)
        whole = _facts_of(model, result) == facts and Counter(_comments(text)) == Counter(_comments(result))
    except YAMLError as error:
        raise CannotFormatError from error
    if not whole:
        raise CannotFormatError
    return result


def with_comments(form: list[Line], text: str) -> str:
    """Join the lines of a form (see `canonical.lines`) with the comments and blank lines of a text."""
    return _commented(form, text) if _has_more(text) else _joined(form)


def _facts_of(model: Root, text: str) -> Tree:
    document = parse(SourceFile("", text))
    if document.root is None or document.findings:
        raise CannotFormatError
    if isinstance(model, ById):
        model, root = model.model, document.root
        return _facts({}, root, Shape(model)) if isinstance(root, dict) else _below(Shape(model), root)
    return _below(Shape(model), document.root)


def _below(shape: Shape, tree: Tree) -> Tree:
    """Give a tree without what has no value; an entry of a list is one even where it is empty."""
    if isinstance(tree, dict):
        return _facts(shapes_of(shape.owner), tree)
    return (
        [_below(Shape(shape.base, shape.reader), entry) for entry in tree] if isinstance(tree, list) else tree
    )


def _facts(shapes: Mapping[str, Shape], tree: Mapping[str, Tree], unknown: Shape | None = None) -> Tree:
    held = {key: shapes.get(key, unknown or Shape(str)) for key in tree}
    below = {key: _below(held[key], value) for key, value in tree.items()}
    return {
        key: value for key, value in below.items() if value or (value == {} and held[key].base in _TELLING)
    }


def _has_more(text: str) -> bool:
    """Tell whether a text may hold comments, or blank lines that may stay."""
    return "#" in text or "\n\n" in text


def _comments(text: str) -> list[str]:
    return texts_of_comments(text) if "#" in text else []


def _joined(form: Iterable[Line]) -> str:
    return "".join(f"{line}\n" for line in form if line.ends is None)


def _commented(form: list[Line], text: str) -> str:
    kept = {loc for line in form for loc in line.starts}
    page = _Page(attached(text, kept))
    for line in form:
        page.take(line)
    return page.text()


class _Gap(Enum):
    """Whether a blank line may, must or must not stand before what comes next."""

    MAY = "may"
    MUST = "must"
    NEVER = "never"


class _Page:
    """The lines of a file as they are put down, each comment with the line that it is about."""

    def __init__(self, notes: Attached) -> None:
        self.notes = notes
        self.rows: list[str] = []
        self.gap = _Gap.NEVER
        self._own_lines(notes.head, 0)
        if notes.head:
            self.gap = _Gap.MUST

    def take(self, line: Line) -> None:
        """Put down a line, or the comments at the end of a list or part."""
        if line.ends is not None:
            self._own_lines(self.notes.at_end.get(line.ends, ()), line.indent)
        elif line.starts:
            self._begin(line)
        else:
            self.rows.append(str(line))

    def text(self) -> str:
        """Give the whole file."""
        return "".join(f"{row}\n" for row in self.rows)

    def _begin(self, line: Line) -> None:
        """Put down the line on which a key or entry begins; of several comments beside it the last stays there."""
        spaced = line.starts[0] in self.notes.spaced
        beside = [note for loc in line.starts for note in self.notes.beside.get(loc, ())]
        above = [note for loc in line.starts for note in self.notes.above.get(loc, ())]
        for note in sorted((*above, *beside[:-1]), key=lambda note: note.start):
            self._put(" " * line.indent + note.text, spaced=note.after_blank if note.own_line else spaced)
            spaced = spaced and note.own_line
        self._put("  ".join([str(line), *(note.text for note in beside[-1:])]), spaced=spaced)
        if line.text.endswith(":"):
            self.gap = _Gap.NEVER

    def _own_lines(self, notes: Iterable[Comment], indent: int) -> None:
        for note in notes:
            self._put(" " * indent + note.text, spaced=note.after_blank)

    def _put(self, row: str, *, spaced: bool) -> None:
        if self.gap is _Gap.MUST or (spaced and self.gap is _Gap.MAY):
            self.rows.append("")
        self.rows.append(row)
        self.gap = _Gap.MAY
