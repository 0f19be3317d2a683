/* Which entries hold a word. MiniSearch's own tree of words finds them whole, begun, or with a slip in them; its ranking is of
   no use here, where texts are names (see `ranking.js`). */

import SearchableMap from "minisearch/SearchableMap"

/* How well a word was found, the worst first; and where, likewise: see `ranking.js`. */
const QUALITIES = ["slip", "begun", "whole"]
const PLACES = ["through", "more", "own"]
const MORE = 1
const OWN = 2

/* A shorter word with a slip in it is another word. */
const LONG_WORD = 5
const ONE_SLIP = 1

/* Among so many entries a single letter says nothing, and takes long. */
const MANY = 2000

/* Give what entries are added to and looked up in. */
export function lookup() {
  const words = new SearchableMap()
  let count = 0

  /* Take up the next entry: what it is called, and what else leads to it. */
  function add({ own, more }) {
    const called = wordsOf(own)
    for (const word of called) hold(word, OWN)
    for (const word of wordsOf(more)) if (!called.has(word)) hold(word, MORE)
    count += 1
  }

  /* A number tells the entry and where it has the word: there are very many. */
  const hold = (word, where) => words.fetch(word, () => []).push(count * PLACES.length + where)

  /* Give {quality, by} of each entry that holds all terms, by its number. The last of them may have been begun only. */
  function find(terms, { begun, slips }) {
    const [first, ...others] = terms.map((term, number) => findOne(term, begun && number === terms.length - 1, slips))
    return others.reduce(both, first)
  }

  function findOne(term, begun, slips) {
    const hits = new Map()
    take(hits, words.get(term), "whole")
    if (begun && (term.length > 1 || count < MANY)) for (const held of words.atPrefix(term).values()) take(hits, held, "begun")
    if (slips && term.length >= LONG_WORD) for (const [held] of words.fuzzyGet(term, ONE_SLIP).values()) take(hits, held, "slip")
    return hits
  }

  return { add, find, knows: (word) => words.has(word) }
}

const wordsOf = (names) => new Set(names.join(" ").split(" ").filter(Boolean))

function take(hits, held, quality) {
  for (const one of held || []) {
    const where = one % PLACES.length
    keepBetter(hits, (one - where) / PLACES.length, { quality, by: PLACES[where] })
  }
}

function both(some, others) {
  const hits = new Map()
  for (const [entry, { quality, by }] of some) {
    const other = others.get(entry)
    if (other) hits.set(entry, { quality: worse(QUALITIES, quality, other.quality), by: worse(PLACES, by, other.by) })
  }
  return hits
}

const worse = (order, one, other) => (order.indexOf(one) < order.indexOf(other) ? one : other)

function keepBetter(hits, entry, hit) {
  const before = hits.get(entry)
  if (!before || worth(hit) > worth(before)) hits.set(entry, hit)
}

/* Tell how much a hit is worth beside another of the same entry. */
export const worth = ({ quality, by }) => PLACES.indexOf(by) * QUALITIES.length + QUALITIES.indexOf(quality)
