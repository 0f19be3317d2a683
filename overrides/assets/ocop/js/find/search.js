/* Searches the index with MiniSearch. */

import MiniSearch from "minisearch"
import { entriesOf, membersOf } from "./entries.js"
import { reader } from "./query.js"
import { scored } from "./ranking.js"
import { markOn, today } from "./standing.js"

const TYPES = ["kind", "district", "commune", "product", "producer", "point"]
const RATED = ["holding", "unconfirmed"]
const STATUSES = [...RATED, "ended", "none", "withdrawn"]

/* A shorter word with a slip in it is another word. */
const LONG_WORD = 5

/* So many entries are taken up at once, before the browser may do something else. */
const SLICE = 1000

/* The best of two ways to fill a slot comes last. */
const QUALITIES = ["slip", "begun", "whole"]
const BY = ["through", "more", "own"]

/* Give a function that searches an index.

   `search(text, {types, day, limit})` gives [{record, score, missing}], best first; `missing` are the words that a record lacks,
   none unless there is no record with all of them. A large index is taken up in slices, goods with most stars first: until
   `search.ready`, a promise, is fulfilled, some goods are not found yet. */
export function searcher(index) {
  const entries = entriesOf(index)
  const places = new Map(entries.map(({ record }, place) => [record, place]))
  const known = new Set()
  const engine = new MiniSearch({
    idField: "place",
    fields: ["own", "more"],
    extractField: (entry, field) => entry[field],
    stringifyField: (field) => field,
    tokenize: (names) => [...new Set(names.join(" ").split(" "))].filter(Boolean),
    processTerm: (term) => known.add(term) && term,
    searchOptions: { tokenize: (terms) => terms.split(" "), processTerm: (term) => term, combineWith: "AND" },
  })
  const read = reader(index.alike, (term) => known.has(term))

  function take(start) {
    engine.addAll(entries.slice(start, start + SLICE).map(({ own, more }, row) => ({ place: start + row, own, more })))
    return start + SLICE < entries.length ? new Promise((resolve) => setTimeout(() => resolve(take(start + SLICE)))) : undefined
  }

  /* Give the ways in which entries fill a slot, by their places. */
  function fill(slot, bears, isLast, withSlips) {
    if (slot.stars) return new Map(entries.flatMap(({ record }, place) => (bears(record, slot.stars) ? [[place, {}]] : [])))
    const hits = new Map()
    for (const way of slot.ways) {
      for (const { id, match } of engine.search(way.terms.join(" "), options(isLast && way.marks, withSlips))) {
        keep(hits, id, { way, ...matched(way.terms, match) })
      }
    }
    for (const [place, hit] of [...hits]) {
      if (hit.by === "more" && entries[place].record.type === "kind") continue
      for (const member of membersOf(entries[place].record, index)) keep(hits, places.get(member), { ...hit, by: "through" })
    }
    return hits
  }

  /* Give [{entry, hits, missing}] of what fills all slots, if need be with slips; else of what fills most of them. */
  function filled(slots, bears) {
    for (const withSlips of [false, true]) {
      const tables = slots.map((slot, number) => fill(slot, bears, number === slots.length - 1, withSlips))
      const tally = new Map()
      for (const table of tables) for (const place of table.keys()) tally.set(place, (tally.get(place) || 0) + 1)
      const most = Math.max(0, ...new Set(tally.values()))
      if (most < slots.length && !(withSlips && most * 2 >= slots.length)) continue
      return [...tally].filter(([, count]) => count === most).map(([place]) => ({
        entry: entries[place],
        hits: tables.map((table) => table.get(place)).filter((hit) => hit && hit.way),
        missing: slots.filter((_, number) => !tables[number].has(place)).map(({ said }) => said),
      }))
    }
    return []
  }

  function search(text, { types = TYPES, day = today(index.built), limit = Infinity } = {}) {
    const mark = (product) => markOn(product, day)
    const bears = (record, stars) => record.type === "product" && isRated(mark(record), stars)
    const found = filled(read(String(text)), bears)
    const scores = scored(found)
    const results = found.map(({ entry, missing }) => ({ record: entry.record, score: scores.get(entry.record), missing }))
    return results.filter(({ record }) => types.includes(record.type)).sort(inOrder(mark)).slice(0, limit)
  }

  search.ready = Promise.resolve(take(0))
  return search
}

const options = (unfinished, withSlips) => ({
  prefix: (term, number, terms) => Boolean(unfinished) && number === terms.length - 1,
  fuzzy: (term) => withSlips && term.length >= LONG_WORD && 1,
})

/* Tell how well the words were found, and whether among a record's own names. */
function matched(terms, match) {
  const hits = terms.map((term) => {
    const [quality, foundAs] = foundFor(term, Object.keys(match))
    return { quality, by: foundAs.some((each) => match[each].includes("own")) ? "own" : "more" }
  })
  return { quality: worst(QUALITIES, hits.map(({ quality }) => quality)), by: worst(BY, hits.map(({ by }) => by)) }
}

function foundFor(term, found) {
  if (found.includes(term)) return ["whole", [term]]
  const begun = found.filter((each) => each.startsWith(term))
  return begun.length ? ["begun", begun] : ["slip", found]
}

const worst = (order, values) => order[Math.min(...values.map((value) => order.indexOf(value)))]

function keep(hits, place, hit) {
  const before = hits.get(place)
  if (!before || rank(hit) > rank(before)) hits.set(place, hit)
}

const rank = ({ way, quality, by }) => BY.indexOf(by) * 100 + QUALITIES.indexOf(quality) * 10 + way.weight

const isRated = ({ status, stars }, wanted) => RATED.includes(status) && (wanted === "any" || stars === wanted)

/* The order of listings, as it is on the day, decides among what answers equally well. */
function inOrder(mark) {
  const standing = (product) => (product.type === "product" ? [-(mark(product).stars || 0), STATUSES.indexOf(mark(product).status), product.order] : [])
  return (one, other) => {
    if (one.score !== other.score) return other.score - one.score
    if (one.record.type !== other.record.type) return TYPES.indexOf(one.record.type) - TYPES.indexOf(other.record.type)
    const [first, second] = [standing(one.record), standing(other.record)]
    const differs = first.findIndex((each, place) => each !== second[place])
    return differs < 0 ? 0 : first[differs] - second[differs]
  }
}
