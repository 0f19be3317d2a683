"""Measure what a visitor with a slow phone waits for, beside the same words in plain Material and in bare HTML.

    .ci/with-browser .venv/bin/python tests/benchmarks/phone.py [--runs 5] [--site site]

Chromium stands in for the phone: a processor 4 times slower, 1.6 Mbit/s, 150 ms of latency, 360×780, nothing kept from
before. The server packs by brotli, as hosts do. The peers have no pictures: the comparison favours them.
"""

from __future__ import annotations

import argparse
import html
import os
import statistics
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache, partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import brotli
from makers import PROJECT
from playwright.sync_api import Browser, CDPSession, Page, sync_playwright

PAGES = {
    "trang đầu · home": "",
    "sản phẩm · product": "san-pham/muoi-tinh-bac-lieu/",
    "60 sản phẩm · listing of 60": "san-pham/",
    "loại hàng · kind": "nhom/tom/",
    "kiểm tra · check": "kiem-tra/",
}
SEARCHED_FROM, SEARCHED_FOR = "san-pham/muoi-tinh-bac-lieu/", "tom kho"

_SLOWER = 4
_LINE = {
    "offline": False,
    "latency": 150,
    "downloadThroughput": 1_600_000 / 8,
    "uploadThroughput": 750_000 / 8,
}
_PACKED = {".html": "text/html", ".css": "text/css", ".js": "text/javascript", ".json": "application/json",
           ".svg": "image/svg+xml"}  # fmt: skip
_SETTLED_MS = 1_500
_SHORT_MS = 50
"""What a task may take before it keeps a visitor waiting."""

# Noted by the page itself, from its first moment on.
_OBSERVED = """
window.noted = { paint: 0, shift: 0, tasks: [] }
const observe = (type, note) =>
  new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({ type, buffered: true })
observe("largest-contentful-paint", (entry) => { noted.paint = entry.startTime })
observe("layout-shift", (entry) => { if (!entry.hadRecentInput) noted.shift += entry.value })
observe("longtask", (entry) => noted.tasks.push(entry.duration))
"""
_WORDS = """() => [...document.querySelectorAll("main :is(h1, h2, h3, p, dt, dd, th, td, li)")]
  .filter((each) => !each.querySelector("h1, h2, h3, p, dt, dd, li"))
  .map((each) => [each.localName, each.innerText.replace(/\\s+/g, " ").trim()])
  .filter(([, text]) => text)"""

Words = Sequence[tuple[str, str]]


@dataclass(frozen=True)
class Visit:
    """What one visit took: bytes as sent, requests, milliseconds to the largest paint, shift, milliseconds blocked."""

    sent: int
    requests: int
    paint: float
    shift: float
    blocked: float

    @classmethod
    def middle(cls, visits: Sequence[Visit]) -> Visit:
        """Give the medians, but of shifts the largest: none is right."""
        return cls(
            int(statistics.median(each.sent for each in visits)),
            int(statistics.median(each.requests for each in visits)),
            statistics.median(each.paint for each in visits),
            max(each.shift for each in visits),
            statistics.median(each.blocked for each in visits),
        )


HEAD = """| Trang · page | kB · lần hỏi / requests | Hình lớn nhất · largest paint, s | Xê dịch · shift | Chặn · blocked, ms | Material: kB · s · ms | Material = 1 | HTML trần · bare = 1 |
| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |"""
SEARCH_HEAD = """| Tìm · search | kB thêm · more | Từ phím đầu đến kết quả đầu · from the first key to the first result, s |
| --- | ---: | ---: |"""


