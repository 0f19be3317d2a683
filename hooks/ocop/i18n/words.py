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
    "why_promoted": ("Vì sao quảng bá: {title}", "Why it is promoted: {title}"),
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
    "also_known_as": ("Còn gọi:", "Also known as:"),
    "contact": ("Liên hệ", "Contact"),
    "card": ("Danh thiếp cho danh bạ (vCard)", "Card for an address book (vCard)"),
    "code": ("Mã QR của trang này để in (SVG)", "QR code of this page to print (SVG)"),
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
    "kinds_made_here": ("Làm ở đây", "Made here"),
    "makers": ("Chủ thể", "Producers"),
    "for_buyers": ("Điều người mua hỏi", "What buyers ask"),
    "points": ("Điểm bán", "Where to buy"),
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
    # "Is it OCOP?"
    "check": ("Có phải OCOP không?", "Is it OCOP?"),
    "check_by": (
        "Gõ tên hàng hoặc tên nơi làm in trên bao bì.",
        "Type the name of the product or of its maker, as printed on the pack.",
    ),
    "check_field": (
        "Tên hàng, tên nơi làm hoặc địa chỉ trong mã QR",
        "Product, maker or the address in a QR code",
    ),
    "check_example": ("Ví dụ: Hải Liên", "For example: Hải Liên"),
    "check_button": ("Kiểm tra", "Check"),
    "check_waits": (
        "Câu trả lời hiện ở đây. Trình duyệt không chạy JavaScript thì xin tra trong các danh sách:",
        "The answer appears here. If your browser does not run JavaScript, please look in the lists:",
    ),
    "check_answers": ("Bốn câu trả lời", "Four answers"),
    "check_limits": ("Điều trang này không biết", "What this page cannot know"),
    # What its script says; the words between two pairs of asterisks are bold, and a name in braces is filled in
    "answer_recognised": ("**Có**, {label}, còn {state}", "**Yes**, {label}, {state}"),
    "answer_recognised_unstated": (
        "**Có**, còn {state}, nguồn không ghi hạng sao",
        "**Yes**, {state}, stars not stated",
    ),
    "answer_unconfirmed": (
        "**Có nguồn nói** {label}, chưa rõ ngày công nhận",
        "**A source says** {label}, date of recognition not confirmed",
    ),
    "answer_unconfirmed_unstated": (
        "**Có nguồn nói** là hàng OCOP, chưa rõ hạng sao và ngày công nhận",
        "**A source says** it is, stars and date of recognition not confirmed",
    ),
    "answer_ended": ("**Từng là** hàng OCOP, {state}", "**It was**, {state}"),
    "answer_withdrawn": ("**Không còn**, {state}", "**No longer**, {state}"),
    "answer_unrated": (
        "**Chưa thấy** hạng OCOP của sản phẩm này",
        "**No OCOP rating** of this product on record",
    ),
    "answer_several": ("**{count} sản phẩm** cùng mang tên này", "**{count} products** bear this name"),
    "answer_whose": ("Bạn hỏi hàng của ai?", "Whose product do you mean?"),
    "answer_maker_none": (
        "**Chưa thấy** sản phẩm nào của {maker} đang được xếp hạng",
        "**No rated goods** of {maker} on record",
    ),
    "answer_maker_one": (
        "**{count} sản phẩm** của {maker} được xếp hạng",
        "**{count} product** of {maker} is rated",
    ),
    "answer_maker_many": (
        "**{count} sản phẩm** của {maker} được xếp hạng",
        "**{count} products** of {maker} are rated",
    ),
    "answer_undated_one": (
        "{count} sản phẩm có nguồn nêu hạng nhưng chưa rõ ngày công nhận.",
        "For {count} product a source gives the rating, but its date is not confirmed.",
    ),
    "answer_undated_many": (
        "{count} sản phẩm có nguồn nêu hạng nhưng chưa rõ ngày công nhận.",
        "For {count} products a source gives the rating, but its date is not confirmed.",
    ),
    "answer_others": (
        "Hàng khác của chủ thể này chưa thấy trong danh mục.",
        "Other goods of this producer are not on record.",
    ),
    "answer_not_among_none": (
        "**Chưa thấy** “{asked}” trong hàng của {maker}",
        "**Not found**: “{asked}” is not among the goods of {maker}",
    ),
    "answer_not_among_one": (
        "**Chưa thấy**: {maker} có {count} sản phẩm được xếp hạng, “{asked}” chưa thấy trong số đó",
        "**Not found**: {maker} has {count} rated product, and “{asked}” is not it",
    ),
    "answer_not_among_many": (
        "**Chưa thấy**: {maker} có {count} sản phẩm được xếp hạng, “{asked}” chưa thấy trong số đó",
        "**Not found**: {maker} has {count} rated goods, and “{asked}” is not among them",
    ),
    "answer_goods": ("Hàng của chủ thể này trong danh mục", "Goods of this producer on record"),
    "answer_producer": ("Mọi điều danh mục ghi về {maker}", "All that is on record of {maker}"),
    "answer_unknown": (
        "**Chưa thấy** tên “{asked}” trong danh mục",
        "**Not found**: no “{asked}” in the catalogue",
    ),
    "answer_unknown_note": (
        "Như vậy không có nghĩa là không phải: danh mục chỉ ghi điều các nguồn công khai cho biết. Bạn thử tên khác in trên bao bì, hoặc tên nơi làm.",
        "That does not mean no: the catalogue records only what public sources say. Try another name from the pack, or the maker’s.",
    ),
    "answer_barcode": (
        "**Chưa thấy** mã vạch {asked} trong danh mục",
        "**Not found**: barcode {asked} is not in the catalogue",
    ),
    "answer_barcode_note": (
        "Danh mục chưa ghi mã vạch của nhiều gói hàng. Xin gõ tên hàng hoặc tên nơi làm.",
        "The barcodes of many packs are not on record. Please type the name of the product or its maker.",
    ),
    "answer_missing": (
        "**Chưa thấy** sản phẩm hay chủ thể nào ở địa chỉ này",
        "**Not found**: no product or producer at this address",
    ),
    "answer_page": (
        "**Một trang của danh mục này**, không phải trang của sản phẩm hay chủ thể",
        "**A page of this catalogue**, but not that of a product or a producer",
    ),
    "answer_elsewhere": (
        "**Địa chỉ của nơi khác**, không phải của danh mục này",
        "**An address elsewhere**, not in this catalogue",
    ),
    "answer_elsewhere_note": (
        "Trang này không mở địa chỉ ấy. Xin gõ tên hàng hoặc tên nơi làm in trên bao bì.",
        "This page does not open it. Please type the name of the product or its maker, as printed on the pack.",
    ),
    "answer_of": (
        "Câu trả lời này chỉ nói về “{product}” của {maker}.",
        "This answer is about “{product}” of {maker} alone.",
    ),
    "answer_of_nobody": (
        "Câu trả lời này nói về “{product}”; nguồn không nói ai làm.",
        "This answer is about “{product}”; no source says who makes it.",
    ),
    "answer_no_maker": ("Chưa rõ chủ thể", "Producer not known"),
    "answer_near": ("Có phải bạn tìm …?", "Did you mean …?"),
    "answer_day": ("Theo danh mục lập ngày {day}.", "According to the catalogue of {day}."),
    "answer_saved": ("Bạn đang xem bản lưu ngày {day}.", "You are looking at a copy saved on {day}."),
    "answer_old": (
        "**Bản lưu đã cũ**, hãy kiểm tra lại khi có mạng",
        "**An old copy**: please check again online",
    ),
    "answer_old_note": (
        "Theo bản lưu ngày {day}: {label}, {state}.",
        "According to the copy saved on {day}: {label}, {state}.",
    ),
    "answer_old_too": (
        "Bản lưu đã cũ, hãy kiểm tra lại khi có mạng.",
        "The copy is old: please check again online.",
    ),
    "answer_in_copy": ("Theo bản lưu: {label}", "In the saved copy: {label}"),
    "answer_comes": ("Đang tra trong danh mục…", "Looking in the catalogue…"),
    "answer_failed": (
        "Chưa tải được danh mục. Xin thử lại khi có mạng.",
        "The catalogue could not be loaded. Please try again online.",
    ),
    "answer_photograph": ("Chụp mã QR, mã vạch", "Photograph the QR code or barcode"),
    "answer_photograph_stays": ("Ảnh không rời khỏi máy của bạn.", "The picture does not leave your phone."),
    "answer_photograph_blank": (
        "Chưa đọc được mã nào trong ảnh. Xin chụp gần và rõ hơn, hoặc gõ tên.",
        "No code could be read in the picture. Please come closer and hold still, or type the name.",
    ),
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
    "sheets": ("Mở bằng bảng tính", "In a spreadsheet"),
    "programs": ("Dùng trong chương trình", "In a program"),
    "embed": ("Gắn lên trang của bạn", "On your own pages"),
    "badge": ("Nhãn cho trang khác", "Badge for other pages"),
    "schemas": ("Lược đồ JSON", "JSON Schemas"),
    "schemas_note": (
        "Lược đồ tả bản ghi như người biên tập viết, không phải các tệp ở trên: các tệp ấy có datapackage.json.",
        "They describe records as staff write them, not the files above: those are described by datapackage.json.",
    ),
    "fields": ("Từng trường", "Field by field"),
    "field": ("Tên trường", "Field"),
    "meaning": ("Ý nghĩa", "Meaning"),
    "fields_in": ("{count} trường", "{count} fields"),
    "columns": ("cột:", "columns:"),
    "entries": ("mỗi mục có:", "each entry has:"),
    "form": ("Điều phần mềm dựa vào được", "What programs may count on"),
    "licence": ("Giấy phép, ghi nguồn", "Licence and how to cite"),
    "copy_text": ("Chép", "Copy"),
    "copied_text": ("Đã chép", "Copied"),
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
