/* The day on which the whole list is to leave: what that day makes of the goods, and a way to keep what is rated then. */

import { dayIn } from "../find/days.js"
import { fill, make } from "../find/dom.js"
import { OVER, UNKNOWN, VALID, certificatesOn, ratingOn } from "./standing.js"
import { lang, say } from "./told.js"

/* Give the element and what brings it up to date. `does` are {change(day), drop(ids)}. */
export function shipField(ship, today, does) {
  const verdict = make("div", { class: "verdict", role: "status" })
  const input = make("input", { type: "date", value: ship, min: today, input: ({ target }) => does.change(target.value) })
  const element = make("div", { class: "ship" }, make("label", null, make("span", null, say("ship")), input), verdict)

  function refresh(day, rows) {
    element.classList.toggle("blank", !day)
    if (!day) fill(verdict, make("p", { class: "small soft" }, say("ship_hint")))
    else if (day < today) fill(verdict, make("p", null, say("ship_past")))
    else fill(verdict, told(day, rows, does.drop))
  }
  return { element, refresh }
}

function told(day, rows, drop) {
  const ratings = rows.map(({ product }) => ({ id: product.id, stands: ratingOn(product, day).stands }))
  const certificates = rows.flatMap((row) => certificatesOn(row.certificates, day))
  const over = ratings.filter(({ stands }) => stands === OVER).map(({ id }) => id)
  const button = make("button", { type: "button", class: "plain", click: () => drop(over) }, say("drop", { count: over.length }))
  return [
    make("p", null, say("verdict", { day: dayIn(lang, day), told: tallied("rating", ratings) })),
    certificates.length > 0 && make("p", null, say("verdict_certificates", { told: tallied("certificate", certificates) })),
    over.length > 0 && make("p", null, button),
  ]
}

/* Count how many stand how: "2 món còn hạng, 3 món chưa rõ". */
const tallied = (what, all) =>
  [VALID, OVER, UNKNOWN]
    .map((how) => ({ how, count: all.filter(({ stands }) => stands === how).length }))
    .filter(({ count }) => count)
    .map(({ how, count }) => say(`tally_${what}_${how}`, { count }))
    .join(", ")
