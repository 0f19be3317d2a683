/* The trader's list, and the text that it is in an address (after #) and in the browser's keeping:

     1_2027-03-01~muoi-tinh-bac-lieu_200_kg_500%20g_2027-02-15_a%20note~muoi-hat-bac-lieu

   First the version and the ship date, then the goods: id, quantity, unit, packing, date wanted, note; what is missing at
   the end is left out. Goods are parted by ~ and fields by _: no id holds one, and nothing that carries an address (a
   message, a mail, a browser) ever escapes them or takes them for the end of a link. What somebody else wrote there is
   taken for what it may be, and for nothing else. */

import { dayOf } from "../find/days.js"

const VERSION = "1"
const BETWEEN_GOODS = "~"
const BETWEEN_FIELDS = "_"
const FIELDS = ["id", "quantity", "unit", "pack", "date", "note"]
const ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/
const LONGEST_ID = 200
const QUANTITY = /^(?!0+(?:\.0+)?$)\d{1,9}(?:\.\d{1,3})?$/
const UNIT = /^[a-z]{1,12}$/

/* How much one list and its texts may hold. */
export const MOST = 500
export const LONGEST = { pack: 60, note: 300 }

export const EMPTY = Object.freeze({ ship: "", goods: Object.freeze([]) })

/* ------------------------------------------------------------------------------------------- what a list may hold */

const line = (text, most) => [...text.normalize("NFC").replace(/[\p{C}\p{Z}]+/gu, " ").trim()].slice(0, most).join("").trim()
const matching = (pattern) => (text) => (pattern.test(text) ? text : "")

const MAY = {
  id: (text) => (text.length <= LONGEST_ID ? matching(ID)(text) : ""),
  quantity: matching(QUANTITY),
  unit: matching(UNIT),
  pack: (text) => line(text, LONGEST.pack),
  date: dayOf,
  note: (text) => line(text, LONGEST.note),
}

/* Give a row with what it may hold, every field a text. */
export function wanted(given) {
  const made = {}
  for (const field of FIELDS) made[field] = MAY[field](String(given[field] || ""))
  return made
}

/* Give a list with what it may hold: each product once, at its first place. */
function list(ship, rows) {
  const goods = new Map()
  for (const row of rows.map(wanted)) if (row.id && !goods.has(row.id) && goods.size < MOST) goods.set(row.id, row)
  return { ship: dayOf(ship), goods: [...goods.values()] }
}

/* ------------------------------------------------------------------------------------------------------- the text */

const escaped = (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`

/* The two signs are escaped twice, for some programs undo the escapes of signs that need none. */
const encoded = (text) => encodeURIComponent(text.replace(/[%~_]/g, escaped)).replace(/[!'()*]/g, escaped)

function decoded(text) {
  try {
    return decodeURIComponent(text).replace(/%(?:25|5F|7E)/gi, decodeURIComponent)
  } catch {
    return ""
  }
}

const joined = (fields) => fields.map(encoded).join(BETWEEN_FIELDS).replace(/_+$/, "")

/* Give the text of a list; an empty one has none. */
export function format({ ship, goods }) {
  if (!goods.length && !ship) return ""
  return [[VERSION, ship], ...goods.map((row) => FIELDS.map((field) => row[field]))].map(joined).join(BETWEEN_GOODS)
}

/* Give the list that a text is, or null for one that is none. */
export function parse(text) {
  const [head, ...rows] = text.split(BETWEEN_GOODS).map((part) => part.split(BETWEEN_FIELDS).map(decoded))
  if (head[0] !== VERSION) return null
  return list(head[1] || "", rows.map((row) => Object.fromEntries(FIELDS.map((field, place) => [field, row[place]]))))
}

/* ---------------------------------------------------------------------------------------------------- what changes */

export const has = ({ goods }, id) => goods.some((row) => row.id === id)

/* Put a product at the end of the list, or take it out. */
export const toggled = (state, id) => (has(state, id) ? without(state, [id]) : list(state.ship, [...state.goods, { id }]))

export const without = ({ ship, goods }, ids) => ({ ship, goods: goods.filter((row) => !ids.includes(row.id)) })

export const withShip = ({ goods }, ship) => list(ship, goods)

/* Put something else into one row. */
export const changed = ({ ship, goods }, id, values) => list(ship, goods.map((row) => (row.id === id ? { ...row, ...values } : row)))

/* Add another's list to one's own: what stands in both stays as one has it. */
export const merged = (own, other) => list(own.ship || other.ship, [...own.goods, ...other.goods])
