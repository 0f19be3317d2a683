"""The test of the design: a new optional field is one declaration, and everything that should show it does."""

from __future__ import annotations

import csv
import html
import json
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from hosting import ROOT, Outcome, Project, environment
from pages import PublishedPage

KEY, VI, EN = "brine_strength", "Độ mặn thử", "Trial brine"
HINT, HINT_EN = "Đo bằng phù kế, chỉ để thử.", "Measured with a hydrometer, for a trial only."
VALUE = "25 độ thử"
DECLARATION = f"""\
    {KEY}: Annotated[
        Line | None,
        About(vi="{VI}", en="{EN}", hint="{HINT}", hint_en="{HINT_EN}", example="24 độ thử",
              part=Part.KEEPING, row=True),
    ] = None
"""
# The last field of a product: whatever is declared beside it, this stays.
BEFORE = "    sources: RequiredSources\n"
RECORD = "products/huyen-thu/muoi-hat-thu.yml"


@dataclass(frozen=True)
class Changed:
    """A copy of the project in which one field more is declared, and one record has it; already built."""

    project: Project

    def ocop(self, *arguments: str) -> Outcome:
        """Run a command of the changed package."""
        return self._ran(["-c", "from ocop.cli import main; main()", *arguments])

    def mkdocs(self) -> Outcome:
        """Build the site with the changed package."""
        return self._ran(["-m", "mkdocs", "build", "--strict"])

    def _ran(self, arguments: list[str]) -> Outcome:
        ran = subprocess.run(
            [sys.executable, *arguments],
            cwd=self.project.root,
            env=environment(PYTHONPATH=str(self.project.root / "hooks")),
            capture_output=True,
            text=True,
            check=False,
        )
        return Outcome(ran.returncode, ran.stdout, ran.stderr)

    def page(self, address: str) -> PublishedPage:
        """Read a page of the site."""
        site = self.project.site
        return PublishedPage.read(site / address / "index.html", site)

    def schema(self, text: str) -> dict[str, Any]:
        """Give what a schema of products says of the field."""
        said: dict[str, Any] = json.loads(text)["properties"][KEY]
        return said


