/* How well records answer a query. */

import { membersOf, spellingsOf, titlesOf } from "./entries.js"
import { hasMarks } from "./query.js"

/* What a record scores that is found by its own names … */
const CALLED_SO = 1000
const ALMOST_CALLED_SO = 950
const WORD_FOR_IT = 900
const PHRASE = 600
const PHRASE_OF_MANY = 590
const LONGER_NAME = 580
const BEGUN_INSIDE = 560
const SCATTERED = 400
const SCATTERED_MORE = 350
/* … by what it belongs to, which may be called just so … */
const GOODS_OF_KIND = 800
const GOODS_OF_OTHERS = PHRASE
const BELONGS = 300
const OWN_SHARE = 40
/* What is of a kind that was asked for stands before what only mentions it. */
const OF_KIND = 50
/* … or only by so many stars. */
const STARS = 500

/* A word that was only begun may become another; one with other marks, or with a slip in it, probably is another. */
const BEGUN = 0.95
const OTHER_MARKS = 0.4
const SLIP = 0.1

const MOST_PHRASES = 16

/* Give the scores of what fills the slots of a query, by record. `found` are {entry, hits}: for each slot of words how it is
   filled, {ways, quality, by, ofKind}: quality is "whole", "begun" or "slip", by is "own", "more" or "through", and
   ofKind tells that the words are what the product's kind is called. */
export function scored(found, index) {
  const taken = found.some(({ entry, hits }) => entry.record.type !== "product" && ownScore(entry, hits, false) === CALLED_SO)
  const scores = new Map()
  const lifted = new Map()
  for (const { entry, hits } of found) {
    const own = ownScore(entry, hits, taken)
    const factor = factorOf(entry, hits)
    scores.set(entry.record, (own + (hits.some(({ ofKind }) => ofKind) ? OF_KIND : 0)) * factor)
    if (own < ALMOST_CALLED_SO) continue
    const lift = (entry.record.type === "kind" ? GOODS_OF_KIND : GOODS_OF_OTHERS) * factor
    for (const member of membersOf(entry.record, index)) lifted.set(member, Math.max(lift, lifted.get(member) || 0))
  }
  for (const [member, lift] of lifted) if (scores.get(member) < lift) scores.set(member, lift)
  return scores
}

function ownScore(entry, hits, taken) {
  if (!hits.length) return STARS
  const own = hits.filter(({ by }) => by === "own").length
  if (hits.some(({ by }) => by === "through")) return BELONGS + (OWN_SHARE * own) / hits.length
  const phrases = phrasesOf(hits)
  const isPhrase = (name) => phrases.includes(name)
  const begun = hits.some(({ quality }) => quality === "begun")
  if (own < hits.length) {
    if (begun || !titlesOf(entry).more.some(isPhrase)) return SCATTERED_MORE
    return entry.record.type === "commune" ? almost(taken) : WORD_FOR_IT
  }
  const titles = titlesOf(entry).own
  if (!begun && titles.some(isPhrase)) return CALLED_SO
  if (!begun && entry.record.type === "producer" && titles.some((name) => phrases.some((phrase) => name.endsWith(` ${phrase}`)))) return almost(taken)
  const held = (test) => entry.own.some((name) => phrases.some((phrase) => test(name, phrase)))
  if (begun) return held((name, phrase) => name.startsWith(phrase)) ? PHRASE : held((name, phrase) => name.includes(` ${phrase}`)) ? BEGUN_INSIDE : SCATTERED
  if (!held((name, phrase) => ` ${name} `.includes(` ${phrase} `))) return SCATTERED
  return taken && entry.record.type === "commune" ? LONGER_NAME : PHRASE
}

/* A maker's name ends with what tells it apart, and a commune is called by its new name too: but where something else bears
   just that name, that is what was meant. */
const almost = (taken) => (taken ? PHRASE_OF_MANY : ALMOST_CALLED_SO)

/* What a record was found by, in the order of the query: several phrases, where a slot was filled in several ways. */
function phrasesOf(hits) {
  const phrases = hits.reduce((heads, { ways }) => heads.flatMap((head) => ways.map(({ terms }) => [...head, ...terms])).slice(0, MOST_PHRASES), [[]])
  return phrases.map((words) => words.join(" "))
}

function factorOf(entry, hits) {
  let factor = Math.min(1, ...hits.map(({ ways }) => ways[0].weight))
  if (hits.some(({ quality }) => quality === "begun")) factor *= BEGUN
  if (hits.some(({ quality }) => quality === "slip")) factor *= SLIP
  if (hits.some((hit) => hit.by === "own" && !agrees(entry, hit))) factor *= OTHER_MARKS
  return factor
}

/* Whether the marks that were typed are those of the name. */
function agrees(entry, { ways, quality }) {
  if (quality === "slip" || !ways.every(({ marks }) => marks)) return true
  const typed = ways[0].marks.filter(hasMarks)
  if (!typed.length) return true
  const spelt = spellingsOf(entry)
  return typed.every((marks) => spelt.includes(marks) || (quality === "begun" && spelt.some((each) => each.startsWith(marks))))
}
