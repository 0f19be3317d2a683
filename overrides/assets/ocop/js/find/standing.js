/* How a rating stands on a day. The rules of validity are applied when the site is built; here stands only which entry of
   the table that was made of them is true. */

/* Việt Nam is at UTC+7 all year and has been since 1975. */
const VIET_NAM = 7 * 60 * 60 * 1000

/* Give the day in Việt Nam; a clock that lies before the day of the build is wrong. */
export function today(built, now = Date.now()) {
  const day = new Date(now + VIET_NAM).toISOString().slice(0, 10)
  return day < built ? built : day
}

/* Give the mark that a product bears on a day. */
export const markOn = ({ standings }, day) => standings.find(({ until }) => !until || until >= day).mark
