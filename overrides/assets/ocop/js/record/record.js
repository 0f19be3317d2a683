/* What the page of a record says of the visitor's own moment, and what one does with it. */

import { today } from "../find/standing.js"
import { minuteOfWeek, opening } from "./opening.js"

const MINUTE = 60_000
const { built } = document.querySelector("#main").dataset

/* A clock that lies before the day on which the page was made is wrong: then nothing is known of the hour. */
function tellTheHour() {
  const right = today() >= built
  for (const place of document.querySelectorAll("[data-open]")) {
    const { open, say, days } = place.dataset
    place.textContent = right ? opening(open, minuteOfWeek(), say.split("|"), days.split("|")) : ""
  }
}

function tellTheDay() {
  const day = today(built)
  for (const strip of document.querySelectorAll("[data-season]")) {
    const { season, say } = strip.dataset
    strip.textContent = season.split(" ").includes(String(Number(day.slice(5, 7)))) ? say : ""
  }
  for (const doubt of document.querySelectorAll(":not(template)[data-after]")) doubt.hidden = day <= doubt.dataset.after
}

function tell() {
  tellTheHour()
  tellTheDay()
}

tell()
addEventListener("pageshow", tell)
setInterval(() => document.hidden || tell(), MINUTE)
document.addEventListener("visibilitychange", tell)

/* The address that stays, not the one with a place on the page or a word searched for. */
function address() {
  const canonical = document.querySelector("link[rel=canonical]")
  return canonical ? canonical.href : location.href.replace(/[?#].*/, "")
}

const does = {
  share: () => navigator.share({ title: document.title, url: address() }).catch(() => {}),
  copy: ({ dataset, parentNode }) =>
    navigator.clipboard.writeText(dataset.of ? document.getElementById(dataset.of).textContent : address()).then(
      () => (parentNode.lastElementChild.textContent = dataset.say),
      () => {},
    ),
  print: () => print(),
}
const can = { share: navigator.share, copy: navigator.clipboard, print: true }

for (const tools of document.querySelectorAll(".tools")) {
  for (const button of tools.querySelectorAll("[data-do]")) {
    button.hidden = !can[button.dataset.do]
    button.addEventListener("click", () => does[button.dataset.do](button))
  }
  tools.classList.add("on")
}
