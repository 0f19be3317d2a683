/* What an address from a QR code names: a record of this catalogue, another of its pages, or something elsewhere. */

const WITH_SCHEME = /https?:\/\/\S+/i
const WITH_HOST = /^(?:\/\/)?(?:www\.|[^\s/?#]*[.:][^\s/?#]+\/)\S*$/i
const AFTER = /[.,;:!?)\]>"”]+$/

/* Read a text. `roots` are the addresses of the site: where it is seen, and where it says that it lives; `folders` the
   beginnings of addresses by collection, in all languages. Gives null for a text that is no address, else what it names:
   {names: "products" | "producers", id}, {names: "check", text}, {names: "page"} or {names: "elsewhere", text}. */
export function addressIn(text, { roots, folders }) {
  const written = addressOf(text, folders)
  if (written === null) return null
  if (!written.includes("//")) return inside(written.replace(/^\/+/, ""), folders, roots)
  let url
  try {
    url = new URL(written)
  } catch (_) {
    return null
  }
  const root = roots.map((each) => new URL(each)).find((each) => host(each) === host(url) && under(url, each))
  if (!root) return { names: "elsewhere", text: lastWords(url.pathname) }
  return inside(url.pathname.slice(root.pathname.length) + url.search, folders, roots)
}

/* The address in a text, with a scheme or, where it begins in the site, without; null where there is none. */
function addressOf(text, folders) {
  const whole = WITH_SCHEME.exec(text)
  if (whole) return whole[0].replace(AFTER, "")
  if (WITH_HOST.test(text)) return `https://${text.replace(/^\/\//, "")}`
  const path = text.replace(/^\/+/, "").toLowerCase()
  const begins = Object.values(folders).some((all) => all.some((folder) => path.startsWith(folder)))
  return begins || /^\/[^\s/]+\/\S*$/.test(text) ? text : null
}

const host = (url) => url.host.replace(/^www\./, "")

const under = (url, root) => `${url.pathname}/`.toLowerCase().startsWith(root.pathname.toLowerCase())

/* What a path names, beginning at the site's root or, as somebody copied it, at the host's. */
function inside(path, folders, roots) {
  for (const { pathname } of [{ pathname: "/" }, ...roots.map((root) => new URL(root))]) {
    const prefix = pathname.slice(1).toLowerCase()
    if (!path.toLowerCase().startsWith(prefix)) continue
    const [way, query = ""] = path.slice(prefix.length).split("#")[0].split("?")
    const parts = plain(way).toLowerCase().replace(/\/index\.html?$/, "").split("/").filter(Boolean)
    for (const [names, all] of Object.entries(folders)) {
      for (const folder of all) {
        const above = folder.split("/").filter(Boolean)
        if (above.some((part, place) => part !== parts[place])) continue
        if (names === "check" && parts.length === above.length) return { names, text: new URLSearchParams(query).get("q") || "" }
        if (parts.length === above.length + 1) return { names, id: parts[above.length] }
      }
    }
  }
  return { names: "page" }
}

function plain(path) {
  try {
    return decodeURIComponent(path)
  } catch (_) {
    return path
  }
}

const lastWords = (path) => plain(path).split("/").filter(Boolean).slice(-1).join("").replace(/\.\w+$|[-_+.]+/g, " ").trim()
