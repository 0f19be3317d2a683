/* Search: nothing of it is loaded before somebody turns to it. Where it cannot be, the lens leads to the listing. */

const lens = document.querySelector(".lens")
const field = document.querySelector(".find")
let loading

/* Load what searches, once; after a failure whoever asks next tries anew. */
function load() {
  if (loading) return
  const { find, index, style } = lens.dataset
  for (const [rel, href] of [["preload", index], ["stylesheet", style]]) {
    document.head.append(Object.assign(document.createElement("link"), { rel, href, as: "fetch", crossOrigin: "" }))
  }
  loading = import(new URL(find, document.baseURI))
  loading.then((search) => {
    search.open(new URL(index, document.baseURI)).catch(() => {})
    if (field) search.enhance(field, lens)
  }, () => { loading = null })
}

function open(event) {
  if (event.ctrlKey || event.metaKey) return
  event.preventDefault()
  load()
  loading.then((search) => search.openDialog(lens), () => { location = lens.href })
}

lens.addEventListener("click", open)
addEventListener("keydown", (event) => event.key === "/" && !event.target.closest("input, textarea, select") && open(event))
for (const sign of ["pointerover", "focusin"]) {
  addEventListener(sign, ({ target }) => target.closest(".lens, .find, .sift") && load())
}
if (field && location.search) load()
