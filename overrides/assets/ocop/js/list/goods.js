/* What the list knows of its goods: the index of the search for names and standings, and a file of its own for what buyers
   ask, both made by Python and asked for once there is a list to show. */

import { complete, open } from "../find/index.js"

/* A line is a text, or one that is true until the end of a day and what is true then: [text, until, then]. */
export const lineOn = (line, day) => (Array.isArray(line) ? line[!line[1] || line[1] >= day ? 0 : 2] : line)

let loading = null

/* Give what is known of all goods; after a failure whoever asks next tries anew. */
export function knowledge(index, trade) {
  if (!loading) {
    loading = load(index, trade)
    loading.catch(() => { loading = null })
  }
  return loading
}

async function load(address, trade) {
  const [index, told] = await Promise.all([open(address), read(trade)])
  const products = new Map(index.products.map((product) => [product.id, product]))
  const makers = new Map(index.producers.map((producer) => [producer.id, told.makers[producer.id] || {}]))
  return {
    index,
    labels: told.labels,
    product: (id) => products.get(id) || null,
    maker: (id) => makers.get(id) || {},
    trade: (id) => told.goods[id] || {},
    /* Give the id that a product has today, where it had another once. */
    async renamed(id) {
      await complete(index, "codes")
      const found = index.products.find(({ formerly }) => formerly.includes(id))
      return found ? found.id : ""
    },
  }
}

async function read(url) {
  const answer = await fetch(url)
  if (!answer.ok) throw new Error(`${url}: ${answer.status}`)
  return answer.json()
}
