/* What the search adds to a page: a dialog behind the lens, and life in the page's own field. */

import { enhanceFront } from "./front.js"
import { enhanceListing } from "./listing.js"

export { openDialog } from "./dialog.js"

/* Bring the search field of a page to life. */
export function enhance(form, lens) {
  if (form.dataset.lists) enhanceListing(form, lens)
  else enhanceFront(form, lens)
}
