/* The inquiry: who is asked for what, and the ways to send it. Nothing is sent from here: a mail program opens, or the text
   is copied. */

import { make } from "../find/dom.js"
import { letter, mailTo, parted } from "./letters.js"
import { copy } from "./taking.js"
import { counted, lang, say, told } from "./told.js"

const EACH = "each"
const ALL = "all"
const MOST_LINES = 16

/* Give the section and what brings it up to date; `tell` says what was done. */
export function inquiry(knows, tell) {
  const letters = make("ol", { class: "letters" })
  const ways = make("fieldset", { class: "ways-to-ask" }, make("legend", null, say("ask_whom")), way(EACH, true), way(ALL, false))
  const from = make("input", { type: "text", maxlength: 200, autocomplete: "name" })
  const element = make("section", { class: "inquiry" }, make("h2", null, say("inquiry")), make("p", null, say("inquiry_lead")),
    ways, make("label", { class: "from" }, make("span", null, say("from")), from, make("small", null, say("from_note"))), letters)
  let latest = { rows: [], ship: "" }

  function way(value, checked) {
    return make("label", null, make("input", { type: "radio", name: "ask", value, checked }), make("span", null, say(`ask_${value}`)))
  }

  const isForAll = () => ways.querySelector(":checked").value === ALL

  function draw() {
    const { rows, ship } = latest
    const asked = isForAll() ? [{ maker: null, rows }] : parted(rows)
    letters.textContent = ""
    letters.append(...asked.map((each) => shown(each, ship)))
  }

  function shown({ maker, rows }, ship) {
    const to = maker && { vi: nameIn("vi", maker), en: nameIn("en", maker) }
    const written = letter(told.letter, { rows, to, ship, from: from.value.trim(), units: told.units })
    const contact = maker ? knows.maker(maker.id) : {}
    const whom = maker ? maker.name : say(isForAll() ? "everybody" : "no_maker")
    const mail = mailTo(contact.email, written)
    const lines = Math.min(written.text.split("\n").length + 1, MOST_LINES)
    const text = make("textarea", { readonly: true, rows: lines, "aria-label": say("letter_to", { name: whom }), spellcheck: "false" })
    text.value = written.text
    const copied = () => copy(written.text).then((done) => tell(say(done ? "copied" : "not_copied")))
    return make("li", { class: "letter" },
      make("h3", maker && maker.lang !== lang ? { lang: maker.lang } : null, whom),
      make("p", { class: "by" }, counted(rows.length), " · ", reach(contact, maker)),
      make("details", null, make("summary", null, say("read")), text),
      make("p", { class: "btns" },
        make("a", { class: "btn line", href: mail.href, click: mail.isWhole ? null : copied }, say(mail.isWhole ? "mail" : "mail_long")),
        contact.zalo && make("a", { class: "btn line", href: contact.zalo, rel: "noreferrer", target: "_blank", click: copied }, say("zalo")),
        make("button", { type: "button", class: "btn line", click: copied }, say("copy_letter"))),
      !mail.isWhole && make("p", { class: "small soft" }, say("too_long")))
  }

  ways.addEventListener("change", draw)
  from.addEventListener("input", draw)
  return {
    element,
    refresh(rows, ship) {
      latest = { rows, ship }
      draw()
    },
  }
}

/* How a maker can be reached, as far as it agreed to have that told. */
function reach({ email, phones = [] }, maker) {
  const ways = [...(email ? [email] : []), ...phones.map(([said, number]) => make("a", { href: `tel:${number}` }, said))]
  if (!ways.length) return say(maker ? "no_contact" : "no_address")
  return ways.flatMap((way, place) => (place ? [" · ", way] : [way]))
}

const nameIn = (language, { name, lang: its, other }) => (its === language || !other ? name : other)
