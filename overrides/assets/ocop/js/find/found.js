/* What a listing shows in place of its own rows: how many were found, what was chosen, the rows, and where to go from there. */

import { counted, make, say } from "./dom.js"
import { PAGE, isNothing } from "./address.js"
import { dayIn } from "./days.js"
import { shortcuts, shortcutsAmong, ways } from "./hits.js"
import { producerRows, productRows } from "./rows.js"
import { saveButton } from "./saving.js"
import { goodsOn } from "./shipping.js"
import { together } from "./sums.js"

/* Build it. `state` is what was asked for, `found` what was found, `also` what the search found besides. `drop({id, value})`
   takes one choice back, `clear()` all, `more()` asks for the next rows. `leaving` says what would be found without a choice. */
export function foundSection({ state, found: records, also, near, leaving }, { index, day, today, what, drop, clear, more }) {
  const goods = counted(index, what, records.length)
  const title = onDay(records.length ? goods : say(index, `none_${what}`), state, index)
  const heading = make("h2", { id: "found", tabindex: -1 }, state.q ? say(index, "for", { goods: title, text: state.q }) : title)
  const shown = records.slice(0, state.shown)
  const on = { index, day, today, ship: state.day }
  const sum = together(what === "producers" ? records.flatMap((each) => goodsOn(each, on)) : records, index)
  const rows = what === "producers" ? producerRows(shown, on) : productRows(shown, { ...on, drawings: true })
  const left = records.length - shown.length
  const others = shortcutsAmong(also)
  return make("section", { class: "found", "aria-labelledby": "found" },
    heading,
    chosenList(state, { index, drop, clear }, leaving),
    others.length ? shortcuts(others, index) : null,
    sum && make("p", null, sum),
    records.length ? rows : instead(near, leaving, { index, day, what, drop }),
    records.length > 0 && make("p", { class: "more" }, saveButton(records, { ...on, what })),
    left > 0 && make("p", { class: "btns" }, make("button", { class: "btn line", type: "button", click: more }, say(index, "more", { count: Math.min(left, PAGE) }))))
}

/* "12 products", or those that are rated on a day of shipping. */
export const onDay = (goods, { day }, index) => (day ? say(index, "rated_on", { goods, date: dayIn(index.lang, day) }) : goods)

/* What was chosen, each with a button that takes it back. */
function chosenList(state, { index, drop, clear }, leaving) {
  if (isNothing({ ...state, q: "" })) return null
  const buttons = leaving.filter(({ id }) => id).map(({ id, value, label }) =>
    make("li", null, make("button", { type: "button", click: () => drop({ id, value }) }, make("span", { class: "sr" }, `${say(index, "drop")} `), label)))
  const all = make("li", null, make("button", { type: "button", class: "all", click: clear }, say(index, "clear")))
  return make("ul", { class: "chips chosen", "aria-label": say(index, "chosen") }, buttons, all)
}

/* Nothing was found: which choice stands in the way, and what has nearly such a name. */
function instead(near, leaving, { index, day, what, drop }) {
  const helpful = leaving.filter(({ count }) => count)
  return [
    helpful.length ? make("p", null, say(index, "without")) : null,
    helpful.length ? make("ul", { class: "onward" }, helpful.map(({ id, value, label, count }) => make("li", null,
      make("button", { class: "link", type: "button", click: () => drop({ id, value }) }, say(index, "without_one", { label, goods: counted(index, what, count) }))))) : null,
    near.length ? [make("h3", null, say(index, "near")), productRows(near, { index, day })] : null,
    helpful.length || near.length ? null : ways(),
  ].flat().filter(Boolean)
}
