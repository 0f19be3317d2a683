/* Rows of what was found, in the markup of parts/row.html and parts/mark.html. */

import { counted, draw, linkTo, make, say } from "./dom.js"
import { goodsOn, isRated, validOn } from "./shipping.js"
import { markOn } from "./standing.js"
import { ensureDrawing, ensureStars } from "./symbols.js"

/* Put products in a list, with names as headings of a level, as they stand on a day: `today`, or if `ship` is told that of
   shipping. With `drawings` each has a picture, as in a listing of several kinds. */
export function productRows(products, { level = 3, drawings = false, ...on }) {
  const pictured = drawings || products.some(({ photo }) => photo)
  return list(products.map((product) => productRow(product, { ...on, level, pictured })))
}

/* Put producers in a list. */
export const producerRows = (producers, on) => list(producers.map((each) => producerRow(each, on)))

const list = (rows) => make("ul", { class: rows.length > 1 ? "rows duo" : "rows" }, rows)

function productRow(product, { index, level, pictured, ...on }) {
  const { producer, district } = product
  const maker = producer ? producer.name : say(index, "no_maker")
  const by = `${maker} · ${district ? district.short : say(index, "no_place")}`
  return make("li", { class: pictured ? "row pic" : "row" },
    pictured && (product.photo ? thumbnail(product, index) : drawn(product.kind, index)),
    title(product, index, level),
    make("p", { class: "by" }, said(by, producer || index, index)),
    standing(product, { index, ...on }),
    isLifted(product, on.today || on.day) && make("span", { class: "promo" }, say(index, "promoted"), make("span", { class: "sr" }, `: ${product.promoted.title}`)),
  )
}

/* The mark on a day. What is shipped on a day up to which nobody knows the rating to last says so. */
function standing(product, { index, day, ship }) {
  const its = markOn(product, day)
  const doubt = ship && its.status === "unconfirmed"
  return make("p", { class: "r" }, mark(its), doubt && [" ", make("span", { class: "state" }, say(index, "end_unknown"))])
}

function producerRow(producer, { index, day, ship }) {
  const { producerType, district, withdrawn, offer } = producer
  const products = goodsOn(producer, { day, ship })
  const by = [producerType && producerType.name, district ? district.short : say(index, "no_place")]
  const best = inOrder(products, day).find((product) => isRated(product, day))
  const goods = products.length ? say(index, "of_kinds", { goods: counted(index, "products", products.length), kinds: kindsOf(products, index) }) : ""
  const certified = certifiedOn(producer, day)
  return make("li", { class: "row" },
    title(producer, index, 3),
    make("p", { class: "by" }, by.filter(Boolean).join(" · ")),
    withdrawn && withdrawn.after < day && make("p", { class: "r" }, make("span", { class: "rate ended" }, make("b", null, withdrawn.text))),
    goods && make("p", { class: "by" }, best && products.length > 1 ? say(index, "best_of", { goods }) : goods),
    best && standing(best, { index, day, ship }),
    certified && make("p", { class: "by" }, say(index, "certified", { names: certified })),
    offer && make("p", { class: "by" }, offer),
  )
}

/* In the order of the table of kinds. */
const kindsOf = (products, { kinds }) =>
  kinds.filter((kind) => products.some((each) => each.kind === kind)).map(({ name }) => name.charAt(0).toLowerCase() + name.slice(1)).join(", ")

/* The certificates of a producer and of its goods, but for those that have left the programme or will. */
function certifiedOn({ certificates, products }, day) {
  const offered = products.filter(({ standings }) => standings.every(({ mark: { status } }) => status !== "withdrawn"))
  const names = validOn([certificates, ...offered.map((each) => each.certificates)].flat(), day).map(({ name }) => name)
  return [...new Set(names)].sort().join(", ")
}

/* A text of a record, with its language where that is not the page's. */
export const said = (text, { lang }, index) => (lang === index.lang ? text : make("span", { lang }, text))

const title = (record, index, level) =>
  make(`h${level}`, null, make("a", { href: linkTo(index, record.address) }, said(record.name, record, index)))

/* The star mark. The word for a screen reader goes behind the number. */
export function mark({ status, stars, label, spoken, state }) {
  const [first, ...rest] = label.split(" ")
  const words = spoken ? [first, make("span", { class: "sr" }, ` ${spoken}`), ` ${rest.join(" ")}`] : [label]
  const rate = make("span", { class: `rate ${status}` }, make("b", null, words))
  if (stars) {
    ensureStars(stars)
    rate.prepend(draw("svg", { viewBox: "0 0 116 24", "aria-hidden": "true" }, draw("use", { href: `#s${stars}` })))
  }
  return state ? [rate, " ", make("span", { class: "state" }, state)] : [rate]
}

function thumbnail({ photo, kind }, index) {
  const { width, height, colour } = photo
  const pane = make("picture", { class: `pane ${kind.pane}` },
    make("img", { src: linkTo(index, photo.address), width, height, alt: "", loading: "lazy", decoding: "async" }))
  if (colour) pane.style.background = colour
  return pane
}

function drawn(kind, index) {
  ensureDrawing(kind, linkTo(index, kind.address))
  return make("div", { class: `pane ${kind.pane}` },
    draw("svg", { viewBox: "0 0 240 180", "aria-hidden": "true" }, draw("use", { href: `#a-${kind.icon}` })))
}

/* A campaign lifts what is or was rated, while it lasts. */
function isLifted(product, day) {
  const { promoted } = product
  if (!promoted || (promoted.from && promoted.from > day) || (promoted.until && promoted.until < day)) return false
  return isRated(product, day) || markOn(product, day).status === "ended"
}

const STATUSES = ["holding", "unconfirmed", "ended", "none", "withdrawn"]

/* Put products in the order of listings: higher stars first, holding before unconfirmed, then as they were on the day of
   the build. */
export function inOrder(products, day) {
  const place = (product) => {
    const { stars, status } = markOn(product, day)
    return [-(stars || 0), STATUSES.indexOf(status), product.order]
  }
  const placed = products.map((product) => ({ product, place: place(product) }))
  placed.sort(({ place: one }, { place: other }) => one[0] - other[0] || one[1] - other[1] || one[2] - other[2])
  return placed.map(({ product }) => product)
}
