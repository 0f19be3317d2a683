/* The trader's list on its own page. The address always tells the whole list, the browser keeps one's own; another's list
   that a link brings is shown beside it and replaces nothing by itself. */

import { fill, linkTo, make } from "../find/dom.js"
import { today } from "../find/standing.js"
import { compareTable } from "./compare.js"
import { knowledge } from "./goods.js"
import { inquiry } from "./inquiry.js"
import { rowOf } from "./rows.js"
import { shelfOf, siteRoot } from "./shelf.js"
import { shipField } from "./ship.js"
import { EMPTY, changed, format, merged, parse, withShip, without } from "./state.js"
import { tableOf } from "./table.js"
import { counted, lang, say, told } from "./told.js"
import { tools } from "./tools.js"

const REST = 300 // milliseconds without a key until what was typed is put into the address

const { index } = document.querySelector(".lens").dataset
const { trade, workbook } = document.querySelector("script[data-trade]").dataset
const shelf = shelfOf(siteRoot())
const place = document.querySelector(".list")
const start = document.querySelector(".start")
const language = document.querySelector(".go a[hreflang]")
const status = make("p", { class: "sr", role: "status" })
const around = make("div")
const otherLanguage = language.href

let state = EMPTY
/* Whether what is shown is one's own list, which the browser keeps. */
let isOwn = true
let view = null
let ask = null
let turns = 0
let rest

const own = () => parse(shelf.read() || "") || EMPTY

/* ------------------------------------------------------------------------------------------------ what is shown */

/* Take up what the address tells of, or else one's own list. An entry of the browser's history that was one's own list is
   one's own list as it is today, which other pages may have changed. */
function arrive() {
  const linked = parse(location.hash.slice(1))
  const kept = own()
  const wasOwn = shelf.lasts && shelf.read() !== null && Boolean(history.state && history.state.own)
  const isSent = linked && linked.goods.length > 0 && !wasOwn
  isOwn = !isSent || !shelf.lasts || !kept.goods.length || format(linked) === format(kept)
  state = isSent ? linked : kept
  takeDay()
  put("replaceState")
  show()
}

/* A listing that was asked for a day of shipping hands it on: one's own list takes it where it has none yet. */
function takeDay() {
  const day = new URLSearchParams(location.search).get("day")
  if (!day) return
  history.replaceState(history.state, "", location.pathname + location.hash)
  if (isOwn && !state.ship) state = withShip(state, day)
}

/* Keep the list, and have the address tell it. */
function put(how) {
  const text = format(state)
  if (isOwn) shelf.keep(text)
  if (how) history[how]({ own: isOwn }, "", text ? `#${text}` : location.pathname + location.search)
  language.href = otherLanguage + (text ? `#${text}` : "")
}

/* Change the list so that the way back leads to what it was. */
async function turn(next, what) {
  state = next
  put("pushState")
  await show()
  tell(what)
}

async function show() {
  turns += 1
  const its = turns
  const isEmpty = !state.goods.length
  start.classList.toggle("on", isEmpty)
  if (isEmpty) {
    view = null
    fill(around, notes([]))
    return
  }
  if (!view) fill(around, make("p", { class: "soft" }, say("loading")))
  let knows
  let followed
  try {
    knows = await knowledge(index, trade)
    followed = await upToDate(state, knows)
  } catch {
    if (its === turns) fill(around, failure())
    return
  }
  if (its !== turns) return
  state = followed
  put("replaceState")
  draw(knows)
}

/* Follow what has another id today. */
async function upToDate(list, knows) {
  const lost = list.goods.filter(({ id }) => !knows.product(id))
  const now = new Map(await Promise.all(lost.map(async ({ id }) => [id, await knows.renamed(id)])))
  if (![...now.values()].some(Boolean)) return list
  return merged({ ship: list.ship, goods: list.goods.map((wants) => ({ ...wants, id: now.get(wants.id) || wants.id })) }, EMPTY)
}

function draw(knows) {
  const day = today(knows.index.built)
  view = { knows, day }
  const rows = rowsNow()
  const gone = state.goods.filter(({ id }) => !knows.product(id))
  const elements = rows.map((row) => rowOf(row, { knows, day }, { change, remove }))
  const compared = make("section", { class: "compare" })
  const shipping = shipField(state.ship, day, { change: changeShip, drop })
  ask = ask || inquiry(knows, tell)
  Object.assign(view, { elements, compared, shipping })
  fill(around,
    notes(gone),
    make("h2", null, sizeOf(rows)),
    tools(files, tell, clear),
    shipping.element,
    make("ol", { class: "wants" }, elements.map(({ element }) => element)),
    gone.length > 0 && goneGoods(gone),
    compared,
    rows.length > 0 && ask.element)
  refresh()
}

/* A product with all that is known of it and what is wanted of it. */
function rowFor(wants, knows) {
  const product = knows.product(wants.id)
  const { name, other, lang: its } = product
  const names = { vi: its === "en" && other ? other : name, en: its === "vi" && other && lang === "vi" ? other : name }
  const ofMaker = product.producer ? knows.maker(product.producer.id).certificates || [] : []
  return { product, wants, names, certificates: [...(knows.trade(wants.id).certificates || []), ...ofMaker] }
}

