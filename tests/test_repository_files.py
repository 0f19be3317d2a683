"""Templates, owners, hooks and editors' settings fit the catalogue they are for."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path

import pytest

from hosts import ROOT, load, propose, shell
from ocop.export.schema import KINDS, schemas, written

FORMS = sorted((ROOT / ".github/ISSUE_TEMPLATE").glob("[0-9]*.yml"))


@pytest.fixture
def proposed(site: Path) -> Path:
    """Give a repository in which a branch adds a product with a slip to a catalogue that had one already."""
    return propose(site)


# Templates, owners, hooks --------------------------------------------------------------------------


@pytest.mark.parametrize("path", FORMS, ids=lambda path: path.name)
def test_issue_forms_are_whole(path: Path) -> None:
    """Each form has what GitHub asks of one, and every label is in both languages."""
    form = load(path)
    assert {"name", "description", "title", "body"} <= form.keys()
    ids = [part["id"] for part in form["body"] if part["type"] != "markdown"]
    assert len(ids) == len(set(ids)) > 0
    for part in form["body"]:
        assert part["type"] in {"input", "textarea", "dropdown", "markdown"}
        if part["type"] != "markdown":
            assert " · " in part["attributes"]["label"] or part["attributes"]["label"].endswith("?")
        if part["type"] == "dropdown":
            options = part["attributes"]["options"]
            assert len(options) == len(set(options)) > 1
            assert int(part["attributes"].get("default", 0)) < len(options)


def test_templates_are_the_same_on_both_hosts() -> None:
    """Whoever proposes or reports meets the same questions on GitHub and GitLab."""
    github = (ROOT / ".github/PULL_REQUEST_TEMPLATE.md").read_text("utf-8")
    assert (ROOT / ".gitlab/merge_request_templates/Default.md").read_text("utf-8") == github
    assert "- [ ]" in github
    names = {path.stem for path in (ROOT / ".gitlab/issue_templates").glob("*.md")}
    assert names == {load(path)["name"].partition(" · ")[0] for path in FORMS}


def test_every_district_has_its_owners() -> None:
    """Each folder of products and each district's record has a team, and no line is about what is not there."""
    rules = dict(
        line.split()
        for line in (ROOT / "CODEOWNERS").read_text("utf-8").splitlines()
        if line and not line.startswith("#")
    )
    districts = {path.stem for path in (ROOT / "catalogue/districts").glob("*.yml")}
    for district in districts:
        for place in (f"/products/{district}/", f"/catalogue/districts/{district}.yml"):
            assert rules[place].endswith(f"/{district}")
    for place in rules:
        assert place == "*" or (ROOT / place.strip("/")).exists(), place
    teams = {team.rpartition("/")[2] for team in rules.values()}
    assert teams == districts | {"ky-thuat", "bien-tap"}


def test_hooks_before_a_commit_need_nothing_from_elsewhere(proposed: Path) -> None:
    """They are the project's own commands, and stop a commit with a slip."""
    (repository,) = load(".pre-commit-config.yaml")["repos"]
    assert repository["repo"] == "local"
    hooks = {hook["id"]: hook for hook in repository["hooks"]}
    assert all(hook["language"] == "system" for hook in hooks.values())
    record = "products/huyen-thu/moi.yml"
    assert all(re.search(hook["files"], record) for hook in hooks.values())
    with (proposed / record).open("a") as file:
        file.write("nmae: a\n")
    assert shell(hooks["ocop-check"]["entry"], proposed).returncode == 1
    (proposed / record).write_text("kind: muoi\nname:  Mới\nsources: [bao-thu]\n", "utf-8")
    assert shell(f"{hooks['ocop-fmt']['entry']} {record}", proposed).returncode == 0
    assert (proposed / record).read_text("utf-8").startswith("name: Mới\n")
    assert shell(hooks["ocop-check"]["entry"], proposed).returncode == 0


# Editors -------------------------------------------------------------------------------------------


def test_the_schemas_in_the_repository_are_fresh() -> None:
    """What an editor reads is what the models say: `ocop schema .vscode/schema` has been run."""
    folder = ROOT / ".vscode/schema"
    made = {f"{name}.json": written(schema) for name, schema in schemas().items()}
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == made


def test_every_record_has_its_schema_in_the_editor() -> None:
    """On opening a record its schema is found; the extension that reads it is recommended."""
    settings = json.loads((ROOT / ".vscode/settings.json").read_text("utf-8"))
    assert settings["yaml.schemas"] == {
        f"./.vscode/schema/{name}.json": kind.files for name, kind in KINDS.items()
    }
    assert (
        "redhat.vscode-yaml"
        in json.loads((ROOT / ".vscode/extensions.json").read_text("utf-8"))["recommendations"]
    )
    matched = {path for kind in KINDS.values() for path in ROOT.glob(kind.files)}
    records = {*ROOT.glob("products/**/*.yml"), *ROOT.glob("catalogue/**/*.yml")}
    assert matched == records
    ignored = subprocess.run(["git", "check-ignore", ".vscode/schema/product.json"], cwd=ROOT, check=False)
    assert ignored.returncode == 1
