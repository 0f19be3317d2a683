/* The inquiry: a letter to each producer, or one for all, first in Vietnamese, then in English. */

import { dayIn } from "../find/days.js"

/* Windows and Chromium open no longer address with a mail program than 2,048 signs; what is cut off there is lost without
   a word. */
export const LONGEST_MAIL = 2000

const PARTED = "\n\n---\n\n"

const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name])

export const numberIn = (lang, number) => Number(number).toLocaleString(lang, { maximumFractionDigits: 3 })

/* How much of a product is wanted: "200 kg", "1 tấn". */
export const amountIn = (lang, { quantity, unit }, units) =>
  quantity ? [numberIn(lang, quantity), units[unit] && units[unit][lang]].filter(Boolean).join(" ") : ""

/* Give the letter of one language. `rows` are {wants, names: {vi, en}}, `to` names whom it is for or nothing. */
function letterIn(lang, words, { rows, to, ship, from, units }) {
  const greeting = to ? fill(words.dear, { name: to[lang] }) : words.dear_all
  const asks = ship ? fill(words.asks_on, { day: dayIn(lang, ship) }) : words.asks
  const goods = rows.map(({ wants, names }, place) => {
    const told = [amountIn(lang, wants, units), wants.pack, wants.date && fill(words.by, { day: dayIn(lang, wants.date) }), wants.note]
    const said = told.filter(Boolean).join("; ")
    return `${place + 1}. ${names[lang]}${said ? `: ${said}` : ""}`
  })
  return [greeting, asks, goods.join("\n"), from ? `${words.close}\n${from}` : words.close].join("\n\n")
}

/* Give a letter {subject, text}. */
export function letter(words, given) {
  return {
    subject: `${words.vi.subject} · ${words.en.subject}`,
    text: ["vi", "en"].map((lang) => letterIn(lang, words[lang], given)).join(PARTED),
  }
}

const NEW_LINE = /\n/g

/* Give the address that opens a mail program, and whether the whole letter is in it; one that would be too long leaves the
   text to be pasted. */
export function mailTo(address, { subject, text }) {
  const opens = `mailto:${encodeURIComponent(address || "").replace("%40", "@")}?subject=${encodeURIComponent(subject)}`
  const whole = `${opens}&body=${encodeURIComponent(text.replace(NEW_LINE, "\r\n"))}`
  return whole.length <= LONGEST_MAIL ? { href: whole, isWhole: true } : { href: opens, isWhole: false }
}

/* Part rows among those whom they are asked of: {maker, rows}, in the order of the list; goods of unknown makers come last. */
export function parted(rows) {
  const makers = new Map()
  for (const row of rows) {
    const { producer } = row.product
    makers.set(producer, [...(makers.get(producer) || []), row])
  }
  return [...makers].map(([maker, its]) => ({ maker, rows: its })).sort((one, other) => !one.maker - !other.maker)
}
