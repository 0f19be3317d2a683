/* The copy of the page that its worker keeps, for when there is no network. */

const PATIENCE = 1000 // milliseconds

/* Have the worker at an address serve one page, once that has all it needs for itself. Where that cannot be, the page goes
   on without. */
export function keepCopy(worker, page) {
  if (!navigator.serviceWorker) return
  const keep = () => navigator.serviceWorker.register(worker, { scope: page }).catch(() => {})
  if (document.readyState === "complete") keep()
  else addEventListener("load", keep)
}

/* Tell whether the page came out of the copy. Only the worker knows; without one it is a matter of the network. */
export function cameFromCopy() {
  const worker = navigator.serviceWorker && navigator.serviceWorker.controller
  return new Promise((resolve) => {
    const settle = (known) => resolve(typeof known === "boolean" ? known : !navigator.onLine)
    if (!worker) return settle()
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = ({ data }) => settle(data)
    setTimeout(settle, PATIENCE)
    worker.postMessage("", [port2])
  })
}
