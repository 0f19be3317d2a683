/* The trader's list on its own page. The address always tells the whole list, the browser keeps one's own; another's list
   that a link brings is shown beside it and replaces nothing by itself. */

import { fill, linkTo, make } from "../find/dom.js"
import { today } from "../find/standing.js"
import { compareTable } from "./compare.js"
import { knowledge } from "./goods.js"
import { inquiry } from "./inquiry.js"
import { dayIn } from "./letters.js"
import { rowOf } from "./rows.js"
import { csv } from "./sheet.js"
import { shelfOf, siteRoot } from "./shelf.js"
import { OVER, UNKNOWN, VALID, certificatesOn, ratingOn } from "./standing.js"
import { EMPTY, changed, format, merged, parse, withShip, without } from "./state.js"
import { tableOf } from "./table.js"
import { cards, copy, save } from "./taking.js"
import { counted, lang, say, told } from "./told.js"

const REST = 300 // milliseconds without a key until what was typed is put into the address
const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

const { index } = document.querySelector(".lens").dataset
const { trade, workbook } = document.querySelector("script[data-trade]").dataset
const whole = (address) => new URL(address, document.baseURI).href
const root = siteRoot()
const shelf = shelfOf(root)
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
  put("replaceState")
  show()
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
  status.textContent = what
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
  try {
    knows = await knowledge(index, trade)
    state = await upToDate(state, knows)
  } catch {
    if (its === turns) fill(around, make("p", { class: "note" }, say("failed")), make("p", null, make("button", { type: "button", class: "btn line", click: show }, say("again"))))
    return
  }
  if (its !== turns) return
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
  const rows = state.goods.filter(({ id }) => knows.product(id)).map((wants) => rowFor(wants, knows))
  const gone = state.goods.filter(({ id }) => !knows.product(id))
  const elements = rows.map((row) => rowOf(row, { knows, day }, { change, remove }))
  ask = ask || inquiry(knows, (text) => { status.textContent = text })
  const compared = make("section", { class: "compare" })
  const shipping = shipField(day)
  view = { knows, day, elements, compared, shipping }
  fill(around,
    notes(gone),
    make("h2", null, sizeOf(rows)),
    tools(),
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

/* Bring up to date what follows from what was typed, and leave the fields alone. */
function refresh() {
  const rows = rowsNow()
  for (const each of view.elements) each.refresh(state)
  view.shipping.refresh(rows)
  fill(view.compared, rows.length > 0 && [make("h2", null, say("compare")), compareTable(rows, { ...view, ship: state.ship })])
  ask.refresh(rows, state.ship)
}

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

async function remove(id) {
  const rows = [...around.querySelectorAll(".want, .gone li")]
  const at = rows.findIndex(({ dataset }) => dataset.id === id)
  const name = rows[at].querySelector("h3, code").textContent
  await turn(without(state, [id]), say("removed", { name }))
  const next = [...around.querySelectorAll(".want, .gone li")]
  const focus = next[Math.min(at, next.length - 1)]
  if (focus) focus.querySelector(".plain").focus()
  else heading().focus()
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

/* A list that somebody else sent, beside one's own. */
function shared() {
  const kept = own()
  const button = (key, act, values) => make("button", { type: "button", class: "btn line", click: act }, say(key, values))
  const adopt = (next) => async () => {
    isOwn = true
    await turn(next, say("is_yours"))
    heading().focus()
  }
  return make("div", { class: "note" }, make("p", null, say("shared", { goods: counted(state.goods.length), own: counted(kept.goods.length) })),
    make("p", { class: "btns" }, button("add_to_mine", adopt(merged(kept, state))), button("replace_mine", adopt(state)), button("back_to_mine", adopt(kept))))
}

function goneGoods(gone) {
  return make("ul", { class: "gone" }, gone.map(({ id }) => make("li", { "data-id": id },
    make("p", null, say("gone"), " ", make("code", null, id)),
    make("button", { type: "button", class: "plain", click: () => remove(id) }, say("remove"), make("span", { class: "sr" }, ` ${id}`)))))
}

/* The day on which all is to leave: what it says of the goods, and a way to keep only those that are rated then. */
function shipField(day) {
  const verdict = make("div", { class: "verdict", role: "status" })
  const input = make("input", { type: "date", value: state.ship, min: day, input: ({ target }) => {
    state = withShip(state, target.value)
    settle()
  } })
  const element = make("div", { class: "ship" }, make("label", null, make("span", null, say("ship")), input), verdict)

  function refresh(rows) {
    if (!state.ship) return fill(verdict, make("p", { class: "small soft" }, say("ship_hint")))
    if (state.ship < day) return fill(verdict, make("p", null, say("ship_past")))
    const stands = rows.map(({ product }) => ({ id: product.id, stands: ratingOn(product, state.ship).stands }))
    const held = rows.flatMap(({ certificates }) => certificatesOn(certificates, state.ship))
    const over = stands.filter((each) => each.stands === OVER).map(({ id }) => id)
    fill(verdict,
      make("p", null, say("verdict", { day: dayIn(lang, state.ship), told: tallied("rating", stands) })),
      held.length > 0 && make("p", null, say("verdict_certificates", { told: tallied("certificate", held) })),
      over.length > 0 && make("p", null, make("button", { type: "button", class: "plain", click: () => turn(without(state, over), say("dropped", { count: over.length })) }, say("drop", { count: over.length }))))
  }
  return { element, refresh }
}

/* Count how many stand how: "2 món còn hạng, 3 món chưa rõ". */
const tallied = (what, all) =>
  [VALID, OVER, UNKNOWN]
    .map((how) => ({ how, count: all.filter(({ stands }) => stands === how).length }))
    .filter(({ count }) => count)
    .map(({ how, count }) => say(`tally_${what}_${how}`, { count }))
    .join(", ")

function tools() {
  const tell = (text) => { status.textContent = text; said.textContent = text }
  const said = make("span")
  const button = (key, act) => make("button", { type: "button", click: act }, say(key))
  const name = (ending) => `${say("file")}.${ending}`
  const table = () => tableOf(rowsNow(), { ...view, ship: state.ship })
  const failing = (act) => async () => {
    try {
      await act()
    } catch {
      tell(say("file_failed"))
    }
  }
  return make("p", { class: "tools on" },
    navigator.share && button("share", () => navigator.share({ title: document.title, url: location.href }).catch(() => {})),
    button("copy_link", () => copy(location.href).then((done) => tell(say(done ? "link_copied" : "not_copied")))),
    button("xlsx", failing(async () => save(await (await import(whole(workbook))).workbook(table(), say("file")), name("xlsx"), XLSX))),
    button("csv", () => save(csv(table()), name("csv"), "text/csv;charset=utf-8")),
    button("cards", failing(async () => save(await cards(cardAddresses()), name("vcf"), "text/vcard;charset=utf-8"))),
    button("print", () => print()),
    button("clear", async () => {
      await turn(EMPTY, say("cleared"))
      heading().focus()
    }),
    said)
}

const cardAddresses = () => [...new Set(rowsNow().map(({ product }) => product.producer).filter(Boolean).map(({ id }) => told.card.replace("#", id)))].map((address) => linkTo(view.knows.index, address))

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
