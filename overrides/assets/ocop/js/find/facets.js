/* The filters: one entry each. `of` gives the choices that a record belongs to on a day, one of shipping if `ship` is told; `id` is its name in the address,
   the same in both languages, and `facet_<id>` its heading. A `flag` is a filter with one choice. Choices stand in `order`,
   or those with most records first. */

import { say } from "./dom.js"
import { fold } from "./fold.js"
import { inside } from "./hits.js"
import { inOrder } from "./rows.js"
import { goodsOn, validOn } from "./shipping.js"
import { markOn } from "./standing.js"

const STATUSES = ["holding", "unconfirmed", "ended", "none", "withdrawn"]
const UNKNOWN = "chua-ro"

export const FACETS = {
  products: [
    { id: "stars", of: stars, order: downwards },
    { id: "standing", of: standing, order: byStatus },
    { id: "kind", of: ({ kind }) => [choice(kind.id, kind.name)] },
    { id: "group", of: ({ kind: { group } }) => [choice(group.id, group.name)] },
    { id: "district", of: district },
    { id: "commune", of: commune },
    { id: "now", of: now },
    { id: "producer", of: ({ producer }) => (producer ? [choice(producer.id, producer.name)] : []) },
    { id: "type", of: ({ producer }) => (producer ? type(producer) : []) },
    { id: "cert", of: certificates },
    { id: "market", of: markets },
    { id: "season", of: inSeason, flag: true },
    { id: "price", of: ({ price }, { index }) => (price === null ? [] : [choice("1", say(index, "has_price"))]), flag: true },
    { id: "output", of: stating("output"), flag: true },
    { id: "label", of: stating("label"), flag: true },
  ],
  producers: [
    { id: "kind", of: ofGoods(({ kind }) => [choice(kind.id, kind.name)]) },
    { id: "stars", of: ofBest(stars), order: downwards },
    { id: "standing", of: ofBest(standing), order: byStatus },
    { id: "district", of: district },
    { id: "commune", of: commune },
    { id: "now", of: now },
    { id: "type", of: type },
    { id: "cert", of: (producer, on) => [...certificates(producer, on), ...ofGoods(certificates)(producer, on)] },
    { id: "market", of: ofGoods(markets) },
    { id: "output", of: ofGoods(stating("output")), flag: true },
    { id: "label", of: ofGoods(stating("label")), flag: true },
  ],
}

const choice = (value, label, detail = "") => ({ value: String(value), label, detail })

function stars(product, { index, day }) {
  const mark = markOn(product, day)
  if (mark.stars) return [choice(mark.stars, mark.label)]
  return ["holding", "unconfirmed"].includes(mark.status) ? [choice(UNKNOWN, say(index, "stars_unknown"))] : []
}

function standing(product, { index, day }) {
  const { status } = markOn(product, day)
  return [choice(status, say(index, `standing_${status}`))]
}

/* More stars first; those that nobody states, last. */
function downwards(one, other) {
  const stars = ({ value }) => (value === UNKNOWN ? 0 : Number(value))
  return stars(other) - stars(one)
}

function byStatus(one, other) {
  return STATUSES.indexOf(one.value) - STATUSES.indexOf(other.value)
}

function district(record, { index }) {
  const { district: place } = record
  return [place ? choice(place.id, place.short) : choice(UNKNOWN, say(index, "no_place"))]
}

/* A commune's id is its own within its district alone. */
function commune({ commune: place }, { index }) {
  if (!place) return []
  return [choice(`${place.district.id}.${place.id}`, place.name, place.now && say(index, "now", { name: inside(place.now, index) }))]
}

function now({ commune: place }) {
  return place && place.now ? [choice(place.unit, place.now)] : []
}

function type({ producerType }) {
  return producerType ? [choice(producerType.id, producerType.name)] : []
}

function certificates({ certificates: held }, { day }) {
  return validOn(held, day).map(({ scheme, name }) => choice(slug(scheme), name))
}

function markets({ markets: codes }, { index }) {
  return codes.map((code) => choice(code, index.countries[code]))
}

/* Only what is sold in some months has a season to be in. */
function inSeason({ season }, { index, day }) {
  return season.includes(Number(day.slice(5, 7))) ? [choice("now", say(index, "in_season"))] : []
}

/* What a product's record states to buyers. */
function stating(what) {
  return ({ [what]: stated }, { index }) => (stated ? [choice("1", say(index, `states_${what}`))] : [])
}

function ofGoods(of) {
  return (producer, on) => goodsOn(producer, on).flatMap((product) => of(product, on))
}

/* What a producer's best product is. */
function ofBest(of) {
  return (producer, on) => inOrder(goodsOn(producer, on), on.day).slice(0, 1).flatMap((product) => of(product, on))
}

const slug = (text) => fold(text).replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "")
