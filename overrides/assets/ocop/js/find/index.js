/* The index of one language: fetched once, and unfolded from the terse form that `ocop.site.compose.finder` writes. */

const opened = new Map()

/* Give the index at an address; whoever asks again gets the same one. After a failure the next call tries anew. */
export function open(url) {
  const whole = new URL(url, location.href).href
  if (!opened.has(whole)) {
    const index = load(whole)
    opened.set(whole, index)
    index.catch(() => opened.delete(whole))
  }
  return opened.get(whole)
}

async function load(url) {
  const answer = await fetch(url)
  if (!answer.ok) throw new Error(`${url}: ${answer.status}`)
  return unfold(await answer.json(), new URL("../../", url).href)
}

/* Give the index with records that know each other. Addresses are relative to `root`. */
export function unfold(told, root) {
  const { built, lang, words, folders } = told
  const index = { root, built, lang, words }
  const addressOf = (folder, id) => `${folders[folder]}${id}/`
  index.groups = told.groups.map(([id, name, other]) => ({ type: "group", id, name, lang, other, address: addressOf("kinds", id) }))
  index.kinds = told.kinds.map(([id, group, name, icon, pane, also]) => (
    { type: "kind", id, name, lang, also, address: addressOf("kinds", id), group: index.groups[group], icon, pane, products: [] }
  ))
  index.districts = told.districts.map(([id, name, other]) => (
    { type: "district", id, name, lang, other, address: addressOf("districts", id), communes: [], products: [] }
  ))
  index.communes = told.communes.map(([place, id, name, now]) => {
    const district = index.districts[place]
    const commune = { type: "commune", id, name, lang, now, district, address: `${district.address}#${id}`, products: [] }
    district.communes.push(commune)
    return commune
  })
  const marks = told.marks.map(([status, stars, label, spoken, state]) => ({ status, stars, label, spoken, state }))
  const standings = told.standings.map((table) => table.map(([until, mark]) => ({ until, mark: marks[mark] })))
  const promotions = told.promotions.map(([from, until, title]) => ({ from, until, title }))
  const types = told.types.map(([id, name]) => ({ id, name }))
  const at = (table, place) => (place < 0 ? null : table[place])
  const named = (name, other) => ({ name, lang: lang === "en" && !other ? "vi" : lang, other })

  index.countries = told.countries
  index.producers = rows(told.producers, (each) => ({
    type: "producer", id: each.id, ...named(each.name, each.other), also: each.also, address: addressOf("producers", each.id),
    producerType: at(types, each.type), district: at(index.districts, each.district), commune: at(index.communes, each.commune),
    formerly: each.formerly, products: [],
  }))
  index.points = rows(told.points, (each) => ({
    type: "point", id: each.id, ...named(each.name, each.other), address: addressOf("sales-points", each.id),
    district: at(index.districts, each.district), place: each.place,
  }))
  index.products = rows(told.products, (each, order) => ({
    type: "product", id: each.id, ...named(each.name, each.other), address: addressOf("products", each.id),
    kind: index.kinds[each.kind], producer: at(index.producers, each.producer), district: at(index.districts, each.district),
    commune: at(index.communes, each.commune), standings: standings[each.standing], order, promoted: at(promotions, each.promotion),
    photo: each.photo ? photo(each.photo) : null, season: each.season,
    certificates: each.certificates.map(([scheme, until]) => ({ ...told.schemes[scheme], until })),
    markets: each.markets, price: each.price || null, formerly: each.formerly, gtins: each.gtins,
  }))
  for (const product of index.products) {
    for (const holder of [product.kind, product.producer, product.district, product.commune]) if (holder) holder.products.push(product)
  }
  return index
}

const photo = ([address, width, height, colour]) => ({ address, width, height, colour: colour || null })

/* Turn columns into records. */
function rows(columns, record) {
  const names = Object.keys(columns)
  const count = names.length ? columns[names[0]].length : 0
  return Array.from({ length: count }, (_, place) => {
    const row = {}
    for (const name of names) row[name] = columns[name][place]
    return record(row, place)
  })
}

/* Give the index with what search does without and filters or the check of a code need: a product's `season`, `certificates`,
   `markets`, `price`, `formerly` and `gtins`, a producer's `formerly`. Until then these are empty. */
export const complete = (index) => Promise.resolve(index)
