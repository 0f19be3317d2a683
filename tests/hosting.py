"""A catalogue of its own for each test of the host: real `mkdocs build` and `mkdocs serve`, in a folder of their own."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from ocop.site.compose import FRONT_END
from ocop.site.compose.check import WORKER

ROOT = Path(__file__).parents[1]
DAY = "2026-11-24"
PATIENCE = 20.0
"""Seconds after which a preview is held for stuck."""

Manifest = dict[str, str]


@dataclass(frozen=True)
class Project:
    """A copy of the project: records and pages to change at will, code and templates shared with the original."""

    root: Path

    @classmethod
    def make(cls, root: Path, records: Path) -> Project:
        """Copy what a build reads. Style sheets and scripts are stand-ins: these tests need no set-up."""
        for name in ("catalogue", "products"):
            shutil.copytree(records / name, root / name)
        shutil.copyfile(ROOT / "mkdocs.yml", root / "mkdocs.yml")
        (root / "hooks").symlink_to(ROOT / "hooks")
        shutil.copytree(ROOT / "overrides", root / "overrides", ignore=shutil.ignore_patterns("css", "js"))
        bundle = root / "build/assets"
        bundle.mkdir(parents=True)
        for name in (*FRONT_END, WORKER):
            (bundle / name).write_text(f"/* {name} */\n")
        (root / "overrides/assets/ocop/share.png").touch()
        return cls(root)

    @property
    def site(self) -> Path:
        """Where a build publishes."""
        return self.root / "site"

    def product(self) -> Path:
        """Give the file of the first product."""
        return min(self.root.glob("products/*/*.yml"))

    def start(self, *arguments: str, **environ: str) -> subprocess.Popen[str]:
        """Start `mkdocs` with these arguments, on a day that does not change."""
        return self._python("-m", "mkdocs", *arguments, **environ)

    def build(self, *arguments: str, **environ: str) -> Outcome:
        """Run `mkdocs build --strict` to its end."""
        return Outcome.of(self.start("build", "--strict", *arguments, **environ))

    def run(self, program: str) -> Outcome:
        """Run a program of one line to its end."""
        return Outcome.of(self._python("-c", program))

    def _python(self, *arguments: str, **environ: str) -> subprocess.Popen[str]:
        return subprocess.Popen(
            [sys.executable, *arguments],
            cwd=self.root,
            env=environment(**environ),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def read(self, path: str) -> str:
        """Give a published file."""
        return (self.site / path).read_text("utf-8")

    def beside(self) -> list[str]:
        """Give what builds have left beside the site."""
        return sorted(path.name for path in self.root.glob(".site*"))

    @contextmanager
    def preview(self, *arguments: str) -> Iterator[Preview]:
        """Run `mkdocs serve` as long as the test goes on."""
        port = free_port()
        process = self.start("serve", "--dev-addr", f"127.0.0.1:{port}", *arguments, OCOP_LANG="en")
        preview = Preview(process, f"http://127.0.0.1:{port}/")
        try:
            preview.wait_for("", lambda page: page.status > 0)
            yield preview
        finally:
            process.send_signal(signal.SIGINT)
            process.wait(PATIENCE)


@dataclass(frozen=True)
class Outcome:
    """How a build ended."""

    code: int
    out: str
    err: str

    @classmethod
    def of(cls, process: subprocess.Popen[str]) -> Outcome:
        """Wait for the end."""
        out, err = process.communicate(timeout=60)
        return cls(process.returncode, out, err)


@dataclass(frozen=True)
class Shown:
    """What a preview answered; status 0 is no answer."""

    status: int
    text: str = ""


@dataclass
class Preview:
    """A running `mkdocs serve`."""

    process: subprocess.Popen[str]
    url: str
    errors: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Read what it prints, so that it never waits for a reader."""
        for stream in (self.process.stdout, self.process.stderr):
            assert stream is not None
            threading.Thread(target=self.errors.extend, args=(stream,), daemon=True).start()

    def get(self, address: str) -> Shown:
        """Ask for an address."""
        try:
            with urllib.request.urlopen(self.url + address, timeout=PATIENCE) as answer:  # noqa: S310 - our own server
                return Shown(answer.status, answer.read().decode(errors="replace"))
        except urllib.error.HTTPError as fault:
            return Shown(fault.code, fault.read().decode())
        except OSError:
            return Shown(0)

    def wait_for(self, address: str, holds: Callable[[Shown], bool]) -> Shown:
        """Ask until the answer is as expected."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            if holds(shown := self.get(address)):
                return shown
            assert self.process.poll() is None, "".join(self.errors)
            time.sleep(0.1)
        raise AssertionError(f"{address!r} did not come to be as expected:\n{''.join(self.errors)}")


def environment(**more: str) -> dict[str, str]:
    """Give the environment of a build: none of what the tests' own caller may have set."""
    ours = re.compile(r"CATALOGUE_|OCOP_|SOURCE_DATE_EPOCH|NO_MKDOCS_2_WARNING")
    return {
        **{name: value for name, value in os.environ.items() if not ours.match(name)},
        "CATALOGUE_DATE": DAY,
        "NO_MKDOCS_2_WARNING": "1",  # as in the Makefile
        **more,
    }


def free_port() -> int:
    """Give a port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def manifest(site: Path) -> Manifest:
    """Give the checksum of every file of a site."""
    return {
        path.relative_to(site).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(site.rglob("*"))
        if path.is_file()
    }
