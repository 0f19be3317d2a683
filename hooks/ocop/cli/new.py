"""``ocop new``: a new record at its place, valid from the start, every other field as a hint."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any, Final

import click

from ocop import catalogue, report
from ocop.catalogue.decode import decode
from ocop.catalogue.layout import Collection
from ocop.cli.asking import Asking, on_terminal, sentence
from ocop.cli.options import lang_option, root_option
from ocop.declared import as_written
from ocop.fields import LONGEST_ID, is_id
from ocop.findings import Finding
from ocop.form import saving
from ocop.form.canonical import written
from ocop.form.known import Known
from ocop.form.template import new_record, put
from ocop.i18n import Lang
from ocop.records import Producer, Product, Record, SalesPoint
from ocop.records.base import SOURCE_TO_FILL
from ocop.records.product import UNKNOWN_DISTRICT
from ocop.source import SourceFile, loc_of, parse
from ocop.text import slug

# \b keeps click from joining the lines that follow.
_HELP: Final = """Tạo bản ghi mới, đúng ngay từ đầu; trường chưa ghi có sẵn lời nhắc sau dấu #.
/ Make a new record, valid from the start; every other field stands as a hint behind a #.

\b
WHAT: product (sản phẩm) · producer (chủ thể) · sales-point (điểm bán)
ID:   mã, cũng là tên tệp và địa chỉ trang: chữ thường không dấu, chữ số, gạch nối, ví dụ muoi-ot
      the id, which names file and page: lower-case letters without marks, digits, hyphens

\b
Cần có tên, loại hàng (sản phẩm) và một nguồn: thiếu gì lệnh hỏi nấy; không có ai trả lời thì ghi tạm và nói rõ.
Name, kind (of a product) and one source are needed: the command asks for what is missing; where nobody can answer it
keeps the place and says so.

\b
Mã thoát / exit code: 0 đã viết / written · 2 dùng sai lệnh / wrong use
Ví dụ / example:
  ocop new product muoi-ot --name "Muối ớt" --kind muoi --district "Đông Hải" --source https://…
"""


@dataclass(frozen=True, slots=True)
class _What:
    """A kind of record that can be new."""

    name: str
    model: type[Record]
    collection: Collection
    folder: str


_WHAT: Final = {
    what.name: what
    for what in (
        _What("product", Product, Collection.PRODUCTS, "products"),
        _What("producer", Producer, Collection.PRODUCERS, "catalogue/producers"),
        _What("sales-point", SalesPoint, Collection.SALES_POINTS, "catalogue/sales-points"),
    )
}
_OPTIONS: Final = {"name": "--name", "kind": "--kind", "sources": "--source"}
_SAYS: Final[Mapping[str, dict[Lang, str]]] = {
    "to_fill": {
        "vi": "chưa có {options}: đã ghi tạm {values}, hãy thay trong tệp",
        "en": "no {options}: {values} keeps the place, replace it in the file",
    },
    "not_here": {"vi": "{what} không có {option}", "en": "a {what} has no {option}"},
    "bad_set": {
        "vi": '--set "{value}" chưa đúng: viết trường=giá trị, ví dụ trade.lead_time_days=7',
        "en": '--set "{value}" is not field=value, such as trade.lead_time_days=7',
    },
    "no_district": {
        "vi": "chưa ghi --district: đặt vào products/chua-ro (chưa rõ địa phương)",
        "en": "no --district: put into products/chua-ro (place not known)",
    },
    "unwritable": {"vi": "không ghi được {path}: {reason}", "en": "cannot write {path}: {reason}"},
    "next": {
        "vi": """Tiếp theo:
  1. mở tệp, bỏ "# " ở dòng cần dùng rồi ghi giá trị
  2. đặt ảnh cạnh tệp (ví dụ {photo}) và khai ở photos
  3. chạy: ocop check {path}
  4. chạy: ocop fmt {path}
