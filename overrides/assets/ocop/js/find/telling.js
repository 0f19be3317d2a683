/* Tells a screen reader what has changed, once it has come to rest: not at each key. */

import { make } from "./dom.js"

const REST = 500

export function teller(within) {
  const line = make("p", { class: "sr", role: "status" })
  within.append(line)
  let rest
  return (text) => {
    clearTimeout(rest)
    rest = setTimeout(() => { line.textContent = text }, REST)
  }
}
