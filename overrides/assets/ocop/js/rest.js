/* What the style sheet leaves for later is laid out while nobody waits, a little at a time: whoever searches or prints the page, or comes
 * back to it, finds all of it. */

const AT_ONCE = 6

const whenIdle = window.requestIdleCallback || setTimeout
const rest = [...document.querySelectorAll(".row, section")].filter((each) => getComputedStyle(each).contentVisibility === "auto")

function layOut() {
  for (const each of rest.splice(0, AT_ONCE)) each.style.contentVisibility = "visible"
  if (rest.length) whenIdle(layOut)
}

whenIdle(layOut)
