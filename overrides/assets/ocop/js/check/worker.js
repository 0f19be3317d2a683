/* Serves the check page, and it alone, where there is no network. What it keeps and under which version is written in front
   of this script when the site is built (`ocop.site.compose.check`): self.CHECK = {version, files: {page: [addresses]}}. */

const PATIENCE = 3000 // milliseconds

const { version, files } = self.CHECK
const root = new URL("./", self.location).href
const page = self.registration.scope
const kept = (files[page.slice(root.length)] || []).map((path) => root + path)

/* Several sites may share a host, and each page of this one has a worker of its own. */
const ours = `ocop-check:${new URL(page).pathname}:`
const name = ours + version

/* Which of the open pages came out of the copy: true, or false for those that the network gave. */
const cameFromCopy = new Map()

self.addEventListener("install", (event) => event.waitUntil(keep()))
self.addEventListener("activate", (event) => event.waitUntil(takeOver()))
self.addEventListener("fetch", (event) => {
  const answer = event.request.method === "GET" ? answerTo(event) : null
  if (answer) event.respondWith(answer)
})

/* A page asks whether it came out of the copy; null where nobody remembers. */
self.addEventListener("message", ({ source, ports }) => {
  ports[0].postMessage(cameFromCopy.has(source.id) ? cameFromCopy.get(source.id) : null)
})

/* Keep the page with exactly the files that it asks for, or nothing. */
async function keep() {
  const copy = await caches.open(name)
  try {
    const answer = await fetch(page, { cache: "reload" })
    const html = await answer.clone().text()
    if (!answer.ok || answer.redirected || !kept.some((url) => url.endsWith(".json") && html.includes(url.slice(root.length)))) {
      throw new Error("the page is of another version")
    }
    await Promise.all([copy.put(page, answer), copy.addAll(kept)])
  } catch (fault) {
    await caches.delete(name)
    throw fault
  }
  await self.skipWaiting()
}

async function takeOver() {
  const old = (await caches.keys()).filter((each) => each.startsWith(ours) && each !== name)
  await Promise.all(old.map((each) => caches.delete(each)))
  await self.clients.claim()
}

function answerTo(event) {
  const { request } = event
  const url = request.url.replace(/[?#].*/, "")
  if (request.mode === "navigate") return url.replace(/index\.html$/, "") === page ? openPage(event) : null
  return kept.includes(url) ? keptFile(request, url) : null
}

/* New data win; a network that is slow or out of order does not keep anybody waiting. */
async function openPage({ request, resultingClientId }) {
  const remember = (fromCopy, answer) => {
    cameFromCopy.set(resultingClientId, fromCopy)
    return answer
  }
  const coming = fetch(request, { cache: "no-cache" }).catch(() => null)
  const soon = await Promise.race([coming, new Promise((resolve) => setTimeout(resolve, PATIENCE))])
  if (soon && soon.status < 500) return remember(false, soon)
  const copy = await saved(page)
  if (copy) return remember(true, copy)
  return remember(false, (await coming) || Response.error())
}

/* The names of these files change with their content. */
const keptFile = async (request, url) => (await saved(url)) || fetch(request)

const saved = async (url) => (await caches.open(name)).match(url)
