/* Makes records that know each other of the terse form that `ocop.site.compose.finder` writes. */

import { ids, lines, listed, names, otherNames, places } from "./columns.js"

const DAY = 24 * 60 * 60 * 1000

/* Give the index; addresses in it are relative to `root`. */
export function unfold(told, root) {
  const { built, lang, words, folders, alike } = told
  const named = (type, id, name, other) => ({ type, id, name, lang: lang === "en" && !other ? "vi" : lang, other })
  const own = (type, id, name, other) => ({ type, id, name, lang, other })
  const addressOf = (folder, id) => `${folders[folder]}${id}/`

  const groups = told.groups.map(([id, name, other]) => ({ ...named("group", id, name, other), address: addressOf("kinds", id) }))
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
  function where(place) {
    const commune = communes[place] || null
    return { district: commune ? commune.district : districts[place - communes.length] || null, commune }
  }
  const types = told.types.map(([id, name]) => ({ id, name }))
  const promotions = told.promotions.map(([from, until, title]) => ({ from, until, title }))

  const producers = makers(told.producers, (each) => ({
    ...named("producer", each.id, each.name, each.other), also: each.also, address: addressOf("producers", each.id),
    producerType: types[each.type] || null, ...where(each.place), certificates: [], withdrawn: null, formerly: [], products: [],
  }))
  const points = shops(told.points, (each) => ({
    ...named("point", each.id, each.name, each.other), address: addressOf("sales-points", each.id), ...where(each.place), where: each.where,
  }))
  const standingsOf = standings(told)
  const products = goods(told.products, (each, order) => ({
    ...named("product", each.id, each.name, each.other), address: addressOf("products", each.id), kind: kinds[each.kind],
    producer: producers[each.producer] || null, ...where(each.place), standings: standingsOf(each.pattern, each.date, each.further),
    order, promoted: promotions[each.promotion] || null, photo: photo(`${told.photos}${each.id}/`, each.photo),
    season: [], certificates: [], markets: [], price: null, formerly: [], gtins: [],
  }))
  for (const producer of producers) join(producer, "producers", producer.district, producer.commune)
  for (const product of products) join(product, "products", product.kind, product.producer, product.district, product.commune)
  return { root, built, lang, words, alike, groups, kinds, districts, communes, producers, points, products, countries: {} }
}

function join(record, among, ...holders) {
  for (const holder of holders) if (holder) holder[among].push(record)
}

const photo = (folder, file) => (file ? { address: folder + file[0], width: file[1], height: file[2], colour: file[3] || null } : null)

/* ------------------------------------------------------------------------------------------- columns */

function makers(told, record) {
  const name = names(told.name)
  const columns = { name, other: otherNames(told.other, name), id: ids(told.id, name), type: places(told.type), place: places(told.place) }
  const also = otherNames(told.also, name)
  return rows(columns, (each, row) => record({ ...each, also: also[row] ? also[row].split("\t") : [] }))
}

function shops(told, record) {
  const name = names(told.name)
  return rows({ name, other: otherNames(told.other, name), id: ids(told.id, name), place: places(told.place), where: lines(told.where) }, record)
}

function goods(told, record) {
  const name = names(told.name)
  const columns = { name, other: otherNames(told.other, name), id: ids(told.id, name) }
  for (const each of ["kind", "producer", "place", "pattern", "date", "promotion"]) columns[each] = places(told[each])
  return rows(columns, (each, row) => record({ ...each, further: told.further[row] || [], photo: told.photo[row] }, row))
}

/* An empty column is one empty line all the same: places are what tells how many rows there are. */
function rows(columns, record) {
  const fields = Object.keys(columns)
  return columns.place.map((_, row) => {
    const each = {}
    for (const field of fields) each[field] = columns[field][row]
    return record(each, row)
  })
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
  return (pattern, date, further) =>
    further.reduce((way, [next, its]) => way.concat(stretch(next, its)), stretch(pattern, date))
}

/* --------------------------------------------------------------------------------------------- parts */

/* Fill in what filters need. */
export function fillFacts(index, told) {
  const schemes = told.schemes.map(([scheme, name]) => ({ scheme, name }))
  const [price, season, markets] = [lines(told.price), listed(told.season), listed(told.markets)]
  const [certificates, makers] = [listed(told.certificates), listed(told.makers)]
  const certificate = (each) => {
    const [place, until] = each.split(" ")
    return { ...schemes[place], until }
  }
  index.products.forEach((product, row) => {
    product.price = +price[row] || null
    product.season = season[row].map(Number)
    product.markets = markets[row]
    product.certificates = certificates[row].map(certificate)
  })
  index.producers.forEach((producer, row) => {
    producer.certificates = makers[row].map(certificate)
    const [text, after] = told.withdrawn[row] || []
    producer.withdrawn = text ? { text, after } : null
  })
  index.countries = told.countries
}

/* Fill in what the check of a code needs. */
export function fillCodes(index, told) {
  const [products, gtins, producers] = [listed(told.products), listed(told.gtins), listed(told.producers)]
  index.products.forEach((product, row) => Object.assign(product, { formerly: products[row], gtins: gtins[row] }))
  index.producers.forEach((producer, row) => (producer.formerly = producers[row]))
}
