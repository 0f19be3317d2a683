/* The index with what searches it: loaded once, tried anew after a failure. */

import { complete, open } from "./index.js"
import { searcher } from "./search.js"
import { today } from "./standing.js"

const engines = new WeakMap()

/* Give what the page's lens names: its index, what searches that, and the day in Việt Nam. */
export async function engine({ dataset }) {
  const index = await open(dataset.index)
  if (!engines.has(index)) engines.set(index, searcher(index))
  return { index, search: engines.get(index), day: today(index.built) }
}

/* The same, with what filters ask of each record. */
export async function wholeEngine(lens) {
  const found = await engine(lens)
  await Promise.all([complete(found.index), styled(lens)])
  return found
}

/* Wait for the style sheet that the page has asked for; without it things work as well. */
export async function styled({ dataset }) {
  const { href } = new URL(dataset.style, document.baseURI)
  const sheet = [...document.querySelectorAll("link[rel=stylesheet]")].find((link) => link.href === href)
  if (sheet && !sheet.sheet) await new Promise((ready) => { sheet.onload = sheet.onerror = ready })
}
