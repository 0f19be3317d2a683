/* What is said before the index has come, which brings all other words. */
const WORDS = {
  vi: {
    label: "Tìm sản phẩm, chủ thể, nơi làm",
    hint: "Tôm khô, muối, Vĩnh Lợi…",
    close: "Đóng",
    loading: "Đang tải…",
    failed: "Chưa tải được bộ tìm kiếm. Thử lại, hoặc chọn một lối dưới đây.",
    again: "Thử lại",
    ways: "Hoặc chọn theo",
  },
  en: {
    label: "Search products, producers, places",
    hint: "Shrimp, salt, Vĩnh Lợi…",
    close: "Close",
    loading: "Loading…",
    failed: "The search could not be loaded. Try again, or choose one of these ways.",
    again: "Try again",
    ways: "Or choose by",
  },
}

export const early = () => WORDS[document.documentElement.lang] || WORDS.vi
