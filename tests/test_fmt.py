"""`ocop fmt`: one form for every record, with the same facts and the same comments, or not touched at all."""

from __future__ import annotations

import json
import os
import pty
import stat
import subprocess
import sys
import unicodedata
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel

from ocop import cli
from ocop.catalogue.layout import survey
from ocop.declared import Shape, as_written
from ocop.form import saving
from ocop.form.canonical import scalar, without_nothing, written
from ocop.form.formatting import CannotFormatError, formatted, model_of
from ocop.records import Kinds, Product, Promotion
from ocop.source import SourceFile, parse
from text_trees import MODELS, trees

ROOT = Path(__file__).parents[1]
RECORD = "products/huyen-thu/muoi-tinh-thu.yml"

# ------------------------------------------------------------------------------------- one text

EXAMPLES = {
    "keys are put in order, each with the comment above it and the one beside it": (
        "# loại\nkind: tom   #  chưa chắc\nname:    'Tôm khô'\n",
        "name: Tôm khô\n# loại\nkind: tom  #  chưa chắc\n",
    ),
    "comments above a blank line at the top are the file's, and stay there": (
        "# Về tệp\n#\n# và thêm\n\nkind: tom\nname: Tôm\n",
        "# Về tệp\n#\n# và thêm\n\nname: Tôm\nkind: tom\n",
    ),
    "brackets become lines, with the comments in them": (
        "packs: [ # gói\n  {size: 1 kg}, # nhỏ\n  # lớn\n  {size: 2 kg, gtin: '2'}\n  # hết\n]\nseason: [1,\n  2] # mùa\n",
        ("season:\n  - 1\n  - 2  # mùa\npacks:  # gói\n  - size: 1 kg  # nhỏ\n  # lớn\n  - size: 2 kg\n"
        '    gtin: "2"\n  # hết\n'),
    ),
    "a part in brackets takes its comment to its first line": (
        "sources: [{date: 2024, url: 'https://a.vn'}] # trang\n",
        "sources:  # trang\n  - url: https://a.vn\n    date: 2024\n",
    ),
    "folded text becomes one line, a block stays a block": (
        "story: |  # bài\n\n  # chữ\n\n\n  x: # y\nsummary: >-  # gấp\n  một\n  hai\n",
        "summary: một hai  # gấp\nstory: |  # bài\n  # chữ\n\n\n  x: # y\n",
    ),
    "a text over several lines keeps the comment behind it": (
        'summary: một\n  hai # a\nname: "Tôm\n  khô" # b\n',
        "name: Tôm khô  # b\nsummary: một hai  # a\n",
    ),
    "a comment at the end of a part stays at its end": (
        "en:\n  name: X\n  # hết en\n# trên recognitions\nrecognitions:\n- stars: 4\n  # hết lần một\n- stars: 3\nname: Tôm\n# hết tệp\n",
        ("name: Tôm\nen:\n  name: X\n  # hết en\n# trên recognitions\nrecognitions:\n  - stars: 4\n    # hết lần một\n"
        "  - stars: 3\n# hết tệp\n"),
    ),
    "comments between a dash and its part": (
        "sources:\n- # một\n  # hai\n  url: https://a.vn # ba\n-\n  # bốn\n  url: https://b.vn\n",
        "sources:\n  # một\n  # hai\n  - url: https://a.vn  # ba\n  # bốn\n  - url: https://b.vn\n",
    ),
    "a comment between a key and its text stands above both": (
        "sources:\n  # một\n  -\n    # hai\n    bao\nname:\n  # ba\n  Tôm\n",
        "# ba\nname: Tôm\nsources:\n  # một\n  # hai\n  - bao\n",
    ),
    "a comment in the column of the keys is no part of the list above it": (
        "sources:\n- bao\n# hết tệp\n",
        "sources:\n  - bao\n# hết tệp\n",
    ),
    "the first key of an entry leaves the line of the dash with its comments": (
        "sources:\n  # trang\n  - date: 2024  # ngày\n    # địa chỉ\n    url: https://a.vn\n",
        "sources:\n  # trang\n  # địa chỉ\n  - url: https://a.vn\n    date: 2024  # ngày\n",
    ),
    "tabs between words are blanks": ("name:\tTôm\t# tôm\n", "name: Tôm  # tôm\n"),
    "a comment beside what goes stands above what follows": (
        "name: Tôm\nproducer:  # chưa rõ\nsummary: ''  # chưa viết\nen: {}  # chưa dịch\nkind: tom\n# hết\n",
        "name: Tôm\n# chưa rõ\n# chưa viết\n# chưa dịch\nkind: tom\n# hết\n",
    ),
    "one blank line may stand above a key, none at an end or below its part": (
        "\n\nname: Tôm\n\n\n\nkind: tom\nen:\n\n  name: X\n\n\n",
        "name: Tôm\n\nkind: tom\nen:\n  name: X\n",
    ),
    "marks of a document go": ("--- # đầu\nname: Tôm\n...\n# cuối\n", "# đầu\nname: Tôm\n# cuối\n"),
    "unknown keys come last and are kept": ("la: 1 # lạ\nname: Tôm\n", 'name: Tôm\nla: "1"  # lạ\n'),
    "what says something though it is empty is kept": (
        "withdrawn: {} # rút\nrecognitions: [{}]\ntrade: {output: {}}\n",
        "recognitions:\n  - {}\nwithdrawn: {}  # rút\n",
    ),
}  # fmt: skip


