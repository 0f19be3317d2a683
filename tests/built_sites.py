"""The site of the real records, built once for all tests that look at it."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import time
from pathlib import Path

import pytest

from hosting import ROOT, environment

PATIENCE = 120.0
"""Seconds to wait for another test process that builds the site."""


@pytest.fixture(scope="session")
def built_site(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """Give the folder of the site built from the real records, with the front end made at set-up."""
    if not (ROOT / "build/assets/ocop.css").exists():
        pytest.fail("the front end is not made: run the tests with `make test`, or `make setup` first")
    base = tmp_path_factory.getbasetemp()
    shared = base if worker_id == "master" else base.parent
    site, claim, done = shared / "built-site", shared / "built-site.claim", shared / "built-site.done"
    try:
        claim.touch(exist_ok=False)
    except FileExistsError:
        _wait_for(done)
    else:
        _build(site)
        done.touch()
    return site


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
