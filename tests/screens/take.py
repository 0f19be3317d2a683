"""Take the pictures of the staff guide anew, from the real screens: run it by hand after a change of their look.

    .venv/bin/python tests/screens/take.py [NAME …]

It builds the site of the real records on the tests' day, opens each screen in Chromium and writes
``catalogue/huong-dan/anh/<NAME>.png``. Without names it takes all of them.
"""

from __future__ import annotations

import html
import shutil
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from typing import Final

from PIL import Image
from playwright.sync_api import Browser, Page, ViewportSize, sync_playwright

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "tests"))

from hosting import DAY, environment  # noqa: E402 - the tests' folder is no package

FOLDER = ROOT / "catalogue/huong-dan/anh"
CHROME = ("/usr/bin/chromium", "/usr/bin/google-chrome")
COLOURS = (256, 128, 64, 32)
MOST_BYTES = 60_000
SITE_URL, REPOSITORY = "https://ocop.example.vn/", "https://github.com/ocop-bac-lieu/danh-muc"
# Slips as they happen: a key from memory, an id with a letter too many.
SLIPS: Final = {"kind: ": "loai: ", "producer: ba-ba": "producer: ba-baa"}
# The browser's own folder stands in for one of the disk, which only a person may choose.
FILL_FOLDER: Final = """async (files) => {
  const root = await navigator.storage.getDirectory()
  await root.getDirectoryHandle(".git", { create: true })
  for (const [path, text] of Object.entries(files)) {
    const steps = path.split("/")
    let folder = root
    for (const step of steps.slice(0, -1)) folder = await folder.getDirectoryHandle(step, { create: true })
    const writer = await (await folder.getFileHandle(steps.at(-1), { create: true })).createWritable()
    await writer.write(text)
    await writer.close()
  }
}"""
SHELL: Final = """<!doctype html><meta charset="utf-8"><style>
body {{ margin: 0; padding: 16px 18px; background: #0b1f1a; color: #e8f0ec;
        font: 14px/1.7 ui-monospace, "DejaVu Sans Mono", monospace; white-space: pre-wrap }}
.prompt {{ color: #f2b632 }} .error {{ color: #ffa88c; font-weight: 700 }}
</style>{body}"""


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing."""


def built(folder: Path) -> Path:
    """Build the site of the real records."""
    subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", str(folder)],
        cwd=ROOT,
        env=environment(CATALOGUE_URL=SITE_URL, CATALOGUE_REPO=REPOSITORY),
        check=True,
        stderr=subprocess.DEVNULL,
    )
    return folder


@contextmanager
def served(site: Path) -> Iterator[str]:
    """Serve a folder and give its address."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()


def checked(folder: Path) -> str:
    """Give what `ocop check` says of a copy of the catalogue in which one record has slips."""
    for name in ("catalogue", "products"):
        shutil.copytree(ROOT / name, folder / name)
    record = min(
        path for path in folder.glob("products/*/*.yml") if "producer: ba-ba\n" in path.read_text("utf-8")
    )
    text = record.read_text("utf-8")
    for right, wrong in SLIPS.items():
        text = text.replace(right, wrong, 1)
    record.write_text(text, "utf-8")
    name = record.relative_to(folder).as_posix()
    ran = subprocess.run(
        [str(Path(sys.executable).parent / "ocop"), "check", name],
        cwd=folder,
        env=environment(),
        capture_output=True,
        text=True,
        check=False,
    )
    return f"$ ocop check {name}\n{ran.stdout}{ran.stderr}"


def terminal(said: str) -> str:
    """Show lines of a terminal as a page."""
    command, _, rest = said.partition("\n")
    marked = html.escape(rest).replace(" lỗi:", ' <span class="error">lỗi:</span>')
    return SHELL.format(body=f'<span class="prompt">{html.escape(command)}</span>\n{marked}')


# The screens --------------------------------------------------------------------------------------


def work_list(page: Page, base: str) -> bytes:
    """Show the work lists."""
    page.clock.set_fixed_time(f"{DAY}T05:00:00Z")
    page.goto(f"{base}bien-tap/")
    return page.screenshot()


def product(page: Page, base: str) -> bytes:
    """Show the page of a record."""
    page.clock.set_fixed_time(f"{DAY}T05:00:00Z")
    page.goto(f"{base}san-pham/muoi-tinh-bac-lieu/")
    return page.screenshot()


def form(page: Page, base: str) -> bytes:
    """Show the form for a new record, in a folder of the machine."""
    files = {
        path.relative_to(ROOT).as_posix(): path.read_text("utf-8")
        for name in ("products", "catalogue")
        for path in sorted((ROOT / name).rglob("*.yml"))
    }
    page.add_init_script("window.showDirectoryPicker = () => navigator.storage.getDirectory()")
    page.goto(f"{base}bien-tap/moi/")
    page.evaluate(FILL_FOLDER, files)
    page.get_by_role("button", name="Làm việc với kho mã nguồn cục bộ").click()
    page.get_by_role("button", name="Sắp xếp").wait_for()
    page.goto(f"{base}bien-tap/moi/#/collections/products-dong-hai/new")
    page.get_by_role("textbox", name="Tên sản phẩm").fill("Muối ớt Mẫu")
    page.wait_for_timeout(500)  # the form slides in
    return page.screenshot()


def message(page: Page, _base: str) -> bytes:
    """Show messages in a terminal."""
    with tempfile.TemporaryDirectory() as folder:
        page.set_content(terminal(checked(Path(folder))))
    return page.locator("body").screenshot()


@dataclass(frozen=True, slots=True)
class Screen:
    """One picture: how it is taken, and in a window of what size."""

    taken: Callable[[Page, str], bytes]
    width: int
    height: int = 640


SCREENS: Final[Mapping[str, Screen]] = {
    "viec-can-lam": Screen(work_list, 960),
    "bieu-mau": Screen(form, 960),
    "trang-san-pham": Screen(product, 1120),
    "thong-bao": Screen(message, 880),
}


def small(picture: bytes) -> bytes:
    """Write a picture with as many colours as fit into the bytes that a page may carry."""
    with Image.open(BytesIO(picture)) as shown:
        for colours in COLOURS:
            out = BytesIO()
            shown.convert("RGB").quantize(colours, dither=Image.Dither.NONE).save(out, "PNG", optimize=True)
            if out.tell() <= MOST_BYTES:
                return out.getvalue()
    raise ValueError(f"{out.tell()} bytes with {COLOURS[-1]} colours: show less of the screen")


def take(browser: Browser, base: str, name: str) -> None:
    """Take one picture."""
    screen = SCREENS[name]
    window: ViewportSize = {"width": screen.width, "height": screen.height}
    context = browser.new_context(viewport=window, color_scheme="light", locale="vi")
    page = context.new_page()
    picture = small(screen.taken(page, base))
    (FOLDER / f"{name}.png").write_bytes(picture)
    print(f"{name}.png: {len(picture) // 1000} kB")  # noqa: T201 - it says what it made
    context.close()


def main(names: list[str]) -> None:
    """Take the pictures that are named, or all."""
    chrome = next(path for path in CHROME if Path(path).exists())
    FOLDER.mkdir(exist_ok=True)
    with (
        tempfile.TemporaryDirectory() as folder,
        served(built(Path(folder) / "site")) as base,
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(executable_path=chrome, args=["--no-sandbox"])
        for name in names or SCREENS:
            take(browser, base, name)
        browser.close()


if __name__ == "__main__":
    main(sys.argv[1:])