@pytest.mark.parametrize("example", EXAMPLES)
def test_the_form_of_a_written_file(example: str) -> None:
    """Each rule by an example; what has the form keeps it."""
    before, after = EXAMPLES[example]
    assert formatted(Product, before) == after
    assert formatted(Product, after) == after


def test_files_of_several_records() -> None:
    """Campaigns are a list, shared sources a map, kinds lists in a map; an empty list may be all there is."""
    promotions = "# đợt\n\n- {title: B, id: b}\n\n\n# thứ hai\n- id: a\n"
    assert formatted(Promotion, promotions) == "# đợt\n\n- id: b\n  title: B\n\n# thứ hai\n- id: a\n"
    assert formatted(Promotion, "# chưa có đợt nào\n[]\n") == "# chưa có đợt nào\n[]\n"
    sources = model_of("catalogue/sources.yml")
    assert sources is not None
    text = "# báo\nb: {title: T, url: 'https://b.vn'} # b\n\na:\n  url: https://a.vn\n"
    assert (
        formatted(sources, text)
        == "# báo\nb:  # b\n  url: https://b.vn\n  title: T\n\na:\n  url: https://a.vn\n"
    )
    kinds = "kinds: []\ngroups:\n- {name: A, id: a}\n"
    assert formatted(Kinds, kinds) == "groups:\n  - id: a\n    name: A\n"


@pytest.mark.parametrize(
    "text",
    ["name: [\n", "name: a\nname: b\n", "name: &a x\n", "name: !t x\n", "name: a\n---\nname: b\n", "formerly:\n  -\n",
     "name: a # \u200b\n", "", "# chỉ ghi chú\n", "<<: {a: b}\n", "? [a]\n: b\n"],
)  # fmt: skip
def test_what_cannot_be_read_is_not_formatted(text: str) -> None:
    """Where a fault of syntax hides what was meant, nothing is moved."""
    with pytest.raises(CannotFormatError):
        formatted(Product, text)


# ------------------------------------------------------------------- any record, written in any way


