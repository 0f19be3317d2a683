"""The workflows are safe, call what exists, and do what they promise: their shell is run for real."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner

from hosts import ROOT, WORKFLOWS, commit, gitlab_jobs, jobs, load, propose, scripts, shell, step_named, steps
from ocop import cli

ACTIONS = {"checkout", "cache", "upload-artifact", "upload-pages-artifact", "deploy-pages"}


# Shape and safety ----------------------------------------------------------------------------------


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_rights_are_the_least(path: Path) -> None:
    """A workflow may read at most, a job may write only what is its purpose, and nothing hangs for hours."""
    workflow = load(path)
    assert workflow["permissions"] in ({}, {"contents": "read"})
    may = {"note.yml": {"pull-requests"}, "publish.yml": {"pages", "id-token"}, "links.yml": {"issues"}}
    for name, job in jobs(path):
        rights = job.get("permissions", {})
        assert {right for right, level in rights.items() if level == "write"} <= may.get(path.name, set()), (
            name
        )
        assert 0 < int(job["timeout-minutes"]) <= 45


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_a_pull_request_meets_no_secret(path: Path) -> None:
    """What runs code of whoever proposes a change has no secret, no token and no right to write."""
    workflow, text = load(path), path.read_text("utf-8")
    assert "pull_request_target" not in text
    assert "secrets." not in text
    if "pull_request" in workflow["on"]:
        assert "github.token" not in text
        assert "write" not in json.dumps(workflow["permissions"])
        assert all("permissions" not in job for _, job in jobs(path))


def test_what_may_write_runs_nothing_of_the_change() -> None:
    """The workflow that posts the note takes no file of the repository and uses no action."""
    assert not [step for step in steps(ROOT / ".github/workflows/note.yml") if "uses" in step]
    assert load(".github/workflows/note.yml")["on"]["workflow_run"]["workflows"] == [
        load(".github/workflows/pull-request.yml")["name"]
    ]


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_actions_are_pinned(path: Path) -> None:
    """Every action is GitHub's own, named by a whole commit with the version beside it; no checkout leaves a token."""
    for line in path.read_text("utf-8").splitlines():
        if "uses:" in line:
            found = re.fullmatch(r"\s*(?:- )?uses: actions/([a-z-]+)@[0-9a-f]{40} # v\d+\.\d+\.\d+", line)
            assert found, line
            assert found[1] in ACTIONS
    for step in steps(path):
        if "checkout" in step.get("uses", ""):
            assert step["with"]["persist-credentials"] == "false"


def test_one_action_has_one_version() -> None:
    """The same action is the same commit in every workflow."""
    used = {
        use
        for path in WORKFLOWS
        for use in re.findall(r"actions/[a-z-]+@[0-9a-f]{40}", path.read_text("utf-8"))
    }
    assert len(used) == len({use.partition("@")[0] for use in used})


def test_no_text_of_others_becomes_shell() -> None:
    """Expressions reach shell through its environment alone: a branch's name could hold a command."""
    for where, script in scripts():
        assert "${{" not in script, where


@pytest.mark.parametrize("where", [where for where, _ in scripts()])
def test_shell_is_well_formed(where: str) -> None:
    """Each piece of shell is one to bash."""
    subprocess.run(["bash", "-n"], input=dict(scripts())[where], text=True, check=True)


def test_every_command_and_target_exists() -> None:
    """What workflows and hooks call is there: make targets, scripts, commands and their options."""
    makefile = (ROOT / "Makefile").read_text("utf-8")
    hooks = [hook["entry"] for hook in load(".pre-commit-config.yaml")["repos"][0]["hooks"]]
    lines = [
        line
        for _, script in scripts()
        for line in script.splitlines()
        if not line.lstrip().startswith("echo")
    ]
    called = "\n".join([*lines, *hooks])
    targets, commands = (
        set(re.findall(r"\bmake ([a-z]+)", called)),
        re.findall(r"bin/ocop ([a-z]+)([^|\n]*)", called),
    )
    assert {"setup", "site", "links"} <= targets
    assert {command for command, _ in commands} == {"check", "diff", "fmt"}
    for target in targets:
        assert re.search(rf"^{target}:", makefile, re.MULTILINE), target
    for command, arguments in commands:
        shown = CliRunner().invoke(cli.ocop, [command, "--help"])
        assert shown.exit_code == 0
        for option in re.findall(r"--[a-z]+", arguments):
            assert option in shown.output, (command, option)
    for script in re.findall(r"(?<![\w/])\.ci/[\w-]+", called + makefile):
        assert os.access(ROOT / script, os.X_OK), script
    assert not re.search(r"\b(pip|npm|apt-get|curl|wget) ", called)


def test_the_site_is_published_just_after_midnight() -> None:
    """The nightly build is a few minutes into the new day of Việt Nam, in which ratings have ended."""
    minute, hour, *rest = load(".github/workflows/publish.yml")["on"]["schedule"][0]["cron"].split()
    assert (int(hour) + 7) % 24 == 0
    assert 0 < int(minute) < 30
    assert rest == ["*", "*", "*"]


