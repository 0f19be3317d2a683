/* Where the browser keeps the list. Two catalogues on one host have one each. Where the browser keeps nothing, the list is
   in the address alone. */

/* Give the address of the site's root; the lens of every page tells where its files are. */
export const siteRoot = () => new URL("../../", new URL(document.querySelector(".lens").dataset.index, document.baseURI)).href

export function shelfOf(root) {
  const key = `ocop-list ${new URL(root).pathname}`
  const storage = storageThatWorks(key)
  let here = location.hash.slice(1)
  addEventListener(key, ({ detail }) => { here = detail })

  return {
    lasts: Boolean(storage),
    /* Give the text; null where none was ever kept. */
    read: () => (storage ? storage.getItem(key) : here),
    keep(text) {
      if (storage) storage.setItem(key, text)
      dispatchEvent(new CustomEvent(key, { detail: text }))
    },
    /* Call when anybody on this page has changed it, or another window has. */
    onChange(call) {
      addEventListener(key, call)
      addEventListener("storage", (event) => (event.key === key || event.key === null) && call())
    },
  }
}

/* A browser may refuse to read, or only to write. */
function storageThatWorks(key) {
  try {
    const probe = `${key}?`
    localStorage.setItem(probe, "")
    localStorage.removeItem(probe)
    return localStorage
  } catch {
    return null
  }
}
