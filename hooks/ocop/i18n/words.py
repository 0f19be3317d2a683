"""The fixed words of pages, in both languages: what templates ask for by key.

Sentences that depend on records are made by `ocop.site.compose`; here stands only what a template says by itself.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

WORDS: dict[str, tuple[str, str]] = {
    # The frame of every page
    "brand": ("OCOP Bạc Liêu", "OCOP Bạc Liêu"),
    "site": ("Hàng OCOP Bạc Liêu", "OCOP goods of Bạc Liêu"),
    "skip": ("Đến nội dung", "Skip to content"),
    "main_menu": ("Mục chính", "Main"),
    "breadcrumb": ("Đường dẫn", "Breadcrumb"),
    "search": ("Tìm", "Search"),
    "index": ("Mục lục", "Index"),
    "what_this_is": (
        "Danh mục ghi lại điều các nguồn công khai cho biết, kèm nguồn và ngày. Chưa có nguồn thì để trống, không đoán.",
        "The catalogue records what public sources say, with source and date. Where there is no source it stays silent.",
    ),
    "as_of": ("Tính đến ngày {day}", "As of {day}"),
    # Ratings and rows
    "out_of_five": ("{stars} trên 5 sao.", "{stars} out of 5 stars."),
    "promoted": ("Quảng bá", "Promoted"),
    "promoted_in": ("Trong đợt", "In the campaign"),
    "promotion_is_no_rating": ("Quảng bá không đổi hạng sao.", "Promotion does not change the rating."),
    "promotion_order": (
        "Hàng được quảng bá đứng trước hàng cùng hạng sao, không bao giờ đứng trên hạng cao hơn.",
        "Promoted goods come before others with the same stars, never above a higher rating.",
    ),
    "products_one": ("sản phẩm", "product"),
    "products_many": ("sản phẩm", "products"),
    # A record's page
    "drawing_only": ("Hình vẽ. Chưa có ảnh sản phẩm.", "Drawing. No photograph of the product yet."),
    "drawing": ("Hình vẽ. Chưa có ảnh.", "Drawing. No photograph yet."),
    "photo_by": ("Ảnh: {credit}", "Photo: {credit}"),
    "told": ("Điều nguồn cho biết", "What the sources say"),
    "about_maker": ("Về chủ thể", "About the producer"),
    "about_shop": ("Về điểm bán", "About this place"),
    "history": ("Các lần xếp hạng", "Ratings over time"),
    "same_maker": ("Cùng chủ thể", "From the same producer"),
    "similar": ("Cùng loại hàng", "More of this kind"),
    "contact": ("Liên hệ", "Contact"),
    "sources": ("Nguồn", "Sources"),
    "source": ("nguồn {number}", "source {number}"),
    "edit": ("Sửa trang này", "Edit this page"),
    "where_to_buy": ("Mua ở đâu", "Where to buy"),
    "online_shops": ("Gian hàng trên mạng", "Online shops"),
    "directions": ("Chỉ đường", "Directions"),
    "star_rules": ("Các hạng sao", "All star levels"),
    "pack": ("Quy cách", "Pack"),
    "price": ("Giá", "Price"),
    "may_have_changed": ("Giá có thể đã đổi.", "It may have changed since."),
    "days": ("Ngày", "Days"),
    "hours": ("Giờ mở cửa", "Hours"),
    "holidays": ("Ngày lễ, Tết có thể khác.", "Public holidays may differ."),
    "share": ("Chia sẻ", "Share"),
    "copy": ("Chép liên kết", "Copy link"),
    "copied": ("Đã chép liên kết", "Link copied"),
    "print": ("In trang này", "Print this page"),
    # What the browser says of its own day and hour; % stands for a time or a day
    "open_until": ("Đang mở · đóng cửa lúc %", "Open now · closes at %"),
    "open_always": ("Đang mở, suốt ngày đêm", "Open now, day and night"),
    "opens_at": ("Đang đóng cửa · mở lại lúc %", "Closed now · opens at %"),
    "on_day": ("%", "on %"),
    "tomorrow_morning": ("sáng mai (%)", "tomorrow morning (%)"),
    "tomorrow": ("ngày mai (%)", "tomorrow (%)"),
    "in_season": ("Đang vào mùa", "In season now"),
    "report": ("Báo sai sót ở trang này", "Report a mistake on this page"),
    "report_any": ("Thấy sai? Báo cho chúng tôi", "Seen a mistake? Tell us"),
    # Listings
    "kinds_here": ("Các loại hàng", "Kinds"),
    "makers": ("Chủ thể", "Producers"),
    "places": ("Nơi làm", "Where they are made"),
    "by_kind": ("Chọn theo loại hàng", "Choose by kind"),
    "pages": ("Các trang", "Pages"),
    "previous": ("Trang trước", "Previous page"),
    "next": ("Trang sau", "Next page"),
    "of_pages": ("Trang {number} trên {total}", "Page {number} of {total}"),
    # Places
    "map": ("Bản đồ bảy huyện, thị xã, thành phố", "Map of the seven districts"),
    "map_chosen": ("{map}: {name} được tô đậm", "{map}: {name} is highlighted"),
    "sea": ("Biển Đông", "East Sea"),
    "map_credit": (
        "Ranh giới năm 2016, giản lược. geoBoundaries, Open Development Mekong,",
        "Borders of 2016, simplified. geoBoundaries, Open Development Mekong,",
    ),
    "old_and_new": ("Tên cũ, tên mới", "Old and new names"),
    "before_merger": ("Trước 1/7/2025", "Before 1 July 2025"),
    "since_merger": ("Nay, tỉnh Cà Mau", "Now, Cà Mau Province"),
    "goods": ("Hàng", "Goods"),
    # The programme
    "stars_column": ("{stars} sao", "{stars} stars"),
    "goals": ("Mục tiêu và kết quả", "Targets and results"),
    "goal": ("Mục tiêu của đề án", "Target of the plan"),
    "promised": ("Hẹn", "Promised"),
    "reached": ("Kết quả có nguồn", "Result with a source"),
    "counts": ("Từng mốc", "Counts over time"),
    "counts_merged": ("Cả tỉnh Cà Mau sau sáp nhập", "All of Cà Mau Province after the merger"),
    "when": ("Thời điểm", "Date"),
    "total": ("Tổng", "Total"),
    "other_results": ("Những điều khác", "Other results"),
    "not_known": ("Điều chưa rõ", "What is not known"),
    # Open data
    "files": ("Tệp dữ liệu", "Files"),
    "schemas": ("Lược đồ JSON", "JSON Schemas"),
    "field": ("Tên trường", "Field"),
    "meaning": ("Ý nghĩa", "Meaning"),
    "licence": ("Giấy phép", "Licence"),
}


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one language."""

    lang: str
    _column: int

    def t(self, key: str, **values: object) -> str:
        """Say the words of a key; raises KeyError for an unknown key or a value that is missing."""
        text = WORDS[key][self._column]
        return text.format(**values) if values or "{" in text else text


@cache
def of(lang: str) -> Words:
    """Give the words of a language, ``vi`` or ``en``."""
    return Words(lang, ("vi", "en").index(lang))
