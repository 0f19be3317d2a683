"""``ocop due``: ratings and certificates that end soon or have ended."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from ocop.cli.loading import edition_of
from ocop.cli.options import lang_option, root_option
from ocop.i18n import Lang

if TYPE_CHECKING:
    from ocop.edition import Edition
    from ocop.edition.endings import Ending

WITHIN: Final = 180
_SEPARATOR: Final = " · "

# \b keeps click from joining the lines that follow.
_DUE_HELP: Final = """Hạng sao và chứng nhận sắp hết hạn, đã hết hạn. / Ratings and certificates about to end, or ended.

\b
Hạng chưa rõ ngày công nhận được tính theo ngày chậm nhất: 36 tháng sau khi có nguồn nhắc tới.
A rating whose date is not known counts with its latest end: 36 months after it was reported.

\b
Mã thoát / exit code: 0 tốt / good · 1 bản ghi có lỗi / records have errors · 2 dùng sai lệnh / wrong use
Ví dụ / examples:
  ocop due --within 90 --no-ended
  ocop due --format csv > han.csv
"""


@click.command("due", help=_DUE_HELP)
@click.option(
    "--within",
    type=click.IntRange(0, 3650),
    default=WITHIN,
    show_default=True,
    metavar="DAYS",
    help="Hết hạn trong bao nhiêu ngày tới. / Ends in so many days.",
)
@click.option(
    "--ended/--no-ended",
    default=True,
    show_default=True,
    help="Kể cả cái đã hết hạn. / Include what has ended.",
)
@click.option(
    "--format",
    "style",
    type=click.Choice(["text", "csv", "ics"]),
    default="text",
    show_default=True,
    help="Dạng kết quả; ics là lịch. / Form of the result; ics is a calendar.",
)
@lang_option
@root_option
def command(*, within: int, ended: bool, style: str, lang: Lang, root: Path) -> None:
    """Hạng sao và chứng nhận sắp hết hạn, đã hết hạn. / Ratings and certificates about to end, or ended."""
    from ocop.edition.endings import endings

    edition = edition_of(root, lang)
    found = [each for each in endings(edition) if each.is_within(within) or (ended and each.has_ended)]
    if style == "text":
        click.echo("\n".join(_text(found, edition, within, lang)))
        return
    click.echo(_file(style, found, edition, lang), nl=False)


def _file(style: str, found: Sequence[Ending], edition: Edition, lang: Lang) -> bytes:
    """Give a spreadsheet, or what the published calendar says of these."""
    if style == "csv":
        from ocop.export.csv_file import csv_file
        from ocop.export.ending_rows import ending_table

        return csv_file(ending_table(found, edition, lang))
    from ocop.export.calendar import calendar, recent

    return calendar(recent(found), edition, os.environ.get("CATALOGUE_URL", ""))


# As text ---------------------------------------------------------------------------


def _text(found: Sequence[Ending], edition: Edition, within: int, lang: Lang) -> Iterator[str]:
    """Give two parts, each in the order of days: what has ended, then what is to end, nearest the prompt."""
    from ocop.i18n.phrases import pick

    over = [each for each in found if each.has_ended]
    soon = [each for each in found if not each.has_ended]
    if over:
        yield pick((f"Đã hết hạn ({len(over)})", f"Ended ({len(over)})"), lang)
        yield from _entries(over, edition, lang)
        yield ""
    if soon:
        yield pick(
            (f"Hết hạn trong {within} ngày ({len(soon)})", f"Ends within {within} days ({len(soon)})"), lang
        )
        yield from _entries(soon, edition, lang)
    else:
        yield pick((f"Không có gì hết hạn trong {within} ngày.", f"Nothing ends within {within} days."), lang)


def _entries(found: Sequence[Ending], edition: Edition, lang: Lang) -> Iterator[str]:
    """Give two lines an entry: when and what, aligned; then whose, where and in which file."""
    from ocop.i18n.deadlines import days_text, ends_text, subject_text

    ends = [ends_text(each.ends, lang, at_latest=each.at_latest) for each in found]
    left = [days_text(each.days_left, lang) for each in found]
    widths = max(map(len, ends)), max(map(len, left))
    for each, end, days in zip(found, ends, left, strict=True):
        subject = subject_text(each.scheme, each.stars, lang)
        yield f"  {end:<{widths[0]}}  {days:>{widths[1]}}  {_name(each, lang)}: {subject}"
        yield "      " + _SEPARATOR.join([*_whose(each, edition, lang), each.record.path])


def _name(ending: Ending, lang: Lang) -> str:
    english = ending.record.en.name if ending.record.en is not None else None
    return english if lang == "en" and english is not None else ending.record.name


def _whose(ending: Ending, edition: Edition, lang: Lang) -> Iterator[str]:
    """Give the producer, where that is not named already, and the district; only what is known."""
    from ocop.edition.endings import maker_of
    from ocop.i18n.phrases import unit_short

    maker = maker_of(ending.record, edition)
    if maker is not None and maker is not ending.record:
        yield maker.name
    if ending.record.district is not None:
        yield unit_short(edition.catalogue.districts[ending.record.district].name, lang)
