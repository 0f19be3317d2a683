/* What the page tells its script: words, units, names of columns. */

export const told = JSON.parse(document.getElementById("told").textContent)

export const lang = document.documentElement.lang

/* Say words of the page; `{count}` in them is filled in. */
export const say = (key, values = {}) => told.words[key].replace(/\{(\w+)\}/g, (_, name) => values[name])

/* Count goods: "12 món", "1 product". */
export const counted = (count) => say(count === 1 ? "goods_one" : "goods_many", { count: count.toLocaleString(lang) })

/* Say a certificate {text, stands} as it stands on a day to come: one without a known end says so. */
export const certificateText = ({ text, stands }) => (stands === "unknown" ? say("no_end", { text }) : text)
