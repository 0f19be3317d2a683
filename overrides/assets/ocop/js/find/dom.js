/* Elements are made piece by piece: what a record says only ever becomes text. */

/* Make an element. An attribute that is null or false is left out; a function listens to what the attribute names. */
export function make(tag, attributes, ...within) {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes || {})) {
    if (typeof value === "function") element.addEventListener(name, value)
    else if (value !== null && value !== undefined && value !== false) element.setAttribute(name, value === true ? "" : value)
  }
  element.append(...within.flat().filter((each) => each || each === 0))
  return element
}

const SVG = "http://www.w3.org/2000/svg"

export function draw(tag, attributes, ...within) {
  const element = document.createElementNS(SVG, tag)
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value)
  element.append(...within)
  return element
}

/* Say words of the index; `{count}` in them is filled in. */
export const say = ({ words }, key, values = {}) => words[key].replace(/\{(\w+)\}/g, (_, name) => values[name])

/* Count in the manner of the language: "1.204 sản phẩm", "1 product". */
export const counted = (index, what, count) =>
  say(index, count === 1 ? `${what}_one` : `${what}_many`, { count: count.toLocaleString(index.lang) })

/* Give what leads to a record from any page. */
export const linkTo = (index, address) => new URL(address, index.root).href

/* Put something else into an element. */
export function fill(element, ...within) {
  element.textContent = ""
  element.append(...within.flat().filter(Boolean))
}
