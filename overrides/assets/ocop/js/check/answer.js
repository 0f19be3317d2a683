/* What the catalogue answers to "is it OCOP?". Nothing here looks at the page, the clock or the network. */

import { addressIn } from "./address.js"

const LONGEST = 500
const LONGEST_NAME = 16 // words
const MOST_NEAR = 5
const ANSWERS = { holding: "recognised", unconfirmed: "unconfirmed", ended: "ended", none: "unrated", withdrawn: "withdrawn" }
const BARCODE = /^\d{8}(?:\d{4,6})?$/

/* What stands beside a name on a pack or between it and its maker's, once folded. */
const BESIDE = /\b(?:\d+(?: \d+)? ?(?:g|gr|gam|kg|ml|l|lit)|ocop|\d (?:sao|stars?))\b/g
const BETWEEN = /\b(?:cua|do|san xuat|cong ty|cty|co so|htx|hop tac xa|doanh nghiep|dntn|ho kinh doanh|by|from)\b/g

/* Names of no maker, though the names of many end with them; nor is what they begin with part of a name. */
const COUNTRY = ["viet nam", "ca mau"]

/* A text as it is looked up: on one line, of a bearable length. */
export const tidy = (text) => text.slice(0, LONGEST).normalize("NFC").replace(/\s+/g, " ").trim()

/* Give a function that answers a text. `find` is what the search exports for an index; `site` tells addresses, see `addressIn`.

   An answer has a `kind`:
     recognised, unconfirmed, ended, unrated, withdrawn   of one `product`, with the `mark` that it bears on the day
     several                                              `goods` share the name
     maker                                                `producer` with its `goods`; `rated` many are rated, `undated` many of
                                                          these without a date; where something else of it was `asked`,
                                                          that is not among them
     unknown, barcode, missing, page, elsewhere           nothing of that name, of that code, at that address of ours; an address
                                                          of ours but of no record; an address of somebody else
   `asked` is what was asked, `near` are up to five records with a like name. */
export function answerer(index, { fold, markOn, search }, site) {
  const wordsOf = (text) => fold(text).split(/[^a-z0-9]+/).filter(Boolean)
  const keyOf = (text) => wordsOf(text).join(" ")
  const ids = { products: byId(index.products), producers: byId(index.producers) }
  const names = byName(index.products, keyOf)
  const makers = makersByName(index, keyOf)

  return function answer(text, day) {
    const asked = tidy(text)
    const near = (words, types = ["product", "producer"]) => nearest(words, types, day)
    const kindOf = (product) => ANSWERS[markOn(product, day).status]

    function of(goods) {
      if (goods.length > 1) return { kind: "several", asked, goods, near: [] }
      const [product] = goods
      return { kind: kindOf(product), asked, product, mark: markOn(product, day), near: [] }
    }

    function ofMaker(producer, rest) {
      const goods = [...producer.products].sort((one, other) => one.order - other.order)
      const kinds = goods.map(kindOf)
      const undated = kinds.filter((kind) => kind === "unconfirmed").length
      const rated = kinds.filter((kind) => kind === "recognised").length + undated
      const others = rest ? near(rest, ["product"]).filter((product) => product.producer !== producer) : []
      return { kind: "maker", asked: rest, producer, goods, rated, undated, near: others }
    }

    function ofAddress(address) {
      if (address.names === "check") return answer(address.text, day)
      const record = address.id && ids[address.names].get(address.id)
      if (record) return record.type === "product" ? of([record]) : ofMaker(record, "")
      if (address.names === "elsewhere") return { kind: "elsewhere", asked, near: near(address.text) }
      if (address.id) return { kind: "missing", asked, near: near(address.id.replace(/-/g, " ")) }
      return { kind: "page", asked, near: [] }
    }

    const address = addressIn(asked, site)
    if (address) return ofAddress(address)
    const digits = asked.replace(/[\s-]/g, "")
    if (BARCODE.test(digits)) {
      const goods = index.products.filter(({ gtins }) => gtins.some((code) => bare(code) === bare(digits)))
      return goods.length ? of(goods) : { kind: "barcode", asked: digits, near: [] }
    }
    const id = asked.toLowerCase()
    const collection = ["products", "producers"].find((each) => ids[each].has(id))
    if (collection) return ofAddress({ names: collection, id })
    const goods = named(asked)
    if (goods) return of(goods)
    const found = makerIn(asked)
    if (found) {
      const its = found.rest ? ofThatMaker(found) : null
      return its ? of(its) : ofMaker(found.maker, found.rest)
    }
    return { kind: "unknown", asked, near: near(asked) }
  }

  /* The products that bear a name; with its marks, if one is written so. */
  function named(text) {
    const key = keyOf(text)
    const goods = names.get(key) || names.get(without(key, BESIDE))
    if (!goods) return null
    const exact = goods.filter(({ name, other }) => [name, other].some((each) => each && each.toLowerCase() === text.toLowerCase()))
    return exact.length ? exact : goods
  }

  /* The maker whose name stands in a text, the longest first, and what else stands there. */
  function makerIn(text) {
    const words = placed(text, fold)
    for (let length = Math.min(words.length, LONGEST_NAME); length > 0; length--) {
      for (let first = 0; first + length <= words.length; first++) {
        const last = first + length - 1
        if (words[last + 1] && COUNTRY.includes(`${words[last].word} ${words[last + 1].word}`)) continue
        const maker = makers.get(words.slice(first, last + 1).map(({ word }) => word).join(" "))
        if (maker) return { maker, rest: trimmed(text.slice(0, words[first].from), text.slice(words[last].to)) }
      }
    }
    return null
  }

  function trimmed(before, after) {
    const rest = tidy(`${before} ${after}`).replace(/^[\s,;:.·|()-]+|[\s,;:.·|()-]+$/g, "")
    return without(without(keyOf(rest), BESIDE), BETWEEN) ? rest : ""
  }

  /* The goods of a maker of which one may leave out the maker's name: "khô cá kèo" of Kiều Hạnh. */
  function ofThatMaker({ maker, rest }) {
    const bareNames = (product) => [...namesOf(product)].map(keyOf).map((key) => withoutMaker(key, maker))
    const whole = keyOf(rest)
    for (const key of [whole, without(whole, BESIDE), without(without(whole, BESIDE), BETWEEN)]) {
      const goods = maker.products.filter((product) => bareNames(product).includes(key))
      if (goods.length) return goods
    }
    return null
  }

  function withoutMaker(key, maker) {
    const words = key.split(" ")
    for (let length = words.length - 1; length > 0; length--) {
      for (let first = 0; first + length <= words.length; first++) {
        if (makers.get(words.slice(first, first + length).join(" ")) !== maker) continue
        return [...words.slice(0, first), ...words.slice(first + length)].join(" ")
      }
    }
    return key
  }

  /* Records with a like name: such as hold all words or, failing that, the most of them. */
  function nearest(text, types, day) {
    const found = search(text, { types, day, limit: MOST_NEAR })
    if (found.length) return found.map(({ record }) => record)
    const words = wordsOf(text).slice(0, LONGEST_NAME)
    const tally = new Map()
    for (const word of new Set(words)) {
      for (const { record } of search(word, { types, day })) tally.set(record, (tally.get(record) || 0) + 1)
    }
    const least = Math.min(2, new Set(words).size)
    return [...tally].filter(([, count]) => count >= least).sort((one, other) => other[1] - one[1])
      .slice(0, MOST_NEAR).map(([record]) => record)
  }
}

