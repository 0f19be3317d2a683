/* What goods reach together: only what is stated, each unit and period for itself. How it is said, Python has told. */

import { say } from "./dom.js"

/* Say it in a sentence; nothing where none of the goods states anything. */
export function together(goods, index) {
  const stating = goods.filter(({ output }) => output)
  const sums = new Map()
  for (const { output: { many, of } } of stating) sums.set(of, (sums.get(of) || 0) + many)
  const amounts = Object.keys(index.sums).filter((of) => sums.has(of)).map((of) => amount(sums.get(of), index.sums[of], index)).join(say(index, "and"))
  return amounts && say(index, "together", { amounts, count: stating.length, of: goods.length })
}

function amount(sum, ways, { lang }) {
  const [times, many, one] = ways.find(([least]) => sum >= least) || ways[ways.length - 1]
  return `${(sum / times).toLocaleString(lang, { maximumFractionDigits: 9 })} ${sum === times ? one : many}`
}
