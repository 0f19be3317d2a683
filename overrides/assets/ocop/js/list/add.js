/* "Add to list" on every card and on the page of a product, and the way to the list in the head of the page once it holds
   something. */

import sheet from "../../css/add.css"
import { draw, make } from "../find/dom.js"
import { shelfOf, siteRoot } from "./shelf.js"
import { EMPTY, format, has, parse, toggled } from "./state.js"

/* The page says these before any file of words has come. */
const WORDS = {
  vi: {
    add: "Thêm vào danh sách",
    added: "Đã thêm vào danh sách",
    list: "Danh sách của bạn",
    in: "Đã thêm “#”.",
    out: "Đã bỏ “#”.",
    one: "Danh sách có # món.",
    many: "Danh sách có # món.",
  },
  en: {
    add: "Add to list",
    added: "Added to list",
    list: "Your list",
    in: "Added “#”.",
    out: "Removed “#”.",
    one: "The list has # product.",
    many: "The list has # products.",
  },
}
const words = WORDS[document.documentElement.lang] || WORDS.vi

const main = document.getElementById("main")
const goods = new URL(document.querySelector(".lens").href).pathname
const shelf = shelfOf(siteRoot())
const buttons = new Set()
const told = make("span", { class: "sr", "aria-live": "polite" })
const count = make("b")
const named = make("span", { class: "sr" })
const line = { fill: "none", stroke: "currentColor", "stroke-width": 2.2, "stroke-linecap": "round" }
const sign = draw("svg", { viewBox: "0 0 24 24", "aria-hidden": "true" }, draw("path", { d: "M9 6h11M9 12h11M9 18h11M4 6h.5M4 12h.5M4 18h.5", ...line }))
const link = make("a", { class: "mine", hidden: true }, sign, count, named)

const list = () => parse(shelf.read() || "") || EMPTY
const filled = (text, value) => text.replace("#", () => value)
const sized = ({ length }) => filled(length === 1 ? words.one : words.many, length)

/* The id in the address of a product's page; nothing for another. */
function idOf(url) {
  const { origin, pathname } = new URL(url)
  if (origin !== location.origin || !pathname.startsWith(goods)) return ""
  const found = pathname.slice(goods.length).match(/^([a-z0-9-]+)\/(?:index\.html)?$/)
  return found ? found[1] : ""
}

/* ---------------------------------------------------------------------------------------------------- the buttons */

function press(id, name) {
  const state = toggled(list(), id)
  shelf.keep(format(state))
  told.textContent = `${filled(has(state, id) ? words.in : words.out, name)} ${sized(state.goods)}`
  link.classList.add("changed")
}

function enliven(button, id, name) {
  buttons.add({ button, id, name })
  button.addEventListener("click", () => press(id, name))
}

/* A card's button is a sign; its name tells of what. */
function furnish(row) {
  const to = row.querySelector("a")
  const id = to && idOf(to.href)
  if (!id || row.querySelector(".to-list")) return
  const button = make("button", { type: "button", class: "to-list" })
  row.append(button)
  enliven(button, id, to.textContent)
}

function furnishAll(within) {
  for (const row of within.querySelectorAll(".row")) furnish(row)
  show()
}

function show() {
  const state = list()
  for (const each of buttons) {
    const { button, id, name } = each
    if (!button.isConnected) buttons.delete(each)
    const isIn = has(state, id)
    const text = isIn ? words.added : words.add
    button.setAttribute("aria-pressed", isIn)
    if (button.className === "to-list") {
      button.setAttribute("aria-label", `${text}: ${name}`)
      button.title = text
    } else button.textContent = text
  }
  link.hidden = !state.goods.length
  link.closest(".top").classList.toggle("counted", !link.hidden)
  link.href = main.dataset.list + (shelf.lasts ? "" : `#${format(state)}`)
  count.textContent = state.goods.length
  named.textContent = ` ${words.list}`
}

/* ------------------------------------------------------------------------------------------------------- the page */

/* Where nothing is kept, the list goes along in the address of every page of the site. */
function carry({ target }) {
  const to = target.closest("a[href]")
  if (to && to.href.startsWith(siteRoot()) && !to.hash && format(list())) to.hash = format(list())
}

document.head.append(make("style", null, sheet))
document.querySelector(".go").insertBefore(link, document.querySelector(".lens").nextSibling)
document.body.append(told)
const own = document.querySelector(".tools .btn")
if (own) enliven(own, idOf(location.href), document.querySelector("h1").textContent)
furnishAll(main)
/* Cards that a search brings. */
new MutationObserver((changes) => {
  if (changes.some(({ addedNodes }) => [...addedNodes].some(({ firstElementChild }) => firstElementChild))) furnishAll(main)
}).observe(main, { childList: true, subtree: true })
/* Whoever adds something further down has the way to the list at hand, until the head of the page is in view again. */
new IntersectionObserver(([{ isIntersecting }]) => link.classList.toggle("near", !isIntersecting)).observe(document.querySelector(".top"))
shelf.onChange(show)
addEventListener("pageshow", show)
if (!shelf.lasts) addEventListener("click", carry)
