/* What was searched and chosen, as the address tells it: `?q=tom&stars=4,5&n=120`. What it does not know it passes over. */

export const PAGE = 60
const LONGEST = 200

/* Read an address; values that no record has are left out. */
export function read(search, { facets, choices }) {
  const told = new URLSearchParams(search)
  const chosen = {}
  facets.forEach(({ id }, at) => {
    const values = told.getAll(id).join().split(",").filter((value) => choices[at].has(value))
    if (values.length) chosen[id] = [...new Set(values)]
  })
  const pages = Math.ceil(Number(told.get("n")) / PAGE)
  return { q: queryOf(search), chosen, shown: PAGE * (pages > 1 && pages < 1e4 ? pages : 1) }
}

/* Read what was searched for, which needs no record. */
export const queryOf = (search) => (new URLSearchParams(search).get("q") || "").slice(0, LONGEST).trim()

export function write({ q, chosen, shown }) {
  const told = Object.entries(chosen).map(([id, values]) => `${id}=${values.map(encodeURIComponent).join()}`)
  if (q) told.unshift(`q=${encodeURIComponent(q)}`)
  if (shown > PAGE) told.push(`n=${shown}`)
  return told.length ? `?${told.join("&")}` : ""
}

export const isNothing = ({ q, chosen }) => !q && !Object.keys(chosen).length

/* Choose a value, or no longer. */
export function toggled({ q, chosen }, id, value) {
  const values = chosen[id] || []
  const kept = values.includes(value) ? values.filter((each) => each !== value) : [...values, value]
  const { [id]: _, ...rest } = chosen
  return { q, chosen: kept.length ? { ...rest, [id]: kept } : rest, shown: PAGE }
}