const rowsNow = () => state.goods.filter(({ id }) => view.knows.product(id)).map((wants) => rowFor(wants, view.knows))

/* The tables tell of days to come: of one that has passed they say nothing. */
const comparing = () => ({ ...view, ship: state.ship >= view.day ? state.ship : "" })

/* Bring up to date what follows from what was typed, and leave the fields alone. */
function refresh() {
  const rows = rowsNow()
  const { ship } = comparing()
  for (const each of view.elements) each.refresh({ ...state, ship })
  view.shipping.refresh(state.ship, rows)
  fill(view.compared, rows.length > 0 && [make("h2", null, say("compare")), compareTable(rows, comparing())])
  ask.refresh(rows, ship)
}

const tell = (text) => { status.textContent = text }

const sizeOf = (rows) => {
  const makers = new Set(rows.map(({ product }) => product.producer).filter(Boolean)).size
  const goods = counted(rows.length)
  return makers ? say(makers === 1 ? "of_maker" : "of_makers", { goods, count: makers }) : goods
}

/* ------------------------------------------------------------------------------------------------- what is changed */

/* Something typed: the address and what follows wait until the fingers rest. */
function change(id, values) {
  state = changed(state, id, values)
  put("")
  clearTimeout(rest)
  rest = setTimeout(settle, REST)
}

function settle() {
  put("replaceState")
  if (view) refresh()
}

function changeShip(day) {
  state = withShip(state, day)
  settle()
}

const drop = (ids) => turn(without(state, ids), say("dropped", { count: ids.length }))

async function clear() {
  await turn(EMPTY, say("cleared"))
  heading().focus()
}

/* The focus goes on to what has moved into the place of what is gone. */
async function remove(id) {
  const entries = () => [...around.querySelectorAll(".want, .gone li")]
  const at = entries().findIndex(({ dataset }) => dataset.id === id)
  await turn(without(state, [id]), say("removed", { name: entries()[at].querySelector("h3, code").textContent }))
  const next = entries()[at] || entries().pop()
  const focus = next ? next.querySelector(".plain") : heading()
  focus.focus()
}

function heading() {
  const title = document.querySelector("main h1")
  title.tabIndex = -1
  return title
}

/* -------------------------------------------------------------------------------------------------------- parts */

function notes(gone) {
  return [
    !shelf.lasts && make("p", { class: "note" }, say("not_kept")),
    !isOwn && shared(),
    gone.length > 0 && make("p", { class: "note" }, say("some_gone", { count: gone.length })),
  ]
}

const failure = () => [
  make("p", { class: "note" }, say("failed")),
  make("p", null, make("button", { type: "button", class: "btn line", click: show }, say("again"))),
]

/* A list that somebody else sent, beside one's own. */
function shared() {
  const kept = own()
  const button = (key, next) => make("button", { type: "button", class: "btn line", click: adopt(next) }, say(key))
  const adopt = (next) => async () => {
    isOwn = true
    await turn(next, say("is_yours"))
    heading().focus()
  }
  return make("div", { class: "note" },
    make("p", null, say("shared", { goods: counted(state.goods.length), own: counted(kept.goods.length) })),
    make("p", { class: "btns" }, button("add_to_mine", merged(kept, state)), button("replace_mine", state), button("back_to_mine", kept)))
}

function goneGoods(gone) {
  return make("ul", { class: "gone" }, gone.map(({ id }) => make("li", { "data-id": id },
    make("p", null, say("gone"), " ", make("code", null, id)),
    make("button", { type: "button", class: "plain", click: () => remove(id) }, say("remove"), make("span", { class: "sr" }, ` ${id}`)))))
}

const files = {
  table: () => tableOf(rowsNow(), comparing()),
  cards: () => cardAddresses(),
  workbook: new URL(workbook, document.baseURI).href,
}

/* Where the cards of the makers are, each once. */
function cardAddresses() {
  const makers = new Set(rowsNow().map(({ product }) => product.producer).filter(Boolean))
  return [...makers].map(({ id }) => linkTo(view.knows.index, told.card.replace("#", id)))
}

/* ------------------------------------------------------------------------------------------------------ the page */

/* The way back and forth: entries of one's own list are what it was. */
addEventListener("popstate", ({ state: entry }) => {
  if (!entry || !entry.own) return arrive()
  isOwn = true
  state = parse(location.hash.slice(1)) || EMPTY
  put("")
  show()
})
/* Another window, or another page and the way back from it, may have changed the list meanwhile. */
function compareWithKept() {
  if (!isOwn || !shelf.lasts || format(own()) === format(state)) return
  state = own()
  put("replaceState")
  show()
}
shelf.onChange(compareWithKept)
addEventListener("pageshow", ({ persisted }) => persisted && compareWithKept())

place.append(around, status)
arrive()