def test_whoever_edits_records_does_not_wait_for_the_tests() -> None:
    """The tests of the code run only when something else than records changed, on either host."""
    ignored = load(".github/workflows/code.yml")["on"]["pull_request"]["paths-ignore"]
    assert ignored == ["products/**", "catalogue/**"]
    changes = [path for rule in gitlab_jobs()["code"]["rules"] for path in rule["changes"]]
    assert changes
    assert not [path for path in changes if path.startswith(("products", "catalogue", "**"))]
    listed = {path.partition("/")[0] for path in changes}
    tracked = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout.split("\0")
    folders = {path.partition("/")[0] for path in tracked if "/" in path} - {"products", "catalogue"}
    assert folders - listed <= {"docs", "LICENSES", ".gitlab"}


# The steps, run for real ---------------------------------------------------------------------------


@pytest.fixture
def proposed(site: Path) -> Path:
    """Give a repository in which a branch adds a product with a slip to a catalogue that had one already."""
    return propose(site)


def test_the_check_is_told_on_the_lines_of_the_change(proposed: Path) -> None:
    """The new slip is an error on its line and reddens the step; the old one does not, nor do warnings elsewhere."""
    script = step_named("pull-request.yml", "Kiểm tra")
    done = shell(script, proposed, BASE="origin/main")
    assert done.returncode == 1
    errors = [line for line in done.stdout.split("\0") if line.startswith("::error ")]
    assert [re.match(r"::error file=([^,]+),line=(\d+),", line).groups() for line in errors] == [
        ("products/huyen-thu/moi.yml", "5")
    ]
    warned = {
        re.search("file=([^,]+)", line)[1]
        for line in done.stdout.splitlines()
        if line.startswith("::warning ")
    }
    assert warned == {"products/huyen-thu/moi.yml"}
    new = proposed / "products/huyen-thu/moi.yml"
    new.write_text(new.read_text("utf-8").replace("stars: 4\n", ""), "utf-8")
    commit(proposed)
    assert shell(script, proposed, BASE="origin/main").returncode == 0


def test_the_form_is_a_reminder(proposed: Path) -> None:
    """A record that is not in the canonical form is named in a notice, and the step stays green."""
    new = proposed / "products/huyen-thu/moi.yml"
    new.write_text(new.read_text("utf-8").replace("stars: 4\n", ""), "utf-8")
    commit(proposed)
    done = shell(step_named("pull-request.yml", "Dạng chuẩn"), proposed, BASE="origin/main")
    assert done.returncode == 0
    assert "moi.yml" in done.stdout + done.stderr
    assert "cu.yml" not in done.stdout + done.stderr
    assert "::notice title=ocop fmt::" in done.stdout


def test_the_note_is_kept_for_the_second_step(proposed: Path) -> None:
    """What visitors will see is written with the number of the pull request, and shown in the run's summary."""
    new = proposed / "products/huyen-thu/moi.yml"
    new.write_text("name: Muối mới\nkind: muoi\nsources: [bao-thu]\n", "utf-8")
    commit(proposed)
    summary = proposed.parent / "summary.md"
    done = shell(
        step_named("pull-request.yml", "Người xem"),
        proposed,
        BASE="origin/main",
        NUMBER="7",
        GITHUB_STEP_SUMMARY=str(summary),
    )
    assert done.returncode == 0, done.stderr
    assert (proposed / "note/number").read_text() == "7\n"
    assert "Muối mới" in (proposed / "note/note.md").read_text("utf-8")
    assert summary.read_text("utf-8") == (proposed / "note/note.md").read_text("utf-8")


GH = r"""#!/usr/bin/env python3
import json, os, pathlib, sys
state = pathlib.Path(os.environ["STATE"])
said = sys.argv[1:]
with open(state / "log", "a") as log:
    log.write(json.dumps(said) + "\n")
if said[:2] == ["run", "download"]:
    if not (state / "note").is_dir():
        sys.exit(1)
    os.system(f"cp -r {state}/note note")
elif "--jq" in said and "/pulls/" in said[1]:
    print("c0ffee")
elif "--jq" in said and "comments" in " ".join(said):
    print((state / "comment").read_text() if (state / "comment").exists() else "", end="")
elif said[:2] == ["issue", "list"]:
    print((state / "issue").read_text() if (state / "issue").exists() else "", end="")
"""


@pytest.fixture
def host(tmp_path: Path) -> Path:
    """Give a folder with a made-up `gh`, which notes what it is asked for."""
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin/gh").write_text(GH)
    (tmp_path / "bin/gh").chmod(0o755)
    (tmp_path / "work").mkdir()
    return tmp_path


def asked(host: Path) -> list[list[str]]:
    """Give what the made-up `gh` was asked for."""
    return [json.loads(line) for line in (host / "log").read_text("utf-8").splitlines()]


