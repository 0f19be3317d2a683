"""The editor in the browser: its page, its script, and what it must know of the catalogue.

The page stands by itself, outside the theme's frame: the editor fills the whole window. It loads no file but the site's
own, and asks nobody but the repository's host.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, Final, TypeAlias

from pydantic import BaseModel

from ocop import addresses, fields
from ocop.catalogue import Catalogue
from ocop.dates import PartialDate
from ocop.edition import Edition
from ocop.i18n import phrases
from ocop.records import Producer, Product, SalesPoint
from ocop.records.product import UNKNOWN_DISTRICT
from ocop.site.compose.editor_form import Form, shape_of
from ocop.site.fingerprints import fingerprinted_path
from ocop.site.model import Asset, Page, Settings
from ocop.site.rendering import look, previews
from ocop.site.repository import Repository
from ocop.text import vietnamese_order

Box: TypeAlias = dict[str, Any]
Options: TypeAlias = list[list[str]]

FOLDER: Final = "assets/ocop/editor/"
TITLE: Final = "Thêm, sửa bản ghi"
DESCRIPTION: Final = "Biểu mẫu để thêm, sửa sản phẩm, chủ thể và điểm bán ngay trong trình duyệt; mỗi thay đổi được duyệt trước."
_FORMS: Final[Mapping[str, tuple[type[BaseModel], str]]] = {
    "product": (Product, "products"),
    "producer": (Producer, "producers"),
    "sales_point": (SalesPoint, "sales_points"),
}


def editor_files(edition: Edition, settings: Settings) -> Iterator[Asset]:
    """Give the page and everything that it loads; nothing where the scripts are not made."""
    bundle = settings.bundle / "editor"
    if not bundle.is_dir():
        return
    files = [Asset(f"{FOLDER}{path.relative_to(bundle).as_posix()}", path) for path in _files(bundle)]
    yield from files
    yield Asset(f"{addresses.staff('editor')}index.html", _page(edition.catalogue, settings, files).encode())


def _files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file())


def _page(catalogue: Catalogue, settings: Settings, files: Iterable[Asset]) -> str:
    address, site = addresses.staff("editor"), settings.site_url
    depth = address.count("/")
    links = {
        asset.path.removeprefix(FOLDER): addresses.relative(fingerprinted_path(asset), depth)
        for asset in files
    }
    environment = look(settings.art.parents[2] / "ocop", settings.art).environment("vi", "../" * depth)
    page = Page(address, "vi", "", TITLE, DESCRIPTION, "editor.html", None, listed=False)
    return environment.get_template("editor.html").render(
        page=page,
        absolute=site + address if site else "",
        alternates={},
        previews=previews(page, site) if site else (),
        links=links,
        config=configuration(catalogue, settings.repository),
        hosts=" ".join(hosts(settings.repository)),
    )


# What the editor is told -----------------------------------------------------------------------------


def configuration(catalogue: Catalogue, repository: Repository | None) -> Box:
    """Give all that `config.js` makes the editor's configuration of."""
    return {
        "backend": None if repository is None else backend(repository),
        "hosts": hosts(repository),
        "forms": {name: Form(model, peers).boxes for name, (model, peers) in _FORMS.items()},
        "shapes": {name: shape_of(model) for name, (model, _) in _FORMS.items()},
        "lists": lists(catalogue),
        "collections": list(_collections(catalogue)),
        "slug": {"pattern": f"^{fields.ID_PATTERN}$", "longest": fields.LONGEST_ID},
    }


def backend(repository: Repository) -> Box:
    """Say where the records are kept, and how a change is sent there."""
    version = {"github": "v3", "gitlab": "v4"}[repository.host]
    known = repository.root in _KNOWN_HOSTS
    elsewhere = {} if known else {"api_root": f"{repository.root}/api/{version}"}
    return {"name": repository.host, "repo": repository.name, "branch": repository.branch, **elsewhere}


def hosts(repository: Repository | None) -> tuple[str, ...]:
    """Name whom the page may ask besides the site itself: the repository's host."""
    return () if repository is None else _KNOWN_HOSTS.get(repository.root, (repository.root,))


_KNOWN_HOSTS: Final[Mapping[str, tuple[str, ...]]] = {
    "https://github.com": ("https://api.github.com", "https://raw.githubusercontent.com"),
    "https://gitlab.com": ("https://gitlab.com",),
}


def lists(catalogue: Catalogue) -> dict[str, Options]:
    """Give every list from which a value is chosen: what is written, and what it is called."""
    districts = {district.id: district for district in catalogue.districts.values()}
    communes = {
        f"communes:{district.id}": [[commune.id, commune.name] for commune in district.communes]
        for district in districts.values()
    }
    return {
        "kinds": [
            [kind.id, f"{kind.name} · {catalogue.groups[kind.group].name}"] for kind in catalogue.kinds.values()
        ],
        "districts": _in_order([district.id, district.name] for district in districts.values()),
        **communes,
        "communes": _all_communes(catalogue),
        f"communes:{UNKNOWN_DISTRICT}": [],
        "products": _in_order([product.id, product.name] for product in catalogue.products.values()),
        "sources": [
            [name, " · ".join(filter(None, (source.title or source.url, source.publisher, _year(source.date))))]
            for name, source in catalogue.sources.items()
        ],
        "countries": _in_order([code, phrases.country_text(code, "vi")] for code in fields.countries()),
    }  # fmt: skip


def _year(date: PartialDate | None) -> str:
    return "" if date is None else phrases.date_text(date, "vi")


def _all_communes(catalogue: Catalogue) -> Options:
    """Give the communes of all districts; those that share an id stand in one line, for the id is all that is written."""
    called: dict[str, list[str]] = {}
    for district in catalogue.districts.values():
        for commune in district.communes:
            called.setdefault(commune.id, []).append(
                f"{commune.name} ({phrases.unit_short(district.name, 'vi')})"
            )
    return _in_order([name, ", ".join(names)] for name, names in called.items())


def _in_order(options: Iterable[list[str]]) -> Options:
    return sorted(options, key=lambda option: (vietnamese_order(option[1]), option[0]))


def _collections(catalogue: Catalogue) -> Iterator[Box]:
    """Name the folders of records, as the editor's menu shows them."""
    named = [(district.id, district.name) for district in catalogue.districts.values()]
    for district, name in (*sorted(named, key=lambda each: vietnamese_order(each[1])), _UNKNOWN):
        yield {
            "name": f"products-{district}",
            "label": f"Sản phẩm · {name}",
            "label_singular": "sản phẩm",
            "folder": f"products/{district}",
            "form": "product",
            "lists": {"communes": f"communes:{district}"},
        }
    yield {
        "name": "producers",
        "label": "Chủ thể",
        "label_singular": "chủ thể",
        "folder": "catalogue/producers",
        "form": "producer",
    }
    yield {
        "name": "sales-points",
        "label": "Điểm bán",
        "label_singular": "điểm bán",
        "folder": "catalogue/sales-points",
        "form": "sales_point",
    }


_UNKNOWN: Final = (UNKNOWN_DISTRICT, "Chưa rõ địa phương")
