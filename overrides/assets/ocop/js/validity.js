/* A published page goes on telling the truth when nobody rebuilds it. Python has written down what is true until the end
   of which day (`data-until`) and what follows (templates with `data-after`); here only the day is looked at. */

import { today, untilMidnight } from "./find/standing.js"

const main = document.getElementById("main")
let midnight

/* Where a row stands in a listing, as far as its own mark tells: more stars first, then from holding to withdrawn. */
const ORDER = ["withdrawn", "none", "ended", "unconfirmed", "holding"]

function place(row) {
  const mark = [...row.querySelectorAll(".rate")].pop()
  const stars = row.querySelector('use[href^="#s"]')
  return (stars ? stars.getAttribute("href")[2] : 0) * ORDER.length + ORDER.indexOf(mark && mark.classList[1])
}

const past = (selector, key, day) =>
  [...main.querySelectorAll(selector)].filter((found) => found.dataset[key] < day)

/* What was true gives way to what is true now. A row keeps in mind where it stood when the page was made. */
function bringUp(day) {
  const lists = new Set()
  for (const next of past("template[data-after]", "after", day)) {
    const row = next.closest(".row")
    if (row) {
      row.dataset.was = row.dataset.was || place(row)
      lists.add(row.parentNode)
    }
    next.replaceWith(next.content)
  }
  for (const over of past("[data-until]", "until", day)) over.remove()
  return lists
}

/* A row that has changed goes behind those that stand as high or higher, and the list says how many have. */
function settle(list) {
  const changed = [...list.children].filter((row) => row.dataset.was && +row.dataset.was !== place(row))
  if (!changed.length) return
  for (const row of changed) {
    list.insertBefore(row, [...list.children].find((other) => place(other) < place(row)) || null)
  }
  let note = list.previousElementSibling
  if (!note || !note.matches(".since")) {
    note = document.createElement("p")
    note.className = "note since"
    list.before(note)
  }
  note.textContent = main.dataset.since.replace("#", changed.length)
}

function tellTheTruth() {
  bringUp(today(main.dataset.built)).forEach(settle)
  clearTimeout(midnight)
  midnight = setTimeout(tellTheTruth, untilMidnight())
}

tellTheTruth()
/* A page that comes back from the browser's memory, or into view, on a later day. */
addEventListener("pageshow", tellTheTruth)
document.addEventListener("visibilitychange", tellTheTruth)
