/* What a query asks for: slots, each of which a record has to fill in one of several ways. */

import { keyed } from "./telex.js"
import { fold } from "./fold.js"
import { spelling, term, words } from "./words.js"

const MOST_LETTERS = 200
const MOST_WORDS = 12
const LONGEST_WORD = 40
const SHORTEST_PART = 2
const LONGEST_JOINED = 24

/* How much a way counts that is only a guess at what was meant. */
const GUESSED = 0.8

const NUMBERS = { 1: 1, 2: 2, 3: 3, 4: 4, 5: 5, mot: 1, hai: 2, ba: 3, bon: 4, nam: 5, one: 1, two: 2, three: 3, four: 4, five: 5 }
const STAR = /^(?:sao|stars?)$/

/* Give a function that reads a query into slots {said, stars, ways}. `stars` is a count of stars, "any" of whatever is rated, or
   null where words are asked for; a way is {terms, marks, weight}, `marks` being the words with their marks where they were
   typed. `phrases` are lists of what says the same; `knows` tells whether a word occurs in the index. */
export function reader(phrases, knows) {
  const alike = phrasesAlike(phrases)
  const longest = Math.max(0, ...[...alike.keys()].map((key) => key.split(" ").length))

  function read(text) {
    const typed = words(withStarsInWords(text.slice(0, MOST_LETTERS))).slice(0, MOST_WORDS).map(typedWord)
    const slots = []
    for (let at = 0; at < typed.length; ) {
      const [size, slot] = starsAt(typed, at) || phraseAt(typed, at) || [1, wordSlot(typed[at])]
      slots.push({ said: typed.slice(at, at + size).map(({ said }) => said).join(" "), ...slot })
      at += size
    }
    return slots
  }

  function phraseAt(typed, at) {
    for (let size = Math.min(longest, typed.length - at); size > 0; size--) {
      const part = typed.slice(at, at + size)
      const others = alike.get(part.map((each) => each.term).join(" "))
      if (!others || !others.said.some((marks) => part.every((each, place) => mayBe(each.marks, marks[place])))) continue
      return [size, { stars: null, ways: [way(part), ...others.ways.map((terms) => ({ terms, marks: null, weight: 1 }))] }]
    }
    return null
  }

  function wordSlot(word) {
    const guesses = knows(word.term) ? [] : [[keyed(word.plain)], parted(word.plain)]
    const sound = guesses.filter((terms) => terms && terms.every((each) => each && knows(each)))
    return { stars: null, ways: [way([word]), ...sound.map((terms) => ({ terms, marks: null, weight: GUESSED }))] }
  }

  /* The known words that were run together: `baclieu`. */
  function parted(word) {
    if (word.length > LONGEST_JOINED) return null
    for (let size = word.length - SHORTEST_PART; size >= SHORTEST_PART; size--) {
      if (!knows(word.slice(0, size))) continue
      const rest = word.slice(size)
      const others = knows(rest) ? [rest] : parted(rest)
      if (others) return [word.slice(0, size), ...others]
    }
    return null
  }

  return read
}

function typedWord(word) {
  const said = word.slice(0, LONGEST_WORD)
  return { said, plain: fold(said), term: term(said), marks: spelling(said) }
}

const way = (typed) => ({ terms: typed.map(({ term }) => term), marks: typed.map(({ marks }) => marks), weight: 1 })

/* What was typed without marks may be any word with them. */
const mayBe = (typed, marks) => typed === marks || !hasMarks(typed)
export const hasMarks = (spelt) => /[^a-z0-9]/.test(spelt)

function phrasesAlike(phrases) {
  const alike = new Map()
  for (const same of phrases) {
    const cut = same.map(words).filter((phrase) => phrase.length)
    for (const phrase of cut) {
      const key = phrase.map(term).join(" ")
      if (!alike.has(key)) alike.set(key, { said: [], ways: [] })
      const { said, ways } = alike.get(key)
      said.push(phrase.map(spelling))
      ways.push(...cut.filter((other) => other !== phrase).map((other) => other.map(term)))
    }
  }
  return alike
}

/* ★★★★ and 4* are four stars. */
const withStarsInWords = (text) =>
  text.replace(/([1-5])\s*[*★⭐]/gu, " $1 sao ").replace(/[★⭐]{1,5}/gu, (stars) => ` ${[...stars].length} sao `)

function starsAt(typed, at) {
  const { term: word, plain } = typed[at]
  if (word === "ocop") return [1, { stars: "any", ways: [] }]
  const together = /^([1-5])(?:sao|stars?)$/.exec(plain)
  if (together) return [1, { stars: +together[1], ways: [] }]
  const next = typed[at + 1]
  return NUMBERS[plain] && next && STAR.test(next.marks) ? [2, { stars: NUMBERS[plain], ways: [] }] : null
}
