/* The index with what searches it: loaded once, tried anew after a failure. */

import { complete, open } from "./index.js"
import { searcher } from "./search.js"
import { today } from "./standing.js"

const searchers = new WeakMap()
const whole = new WeakSet()

/* Give what the page's lens names: its index, what searches that, whether it finds everything yet, and the day in Việt Nam. */
export async function engine({ dataset }) {
  const index = await open(dataset.index)
  if (!searchers.has(index)) {
    searchers.set(index, searcher(index))
    searchers.get(index).ready.then(() => whole.add(index))
  }
  return { index, search: searchers.get(index), isWhole: whole.has(index), day: today(index.built) }
}

/* The same, once every record is found and has what filters ask of it. */
export async function wholeEngine(lens) {
  const found = await engine(lens)
  await Promise.all([found.search.ready, complete(found.index, "facts"), styled(lens)])
  return found
}

/* Wait for the style sheet that the page has asked for; without it things work as well. */
export async function styled({ dataset }) {
  const { href } = new URL(dataset.style, document.baseURI)
  const sheet = [...document.querySelectorAll("link[rel=stylesheet]")].find((link) => link.href === href)
  if (sheet && !sheet.sheet) await new Promise((ready) => { sheet.onload = sheet.onerror = ready })
}
