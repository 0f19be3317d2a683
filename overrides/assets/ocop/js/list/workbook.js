/* A table as a workbook: loaded once somebody asks for one. */

import write from "write-excel-file/universal"
import { harmless } from "./sheet.js"

const [NARROWEST, WIDEST] = [10, 48]

function cellOf(cell) {
  if (typeof cell === "number") return { value: cell, type: Number, alignVertical: "top" }
  if (cell.day) return { value: new Date(`${cell.day}T00:00:00Z`), type: Date, format: "yyyy-mm-dd", alignVertical: "top" }
  return cell ? { value: harmless(cell), type: String, wrap: true, alignVertical: "top" } : null
}

const headOf = (text) => ({ value: text, type: String, fontWeight: "bold", wrap: true, alignVertical: "top", backgroundColor: "#DDEBE6" })

function widthOf(column, rows) {
  const shown = rows.flatMap((cells) => String(cells[column].day || cells[column]).split("\n"))
  return { width: Math.min(Math.max(NARROWEST, ...shown.map(({ length }) => length)), WIDEST) + 1 }
}

/* Give the workbook of a table whose first row are its headings. */
export function workbook([heads, ...rows], sheet) {
  const columns = heads.map((_, column) => widthOf(column, rows))
  return write([heads.map(headOf), ...rows.map((cells) => cells.map(cellOf))], { sheet, columns, stickyRowsCount: 1 }).toBlob()
}
