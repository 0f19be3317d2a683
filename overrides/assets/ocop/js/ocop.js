/* A published page goes on telling the truth when nobody rebuilds it: what has ended since says so. */

/* Việt Nam is at UTC+7 all year and has been since 1975; no table of time zones is needed, nor does every browser have one. */
const VIET_NAM = 7 * 60 * 60 * 1000

export function today(now = Date.now()) {
  return new Date(now + VIET_NAM).toISOString().slice(0, 10)
}

/* A panel has its new content ready in a template; a mark or a note, its new words. */
function end(shown) {
  const { thenLabel, thenState } = shown.dataset
  const state = shown.nextElementSibling
  const ready = shown.querySelector("template")
  if (shown.classList.contains("rate")) shown.className = ready ? "rate panel ended" : "rate ended"
  shown.textContent = ready ? "" : thenLabel
  if (ready) shown.append(ready.content)
  if (state && state.classList.contains("state")) state.textContent = thenState
  shown.removeAttribute("data-until")
}

export function endWhatHasEnded() {
  const day = today()
  for (const shown of document.querySelectorAll("[data-until]")) {
    if (shown.dataset.until < day) end(shown)
  }
}

endWhatHasEnded()
/* A page that was left open, or comes back from the browser's memory, on a later day. */
addEventListener("pageshow", endWhatHasEnded)

/* What only the page of a record needs comes after it has been shown. */
const main = document.getElementById("main")
if (document.querySelector(".tools")) import(new URL(main.dataset.record, document.baseURI))
