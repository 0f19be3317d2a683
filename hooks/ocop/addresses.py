"""Where each page lives, in both languages: the only place that knows an address."""

from __future__ import annotations

from ocop.i18n import Lang
from ocop.text import slug

LANGS: tuple[Lang, Lang] = ("vi", "en")

# Collections with a page for each entry: name -> first folder, by language.
_FOLDERS: dict[str, dict[Lang, str]] = {
    "products": {"vi": "san-pham", "en": "en/products"},
    "stars": {"vi": "xep-hang", "en": "en/stars"},
    "kinds": {"vi": "nhom", "en": "en/kinds"},
    "districts": {"vi": "dia-phuong", "en": "en/districts"},
    "producers": {"vi": "chu-the", "en": "en/producers"},
    "sales-points": {"vi": "diem-ban", "en": "en/sales-points"},
    "check": {"vi": "kiem-tra", "en": "en/check"},
    "programme": {"vi": "chuong-trinh", "en": "en/programme"},
    "changes": {"vi": "thay-doi", "en": "en/changes"},
    "data": {"vi": "du-lieu", "en": "en/data"},
    "list": {"vi": "danh-sach", "en": "en/list"},
    "home": {"vi": "", "en": "en"},
}
# The main menu, in its order; each is a collection above.
SECTIONS = ("kinds", "stars", "districts", "producers", "programme")
# Hand-written pages: name -> address, by language.
HAND_WRITTEN: dict[str, dict[Lang, str]] = {"about": {"vi": "gioi-thieu/", "en": "en/about/"}}
# Pages for staff, in Vietnamese alone.
STAFF: dict[str, str] = {
    "work": "bien-tap/",
    "editor": "bien-tap/moi/",
    "guide": "huong-dan/",
    "fields": "huong-dan/truong/",
    "messages": "huong-dan/thong-bao/",
}
# The folder of share pictures. Beside their pages they could bear the name of a photo.
SHARED = "chia-se"
_PAGE_WORD: dict[Lang, str] = {"vi": "trang", "en": "page"}
_STAR_ENDED: dict[Lang, str] = {"vi": "het-han", "en": "expired"}


def of(collection: str, lang: Lang, entry: str = "", page: int = 1) -> str:
    """Give an address relative to the site, ending with a slash (the Vietnamese home page is empty).

    ``entry`` is a record's id, a star level (``star_entry``) or empty for the collection's own page; ``page``
    counts from 1. Raises KeyError for an unknown collection.
    """
    parts = [_FOLDERS[collection][lang], entry]
    if page > 1:
        parts += [_PAGE_WORD[lang], str(page)]
    path = "/".join(part for part in parts if part)
    return f"{path}/" if path else ""


def staff(page: str, entry: str = "") -> str:
    """Give the address of a page for staff; ``entry`` is a kind of record, a message's code or a work list.

    Raises KeyError for an unknown page.
    """
    return f"{STAFF[page]}{entry.replace('_', '-')}/" if entry else STAFF[page]


def staff_entry(entry: str, page: int) -> str:
    """Give the entry of one page of a list for staff; ``page`` counts from 1."""
    return entry if page == 1 else f"{entry}/{_PAGE_WORD['vi']}/{page}"


def star_entry(stars: int | None, lang: Lang) -> str:
    """Give the entry of a star listing: ``5-sao``, ``5``; None is the listing of ended ratings."""
    if stars is None:
        return _STAR_ENDED[lang]
    return f"{stars}-sao" if lang == "vi" else str(stars)


def alternates(collection: str, entry: dict[Lang, str] | str = "", page: int = 1) -> dict[str, str]:
    """Give the addresses of one page in every language."""
    return {
        lang: of(collection, lang, entry if isinstance(entry, str) else entry[lang], page) for lang in LANGS
    }


def relative(target: str, depth: int) -> str:
    """Give the link to ``target`` from a page ``depth`` folders deep; the page's own folder is ``./``."""
    return "../" * depth + target or "./"


def photo(record_path: str, file: str) -> str:
    """Give the address of a published photo, beside the Vietnamese page of its record.

    Every photo is published as JPEG; the original's format stays in the name, so that `muoi.png` and `muoi.jpg` do
    not claim one address. Two that still do (`muoi.jpg` and `Muối.JPG`) are told by the catalogue.
    """
    folder, _, name = record_path.rpartition("/")
    collection = "products" if folder.startswith("products") else folder.rpartition("/")[2]
    stem, _, extension = file.rpartition(".") if "." in file else (file, "", "")
    kept = [slug(stem) or "anh", "" if extension.lower() in ("jpg", "jpeg") else slug(extension)]
    return f"{of(collection, 'vi', name.removesuffix('.yml'))}{'-'.join(filter(None, kept))}.jpg"


def rendition(published: str, width: int | None, kind: str) -> str:
    """Give the address of a published photo in another width or format; None is the largest.

    A dot parts what is added from the name, which never holds one: no other photo can have this address.
    """
    stem = published.removesuffix(".jpg")
    return f"{stem}.{kind}" if width is None else f"{stem}.{width}.{kind}"


def vcard(producer: str) -> str:
    """Give the address of a producer's card for an address book."""
    return f"{of('producers', 'vi', producer)}lien-he.vcf"


def vcard_code(producer: str) -> str:
    """Give the address of the code that holds a producer's card."""
    return f"{of('producers', 'vi', producer)}danh-thiep.svg"


def qr_code(product: str) -> str:
    """Give the address of the code that leads to a product's page."""
    return f"{of('products', 'vi', product)}qr.svg"


def badge(product: str, lang: Lang) -> str:
    """Give the address of the picture of a product's rating that other pages show."""
    name: dict[Lang, str] = {"vi": "nhan.svg", "en": "badge.svg"}
    return of("products", lang, product) + name[lang]


def sheet(product: str) -> str:
    """Give the address of the sheet that tells of a product on one page."""
    return f"{of('products', 'vi', product)}phieu.pdf"


def catalogue(lang: Lang) -> str:
    """Give the address of the whole catalogue to print."""
    return f"{of('home', lang)}catalogue.pdf"


def share(address: str, kind: str) -> str:
    """Give the address of the picture that stands for a page where it is shared."""
    return f"{SHARED}/{address.rstrip('/')}.{kind}"


def absolute(address: str, site_url: str) -> str:
    """Give the whole address, for canonical links, feeds and data; an empty ``site_url`` leaves it at the root."""
    return f"{site_url.rstrip('/')}/{address}"
