/* The stars of a mark. A page holds those that it shows when it is built; others are drawn when they are first needed. */

import star from "../../art/star.svg"
import { draw } from "./dom.js"

const PITCH = 23
const SCALE = 5
const LINE = star.match(/d="M12 3([^"]*)"/)[1]

export function ensureStars(number) {
  const id = `s${number}`
  if (!document.getElementById(id)) document.body.append(draw("svg", { class: "defs", width: 0, height: 0, "aria-hidden": "true" }, symbol(id, number)))
}

/* As `ocop.site.art` draws it: so many stars, and a dot for each one missing. */
function symbol(id, number) {
  const at = [...Array(SCALE).keys()]
  const d = at.slice(0, number).map((place) => `M${12 + PITCH * place} 3${LINE}`).join("")
  const dots = at.slice(number).map((place) => draw("circle", { cx: 12 + PITCH * place, cy: 13, r: 2.6, fill: "var(--sd)" }))
  const paint = { fill: "var(--sf)", stroke: "var(--ss)", "stroke-width": 1.6, "stroke-linejoin": "round" }
  return draw("symbol", { id, viewBox: "0 0 116 24" }, draw("path", { d, ...paint }), ...dots)
}