@pytest.fixture(scope="module")
def changed(whole_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Changed:
    """Declare the field, write it in a record, and build."""
    if not (ROOT / "build/assets/editor").is_dir():
        pytest.fail("the editor is not made: run the tests with `make test`, or `make setup` first")
    project = Project.make(tmp_path_factory.mktemp("one-declaration"), whole_site)
    hooks = project.root / "hooks"
    hooks.unlink()
    shutil.copytree(ROOT / "hooks", hooks, ignore=shutil.ignore_patterns("__pycache__", "*.egg-info"))
    shutil.rmtree(project.root / "build/assets")
    (project.root / "build/assets").symlink_to(ROOT / "build/assets")
    declared = hooks / "ocop/records/product.py"
    source = declared.read_text("utf-8")
    assert source.count(BEFORE) == 1
    declared.write_text(source.replace(BEFORE, DECLARATION + BEFORE), "utf-8")
    record = project.root / RECORD
    record.write_text(f"{record.read_text('utf-8').rstrip()}\n{KEY}: {VALUE}\n", "utf-8")
    made = Changed(project)
    outcome = made.mkdocs()
    assert outcome.code == 0, outcome.err
    return made


def test_nothing_else_was_touched(changed: Changed) -> None:
    """One file of the package differs from ours, by the lines of the declaration."""
    ours, theirs = ROOT / "hooks", changed.project.root / "hooks"
    differing = [
        path.relative_to(theirs).as_posix()
        for path in theirs.rglob("*.py")
        if path.read_bytes() != (ours / path.relative_to(theirs)).read_bytes()
    ]
    assert differing == ["ocop/records/product.py"]


def test_the_check_knows_it(changed: Changed) -> None:
    """A record may have the field, and a slip in it is told like any other."""
    assert changed.ocop("check", RECORD).code == 0
    path = changed.project.root / RECORD
    text = path.read_text("utf-8")
    path.write_text(text.replace(KEY, "brine_strenght"), "utf-8")
    try:
        wrong = changed.ocop("check", RECORD, "--lang", "en")
    finally:
        path.write_text(text, "utf-8")
    assert wrong.code == 1
    assert KEY in wrong.out


@pytest.mark.parametrize("command", [False, True], ids=["published", "command"])
def test_the_schema_describes_it(changed: Changed, tmp_path: Path, command: bool) -> None:
    """The published schema, and that of `ocop schema`, have the field with its words in both languages."""
    text = changed.project.read("data/schema/product.json")
    if command:
        outcome = changed.ocop("schema", str(tmp_path))
        assert outcome.code == 0, outcome.err
        text = (tmp_path / "product.json").read_text("utf-8")
    said = changed.schema(text)
    assert VI in said["title"]
    assert EN in said["title"]
    assert HINT in said["description"]
    assert HINT_EN in said["description"]


def test_the_editor_has_a_box_for_it(changed: Changed) -> None:
    """The form in the browser asks for the field, with its label and hint."""
    told = html.unescape(changed.project.read("bien-tap/moi/index.html"))
    told = re.sub(r"\\u([0-9a-f]{4})", lambda code: chr(int(code[1], 16)), told)
    for words in (KEY, VI, HINT):
        assert words in told


def test_a_new_record_has_a_hint_for_it(changed: Changed) -> None:
    """`ocop new` writes the field behind a ``#``, with what it is called."""
    outcome = changed.ocop(
        "new", "product", "muoi-moi", "--name", "Muối mới", "--district", "huyen-thu", "--kind", "muoi",
        "--source", "https://example.vn/bai",
    )  # fmt: skip
    assert outcome.code == 0, outcome.err
    path = changed.project.root / "products/huyen-thu/muoi-moi.yml"
    try:
        (line,) = (line for line in path.read_text("utf-8").splitlines() if KEY in line)
    finally:
        path.unlink()
    assert line.startswith(f"# {KEY}: ")
    assert VI in line
    assert HINT.rstrip(".") in line


def test_the_guide_explains_it(changed: Changed) -> None:
    """The staff guide has the field at a place of its own, and the sample to copy has it too."""
    page = changed.page("huong-dan/truong/product")
    (entry,) = page.all("div", id=KEY)
    for words in (KEY, VI, EN, HINT, f"{KEY}: 24 độ thử", "200 ký tự"):
        assert words in entry.text
    assert f"# {KEY}: 24 độ thử  # {VI}\n" in page.all("pre")[-1].text


@pytest.mark.parametrize(
    ("address", "label"), [("san-pham/muoi-hat-thu", VI), ("en/products/muoi-hat-thu", EN)]
)
def test_the_page_shows_it(changed: Changed, address: str, label: str) -> None:
    """The product's page has a row for the field in either language."""
    facts = changed.page(address).all("dl")
    assert any(label in each.text and VALUE in each.text for each in facts)


def test_the_open_data_have_it(changed: Changed) -> None:
    """JSON, CSV and workbook carry the field; a product without it has none."""
    listed = {each["id"]: each for each in json.loads(changed.project.read("data/products.json"))}
    assert listed["muoi-hat-thu"][KEY] == VALUE
    assert {each[KEY] for name, each in listed.items() if name != "muoi-hat-thu"} == {None}
    text = (changed.project.site / "data/products.csv").read_text("utf-8-sig")
    rows = {each["id"]: each for each in csv.DictReader(StringIO(text, newline=""))}
    assert rows["muoi-hat-thu"][KEY] == VALUE
    assert {each[KEY] for name, each in rows.items() if name != "muoi-hat-thu"} == {""}


def test_the_workbook_has_it(changed: Changed) -> None:
    """A column of the published workbook is the field's, under its name or its label, with the value below."""
    sheet = load_workbook(changed.project.site / "data/products.xlsx", read_only=True).worksheets[0]
    cells = [[str(value or "") for value in row] for row in sheet.iter_rows(values_only=True)]
    (column,) = {number for row in cells[:3] for number, text in enumerate(row) if KEY in text or VI in text}
    assert VALUE in {row[column] for row in cells}


def test_a_list_brings_it(changed: Changed, tmp_path: Path) -> None:
    """`ocop import` takes a column that bears the field's label, marks or none."""
    table = tmp_path / "danh-sach.csv"
    table.write_text(
        "Mã,Tên sản phẩm,Loại hàng,Huyện,Nguồn,Do man thu\n"
        f"muoi-nhap,Muối nhập,muoi,huyen-thu,https://example.vn/bai,{VALUE}\n",
        "utf-8",
    )
    outcome = changed.ocop("import", str(table))
    path = changed.project.root / "products/huyen-thu/muoi-nhap.yml"
    try:
        assert outcome.code == 0, outcome.out + outcome.err
        assert f"{KEY}: {VALUE}\n" in path.read_text("utf-8")
    finally:
        path.unlink(missing_ok=True)


def test_the_canonical_form_has_its_place(changed: Changed) -> None:
    """`ocop fmt` puts the field where its part of the record stands, before the sources."""
    path = changed.project.root / RECORD
    text = path.read_text("utf-8")
    try:
        assert changed.ocop("fmt", RECORD).code == 0
        keys = re.findall(r"^(\w+):", path.read_text("utf-8"), re.MULTILINE)
    finally:
        path.write_text(text, "utf-8")
    assert keys.index(KEY) < keys.index("sources")


def test_the_package_under_test_is_the_changed_one(changed: Changed) -> None:
    """What the other tests ran is the copy, not the installed package."""
    ran = subprocess.run(
        [sys.executable, "-c", "import ocop; print(ocop.__file__)"],
        env=environment(PYTHONPATH=str(changed.project.root / "hooks")),
        capture_output=True,
        text=True,
        check=True,
    )
    assert Path(ran.stdout.strip()).samefile(changed.project.root / "hooks/ocop/__init__.py")
