/* Searches the index: reads a query, looks its words up, and puts what answers it in order. */

import { entryOf, membersOf, recordsOf, titlesOf } from "./entries.js"
import { lookup, worth } from "./lookup.js"
import { reader } from "./query.js"
import { scored } from "./ranking.js"
import { markOn, today } from "./standing.js"

const TYPES = ["kind", "district", "commune", "product", "producer", "point"]
const RATED = ["holding", "unconfirmed"]
const STATUSES = [...RATED, "ended", "none", "withdrawn"]
const MOST_STARS = 5
/* More than any catalogue has goods. */
const MANY = 1e6

/* So many records are taken up at once, before the browser may do something else. */
const SLICE = 1000

/* Give a function that searches an index.

   `search(text, {types, day, limit})` gives [{record, score, missing}], best first; `missing` are the words that a record lacks,
   none unless there is no record with all of them. A large index is taken up in slices, goods with most stars first: until
   `search.ready`, a promise, is fulfilled, some records are not found yet. */
export function searcher(index) {
  const records = recordsOf(index)
  const places = new Map(records.map((record, place) => [record, place]))
  const entries = []
  const { add, find, knows } = lookup()
  const read = reader(index.alike, knows)

  function take() {
    for (const record of records.slice(entries.length, entries.length + SLICE)) {
      const entry = entryOf(record)
      add(entry)
      entries.push(entry)
    }
    return entries.length < records.length ? new Promise((resolve) => setTimeout(() => resolve(take()))) : undefined
  }

  /* Give the ways in which records fill a slot, by their places. */
  function fill({ stars, ways }, { bears, begun, slips }) {
    if (stars) return new Map(records.flatMap((record, place) => (bears(record, stars) ? [[place, {}]] : [])))
    const hits = new Map()
    for (const way of ways) {
      // Only what was typed may be unfinished or have slips.
      const found = find(way.terms, way.marks ? { begun, slips } : {})
      for (const [place, { quality, by }] of found) keep(hits, place, { quality, by, ways: [way] })
    }
    for (const [place, hit] of [...hits]) spread(hits, place, hit)
    return hits
  }

  /* What a record holds is found through it; but not the goods of a kind through a word that may be that of some of them. */
  function spread(hits, place, hit) {
    const isKind = records[place].type === "kind"
    if (isKind && hit.by === "more") return
    const ofKind = isKind && hit.quality === "whole" && hit.ways.some(({ terms }) => titlesOf(entries[place]).own.includes(terms.join(" ")))
    for (const member of membersOf(records[place], index)) {
      const at = places.get(member)
      keep(hits, at, { ...hit, by: "through" })
      if (ofKind) hits.set(at, { ...hits.get(at), ofKind })
    }
  }

  /* Give [{entry, hits, missing}] of what fills all slots, if need be with slips; else of what fills most of them. */
  function filled(slots, bears) {
    for (const slips of [false, true]) {
      const tables = slots.map((slot, number) => fill(slot, { bears, begun: number === slots.length - 1, slips }))
      const tally = new Map()
      for (const table of tables) for (const place of table.keys()) tally.set(place, (tally.get(place) || 0) + 1)
      const most = Math.max(0, ...new Set(tally.values()))
      if (most < slots.length && !(slips && most * 2 >= slots.length)) continue
      return [...tally].filter(([, count]) => count === most).map(([place]) => ({
        entry: entries[place] || entryOf(records[place]),
        hits: tables.map((table) => table.get(place)).filter((hit) => hit && hit.ways),
        missing: slots.filter((_, number) => !tables[number].has(place)).map(({ said }) => said),
      }))
    }
    return []
  }

  function search(text, { types = TYPES, day = today(index.built), limit = Infinity } = {}) {
    const mark = (product) => markOn(product, day)
    const bears = (record, stars) => record.type === "product" && isRated(mark(record), stars)
    const found = filled(read(String(text)), bears)
    const scores = scored(found, index)
    return found
      .filter(({ entry }) => types.includes(entry.record.type))
      .map(({ entry: { record }, missing }) => ({ record, score: scores.get(record), missing, standing: standing(record, mark) }))
      .sort(inOrder)
      .slice(0, limit)
      .map(({ record, score, missing }) => ({ record, score, missing }))
  }

  search.ready = Promise.resolve(take())
  return search
}

/* Keep the better of two hits, and both ways of two that are equally good: one of them may be a phrase of the name. */
function keep(hits, place, hit) {
  const before = hits.get(place)
  const gain = before ? worth(hit) - worth(before) || hit.ways[0].weight - before.ways[0].weight : 1
  if (gain > 0) hits.set(place, hit)
  else if (gain === 0 && hit.by !== "through") hits.set(place, { ...before, ways: [...before.ways, ...hit.ways] })
}

const isRated = ({ status, stars }, wanted) => RATED.includes(status) && (wanted === "any" || stars === wanted)

/* Give the place of a record among those that answer equally well: goods in the order of listings, as it is on the day. */
function standing(record, mark) {
  if (record.type !== "product") return 0
  const { stars, status } = mark(record)
  return ((MOST_STARS - stars) * STATUSES.length + STATUSES.indexOf(status)) * MANY + record.order
}

const inOrder = (one, other) =>
  other.score - one.score || TYPES.indexOf(one.record.type) - TYPES.indexOf(other.record.type) || one.standing - other.standing
