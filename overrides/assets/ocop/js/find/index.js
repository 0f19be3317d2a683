/* The index of one language: fetched once, when somebody searches. */

import { fillCodes, fillFacts, unfold } from "./unfold.js"

const FILL = { facts: fillFacts, codes: fillCodes }

const opened = new Map()
const parts = new WeakMap()

/* Give what is promised under a key; who asks again gets the same, but after a failure it is tried anew. */
function once(kept, key, make) {
  if (!kept.has(key)) {
    const made = make()
    kept.set(key, made)
    made.catch(() => kept.delete(key))
  }
  return kept.get(key)
}

async function read(url) {
  const answer = await fetch(url)
  if (!answer.ok) throw new Error(`${url}: ${answer.status} ${answer.statusText}`)
  try {
    return await answer.json()
  } catch (fault) {
    throw new Error(`${url}: ${fault.message}`)
  }
}

/* Give the index at an address. It rejects with an Error that names the file, where that is missing or is no index. */
export function open(address) {
  const url = new URL(address, location.href).href
  return once(opened, url, async () => {
    const told = await read(url)
    try {
      const index = unfold(told, new URL("../../", url).href)
      parts.set(index, { url, told: told.parts, filled: new Map() })
      return index
    } catch (fault) {
      throw new Error(`${url}: ${fault.message}`)
    }
  })
}

/* Give the index with what search does without. "facts" are a product's `season`, `certificates`, `markets`, `price`, `output` and
   `label`, a producer's `certificates`, `offer` and `withdrawn`, and the index's `countries` and `sums`; "codes" are `gtins`,
   and `formerly` of products and producers. Until then these are empty. */
export async function complete(index, ...wanted) {
  await Promise.all((wanted.length ? wanted : Object.keys(FILL)).map((part) => fill(index, part)))
  return index
}

/* A part that is small has come with the index; of a larger one it has the address. */
function fill(index, part) {
  const { url, told, filled } = parts.get(index)
  return once(filled, part, async () => {
    const content = typeof told[part] === "string" ? await read(new URL(told[part], url).href) : told[part]
    FILL[part](index, content)
  })
}
