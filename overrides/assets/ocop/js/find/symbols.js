/* Stars and drawings that rows refer to. A page holds those that it shows when it is built; others come when a row first
   needs them. */

import star from "../../art/star.svg"
import { draw } from "./dom.js"

const PITCH = 23
const SCALE = 5
const LINE = star.match(/d="M12 3([^"]*)"/)[1]

export function ensureStars(number) {
  const id = `s${number}`
  if (!document.getElementById(id)) hold(symbol(id, number))
}

const asked = new Set()

/* A drawing that this page lacks stands on the page of its kind. Until it has come, and if it does not, its ground is there. */
export function ensureDrawing({ icon }, page) {
  const id = `a-${icon}`
  if (asked.has(id) || document.getElementById(id)) return
  asked.add(id)
  fetch(page).then((answer) => answer.text()).then((html) => {
    const drawing = new DOMParser().parseFromString(html, "text/html").querySelector(`symbol#${id}`)
    if (drawing) hold(document.importNode(drawing, true))
  }).catch(() => asked.delete(id))
}

const hold = (what) => document.body.append(draw("svg", { class: "defs", width: 0, height: 0, "aria-hidden": "true" }, what))

/* As `ocop.site.art` draws it: so many stars, and a dot for each one missing. */
function symbol(id, number) {
  const at = [...Array(SCALE).keys()]
  const d = at.slice(0, number).map((place) => `M${12 + PITCH * place} 3${LINE}`).join("")
  const dots = at.slice(number).map((place) => draw("circle", { cx: 12 + PITCH * place, cy: 13, r: 2.6, fill: "var(--sd)" }))
  const paint = { fill: "var(--sf)", stroke: "var(--ss)", "stroke-width": 1.6, "stroke-linejoin": "round" }
  return draw("symbol", { id, viewBox: "0 0 116 24" }, draw("path", { d, ...paint }), ...dots)
}
