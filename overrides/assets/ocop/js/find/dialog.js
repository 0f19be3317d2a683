/* The search behind the lens of every page. */

import { make } from "./dom.js"
import { early } from "./early.js"
import { ways } from "./hits.js"
import { live } from "./live.js"
import { styled } from "./engine.js"

let dialog

/* Open the search. The listing of all products has it on the page itself; a browser without dialogs goes there. */
export async function openDialog(lens) {
  await styled(lens)
  const own = document.querySelector(".find[data-lists=products] input")
  if (own) {
    own.focus()
    return
  }
  if (!window.HTMLDialogElement) {
    location.href = lens.href
    return
  }
  dialog = dialog || build(lens)
  if (!dialog.open) dialog.showModal()
  dialog.querySelector("input").select()
}

function build(lens) {
  const words = early()
  const input = make("input", {
    id: "finder-q", name: "q", type: "search", placeholder: words.hint, maxlength: 200, enterkeyhint: "search",
    autocomplete: "off", autocapitalize: "off", spellcheck: "false",
  })
  const close = make("button", { class: "link close", type: "button", click: () => built.close() }, words.close)
  const place = make("div", { class: "hits" })
  const built = make("dialog", { class: "finder", "aria-label": words.label },
    make("form", { class: "find", role: "search", action: lens.href.split("#")[0], submit: unlessEmpty },
      make("label", { class: "sr", for: input.id }, words.label), input, close),
    place)
  built.addEventListener("click", (event) => event.target === built && built.close())
  built.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || event.isComposing) return
    // Some browsers would empty the field first.
    event.preventDefault()
    built.close()
  })
  built.addEventListener("close", () => lens.focus())
  document.body.append(built)
  live({ input, place, lens, idle: ways })
  return built
}

const unlessEmpty = (event) => event.target.elements.q.value.trim() || event.preventDefault()
