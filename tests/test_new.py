"""`ocop new`: a record that is valid from the start, with every other field ready to be filled in."""

from __future__ import annotations

import os
import pty
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Any

import pytest
from click.testing import CliRunner, Result

from conftest import Check
from ocop import cli
from ocop.catalogue import load
from ocop.cli import asking, new
from ocop.declared import as_written
from ocop.fields import About, Line, Part
from ocop.form.canonical import without_nothing
from ocop.form.formatting import formatted
from ocop.form.template import new_record, put
from ocop.records import Producer, Product, SalesPoint
from ocop.source import SourceFile, parse

MODELS = {"product": Product, "producer": Producer, "sales-point": SalesPoint}
PLACES = {
    "product": "products/chua-ro",
    "producer": "catalogue/producers",
    "sales-point": "catalogue/sales-points",
}
Make = Callable[..., Result]


@pytest.fixture
def make(site: Path, monkeypatch: pytest.MonkeyPatch) -> Make:
    """Give a function that runs ``ocop new`` in the made-up catalogue, without a terminal unless answers are given."""
    monkeypatch.delenv("OCOP_LANG", raising=False)

    def run(*arguments: str, answers: tuple[str, ...] | None = None) -> Result:
        for module in (asking, new):
            monkeypatch.setattr(module, "on_terminal", lambda: answers is not None)
        typed = "".join(f"{answer}\n" for answer in answers or ())
        result = CliRunner().invoke(cli.ocop, ["new", "--root", str(site), *arguments], input=typed)
        assert result.exception is None or isinstance(result.exception, SystemExit), result.exc_info
        return result

    return run


def needed(what: str) -> list[str]:
    """Give the options without which a record cannot be."""
    kind = ["--kind", "muoi"] if what == "product" else []
    return ["--name", "Thử: một", "--source", "bao-thu", *kind]


# ---------------------------------------------------------------------------------- what is written


@pytest.mark.parametrize("lang", ["vi", "en"])
@pytest.mark.parametrize("what", MODELS)
def test_a_new_record_is_valid_from_the_start(
    what: str, lang: str, make: Make, site: Path, check: Check
) -> None:
    """With no more than it must have, a record passes `ocop check` and `ocop fmt --check`, and lies at its place."""
    result = make(what, "cai-moi", *needed(what), "--lang", lang)
    path = f"{PLACES[what]}/cai-moi.yml"
    assert (result.exit_code, result.stdout) == (0, f"{path}\n")
    assert ("Tiếp theo:" if lang == "vi" else "Next:") in result.stderr
    assert f"ocop check {path}" in result.stderr
    assert check(site, str(site / path)).exit_code == 0
    formed = CliRunner().invoke(cli.ocop, ["fmt", "--check", "--root", str(site), str(site / path)])
    assert (formed.exit_code, formed.stdout) == (0, "")
    text = (site / path).read_text("utf-8")
    assert re.search(r'^name: "Thử: một"$', text, re.MULTILINE)
    assert text.startswith("# Dòng bắt đầu bằng #" if lang == "vi" else "# A line that starts with #")


@pytest.mark.parametrize("what", MODELS)
def test_every_field_stands_in_its_order(what: str, make: Make, site: Path) -> None:
    """Each field of the record, filled or as a hint with its Vietnamese name, in the order of forms and guide."""
    make(what, "cai-moi", *needed(what))
    rows = (site / PLACES[what] / "cai-moi.yml").read_text("utf-8").splitlines()
    keys = [found[2] for row in rows if (found := re.match(r"(# )?([a-z_0-9]+):", row))]
    assert keys == [field.key for field in as_written(MODELS[what])]
    for field in as_written(MODELS[what]):
        if field.about is not None and not field.required:
            assert any(row.startswith(f"# {field.key}:") and field.about.vi in row for row in rows)


@pytest.mark.parametrize("what", MODELS)
def test_a_hint_without_its_mark_is_a_line_of_the_record(what: str) -> None:
    """Where the marks are taken away the hints are a record whose every key is one that exists."""
    model = MODELS[what]
    text = new_record(
        model, {"name": "x", "sources": ["y"], **({"kind": "z"} if what == "product" else {})}, "vi"
    )
    rows = text.splitlines()[1:]
    document = parse(SourceFile("x.yml", "\n".join(re.sub(r"^( *)# ", r"\1", row) for row in rows) + "\n"))
    assert document.findings == ()
    assert isinstance(document.root, dict)
    assert [*document.root] == [field.key for field in as_written(model)]
    assert without_keys(document.root, model) == []


