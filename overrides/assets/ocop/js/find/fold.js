/* Lower case without marks: "Đông Hải" and "dong hai" fold alike. The twin of `ocop.text.fold`: one test reads the same texts
   to both. */
export const fold = (text) => text.toLowerCase().replace(/đ/g, "d").normalize("NFD").replace(MARKS, "")

const MARKS = /[\u0300-\u036f]/g
