/* What somebody types, once they pause.

   While a letter is being composed (Telex: "oo" becomes "ô") the pause is longer: what stands there in between is nobody's
   word. It is not endless, for keyboards of phones compose every word until its space. */

const PAUSE = 80
const COMPOSING_PAUSE = 320

export function whenTyped(input, tell) {
  let composing = false
  let pause
  const later = () => {
    clearTimeout(pause)
    pause = setTimeout(() => tell(input.value), composing ? COMPOSING_PAUSE : PAUSE)
  }
  input.addEventListener("compositionstart", () => { composing = true })
  input.addEventListener("compositionend", () => {
    composing = false
    later()
  })
  input.addEventListener("input", later)
}
