/* How names and what people type are cut into words and looked up, the same way at both ends. */

import { fold } from "./fold.js"

/* Give the words of a text as they stand there; marks that stand on nothing are no word. */
export const words = (text) => text.normalize("NFC").match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu) || []

/* Give a word as it is looked up: folded; `mĩ` and `mỹ` are one, and so are `cracker` and `crackers`. */
export const term = (word) =>
  fold(word).replace(/((?:^|.)[bcdghklmnprstvx]|qu)y$/, "$1i").replace(/([a-z]{2}[a-rt-z])s$/, "$1")

/* Give the words of a text as they are looked up, in one line. */
export const terms = (text) => words(text).map(term).join(" ")

/* Give a word with its marks, written in one way: `hoà` as `hòa`. */
export const spelling = (word) =>
  word.toLowerCase().normalize("NFD").replace(/([ou])([\u0300\u0301\u0303\u0309\u0323])([aey])$/, "$1$3$2")