@dataclass
class Messy:
    """Writes a tree as nobody should, with comments all over, and notes what each comment stands at."""

    draw: st.DrawFn
    rows: list[str] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)
    above: dict[str, str] = field(default_factory=dict)
    beside: dict[str, str] = field(default_factory=dict)

    def comment(self) -> str:
        """Make a comment that there is only once."""
        end = self.draw(st.sampled_from(["", " a: b", ' "x', " # y", " - z", " [", "…"]))
        self.comments.append(f"# {len(self.comments)};{end}".rstrip())
        return self.comments[-1]

    def chance(self) -> bool:
        """Decide by lot."""
        return self.draw(st.integers(0, 3)) == 0

    def before(self, indent: int, mark: str) -> None:
        """Perhaps write blank lines and comments above a key or an entry."""
        for _ in range(self.draw(st.integers(0, 2))):
            self.rows.append("")
        if self.chance():
            comment = self.comment()
            self.above[comment] = mark
            self.rows.append(" " * indent + comment)

    def put(self, row: str, mark: str = "") -> None:
        """Write a line, perhaps with a comment at its end."""
        if self.chance():
            comment = self.comment()
            if mark:
                self.beside[comment] = mark
            row = f"{row}{self.draw(st.sampled_from([' ', '  ', '     ']))}{comment}"
        self.rows.append(row)

    def part(self, tree: dict[str, Any], indent: int, lead: str = "") -> None:
        """Write a part in any order of its keys; ``lead`` is the dash on whose line it begins."""
        for number, (key, value) in enumerate(tree.items()):
            name = f"{scalar(key)}:"
            begin = " " * indent + name
            if number == 0 and lead:
                begin = lead + name
            else:
                self.before(indent, name)
            self.value(begin, name, value, indent)
            if self.chance():
                self.put(f"{' ' * indent}bo-trong-{number}:")
        if self.chance():
            self.rows.append(" " * indent + self.comment())

    def value(self, begin: str, name: str, value: Any, indent: int) -> None:
        """Write what follows a key or a dash."""
        if isinstance(value, str):
            self.text(begin, name, value, indent)
        elif self.chance() or not value:
            self.brackets(begin, value, indent)
        elif isinstance(value, dict):
            self.put(begin, name)
            self.part(value, indent + self.draw(st.sampled_from([1, 2, 4])))
        else:
            self.put(begin, name)
            self.entries(value, indent + self.draw(st.sampled_from([0, 2, 3])) if name else indent + 2)

    def entries(self, values: list[Any], indent: int) -> None:
        """Write a list with dashes."""
        for value in values:
            dash = " " * indent + "- "
            self.before(indent, "-")
            if isinstance(value, dict) and value and not self.chance():
                self.part(value, indent + 2, lead=dash)
            elif isinstance(value, str) or not value or isinstance(value, dict):
                self.value(dash, "", value, indent)
            else:
                self.put(dash.rstrip())
                self.entries(value, indent + 2)

    def text(self, begin: str, name: str, value: str, indent: int) -> None:
        """Write a text in one of the ways of YAML."""
        lines = value.split("\n")
        if len(lines) > 1 and self.chance():
            # The comments after a block are none where they stand as deep as its text.
            self.put(f"{begin.rstrip()} |", name)
            self.rows += [f"{' ' * (indent + 6)}{line}" if line else "" for line in lines]
        elif "'" not in value and len(lines) == 1 and self.chance():
            self.put(f"{begin.rstrip()} '{value}'", name)
        elif len(lines) == 1 and self.chance():
            self.put(f"{begin.rstrip()} {scalar(value)}", name)
        else:
            self.put(f"{begin.rstrip()} {json.dumps(value, ensure_ascii=False)}", name)

    def brackets(self, begin: str, value: Any, indent: int) -> None:
        """Write a list or part in brackets, over several lines."""
        is_map = isinstance(value, dict)
        self.put(f"{begin.rstrip()} {'{' if is_map else '['}")
        for key, below in value.items() if is_map else ((None, each) for each in value):
            lead = " " * (indent + 2) + (f"{json.dumps(key, ensure_ascii=False)}: " if is_map else "")
            self.before(indent + 2, "")
            flat = json.dumps(below, ensure_ascii=False)
            self.put(f"{lead}{flat},")
        self.put(" " * (indent + 1) + ("}" if is_map else "]"))

    @property
    def everything(self) -> str:
        """The whole file."""
        return "\n".join(self.rows) + "\n"


@st.composite
def messy(draw: st.DrawFn) -> tuple[type[BaseModel], dict[str, Any], Messy]:
    """Give a record's tree, and the same written in some way with comments."""
    model = draw(st.sampled_from(MODELS))
    tree = without_nothing(draw(trees(model)))
    assert isinstance(tree, dict)
    # A file of nothing is told as such; a key of a hundred letters in brackets needs another way of writing.
    tree = tree or {as_written(model)[0].key: "x"}
    writing = Messy(draw)
    writing.part(tree, 0)
    return model, tree, writing


def comments_in(text: str, wanted: list[str]) -> Iterator[tuple[str, int, str]]:
    """Yield each of our comments with its line and what stands before it on that line."""
    for number, row in enumerate(text.split("\n")):
        for comment in wanted:
            if row == comment or row.endswith(f" {comment}"):
                yield comment, number, row.removesuffix(comment).strip()


