/* The filters of a listing: a day of shipping, and folded groups of boxes to tick, each with how many records it would leave. */

import { counted, make, say } from "./dom.js"

const FIRST = 10
const MOST = 60

/* Build the panel. `choose(id, value)` is told what was ticked, `ship(day)` when goods shall be shipped, `clear()` that
   nothing shall be. Gives the panel and what brings it up to date. */
export function panel(facets, { index, what, today, choose, ship, clear, done }) {
  const groups = facets.map((facet) => group(facet, { index, what, choose }))
  const shipping = shippingField({ index, today, ship })
  const go = make("button", { class: "btn", type: "button", click: done })
  const none = make("button", { class: "btn line", type: "button", click: clear }, say(index, "clear"))
  const flags = groups.filter(({ flag }) => flag).map(({ element }) => element)
  const element = make("div", { class: "facets" },
    groups.filter(({ flag }) => !flag).map((each) => each.element),
    flags.length ? make("fieldset", { class: "flags" }, make("legend", { class: "sr" }, say(index, "facet_more")), flags) : null,
    make("p", { class: "btns" }, go, none))

  /* `choices` are those of each facet in their order. */
  function refresh({ chosen, day }, { found, counts }, choices) {
    groups.forEach((each, at) => each.refresh(chosen[facets[at].id] || [], counts[at], choices[at]))
    shipping.refresh(day)
    go.textContent = say(index, "show", { goods: counted(index, what, found.length) })
    none.hidden = !day && !Object.keys(chosen).length
  }
  return { element, shipping: shipping.element, refresh }
}

/* The field for the day of shipping. While somebody types a year it is nobody's word yet: only a day that lies ahead counts. */
function shippingField({ index, today, ship }) {
  const input = make("input", { id: "ship", name: "day", type: "date", min: today, "aria-describedby": "ship-note",
    change: () => input.validity.valid && ship(input.value) })
  const none = make("button", { class: "link", type: "button", click: drop }, say(index, "no_day"))
  const element = make("div", { class: "ship" },
    make("label", { for: "ship" }, say(index, "day")), input, none,
    make("p", { id: "ship-note", class: "small soft" }, say(index, "day_means")))

  function drop() {
    ship("")
    input.focus()
  }
  function refresh(day) {
    if (day || document.activeElement !== input) input.value = day
    none.hidden = !day
  }
  return { element, refresh }
}

function group(facet, on) {
  const { id, flag } = facet
  const boxes = new Map()
  const boxOf = (each) => {
    if (!boxes.has(each.value)) boxes.set(each.value, box(id, each, on))
    return boxes.get(each.value)
  }
  const items = make("ul", { class: flag ? "flag" : "choices" })
  const more = make("button", { class: "link", type: "button" })
  const rest = make("p", { class: "small soft", hidden: true })
  const head = make("span", { class: "n" })
  const title = flag ? "" : say(on.index, `facet_${id}`)
  const element = flag ? items : make("details", { class: "facet" },
    make("summary", null, title, " ", head),
    make("fieldset", null, make("legend", { class: "sr" }, title), items, make("p", null, more), rest))
  let most = FIRST
  let last

  function refresh(values, counts, choices) {
    last = [values, counts, choices]
    const shown = choices.filter(({ value }) => values.includes(value) || counts.has(value))
    const first = new Set([...shown.slice(0, most), ...shown.filter(({ value }) => values.includes(value))])
    element.hidden = !shown.length
    arrange(items, shown.filter((each) => first.has(each)).map((each) => {
      const { element: item, refresh: renew } = boxOf(each)
      renew(values.includes(each.value), counts.get(each.value) || 0)
      return item
    }))
    const left = shown.length - first.size
    more.hidden = !left || most >= MOST
    more.textContent = say(on.index, "more_choices", { count: Math.min(left, MOST - most) })
    rest.hidden = !left || most < MOST
    rest.textContent = say(on.index, "other_choices", { count: left.toLocaleString(on.index.lang) })
    head.textContent = values.length || ""
  }
  more.addEventListener("click", () => {
    const before = items.children.length
    most = MOST
    refresh(...last)
    items.children[before].querySelector("input").focus()
  })
  return { flag, element, refresh }
}

function box(id, { value, label, detail }, { index, what, choose }) {
  const input = make("input", { type: "checkbox", name: id, value, change: () => choose(id, value) })
  const count = make("span", { class: "n" })
  const element = make("li", null, make("label", null, input,
    make("span", null, label, detail && make("small", null, detail)), " ", count))
  function refresh(checked, number) {
    input.checked = checked
    count.textContent = number.toLocaleString(index.lang)
    count.append(make("span", { class: "sr" }, ` ${say(index, number === 1 ? `unit_${what}_one` : `unit_${what}_many`)}`))
  }
  return { element, refresh }
}

/* Show these items, which always stand in the same order. What stays is not moved, so that it keeps the focus. */
function arrange(list, items) {
  const wanted = new Set(items)
  for (const item of [...list.children]) if (!wanted.has(item)) item.remove()
  items.forEach((item, at) => list.children[at] === item || list.insertBefore(item, list.children[at] || null))
}

/* Open those groups that say most at a glance, and those in which something is chosen. */
export function unfold(element, { chosen }, first) {
  element.querySelectorAll(".facet").forEach((each, at) => {
    each.open = at < first || [...each.querySelectorAll("input")].some(({ name }) => chosen[name])
  })
}
