"""The preview: a page is made when it is first asked for, and faults are shown in its place until they are mended.

MkDocs' server looks for a file; where it finds none, what the catalogue has at that address is written and the server
asked again. So it stays the server's affair how a file is sent, and that pages reload by themselves. It also waits for
a rebuild under way before it answers, for which reason it is asked first: then what is shown here is the newest.
"""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable, Iterable, Mapping
from html import escape
from pathlib import Path
from typing import Any, Final

from ocop.build import Made
from ocop.photos import Shelf
from ocop.site import writing
from ocop.site.model import Asset, Batch, LateBatch, Plan

StartResponse = Callable[..., Any]
Application = Callable[[dict[str, Any], StartResponse], Iterable[bytes]]

_TRIES: Final = 3
"""A rebuild may begin between writing and sending, and take the file away again; it will not do so for ever."""
_FAULT_FILE: Final = "index.html"


class Live:
    """What the preview shows now."""

    def __init__(self) -> None:
        self.explain: Callable[[str], str] = escape
        """What makes an HTML page of what went wrong with one page."""
        self._lock = threading.Lock()
        self._folder = Path()
        self._pages: Mapping[str, Plan] = {}
        self._assets: dict[str, Asset] = {}
        self._batches: Mapping[str, Batch | LateBatch] = {}
        self._shelf: Shelf | None = None
        self._render: writing.Render = lambda plan: plan.address
        self._made: Made | None = None
        self._written: set[Path] = set()
        self._is_fault = False

    def show(self, made: Made, render: writing.Render, folder: Path, shelf: Shelf | None = None) -> None:
        """Show a catalogue from now on; what was written of the former one is forgotten."""
        with self._lock:
            self._forget()
            self._made, self._render, self._folder = made, render, folder
            self._pages = {page.address: page for page in made.site.pages}
            self._assets = {asset.path: asset for asset in made.site.assets}
            self._batches = {path: batch for batch in made.site.batches for path in batch.paths}
            self._shelf = shelf

    def show_fault(self, html: str, folder: Path) -> None:
        """Show one page at every address: what is wrong and where."""
        with self._lock:
            self._forget()
            self._is_fault = True
            folder.mkdir(parents=True, exist_ok=True)
            self._note(folder / _FAULT_FILE).write_text(html, encoding="utf-8")

    def ensure(self, address: str) -> bool:
        """Write what the catalogue has at an address, if anything; tell whether it has."""
        with self._lock:
            if page := self._pages.get(address) or self._pages.get(f"{address}/"):
                self._write(page)
                return True
            if batch := self._batches.get(address):
                return self._write_pictures(batch)
            if asset := self._asset(address) or self._asset(f"{address.rstrip('/')}/index.html"):
                writing.write_asset(asset, self._folder)
                self._note(self._folder / asset.path)
                return True
            return False

    def around(self, application: Application, mount: str = "/") -> Application:
        """Put the catalogue's pages behind a server's own."""

        def answer(environ: dict[str, Any], start: StartResponse) -> Iterable[bytes]:
            path = environ["PATH_INFO"].encode("latin-1").decode("utf-8", "ignore")
            if self._is_fault and not path.startswith("/livereload/"):
                return application({**environ, "PATH_INFO": mount}, _as_fault(start))
            response, body = _ask(application, environ)
            for _ in range(_TRIES):
                if not (
                    response.is_missing and path.startswith(mount) and self.ensure(path.removeprefix(mount))
                ):
                    break
                response, body = _ask(application, environ)
            start(*response.begun)
            return body

        return answer

    def _write(self, page: Plan) -> None:
        path = self._note(self._folder / writing.page_path(page))
        try:
            writing.write_page(page, self._render, self._folder)
        except writing.WritingError as fault:
            print(fault, file=sys.stderr)  # noqa: T201 - for whoever watches the preview
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(self.explain(str(fault)), encoding="utf-8")

    def _write_pictures(self, batch: Batch | LateBatch) -> bool:
        for path in batch.paths:
            self._note(self._folder / path)
        try:
            writing.write_batch(batch, self._folder, self._shelf)
        except writing.WritingError as fault:
            print(fault, file=sys.stderr)  # noqa: T201 - for whoever watches the preview
            return False
        return True

    def _note(self, path: Path) -> Path:
        self._written.add(path)
        return path

    def _asset(self, path: str) -> Asset | None:
        if path in self._assets or not self._made or path.endswith("/"):
            return self._assets.get(path)
        self._assets.update((asset.path, asset) for asset in self._made.exports)
        return self._assets.get(path)

    def _forget(self) -> None:
        # A clean rebuild has emptied the folder, a dirty one (`mkdocs serve --dirty`) has not.
        for path in self._written:
            path.unlink(missing_ok=True)
        self._written = set()
        self._pages, self._assets, self._batches, self._made, self._is_fault = {}, {}, {}, None, False


class _Response:
    """The beginning of a server's answer, held back."""

    def __init__(self) -> None:
        self.begun: tuple[Any, ...] = ()

    def start(self, *begun: Any) -> None:
        self.begun = begun

    @property
    def is_missing(self) -> bool:
        return bool(self.begun[0].startswith("404"))


def _ask(application: Application, environ: dict[str, Any]) -> tuple[_Response, Iterable[bytes]]:
    response = _Response()
    return response, application(environ, response.start)


def _as_fault(start: StartResponse) -> StartResponse:
    def begin(status: str, *rest: Any) -> Any:
        return start("500 Internal Server Error" if status.startswith("200") else status, *rest)

    return begin
