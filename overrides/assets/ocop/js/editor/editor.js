/* The editor: Sveltia CMS with the catalogue's own configuration and its own way of reading and writing records. */

import { configuration, formatOf } from "./config.js"
import { onlyAsk } from "./guard.js"
import { fromFile, toFile } from "./record.js"

export async function open(told) {
  onlyAsk(told.hosts)
  speakVietnamese()
  window.CMS_MANUAL_INIT = true
  const { default: CMS } = await import("@sveltia/cms")
  for (const [form, shape] of Object.entries(told.shapes)) {
    CMS.registerCustomFormat(formatOf(form), "yml", {
      fromFile: (text) => fromFile(shape, text),
      toFile: (content) => toFile(shape, content),
    })
  }
  document.getElementById("nc-root").hidden = false
  document.body.classList.toggle("without-repository", !told.backend)
  await CMS.init({ config: configuration(told) })
}

/* The forms are in Vietnamese, so is what is around them, unless somebody has chosen otherwise. */
function speakVietnamese() {
  const kept = "sveltia-cms.prefs"
  try {
    const chosen = JSON.parse(localStorage.getItem(kept) ?? "{}")
    if (!chosen.locale) localStorage.setItem(kept, JSON.stringify({ ...chosen, locale: "vi" }))
  } catch {
    /* A browser that keeps nothing shows the language it is set to. */
  }
}
