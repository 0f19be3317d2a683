/* How goods stand on a day. Python's tables decide; a rating or certificate whose end nobody knows is neither valid nor
   over on a day to come. */

import { markOn } from "../find/standing.js"
import { lineOn } from "./goods.js"

export const VALID = "valid"
export const OVER = "over"
export const UNKNOWN = "unknown"

const OF_STATUS = { holding: VALID, unconfirmed: UNKNOWN }

/* Give the rating {mark, stands} of a product on a day. */
export function ratingOn(product, day) {
  const mark = markOn(product, day)
  return { mark, stands: OF_STATUS[mark.status] || OVER }
}

/* Give certificates as they stand on a day: {text, stands}. */
export const certificatesOn = (certificates, day) =>
  certificates.map((line) => {
    const until = Array.isArray(line) ? line[1] : ""
    return { text: lineOn(line, day), stands: !until ? UNKNOWN : until >= day ? VALID : OVER }
  })
