/* The list's own reading of addresses, cells and letters, for a test in another language: a question a line, an answer a
   line. */

import { createInterface } from "node:readline"
import { pathToFileURL } from "node:url"

const folder = pathToFileURL(`${process.argv[2]}/`)
const modules = await Promise.all(["state.js", "sheet.js", "letters.js", "../find/days.js"].map((name) => import(new URL(name, folder))))

const answers = Object.assign({}, ...modules)

for await (const line of createInterface({ input: process.stdin })) {
  const [name, ...values] = JSON.parse(line)
  process.stdout.write(`${JSON.stringify(answers[name](...values))}\n`)
}