@given(messy())
def test_facts_and_comments_stay(written_so: tuple[type[BaseModel], dict[str, Any], Messy]) -> None:
    """Whatever way a record is written: the same facts, each comment once, the form of the writer, and no more to do."""
    model, tree, writing = written_so
    before = writing.everything
    after = formatted(model, before)
    assert parse(SourceFile("", after)).root == tree
    assert sorted(comment for comment, _, _ in comments_in(after, writing.comments)) == sorted(
        writing.comments
    )
    assert formatted(model, after) == after
    bare = [row for row in without_comments(after, writing.comments) if row.strip()]
    assert bare == [row for row in written(model, tree).split("\n") if row.strip()]
    assert "\n\n\n" not in "\n".join(outside_blocks(after))
    assert not after.startswith("\n")
    assert not after.endswith("\n\n")


def without_comments(text: str, comments: list[str]) -> Iterator[str]:
    """Yield the lines of a text without our comments."""
    at = {number: (comment, lead) for comment, number, lead in comments_in(text, comments)}
    for number, row in enumerate(text.split("\n")):
        if number not in at:
            yield row
        elif at[number][1]:
            yield row.removesuffix(at[number][0]).rstrip()


def outside_blocks(text: str) -> Iterator[str]:
    """Yield the lines that are not those of a block of text."""
    depth = -1
    for row in text.split("\n"):
        indent = len(row) - len(row.lstrip())
        if depth >= 0 and (not row.strip() or indent > depth):
            continue
        depth = indent if row.split("  #")[0].endswith("|") else -1
        yield row


@given(messy())
def test_a_comment_stays_with_what_it_is_about(
    written_so: tuple[type[BaseModel], dict[str, Any], Messy],
) -> None:
    """What stood directly above a key stands above it still, and what stood beside it beside it."""
    model, _, writing = written_so
    after = formatted(model, writing.everything)
    rows = after.split("\n")
    places = {comment: (number, lead) for comment, number, lead in comments_in(after, writing.comments)}
    own = {number for number, lead in places.values() if not lead}
    for comment, mark in writing.above.items():
        number, lead = places[comment]
        following = next(at for at in range(number + 1, len(rows)) if at not in own and rows[at])
        assert lead == ""
        assert mark in ("", "-") or mark in rows[following]
        assert mark != "-" or rows[following].lstrip().startswith("-")
    for comment, mark in writing.beside.items():
        number, lead = places[comment]
        # Of two comments on what becomes one line the first goes above it.
        row = lead or next(rows[at] for at in range(number + 1, len(rows)) if at not in own and rows[at])
        assert mark in row


@given(messy(), st.sampled_from(["\r\n", "\n"]), st.booleans())
def test_a_file_of_any_computer(
    tmp_path_factory: pytest.TempPathFactory,
    written_so: tuple[type[BaseModel], dict[str, Any], Messy],
    end: str,
    marked: bool,
) -> None:
    """Windows' line ends and byte-order mark, and the Mac's decomposed letters, are gone after formatting."""
    root = tmp_path_factory.mktemp("any")
    model, tree, writing = written_so
    if model is not Product:
        return
    (root / "products/a").mkdir(parents=True)
    file = root / "products/a/b.yml"
    text = unicodedata.normalize("NFD", writing.everything).replace("\n", end)
    file.write_bytes((b"\xef\xbb\xbf" if marked else b"") + text.encode())
    assert run(root).exit_code == 0
    assert b"\r" not in file.read_bytes()
    assert parse(SourceFile("", file.read_text("utf-8"))).root == tree


# ---------------------------------------------------------------------------------- the command


def run(root: Path, *arguments: str) -> Result:
    """Run the command; it fails on any traceback."""
    result = CliRunner().invoke(cli.ocop, ["fmt", "--root", str(root), *arguments], env={"OCOP_LANG": ""})
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exc_info
    return result


@pytest.fixture
def formed(site: Path) -> Path:
    """Give the made-up catalogue, formatted."""
    assert run(site).exit_code == 0
    return site


UGLY = "kind: muoi  # loại\nname: 'Muối'\nsources: [bao-thu]\n"
FINE = "name: Muối\nkind: muoi  # loại\nsources:\n  - bao-thu\n"


def test_the_real_records_have_the_form() -> None:
    """Every record of the repository is in the form that `ocop fmt` gives it."""
    result = run(ROOT, "--check")
    assert (result.exit_code, result.stdout) == (0, "")


