/* Unfolds columns from the terse forms that `ocop.site.compose.finder_forms` writes. */

import { slug } from "./fold.js"

const LETTERS = Array.from({ length: 0x7f - 0x23 }, (_, place) => String.fromCharCode(0x23 + place)).filter((letter) => letter !== "\\")
const FIGURE = new Map(LETTERS.map((letter, figure) => [letter, figure]))
const WORD = /[^ ()/,.;:-]+/g
const FIRST_MARK = 0x80

export const lines = (text) => text.split("\n")

/* Lists of texts, a line each. */
export const listed = (text) => lines(text).map((line) => (line ? line.split("\t") : []))

/* Places in a table; -1 is none. */
export function places([width, text]) {
  const found = []
  for (let start = 0; start < text.length; start += width) {
    let place = 0
    for (let each = start; each < start + width; each++) place = place * LETTERS.length + FIGURE.get(text[each])
    found.push(place - 1)
  }
  return found
}

/* Names, each of which begins with some words of the one before. */
export function names(text) {
  let before = []
  return lines(text).map((line) => {
    const rest = line.slice(1)
    before = before.slice(0, +line[0]).concat(rest ? rest.split(" ") : [])
    return before.join(" ")
  })
}

/* Other names, in which characters that stand for a word of the name are filled in. */
export function otherNames(text, of) {
  return lines(text).map((line, row) => {
    let words
    return line.replace(/[\x81-\x9f]/g, (mark) => {
      words = words || of[row].match(WORD)
      return words[words.length - mark.charCodeAt(0) + FIRST_MARK]
    })
  })
}

/* Ids, in which capital letters stand for the words of the name's own; nothing is the whole of it. */
export function ids(text, of) {
  return lines(text).map((line, row) => {
    const own = slug(of[row])
    if (!line || !/[A-Z]/.test(line)) return line || own
    const words = own.split("-")
    return line.replace(/[A-Z]/g, (letter) => words[words.length - letter.charCodeAt(0) + 64])
  })
}
