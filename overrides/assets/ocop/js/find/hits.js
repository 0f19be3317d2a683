/* The first hits of a search: short links to kinds, places and makers, products as rows, and the way to all of them. */

import { counted, linkTo, make, say } from "./dom.js"
import { early } from "./early.js"
import { productRows, said } from "./rows.js"

const HITS = 8
const SHORTCUTS = 3
const NEAR = 4

/* Give what is shown for a text, and what is said of it. */
export function hits(text, { index, search, day }, listing) {
  const { found, near } = searched(text, { search, day })
  if (!found.length) return nothing(text, near, { index, day })
  const products = found.filter(({ type }) => type === "product")
  const others = shortcutsAmong(found)
  const shown = products.slice(0, HITS - others.length)
  const links = others.length ? [shortcuts(others, index)] : []
  const rows = shown.length ? [productRows(shown, { index, day, level: 2 })] : []
  if (products.length > shown.length) {
    const all = say(index, "see_all", { goods: counted(index, "products", products.length) })
    rows.push(make("p", { class: "more" }, make("a", { href: withQuery(listing, text) }, all)))
  }
  const parts = found[0].type === "product" ? [...rows, ...links] : [...links, ...rows]
  return { parts, told: counted(index, "hits", found.length) }
}

/* Search. What lacks one of the words is not found, but near. */
export function searched(text, { search, day }) {
  const all = search(text, { day })
  const whole = all.filter(({ missing }) => !missing.length)
  const records = (hits) => hits.map(({ record }) => record)
  return { found: records(whole), near: whole.length ? [] : records(all).filter(({ type }) => type === "product").slice(0, NEAR) }
}

function nothing(text, near, { index, day }) {
  const told = say(index, "nothing", { text })
  const instead = near.length ? [make("h2", null, say(index, "near")), productRows(near, { index, day })] : ways()
  return { parts: [make("p", null, told), ...instead], told }
}

/* Give the first few of what is found besides products. */
export const shortcutsAmong = (records) => records.filter(({ type }) => type !== "product").slice(0, SHORTCUTS)

/* Kinds, places and makers as links that say what they are. */
export const shortcuts = (records, index) =>
  make("ul", { class: "chips" }, records.map((record) => make("li", null,
    make("a", { href: linkTo(index, record.address) }, said(record.name, record, index), " ", make("span", { class: "sort" }, sortOf(record, index))))))

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
