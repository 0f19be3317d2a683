/* What each record of the index is found by. */

import { spelling, terms, words } from "./words.js"

const UNIT_BEFORE = /^(?:xa|phuong|thi tran|thi xa|thanh pho|huyen) (?=\D)/
const UNIT_AFTER = /^(.+) (commune|ward|township|town|citi|district)$/

const OWN = {
  product: ({ name, other }) => [name, other],
  producer: ({ name, other, also }) => [name, other, ...also],
  kind: ({ called }) => called,
  group: ({ name, other }) => [name, other],
  district: ({ name, other }) => [name, other],
  commune: ({ name }) => [name],
  province: ({ name }) => [name],
  point: ({ name, other }) => [name, other],
}
const MORE = { kind: ({ also }) => also, commune: ({ now }) => [now], point: ({ where }) => [where] }

/* Give everything that is searched: what holds others first, then goods in the order of listings. */
export function recordsOf({ groups, kinds, districts, communes, producers, points, products }) {
  return [...groups, ...provinces(communes), ...kinds, ...districts, ...communes, ...points, ...products, ...producers]
}

/* Give the entry of a record, {record, names, own, more}: `own` are its names as they are looked up, `more` what else leads
   to it. */
export function entryOf(record) {
  const names = OWN[record.type](record).filter(Boolean)
  const more = MORE[record.type] ? MORE[record.type](record).filter(Boolean) : []
  return { record, names, own: names.map(terms), more: more.map(terms), titles: null, spelt: null }
}

/* The province that a place has belonged to since July 2025 has no page of its own: it only leads to what is made there. */
function provinces(communes) {
  const found = new Map()
  for (const { province, district } of communes) {
    if (province) found.set(province, (found.get(province) || new Set()).add(district))
  }
  return [...found].map(([name, districts]) => ({ type: "province", name, districts: [...districts] }))
}

/* Give the records that are found through another: the goods of a kind or a maker, what is made in a place. */
export function membersOf(record, { kinds }) {
  if (record.type === "group") return kinds.filter(({ group }) => group === record).flatMap((kind) => [kind, ...kind.products])
  const places = record.type === "province" ? record.districts : [record]
  return places.flatMap(({ products = [], producers = [] }) => [...products, ...producers])
}

/* Give all that a record is called in full: also without what a name adds in brackets, a place without the word for its sort, a
   kind by each part of its name. */
export function titlesOf(entry) {
  if (!entry.titles) {
    const { record, names, own, more } = entry
    const shorter = names.filter((name) => name.includes("(")).map((name) => name.replace(/\([^)]*\)/g, " "))
    const parts = record.type === "kind" ? names.flatMap((name) => name.split(",")) : []
    const isPlace = record.type === "district" || record.type === "commune"
    const placed = (all) => (isPlace ? all.flatMap((name) => [name, bare(name), turned(name)]) : all)
    entry.titles = { own: [...placed(own), ...shorter.map(terms), ...parts.map(terms)], more: placed(more) }
  }
  return entry.titles
}

const bare = (name) => name.replace(UNIT_BEFORE, "").replace(UNIT_AFTER, "$1")

/* English puts last what Vietnamese puts first, `xã` for which `commune` stands. */
const turned = (name) => name.replace(UNIT_AFTER, "$2 $1")

/* Give the words of a record's names with their marks. */
export function spellingsOf(entry) {
  if (!entry.spelt) entry.spelt = entry.names.flatMap(words).map(spelling)
  return entry.spelt
}
