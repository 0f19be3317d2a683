/* The list as rows and columns: what is wanted, then all that is compared. */

import { linkTo } from "../find/dom.js"
import { columnsOf, textOf } from "./compare.js"
import { lang, say, told } from "./told.js"

/* Give the table, headings first. */
export function tableOf(rows, context) {
  const own = [
    ["id", ({ wants }) => wants.id],
    ["name_vi", ({ names }) => names.vi],
    ["name_en", ({ names, product }) => (names.en === names.vi && !product.other ? "" : names.en)],
    ["quantity", ({ wants }) => (wants.quantity ? Number(wants.quantity) : "")],
    ["unit", ({ wants }) => (wants.quantity && told.units[wants.unit] ? told.units[wants.unit][lang] : "")],
    ["pack", ({ wants }) => wants.pack],
    ["date", ({ wants }) => (wants.date ? { day: wants.date } : "")],
    ["note", ({ wants }) => wants.note],
  ].map(([key, cell]) => ({ head: say(key), cell }))
  const compared = columnsOf(rows, context).map(({ head, cell }) => ({ head, cell: (row) => cell(row).map(textOf).join("\n") }))
  const page = { head: say("page"), cell: ({ product }) => linkTo(context.knows.index, product.address) }
  const columns = [...own, ...compared, page]
  return [columns.map(({ head }) => head), ...rows.map((row) => columns.map(({ cell }) => cell(row)))]
}
