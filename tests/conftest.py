"""What several tests need: the made-up catalogue with its pictures, and the command to check it."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import settings
from PIL import Image

from ocop import cli

pytest_plugins = ["built_sites", "browsing"]

# How long an example takes says more about the machine than about the code; speed has its own measurements.
settings.register_profile("any-machine", deadline=None)
# Under continuous integration the same examples run each time: what is new is found at a desk.
settings.register_profile("ci", deadline=None, derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "any-machine")

DAY = date(2026, 11, 24)
SITE = Path(__file__).parent / "site"
PICTURES = {
    "products/huyen-thu": (
        "muoi-hat-thu.jpg",
        "muoi-hat-thu-2.avif",
        "muoi-tinh-thu.jpg",
        "khu-muoi-thu.jpg",
    ),
    "products/thi-xa-mau": ("tom-kho-thu.jpg", "banh-phong-tom-thu.jpg", "mam-tom-thu.jpg"),
    "products/chua-ro": ("muoi-ot-thu.jpg",),
    "catalogue/producers": ("htx-muoi-thu.png",),
    "catalogue/sales-points": ("cua-hang-thu.webp",),
    "catalogue/districts": ("huyen-thu.jpg",),
}
_FORMATS = {"jpg": "JPEG", "png": "PNG", "webp": "WEBP", "avif": "AVIF"}


def picture(width: int = 800, height: int = 500, style: str = "JPEG") -> bytes:
    """Draw a picture of one gentle gradient."""
    gradient = Image.linear_gradient("L").resize((width, height))
    drawn = Image.merge("RGB", (gradient, gradient.transpose(Image.Transpose.FLIP_TOP_BOTTOM), gradient))
    out = BytesIO()
    drawn.save(out, style)
    return out.getvalue()


@pytest.fixture(scope="session")
def whole_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the made-up catalogue with its pictures, to read only."""
    root = tmp_path_factory.mktemp("made-up") / "site"
    shutil.copytree(SITE, root)
    for folder, names in PICTURES.items():
        for name in names:
            style = _FORMATS[name.rpartition(".")[2]]
            (root / folder / name).write_bytes(picture(style=style))
    return root


@pytest.fixture
def site(whole_site: Path, tmp_path: Path) -> Path:
    """Give a copy of the made-up catalogue, pictures included, to do anything with."""
    return Path(shutil.copytree(whole_site, tmp_path / "site"))


Check = Callable[..., Result]


@pytest.fixture
def check(monkeypatch: pytest.MonkeyPatch) -> Check:
    """Give a function that runs ``ocop check`` on a folder on a fixed day; it fails on any traceback."""
    monkeypatch.setenv("CATALOGUE_DATE", DAY.isoformat())
    monkeypatch.delenv("OCOP_LANG", raising=False)

    def run(root: Path, *arguments: str) -> Result:
        result = CliRunner().invoke(cli.ocop, ["check", "--root", str(root), *arguments])
        assert result.exception is None or isinstance(result.exception, SystemExit), result.exc_info
        return result

    return run
