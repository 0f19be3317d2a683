/* How a product stands on a day. Python alone knows when a rating holds; what comes here is its table, in words: each
   entry true until the end of its last day, the last entry for ever. */

/* Việt Nam is at UTC+7 all year and has been since 1975; no table of time zones is needed, nor does every browser have one. */
const HOUR = 60 * 60 * 1000
const VIET_NAM = 7 * HOUR

/* The day in Việt Nam as YYYY-MM-DD. A clock that lies before the day on which the page was made is wrong. */
export function today(built = "", now = Date.now()) {
  const day = new Date(now + VIET_NAM).toISOString().slice(0, 10)
  return day < built ? built : day
}

/* How long this day still lasts there, in milliseconds. */
export const untilMidnight = (now = Date.now()) => 24 * HOUR - ((now + VIET_NAM) % (24 * HOUR))

/* The entry of a table of {until: last day or ""} that is true on a day. */
export const trueOn = (entries, day) => entries.find(({ until }) => !until || until >= day)

/* The mark of a product {standings: [{until, mark}]} on a day. */
export const markOn = ({ standings }, day) => trueOn(standings, day).mark
