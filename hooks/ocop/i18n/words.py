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
    "changed_since": (
        "Trang lập ngày {day}; từ đó {count} hạng sao ở đây đã hết hạn hay thay đổi.",
        "This page was made on {day}. Ratings here that have expired or changed since: {count}.",
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
    "report": ("Báo sai sót ở trang này", "Report a mistake on this page"),
    "report_any": ("Thấy sai? Báo cho chúng tôi", "Seen a mistake? Tell us"),
    # Listings
    "kinds_here": ("Các loại hàng", "Kinds"),
    "makers": ("Chủ thể", "Producers"),
    "places": ("Nơi làm", "Where they are made"),
    "search_products": ("Tìm sản phẩm, chủ thể, nơi làm", "Search products, producers, places"),
    "search_producers": ("Tìm chủ thể, hàng họ làm", "Search producers and what they make"),
    "search_hint": ("Tôm khô, muối, Vĩnh Lợi…", "Shrimp, salt, Vĩnh Lợi…"),
    "search_needs_script": (
        "Ô tìm cần JavaScript, trình duyệt này đang tắt. Mọi lối chọn vẫn dùng được:",
        "The search field needs JavaScript, which this browser has switched off. These ways work without it:",
    ),
    "sift": ("Lọc theo sao, loại, nơi, chủ thể", "Filter by stars, kind, place, producer"),
    "sift_producers": ("Lọc theo nơi, loại hàng, hạng sao", "Filter by place, kind, stars"),
    "pages": ("Các trang", "Pages"),
    "previous": ("Trang trước", "Previous page"),
    "next": ("Trang sau", "Next page"),
    "of_pages": ("Trang {number} trên {total}", "Page {number} of {total}"),
    # Search and filters: these go with the search index, and a script says them
    "find_products_one": ("{count} sản phẩm", "{count} product"),
    "find_products_many": ("{count} sản phẩm", "{count} products"),
    "find_producers_one": ("{count} chủ thể", "{count} producer"),
    "find_producers_many": ("{count} chủ thể", "{count} producers"),
    "find_unit_products_one": ("sản phẩm", "product"),
    "find_unit_products_many": ("sản phẩm", "products"),
    "find_unit_producers_one": ("chủ thể", "producer"),
    "find_unit_producers_many": ("chủ thể", "producers"),
    "find_hits_one": ("{count} kết quả", "{count} result"),
    "find_hits_many": ("{count} kết quả", "{count} results"),
    "find_see_all": ("Xem tất cả {goods}", "See all {goods}"),
    "find_nothing": ("Chưa thấy gì khớp với “{text}”", "Nothing matches “{text}” yet"),
    "find_sort_kind": ("loại hàng", "kind"),
    "find_sort_district": ("địa phương", "place"),
    "find_sort_commune": ("xã, phường", "commune"),
    "find_sort_producer": ("chủ thể", "producer"),
    "find_sort_point": ("điểm bán", "sales point"),
    "find_now": ("nay là {name}", "now {name}"),
    "find_no_maker": ("Chưa rõ chủ thể", "Producer not known"),
    "find_no_place": ("Chưa rõ địa phương", "Place not known"),
    "find_promoted": ("Quảng bá", "Promoted"),
    "find_best_of": ("{goods}, hạng cao nhất:", "{goods}, the highest rated:"),
    "find_for": ("{goods} cho “{text}”", "{goods} for “{text}”"),
    "find_none_products": ("Chưa thấy sản phẩm nào", "No product found"),
    "find_none_producers": ("Chưa thấy chủ thể nào", "No producer found"),
    "find_all_shown": ("Đang hiện tất cả", "All are shown"),
    "find_chosen": ("Đang lọc theo", "Filtered by"),
    "find_drop": ("Bỏ", "Remove"),
    "find_clear": ("Bỏ hết", "Remove all"),
    "find_more": ("Xem thêm {count}", "Show {count} more"),
    "find_show": ("Xem {goods}", "Show {goods}"),
    "find_without": ("Bỏ bớt một điều kiện thì thấy:", "With one condition less:"),
    "find_without_one": ("Bỏ {label}: {goods}", "Without {label}: {goods}"),
    "find_near": ("Tên gần giống", "Similar names"),
    "find_facet_stars": ("Hạng sao", "Stars"),
    "find_facet_standing": ("Tình trạng", "Validity"),
    "find_facet_kind": ("Loại hàng", "Kind"),
    "find_facet_group": ("Nhóm OCOP", "OCOP group"),
    "find_facet_district": ("Huyện, thị xã, thành phố cũ", "Former district"),
    "find_facet_commune": ("Xã, phường cũ", "Former commune"),
    "find_facet_now": ("Xã, phường nay", "Commune today"),
    "find_facet_producer": ("Chủ thể", "Producer"),
    "find_facet_type": ("Loại hình chủ thể", "Sort of producer"),
    "find_facet_cert": ("Chứng nhận còn hạn", "Valid certificate"),
    "find_facet_market": ("Đã xuất sang", "Exported to"),
    "find_facet_more": ("Thêm", "More"),
    "find_stars_unknown": ("Chưa rõ hạng", "Stars not stated"),
    "find_standing_holding": ("Còn hiệu lực", "Valid"),
    "find_standing_unconfirmed": ("Chưa rõ ngày công nhận", "Date not confirmed"),
    "find_standing_ended": ("Đã hết hạn", "Expired"),
    "find_standing_none": ("Chưa ghi nhận hạng", "No rating on record"),
    "find_standing_withdrawn": ("Đã rút", "Withdrawn"),
    "find_in_season": ("Đang mùa", "In season now"),
    "find_has_price": ("Có giá", "With a price"),
    "find_more_choices": ("Xem thêm {count} mục", "Show {count} more"),
    "find_other_choices": (
        "Còn {count} mục nữa: gõ tên vào ô tìm.",
        "{count} more: type a name into the search field.",
    ),
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
