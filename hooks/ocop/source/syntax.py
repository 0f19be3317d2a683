"""What the YAML library calls a fault of syntax, told as the slip that a person made.

The library names what it expected; whoever typed the line needs to know what they typed. The commonest slips are
recognised from the library's words and the line itself; the place is moved to where the slip is mended.
"""

from __future__ import annotations

import dataclasses
import re
from dataclasses import dataclass
from typing import Any, Final

from ocop.source.limits import MOST_LEVELS

_NO_SPACE: Final = re.compile(r"^\s*(?:- +)*([\w-]+):(?!//)[^\s]")
_NAMED: Final = re.compile(r"^\s*(?:- +)*[^\s:][^:]*:(\s|$)")
_BRACKETS: Final = {"sequence": "[", "mapping": "{"}
_COMMENT: Final = re.compile(r"\s*(//|<!--|/\*)")
_BLOCK: Final = re.compile(r"(:|^\s*-) +[|>][-+0-9]*\s*$")
# Marks of other keyboards that look like YAML's own, and spaces that are none to YAML.
_WIDE: Final = {"：": ":"}
_ODD_SPACE: Final = re.compile(
    r"^[\s-]*([\u00a0\u2000-\u200a\u202f\u205f\u3000])|:([\u00a0\u2000-\u200a\u202f\u205f\u3000])"
)


@dataclass(frozen=True, slots=True)
class Slip:
    """A fault of syntax: which message, and where; line and column count from 1."""

    code: str
    line: int
    column: int
    values: dict[str, str] = dataclasses.field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Trouble:
    """What the library says, and the lines it says it about; marks count from 0."""

    context: str
    problem: str
    start: tuple[int, int]
    end: tuple[int, int]
    lines: list[str]
    last_quoted: Any

    @property
    def line(self) -> str:
        return self.lines[self.end[0]] if self.end[0] < len(self.lines) else ""

    @property
    def character(self) -> str:
        return self.line[self.end[1] : self.end[1] + 1]

    def here(self, code: str, **values: str) -> Slip:
        """Point at where the library stopped."""
        return Slip(code, self.end[0] + 1, self.end[1] + 1, values)

    def there(self, code: str, **values: str) -> Slip:
        """Point at where the part began that went wrong."""
        return Slip(code, self.start[0] + 1, self.start[1] + 1, values)


def explain(error: Any, text: str, last_quoted: Any = None) -> Slip:
    """Every record is YAML: lines ``name: value``, the inner ones indented with spaces.

    What is no YAML, and like no slip that is known, is mended by holding it against a record that is good. ``last_quoted``
    is the last quoted scalar before the error.

    bad_yaml
        Wrong: ``en: {: Grain salt}``
        Right: ``en: {name: Grain salt}``
    """
    end = _mark(getattr(error, "problem_mark", None))
    start = _mark(getattr(error, "context_mark", None)) or end
    if start is None or end is None:
        return Slip("bad_yaml", 1, 1)
    said = [getattr(error, part, None) or "" for part in ("context", "problem")]
    trouble = _Trouble(said[0], said[1], start, end, text.split("\n"), last_quoted)
    return (
        _of_lines(trouble)
        or _of_scanner(trouble)
        or _of_brackets(trouble)
        or _of_parser(trouble)
        or trouble.here("bad_yaml")
    )


def _mark(mark: Any) -> tuple[int, int] | None:
    return None if mark is None else (mark.line, mark.column)


