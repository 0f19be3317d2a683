/* Searches the index with MiniSearch. */

import MiniSearch from "minisearch"
import { fold } from "./fold.js"
import { markOn, today } from "./standing.js"

const TYPES = ["kind", "producer", "district", "commune", "point", "product"]
const STATUSES = ["holding", "unconfirmed", "ended", "none", "withdrawn"]
const LONG = 5
const LONGEST_QUERY = 200

/* Give a function that searches an index: `search(text, {types, day, limit})` gives records with their scores, best first. */
export function searcher(index) {
  const records = [...index.kinds, ...index.districts, ...index.communes, ...index.producers, ...index.points, ...index.products]
  const engine = new MiniSearch({
    idField: "place",
    fields: ["name", "other", "also", "place_"],
    tokenize: (text) => fold(text).split(/[^a-z0-9]+/).filter(Boolean),
    processTerm: (term) => term,
    searchOptions: {
      combineWith: "AND", boost: { name: 3, other: 2 },
      prefix: (term, number, terms) => number === terms.length - 1,
      fuzzy: (term) => (term.length >= LONG ? 1 : false), weights: { fuzzy: 0.2, prefix: 0.6 },
    },
  })
  engine.addAll(records.map((record, place) => ({ place, name: record.name, other: record.other || "", also: also(record), place_: around(record) })))
  return (text, { types = TYPES, day = today(index.built), limit = Infinity } = {}) => {
    const found = engine.search(text.slice(0, LONGEST_QUERY)).map(({ id, score }) => ({ record: records[id], score }))
      .filter(({ record }) => types.includes(record.type))
    found.sort((one, other) => other.score - one.score || rank(one.record, day) - rank(other.record, day))
    return found.slice(0, limit)
  }
}

const also = (record) => [].concat(record.also || [], record.now || []).join(" ")

function around({ kind, producer, district, commune }) {
  const parts = [producer && producer.name, district && district.name, commune && commune.name, commune && commune.now]
  return [...parts, ...(kind ? [kind.name, ...kind.also] : [])].filter(Boolean).join(" ")
}

const rank = (record, day) =>
  record.type === "product" ? STATUSES.indexOf(markOn(record, day).status) * 1e6 + record.order : -1
