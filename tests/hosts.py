"""What a host of repositories does with the project's files: reads its workflows, runs their shell."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml
from tests.catalogues import DAY

ROOT = Path(__file__).parents[1]
WORKFLOWS = sorted((ROOT / ".github/workflows").glob("*.yml"))


def load(path: Path | str) -> Any:
    """Read a YAML file; `on` is a word there, not a truth value."""
    return yaml.load((ROOT / path).read_text("utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 - texts alone


def jobs(path: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield the jobs of a workflow."""
    yield from load(path)["jobs"].items()


def steps(path: Path) -> Iterator[dict[str, Any]]:
    """Yield the steps of all jobs of a workflow."""
    for _, job in jobs(path):
        yield from job["steps"]


def gitlab_jobs() -> dict[str, dict[str, Any]]:
    """Give the jobs of GitLab's pipeline."""
    pipeline = load(".gitlab-ci.yml")
    return {name: job for name, job in pipeline.items() if isinstance(job, dict) and "script" in job}


def scripts() -> Iterator[tuple[str, str]]:
    """Yield every piece of shell that a host would run, with where it stands."""
    for path in WORKFLOWS:
        for step in steps(path):
            if "run" in step:
                yield f"{path.name}: {step.get('name')}", step["run"]
    for name, job in gitlab_jobs().items():
        yield f".gitlab-ci.yml: {name}", "\n".join(job["script"])


def step_named(workflow: str, word: str) -> str:
    """Give the shell of the step whose name begins with a word."""
    found = [
        each["run"]
        for each in steps(ROOT / ".github/workflows" / workflow)
        if each.get("name", "").startswith(word)
    ]
    assert len(found) == 1, (workflow, word)
    return str(found[0])


def propose(site: Path) -> Path:
    """Make of a catalogue a repository in which a branch adds a product with a slip, where another had one already."""
    git(site, "init", "--quiet", "--initial-branch=main")
    old = site / "products/huyen-thu/cu.yml"
    old.write_text("name: Cũ\nkind: khong-co\nsources: [bao-thu]\n", "utf-8")
    commit(site)
    git(site, "update-ref", "refs/remotes/origin/main", "HEAD")
    git(site, "checkout", "--quiet", "-b", "moi")
    (site / "products/huyen-thu/moi.yml").write_text(
        "kind: muoi\nname:   Mới\nsources: [bao-thu]\nstory: a\nstars: 4\n", "utf-8"
    )
    commit(site)
    (site / ".venv/bin").mkdir(parents=True)
    command = f"#!/bin/sh\nPYTHONPATH={ROOT / 'hooks'} exec {sys.executable} -c 'from ocop.cli import main; main()' \"$@\"\n"
    (site / ".venv/bin/ocop").write_text(command)
    (site / ".venv/bin/ocop").chmod(0o755)
    return site


def git(root: Path, *arguments: str) -> None:
    """Run Git for somebody made up."""
    who = ["-c", "user.name=Thử", "-c", "user.email=thu@example.org", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", *who, *arguments], cwd=root, check=True, capture_output=True)


def commit(root: Path) -> None:
    """Commit everything."""
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "--message", "x")


def shell(script: str, cwd: Path, **environ: str) -> subprocess.CompletedProcess[str]:
    """Run a step as GitHub does."""
    variables = {**os.environ, "CATALOGUE_DATE": DAY.isoformat(), "OCOP_LANG": "vi", **environ}
    return subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script],
        cwd=cwd, env=variables, capture_output=True, text=True, check=False, timeout=120,
    )  # fmt: skip
