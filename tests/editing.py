"""The editor in tests: its script asked from here, its page served, and its form filled in as a person does."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from playwright.sync_api import Locator, Page, expect

from hosting import ROOT
from ocop import build
from ocop.catalogue import Catalogue
from ocop.edition import Edition
from ocop.site import Settings
from ocop.site.compose.editor import editor_files
from ocop.site.fingerprints import fingerprinted
from ocop.site.model import Site
from ocop.site.repository import Repository

DAY = date(2026, 11, 24)
NODE = ROOT / ".venv/bin/node"
ADDRESS = "bien-tap/moi/"
SLIDING = 700
"""Milliseconds that a form takes to be there; it gives no other sign."""
SETTLING = 100
"""Milliseconds after which a form that was still being filled would have taken back what was written."""
PATIENCE = 20


class TwinError(Exception):
    """What the editor's script refused, in its words."""


class Twin:
    """The editor's reading and writing of records, run by Node.js."""

    def __init__(self) -> None:
        scripts = ROOT / "overrides/assets/ocop/js/editor"
        self._process = subprocess.Popen(
            [NODE, ROOT / "tests/editor/twin.mjs", scripts],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )

    def ask(self, ask: str, **question: Any) -> Any:
        """Have a function called; raises TwinError."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(f"{json.dumps({'ask': ask, **question})}\n")
        self._process.stdin.flush()
        answer = json.loads(self._process.stdout.readline())
        if "fault" in answer:
            raise TwinError(answer["fault"])
        return answer["answer"]

    def stop(self) -> None:
        """Let the process end."""
        assert self._process.stdin is not None
        self._process.stdin.close()
        self._process.wait(10)


def catalogue_of(root: Path) -> Catalogue:
    """Load a catalogue that has no faults."""
    loaded = build.load(root)
    assert loaded.catalogue is not None, loaded.findings
    return loaded.catalogue


def publish(root: Path, folder: Path, repository: Repository | None = None) -> Path:
    """Publish the editor of a catalogue into a folder, with no other page of the site."""
    settings = Settings("", repository, ROOT / "build/assets", ROOT / "overrides/assets/ocop/art")
    edition = Edition.of(catalogue_of(root), DAY)
    for asset in fingerprinted(Site((), tuple(editor_files(edition, settings)))).assets:
        path = folder / asset.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(asset.content if isinstance(asset.content, bytes) else asset.content.read_bytes())
    shutil.copyfile(settings.art / "mark.svg", folder / "assets/ocop/favicon.svg")
    return folder


# In the browser ----------------------------------------------------------------------------------------

# The browser's own folder stands in for one of the disk: the same kind of handle, without a dialog.
_FOLDER_INSTEAD_OF_DIALOG = """
window.showDirectoryPicker = () => navigator.storage.getDirectory()
FileSystemDirectoryHandle.prototype.requestPermission ??= async () => "granted"
"""
_FILL = """async (files) => {
  const root = await navigator.storage.getDirectory()
  await root.getDirectoryHandle(".git", { create: true })
  for (const [path, text] of Object.entries(files)) {
    const steps = path.split("/")
    let folder = root
    for (const step of steps.slice(0, -1)) folder = await folder.getDirectoryHandle(step, { create: true })
    const file = await folder.getFileHandle(steps.at(-1), { create: true })
    const writer = await file.createWritable()
    await writer.write(text)
    await writer.close()
  }
}"""
_READ_ALL = """async () => {
  const found = {}
  const walk = async (folder, path) => {
    for await (const [name, handle] of folder.entries()) {
      if (handle.kind === "directory") await walk(handle, `${path}${name}/`)
      else found[path + name] = [...new Uint8Array(await (await handle.getFile()).arrayBuffer())]
    }
  }
  await walk(await navigator.storage.getDirectory(), "")
  return found
}"""


@dataclass
class Editor:
    """The editor in a window tall enough that every box of a form is made."""

    page: Page
    url: str
    asked: list[str] = field(default_factory=list)
    """Every address that was asked for, but those of the site itself."""
    said: list[str] = field(default_factory=list)
    """Errors of the page's script, and refusals of the browser."""

    def __post_init__(self) -> None:
        """Listen to what the page asks for and says."""
        self.page.on("request", lambda request: self._note(request.url))
        self.page.on("pageerror", lambda fault: self.said.append(str(fault)))
        self.page.on("console", lambda line: self.said.append(line.text) if line.type == "error" else None)

    def _note(self, url: str) -> None:
        if not url.startswith((self.url.partition(ADDRESS)[0], "data:", "blob:")):
            self.asked.append(url)

    def open(self) -> None:
        """Open the page and wait for the editor to be there."""
        self.page.goto(self.url)
        self.page.locator(".sui.app-shell button").first.wait_for()

    def open_folder(self, files: Mapping[str, str]) -> None:
        """Open the page on a folder that holds these files, as on the machine of whoever keeps the catalogue."""
        self.page.add_init_script(_FOLDER_INSTEAD_OF_DIALOG)
        self.open()
        self.page.evaluate(_FILL, dict(files))
        self.page.get_by_role("button", name="Làm việc với kho mã nguồn cục bộ").click()
        self._wait_for_lists()

    def sign_in(self, token: str) -> None:
        """Open the page and sign in as a person does who has an access token."""
        self.open()
        self.page.get_by_role("button", name="Đăng nhập bằng mã truy cập").click()
        dialog = self.page.locator("dialog[open]")
        dialog.locator("input, textarea").first.fill(token)
        dialog.get_by_role("button", name="Đăng nhập").click()
        self._wait_for_lists()

    def _wait_for_lists(self) -> None:
        self.page.get_by_role("button", name="Tạo bản ghi mới").wait_for()

    def files(self) -> dict[str, bytes]:
        """Give every file of the browser's own folder."""
        return {path: bytes(content) for path, content in self.page.evaluate(_READ_ALL).items()}

    def choose_collection(self, label: str) -> None:
        """Choose a folder of records in the menu."""
        self.page.get_by_role("treeitem", name=label).first.click()
        self.page.locator("h2", has_text=label).first.wait_for()

    def new(self, label: str) -> None:
        """Begin a new record of a folder."""
        self.choose_collection(label)
        self.page.get_by_role("button", name="Tạo bản ghi mới").click()
        self._wait_for_form()

    def edit(self, label: str, name: str) -> None:
        """Open a record of a folder."""
        self.choose_collection(label)
        self.page.get_by_role("gridcell", name=name, exact=True).dblclick()
        self._wait_for_form()

    def _wait_for_form(self) -> None:
        """Wait until the form slid in and has its values: what is written sooner is lost."""
        self.box("name").locator("input").wait_for()
        self.page.wait_for_timeout(SLIDING)

    def box(self, path: str) -> Locator:
        """Give a box of the form: ``sources.0.url``."""
        return self.page.locator(f'section[data-key-path="{path}"]')

    def write(self, path: str, text: str) -> None:
        """Write into a box."""
        into = self.box(path).locator("input, textarea").first
        for _ in range(PATIENCE):
            into.fill(text)
            self.page.wait_for_timeout(SETTLING)
            if into.input_value() == text:
                return
        raise AssertionError(f"{path} does not take {text!r}")

    def pick(self, path: str, label: str) -> None:
        """Pick a choice of a box: few stand side by side, many are in a list that opens."""
        few, many = self.box(path).get_by_role("radio"), self.box(path).get_by_role("combobox")
        few.or_(many).first.wait_for()
        if few.count():
            chosen = self.box(path).get_by_role("radio", name=re.compile(f"^{re.escape(label)}"))
            chosen.click()
            expect(chosen).to_be_checked()
            return
        many.click()
        self.page.get_by_role("option", name=label).click()

    def add(self, path: str) -> None:
        """Add an entry to a list, or a part that is not there yet."""
        switch = self.box(path).get_by_role("checkbox")
        (switch if switch.count() else self.box(path).get_by_role("button", name="Thêm")).first.click()
        self.page.wait_for_timeout(SLIDING)

    def upload(self, path: str, name: str, content: bytes) -> None:
        """Choose a picture of one's own for a box."""
        self.box(path).get_by_role("button", name="Duyệt tệp").click()
        dialog = self.page.locator("dialog[open]")
        with self.page.expect_file_chooser() as chosen:
            dialog.get_by_role("button", name="Tải lên").click()
        chosen.value.set_files({"name": name, "mimeType": "image/jpeg", "buffer": content})
        dialog.get_by_role("button", name="Chèn").click()
        dialog.wait_for(state="detached")

    def propose(self) -> None:
        """Save as a draft on a Git host, and leave its review for later."""
        self.page.get_by_role("button", name="Lưu").first.click()
        self.page.locator("dialog[open]").get_by_role("button", name="Để sau").click()
        self._wait_for_lists()

    def save(self) -> None:
        """Save, and wait until it is done."""
        self.page.get_by_role("button", name="Lưu").first.click()
        self.page.get_by_role("button", name="Tạo bản ghi mới").wait_for()
