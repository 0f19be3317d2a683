"""GitLab is served as GitHub is: a report on the lines, one note, one issue of broken links."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any, ClassVar

import pytest

from hosts import ROOT, gitlab_jobs, load, propose, shell


@pytest.fixture
def proposed(site: Path) -> Path:
    """Give a repository in which a branch adds a product with a slip to a catalogue that had one already."""
    return propose(site)


def test_errors_become_a_report_that_gitlab_reads(proposed: Path) -> None:
    """The report of code quality has the error's place, words and an identity that lines above do not change."""
    found = shell(".venv/bin/ocop check --since origin/main --format json || true", proposed).stdout
    made = subprocess.run(
        [ROOT / ".ci/code-quality"], input=found, capture_output=True, text=True, check=True
    ).stdout
    (error,) = json.loads(made)
    assert error["location"] == {"path": "products/huyen-thu/moi.yml", "lines": {"begin": 5}}
    assert error["description"]
    assert len(error["fingerprint"]) == 64


class _GitLab(BaseHTTPRequestHandler):
    """Answers as GitLab does, and notes what it was asked for."""

    notes: ClassVar[list[dict[str, Any]]] = []
    issues: ClassVar[list[dict[str, Any]]] = []
    asked: ClassVar[list[tuple[str, str, Any]]] = []

    def _answer(self) -> None:
        length = int(self.headers.get("Content-Length") or 0)
        sent = json.loads(self.rfile.read(length)) if length else None
        self.asked.append((self.command, self.path, sent))
        known = {"/user": {"id": 3}}
        found: Any = known.get(self.path, self.notes if "notes" in self.path else self.issues)
        self.send_response(200)
        self.end_headers()
        self.wfile.write(json.dumps(found).encode())

    do_GET = do_POST = do_PUT = _answer  # noqa: N815 – the names that the server calls

    def log_message(self, *_: Any) -> None:
        """Say nothing."""


@pytest.fixture
def gitlab() -> Iterator[str]:
    """Serve a made-up GitLab."""
    for kept in (_GitLab.notes, _GitLab.issues, _GitLab.asked):
        kept.clear()
    server = HTTPServer(("127.0.0.1", 0), _GitLab)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


def send(gitlab: str, kind: str, file: Path) -> list[tuple[str, str, Any]]:
    """Run the script that posts to GitLab and give what changed there."""
    environ = {
        **os.environ,
        "CI_API_V4_URL": gitlab,
        "CI_PROJECT_ID": "1",
        "CI_MERGE_REQUEST_IID": "7",
        "OCOP_NOTE_TOKEN": "x",
    }
    environ = {name: value for name, value in environ.items() if "proxy" not in name.lower()}
    subprocess.run(
        [sys.executable, ROOT / ".ci/gitlab-post", kind, file], env=environ, check=True, timeout=60
    )
    return [each for each in _GitLab.asked if each[0] != "GET"]


def test_gitlab_has_one_note_a_merge_request(gitlab: str, tmp_path: Path) -> None:
    """It is made once and then renewed, somebody else's is let be, and its text commands nothing."""
    file = tmp_path / "note.md"
    file.write_text("Muối @ai\n/merge\n", "utf-8")
    _GitLab.notes.append({"id": 1, "author": {"id": 9}, "body": "<!-- ocop diff -->"})
    (made,) = send(gitlab, "note", file)
    assert made[:2] == ("POST", "/projects/1/merge_requests/7/notes")
    assert made[2]["body"] == "<!-- ocop diff -->\nMuối @\u200bai\n\\/merge\n"
    _GitLab.notes.append({"id": 2, "author": {"id": 3}, "body": "<!-- ocop diff -->\ncũ"})
    assert send(gitlab, "note", file)[-1][:2] == ("PUT", "/projects/1/merge_requests/7/notes/2")


def test_gitlab_has_one_issue_of_broken_links(gitlab: str, tmp_path: Path) -> None:
    """It is opened once, kept up to date, and closed when the report is gone."""
    file = tmp_path / "links.md"
    assert send(gitlab, "issue", file) == []
    file.write_text("hỏng", "utf-8")
    assert send(gitlab, "issue", file)[-1][:2] == ("POST", "/projects/1/issues")
    _GitLab.issues.append({"iid": 5, "title": "Liên kết hỏng · Broken links"})
    assert send(gitlab, "issue", file)[-1] == ("PUT", "/projects/1/issues/5", {"description": "hỏng"})
    file.unlink()
    assert send(gitlab, "issue", file)[-1] == ("PUT", "/projects/1/issues/5", {"state_event": "close"})


def test_gitlab_does_what_github_does() -> None:
    """Both hosts check, tell, preview, test, publish and ask links; the token is met only where something is posted."""
    assert gitlab_jobs().keys() == {"records", "note", "code", "pages", "links"}
    for name, job in gitlab_jobs().items():
        told = "OCOP_NOTE_TOKEN" in json.dumps(job)
        assert told is (name in ("note", "links")), name
    stages = load(".gitlab-ci.yml")["stages"]
    assert all(job["stage"] in stages and "timeout" in job for job in gitlab_jobs().values())
