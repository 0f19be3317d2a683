/* The few lines that come first: they tell whether there is anything to edit, and only then load the editor. */

const script = document.querySelector("script[data-editor]")

const isLocal = /^(127\.0\.0\.1|(.+\.)?localhost)$/.test(location.hostname)

function show(state) {
  for (const part of document.querySelectorAll("[data-when]")) part.hidden = part.dataset.when !== state
}

async function start() {
  const told = JSON.parse(document.getElementById("editor-config").textContent)
  if (!told.backend && !isLocal) return show("alone")
  show("opening")
  const { open } = await import(new URL(script.dataset.editor, document.baseURI))
  await open(told)
  document.querySelector("main").remove()
}

start().catch((fault) => {
  show("failed")
  document.querySelector("[data-why]").textContent = String(fault?.message ?? fault)
})
