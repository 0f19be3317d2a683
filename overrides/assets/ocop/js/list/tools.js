/* What one does with the list: send its link, take it as a file, print it, empty it. */

import { make } from "../find/dom.js"
import { csv } from "./sheet.js"
import { TYPES, cards, copy, save } from "./taking.js"
import { say } from "./told.js"

/* Give the line of buttons. `gives` are {table(), cards(), workbook}: rows for a sheet, where the cards of the makers are, and
   where the script is that makes workbooks; `tell` says what was done. */
export function tools(gives, tell, clear) {
  const said = make("span")
  const button = (key, act) => make("button", { type: "button", click: act }, say(key))
  const saved = (content, ending) => save(content, `${say("file")}.${ending}`, TYPES[ending])

  function report(key) {
    said.textContent = say(key)
    tell(say(key))
  }

  const made = (make_, ending) => async () => {
    try {
      saved(await make_(), ending)
    } catch {
      report("file_failed")
    }
  }
  const workbook = async () => (await import(gives.workbook)).workbook(gives.table(), say("file"))
  const link = async () => report((await copy(location.href)) ? "link_copied" : "not_copied")

  return make("p", { class: "tools on" },
    navigator.share && button("share", () => navigator.share({ title: document.title, url: location.href }).catch(() => {})),
    button("copy_link", link),
    button("xlsx", made(workbook, "xlsx")),
    button("csv", made(() => csv(gives.table()), "csv")),
    button("cards", made(() => cards(gives.cards()), "vcf")),
    button("print", () => print()),
    button("clear", clear),
    said)
}