def test_formatting_keeps_every_fact(site: Path, check: Any) -> None:
    """The whole made-up catalogue, which writes every field, means the same afterwards and has no more to do."""
    facts = everything(site)
    told = [line.split(": ", 1)[1] for line in check(site).stdout.splitlines()]
    first = run(site)
    assert first.exit_code == 0
    assert first.stdout.count(": đã định dạng\n") > 10
    assert everything(site) == facts
    assert [line.split(": ", 1)[1] for line in check(site).stdout.splitlines()] == told
    again = run(site)
    assert (again.exit_code, again.stdout) == (0, "")
    assert again.stderr == f"{len(facts)} tệp: đều đúng dạng chuẩn\n"


def everything(root: Path) -> dict[str, Any]:
    """Give the trees of all files."""
    layout = survey(root)
    paths = [*(record.path for record in layout.records), *layout.singles]
    return {path: parse(SourceFile(path, (root / path).read_text("utf-8"))).root for path in paths}


def test_what_changed_is_told(formed: Path) -> None:
    """Each file that was formatted has a line, in either language; comments stay."""
    (formed / RECORD).write_text(UGLY)
    result = run(formed, "--lang", "en")
    assert (result.exit_code, result.stdout) == (0, f"{RECORD}: formatted\n")
    assert result.stderr.endswith(" files: 1 formatted\n")
    assert (formed / RECORD).read_text() == FINE


@pytest.mark.parametrize(
    ("lang", "told"), [("vi", "chưa đúng dạng chuẩn"), ("en", "not in the canonical form")]
)
def test_check_writes_nothing(formed: Path, lang: str, told: str) -> None:
    """`--check` lists what is not in the form and leaves it so: exit code 1, or 0 where all is well."""
    assert run(formed, "--check").exit_code == 0
    (formed / RECORD).write_text(UGLY)
    result = run(formed, "--check", "--lang", lang)
    assert (result.exit_code, result.stdout) == (1, f"{RECORD}: {told}\n")
    assert (formed / RECORD).read_text() == UGLY


def test_diff_shows_and_writes_nothing(formed: Path) -> None:
    """`--diff` shows the lines that would change."""
    (formed / RECORD).write_bytes(UGLY.replace("\n", "\r\n").encode())
    result = run(formed, "--diff")
    assert result.exit_code == 1
    assert f"--- {RECORD}\n+++ {RECORD}\n" in result.stdout
    assert "-name: 'Muối'\\r\n" in result.stdout
    assert "+name: Muối\n" in result.stdout
    assert (formed / RECORD).read_bytes().startswith(b"kind: muoi")


@pytest.mark.parametrize(
    "content", [b"name: [\n", b"name: a\nname: b\n", b"\xff\xfe", b"", b"name: &a b\n", b"x" * 300_000]
)
def test_what_cannot_be_read_is_left_alone(formed: Path, content: bytes) -> None:
    """A file that `ocop check` cannot read stays as it is and is told; the others are formatted all the same."""
    other = formed / "products/huyen-thu/muoi-hat-thu.yml"
    (formed / RECORD).write_bytes(content)
    other.write_text(f"# đầu\n\n{other.read_text()}\n\n")
    result = run(formed)
    assert result.exit_code == 1
    assert f"{RECORD}: chưa định dạng được: xem `ocop check {RECORD}`" in result.stdout
    assert "muoi-hat-thu.yml: đã định dạng" in result.stdout
    assert (formed / RECORD).read_bytes() == content
    english = run(formed, "--check", "--lang", "en", str(formed / RECORD))
    assert english.exit_code == 1
    assert english.stdout == (
        f"{RECORD}: could not be formatted: `ocop check {RECORD}` tells what is wrong with it\n"
    )


def test_only_the_files_that_are_named(formed: Path) -> None:
    """A file or a folder limits what is formatted."""
    other = "catalogue/producers/htx-muoi-thu.yml"
    for path in (RECORD, other):
        (formed / path).write_text(f"\n{(formed / path).read_text()}")
    assert run(formed, str(formed / "products")).stdout == f"{RECORD}: đã định dạng\n"
    assert run(formed, str(formed / other)).stdout == f"{other}: đã định dạng\n"