def without_keys(tree: Any, model: Any, loc: str = "") -> list[str]:
    """Give the keys of a tree that its model does not have, and those of the model that the tree does not have."""
    if isinstance(tree, list):
        return [wrong for entry in tree for wrong in without_keys(entry, model, loc)]
    if not isinstance(tree, dict) or model is None:
        return []
    owned = {field.key: field.shape.owner for field in as_written(model)}
    inside = [
        wrong for key in tree if key in owned for wrong in without_keys(tree[key], owned[key], f"{loc}.{key}")
    ]
    return [f"{loc}.{key}" for key in tree.keys() ^ owned.keys()] + inside


@pytest.mark.parametrize("what", MODELS)
def test_one_hint_alone_can_be_filled(what: str) -> None:
    """A field of one line is filled by taking away its mark and writing a value in place of what stands there."""
    model = MODELS[what]
    text = new_record(model, {"name": "x", "sources": ["y"]}, "en")
    tried = 0
    for row in text.splitlines():
        found = re.match(r"# ([a-z_]+): (?!\|)\S", row)
        if found is None:
            continue
        tried += 1
        filled = text.replace(f"\n{row}\n", f"\n{found[1]}: giá trị\n")
        root = parse(SourceFile("x.yml", filled)).root
        assert isinstance(root, dict)
        assert root[found[1]] == "giá trị"
        assert f"{found[1]}: giá trị\n" in formatted(model, filled)
    assert tried > 5


class Further(Product):
    """A product with one field more."""

    colour: Annotated[
        Line | None,
        About(
            vi="Màu sắc", en="Colour", hint="Một từ.", hint_en="One word.", example="xanh", part=Part.KEEPING
        ),
    ] = None


def test_a_new_field_shows_by_itself() -> None:
    """Whoever declares a field need not think of `ocop new`."""
    rows = {lang: new_record(Further, {}, lang).splitlines() for lang in ("vi", "en")}
    assert any(re.fullmatch(r"# colour: xanh +# Màu sắc. Một từ", row) for row in rows["vi"])
    assert any(re.fullmatch(r"# colour: xanh +# Colour. One word", row) for row in rows["en"])


def test_what_is_known_of_a_part_is_filled_and_the_rest_hinted() -> None:
    """A part that is partly known has hints for its other fields, and keeps the canonical form."""
    known = {
        "name": "Muối",
        "kind": "muoi",
        "recognitions": [{"date": "2024"}],
        "trade": {"hs_code": "2501.00"},
        "sources": [{"url": "https://a.vn"}, "bao"],
    }
    text = new_record(Product, known, "vi")
    assert "recognitions:\n  - date: 2024\n    # stars: 4 " in text
    assert '  hs_code: "2501.00"\n  # export_markets: ' in text
    assert "  - url: https://a.vn\n    # title: …" in text
    assert formatted(Product, text) == text
    assert parse(SourceFile("", text)).root == without_nothing(known)


def test_what_is_given_is_written(make: Make, site: Path) -> None:
    """Names are looked up as ids, the folder is the district, and any further field may be set."""
    result = make(
        "product", "muoi-ot-moi", "--name", "Muối ớt", "--kind", "MUỐI", "--district", "Huyện Thử", "--commune", "xã một",
        "--producer", "htx muoi thu", "--source", "https://example.org/moi", "--source", "bao-thu",
        "--set", "trade.hs_code=2501.00", "--set", "recognitions[0].stars=4", "--set", "summary=Cay: mặn",
    )  # fmt: skip
    assert result.stdout == "products/huyen-thu/muoi-ot-moi.yml\n", result.stderr
    root = parse(SourceFile("", (site / result.stdout.strip()).read_text("utf-8"))).root
    assert root == {
        "name": "Muối ớt",
        "kind": "muoi",
        "producer": "htx-muoi-thu",
        "summary": "Cay: mặn",
        "commune": "xa-mot",
        "recognitions": [{"stars": "4"}],
        "trade": {"hs_code": "2501.00"},
        "sources": [{"url": "https://example.org/moi"}, "bao-thu"],
    }


def test_a_place_that_is_not_known_is_told(make: Make, site: Path) -> None:
    """A product without a district goes where such goods are, and that is said."""
    result = make("product", "cai-moi", *needed("product"))
    assert "products/chua-ro (chưa rõ địa phương)" in result.stderr
    result = make("product", "cai-khac", *needed("product"), "--district", "chua-ro", "--lang", "en")
    assert "no --district" not in result.stderr
    assert (site / "products/chua-ro/cai-khac.yml").exists()


