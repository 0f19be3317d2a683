/* Lower case without marks: "Đông Hải" and "dong hai" fold alike. The twin of `ocop.text.fold`: one test reads the same texts
   to both. */
export const fold = (text) => text.toLowerCase().replace(/đ/g, "d").normalize("NFD").replace(/\p{M}/gu, "")

/* The id that a name would have; the twin of `ocop.text.slug`. */
export const slug = (text) => fold(text).replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "")
