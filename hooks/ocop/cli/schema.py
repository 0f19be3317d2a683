"""``ocop schema``: the JSON Schemas of the records, for editors that complete and check."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Final

import click

from ocop import report
from ocop.cli.options import lang_option, site_url
from ocop.i18n import Lang

GOOD, NOT_WRITTEN = 0, 1  # wrong use is click's own 2

# \b keeps click from joining the lines that follow.
_SCHEMA_HELP: Final = """Ghi các lược đồ JSON của bản ghi. / Write the JSON Schemas of the records.

\b
DIR: thư mục sẽ chứa product.json, producer.json …; bỏ trống thì chỉ kể tên từng lược đồ và tệp nó dành cho.
     The folder for product.json, producer.json …; without it each is only named, with the files it is for.

\b
CATALOGUE_URL: địa chỉ công khai của trang; có thì mỗi lược đồ mang địa chỉ riêng ($id).
     The site's public address; with it each schema bears an address of its own ($id).

\b
Mã thoát / exit code: 0 tốt / good · 1 không ghi được / not written · 2 dùng sai lệnh / wrong use
Ví dụ / example: ocop schema .vscode/schema
"""


@click.command("schema", help=_SCHEMA_HELP)
@click.argument("folder", metavar="[DIR]", required=False, type=click.Path(file_okay=False, path_type=Path))
@lang_option
@click.option(
    "--root",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=".",
    help="Thư mục chứa catalogue/ và products/, để đếm tệp. / The folder that holds catalogue/ and products/, to count files.",
)
def command(folder: Path | None, lang: Lang, root: Path) -> None:
    """Ghi các lược đồ JSON của bản ghi. / Write the JSON Schemas of the records."""
    if folder is None:
        click.echo("\n".join(_listed(root, lang)))
        return
    from ocop.export.schema import schemas, written

    made = {f"{name}.json": written(schema) for name, schema in schemas(site_url()).items()}
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, content in made.items():
            (folder / name).write_bytes(content)
    except OSError as error:
        said = "không ghi được" if lang == "vi" else "could not be written"
        reason = error.strerror or type(error).__name__
        click.echo(f"{report.shown(str(folder))}: {said}: {reason}", err=True)
        sys.exit(NOT_WRITTEN)
    shown = report.shown(str(folder))
    told = f"{len(made)} lược đồ trong {shown}" if lang == "vi" else f"{len(made)} schemas in {shown}"
    click.echo(told, err=True)


def _listed(root: Path, lang: Lang) -> list[str]:
    """Name each schema, the files it is for, and how many of them there are."""
    from ocop.export.schema import KINDS

    lines = []
    for name, kind in sorted(KINDS.items()):
        files = sum(1 for _ in root.glob(kind.files))
        called = kind.vi if lang == "vi" else kind.en
        counted = f"{files} tệp" if lang == "vi" else f"{files} file{'' if files == 1 else 's'}"
        lines.append(f"{name + '.json':<18}{kind.files:<31}{called} ({counted})")
    return lines
