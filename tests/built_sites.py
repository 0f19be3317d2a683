"""Sites that are built once for all tests that look at them: that of the real records, and that of a made-up market."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

import market
from hosting import ROOT, Project, environment
from ocop.site.compose import FRONT_END

PATIENCE = 120.0
"""Seconds to wait for another test process that builds the site."""


@pytest.fixture(scope="session")
def built_site(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """Give the folder of the site built from the real records, with the front end made at set-up."""
    _need_front_end()
    return _built_once("built-site", _build, tmp_path_factory, worker_id)


@pytest.fixture(scope="session")
def market_town(whole_site: Path, tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Project:
    """Give the made-up catalogue with a market full of goods, built with the front end made at set-up."""
    _need_front_end()

    def make(root: Path) -> None:
        project = Project.make(root, whole_site)
        market.stock(root)
        for name in FRONT_END:
            shutil.copy(ROOT / "build/assets" / name, root / "build/assets" / name)
        outcome = project.build()
        assert outcome.code == 0, outcome.err

    return Project(_built_once("market", make, tmp_path_factory, worker_id))


def _need_front_end() -> None:
    if not (ROOT / "build/assets/ocop.css").exists():
        pytest.fail("the front end is not made: run the tests with `make test`, or `make setup` first")


def _built_once(
    name: str, make: Callable[[Path], None], factory: pytest.TempPathFactory, worker_id: str
) -> Path:
    """Make a folder, or wait until another test process has made it."""
    base = factory.getbasetemp()
    shared = base if worker_id == "master" else base.parent
    folder, claim, done = (shared / f"{name}{end}" for end in ("", ".claim", ".done"))
    try:
        claim.touch(exist_ok=False)
    except FileExistsError:
        _wait_for(done)
    else:
        make(folder)
        done.touch()
    return folder


def _build(site: Path) -> None:
    ran = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(site)],
        cwd=ROOT, env=environment(CATALOGUE_URL="https://ocop.test/"), capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert ran.returncode == 0, ran.stderr
    assert not re.search(r"^WARNING", ran.stderr, re.MULTILINE), ran.stderr


def _wait_for(done: Path) -> None:
    end = time.monotonic() + PATIENCE
    while not done.exists():
        assert time.monotonic() < end, "the site was not built in time"
        time.sleep(0.1)


@pytest.fixture(scope="session")
def chrome() -> str:
    """Give the browser's path; skip where there is none, but fail under continuous integration."""
    path = os.environ.get("CHROME") or next(
        (each for each in ("/usr/bin/chromium", "/usr/bin/google-chrome") if Path(each).exists()), ""
    )
    if not path:
        message = "no browser: install chromium, or set CHROME to the path of one"
        pytest.fail(message) if os.environ.get("CI") else pytest.skip(message)
    return path
