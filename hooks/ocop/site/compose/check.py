"""The page "Is it OCOP?", and the worker that serves it where there is no network."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Sequence
from dataclasses import asdict
from hashlib import sha256
from pathlib import Path, PurePosixPath
from typing import Final

from ocop import addresses
from ocop.dates import PartialDate
from ocop.i18n import Lang, phrases, words
from ocop.site.compose.telling import Telling
from ocop.site.fingerprints import fingerprinted_path
from ocop.site.model import Asset
from ocop.site.views import CheckView, Link

SECTION: Final = "check"
"""The section of the page: none of the menu's, but with a style sheet and a script of its own (see overrides/main.html)."""
WORKER: Final = "worker.js"
"""The worker as it is made at set-up."""
WORKER_ADDRESS: Final = "kiem-tra-worker.js"
"""Where it is published: at the site's root, since a worker serves only what lies below it, under a name that stays."""
_SAID: Final = "answer_"
_VERSION_LENGTH: Final = 8
_ASKED: Final = ("products", "producers", "check")
"""Collections whose addresses somebody may ask about."""
_KEPT: Final = ("ocop.css", "check.css", "find.css", "ocop.js", "more.js", "check.js", "find.js", "be-vietnam-pro-700.woff2", "favicon.svg")  # fmt: skip


def check_view(telling: Telling) -> CheckView:
    """Compose the page of one language."""
    return CheckView(
        heading=phrases.collection_text("check", telling.lang),
        lead=telling.say(
            "Gõ tên hàng, tên nơi làm, hoặc dán địa chỉ trong mã QR trên bao bì.",
            "Type the name of the product or its maker, or paste the address in the QR code on the pack.",
        ),
        address=telling.address("check"),
        ways=tuple(
            Link(telling.here(phrases.collection_text(name, telling.lang)), telling.address(name))
            for name in ("products", "kinds", "producers")
        ),
        answers=tuple(_answers(telling)),
        further_answers=telling.say(
            "Khi nguồn nêu hạng mà không rõ ngày công nhận, khi hàng mới dự đánh giá, hay đã rút khỏi chương trình, câu trả lời nói đúng như vậy.",
            "Where a source gives a rating without its date, where a product was only assessed, or has left the programme, the answer says just that.",
        ),
        limits=tuple(_limits(telling)),
        told={
            "words": _words(telling.lang),
            "day": phrases.date_text(PartialDate.of(telling.edition.day), telling.lang),
            "page": telling.address("check"),
            "worker": WORKER_ADDRESS,
            "folders": {name: [addresses.of(name, lang) for lang in addresses.LANGS] for name in _ASKED},
        },
    )


def _answers(telling: Telling) -> Iterator[tuple[str, str]]:
    yield (
        telling.say("Có", "Yes"),
        telling.say(
            "Danh mục ghi hạng sao của sản phẩm ấy, và hạng còn hiệu lực hôm nay.",
            "The product’s star rating is on record, and it is valid today.",
        ),
    )
    yield (
        telling.say("Từng là", "It was"),
        telling.say(
            "Sản phẩm từng được công nhận, nhưng đã hết hạn và chưa ghi nhận công nhận lại.",
            "The product was recognised, but that has expired and no renewal is on record.",
        ),
    )
    yield (
        telling.say("Chưa thấy trong số đó", "Not among them"),
        telling.say(
            "Nơi làm có hàng được xếp hạng, nhưng tên bạn hỏi chưa thấy trong số ấy.",
            "The maker has rated goods, but the one you ask about is not among them.",
        ),
    )
    yield (
        telling.say("Chưa thấy", "Not found"),
        telling.say(
            "Danh mục chưa ghi tên ấy. Như vậy không có nghĩa là không phải.",
            "The name is not in the catalogue. That does not mean no.",
        ),
    )


def _limits(telling: Telling) -> Iterator[str]:
    yield telling.say(
        "Trang này không biết gói hàng trên tay bạn thật hay giả. Nó chỉ nói điều danh mục ghi về sản phẩm mang tên ấy, của nơi làm ấy.",
        "This page cannot tell whether the pack in your hand is genuine. It tells what is on record of the product of that name and that maker.",
    )
    yield telling.say(
        "Sau lần mở đầu tiên, trang trả lời được cả khi mất mạng, từ bản lưu trong máy, và nói rõ bản lưu ngày nào. Điều bạn gõ không được gửi đi đâu.",
        "After the first visit it also answers without a network, from a copy in your phone, and says of which day. What you type is sent nowhere.",
    )


def _words(lang: Lang) -> dict[str, str]:
    """Give the words of the script, with their names in braces as they are."""
    return {
        key.removeprefix(_SAID): phrases.pick(said, lang)
        for key, said in words.WORDS.items()
        if key.startswith(_SAID)
    }


# The worker ------------------------------------------------------------------------------------------


def worker_file(tellings: Sequence[Telling], assets: Collection[Asset], bundled: Path) -> Asset:
    """Give the worker with what it keeps: for each check page the files that it needs, under the names they bear today.

    Whatever of these changes gives another version, which takes the place of the one that a browser has.
    """
    files = {telling.address("check"): list(_files(telling.lang, assets)) for telling in tellings}
    views = [asdict(check_view(telling)) for telling in tellings]
    version = sha256(_json([files, views])).hexdigest()[:_VERSION_LENGTH]
    kept = _json({"version": version, "files": files})
    return Asset(WORKER_ADDRESS, b"self.CHECK=" + kept + b";\n" + bundled.read_bytes())


def _files(lang: Lang, assets: Collection[Asset]) -> Iterator[str]:
    for asset in assets:
        name = PurePosixPath(asset.path).name
        if name in _KEPT or name.startswith(f"find-{lang}"):
            yield fingerprinted_path(asset)


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
