"""The shape of the code: imports go one way, and each outside library has one place."""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from importlinter.cli import lint_imports

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "hooks" / "ocop"

# A library, and the modules that may use it: whoever replaces it has to look nowhere else.
HOMES = {
    "PIL": {"photos"},
    "click": {"cli"},
    "icalendar": {"export"},
    "jinja2": {"site"},
    "openpyxl": {"intake"},
    "pillow_heif": {"photos"},
    "ruamel": {"form"},
    "zxingcpp": {"press"},
    "subprocess": {"revisions"},
    "typst": {"press"},
    "xlsxwriter": {"export"},
    "yaml": {"source"},
}

HOST = {"mkdocs", "material"}


def imported(path: Path) -> Iterator[str]:
    """Yield the top names of what a file imports, wherever in the file it does so."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"), str(path))):
        match node:
            case ast.Import(names=names):
                yield from (name.name.partition(".")[0] for name in names)
            case ast.ImportFrom(module=str(module), level=0):
                yield module.partition(".")[0]


def layer(path: Path) -> str:
    """Return the part of the package to which a file belongs: `site` for ocop/site/cards.py."""
    return path.relative_to(PACKAGE).with_suffix("").parts[0]


def test_imports_go_one_way(tmp_path: Path) -> None:
    """Every module stands in a layer, imports only from the layers below, and knows nothing of the host."""
    assert lint_imports(str(ROOT / "pyproject.toml"), cache_dir=str(tmp_path), no_logo=True) == 0


@pytest.mark.parametrize("library", HOMES)
def test_each_library_has_one_home(library: str) -> None:
    """YAML is read, pictures opened, templates filled and commands declared in one part each."""
    users = {layer(path) for path in PACKAGE.rglob("*.py") if library in imported(path)}
    assert users <= HOMES[library]


def test_the_host_is_met_in_one_file() -> None:
    """Only hooks/publish.py imports MkDocs, so that another host is a matter of one file."""
    users = {
        path.relative_to(ROOT).as_posix() for path in ROOT.glob("hooks/**/*.py") if HOST & {*imported(path)}
    }
    assert users <= {"hooks/publish.py"}


def test_no_hook_is_named_like_a_standard_module() -> None:
    """MkDocs puts the folder of hooks first on the path, where a hook named `calendar` would hide Python's own."""
    names = {path.stem for path in (ROOT / "hooks").iterdir() if path.suffix == ".py" or path.is_dir()}
    assert not names & sys.stdlib_module_names