def _of_lines(trouble: _Trouble) -> Slip | None:
    """Every record holds its fields, and comments after a ``#``.

    Where two people changed one line, Git leaves both versions with marks around them: which is right only a person can
    tell.

    merge_conflict
        Wrong:
            <<<<<<< HEAD
            summary: Muối trắng
            =======
            summary: Muối hạt to
            >>>>>>> muoi-hat
        Right: ``summary: Muối trắng, hạt to``
    comment_mark
        Wrong: ``// hỏi lại chủ thể``
        Right: ``# hỏi lại chủ thể``
    """
    for number, line in enumerate(trouble.lines):
        if line.startswith("<<<<<<< "):
            return Slip("merge_conflict", number + 1, 1)
    for number in {trouble.start[0], trouble.end[0]}:
        line = trouble.lines[number] if number < len(trouble.lines) else ""
        if comment := _COMMENT.match(line):
            return Slip("comment_mark", number + 1, comment.start(1) + 1, {"value": comment[1]})
    return None


# (in the context, in the problem): message, whether it is mended where the part began, values.
_SAYINGS: Final[tuple[tuple[str, str, str, bool, dict[str, str]], ...]] = (
    ("", "tab character", "tab_indent", False, {}),
    ("directive", "", "bad_start", True, {"value": "%"}),
    ("", "nesting", "too_deep", False, {"most": str(MOST_LEVELS)}),
    ("quoted scalar", "end of stream", "unclosed_quote", True, {}),
    ("quoted scalar", "document indicator", "unclosed_quote", True, {}),
    ("quoted scalar", "", "bad_escape", False, {}),
    ("block scalar", "", "after_block_mark", True, {}),
    ("", "mapping keys are not allowed", "bad_start", False, {"value": "?"}),
    ("alias", "", "anchor", True, {}),
    ("anchor", "", "anchor", True, {}),
    ("a tag", "", "tag", True, {}),
    ("", "tag handle", "tag", True, {}),
    ("", "block sequence entries", "dash_in_line", False, {}),
)


def _of_scanner(trouble: _Trouble) -> Slip | None:
    r"""No text starts with a mark that means something to YAML, unless it stands in quotes.

    Levels are indented with spaces, which are as wide on every screen; the entries of a list, and a text of several lines,
    start on a line of their own.

    tab_indent
        Wrong:
            packs:
            ⇥- size: 500 g
        Right:
            packs:
              - size: 500 g
    bad_start
        Wrong: ``summary: @muoi: hạt to``
        Right: ``summary: "@muoi: hạt to"``
    unclosed_quote
        Wrong: ``summary: "Muối trắng``
        Right: ``summary: "Muối trắng"``
    bad_escape
        Wrong: ``summary: "Bán ở ấp 1\Điền Hải"``
        Right: ``summary: "Bán ở ấp 1/Điền Hải"``
    after_block_mark
        Wrong: ``story: | Muối phơi trên sân trải bạt.``
        Right:
            story: |
              Muối phơi trên sân trải bạt.
    dash_in_line
        Wrong: ``sources: - bao-bac-lieu-2025``
        Right:
            sources:
              - bao-bac-lieu-2025
    """
    if "alias" in trouble.context and (star := re.match(r"\s*(\*) ", trouble.line)):
        return trouble.there("list_mark", value=star[1])
    for context, problem, code, began, values in _SAYINGS:
        if context in trouble.context and problem in trouble.problem:
            return trouble.there(code, **values) if began else trouble.here(code, **values)
    if "cannot start any token" in trouble.problem:
        tab = trouble.character == "\t"
        return trouble.here("tab_indent") if tab else trouble.here("bad_start", value=trouble.character)
    if "expected ':'" in trouble.problem:
        return _without_colon(trouble, trouble.start[0])
    return _second_colon(trouble) if "mapping values" in trouble.problem else None


