// Read cards as an address book does, with ical.js: paths on the command line, the properties of each as JSON.
import { readFileSync } from "node:fs"
import ICAL from "ical.js"

const cards = process.argv.slice(2).map((path) => {
  const [name, properties] = ICAL.parse(readFileSync(path, "utf8"))
  return { name, properties: properties.map(([property, parameters, , ...values]) => [property, parameters, values]) }
})
process.stdout.write(JSON.stringify(cards))
