/* What is listed, as a table for a spreadsheet. */

import { csv } from "../list/sheet.js"
import { TYPES, save } from "../list/taking.js"
import { linkTo, make, say } from "./dom.js"
import { goodsOn, validOn } from "./shipping.js"
import { markOn } from "./standing.js"

/* A button that saves records as they stand on a day. */
export const saveButton = (records, on) =>
  make("button", { class: "link", type: "button", click: () => save(csv(table(records, on)), `ocop-${on.what}-${on.day}.csv`, TYPES.csv) }, say(on.index, "save"))

function table(records, on) {
  const rows = records.map((record) => ({ ...common(record, on), ...(on.what === "producers" ? maker : goods)(record, on), url: linkTo(on.index, record.address), day: on.day }))
  return [Object.keys(rows[0]), ...rows.map((row) => Object.values(row).map((cell) => cell || ""))]
}

const common = ({ id, name, district, commune }) =>
  ({ id, name, district_name: district && district.name, commune_name: commune && commune.name, commune_now: commune && commune.now })

function goods(product, { index, day }) {
  const { kind, producer, certificates, markets } = product
  return { kind_name: kind.name, producer_name: producer && producer.name, ...rating(product, day), certifications: schemes(certificates, day), export_markets: markets.map((code) => index.countries[code]).join("; ") }
}

function maker(producer, on) {
  const { producerType, certificates, offer } = producer
  const made = goodsOn(producer, on)
  return { type: producerType && producerType.name, products: made.map(({ name }) => name).join("; "), certifications: schemes([certificates, ...made.map((each) => each.certificates)].flat(), on.day), offer }
}

function rating(product, day) {
  const { stars, status, state } = markOn(product, day)
  return { stars, rating_status: status, rating: state }
}

const schemes = (certificates, day) => [...new Set(validOn(certificates, day).map(({ name }) => name))].join("; ")
