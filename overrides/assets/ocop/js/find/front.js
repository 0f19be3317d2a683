/* The search field of the front page, with hits below it as one types. */

import { make } from "./dom.js"
import { live } from "./live.js"

export function enhanceFront(form, lens) {
  const { q: input } = form.elements
  const place = make("div", { class: "hits" })
  const over = make("div", { class: "over" }, place)
  form.append(over)
  const { typed, hide } = live({ input, place, lens })
  form.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return
    hide()
  })
  input.addEventListener("pointerdown", () => typed(input.value))
  for (const sign of ["pointerdown", "focusin"]) document.addEventListener(sign, ({ target }) => form.contains(target) || hide())
  form.addEventListener("submit", (event) => input.value.trim() || event.preventDefault())
}
