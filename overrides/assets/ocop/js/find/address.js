/* What was searched and chosen, as the address tells it: `?q=tom&stars=4,5&day=2027-03-15&n=120`. What it does not know it
   passes over. */

import { dayOf } from "./days.js"

export const PAGE = 60
const LONGEST = 200

/* Read an address; values that no record has are left out. `today` is the first day on which anything can be shipped. */
export function read(search, { facets, choices }, today) {
  const told = new URLSearchParams(search)
  const chosen = {}
  facets.forEach(({ id }, at) => {
    const values = told.getAll(id).join().split(",").filter((value) => choices[at].has(value))
    if (values.length) chosen[id] = [...new Set(values)]
  })
  const pages = Math.ceil(Number(told.get("n")) / PAGE)
  return { q: queryOf(search), chosen, day: shippingDay(search, today), shown: PAGE * (pages > 1 && pages < 1e4 ? pages : 1) }
}

/* Read what was searched for, which needs no record. */
export const queryOf = (search) => (new URLSearchParams(search).get("q") || "").slice(0, LONGEST).trim()

/* Read on which day goods shall be shipped, which needs no record; what has passed is no day of shipping. */
export function shippingDay(search, today) {
  const day = dayOf(new URLSearchParams(search).get("day") || "")
  return day >= today ? day : ""
}

export function write({ q, chosen, day, shown }) {
  const told = Object.entries(chosen).map(([id, values]) => `${id}=${values.map(encodeURIComponent).join()}`)
  if (q) told.unshift(`q=${encodeURIComponent(q)}`)
  if (day) told.push(`day=${day}`)
  if (shown > PAGE) told.push(`n=${shown}`)
  return told.length ? `?${told.join("&")}` : ""
}

export const isNothing = ({ q, chosen, day }) => !q && !day && !Object.keys(chosen).length

export const NOTHING_CHOSEN = { chosen: {}, day: "", shown: PAGE }

/* Choose a value, or no longer. */
export function toggled({ chosen, ...others }, id, value) {
  const values = chosen[id] || []
  const kept = values.includes(value) ? values.filter((each) => each !== value) : [...values, value]
  const { [id]: _, ...rest } = chosen
  return { ...others, chosen: kept.length ? { ...rest, [id]: kept } : rest, shown: PAGE }
}
