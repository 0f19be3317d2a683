/* Search: nothing of it is loaded before somebody turns to it. Without it the lens leads to the listing. */
const lens = document.querySelector(".lens")
const field = document.querySelector(".find")
let loading

/* Load what searches, once; after a failure whoever asks next tries anew. */
function find() {
  if (!loading) {
    const { find: script, index, style } = lens.dataset
    for (const [rel, href] of [["preload", index], ["stylesheet", style]]) {
      document.head.append(Object.assign(document.createElement("link"), { rel, href, as: "fetch", crossOrigin: "" }))
    }
    loading = import(new URL(script, document.baseURI)).then((search) => {
      if (field) search.enhance(field, lens)
      return search
    })
    loading.catch(() => { loading = null })
  }
  return loading
}

function open(event) {
  if (event.ctrlKey || event.metaKey || event.shiftKey || !window.HTMLDialogElement) return
  event.preventDefault()
  find().then((search) => search.openDialog(lens), () => { location = lens.href })
}

lens.onclick = open
addEventListener("keydown", (event) => event.key === "/" && !event.target.closest("input, textarea, select") && open(event))
for (const sign of ["pointerover", "focusin"]) {
  addEventListener(sign, ({ target }) => target.closest(".lens, .find, .sift") && find())
}
if (field && location.search) find()
