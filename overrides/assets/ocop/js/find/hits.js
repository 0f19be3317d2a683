/* The first hits of a search: short links to kinds, places and makers, products as rows, and the way to all of them. */

import { counted, linkTo, make, say } from "./dom.js"
import { early } from "./early.js"
import { productRows } from "./rows.js"

const HITS = 8
const SHORTCUTS = 3

/* Give what is shown for a text, and what is said of it. */
export function hits(text, { index, search, day }, listing) {
  const found = search(text, { day }).map(({ record }) => record)
  const products = found.filter(({ type }) => type === "product")
  const others = shortcutsAmong(found)
  const shown = products.slice(0, HITS - others.length)
  if (!found.length) return { parts: [make("p", { class: "empty" }, say(index, "nothing", { text })), ...ways()], told: say(index, "nothing", { text }) }
  const rows = shown.length ? [productRows(shown, { index, day })] : []
  const links = others.length ? [shortcuts(others, index)] : []
  const all = products.length > shown.length ? [make("p", { class: "more" }, make("a", { href: withQuery(listing, text) }, say(index, "see_all", { goods: counted(index, "products", products.length) })))] : []
  const parts = found[0].type === "product" ? [...rows, ...all, ...links] : [...links, ...rows, ...all]
  return { parts, told: counted(index, "hits", found.length) }
}

/* Give the first few of what is found besides products. */
export const shortcutsAmong = (records) => records.filter(({ type }) => type !== "product").slice(0, SHORTCUTS)

/* Kinds, places and makers as links that say what they are. */
export const shortcuts = (records, index) =>
  make("ul", { class: "chips" }, records.map((record) => make("li", null,
    make("a", { href: linkTo(index, record.address), lang: record.lang === index.lang ? null : record.lang }, record.name, " ", make("span", null, sortOf(record, index))))))

const sortOf = (record, index) =>
  record.type === "commune" && record.now ? say(index, "now", { name: inside(record.now, index) }) : say(index, `sort_${record.type}`)

/* "Phường Vĩnh Trạch" in the middle of a sentence. */
export const inside = (name, { lang }) => (lang === "vi" ? name.charAt(0).toLowerCase() + name.slice(1) : name)

export function withQuery(listing, text) {
  const address = new URL(listing)
  address.hash = ""
  address.search = `?q=${encodeURIComponent(text)}`
  return address.href
}

/* The ways that need no search, which the page's own menu knows. */
export function ways() {
  const links = [...document.querySelectorAll(".top nav a")].slice(0, 4)
  return [
    make("p", { class: "soft" }, early().ways),
    make("ul", { class: "chips" }, links.map(({ href, textContent }) => make("li", null, make("a", { href }, textContent)))),
  ]
}

/* What is shown where nothing could be loaded. */
export const failure = (again) => [
  make("p", { class: "note" }, early().failed),
  make("p", { class: "btns" }, make("button", { class: "btn line", type: "button", click: again }, early().again)),
  ...ways(),
]
