"""The documents tell the truth: what they show can be copied and works."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from conftest import Check
from hosting import ROOT
from ocop import cli

DOCUMENTS = ("README.md", "CONTRIBUTING.md", "CHANGELOG.md", "BENCHMARKS.md", "LICENSES/README.md")


def samples(document: str) -> list[str]:
    """Give the product records that a document shows."""
    blocks = re.findall(r"```yaml\n(.*?)```", (ROOT / document).read_text("utf-8"), re.DOTALL)
    return [block for block in blocks if block.startswith("name:")]


@pytest.mark.parametrize("document", ["README.md", "CONTRIBUTING.md"])
def test_a_record_copied_from_a_document_is_valid(document: str, tmp_path: Path, check: Check) -> None:
    """Whoever copies the sample record into a district's folder is told of no error."""
    for name in ("catalogue", "products"):
        shutil.copytree(ROOT / name, tmp_path / name)
    found = samples(document)
    assert found
    for number, sample in enumerate(found):
        folder = "vinh-loi" if "long-thanh" in sample else "dong-hai"
        (tmp_path / f"products/{folder}/mau-{number}.yml").write_text(sample, "utf-8")
    result = check(tmp_path, "--lang", "en")
    assert " error: " not in result.output
    assert result.exit_code == 0


@pytest.mark.parametrize("document", DOCUMENTS)
def test_links_between_documents_lead_somewhere(document: str) -> None:
    """Every relative link and picture of a document exists in the repository."""
    path = ROOT / document
    for target in re.findall(r"\]\(([^)\s#]+)", path.read_text("utf-8")):
        if not target.startswith(("http://", "https://", "mailto:")):
            assert (path.parent / target).exists(), (document, target)


def test_the_readme_names_commands_that_exist() -> None:
    """Every `make` target and every `ocop` command of the README is there."""
    text = (ROOT / "README.md").read_text("utf-8")
    makefile = (ROOT / "Makefile").read_text("utf-8")
    for target in set(re.findall(r"\bmake ([a-z]+)", text)):
        assert re.search(rf"^{target}:", makefile, re.MULTILINE), target
    for command in set(re.findall(r"bin/ocop ([a-z]+)", text)):
        assert CliRunner().invoke(cli.ocop, [command, "--help"]).exit_code == 0
