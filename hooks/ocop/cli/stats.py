"""``ocop stats``: what the catalogue holds, in numbers."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

from ocop.cli.loading import edition_of
from ocop.cli.options import lang_option, root_option
from ocop.i18n import Lang

if TYPE_CHECKING:
    from ocop.catalogue import Catalogue
    from ocop.edition.tallies import Tallies

# \b keeps click from joining the lines that follow.
_STATS_HELP: Final = """Danh mục có những gì, bằng số. / What the catalogue holds, in numbers.

\b
Sản phẩm theo hạng sao, nhóm, loại, huyện; chủ thể, điểm bán, ảnh, nguồn; bao nhiêu bản ghi đã đủ thông tin.
Goods by stars, group, kind and district; producers, sales points, photos, sources; how complete records are.

\b
Mã thoát / exit code: 0 tốt / good · 1 bản ghi có lỗi / records have errors · 2 dùng sai lệnh / wrong use
Ví dụ / example: ocop stats --format json
"""


@click.command("stats", help=_STATS_HELP)
@click.option(
    "--format",
    "style",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="Dạng kết quả. / Form of the result.",
)
@lang_option
@root_option
def command(style: str, lang: Lang, root: Path) -> None:
    """Danh mục có những gì, bằng số. / What the catalogue holds, in numbers."""
    from ocop.edition.tallies import tallies

    edition = edition_of(root, lang)
    counted = tallies(edition)
    if style == "json":
        click.echo(json.dumps(_json(counted), ensure_ascii=False, indent=2))
    else:
        click.echo("\n".join(_text(counted, edition.catalogue, lang)))


# As JSON ---------------------------------------------------------------------------


def _json(counted: Tallies) -> dict[str, Any]:
    """Give the numbers under names that stay; what is not known is counted under ``unknown``."""
    return {
        "day": counted.day.isoformat(),
        "products": {
            "total": counted.products,
            "by_status": _named(counted.by_status),
            "by_stars": {_key(stars): _named(of) for stars, of in counted.by_stars.items()},
            "by_group": _named(counted.by_group),
            "by_kind": _named(counted.by_kind),
            "by_district": _named(counted.by_district),
        },
        "producers": {
            "total": counted.producers,
            "withdrawn": counted.withdrawn_producers,
            "by_type": _named(counted.by_producer_type),
        },
        "sales_points": {"open": counted.sales_points, "closed": counted.closed_sales_points},
        "photos": {
            "total": counted.pictures.photos,
            "products": counted.pictures.products,
            "producers": counted.pictures.producers,
            "sales_points": counted.pictures.sales_points,
        },
        "sources": {"total": counted.cited.sources, "undated": counted.cited.undated},
        "endings": {
            "within_days": counted.within,
            **{str(what): {"soon": ends.soon, "ended": ends.ended} for what, ends in counted.ends.items()},
        },
        "gaps": {
            name: {"asked": asked, "missing": counted.survey.missing.get(name, 0)}
            for name, asked in counted.survey.asked.items()
        },
    }


def _named(counts: Mapping[Any, int]) -> dict[str, int]:
    return {_key(key): count for key, count in counts.items()}


def _key(key: object) -> str:
    return "unknown" if key is None else str(key)


# As text ---------------------------------------------------------------------------


def _text(counted: Tallies, catalogue: Catalogue, lang: Lang) -> Iterator[str]:
    """Give the tables one below the other, each with its heading."""
    from ocop.cli.stats_tables import tables
    from ocop.dates import PartialDate
    from ocop.i18n.phrases import date_text, pick

    day = date_text(PartialDate.of(counted.day), lang)
    yield pick((f"Danh mục tính đến ngày {day}", f"The catalogue as of {day}"), lang)
    for table in tables(counted, catalogue, lang):
        yield ""
        yield from table.lines()
