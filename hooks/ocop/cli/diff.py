"""``ocop diff``: what a change alters for the public, in plain words."""

from __future__ import annotations

import os
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

import click

from ocop.cli.options import lang_option, root_option, today
from ocop.cli.revision import or_wrong_use
from ocop.i18n import Lang

_DIFF_HELP: Final = """Kể người xem sẽ thấy gì thay đổi. / Tell what visitors will see change.

\b
BASE: nhánh, thẻ hay commit để so (mặc định: origin/main, rồi main). So từ chỗ tách ra khỏi BASE,
      với các tệp đang có trong thư mục, kể cả khi chưa commit.
      Branch, tag or commit to compare with (default: origin/main, then main): from where the work
      branched off, with the files as they are in the folder, committed or not.

\b
In ra Markdown, vừa cho một bình luận. / Prints Markdown, fit for a comment.
Mã thoát / exit code: 0 tốt / good · 2 dùng sai lệnh / wrong use
Ví dụ / examples: ocop diff
                  ocop diff HEAD~3 --lang en > thay-doi.md
"""


@click.command("diff", help=_DIFF_HELP)
@click.argument("base", metavar="[BASE]", required=False)
@lang_option
@click.option(
    "--format",
    "style",
    type=click.Choice(["markdown"]),
    default="markdown",
    show_default=True,
    help="Dạng kết quả. / Form of the result.",
)
@root_option
def command(base: str | None, lang: Lang, style: str, root: Path) -> None:  # noqa: ARG001 – one form so far
    """Kể người xem sẽ thấy gì thay đổi. / Tell what visitors will see change."""
    from ocop.review.compare import compare
    from ocop.review.note import Preview, note
    from ocop.review.states import read
    from ocop.revisions import Git

    day = today()
    with TemporaryDirectory(prefix="ocop-") as folder, or_wrong_use():
        before, scratch = Path(folder, "before"), Path(folder, "after")
        before.mkdir()
        git = Git(root, os.environ)
        start = git.start(base)
        touched = git.touched(start)
        git.restore(start, touched, before)
        others = git.elsewhere(start)
        states = read(before, root, scratch, day)
    comparison = compare(*states.editions, touched.changed) if states.editions is not None else None
    pages = [path for path in touched.paths if path.endswith(".md")]
    preview = Preview(start, day, comparison, states.errors, states.apart, len(others) + len(pages))
    click.echo(note(preview, lang, os.environ.get("CATALOGUE_URL", "")), nl=False)
