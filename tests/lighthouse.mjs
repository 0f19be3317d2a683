/* Ask Lighthouse how pages serve everybody and search engines: a line of JSON a page, with scores and failed audits.

       node tests/lighthouse.mjs BROWSER '{"name": "http://…"}'

   One browser serves all pages. No speed is judged, so nothing is slowed down or waited for. */

import { launch } from "chrome-launcher"
import lighthouse from "lighthouse"

const settings = {
  onlyCategories: ["accessibility", "seo"],
  // With any other method Lighthouse first waits for ten seconds of quiet, whatever is asked below.
  throttlingMethod: "simulate",
  disableStorageReset: true,
  disableFullPageScreenshot: true,
  pauseAfterFcpMs: 0,
  pauseAfterLoadMs: 0,
  networkQuietThresholdMs: 0,
  cpuQuietThresholdMs: 0,
}

/* Audits that count and did not pass. One that could not be made counts as failed. */
function failed(category, audits) {
  return category.auditRefs
    .filter(({ weight }) => weight > 0)
    .map(({ id }) => audits[id])
    .filter(({ score, scoreDisplayMode }) => scoreDisplayMode === "error" || (score !== null && score < 1))
    .map(({ id, title, errorMessage }) => `${id}: ${errorMessage ?? title}`)
}

const [, , chromePath, pages] = process.argv
// Root, as containers have it, cannot use the sandbox; the pages are our own.
const chrome = await launch({ chromePath, chromeFlags: ["--headless=new", "--no-sandbox"], logLevel: "silent" })
try {
  for (const [name, url] of Object.entries(JSON.parse(pages))) {
    const { lhr } = await lighthouse(url, { port: chrome.port, logLevel: "error", ...settings })
    if (lhr.runtimeError) throw new Error(`${url}: ${lhr.runtimeError.message}`)
    const said = {}
    for (const [id, category] of Object.entries(lhr.categories))
      said[id] = { score: Math.round(category.score * 100), failed: failed(category, lhr.audits) }
    console.log(JSON.stringify({ name, said }))
  }
} finally {
  await chrome.kill()
}