def table(site: Path, folder: Path, chrome: str, runs: int) -> str:
    """Measure every page of a site and its search, with a folder to write the peers into."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chrome, args=["--no-sandbox"])
        pages = {name: path for name, path in PAGES.items() if (site / path / "index.html").is_file()}
        with served(site) as ours:
            told = {path: words_of(browser, ours + path) for path in pages.values()}
            with (
                served(_material(folder / "material", told)) as material,
                served(_bare(folder / "bare", told)) as bare,
            ):
                rows = [
                    _row(name, *(_middle_visits(browser, path, (ours, material, bare), runs)))
                    for name, path in pages.items()
                ]
            rows += ["", SEARCH_HEAD, _search_row(browser, ours, runs)]
        browser.close()
    return "\n".join([HEAD, *rows])


def _row(name: str, ours: Visit, material: Visit, bare: Visit) -> str:
    return (
        f"| {name} | {ours.sent / 1000:.1f} · {ours.requests} | {ours.paint / 1000:.2f} | {ours.shift:.3f} | {ours.blocked:.0f}"
        f" | {material.sent / 1000:.1f} · {material.paint / 1000:.2f} · {material.blocked:.0f}"
        f" | {ours.paint / material.paint:.2f} | {ours.paint / bare.paint:.2f} |"
    )


def _search_row(browser: Browser, base: str, runs: int) -> str:
    searches = [search(browser, base) for _ in range(runs)]
    sent = statistics.median(each[0] for each in searches)
    return f"| `{SEARCHED_FOR}` | {sent / 1000:.1f} | {statistics.median(each[1] for each in searches) / 1000:.2f} |"


# Visits ---------------------------------------------------------------------------------------------


def _middle_visits(browser: Browser, path: str, bases: Sequence[str], runs: int) -> list[Visit]:
    """Visit a page and its peers by turns, so that what disturbs one disturbs all."""
    visits: dict[str, list[Visit]] = {base: [] for base in bases}
    for _ in range(runs):
        for base in bases:
            visits[base].append(visit(browser, base + path))
    return [Visit.middle(visits[base]) for base in bases]


def visit(browser: Browser, url: str) -> Visit:
    """Visit a page for the first time on the slow phone."""
    with phone(browser) as (page, sent):
        page.goto(url)
        page.wait_for_timeout(_SETTLED_MS)
        noted: dict[str, Any] = page.evaluate("noted")
    blocked = sum(max(0.0, task - _SHORT_MS) for task in noted["tasks"])
    return Visit(sum(sent), len(sent), noted["paint"], noted["shift"], blocked)


def search(browser: Browser, base: str) -> tuple[int, float]:
    """Open the search on a page and type; gives the bytes it took, and milliseconds from the first key to a result."""
    with phone(browser) as (page, sent):
        page.goto(base + SEARCHED_FROM)
        page.wait_for_timeout(_SETTLED_MS)
        before = sum(sent)
        page.click("header .lens")
        page.wait_for_selector("dialog.finder input")
        began: float = page.evaluate("performance.now()")
        page.keyboard.type(SEARCHED_FOR)
        page.wait_for_selector("dialog.finder .hits a")
        took: float = page.evaluate("began => performance.now() - began", began)
        page.wait_for_timeout(_SETTLED_MS)
        return sum(sent) - before, took


@contextmanager
def phone(browser: Browser) -> Iterator[tuple[Page, list[int]]]:
    """Give a window of the slow phone, and the bytes of every answer it gets."""
    context = browser.new_context(
        viewport={"width": 360, "height": 780}, device_scale_factor=2, is_mobile=True, has_touch=True
    )
    page = context.new_page()
    page.add_init_script(_OBSERVED)
    tools: CDPSession = context.new_cdp_session(page)
    sent: list[int] = []
    tools.on("Network.loadingFinished", lambda event: sent.append(int(event["encodedDataLength"])))
    tools.send("Network.enable")
    tools.send("Network.emulateNetworkConditions", _LINE)
    tools.send("Emulation.setCPUThrottlingRate", {"rate": _SLOWER})
    yield page, sent
    context.close()


# Servers and peers ----------------------------------------------------------------------------------


class _Packing(SimpleHTTPRequestHandler):
    """Sends files as a host does: packed where that helps, over one lasting connection."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if path.suffix not in _PACKED or not path.is_file():
            super().do_GET()
            return
        content = _packed(path)
        self.send_response(200)
        self.send_header("Content-Type", f"{_PACKED[path.suffix]}; charset=utf-8")
        self.send_header("Content-Encoding", "br")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@cache
def _packed(path: Path) -> bytes:
    return brotli.compress(path.read_bytes(), quality=11)


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve a folder; gives its address."""
    for path in folder.rglob("*"):  # packing is not measured
        if path.suffix in _PACKED and "editor" not in path.parts:
            _packed(path)
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Packing, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()


def words_of(browser: Browser, url: str) -> Words:
    """Give what a page says: names of elements with their texts."""
    page = browser.new_page()
    page.goto(url)
    words: Words = page.evaluate(_WORDS)
    page.close()
    return words


def _bare(folder: Path, told: Mapping[str, Words]) -> Path:
    """Write the same words as HTML alone, the least that a page can be."""
    for path, words in told.items():
        lines = [
            f"<{tag}>{html.escape(text)}</{tag}>" if tag in ("h1", "h2", "h3") else f"<p>{html.escape(text)}"
            for tag, text in words
        ]
        page = folder / path / "index.html"
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text(
            "\n".join(
                [
                    '<!doctype html><html lang="vi"><meta charset="utf-8"><title>.</title>',
                    '<meta name="viewport" content="width=device-width,initial-scale=1"><link rel="icon" href="data:,">',
                    *lines,
                ]
            )
        )
    return folder


def _material(folder: Path, told: Mapping[str, Words]) -> Path:
    """Build the same words as Markdown pages of the theme as it comes, its search included, without fonts from elsewhere."""
    mark: Callable[[str], str] = {"h1": "# ", "h2": "## ", "h3": "### "}.get
    for path, words in told.items():
        page = folder / "docs" / f"{path}index.md"
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text("\n\n".join(f"{mark(tag) or ''}{html.escape(text)}" for tag, text in words))
    settings = folder / "mkdocs.yml"
    settings.write_text("site_name: Material\ntheme: {name: material, language: vi, font: false}\n")
    subprocess.run(
        [Path(sys.executable).with_name("mkdocs"), "build", "--quiet"],
        cwd=folder, check=True, env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
    )  # fmt: skip
    return folder / "site"


def main() -> None:
    """Measure and print."""
    reader = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    reader.add_argument("--runs", type=int, default=5)
    reader.add_argument("--site", type=Path, default=PROJECT / "site")
    asked = reader.parse_args()
    with tempfile.TemporaryDirectory(prefix="ocop-bench-") as folder:
        print(table(asked.site.resolve(), Path(folder), os.environ["CHROME"], asked.runs))


if __name__ == "__main__":
    main()
