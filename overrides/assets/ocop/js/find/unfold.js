/* Makes records that know each other of the terse form that `ocop.site.compose.finder` writes. */

import { ids, lines, listed, names, otherNames, places } from "./columns.js"

const DAY = 24 * 60 * 60 * 1000
const NOTHING = Object.freeze([])

/* Give the index; addresses in it are relative to `root`. */
export function unfold(told, root) {
  const { built, lang, words, folders, alike } = told
  const langOf = (other) => (lang === "en" && !other ? "vi" : lang)
  const own = (type, id, name, other) => ({ type, id, name, lang, other })
  const addressOf = (folder, id) => `${folders[folder]}${id}/`

  const groups = told.groups.map(([id, name, other]) => ({ type: "group", id, name, lang: langOf(other), other, address: addressOf("kinds", id) }))
  const kinds = told.kinds.map(([id, group, name, icon, pane, called, also]) => ({
    ...own("kind", id, name, ""), address: addressOf("kinds", id), group: groups[group], icon, pane, called, also, products: [],
  }))
  const districts = told.districts.map(([id, name, other, short]) => ({
    ...own("district", id, name, other), short, address: addressOf("districts", id), communes: [], products: [], producers: [],
  }))
  const communes = told.communes.map(([place, id, name, now, unit, province, page]) => {
    const district = districts[place]
    const address = `${district.address}${page}#${id}`
    const commune = { ...own("commune", id, name, ""), district, now, unit, province: told.provinces[province] || "", address, products: [], producers: [] }
    district.communes.push(commune)
    return commune
  })
  /* A place is a commune or, where no source names one, a district. */
  const communeAt = (place) => communes[place] || null
  const districtAt = (place) => (communes[place] ? communes[place].district : districts[place - communes.length] || null)
  const types = told.types.map(([id, name]) => ({ id, name }))
  const promotions = told.promotions.map(([from, until, title]) => ({ from, until, title }))
  const standingsOf = standings(told)

  const makers = columns(told.producers, ["type", "place"])
  const also = otherNames(told.producers.also, makers.name)
  const producers = makers.id.map((id, row) => ({
    type: "producer", id, name: makers.name[row], lang: langOf(makers.other[row]), other: makers.other[row],
    also: also[row] ? also[row].split("\t") : [], address: addressOf("producers", id), producerType: types[makers.type[row]] || null,
    district: districtAt(makers.place[row]), commune: communeAt(makers.place[row]), certificates: NOTHING, offer: "",
    withdrawn: null, formerly: NOTHING, products: [],
  }))
  const shops = columns(told.points, ["place"])
  const where = lines(told.points.where)
  const points = shops.id.map((id, row) => ({
    type: "point", id, name: shops.name[row], lang: langOf(shops.other[row]), other: shops.other[row],
    address: addressOf("sales-points", id), district: districtAt(shops.place[row]), commune: communeAt(shops.place[row]), where: where[row],
  }))
  const { further, photo } = told.products
  const goods = columns(told.products, ["kind", "producer", "place", "pattern", "date", "promotion"])
  const products = goods.id.map((id, row) => ({
    type: "product", id, name: goods.name[row], lang: langOf(goods.other[row]), other: goods.other[row],
    address: addressOf("products", id), kind: kinds[goods.kind[row]], producer: producers[goods.producer[row]] || null,
    district: districtAt(goods.place[row]), commune: communeAt(goods.place[row]),
    standings: standingsOf(goods.pattern[row], goods.date[row], further[row]), order: row,
    promoted: promotions[goods.promotion[row]] || null, photo: photo[row] ? photoOf(`${told.photos}${id}/`, photo[row]) : null,
    season: NOTHING, certificates: NOTHING, markets: NOTHING, price: null, output: null, label: false, formerly: NOTHING, gtins: NOTHING,
  }))
  for (const producer of producers) join(producer, "producers", producer.district, producer.commune)
  for (const product of products) join(product, "products", product.kind, product.producer, product.district, product.commune)
  return { root, built, lang, words, folders, alike, groups, kinds, districts, communes, producers, points, products, countries: {}, sums: {} }
}

function join(record, among, ...holders) {
  for (const holder of holders) if (holder) holder[among].push(record)
}

const photoOf = (folder, [file, width, height, colour]) => ({ address: folder + file, width, height, colour: colour || null })

/* How many rows there are, places tell: a column of no names is an empty line all the same. */
function columns(told, tables) {
  const found = {}
  for (const table of tables) found[table] = places(told[table])
  found.name = names(told.name)
  found.other = otherNames(told.other, found.name)
  found.id = ids(told.id, found.name).slice(0, found.place.length)
  return found
}

/* ----------------------------------------------------------------------------------------- standings */

/* Give a function that fills a date into a pattern; products that stand alike share what it gives. */
function standings({ marks, patterns, dates }) {
  const said = lines(dates.said)
  const made = new Map()

  function stretch(pattern, date) {
    const key = `${pattern} ${date}`
    if (!made.has(key)) made.set(key, patterns[pattern].map(([mark, days]) => ({ until: day(date, days), mark: filled(mark, date) })))
    return made.get(key)
  }
  const day = (date, days) => (days === null ? "" : new Date((dates.days[date] + days) * DAY).toISOString().slice(0, 10))

  function filled(place, date) {
    const key = `${place}@${date}`
    const [status, stars, label, spoken, state] = marks[place]
    if (!made.has(key)) made.set(key, { status, stars: stars || null, label, spoken, state: state.replace("@", () => said[date]) })
    return made.get(key)
  }
  return (pattern, date, further = []) =>
    further.reduce((way, [next, its]) => way.concat(stretch(next, its)), stretch(pattern, date))
}

/* --------------------------------------------------------------------------------------------- parts */

/* Fill in what filters need. */
export function fillFacts(index, told) {
  const schemes = told.schemes.map(([scheme, name]) => ({ scheme, name }))
  const [price, season, markets] = [lines(told.price), listed(told.season), listed(told.markets)]
  const [output, label, offers] = [lines(told.output), lines(told.label), lines(told.offers)]
  const [certificates, makers] = [listed(told.certificates), listed(told.makers)]
  const certificate = (each) => {
    const [place, until] = each.split(" ")
    return { ...schemes[place], until }
  }
  index.products.forEach((product, row) => {
    product.price = +price[row] || null
    product.season = season[row].map(Number)
    product.markets = markets[row]
    product.output = outputOf(output[row])
    product.label = Boolean(label[row])
    product.certificates = certificates[row].map(certificate)
  })
  index.producers.forEach((producer, row) => {
    producer.certificates = makers[row].map(certificate)
    producer.offer = offers[row]
    const [text, after] = told.withdrawn[row] || []
    producer.withdrawn = text ? { text, after } : null
  })
  index.countries = told.countries
  index.sums = told.sums
}

/* So much, and to which sum it is added. */
function outputOf(line) {
  const [many, ...of] = line.split(" ")
  return line ? { many: +many, of: of.join(" ") } : null
}

/* Fill in what the check of a code needs. */
export function fillCodes(index, told) {
  const [products, gtins, producers] = [listed(told.products), listed(told.gtins), listed(told.producers)]
  index.products.forEach((product, row) => Object.assign(product, { formerly: products[row], gtins: gtins[row] }))
  index.producers.forEach((producer, row) => (producer.formerly = producers[row]))
}