def test_the_address_of_a_shared_source_is_its_id(make: Make, site: Path) -> None:
    """Whoever pastes the address of a page that is a shared source already cites that source."""
    sources = load(site).catalogue.sources  # type: ignore[union-attr]
    make("producer", "cai-moi", "--name", "X", "--source", str(sources["bao-thu"].url))
    assert (site / "catalogue/producers/cai-moi.yml").read_text("utf-8").count("sources:\n  - bao-thu\n") == 1


def test_a_faulty_record_elsewhere_hinders_nobody(make: Make, site: Path) -> None:
    """One file that cannot be read does not keep another from being made."""
    (site / "products/huyen-thu/muoi-tinh-thu.yml").write_text("name: [\n")
    (site / "catalogue/producers/hong.yml").write_bytes(b"\xff")
    assert make("product", "cai-moi", *needed("product"), "--producer", "htx-muoi-thu").exit_code == 0


# ------------------------------------------------------------------------------------- what is refused

REFUSED = {
    "an id of capitals and marks": (["product", "Muối Ớt"], 'có phải "muoi-ot"?', 'did you mean "muoi-ot"?'),
    "an id that is none at all": (["product", "…"], "chưa đúng", "cannot be an id"),
    "an id that is taken": (["product", "muoi-hat-thu"], "muoi-hat-thu.yml", "is taken by products/huyen-thu/muoi-hat-thu.yml"),
    "an id that was a record's": (["product", "muoi-hat-cu"], "muoi-hat-thu.yml", "is taken by"),
    "no such kind": (["product", "a", *needed("product"), "--kind", "muoii"], 'không có loại hàng "muoii"', 'did you mean "muoi"?'),
    "no such producer": (
        ["product", "a", *needed("product"), "--producer", "HTX muối thửu"], 'có phải "htx-muoi-thu"?', "no producer"),
    "no such district": (["product", "a", *needed("product"), "--district", "huyen thuu"], 'có phải "huyen-thu"?', "no district"),
    "no such commune": (
        ["product", "a", *needed("product"), "--district", "huyen-thu", "--commune", "xa mott"], 'có phải "xa-mot"?', "no commune"),
    "a commune of another district": (
        ["product", "a", *needed("product"), "--district", "thi-xa-mau", "--commune", "xa-mot"], "thuộc huyen-thu", "is in huyen-thu"),
    "a commune without a district": (
        ["producer", "a", *needed("producer"), "--commune", "xa-mot"], "--district huyen-thu", "--district huyen-thu"),
    "no such source": (["producer", "a", "--name", "A", "--source", "bao-thuu"], 'có phải "bao-thu"?', "no source"),
    "an unsafe address": (["producer", "a", "--name", "A", "--source", "http://a.vn"], "https", "https"),
    "what such a record does not have": (["producer", "a", *needed("producer"), "--kind", "muoi"], "không có --kind", "has no --kind"),
    "a key that does not exist": (["producer", "a", *needed("producer"), "--set", "adres=x"], 'có phải "address"?', "no such field"),
    "a value that does not fit": (["producer", "a", *needed("producer"), "--set", "founded=năm ấy"], "`founded`: ", "`founded`: "),
    "a field without a value": (["producer", "a", *needed("producer"), "--set", "founded"], "trường=giá trị", "field=value"),
    "a field inside a text": (["producer", "a", *needed("producer"), "--set", "name.x=1"], "trường=giá trị", "field=value"),
    "a reference to nothing": (
        ["sales-point", "a", *needed("sales-point"), "--set", "sells[0]=muoi-hat-thuu"], "`sells[0]`", 'did you mean "muoi-hat-thu"?'),
    "a person without consent": (
        ["producer", "a", *needed("producer"), "--set", "contact.person=Bà A"], "`contact.consent`", "`contact.consent`"),
    "another kind of record": (["district", "a"], "", ""),
}  # fmt: skip


@pytest.mark.parametrize("lang", ["vi", "en"])
@pytest.mark.parametrize("case", REFUSED)
def test_what_is_refused(case: str, lang: str, make: Make, site: Path) -> None:
    """Whatever is missing or wrong is told in either language with what was probably meant, and nothing is written."""
    arguments, *told = REFUSED[case]
    before = sorted(site.rglob("*"))
    result = make(*arguments, "--lang", lang)
    assert result.exit_code == 2
    assert told[lang == "en"] in " ".join(result.stderr.split())
    assert sorted(site.rglob("*")) == before


def test_nothing_is_overwritten(make: Make, site: Path) -> None:
    """A file that bears the name in another spelling counts as taken."""
    for name in ("Cai-Moi.yml", "cai-moi.yaml"):
        path = site / "products/thi-xa-mau" / name
        path.write_text("name: x\n")
        assert make("product", "cai-moi", *needed("product")).exit_code == 2
        assert path.read_text() == "name: x\n"
        path.unlink()


