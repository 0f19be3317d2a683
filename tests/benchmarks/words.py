"""Words of which made-up records are put together. None of the goods, makers and places named here exists."""

from __future__ import annotations

# Of each kind of goods: what the name begins with, in both languages.
GOODS: dict[str, tuple[tuple[str, str], ...]] = {
    "tom": (
        ("Tôm khô", "Dried shrimp"),
        ("Khô tôm bạc", "Dried white shrimp"),
        ("Chà bông tôm", "Shrimp floss"),
    ),
    "muoi": (("Muối hạt", "Grain salt"), ("Muối tinh", "Refined salt"), ("Muối ớt", "Chilli salt")),
    "kho-ca": (
        ("Khô cá lóc", "Dried snakehead"),
        ("Khô cá kèo", "Dried mudskipper"),
        ("Khô cá đù", "Dried croaker"),
    ),
    "mam": (
        ("Mắm cá lóc", "Fermented snakehead"),
        ("Mắm tôm chua", "Sour shrimp paste"),
        ("Mắm ba khía", "Fermented crab"),
    ),
    "nuoc-mam": (("Nước mắm cá cơm", "Anchovy fish sauce"), ("Nước mắm nhĩ", "First-press fish sauce")),
    "banh": (("Bánh phồng tôm", "Shrimp crackers"), ("Bánh pía", "Pía cake"), ("Bánh tráng", "Rice paper")),
    "gao": (("Gạo một bụi đỏ", "Red rice"), ("Gạo thơm", "Fragrant rice"), ("Gạo lứt", "Brown rice")),
    "rau-cu": (
        ("Rau cần nước", "Water celery"),
        ("Bồn bồn", "Cattail shoots"),
        ("Năn bộp", "Water chestnut stems"),
    ),
    "trai-cay": (("Nhãn xuồng", "Longan"), ("Thanh nhãn", "Green longan"), ("Xoài cát", "Mango")),
    "yen-sao": (("Tổ yến sơ chế", "Cleaned bird’s nest"), ("Yến chưng", "Steamed bird’s nest")),
}
OTHER_GOODS = (("Đặc sản", "Speciality"), ("Sản phẩm", "Goods"))

ADJECTIVES = (
    ("đặc biệt", "special"), ("thượng hạng", "first choice"), ("truyền thống", "traditional"), ("một nắng", "half-dried"),
    ("hữu cơ", "organic"), ("loại một", "grade one"), ("nguyên chất", "pure"), ("sạch", "clean"), ("gia truyền", "family"),
)  # fmt: skip
# Names of people and of things that makers are called by; with a number each maker is told apart.
FAMILY = (
    "Nguyễn",
    "Trần",
    "Lê",
    "Phạm",
    "Huỳnh",
    "Võ",
    "Đặng",
    "Bùi",
    "Đỗ",
    "Hồ",
    "Ngô",
    "Dương",
    "Lâm",
    "Trương",
)
GIVEN = (
    "An", "Bình", "Cẩm", "Dũng", "Đào", "Giang", "Hạnh", "Hoa", "Khánh", "Lan", "Mai", "Ngọc", "Phúc", "Quý", "Sương", "Tâm",
    "Thảo", "Út", "Vân", "Xuân", "Yến",
)  # fmt: skip
TYPES = (
    ("enterprise", "Công ty TNHH"), ("cooperative", "Hợp tác xã"), ("cooperative-group", "Tổ hợp tác"),
    ("household", "Cơ sở sản xuất"),
)  # fmt: skip
SHOPS = (
    ("shop", "Cửa hàng đặc sản"), ("showroom", "Điểm giới thiệu sản phẩm OCOP"), ("supermarket", "Siêu thị"),
    ("market-stall", "Quầy hàng chợ"), ("online", "Gian hàng trên mạng"),
)  # fmt: skip
PROVINCES = ("Cần Thơ", "An Giang", "Đồng Tháp", "Hồ Chí Minh", "Vĩnh Long", "Đồng Nai")

SENTENCES = (
    "Nguyên liệu được mua của bà con trong vùng và chế biến trong ngày.",
    "Sản phẩm được phơi dưới nắng, không dùng phẩm màu.",
    "Cơ sở có **mười hai** lao động, phần lớn là phụ nữ địa phương.",
    "Từ năm 2019 cơ sở dùng máy sấy và kho lạnh.",
    "Mùa chính bắt đầu sau Tết và kéo dài đến đầu mùa mưa.",
    "Hàng được đóng gói theo quy cách ghi dưới đây, có mã truy xuất.",
    "Người mua có thể ghé xem nơi làm, nên gọi trước một ngày.",
    "Cách làm được giữ từ đời trước, chỉ thay khâu đóng gói.",
)
ENGLISH_SENTENCES = (
    "The raw material comes from farmers nearby and is processed the same day.",
    "It is dried in the sun, without colouring.",
    "The workshop has **twelve** workers, most of them women of the commune.",
    "Since 2019 it has used a drier and a cold store.",
    "The main season begins after the lunar new year and lasts until the rains.",
    "Packs are sealed and carry a code by which they can be traced.",
    "Buyers may visit the workshop; it is best to call a day before.",
    "The recipe is an old one, only the packing has changed.",
)
MARKETS = ("KR", "SG", "JP", "US", "CN", "AU", "FR", "NO")
SCHEMES = ("haccp", "iso-22000", "vietgap", "globalgap", "halal", "organic", "attp")
