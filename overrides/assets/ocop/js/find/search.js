/* Searches the index with MiniSearch. */

import MiniSearch from "minisearch"
import { entryOf, membersOf, recordsOf } from "./entries.js"
import { reader } from "./query.js"
import { scored } from "./ranking.js"
import { markOn, today } from "./standing.js"

const TYPES = ["kind", "district", "commune", "product", "producer", "point"]
const RATED = ["holding", "unconfirmed"]
const STATUSES = [...RATED, "ended", "none", "withdrawn"]
const MOST_STARS = 5
/* More than any catalogue has goods. */
const MANY = 1e6

/* A shorter word with a slip in it is another word. */
const LONG_WORD = 5

/* Among so many records a single letter says nothing, and takes long. */
const LARGE = 2000

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
  const records = recordsOf(index)
  const places = new Map(records.map((record, place) => [record, place]))
  const entries = []
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

  function take() {
    for (const record of records.slice(entries.length, entries.length + SLICE)) {
      const entry = entryOf(record)
      engine.add({ place: entries.length, own: entry.own, more: entry.more })
      entries.push(entry)
    }
    return entries.length < records.length ? new Promise((resolve) => setTimeout(() => resolve(take()))) : undefined
  }

  /* Give the ways in which entries fill a slot, by their places. */
  function fill(slot, bears, isLast, withSlips) {
    if (slot.stars) return new Map(records.flatMap((record, place) => (bears(record, slot.stars) ? [[place, {}]] : [])))
    const hits = new Map()
    const options = {
      prefix: (term, number, terms) => number === terms.length - 1 && isLast && (term.length > 1 || records.length < LARGE),
      fuzzy: (term) => withSlips && term.length >= LONG_WORD && 1,
    }
    for (const way of slot.ways) {
      for (const { id, match } of engine.search(way.terms.join(" "), way.marks ? options : {})) {
        keep(hits, id, { way, ...matched(way.terms, match) })
      }
    }
    for (const [place, hit] of [...hits]) {
      if (hit.by === "more" && records[place].type === "kind") continue
      for (const member of membersOf(records[place], index)) keep(hits, places.get(member), { ...hit, by: "through" })
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
        entry: entries[place] || entryOf(records[place]),
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

/* Give the place of a record among those that answer equally well: goods in the order of listings, as it is on the day. */
function standing(record, mark) {
  if (record.type !== "product") return 0
  const { stars, status } = mark(record)
  return ((MOST_STARS - stars) * STATUSES.length + STATUSES.indexOf(status)) * MANY + record.order
}

const inOrder = (one, other) =>
  other.score - one.score || TYPES.indexOf(one.record.type) - TYPES.indexOf(other.record.type) || one.standing - other.standing
