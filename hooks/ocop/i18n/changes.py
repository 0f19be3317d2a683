"""What is said of a change under review, in both languages, and why Git cannot tell of one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from ocop.dates import PartialDate
from ocop.i18n import Lang
from ocop.i18n.phrases import date_text, pick

_REFUSALS: Final[Mapping[str, tuple[str, str]]] = {
    "no_git": ("không chạy được Git: cài Git rồi thử lại", "Git cannot be run: install it and try again"),
    "no_repository": (
        "thư mục này không nằm trong kho Git nào, nên không biết điều gì đã đổi",
        "this folder lies in no Git repository, so nobody knows what changed",
    ),
    "foreign_repository": (
        "kho Git này của người dùng khác; cho phép bằng: git config --global --add safe.directory THƯ-MỤC",
        "this Git repository belongs to another user; allow it: git config --global --add safe.directory FOLDER",
    ),
    "unknown_revision": (
        'không có phiên bản "{value}": ghi tên một nhánh, một thẻ hay một mã commit, ví dụ origin/main',
        'no revision "{value}": name a branch, a tag or a commit, such as origin/main',
    ),
    "no_common_start": (
        '"{value}" và nhánh hiện tại không có điểm chung nào để so',
        '"{value}" and the present branch have no commit in common to compare with',
    ),
    "no_main_branch": (
        "không thấy nhánh chính ({value}); ghi rõ so với phiên bản nào, ví dụ: ocop diff HEAD",
        "no main branch ({value}) is here; name what to compare with, such as: ocop diff HEAD",
    ),
    "git_failed": ("Git không trả lời được: {reason}", "Git could not answer: {reason}"),
}
_SHALLOW: Final = (
    ". Kho này chỉ có phần mới của lịch sử: chạy git fetch --unshallow, hoặc đặt fetch-depth: 0",
    ". This clone has only the newest part of the history: run git fetch --unshallow, or set fetch-depth: 0",
)


def refusal(code: str, values: Mapping[str, str]) -> str:
    """Say in both languages why Git cannot tell what changed."""
    vi, en = _REFUSALS[code.removesuffix("_shallow")]
    more = _SHALLOW if code.endswith("_shallow") else ("", "")
    return f"{vi.format_map(values)}{more[0]} / {en.format_map(values)}{more[1]}"


_WORDS: Final[Mapping[str, tuple[str, str]]] = {
    # The check of a change
    "lowered": (
        "; {count} lỗi có sẵn từ trước ({start}) chỉ là cảnh báo",
        "; {count} of the warnings are faults from before ({start})",
    ),
    # The note as a whole
    "heading": ("Người xem sẽ thấy gì thay đổi", "What visitors will see change"),
    "compared": (
        "So với {name} (từ commit {commit}), tính đến ngày {day}.",
        "Compared with {name} (from commit {commit}), as of {day}.",
    ),
    "nothing": ("Người xem sẽ không thấy thay đổi nào.", "Visitors will see no change."),
    "nothing_else": (
        "Ngoài ra người xem sẽ không thấy thay đổi nào.",
        "Apart from that, visitors will see no change.",
    ),
    "errors": (
        "Chưa xem trước được trọn vẹn vì có {count}; còn lỗi thì không đăng gì cả:",
        "No full preview, because of {count}; nothing is published until all is mended:",
    ),
    "errors_more": ("… và {count} lỗi nữa (chạy `ocop check`)", "… and {count} more (run `ocop check`)"),
    "unreadable": (
        "Có lỗi nên không so được bản ghi nào.",
        "The errors leave no records that could be compared.",
    ),
    "apart": (
        "Chưa so {files} vì bản trước hoặc bản này còn lỗi: {names}.",
        "Not compared, because they have errors before or after the change: {names}.",
    ),
    "makers": ("Chủ thể có liên quan: {names}.", "Producers concerned: {names}."),
    "others": (
        "Ngoài ra có {count} khác không thuộc danh mục (trang viết tay, giao diện, mã).",
        "Besides, {count} outside the records changed (hand-written pages, templates, code).",
    ),
    "cut": ("… và {count} thay đổi nữa.", "… and {count} more changes."),
    "more": ("và {count} nữa", "and {count} more"),
    "new": ("{entries} mới", "New {entries}"),
    "changed": ("{entries} có sửa", "Changed {entries}"),
    "removed": ("{entries} bị bỏ", "Removed {entries}"),
    "count_new": ("{counted} mới", "{counted} added"),
    "count_changed": ("{counted} có sửa", "{counted} changed"),
    "count_removed": ("{counted} bị bỏ", "{counted} removed"),
    "listings": ("Các trang danh sách", "Listings"),
    # An entry as a whole
    "gone": (
        "trang và mã QR đã in sẽ không mở được nữa; nếu chỉ ngừng, hãy ghi `withdrawn`",
        "its page and printed QR codes will lead nowhere; if it only ended, write `withdrawn`",
    ),
    "gone_simply": ("không còn nữa", "is gone"),
    "renamed": (
        "mã {before} → {after}, địa chỉ cũ vẫn dẫn tới trang này",
        "id {before} → {after}, the old address still leads here",
    ),
    "renamed_lost": (
        "mã {before} → {after} mà chưa ghi {former}: địa chỉ và mã QR cũ sẽ không mở được nữa",
        "id {before} → {after} without {former}: the old address and QR codes will lead nowhere",
    ),
    "moved": ("địa phương: {before} → {after}", "place: {before} → {after}"),
    "no_place": ("chưa rõ", "not known"),
    # Values
    "value": ("{label} {before} → {after}", "{label} {before} → {after}"),
    "value_set": ("thêm {label}: {after}", "{label} added: {after}"),
    "value_gone": ("bỏ {label} (trước là {before})", "{label} removed (was {before})"),
    "value_is": ("{label}: {after}", "{label}: {after}"),
    "there": ("có {label}", "has {label}"),
    "kept_private": ("{label} có sửa (không nêu ở đây)", "{label} changed (not shown here)"),
    "kept_private_set": ("thêm {label} (không nêu ở đây)", "{label} added (not shown here)"),
    "kept_private_gone": ("bỏ {label}", "{label} removed"),
    "staff": ("{label} có sửa", "{label} changed"),
    "text": ("{label}: sửa ({before} → {after} từ)", "{label}: edited ({before} → {after} words)"),
    "text_same": ("{label}: sửa ({after} từ)", "{label}: edited ({after} words)"),
    "text_set": ("thêm {label} ({after} từ)", "{label} added ({after} words)"),
    "text_gone": ("bỏ {label} ({before} từ)", "{label} removed ({before} words)"),
    "text_is": ("{label} {after} từ", "{label} of {after} words"),
    "list_added": ("thêm {values}", "added {values}"),
    "list_removed": ("bỏ {values}", "removed {values}"),
    "list_order": ("đổi thứ tự", "in another order"),
    "list": ("{label}: {parts}", "{label}: {parts}"),
    "parts_new": ("{counted} mới", "new: {counted}"),
    "parts_gone": ("bỏ {counted}", "removed: {counted}"),
    "parts_order": ("đổi thứ tự {label}", "{label} in another order"),
    "picture_replaced": ("thay ảnh {names}", "picture replaced: {names}"),
    "picture_first": ("ảnh đầu trang nay là {name}", "the first picture is now {name}"),
    "yes": ("có", "yes"),
    "no": ("không", "no"),
    "everything": ("bán mọi sản phẩm", "sells every product"),
    "some": ("kể từng sản phẩm", "names its products"),
    # How a rating stands
    "rating": ("hạng {before} → {after}", "rating {before} → {after}"),
    "rating_stars": ("hạng {before} → {after} sao", "rating {before} → {after} stars"),
    "rating_is": ("hạng: {after}", "rating: {after}"),
    "ends": ("hạn {before} → {after}", "valid to {before} → {after}"),
    "ends_is": ("hạn {after}", "valid to {after}"),
    "ends_none": ("hạn {before} → chưa rõ", "valid to {before} → not known"),
    "at_latest": ("chậm nhất {date}", "{date} at the latest"),
    "no_stars": ("OCOP, không ghi hạng", "OCOP, stars not stated"),
    "unconfirmed": ("{stars} (chưa rõ ngày công nhận)", "{stars} (date of recognition not confirmed)"),
    "ended": ("đã hết hạn (từng đạt {stars})", "expired (formerly {stars})"),
    "none": ("chưa có", "none"),
    "withdrawn": ("đã rút khỏi chương trình", "left the programme"),
    # Places on listings
    "page": ("trang {name}", "the page {name}"),
    "page_ended": ("Đã hết hạn", "Expired"),
    "leads": ("đứng đầu {pages}", "comes first on {pages}"),
    "leads_no_more": ("không còn đứng đầu {pages}", "no longer comes first on {pages}"),
    "lists_more": ("thêm {names}", "gains {names}"),
    "lists_less": ("bớt {names}", "loses {names}"),
    "led_by": ("đứng đầu nay là {after} (trước là {before})", "{after} now comes first (before: {before})"),
    "lifts": ("lên trước hàng cùng hạng: {names}", "now lifts {names}"),
    "lets_go": ("thôi lên trước: {names}", "no longer lifts {names}"),
}


def say(key: str, lang: Lang, **values: object) -> str:
    """Say the words of a key; raises KeyError for an unknown key or a value that is missing."""
    return pick(_WORDS[key], lang).format(**values)


# One and many; Vietnamese has one form.
_THINGS: Final[Mapping[str, tuple[str, str, str]]] = {
    # Entries, by section
    "products": ("sản phẩm", "product", "products"),
    "producers": ("chủ thể", "producer", "producers"),
    "sales-points": ("điểm bán", "sales point", "sales points"),
    "districts": ("huyện, thị xã, thành phố", "district", "districts"),
    "kinds": ("loại hàng", "kind", "kinds"),
    "groups": ("nhóm hàng", "group", "groups"),
    "promotions": ("đợt quảng bá", "promotion", "promotions"),
    "programme": ("trang chương trình", "programme page", "programme pages"),
    "sources": ("nguồn", "source", "sources"),
    # Parts, by the field that lists them
    "photos": ("ảnh", "photo", "photos"),
    "recognitions": ("lần công nhận", "recognition", "recognitions"),
    "packs": ("quy cách", "pack", "packs"),
    "certifications": ("chứng nhận", "certificate", "certificates"),
    "communes": ("xã, phường, thị trấn", "commune", "communes"),
    "measures": ("chỉ tiêu", "measure", "measures"),
    "targets": ("mục tiêu", "target", "targets"),
    "results": ("kết quả", "result", "results"),
    "rounds": ("đợt đánh giá", "assessment round", "assessment rounds"),
    "events": ("sự kiện", "event", "events"),
    "unknown": ("điều chưa rõ", "open question", "open questions"),
    # What a note counts
    "errors": ("lỗi", "error", "errors"),
    "files": ("tệp", "file", "files"),
}


def things(name: str, lang: Lang, *, many: bool = True) -> str | None:
    """Give the word for entries or parts of a sort; None for one that has no word of its own."""
    known = _THINGS.get(name)
    return known and (known[0] if lang == "vi" else known[2 if many else 1])


def counted(count: int, name: str, lang: Lang) -> str:
    """Count things of a sort: ``2 ảnh``, ``2 photos``; raises KeyError for one without a word of its own."""
    vi, one, many = _THINGS[name]
    return f"{count} {vi if lang == 'vi' else one if count == 1 else many}"


def new_things(count: int, name: str, lang: Lang) -> str:
    """Count new things of a sort: ``2 ảnh mới``, ``2 new photos``."""
    vi, one, many = _THINGS[name]
    return f"{count} {vi} mới" if lang == "vi" else f"{count} new {one if count == 1 else many}"


_CHOICES: Final[Mapping[str, tuple[str, str]]] = {
    "city": ("thành phố", "city"),
    "town": ("thị xã", "town"),
    "district": ("huyện", "district"),
    "commune": ("xã", "commune"),
    "ward": ("phường", "ward"),
    "township": ("thị trấn", "township"),
    "assessed": ("đã dự đánh giá", "assessed"),
    "named": ("được nguồn nêu tên", "named by a source"),
    "blush": ("hồng", "blush"),
    "tide": ("xanh nước", "tide"),
    "sand": ("cát", "sand"),
    "mist": ("sương", "mist"),
}


def choice(word: str, lang: Lang) -> str:
    """Say one of a field's fixed words; one without other words stays."""
    return pick(_CHOICES[word], lang) if word in _CHOICES else word


def when(day: PartialDate, lang: Lang) -> str:
    """Say a date as it stands in a list of changes: ``2025``, ``03/2029``, ``05/03/2029``; in English as on a page."""
    if lang == "en" or day.month is None:
        return date_text(day, lang)
    month = f"{day.month:02d}/{day.year}"
    return month if day.day is None else f"{day.day:02d}/{month}"
