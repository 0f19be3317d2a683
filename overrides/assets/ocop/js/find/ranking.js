/* How well records answer a query. */

import { membersOf, spellingsOf, titlesOf } from "./entries.js"
import { hasMarks } from "./query.js"

/* What a record scores that is found by its own names … */
const CALLED_SO = 1000
const ALMOST_CALLED_SO = 950
const WORD_FOR_IT = 900
const PHRASE = 600
const PHRASE_OF_MANY = 590
const BEGUN_INSIDE = 560
const SCATTERED = 400
/* … by what it belongs to, which may be called just so … */
const GOODS_OF_KIND = 800
const GOODS_OF_OTHERS = PHRASE
const BELONGS = 300
const OWN_SHARE = 40
/* … or only by so many stars. */
const STARS = 500

/* A word that was only begun may become another; one with other marks, or with a slip in it, probably is another. */
const BEGUN = 0.95
const OTHER_MARKS = 0.4
const SLIP = 0.1

/* Give the scores of what fills the slots of a query, by record. `found` are {entry, hits}: for each slot of words the way in
   which it is filled, {way, quality, by}: quality is "whole", "begun" or "slip", by is "own", "more" or "through". */
export function scored(found, index) {
  const taken = found.some(({ entry, hits }) => entry.record.type !== "product" && ownScore(entry, hits, false) === CALLED_SO)
  const scores = new Map()
  const lifted = new Map()
  for (const { entry, hits } of found) {
    const own = ownScore(entry, hits, taken)
    const factor = factorOf(entry, hits)
    scores.set(entry.record, own * factor)
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
  const phrase = hits.map(({ way }) => way.terms.join(" ")).join(" ")
  const begun = hits.some(({ quality }) => quality === "begun")
  if (own < hits.length) {
    if (begun || !titlesOf(entry).more.includes(phrase)) return SCATTERED
    return entry.record.type === "commune" ? almost(taken) : WORD_FOR_IT
  }
  const titles = titlesOf(entry).own
  if (!begun && titles.includes(phrase)) return CALLED_SO
  if (!begun && entry.record.type === "producer" && titles.some((name) => name.endsWith(` ${phrase}`))) return almost(taken)
  if (entry.own.some((name) => holds(name, phrase, begun))) return begun && !entry.own.some((name) => name.startsWith(phrase)) ? BEGUN_INSIDE : PHRASE
  return SCATTERED
}

/* A maker's name ends with what tells it apart, and a commune is called by its new name too: but where something else bears
   just that name, that is what was meant. */
const almost = (taken) => (taken ? PHRASE_OF_MANY : ALMOST_CALLED_SO)

const holds = (name, phrase, begun) => ` ${name}${begun ? "" : " "}`.includes(` ${phrase}${begun ? "" : " "}`)

function factorOf(entry, hits) {
  let factor = Math.min(1, ...hits.map(({ way }) => way.weight))
  if (hits.some(({ quality }) => quality === "begun")) factor *= BEGUN
  if (hits.some(({ quality }) => quality === "slip")) factor *= SLIP
  if (hits.some((hit) => hit.by === "own" && !agrees(entry, hit))) factor *= OTHER_MARKS
  return factor
}

/* Whether the marks that were typed are those of the name. */
function agrees(entry, { way, quality }) {
  const typed = (way.marks || []).filter(hasMarks)
  if (!typed.length || quality === "slip") return true
  const spelt = spellingsOf(entry)
  return typed.every((marks) => spelt.includes(marks) || (quality === "begun" && spelt.some((each) => each.startsWith(marks))))
}