def _without_colon(trouble: _Trouble, number: int) -> Slip:
    """Every field is its name, a colon, a space and its value.

    Only so can a value hold colons of its own, as a web address does.

    space_after_colon
        Wrong: ``kind:muoi``
        Right: ``kind: muoi``
    missing_colon
        Wrong: ``kind muoi``
        Right: ``kind: muoi``
    odd_space
        Wrong: ``kind:␣muoi``
        Right: ``kind: muoi``
    wide_mark
        Wrong: ``kind：muoi``
        Right: ``kind: muoi``
    """
    line = trouble.lines[number]
    column = len(line) - len(line.lstrip()) + 1
    if number and _BLOCK.search(trouble.lines[number - 1]):
        return Slip("after_block_mark", number + 1, column)
    if odd := _ODD_SPACE.search(line):
        return Slip("odd_space", number + 1, max(odd.start(1), odd.start(2)) + 1)
    if wide := re.match(r"\s*(?:- +)*[\w-]+ ?([：])", line):
        return Slip("wide_mark", number + 1, wide.start(1) + 1, {"value": wide[1], "plain": _WIDE[wide[1]]})
    close = _NO_SPACE.match(line)
    if close:
        return Slip("space_after_colon", number + 1, close.start(1) + 1, {"key": close[1]})
    return Slip("missing_colon", number + 1, column)


def _second_colon(trouble: _Trouble) -> Slip:
    """Fields that belong together start in one column, and a text that holds a colon and a space stands in quotes.

    Otherwise it cannot be told where a field ends and the next begins.

    colon_in_text
        Wrong: ``summary: Muối hạt: trắng, to``
        Right: ``summary: "Muối hạt: trắng, to"``
    bad_indent
        Wrong:
            packs:
              - size: 500 g
               price: 15000
        Right:
            packs:
              - size: 500 g
                price: 15000
    """
    number, column = trouble.end
    if _NAMED.match(trouble.line[:column] + " "):
        return trouble.here("colon_in_text")
    before = next((above for above in range(number - 1, -1, -1) if trouble.lines[above].strip()), None)
    if before is not None and not _NAMED.match(trouble.lines[before]):
        return _without_colon(trouble, before)
    return Slip("bad_indent", number + 1, len(trouble.line) - len(trouble.line.lstrip()) + 1)


def _left_open(trouble: _Trouble) -> Slip | None:
    """Find the bracket after which the file ends."""
    for number in range(len(trouble.lines) - 1, -1, -1):
        line = trouble.lines[number]
        column = max(line.rfind("["), line.rfind("{"))
        if column >= 0:
            return Slip("unclosed_bracket", number + 1, column + 1, {"value": line[column]})
    return None


def _of_brackets(trouble: _Trouble) -> Slip | None:
    """Every bracket that opens closes again.

    unclosed_bracket
        Wrong: ``season: [1, 2, 3``
        Right: ``season: [1, 2, 3]``
    stray_bracket
        Wrong: ``season: [1, 2, 3]]``
        Right: ``season: [1, 2, 3]``
    """
    bracket = re.search(r"flow (sequence|mapping)", trouble.context)
    if bracket and trouble.character == ":" and trouble.start[0] == trouble.end[0]:
        return trouble.here("colon_in_text")
    if bracket and "expected ','" in trouble.problem:
        return trouble.there("unclosed_bracket", value=_BRACKETS[bracket[1]])
    if "node content" in trouble.problem and not trouble.character:
        return _left_open(trouble)
    if trouble.character in tuple("]},"):
        return trouble.here("stray_bracket", value=trouble.character)
    return None


def _of_parser(trouble: _Trouble) -> Slip | None:
    """Nothing follows the quote that closes a text.

    text_after_quote
        Wrong: ``summary: "Muối" trắng``
        Right: ``summary: “Muối” trắng``
    """
    if not re.search("expected key|expected '-'|document start", trouble.problem):
        return None
    quoted = trouble.last_quoted
    if quoted is not None and quoted.start_mark.line < quoted.end_mark.line == trouble.end[0]:
        return Slip("unclosed_quote", quoted.start_mark.line + 1, quoted.start_mark.column + 1)
    after_quote = trouble.line[: trouble.end[1]].rstrip().endswith(('"', "'"))
    return trouble.here("text_after_quote" if after_quote else "bad_indent")
