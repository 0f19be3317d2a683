/* Days as addresses and fields have them, 2027-03-15, and as people write them. */

/* Give a text that is a day; nothing for another. */
export function dayOf(text) {
  const read = new Date(/^\d{4}-\d\d-\d\d$/.test(text) ? text : NaN)
  return !isNaN(read) && read.toISOString().startsWith(text) ? text : ""
}

/* "15/3/2027", "15 March 2027". */
export const dayIn = (lang, day) =>
  new Date(day).toLocaleDateString(lang === "vi" ? "vi" : "en-GB", { day: "numeric", month: lang === "vi" ? "numeric" : "long", year: "numeric", timeZone: "UTC" })