const without = (key, pattern) => key.replace(pattern, " ").replace(/ +/g, " ").trim()

/* A code of 12 digits is one of 13 without its first nought, one of 14 that of a single pack. */
const bare = (code) => code.replace(/^0+/, "")

function byId(records) {
  const found = new Map()
  for (const record of records) for (const old of record.formerly) found.set(old, record)
  for (const record of records) found.set(record.id, record)
  return found
}

/* Both names, and each without what stands in brackets: "Chả cá thát lát (Hồng Dân)". */
function* namesOf({ name, other }) {
  for (const each of [name, other]) {
    if (each) yield each
    if (each && each.includes("(")) yield each.replace(/\([^)]*\)/g, " ")
  }
}

function byName(products, keyOf) {
  const found = new Map()
  for (const product of products) {
    for (const key of new Set([...namesOf(product)].map(keyOf))) found.set(key, [...(found.get(key) || []), product])
  }
  return found
}

/* The makers by every name that is theirs alone. Vietnamese names end with what tells them apart, so that "Hùng Nhi" is the
   workshop "Cơ sở yến sào cao cấp Hùng Nhi"; two words at least, and not those of a place or of a kind of goods. */
function makersByName({ producers, districts, communes, kinds }, keyOf) {
  const places = [...districts, ...communes].map(({ id }) => id.replace(/-/g, " "))
  const common = new Set([...COUNTRY, ...places, ...kinds.flatMap(({ name, also }) => [name, ...also]).map(keyOf)])
  const whole = new Map()
  const ends = new Map()
  const claim = (names, key, maker) => names.set(key, names.has(key) && names.get(key) !== maker ? null : maker)
  for (const maker of producers) {
    const written = [maker, ...maker.also.map((name) => ({ name }))].flatMap((each) => [...namesOf(each)])
    for (const name of new Set(written)) {
      const key = keyOf(name)
      if (common.has(key)) continue
      claim(whole, key, maker)
      const words = name.includes("(") ? [] : key.split(" ")
      for (let first = 1; first <= words.length - 2; first++) {
        const end = words.slice(first).join(" ")
        if (!common.has(end)) claim(ends, end, maker)
      }
    }
  }
  return new Map([...ends, ...whole])
}

/* The words of a text, folded, with their places in it. */
function placed(text, fold) {
  return [...text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)]
    .map(({ 0: written, index }) => ({ word: fold(written), from: index, to: index + written.length }))
    .filter(({ word }) => /^[a-z0-9]+$/.test(word))
}
