/* The editor's own reading and writing of records, for a test in another language: a question a line, an answer a line. */

import { createInterface } from "node:readline"
import { pathToFileURL } from "node:url"

globalThis.document = { querySelector: () => ({ href: "https://site.test/favicon.svg" }) }

const folder = pathToFileURL(`${process.argv[2]}/`)
const [canonical, record, config] = await Promise.all(
  ["canonical.js", "record.js", "config.js"].map((name) => import(new URL(name, folder))),
)

const answers = {
  written: ({ shape, tree }) => canonical.written(shape, tree),
  fromFile: ({ shape, text }) => record.fromFile(shape, text),
  toFile: ({ shape, content }) => record.toFile(shape, content),
  configuration: ({ told }) => config.configuration(told),
}

for await (const line of createInterface({ input: process.stdin })) {
  const { ask, ...question } = JSON.parse(line)
  let answer
  try {
    answer = { answer: answers[ask](question) }
  } catch (fault) {
    answer = { fault: fault.message }
  }
  process.stdout.write(`${JSON.stringify(answer)}\n`)
}
