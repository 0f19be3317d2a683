/* Hits below a field while somebody types. */

import { fill, make } from "./dom.js"
import { early } from "./early.js"
import { engine } from "./engine.js"
import { failure, hits } from "./hits.js"
import { teller } from "./telling.js"
import { whenTyped } from "./typing.js"

/* Show hits for a field in a place; `idle` is what stands there before the first letter. Gives
   what searches a text and what takes the hits away. */
export function live({ input, place, lens, idle = () => [] }) {
  const tell = teller(place.parentNode)
  let current = ""

  async function show(text) {
    current = text
    // Only where the index has not come yet is there time for this.
    const loading = setTimeout(() => fill(place, make("p", { class: "soft" }, early().loading)))
    let loaded
    try {
      loaded = await engine(lens)
    } catch {
      if (current === text) say(failure(() => show(input.value.trim())), early().failed)
      return
    } finally {
      clearTimeout(loading)
    }
    search(text, loaded)
    if (loaded.isWhole) return
    await loaded.search.ready
    search(text, loaded)
  }

  function search(text, loaded) {
    if (current !== text) return
    const found = hits(text, loaded, lens.href)
    say(found.parts, found.told)
  }

  /* Who stands on a hit that goes away is led back to the field. */
  function say(parts, told) {
    const held = place.contains(document.activeElement)
    fill(place, parts)
    if (held) input.focus()
    tell(told)
  }

  function hide() {
    current = ""
    say(idle(), "")
  }

  function typed(value) {
    const text = value.trim()
    if (text === current) return
    if (text) show(text)
    else hide()
  }

  fill(place, idle())
  whenTyped(input, typed)
  typed(input.value)
  walk(input, place)
  return { typed, hide }
}

/* Arrows lead from the field through the links and back. */
function walk(input, place) {
  function go(event) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (!step || event.isComposing) return
    const stops = [input, ...place.querySelectorAll("a, button")]
    const at = stops.indexOf(document.activeElement)
    if (at < 0 || stops.length < 2) return
    event.preventDefault()
    stops[(at + step + stops.length) % stops.length].focus()
  }
  input.addEventListener("keydown", go)
  place.addEventListener("keydown", go)
}
