/* The goods of the list, each with what is wanted of it. */

import { dayIn } from "../find/days.js"
import { linkTo, make } from "../find/dom.js"
import { mark, said } from "../find/rows.js"
import { textOf } from "./compare.js"
import { markOn } from "../find/standing.js"
import { amountIn, numberIn } from "./letters.js"
import { OVER, VALID, certificatesOn, ratingOn } from "./standing.js"
import { LONGEST } from "./state.js"
import { certificateText, lang, say, told } from "./told.js"

const SIGNS = { [VALID]: "✓", [OVER]: "✕", unknown: "?" }
const MASS = { g: 0.001, kg: 1, t: 1000 }
const VOLUME = { ml: 0.001, l: 1 }

/* Give the element of a row and what brings it up to date. `does` are {change(id, values), remove(id)}. */
export function rowOf(row, { knows, day }, does) {
  const { product, wants } = row
  const { id } = wants
  const doubts = make("div", { class: "doubts" })
  const head = make("div", null,
    make("h3", null, make("a", { href: linkTo(knows.index, product.address) }, said(product.name, product, knows.index))),
    make("p", { class: "by" }, by(product, knows.index)),
    make("p", { class: "r" }, mark(markOn(product, day))),
    doubts)
  const which = make("span", { class: "sr" }, ` ${product.name}`)
  const remove = make("button", { type: "button", class: "plain", click: () => does.remove(id) }, say("remove"), which)
  const element = make("li", { class: "want", "data-id": id }, head,
    make("div", { class: "fields" }, fields(wants, knows.trade(id), (values) => does.change(id, values)), remove))

  /* Say what speaks against the day or the amount. */
  function refresh(state) {
    const now = state.goods.find((each) => each.id === id)
    if (!now) return
    doubts.textContent = ""
    doubts.append(...onShipDay(row, state.ship), ...against(now, state.ship, knows.trade(id), day).map((text) => make("p", { class: "doubt" }, text)))
  }
  return { element, refresh }
}

function by({ producer, district, commune }, index) {
  const place = commune ? `${commune.name}, ${district.short}` : district ? district.short : say("no_place")
  return [producer ? said(producer.name, producer, index) : say("no_maker"), ` · ${place}`]
}

/* ------------------------------------------------------------------------------------------------- what is wanted */

function fields(wants, trade, change) {
  const packs = `packs-${wants.id}`
  const known = trade.packs || []
  const own = wants.unit || trade.unit || told.unit
  const unit = make("select", null, Object.entries(told.units).map(([id, said]) => make("option", { value: id, selected: id === own }, said[lang])))
  const quantity = make("input", { type: "number", min: 0, step: "any", inputmode: "decimal", max: 999999999, value: wants.quantity })
  const offer = known.length ? { list: packs } : { placeholder: say("pack_hint") }
  const pack = make("input", { type: "text", maxlength: LONGEST.pack, value: wants.pack, ...offer })
  const date = make("input", { type: "date", value: wants.date })
  const note = make("input", { type: "text", maxlength: LONGEST.note, value: wants.note })

  /* A field with its name; one that is empty is not printed. */
  function field(key, input, values, className = "") {
    const label = make("label", { class: className }, make("span", null, say(key)), input)
    const mark = () => label.classList.toggle("blank", !input.value)
    input.addEventListener("input", () => {
      mark()
      change(values())
    })
    mark()
    return label
  }

  const amount = () => ({ quantity: plain(quantity.value), unit: plain(quantity.value) && unit.value })
  return [
    make("div", { class: "amount" }, field("quantity", quantity, amount), field("unit", unit, amount)),
    field("pack", pack, () => ({ pack: pack.value })),
    known.length > 0 && make("datalist", { id: packs }, known.map((size) => make("option", { value: size }))),
    field("date", date, () => ({ date: date.value })),
    field("note", note, () => ({ note: note.value }), "note-field"),
  ]
}

/* A number as the address has it: no more than three places behind the point, no exponent. */
const plain = (text) => (Number(text) > 0 ? String(Math.round(Number(text) * 1000) / 1000) : "")

/* ---------------------------------------------------------------------------------------- what speaks against it */

/* How the rating and the certificates stand on the ship date. */
function onShipDay({ product, certificates }, ship) {
  if (!ship) return []
  const { mark: its, stands } = ratingOn(product, ship)
  const verdict = say(`rating_${stands}`, { day: dayIn(lang, ship), state: textOf(its) })
  return [{ text: verdict, stands }, ...certificatesOn(certificates, ship).map((each) => ({ text: certificateText(each), stands: each.stands }))]
    .map((each) => make("p", { class: `is-${each.stands}` }, make("span", { "aria-hidden": "true" }, SIGNS[each.stands]), ` ${each.text}`))
}

/* Give sentences about an amount below what the maker takes, and a day sooner than it delivers. */
function against({ quantity, unit, date }, ship, { least, lead }, day) {
  const found = []
  if (least && quantity && isBelow(Number(quantity), unit, least)) {
    found.push(say("too_little", { least: amountIn(lang, { quantity: least[0], unit: least[1] }, told.units) }))
  }
  const by = date || ship
  if (lead && by && (Date.parse(by) - Date.parse(day)) / 86400000 < lead) found.push(say("too_soon", { days: numberIn(lang, lead) }))
  return found
}

/* Amounts are compared where they are of one sort. */
function isBelow(quantity, unit, [least, its]) {
  for (const scale of [MASS, VOLUME, { [its]: 1 }]) {
    if (scale[unit] && scale[its]) return quantity * scale[unit] < least * scale[its]
  }
  return false
}
