/* Ways to take the list along: a text for another program, a file. All is made here, from what the page has. */

export const TYPES = {
  csv: "text/csv;charset=utf-8",
  vcf: "text/vcard;charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}

const SPENT = 10_000 // milliseconds until the address of a file may be given back

/* Copy a text, and tell whether that was done; a page without https has the older way alone. */
export async function copy(text) {
  if (navigator.clipboard) {
    try {
      await navigator.clipboard.writeText(text)
      return true
    } catch {
      // The older way may do.
    }
  }
  const before = document.activeElement
  const area = document.body.appendChild(document.createElement("textarea"))
  area.value = text
  area.focus({ preventScroll: true })
  area.select()
  const done = document.execCommand("copy")
  area.remove()
  before.focus({ preventScroll: true })
  return done
}

/* Give a file to be saved. */
export function save(content, name, type) {
  const href = URL.createObjectURL(new Blob([content], { type }))
  const link = Object.assign(document.createElement("a"), { href, download: name })
  document.body.append(link)
  link.click()
  link.remove()
  setTimeout(() => URL.revokeObjectURL(href), SPENT)
}

/* Join the cards that the catalogue has made; rejects where one cannot be had. */
export async function cards(addresses) {
  const answers = await Promise.all(addresses.map((address) => fetch(address)))
  const missing = answers.find(({ ok }) => !ok)
  if (missing) throw new Error(`${missing.url}: ${missing.status}`)
  return (await Promise.all(answers.map((answer) => answer.text()))).join("")
}