def test_other_files_are_wrong_use(formed: Path, tmp_path: Path) -> None:
    """What is no record, lies elsewhere or is not there at all gives exit code 2, and nothing is written."""
    page = formed / "catalogue/gioi-thieu.md"
    elsewhere = tmp_path / "x.yml"
    elsewhere.write_text(UGLY)
    link = formed / "products/huyen-thu/lien-ket.yml"
    link.symlink_to(elsewhere)
    for file in (page, elsewhere, link, formed / "khong-co.yml"):
        assert run(formed, str(file)).exit_code == 2
    assert run(formed, "--lang", "fr").exit_code == 2
    assert elsewhere.read_text() == UGLY
    assert "không phải bản ghi" in run(formed, str(page)).stderr


def test_links_are_not_followed(formed: Path, tmp_path: Path) -> None:
    """A link in the place of a record or of its folder is not formatted, wherever it leads."""
    outside = tmp_path / "ngoai"
    outside.mkdir()
    (outside / "a.yml").write_text(UGLY)
    (formed / "products/lien-ket").symlink_to(outside)
    (formed / "products/huyen-thu/b.yml").symlink_to(outside / "a.yml")
    assert run(formed).stdout == ""
    assert (outside / "a.yml").read_text() == UGLY


def test_permissions_stay_and_nothing_is_left_over(formed: Path) -> None:
    """The new text takes the old one's place at one stroke, with its permissions, and no file beside it."""
    names = sorted(path.name for path in (formed / RECORD).parent.iterdir())
    (formed / RECORD).write_text(UGLY)
    (formed / RECORD).chmod(0o640)
    run(formed)
    assert stat.S_IMODE((formed / RECORD).stat().st_mode) == 0o640
    assert sorted(path.name for path in (formed / RECORD).parent.iterdir()) == names


def test_a_file_that_cannot_be_written_stays_whole(formed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the disk is full the old text stays, nothing lies beside it, and it is told."""

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    (formed / RECORD).write_text(UGLY)
    names = sorted(path.name for path in (formed / RECORD).parent.iterdir())
    monkeypatch.setattr(saving.Path, "replace", full)
    result = run(formed)
    assert (result.exit_code, result.stdout) == (1, f"{RECORD}: chưa định dạng được: không ghi được tệp\n")
    assert (formed / RECORD).read_text() == UGLY
    assert sorted(path.name for path in (formed / RECORD).parent.iterdir()) == names


def test_a_record_whose_name_is_wrong_is_formatted_too(formed: Path) -> None:
    """The name of a file is not a reason to leave its lines alone."""
    (formed / "products/huyen-thu/Muối.YML").write_text(UGLY)
    assert run(formed).stdout == "products/huyen-thu/Muối.YML: đã định dạng\n"


def test_progress_is_shown_to_people_only() -> None:
    """Many files have a bar on standard error where somebody looks on, and none in a log."""
    leader, follower = pty.openpty()
    command = [
        sys.executable,
        "-c",
        "from ocop.cli import main; main()",
        "fmt",
        "--check",
        "--root",
        str(ROOT),
    ]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=follower)
    os.close(follower)
    shown = b"".join(until_closed(leader)).decode()
    assert process.wait() == 0
    assert "100%" in shown
    assert "%" not in run(ROOT, "--check").stderr


def until_closed(terminal: int) -> Iterator[bytes]:
    """Yield what is shown on a terminal until nobody writes to it any more."""
    # Linux tells the end by an error, others by nothing more to read.
    with suppress(OSError), os.fdopen(terminal, "rb", buffering=0) as shown:
        while piece := shown.read(4096):
            yield piece


def test_help_is_in_both_languages() -> None:
    """The help says in both languages what the command does and what its exit codes mean, with an example."""
    text = CliRunner().invoke(cli.ocop, ["fmt", "--help"]).output
    for words in (
        "Đưa bản ghi về dạng chuẩn",
        "one canonical form",
        "--check",
        "--diff",
        "Ví dụ / example: ocop fmt",
    ):
        assert words in text


def test_every_file_of_the_layout_has_a_model() -> None:
    """No record or shared file is forgotten; anything else has none."""
    layout = survey(ROOT)
    assert layout.records
    for path in (*(record.path for record in layout.records), *layout.singles):
        assert model_of(path) is not None
    assert model_of("catalogue/gioi-thieu.md") is None
    assert Shape(Product).owner is model_of("products/dong-hai/a.yml")