def test_a_link_is_not_followed(make: Make, site: Path, tmp_path: Path) -> None:
    """Where a folder leads elsewhere nothing is written through it."""
    (tmp_path / "ngoai").mkdir()
    (site / "products/chua-ro").rename(site / "chua-ro-that")
    (site / "products/chua-ro").symlink_to(tmp_path / "ngoai")
    result = make("product", "cai-moi", *needed("product"))
    assert result.exit_code == 2
    assert "không ghi được products/chua-ro" in result.stderr
    assert list((tmp_path / "ngoai").iterdir()) == []


@pytest.mark.parametrize("what", ["product", "producer", "sales-point"])
def test_an_id_alone_makes_a_record_that_the_check_takes(
    make: Make, check: Check, site: Path, what: str
) -> None:
    """Where nobody can answer, each value that must be there keeps its place, is named, and is reminded of."""
    result = make(what, "muoi-cho-dien", "--lang", "vi")
    assert result.exit_code == 0, result.stderr
    path = result.stdout.strip()
    assert "name: Muoi cho dien\n" in (site / path).read_text("utf-8")
    assert "chưa có --name: đã ghi tạm Muoi cho dien, hãy thay trong tệp" in result.stderr
    assert "chưa có --source: đã ghi tạm https://example.org/dien-nguon" in result.stderr
    told = check(site, str(site / path), "--lang", "vi")
    assert told.exit_code == 0
    assert "cảnh báo: `sources[0]`: nguồn này chỉ giữ chỗ" in told.stdout


# -------------------------------------------------------------------------------------- on a terminal


def test_on_a_terminal_it_asks_for_what_is_missing(make: Make, site: Path) -> None:
    """Questions bear the fields' names, show the choices, and offer the nearest to a slip."""
    result = make(
        "product", "cai-moi", "--lang", "vi", answers=("Muối mới", "muoii", "", "bao-thuu", "bao-thu", "")
    )
    assert (result.exit_code, result.stdout) == (0, "products/chua-ro/cai-moi.yml\n"), result.stderr
    assert "Tên sản phẩm: " in result.stderr
    assert re.search(r"Loại hàng \(.*muoi.*\): ", result.stderr)
    assert "[chua-ro]: " in result.stderr
    assert 'có phải "muoi"?\nLoại hàng [muoi]: ' in result.stderr
    text = (site / "products/chua-ro/cai-moi.yml").read_text("utf-8")
    assert "name: Muối mới\nkind: muoi\n" in text
    assert "sources:\n  - bao-thu\n" in text


def test_what_is_given_is_not_asked(make: Make) -> None:
    """With all that is needed there is no question, on a terminal as elsewhere."""
    result = make("producer", "cai-moi", *needed("producer"), answers=())
    assert result.exit_code == 0
    assert "): " not in result.stderr


def test_a_real_terminal_is_recognised(site: Path) -> None:
    """In a window people are asked; the answers make the record."""
    leader, follower = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-c", "from ocop.cli import main; main()", "new", "producer", "cai-moi", "--root", str(site)],
        stdin=follower, stdout=follower, stderr=follower,
    )  # fmt: skip
    os.close(follower)
    os.write(leader, "Hợp tác xã Mới\nbao-thu\n".encode())
    assert process.wait(60) == 0
    os.close(leader)
    assert "name: Hợp tác xã Mới" in (site / "catalogue/producers/cai-moi.yml").read_text("utf-8")


def test_help_is_in_both_languages() -> None:
    """The help says in both languages what is made and what is needed, with an example."""
    text = CliRunner().invoke(cli.ocop, ["new", "--help"]).output
    for words in (
        "Tạo bản ghi mới",
        "Make a new record",
        "--kind",
        "Ví dụ / example:",
        "ocop new product muoi-ot",
    ):
        assert words in text


# ------------------------------------------------------------------------------------------ one value


@pytest.mark.parametrize(
    ("loc", "tree"),
    [
        (("a",), {"a": "x"}),
        (("a", "b"), {"a": {"b": "x"}}),
        (("a", 0), {"a": ["x"]}),
        (("a", 0, "b"), {"a": [{"b": "x"}]}),
        (("a", 1), None),
        ((), None),
        ((0,), None),
    ],
)
def test_a_value_is_put_at_its_path(loc: tuple[str | int, ...], tree: dict[str, Any] | None) -> None:
    """A path makes the lists and parts that it leads through, and no gaps."""
    made: dict[str, Any] = {}
    assert put(made, loc, "x") is (tree is not None)
    if tree is not None:
        assert made == tree