def post(host: Path, commit: str = "c0ffee") -> subprocess.CompletedProcess[str]:
    """Run the step that posts the note."""
    path = f"{host / 'bin'}:{os.environ['PATH']}"
    return shell(
        step_named("note.yml", "Ghi"),
        host / "work",
        PATH=path,
        STATE=str(host),
        GH_REPO="o/r",
        RUN="1",
        COMMIT=commit,
    )


def note(host: Path, text: str, number: str = "7\n") -> None:
    """Leave a note as the first step does."""
    (host / "note").mkdir()
    (host / "note/number").write_text(number)
    (host / "note/note.md").write_text(text, "utf-8")


def test_a_note_is_posted_once_and_then_renewed(host: Path) -> None:
    """The first time a comment is made, the next time the same one is changed."""
    note(host, "Muối @ai <!-- x -->\x00\n")
    assert post(host).returncode == 0
    body = (host / "work/body.md").read_text("utf-8")
    assert body.startswith("<!-- ocop diff -->\nMuối @&#8203;ai &lt;!-- x")
    assert "\x00" not in body
    assert asked(host)[-1] == ["api", "--silent", "repos/o/r/issues/7/comments", "--field", "body=@body.md"]
    shutil.rmtree(host / "work/note")
    (host / "comment").write_text("99\n")
    assert post(host).returncode == 0
    assert asked(host)[-1][:5] == ["api", "--silent", "--method", "PATCH", "repos/o/r/issues/comments/99"]


def test_a_note_of_unknown_origin_does_no_harm(host: Path) -> None:
    """A number that is none stops the step, a note that is too long is cut, and none is no fault."""
    assert post(host).returncode == 0
    note(host, "ạ" * 100_000, "7; touch x")
    assert post(host).returncode != 0
    assert not (host / "work/x").exists()
    (host / "note/number").write_text("7")
    shutil.rmtree(host / "work/note")
    assert post(host).returncode == 0
    body = (host / "work/body.md").read_bytes()
    assert 59_000 < len(body) < 61_000
    assert set(body.decode("utf-8").splitlines()[1]) == {"ạ"}


def test_a_note_about_an_older_commit_is_left(host: Path) -> None:
    """When the pull request has moved on, or the number is another's, nothing is posted."""
    note(host, "Cũ")
    assert post(host, commit="older").returncode == 0
    assert "comments" not in json.dumps(asked(host))


@pytest.mark.parametrize(
    ("report", "issue", "last"),
    [("hỏng", "", "create"), ("hỏng", "5\n", "edit"), ("", "5\n", "close"), ("", "", "list")],
)
def test_broken_links_have_one_issue(host: Path, report: str, issue: str, last: str) -> None:
    """It is opened once, then kept up to date, and closed when all is well."""
    (host / "work/links.md").write_text(report, "utf-8")
    (host / "issue").write_text(issue)
    path = f"{host / 'bin'}:{os.environ['PATH']}"
    done = shell(step_named("links.yml", "Phiếu"), host / "work", PATH=path, STATE=str(host), GH_REPO="o/r")
    assert done.returncode == 0, done.stderr
    assert asked(host)[-1][:2] == ["issue", last]


@pytest.mark.parametrize(("code", "ends", "told"), [(0, 0, False), (2, 0, True), (1, 1, False)])
def test_dead_links_are_news_and_no_fault(tmp_path: Path, code: int, ends: int, told: bool) -> None:
    """Pages that do not answer are written to the report; only a check that could not be made fails."""
    (tmp_path / ".ci").mkdir()
    for name in ("check-links", "common.sh"):
        shutil.copy(ROOT / ".ci" / name, tmp_path / ".ci" / name)
    (tmp_path / ".venv/bin").mkdir(parents=True)
    fake = tmp_path / ".venv/bin/lychee"
    fake.write_text(
        f'#!/bin/bash\nwhile [ "$1" != --output ]; do shift; done\necho "* hỏng" >"$2"\nexit {code}\n'
    )
    fake.chmod(0o755)
    (tmp_path / "links.md").write_text("cũ")
    done = subprocess.run(
        [tmp_path / ".ci/check-links", "links.md"], check=False, capture_output=True, text=True
    )
    assert done.returncode == ends, done.stderr
    assert (tmp_path / "links.md").exists() is told
    assert not told or "* hỏng" in (tmp_path / "links.md").read_text("utf-8")


def test_the_link_check_knows_its_options_and_files() -> None:
    """The real program takes the options, and finds the addresses that records cite."""
    script = (ROOT / ".ci/check-links").read_text("utf-8")
    options = re.search(r"lychee (--no-progress.*?) \|\|", script, re.DOTALL)[1].replace("\\\n", " ")
    listed = subprocess.run(
        ["bash", "-c", f".venv/bin/lychee --dump {options}".replace('--output "$found"', "")],
        cwd=ROOT, check=True, capture_output=True, text=True, timeout=60,
    ).stdout  # fmt: skip
    cited = set(re.findall(r"https://[^\s,}\"']+", (ROOT / "catalogue/sources.yml").read_text("utf-8")))
    assert cited
    assert cited <= set(listed.split())
    assert not [line for line in listed.split() if not line.startswith(("https://", "http://"))]
