/* The one canonical form of a record, as `ocop.form.canonical` writes it: the same facts are the same bytes, whoever
   wrote them. A test holds the two against each other.

   A shape is a list of fields in the order in which they are written: `{key}` for text, `{key, type}` for what is more
   than text, `{key, fields}` for a part. A list has the shape of its entries. */

/* What Python takes for blank; JavaScript's own idea of it is another. */
const BLANK = "\\t-\\r\\x1c-\\x20\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000"
const ENDS = new RegExp(`^[${BLANK}]+|[${BLANK}]+$`, "g")

const NEVER_FIRST = /^(?:[-?:,[\]{}#&*!|>'"%@`=~]|\.\.\.|<<)/
const NEVER_INSIDE = new RegExp(`:[${BLANK}]|[${BLANK}]#|\\t|:$`)
const NEVER_AT_ALL = /^(?:\.\.\.|<<)/
/* What other YAML readers take for a truth value, nothing, a number, a date or a time where nobody quotes it. */
const WORD = /^(?:y|n|yes|no|on|off|true|false|null|nan|inf|[-+]?\.(?:nan|inf))$/iu
const NUMBER = /^(?=.*[0-9])[-+.0-9][-+.0-9_,:eExoa-fA-F]*$/
const MOMENT = /^[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:[Tt]| +)[0-9]{1,2}:[0-9]{2}:[0-9]{2}[-+.:0-9Z ]*$/

/* Types of values that are text; all others never stand in quotes. */
const TEXTS = new Set([undefined, "story"])

export const isText = (value) => typeof value === "string"
export const isPart = (value) => typeof value === "object" && value !== null && !Array.isArray(value)

/* Give a tree without what has no value, its texts trimmed and normalised. */
export function withoutNothing(tree) {
  if (Array.isArray(tree)) return tree.map(withoutNothing).filter((value) => !isNothing(value))
  if (isPart(tree)) {
    const kept = Object.entries(tree).map(([key, value]) => [key, withoutNothing(value)])
    return Object.fromEntries(kept.filter(([, value]) => !isNothing(value)))
  }
  return tree === null || tree === undefined ? "" : String(tree).normalize("NFC").replace(ENDS, "")
}

export const isNothing = (value) => (isText(value) ? value === "" : Object.keys(value).length === 0)

/* Write a tree of text as a file. */
export const written = (fields, tree) => {
  const shown = lines(fields, withoutNothing(tree)).filter(({ end }) => !end)
  return shown.map(({ indent, text }) => `${text && " ".repeat(indent)}${text}\n`).join("")
}

/* Give the lines of a file: how deep, what, and the paths of the keys and entries that begin there, outer ones first.

   Where a list or part ends there is a line that only says so. Nothing is left out any more. */
export const lines = (fields, tree) =>
  isNothing(tree) ? [{ indent: 0, text: empty(tree), starts: [[]] }] : below({ fields }, tree, [], 0)

function below(shape, value, path, indent) {
  if (isText(value)) return text(shape, value, { indent, text: "", starts: [path] })
  if (isPart(value)) return part(shape.fields ?? [], value, path, indent)
  const entries = value.flatMap((entry, number) => afterDash(shape, entry, [...path, number], indent))
  return [...entries, { indent, end: path }]
}

function part(fields, value, path, indent) {
  const known = fields.filter(({ key }) => Object.hasOwn(value, key))
  const others = Object.keys(value).filter((key) => !fields.some((field) => field.key === key))
  const entries = [...known, ...others.map((key) => ({ key, unknown: true }))].flatMap((field) => {
    const name = field.unknown ? scalar(field.key) : field.key
    const begun = { indent, text: `${name}:`, starts: [[...path, field.key]] }
    if (isText(value[field.key]) || isNothing(value[field.key])) return text(field, value[field.key], begun)
    return [begun, ...below(field, value[field.key], [...path, field.key], indent + 2)]
  })
  return [...entries, { indent, end: path }]
}

function afterDash(shape, value, path, indent) {
  if (isText(value) || isNothing(value)) return text(shape, value, { indent, text: "-", starts: [path] })
  const [first, ...others] = below(shape, value, path, indent + 2)
  return [{ indent, text: `- ${first.text}`, starts: [path, ...first.starts] }, ...others]
}

function text(shape, value, begun) {
  const before = begun.text && `${begun.text} `
  if (!isText(value)) return [{ ...begun, text: before + empty(value) }]
  if (!value.includes("\n")) return [{ ...begun, text: before + scalar(value, isTextual(shape)) }]
  const block = value.split("\n").map((line) => ({ indent: begun.indent + 2, text: line, starts: [] }))
  return [{ ...begun, text: `${before}|` }, ...block]
}

const empty = (value) => (isText(value) ? '""' : Array.isArray(value) ? "[]" : "{}")

const isTextual = ({ type, fields }) => fields !== undefined || TEXTS.has(type)

/* Write a text of one line: plain where YAML reads it back as it is, else in double quotes. */
export const scalar = (value, textual = true) =>
  isPlain(value, textual) ? value : `"${value.replaceAll("\\", "\\\\").replaceAll('"', '\\"')}"`

function isPlain(value, textual) {
  if (value === "" || value === "~" || value === "null" || NEVER_AT_ALL.test(value) || NEVER_INSIDE.test(value)) return false
  if (!textual && NUMBER.test(value)) return true
  if (NEVER_FIRST.test(value)) return false
  return !textual || ![WORD, NUMBER, MOMENT].some((like) => like.test(value))
}
