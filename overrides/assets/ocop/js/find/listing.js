/* Search and filters of a listing. Its own rows stay until somebody searches or filters, and come back afterwards. The
   address always tells what is shown: it can be sent to others, and the browser's way back leads through it. */

import { NOTHING_CHOSEN, PAGE, isNothing, queryOf, read, shippingDay, toggled, write } from "./address.js"
import { dayIn } from "./days.js"
import { counted, fill, make, say } from "./dom.js"
import { early } from "./early.js"
import { wholeEngine } from "./engine.js"
import { FACETS } from "./facets.js"
import { foundSection, onDay } from "./found.js"
import { failure, searched } from "./hits.js"
import { panel, unfold } from "./panel.js"
import { inOrder } from "./rows.js"
import { carry, ships } from "./shipping.js"
import { ordered, sieve, sift } from "./sieve.js"
import { teller } from "./telling.js"
import { whenTyped } from "./typing.js"

const WIDE = "(min-width: 62rem)"
/* How many groups of filters lie open at first. */
const FIRST = 2
const WIDE_FIRST = 3

/* What a change does to the address. */
const KEEP = 0
const REPLACE = 1
const PUSH = 2

export function enhanceListing(form, lens) {
  const what = form.dataset.lists
  const around = form.parentNode
  const whole = around.nextElementSibling
  const details = around.querySelector("details")
  const folded = details.lastElementChild
  const { q: input } = form.elements
  const language = document.querySelector(".go a[hreflang]")
  const other = language.href
  const chosenCount = details.querySelector("summary").appendChild(make("span", { class: "n" }))
  const trouble = around.appendChild(make("div"))
  const tell = teller(around)

  let tools
  let state
  let shown
  let turns = 0

  /* Make what sifts, anew on each day. The first state is what the address tells of. */
  function prepare({ index, search, day: today }) {
    if (tools && tools.today === today) return
    tools = { index, search, today, board: panel(FACETS[what], { index, what, today, choose, ship, clear, done }) }
    tools.now = sieveOn("")
    state = state || asked()
    fill(folded, tools.board.shipping, tools.board.element)
  }

  /* What sifts as things stand now, or on a day of shipping; a choice that nothing has by then is still known by its name. */
  function sieveOn(ship) {
    if (tools.shipped && tools.shipped.ship === ship) return tools.shipped
    if (!ship && tools.now) return tools.now
    const { index, today, now } = tools
    const made = sieve(index[what], FACETS[what], { index, day: ship || today, ship }, now && now.choices)
    tools.shipped = { ...made, ship, day: ship || today, inOrder: made.facets.map((_, at) => ordered(made, at, index.lang)) }
    return tools.shipped
  }

  const asked = () => read(location.search, sieveOn(shippingDay(location.search, tools.today)), tools.today)

  /* Change what is asked for, and show it. Of several changes while the index loads all are made and the last is shown. */
  async function change(next, how) {
    turns += 1
    const turn = turns
    let loaded
    try {
      loaded = await wholeEngine(lens)
    } catch {
      if (turn === turns) fail(() => change(next, how))
      return
    }
    prepare(loaded)
    state = next(state)
    record(how)
    if (turn === turns) render()
  }

  function render() {
    fill(trouble)
    const result = look(state)
    const held = shown && shown.contains(document.activeElement)
    const { day, inOrder: choices } = sieveOn(state.day)
    tools.board.refresh(state, result, choices)
    language.href = other + write(state)
    carry(state.day, tools.index)
    if (shown) shown.remove()
    shown = isNothing(state) ? null : foundSection({ state, ...result, leaving: leaving(result) }, { ...tools, day, what, drop, clear, more })
    whole.hidden = Boolean(shown)
    if (shown) around.after(shown)
    tell(shown ? onDay(counted(tools.index, what, result.found.length), state, tools.index) : say(tools.index, "all_shown"))
    chosenCount.textContent = Object.values(state.chosen).flat().length + (state.day ? 1 : 0) || ""
    if (held) headOf().focus({ preventScroll: true })
  }

  const headOf = () => (shown ? shown.querySelector("h2") : input)

  /* Find what a state asks for: in the order of the search, or without one in that of listings. */
  function look({ q, chosen, day: ship }) {
    const { search } = tools
    const sieved = sieveOn(ship)
    const { day } = sieved
    const goes = (record) => !ship || ships(record, ship)
    if (!q) {
      const { found, counts } = sift(sieved, chosen, goes)
      return { found: what === "products" ? inOrder(found, day) : found, counts, also: [], near: [] }
    }
    const isListed = ({ type }) => `${type}s` === what
    const { found: hits, near } = searched(q, { search, day })
    const own = new Set(hits.filter(isListed).filter(goes))
    const { found, counts } = sift(sieved, chosen, (record) => own.has(record))
    const kept = new Set(found)
    return { found: [...own].filter((record) => kept.has(record)), counts, also: hits.filter((record) => !isListed(record)), near: near.filter(goes) }
  }

  /* Give what was asked for piece by piece, in words, and how much would be found without each. */
  function leaving({ found }) {
    const { facets, choices } = sieveOn(state.day)
    const pieces = facets.flatMap(({ id }, at) => (state.chosen[id] || []).map((value) => ({ id, value, label: choices[at].get(value).label })))
    if (state.day) pieces.unshift({ id: "day", value: "", label: say(tools.index, "shipped_on", { date: dayIn(tools.index.lang, state.day) }) })
    if (state.q && pieces.length) pieces.push({ id: "", value: "", label: `“${state.q}”` })
    return pieces.map((piece) => ({ ...piece, count: found.length ? 0 : look(without(state, piece)).found.length }))
  }

  function without(asked, { id, value }) {
    if (!id) return { ...asked, q: "", shown: PAGE }
    return id === "day" ? { ...asked, day: "", shown: PAGE } : toggled(asked, id, value)
  }

  const choose = (id, value) => change((asked) => toggled(asked, id, value), PUSH)
  const ship = (day) => change((asked) => (asked.day === day ? asked : { ...asked, day, shown: PAGE }), PUSH)
  const clear = () => change((asked) => ({ ...asked, ...NOTHING_CHOSEN }), PUSH)
  const search = (q, how) => change((asked) => (asked.q === q ? asked : { ...asked, q, shown: PAGE }), how)

  function drop(piece) {
    if (!piece.id) input.value = ""
    change((asked) => without(asked, piece), PUSH)
  }

  async function more() {
    const last = shown.querySelectorAll(".row").length
    await change((asked) => ({ ...asked, shown: asked.shown + PAGE }), REPLACE)
    shown.querySelectorAll(".row a")[last].focus({ preventScroll: true })
  }

  /* From the field or the filters to what was found. */
  function go() {
    headOf().focus({ preventScroll: true })
    headOf().scrollIntoView()
  }

  function done() {
    details.open = false
    go()
  }

  function record(how) {
    const address = location.pathname + write(state)
    if (how === KEEP || address === location.pathname + location.search) return
    if (how === PUSH) {
      keepHeight()
      history.pushState(null, "", address)
    } else history.replaceState(null, "", address)
  }

  const keepHeight = () => history.replaceState({ top: scrollY }, "")

  /* Show what the address tells of, at the height where somebody was who comes back to it. */
  async function begin() {
    const { state: kept } = history
    input.value = queryOf(location.search)
    language.href = other + location.search
    await change(asked, KEEP)
    if (tools && kept) scrollTo(0, kept.top)
  }

  async function open() {
    if (!details.open) return
    folded.hidden = !tools
    await change((asked) => asked, KEEP)
    folded.hidden = false
    if (!tools || tools.isUnfolded) return
    tools.isUnfolded = true
    unfold(tools.board.element, state, matchMedia(WIDE).matches ? WIDE_FIRST : FIRST)
  }

  function fail(again) {
    fill(trouble, failure(again))
    tell(early().failed)
  }

  whenTyped(input, (text) => search(text.trim(), REPLACE))
  form.addEventListener("submit", async (event) => {
    event.preventDefault()
    await search(input.value.trim(), PUSH)
    if (shown) go()
  })
  details.addEventListener("toggle", open)
  addEventListener("popstate", begin)
  addEventListener("pagehide", keepHeight)
  if (location.search) begin()
  else if (input.value.trim()) search(input.value.trim(), REPLACE)
  open()
}
