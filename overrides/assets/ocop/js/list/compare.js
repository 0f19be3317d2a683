/* The goods side by side: what is known of at least one of them has a column, what of none has not. */

import { dayIn } from "../find/days.js"
import { linkTo, make } from "../find/dom.js"
import { mark, said } from "../find/rows.js"
import { lineOn } from "./goods.js"
import { certificatesOn, ratingOn } from "./standing.js"
import { certificateText, lang, say } from "./told.js"

/* Give the columns: {head, cell(row)}, where a cell is a list of pieces, none for what is not known. `ship` may be empty. */
export function columnsOf(rows, { knows, day, ship }) {
  const { index } = knows
  const linesOf = ({ wants }, place) => (knows.trade(wants.id).facts || []).filter(([of]) => of === place).flatMap(([, lines]) => lines)
  const facts = knows.labels.map((label, place) => ({
    head: label,
    cell: (row) => linesOf(row, place).map((line) => lineOn(line, day)).filter(Boolean),
  }))
  const certificates = (on, tell) => ({ certificates: held }) => certificatesOn(held, on).map(tell)
  const columns = [
    { head: say("rating"), cell: ({ product }) => [ratingOn(product, day).mark] },
    ship && { head: say("rating_on", { day: dayIn(lang, ship) }), cell: ({ product }) => [ratingOn(product, ship).mark] },
    { head: say("certificates"), cell: certificates(day, ({ text }) => text) },
    ship && { head: say("certificates_on", { day: dayIn(lang, ship) }), cell: certificates(ship, certificateText) },
    ...facts,
    { head: say("maker"), cell: ({ product: { producer } }) => [producer ? { record: producer } : say("no_maker")] },
    { head: say("place"), cell: ({ product: { district } }) => [district ? { record: district } : say("no_place")] },
    { head: say("kind"), cell: ({ product: { kind } }) => [{ record: kind }] },
  ].filter(Boolean)
  return columns.filter(({ cell }) => rows.some((row) => cell(row).length)).map((column) => ({ ...column, index }))
}

/* Give a piece as text alone. */
export function textOf(piece) {
  if (typeof piece === "string") return piece
  if (piece.record) return piece.record.name
  return piece.state ? `${piece.label}, ${piece.state[0].toLowerCase()}${piece.state.slice(1)}` : piece.label
}

function shown(piece, index) {
  if (typeof piece === "string") return piece
  if (piece.record) return make("a", { href: linkTo(index, piece.record.address) }, said(piece.record.name, piece.record, index))
  return mark(piece)
}

export function compareTable(rows, context) {
  const { index } = context.knows
  const columns = columnsOf(rows, context)
  const head = make("tr", null, make("th", { scope: "col" }, say("name")), columns.map(({ head: text }) => make("th", { scope: "col" }, text)))
  const body = rows.map((row) => make("tr", null,
    make("th", { scope: "row" }, make("a", { href: linkTo(index, row.product.address) }, said(row.product.name, row.product, index))),
    columns.map(({ cell }) => make("td", null, cell(row).map((piece) => make("span", { class: "bit" }, shown(piece, index)))))))
  const table = make("table", null, make("thead", null, head), make("tbody", null, body))
  return make("div", { class: "scroll", tabindex: 0, role: "region", "aria-label": say("compare") }, table)
}