Sổ tay: trang /huong-dan/ của danh mục""",
        "en": """Next:
  1. open the file, remove the "# " of the lines you need and put their values
  2. put a photo beside it (such as {photo}) and name it under photos
  3. run: ocop check {path}
  4. run: ocop fmt {path}
Guide: the page /huong-dan/ of the catalogue""",
    },
}


@click.command("new", help=_HELP)
@click.argument("what", metavar="WHAT", type=click.Choice(list(_WHAT)))
@click.argument("record_id", metavar="ID")
@click.option("--name", help="Tên. / Name.")
@click.option("--kind", help="Loại hàng: mã hay tên. / Kind of goods: id or name.")
@click.option("--producer", help="Chủ thể: mã hay tên. / Producer: id or name.")
@click.option(
    "--district", help="Huyện: mã hay tên; sản phẩm không ghi thì vào chua-ro. / District: id or name."
)
@click.option(
    "--commune", help="Xã, phường của huyện ấy: mã hay tên. / Commune of that district: id or name."
)
@click.option(
    "--source", "sources", multiple=True, help="Nguồn: mã hay địa chỉ https://. / Source: id or address."
)
@click.option(
    "--set", "further", multiple=True, metavar="KEY=VALUE", help="Ghi thêm một trường. / Fill another field."
)
@lang_option
@root_option
def command(
    what: str, record_id: str, further: tuple[str, ...], lang: Lang, root: Path, **given: Any
) -> None:
    """Tạo bản ghi mới. / Make a new record."""
    making = _Making(_WHAT[what], Asking(_WHAT[what].model, Known(root), lang), lang)
    making.claim(record_id)
    tree = making.fields(record_id, {key: value for key, value in given.items() if value}, further)
    path = f"{making.folder(tree)}/{record_id}.yml"
    making.judge(tree)
    making.write(path, new_record(_WHAT[what].model, tree, lang))
    click.echo(path)
    click.echo(making.say("next", path=path, photo=f"{record_id}-1.jpg"), err=True)


@dataclass(frozen=True, slots=True)
class _Making:
    """A record on its way to its file."""

    what: _What
    asking: Asking
    lang: Lang

    def say(self, key: str, **values: str) -> str:
        """Give one of the command's own sentences."""
        return _SAYS[key][self.lang].format(**values)

    def claim(self, record_id: str) -> None:
        """Refuse an id that is none, or that a record has or had."""
        if not is_id(record_id):
            meant = slug(record_id)[:LONGEST_ID].strip("-")
            raise click.UsageError(sentence(self.lang, "bad_id", meant or None, value=record_id))
        holder = self.asking.known.holder(self.what.collection, record_id)
        if holder is not None:
            raise click.UsageError(sentence(self.lang, "id_twice", value=record_id, other=holder))

    def fields(self, record_id: str, given: Mapping[str, Any], further: tuple[str, ...]) -> dict[str, Any]:
        """Give what is known of the record, with the ids of what it refers to."""
        own = {field.key for field in as_written(self.what.model)}
        for key in given.keys() - own - ({"district"} if self.what.model is Product else set()):
            raise click.UsageError(self.say("not_here", what=self.what.name, option=f"--{key}"))
        tree = {key: list(value) if isinstance(value, tuple) else value for key, value in given.items()}
        for each in further:
            key, _, value = each.partition("=")
            if not value or not put(tree, loc_of(key), value):
                raise click.UsageError(self.say("bad_set", value=report.shown(each)))
        self._look_up(tree)
        self._complete(record_id, tree)
        self._commune(tree)
        return tree

    def _look_up(self, tree: dict[str, Any]) -> None:
        for key in ("kind", "producer", "district"):
            if isinstance(tree.get(key), str):
                tree[key] = self.asking.found(key, tree[key])
        if isinstance(tree.get("sources"), list):
            tree["sources"] = [
                self.asking.found("sources", each) if isinstance(each, str) else each
                for each in tree["sources"]
            ]

    def _complete(self, record_id: str, tree: dict[str, Any]) -> None:
        """Ask for what a record must have, and with it for the place of a product."""
        missing = [field for field in as_written(self.what.model) if field.required and field.key not in tree]
        if missing and not on_terminal():
            for field in missing:
                tree[field.key] = self._kept_place(field.key, record_id)
            return
        for field in missing:
            answer = self.asking.ask(field.key)
            tree[field.key] = [answer] if field.shape.many else answer
        if missing and self.what.model is Product and "district" not in tree:
            tree["district"] = self.asking.ask("district", UNKNOWN_DISTRICT)

    def _kept_place(self, key: str, record_id: str) -> Any:
        """Give what stands for a value that nobody is there to tell, and say that it only does that."""
        value: Any
        if key == "sources":
            value, shown = [{"url": SOURCE_TO_FILL}], SOURCE_TO_FILL
        elif key == "kind":
            kinds = self.asking.known.ids("kinds")
            if not kinds:
                raise click.UsageError(sentence(self.lang, "kinds_missing"))
            value = shown = next((kind for kind in kinds if kind in record_id.split("-")), kinds[0])
        else:
            value = shown = record_id.replace("-", " ").capitalize()
        click.echo(self.say("to_fill", options=_OPTIONS[key], values=shown), err=True)
        return value

    def _commune(self, tree: dict[str, Any]) -> None:
        """Look up the commune within the district."""
        commune, district = tree.get("commune"), tree.get("district")
        if not isinstance(commune, str):
            return
        elsewhere = self.asking.known.districts_with(commune)
        if district in (None, UNKNOWN_DISTRICT):
            near = f"--district {elsewhere[0]}" if len(elsewhere) == 1 else None
            raise click.UsageError(sentence(self.lang, "commune_without_district", near))
        if elsewhere and district not in elsewhere:
            values = {"value": commune, "there": ", ".join(elsewhere), "here": district}
            raise click.UsageError(sentence(self.lang, "commune_elsewhere", **values))
        tree["commune"] = self.asking.found("commune", commune, district)

    def folder(self, tree: dict[str, Any]) -> str:
        """Give the folder of the record; that of a product is its district, which is no field of it."""
        if self.what.model is not Product:
            return self.what.folder
        district = tree.pop("district", None)
        if district is None:
            click.echo(self.say("no_district"), err=True)
        return f"{self.what.folder}/{district or UNKNOWN_DISTRICT}"

    def judge(self, tree: Mapping[str, Any]) -> None:
        """Refuse what no record may hold, before there is a file."""
        document = parse(SourceFile("", written(self.what.model, tree)))
        self._refuse([*document.findings, *decode(document, self.what.model, document.root).findings])

    def _refuse(self, findings: Iterable[Finding]) -> None:
        wrong = [found for found in findings if found.is_error]
        if wrong:
            told = [f"`{found.field}`: {report.sentence(found, self.lang)}" for found in wrong]
            raise click.UsageError("\n".join(told))

    def write(self, path: str, text: str) -> None:
        """Write the record; take it away again where what it refers to is not there, and say so."""
        root = self.asking.known.root
        for folder in PurePosixPath(path).parents[:-1]:
            if (root / folder).is_symlink():
                reason = sentence(self.lang, "symlink")
                raise click.UsageError(self.say("unwritable", path=str(folder), reason=reason))
        try:
            saving.create(root / path, text)
        except OSError as error:
            reason = error.strerror or type(error).__name__
            raise click.UsageError(self.say("unwritable", path=path, reason=reason)) from None
        try:
            self._refuse(found for found in catalogue.load(root).findings if found.position.path == path)
        except click.UsageError:
            (root / path).unlink()
            with suppress(OSError):
                (root / path).parent.rmdir()
            raise
