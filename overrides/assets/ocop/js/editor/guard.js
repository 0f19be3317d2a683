/* Nobody is asked but the site and the repository's host: not for a newer editor, not whether the host is well. */

export function onlyAsk(origins) {
  const ask = window.fetch.bind(window)
  const known = new Set([location.origin, ...origins])
  window.fetch = async (asked, options) => {
    const { protocol, origin } = new URL(asked instanceof Request ? asked.url : asked, document.baseURI)
    if (["https:", "http:"].includes(protocol) && !known.has(origin)) throw new TypeError(`not asked: ${origin}`)
    return ask(asked, options)
  }
}
