"""The published pages in Chromium: a server, a browser and a window for every test that looks at them."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from hosting import ROOT

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]

Open = Callable[..., Any]


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing."""

    def copyfile(self, *files: Any) -> None:
        """Send a file, as far as the browser waits for it."""
        with suppress(ConnectionError):
            super().copyfile(*files)


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve a folder as any plain server does; gives the address of its root."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()


@pytest.fixture(scope="module")
def base(built_site: Path) -> Iterator[str]:
    """Serve the site and give its address."""
    with served(built_site) as address:
        yield address


@pytest.fixture(scope="module")
def browser(chrome: str) -> Iterator[Browser]:
    """Start one browser for all tests of a module."""
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=chrome, args=["--no-sandbox"])
        yield started
        started.close()


@pytest.fixture
def opened(browser: Browser, base: str) -> Open:
    """Give a context manager that opens a page and fails on any error in it and any request to another host."""

    @contextmanager
    def visit(
        path: str, width: int = 1280, *, now: str = "2026-11-24T05:00:00Z", height: int = 800, **options: Any
    ) -> Iterator[Page]:
        context = browser.new_context(viewport={"width": width, "height": height}, **options)
        page = context.new_page()
        wrong: list[str] = []
        page.on(
            "console",
            lambda message: wrong.append(message.text) if message.type in ("error", "warning") else None,
        )
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on(
            "request",
            lambda request: None if request.url.startswith((base, "data:")) else wrong.append(request.url),
        )
        page.clock.set_fixed_time(now)
        page.goto(base + path)
        yield page
        context.close()
        assert wrong == []

    return visit


@pytest.fixture(scope="module")
def axe() -> str:
    """Give axe-core, which set-up for tests installs."""
    path = ROOT / "node_modules/axe-core/axe.min.js"
    if not path.exists():
        pytest.skip("axe-core is not installed: run the tests with `make test`")
    return path.read_text("utf-8")


def violations(page: Page) -> list[tuple[str, list[str]]]:
    """Give the rules that a page breaks, and where; axe must have been put into it."""
    found = page.evaluate("rules => axe.run(document, {runOnly: rules})", RULES)
    return [(each["id"], [node["html"] for node in each["nodes"]]) for each in found["violations"]]
