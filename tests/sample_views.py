"""Made-up pages for tests of the look: one of each kind, full, bare and with the longest words. No real product is meant."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from ocop.site.model import Page
from ocop.site.views import (
    Bit,
    Campaign,
    Chart,
    ChartBar,
    ChartGoal,
    Chip,
    CountLine,
    DataView,
    Dated,
    DirectoryGroup,
    DirectoryView,
    DistrictsView,
    DistrictView,
    Download,
    Fact,
    FieldLine,
    FieldTable,
    GoalLine,
    GoodsLine,
    HomeView,
    Html,
    IndexLine,
    KindGroup,
    KindsView,
    KindView,
    Ledger,
    LedgerLine,
    Link,
    ListingView,
    MapPlace,
    Mark,
    Milestone,
    MissingView,
    Notice,
    Pager,
    Panel,
    Picture,
    PictureFile,
    PlainRow,
    ProducerView,
    ProductView,
    ProgrammeView,
    PromotionNote,
    Prose,
    RenamedCommune,
    Row,
    Said,
    SalesPointView,
    Section,
    Sifting,
    Snippet,
    SourceLine,
    Step,
    Tally,
)

LONGEST = "Công ty Trách nhiệm hữu hạn Sản xuất Thương mại Dịch vụ Xuất nhập khẩu Nông thủy sản Thử Nghiệm"
NAMES = (
    "Muối tinh thử",
    "Cá thát lát muối sả nghệ (Hồng Dân)",
    "Tôm thẻ hấp/luộc nguyên con đông lạnh Bạc Liêu",
    "Khô cá",
)


def vi(text: str) -> Said:
    """Say something in Vietnamese."""
    return Said(text, "vi")


HOLDING = Mark(
    "holding", 5, "5 sao", "trên 5", "Hiệu lực đến hết năm 2028", until="2028-12-31",
    later=(
        Mark("ended", None, "Từng đạt 5 sao", "", "Hết hạn cuối 2028, có thể đang chờ công nhận lại", until="2029-06-29"),
        Mark("ended", None, "Từng đạt 5 sao", "", "Hết hạn cuối 2028"),
    ),
)  # fmt: skip
UNCONFIRMED = Mark(
    "unconfirmed", 4, "4 sao", "trên 5", "Chưa rõ ngày công nhận", until="2026-12-31",
    later=(Mark("ended", None, "Từng đạt 4 sao", "", "Hết hạn chậm nhất cuối 2026"),),
)  # fmt: skip
STARLESS = Mark("unconfirmed", None, "OCOP", "", "Chưa rõ ngày công nhận, nguồn không ghi hạng")
ENDED = Mark("ended", None, "Từng đạt 3 sao", "", "Hết hạn 30/6/2026, có thể đang chờ công nhận lại")
NONE = Mark("none", None, "Chưa ghi nhận hạng sao", "", "")
WITHDRAWN = Mark("withdrawn", None, "Đã rút", "", "Rút khỏi chương trình 2/2026")
MARKS = (HOLDING, replace(HOLDING, stars=4, label="4 sao"), replace(HOLDING, stars=3, label="3 sao"),
         UNCONFIRMED, STARLESS, ENDED, NONE, WITHDRAWN)  # fmt: skip

PANELS = (
    Panel(
        HOLDING, "5 sao cấp quốc gia",
        since=(Bit(vi("Công nhận năm 2025"), sources=(1,)), Bit(vi("Hội đồng thử"))),
        until_line="Hiệu lực đến hết năm 2028", until="2028-12-31",
        later=(Panel(HOLDING.later[1], "Chứng nhận 5 sao đã hết hạn từ cuối năm 2028", notes=(Bit(vi("Được công nhận năm 2025."), sources=(1,)),)),),
    ),
    Panel(
        UNCONFIRMED, "Chưa rõ ngày công nhận",
        notes=(Bit(vi("Nguồn sớm nhất nhắc tới: năm 2023."), sources=(1, 2)), Bit(vi("Hạng này hết hạn chậm nhất cuối 2026."))),
        until="2026-12-31",
        later=(Panel(UNCONFIRMED.later[0], "Chứng nhận 4 sao đã hết hạn từ cuối năm 2026 (chậm nhất)"),),
    ),
    Panel(STARLESS, "Chưa rõ ngày công nhận", notes=(Bit(vi("Nguồn không ghi hạng.")),)),
    Panel(ENDED, "Chứng nhận 3 sao đã hết hạn từ 30/6/2026", notes=(Bit(vi("Chưa ghi nhận công nhận lại."), sources=(2,)),)),
    Panel(NONE, "Chưa ghi nhận hạng sao", notes=(Bit(vi("Đã ra hội đồng cấp tỉnh, chưa thấy kết quả.")),)),
    Panel(WITHDRAWN, "Đã rút khỏi chương trình", notes=(Bit(vi("Được thay bằng: Muối mới"), "san-pham/muoi-moi/"),)),
)  # fmt: skip
JPEG, AVIF = (
    (PictureFile(f"anh/goi-muoi.320.{kind}", 320, 240), PictureFile(f"anh/goi-muoi.{kind}", 1200, 900))
    for kind in ("jpg", "avif")
)
PICTURE = Picture(
    "anh/goi-muoi.jpg", 1200, 900, vi("Gói muối thử 500 g"), JPEG, AVIF, "Người chụp thử", "#d8cfb4"
)

SOURCES = (
    SourceLine(1, vi("Bài thử “một” & hai <ba>"), "https://example.org/mot", "không ghi ngày", vi("Báo thử")),
    SourceLine(2, vi("Bài hai"), "https://example.org/hai", "năm 2022 (suy ra)", vi("Báo thử")),
)
FACTS = (
    Fact("Chủ thể", (Bit(vi(LONGEST), "chu-the/thu/"),)),
    Fact(
        "Nơi làm",
        (Bit(vi("Xã Thử, huyện Thử"), "dia-phuong/vinh-loi/", now="nay là xã Thử Mới, tỉnh Cà Mau"),),
    ),
    Fact("Loại hàng", (Bit(vi("Muối"), "nhom/muoi/"), Bit(vi("Thực phẩm"), "nhom/thuc-pham/"))),
    Fact(
        "Chứng nhận",
        (Bit(vi("Chỉ dẫn địa lý"), now="Năm nguồn ghi khác nhau.", sources=(2,)), Bit(vi("HACCP, số 12"))),
    ),
    Fact("Trang web", (Bit(vi("example.org"), url="https://example.org/"),)),
)
CONTACT = (Fact("Điện thoại", (Bit(vi("0291 000 000"), url="tel:+84291000000"),)),)


def rows(*names: str, icon: str = "", promoted: str = "", photo: Picture | None = None) -> tuple[Row, ...]:
    """Make a row for each name, with all marks in turn and, unless one is given, drawings in turn."""
    icons = ("muoi", "tom", "khong-co-hinh", "mam")
    panes = ("tide", "blush", "mist", "sand")
    return tuple(
        Row(vi(name), f"san-pham/thu-{at}/", vi("Cơ sở Thử · Vĩnh Lợi"), MARKS[at % len(MARKS)],
            icon or icons[at % 4], panes[at % 4], promoted, photo)
        for at, name in enumerate(names)
    )  # fmt: skip


PRODUCT = ProductView(
    name=vi("Muối tinh Bạc Liêu thử"), other_name=None, summary=vi("Muối thử, một dòng."), icon="muoi", pane="tide", photos=(),
    panel=PANELS[0], facts=FACTS, promotion=PromotionNote(vi("Tôm Bạc Liêu"), "nhom/tom/"),
    buttons=(Link(vi("Trang của sản phẩm: example.org"), url="https://example.org/"), Link(vi("Shopee"), url="https://example.com/")),
    story=Prose(Html("<p>Một <strong>chuyện</strong> thử.</p><ul><li>một</li><li>hai</li></ul>"), "vi"),
    history=(
        Step("2025", "2025", Said("Hội đồng thử", "vi"), "5 sao",
             (Dated("Còn hiệu lực", "2028-12-31"), Dated("Hết hạn cuối năm 2028")), (1,)),
        Step("", "Đang đề nghị", Said("Hồ sơ đã gửi", "vi"), ""),
    ),
    same_maker=rows(*NAMES, icon="muoi"), same_maker_more=Link(vi("Cả 15 sản phẩm"), "chu-the/thu/"),
    similar=rows(*NAMES[:3]), similar_more=Link(vi("Tất cả: Muối"), "nhom/muoi/"),
    sources=SOURCES, checked="Đối chiếu thực tế ngày 24/11/2026.", report="https://example.org/new?title=a&b",
)  # fmt: skip
BARE_PRODUCT = ProductView(
    name=vi("Khô cá"), other_name=None, summary=None, icon="khong-co-hinh", pane="sand", photos=(), panel=PANELS[4], facts=(),
    promotion=None, buttons=(), story=None, history=(), same_maker=(), same_maker_more=None, similar=(), similar_more=None,
    sources=(), checked="", report=None,
)  # fmt: skip
PRODUCER = ProducerView(
    name=vi(LONGEST), also=vi("Cơ sở Thử"), summary=vi("Một cơ sở thử."), icon="tom", pane="blush", photos=(), facts=FACTS[1:],
    contact=CONTACT, contact_note="Đăng với sự đồng ý của chủ thể.", withdrawn=Notice("Đã ngừng tham gia chương trình."), story=None,
    sections=(Section("co-hang", "Có hạng sao", rows(*NAMES)),), sources=SOURCES, checked="", report=None,
)  # fmt: skip
BARE_PRODUCER = replace(
    PRODUCER,
    also=None,
    summary=None,
    facts=(),
    contact=(),
    contact_note="",
    withdrawn=None,
    sections=(),
    sources=(),
)
SALES_POINT = SalesPointView(
    name=vi("Cửa hàng đặc sản thử, đồng bằng sông Cửu Long"), summary=vi("Một cửa hàng thử."), closed=Notice("Đã đóng cửa từ 2024."),
    photos=(PICTURE,), facts=FACTS[4:], contact=CONTACT, story=PRODUCT.story, sells_heading="Có bán", sells=rows(*NAMES),
    sells_more=None, sources=SOURCES, checked="", report="bao-sai/",
)  # fmt: skip
BARE_SALES_POINT = replace(
    SALES_POINT, summary=None, closed=None, photos=(), facts=(), contact=(), story=None, sells=(),
    sells_more=Link(vi("Bán tất cả sản phẩm"), "san-pham/"), sources=(), report=None,
)  # fmt: skip

CHIPS = (
    Chip("Tất cả", "nhom/tom/", count=21, current=True),
    Chip("Hết hạn", fragment="het-han", count=6),
    Chip("Tên cũ, tên mới", fragment="ten"),
)
SECTIONS = (
    Section(
        "co-hang",
        "Có hạng sao",
        rows(*NAMES, *NAMES, promoted="Tôm Bạc Liêu"),
        intro="Một câu.",
        with_drawings=False,
    ),
    Section(
        "xa-thu",
        "Xã Thử",
        rows(*NAMES[:3]),
        now="nay là xã Thử Mới, tỉnh Cà Mau",
        more=Link(vi("Cả 24 sản phẩm"), "san-pham/"),
    ),
    Section("3-sao", "3 sao", (), intro="Chưa có sản phẩm nào còn hạn ở mức này.", note="Một điều cần biết."),
)
LISTING = ListingView(
    "Xếp hạng sao", "Một câu mở đầu về hạng sao.", CHIPS, SECTIONS, Pager(2, 5, "san-pham/", "san-pham/trang/3/"), note="Một ghi chú.",
    explained=(Bit(vi("Một câu nói rõ hơn."), sources=(1,)),), sources=SOURCES,
)  # fmt: skip
PLAIN_LISTING = ListingView(
    "Tất cả sản phẩm",
    "",
    (),
    (Section("san-pham", "", rows(*NAMES)),),
    Pager(1, 2, None, "san-pham/trang/2/"),
    sifting=Sifting("products", "san-pham/", (("Loại hàng", CHIPS), ("Chủ thể", ()))),
)
EMPTY_LISTING = ListingView(
    "3 sao",
    "",
    (),
    (),
    None,
    empty="Hiện không có sản phẩm nào ở mức này.",
    onward=(Link(vi("Đã hết hạn"), "xep-hang/het-han/"),),
)
LINES = (
    IndexLine(vi("Tôm"), "nhom/tom/", 21, "tom", "blush"),
    IndexLine(vi("Muối"), "nhom/muoi/", 1, "muoi", "tide", detail="Một dòng thêm"),
    IndexLine(vi("Khô cá"), "nhom/kho-ca/", 6, "kho-ca", "sand"),
)
PLACES = (
    IndexLine(vi("Huyện Vĩnh Lợi"), "dia-phuong/vinh-loi/", 12),
    IndexLine(vi("Thành phố Bạc Liêu"), "dia-phuong/bac-lieu/", 0),
)
MAP = (
    MapPlace("vinh-loi", "Vĩnh Lợi", "dia-phuong/vinh-loi/", 12, "12 sản phẩm", chosen=True),
    MapPlace("bac-lieu", "TP Bạc Liêu", "dia-phuong/bac-lieu/", 0, "0 sản phẩm"),
    MapPlace("hong-dan", "Hồng Dân", "dia-phuong/hong-dan/", 4, "4 sản phẩm"),
    MapPlace("phuoc-long", "Phước Long", "dia-phuong/phuoc-long/", 20, "20 sản phẩm"),
    MapPlace("gia-rai", "Giá Rai", "dia-phuong/gia-rai/", 4, "4 sản phẩm"),
    MapPlace("dong-hai", "Đông Hải", "dia-phuong/dong-hai/", 0, "0 sản phẩm"),
    MapPlace("hoa-binh", "Hòa Bình", "dia-phuong/hoa-binh/", 2, "2 sản phẩm"),
    MapPlace("chua-ve", "Chưa vẽ", "dia-phuong/chua-ve/", 1, "1 sản phẩm"),
)
PROMOTION = Prose(Html("<p>Chuyện của đợt quảng bá.</p>"), "vi")
MAKERS = (
    PlainRow(vi(LONGEST), "chu-the/thu/", "Doanh nghiệp · Vĩnh Lợi",
             goods=(GoodsLine("7 sản phẩm, hạng cao nhất:", HOLDING, "2028-12-31"), GoodsLine("7 sản phẩm"))),
    PlainRow(vi("Cơ sở Thử"), "chu-the/thu-2/", "Chưa rõ địa phương", closed=Notice("Đã đóng cửa"),
             certified=(Dated("Chứng nhận: HACCP", "2028-02-28"),), offer="Sản lượng 900 tấn mỗi năm · nhận làm nhãn riêng"),
)  # fmt: skip
KIND = KindView(
    "Tôm", "tom", "blush", "Tôm Bạc Liêu", CHIPS, SECTIONS, None, lead="21 sản phẩm của 9 chủ thể.",
    story_heading="Chuyện tôm thử", told=(Bit(vi("Một điều không gắn với ngày nào."), sources=(1,)),),
    history=(
        Milestone("2019-10-03", "3/10/2019", Bit(vi("Một sự việc."), sources=(1, 2))),
        Milestone("2020", "2020", Bit(Said("Something that is told in English.", "en"))),
    ),
    buyers=(Fact("Nguồn nêu xuất sang", (Bit(vi("Muối thử"), "san-pham/muoi/", note="Nhật Bản"), Bit(vi(NAMES[0]), "san-pham/b/", note="Hàn Quốc"))),),
    campaigns=(Campaign("Tôm Bạc Liêu", PROMOTION, "Chưa định ngày kết thúc.", (2,)), Campaign("Đợt khác", None, "Đến 3/2027.", ())),
    places=PLACES, unplaced="2 sản phẩm chưa rõ làm ở đâu.", map=MAP, makers=MAKERS, makers_more=Link(vi("Tất cả chủ thể"), "chu-the/"),
    sources=SOURCES,
)  # fmt: skip
GROUP = KindView("Thực phẩm", "khong-co-hinh", "mist", "", (), (), None, kinds=LINES)
KINDS = KindsView(
    "Loại hàng", "17 loại trong danh mục.",
    (KindGroup("Thực phẩm", "nhom/thuc-pham/", "I", LINES), KindGroup("Dịch vụ du lịch cộng đồng", "nhom/du-lich/", "", LINES)),
    "Chưa ghi nhận sản phẩm ở nhóm: Sinh vật cảnh.",
)  # fmt: skip
DISTRICT = DistrictView(
    "Huyện Vĩnh Lợi", "nay thuộc xã B, xã C (tỉnh Cà Mau)", "12 sản phẩm của 4 chủ thể.", "Từ 1/7/2025 không còn cấp huyện.", vi("Cẩn thận tên trùng."), CHIPS, MAP,
    SECTIONS, "", LINES[:2], MAKERS, Link(vi("Tất cả chủ thể"), "chu-the/"), MAKERS[:1],
    (RenamedCommune("a", "Xã A", "Xã B", 6), RenamedCommune("c", "Thị trấn C", "Xã B", 0, "xã C ngày nay là nơi khác")), PROMOTION, SOURCES,
)  # fmt: skip
EMPTY_DISTRICT = DistrictView(
    "Huyện Thử",
    "",
    "",
    "",
    None,
    (),
    (),
    (),
    "Chưa ghi nhận sản phẩm nào ở đây.",
    (),
    (),
    None,
    (),
    (),
    None,
    (),
)
DISTRICTS = DistrictsView(
    "Địa phương", "Bảy huyện.", "Một ghi chú.", PLACES, MAP, replace(SECTIONS[0], heading="Chưa rõ"), SOURCES
)
DIRECTORY = DirectoryView(
    "Chủ thể", "38 chủ thể.",
    (
        DirectoryGroup("co-hang", "Đang có hàng được xếp hạng", MAKERS),
        DirectoryGroup("", "", (PlainRow(vi("Cơ sở Ba"), "chu-the/ba/", ""),)),
    ),
    None,
)  # fmt: skip
PROGRAMME = ProgrammeView(
    "Chương trình: hẹn gì, làm được gì", "Đề án mỗi xã một sản phẩm của tỉnh thử.", "160", "sản phẩm của 79 chủ thể.", (1,),
    (Bit(vi("Mục tiêu: 171 sản phẩm đến năm 2025."), sources=(2,)),),
    Chart(
        "Số sản phẩm", "11 năm 2020, 68 cuối 2020.",
        (
            ChartBar(2020.15, "25/2/2020", ((3, 5), (4, 6)), 11),
            ChartBar(2020.99, "2020", ((3, 52), (4, 16)), 68),
            ChartBar(2024.91, "29/11/2024", (), 145),
            ChartBar(2025.36, "10/5/2025", ((3, 128), (4, 30), (5, 2)), 160),
        ),
        (ChartGoal(2020.997, 34, "mục tiêu 34"), ChartGoal(2025.997, 171, "mục tiêu 171")), "Năm không có cột là năm không thấy số.",
    ),
    (
        GoalLine("Sản phẩm, đến 2020", "ít nhất 34", (1,), "68", (Dated("cuối năm 2020"),), (2,)),
        GoalLine("Điểm bán, đến 2025", "ít nhất 2", (1,), "", (Dated("chưa đến hạn", "2024-12-31"), Dated("chưa thấy nguồn")), ()),
    ),
    (CountLine("25/2/2020", 5, 6, 0, 11, "Đợt đầu", (1,)), CountLine("2020", None, None, None, 68, "", ())),
    (CountLine("2025", 200, 100, 2, 302, "", (2,)),),
    (Fact("Chủ thể", (Bit(vi("79, 10/5/2025"), now="Số của báo.", sources=(2,)),)),),
    ("Danh sách chính thức kèm quyết định.",), Bit(vi("Đề án được duyệt năm 2019."), sources=(1,)), SOURCES,
    Ledger(
        Bit(vi("Lần đếm gần nhất có 160 sản phẩm. Danh mục này ghi được 43: còn thiếu 117."), sources=(2,)), 43 / 160,
        "Danh mục có 43 trong 160 sản phẩm.",
        (LedgerLine("4 sao", 32, 34, "nhiều hơn 2"), LedgerLine("Tổng", 160, 43, "còn thiếu 117")), ("Cách đếm.",),
        PLACES, "2 sản phẩm chưa rõ huyện.", LINES,
    ),
)  # fmt: skip
BARE_PROGRAMME = ProgrammeView("Chương trình", "", "", "", (), (), None, (), (), (), (), (), None, ())
DATA = DataView(
    "Dữ liệu mở", "Toàn bộ danh mục ở dạng tệp.", CHIPS[:1],
    (Download("products.csv", "data/products.csv", "Sản phẩm, bảng cho Excel", "48 kB"),),
    (Download("product.json", "data/schema/product.json", "Lược đồ"),), ("Mở bằng bảng tính thử.",),
    (Snippet("python", "Python", "Chỉ cần Python.", 'print("<thử> & \'thử\'")'),), ("Gắn thử.",),
    (Snippet("badge", "Nhãn", "", '<img alt="thử">', "san-pham/thu/nhan.svg"),),
    (
        FieldTable("products", "Sản phẩm", (
            FieldLine("shelf_life_months", "Hạn sử dụng (tháng)", "từ ngày sản xuất", "số nguyên 1–120"), FieldLine("name", "Tên", ""),
            FieldLine("producer", "Chủ thể", "", "đối tượng", ("producer_id", "producer_name")),
            FieldLine("packs", "Quy cách", "", "danh sách", (), (("size", "Cỡ"), ("gtin", ""))),
        )),
        FieldTable("trong", "Trống", ()),
    ),
    ("Tên trường giữ nguyên.",), (("1.0.0", "Bản đầu."),), ("Giấy phép thử.", "Riêng bản đồ theo giấy phép khác."),
    Snippet("cite", "Ghi nguồn", "Ghi ngày:", "Danh mục thử, bản ngày 24/11/2026."),
)  # fmt: skip
HOME = HomeView(
    "Hàng OCOP Bạc Liêu", "Ai làm, ở đâu, mấy sao: tra một lần là rõ.", "san-pham/", CHIPS[:1], "Tính đến 24/11/2026:",
    (Tally(2, "còn hiệu lực", "xep-hang/"), Tally(24, "đã hết hạn", "xep-hang/het-han/")), "Muối năm sao", "Hạng cao nhất.", rows(*NAMES[:2]),
    "muoi", "tide", "Quảng bá", "Tôm Bạc Liêu", "21 sản phẩm trong danh mục.", "tom", "blush", rows(*NAMES[:2], promoted="Tôm Bạc Liêu"), Link(vi("Xem 21 sản phẩm"), "nhom/tom/"),
    "Chọn theo loại hàng", LINES, Link(vi("Tất cả 17 loại"), "nhom/"), "Tên cũ hay tên mới đều tra được", "Từ 1/7/2025.", PLACES,
    tuple(replace(place, chosen=False) for place in MAP), "kiem-tra/", "160", "sản phẩm của 79 chủ thể.", "Báo thử, 10/5/2025.", "Mục tiêu và kết quả",
    "Xem chương trình đã hẹn gì.", Link(vi("Xem chương trình"), "chuong-trinh/"),
)  # fmt: skip
BARE_HOME = replace(
    HOME,
    chips=(),
    tallied="",
    tallies=(),
    top=(),
    campaign_title="",
    campaign_link=None,
    kinds=(),
    places=(),
    map=(),
    figure="",
    programme_link=None,
)
MISSING = MissingView((
    ("vi", "Không tìm thấy trang này", "Địa chỉ có thể đã đổi.", (Link(vi("Trang đầu"), ""), Link(vi("Tất cả sản phẩm"), "san-pham/"))),
    ("en", "This page was not found", "The address may have changed.", (Link(Said("Front page", "en"), "en/"),)),
))  # fmt: skip

VIEWS: dict[str, tuple[str, Any]] = {
    "product": ("product.html", PRODUCT),
    "product-unconfirmed": (
        "product.html",
        replace(PRODUCT, panel=PANELS[1], history=(), same_maker=rows(*NAMES)),
    ),
    "product-starless": (
        "product.html",
        replace(PRODUCT, panel=PANELS[2], story=None, summary=None, buttons=()),
    ),
    "product-ended": ("product.html", replace(PRODUCT, panel=PANELS[3], story=None, name=vi(NAMES[1]))),
    "product-bare": ("product.html", BARE_PRODUCT),
    "product-withdrawn": (
        "product.html",
        replace(BARE_PRODUCT, panel=PANELS[5], name=vi(NAMES[2]), sources=SOURCES),
    ),
    "product-photos": (
        "product.html",
        replace(PRODUCT, photos=(PICTURE,) * 3, similar=rows(*NAMES, icon="muoi", photo=PICTURE)),
    ),
    "producer": ("producer.html", PRODUCER),
    "producer-bare": ("producer.html", BARE_PRODUCER),
    "sales-point": ("sales_point.html", SALES_POINT),
    "sales-point-bare": ("sales_point.html", BARE_SALES_POINT),
    "listing": ("listing.html", LISTING),
    "listing-plain": ("listing.html", PLAIN_LISTING),
    "listing-empty": ("listing.html", EMPTY_LISTING),
    "kind": ("kind.html", KIND),
    "group": ("kind.html", GROUP),
    "kinds": ("kinds.html", KINDS),
    "district": ("district.html", DISTRICT),
    "district-empty": ("district.html", EMPTY_DISTRICT),
    "districts": ("districts.html", DISTRICTS),
    "directory": ("directory.html", DIRECTORY),
    "programme": ("programme.html", PROGRAMME),
    "programme-bare": ("programme.html", BARE_PROGRAMME),
    "data": ("data.html", DATA),
    "home": ("home.html", HOME),
    "home-bare": ("home.html", BARE_HOME),
    "missing": ("missing.html", MISSING),
}


def page(name: str, view: Any = None, **changes: Any) -> Page:
    """Give the page of a sample by its name in ``VIEWS``, perhaps with another view or other fields."""
    template, sample = VIEWS[name]
    made = Page(
        address=f"thu/{name}/", lang="vi", section="kinds", title="Trang thử", description="Một trang thử.", template=template,
        view=sample if view is None else view, alternates={"vi": f"thu/{name}/", "en": f"en/test/{name}/"},
        crumbs=() if template in {"home.html", "missing.html"} else (("Loại hàng", "nhom/"), ("Muối", "nhom/muoi/")),
        structured=({"@context": "https://schema.org", "@type": "Thing", "name": "Thử </script>"},),
    )  # fmt: skip
    return replace(made, **changes)
