/* The search field of the front page, with hits below it as one types. */

import { make } from "./dom.js"
import { live } from "./live.js"

export function enhanceFront(form, lens) {
  const { q: input } = form.elements
  const place = make("div", { class: "hits" })
  const over = make("div", { class: "over" }, place)
  form.append(over)
  const close = live({ input, place, lens })
  form.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return
    close()
    input.focus()
  })
  form.addEventListener("submit", (event) => input.value.trim() || event.preventDefault())
}
