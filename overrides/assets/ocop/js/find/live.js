/* Hits below a field while somebody types. */

import { fill, make } from "./dom.js"
import { early } from "./early.js"
import { engine } from "./engine.js"
import { failure, hits } from "./hits.js"
import { teller } from "./telling.js"
import { whenTyped } from "./typing.js"

/* Show hits for a field in a place; `idle` is what stands there before the first letter. Gives what closes the hits. */
export function live({ input, place, lens, idle = () => [] }) {
  const tell = teller(place.parentNode)
  let current

  async function show(typed) {
    const text = typed.trim()
    current = text
    if (!text) return fill(place, idle())
    const slow = setTimeout(() => fill(place, make("p", { class: "soft" }, early().loading)), 0)
    try {
      const found = hits(text, await engine(lens), lens.href)
      if (current !== text) return undefined
      fill(place, found.parts)
      tell(found.told)
    } catch (fault) {
      if (current === text) fill(place, failure(() => show(input.value)))
      tell(early().failed)
    } finally {
      clearTimeout(slow)
    }
    return undefined
  }

  whenTyped(input, show)
  show(input.value)
  walk(input, place)
  return () => {
    current = ""
    fill(place, idle())
  }
}

/* Arrows lead from the field through the links and back. */
function walk(input, place) {
  place.parentNode.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (!step || event.isComposing) return
    const stops = [input, ...place.querySelectorAll("a, button")]
    const at = stops.indexOf(document.activeElement)
    if (at < 0 || stops.length < 2) return
    event.preventDefault()
    stops[(at + step + stops.length) % stops.length].focus()
  })
}
