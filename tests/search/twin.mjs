/* The search's own reading of texts and columns, for a test in another language: a question a line, an answer a line. */

import { createInterface } from "node:readline"
import { pathToFileURL } from "node:url"

const folder = pathToFileURL(`${process.argv[2]}/`)
const [{ fold, slug }, columns] = await Promise.all(["fold.js", "columns.js"].map((name) => import(new URL(name, folder))))

const answers = { fold, slug, ...columns }

for await (const line of createInterface({ input: process.stdin })) {
  const [name, ...values] = JSON.parse(line)
  process.stdout.write(`${JSON.stringify(answers[name](...values))}\n`)
}
