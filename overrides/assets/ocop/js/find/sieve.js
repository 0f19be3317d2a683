/* Sifting: which records have all that was chosen, and how many there would be with each other choice. */

/* Ask every record once what it belongs to, on a day. Choices that were `known` before stay, though no record may have them. */
export function sieve(records, facets, on, known = facets.map(() => [])) {
  const choices = facets.map((_, at) => new Map(known[at]))
  const rows = records.map((record) => facets.map(({ of }, at) => {
    const values = new Set()
    for (const each of of(record, on)) {
      const choice = choices[at].get(each.value) || { ...each, total: 0 }
      if (!values.has(each.value)) choice.total += 1
      choices[at].set(each.value, choice)
      values.add(each.value)
    }
    return [...values]
  }))
  return { records, facets, rows, choices }
}

/* Give the records that have one of the values chosen in each facet, and counts by value in each: of the records that all
   other facets let through. `chosen` has values by the id of their facet; `passes` is what a search lets through. */
export function sift({ records, facets, rows }, chosen, passes = () => true) {
  const wanted = facets.map(({ id }) => chosen[id] && new Set(chosen[id]))
  const counts = facets.map(() => new Map())
  const found = records.filter((record, number) => {
    if (!passes(record)) return false
    const row = rows[number]
    const failed = wanted.reduce((list, values, at) => (values && !row[at].some((each) => values.has(each)) ? [...list, at] : list), [])
    if (failed.length > 1) return false
    for (const at of failed.length ? failed : counts.keys()) for (const value of row[at]) counts[at].set(value, (counts[at].get(value) || 0) + 1)
    return !failed.length
  })
  return { found, counts }
}

/* Give the choices of a facet in their order. */
export function ordered({ facets, choices }, at, lang) {
  const order = facets[at].order || ((one, other) => other.total - one.total || one.label.localeCompare(other.label, lang))
  return [...choices[at].values()].sort(order)
}
