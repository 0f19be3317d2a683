/* "Is it OCOP?" */

import { answerer, tidy } from "./answer.js"
import { offerCamera } from "./camera.js"
import { cameFromCopy, keepCopy } from "./saved.js"
import { shown } from "./showing.js"

const DAY = 24 * 60 * 60 * 1000
const OLD = 30 * DAY
const opened = Date.now()

const lens = document.querySelector(".lens")
const told = JSON.parse(document.getElementById("told").textContent)
const form = document.querySelector("form.ask")
const field = form.elements.q
const status = document.querySelector("[role=status]")
const rows = document.querySelector(".found")
const waiting = document.querySelector(".waiting")
const title = document.title

const whole = (address) => new URL(address, document.baseURI).href
const root = new URL("../../", whole(lens.dataset.index)).href

/* Where the site is seen, and where it says that it lives: a code on a pack names the latter. */
function roots() {
  const own = document.querySelector("link[rel=canonical]")
  return own ? [root, own.href.slice(0, own.href.length - told.page.length)] : [root]
}

/* The catalogue, asked for once somebody is about to ask; after a failure the next question tries again. */
let loading = null
function catalogue() {
  if (!loading) loading = load().catch((fault) => {
    loading = null
    throw fault
  })
  return loading
}

async function load() {
  const find = await import(whole(lens.dataset.find))
  const index = await find.complete(await find.open(whole(lens.dataset.index)))
  const { fold, markOn, mark } = find
  const answer = answerer(index, { fold, markOn, search: find.searcher(index) }, { roots: roots(), folders: told.folders })
  return { answer, built: index.built, mark, markOn, today: () => find.today(index.built) }
}

/* How far the data can be trusted: a copy tells nothing of what has changed since. */
async function age(built, today) {
  if (!(await cameFromCopy())) return "fresh"
  return Date.parse(today) - Date.parse(built) > OLD ? "old" : "saved"
}

/* Answer what stands in the address. */
let asking = 0
async function ask() {
  const turn = ++asking
  const text = tidy(new URLSearchParams(location.search).get("q") || "")
  field.value = text
  document.title = text ? `${text} · ${title}` : title
  waiting.hidden = Boolean(text)
  rows.textContent = ""
  status.textContent = text ? told.words.comes : ""
  if (!text) return
  const found = await catalogue().catch(() => null)
  const day = found && found.today()
  const copy = found && await age(found.built, day)
  if (turn !== asking) return
  status.textContent = found ? "" : told.words.failed
  if (!found) return
  const look = { mark: (product) => found.markOn(product, day), drawn: found.mark, address: (record) => root + record.address }
  const { says, below } = shown(found.answer(text, day), told, copy, look)
  status.append(...says)
  rows.append(...below)
}

/* An answer has an address, and the way back leads to the one before. */
function put(text) {
  const address = `?q=${encodeURIComponent(text)}`
  if (address !== location.search) history.pushState(null, "", address)
  ask()
}

form.addEventListener("submit", (event) => {
  // A page that has stood open for a day is asked for anew, and its data with it.
  if (Date.now() - opened > DAY) return
  event.preventDefault()
  const text = tidy(field.value)
  if (!text) return
  // The keyboard of a phone would hide the answer.
  if (matchMedia("(pointer: coarse)").matches) field.blur()
  put(text)
})
field.addEventListener("focus", () => catalogue().catch(() => {}), { once: true })
addEventListener("popstate", ask)
offerCamera(form, told.words, (code) => {
  if (code) put(tidy(code))
  else status.textContent = told.words.photograph_blank
})
ask()
keepCopy(root + told.worker, root + told.page)
