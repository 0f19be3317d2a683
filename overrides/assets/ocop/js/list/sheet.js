/* The list as a table, for a spreadsheet or any other program. A cell is a text, a number, or a {day}. */

/* What makes a spreadsheet take a cell for a formula, full-width forms among them, whatever blanks stand before. The twin of
   `ocop.export.csv_file.harmless`: one test reads the same texts to both. */
const FORMULA = /^(?:\s*[=+\-@\uff1d\uff0b\uff0d\uff20\u2212]|[\t\r\n])/

export const harmless = (text) => (FORMULA.test(text) ? `'${text}` : text)

const BYTE_ORDER_MARK = "\ufeff"

const quoted = (text) => (/[",\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text)

function written(cell) {
  if (typeof cell === "string") return quoted(harmless(cell))
  return String(typeof cell === "number" ? cell : cell.day)
}

/* Give a table as CSV: RFC 4180 with a byte-order mark, as the catalogue's own. */
export const csv = (table) => BYTE_ORDER_MARK + table.map((cells) => `${cells.map(written).join(",")}\r\n`).join("")
