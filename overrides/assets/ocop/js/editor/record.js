/* Between the file of a record and the form that shows it.

   The form knows a field as it is edited: a number as a number, a source as a part with a picker, `sells: all` as a tick.
   What nobody touched goes back into the file exactly as it was read, keys that the form does not know included: that is
   why the text itself travels through the form, under a name that no field can have. */

import { isNothing, isPart, isText, lines, withoutNothing } from "./canonical.js"
import { NONE, withComments } from "./comments.js"
import { read } from "./reading.js"
import { asShown, gist } from "./story.js"

export const SOURCE = "$source"

const YES = new Set(["true", "yes", "có"])
const NO = new Set(["false", "no", "không"])

/* ------------------------------------------------------------------------------------ file to form */

/* Give what the form shows of a file's text. */
export const fromFile = (fields, source) => ({ ...shown(fields, read(source).tree), [SOURCE]: source })

function shown(fields, tree) {
  const known = fields.filter(({ key }) => Object.hasOwn(tree, key) && tree[key] !== "")
  return Object.fromEntries(known.map((field) => [field.key, shownField(field, tree[field.key])]))
}

function shownField(field, value) {
  if (field.type === "sells") {
    return { everything: value === "all", products: Array.isArray(value) ? value.filter(isText) : [] }
  }
  if (field.many) return (Array.isArray(value) ? value : [value]).map((each) => shownOne(field, each))
  return shownOne(field, value)
}

function shownOne(field, value) {
  if (field.type === "source" && isText(value)) return { ref: value }
  if (field.fields) return isPart(value) ? shown(field.fields, value) : {}
  if (!isText(value)) return ""
  if (field.type === "whole" || field.type === "number") return shownNumber(field, value)
  if (field.type === "tick") return YES.has(value.toLowerCase())
  if (field.type === "yes_no") return YES.has(value.toLowerCase()) ? "true" : NO.has(value.toLowerCase()) ? "false" : value
  return field.type === "story" ? asShown(value) : value
}

/* The form's own reading, even of what is no number: so it can be told whether anybody changed it. */
function shownNumber({ type }, value) {
  const number = type === "whole" ? Number.parseInt(value, 10) : Number.parseFloat(value)
  return Number.isNaN(number) ? null : number
}

/* ------------------------------------------------------------------------------------ form to file */

/* Give the text of the file that says what the form holds. */
export function toFile(fields, content) {
  const { [SOURCE]: source = "", ...form } = content
  const { tree, comments } = source ? read(source) : { tree: {}, comments: NONE }
  const origins = new Map()
  const settledTree = kept({ fields }, settledPart(fields, tree, form, [[], []], origins))
  return withComments(lines(fields, settledTree), comments, (path) => origin(path, origins))
}

/* Give a tree without what says nothing. A part may say something by being there: the product is withdrawn. */
function kept(field, value) {
  if (Array.isArray(value)) return value.map((entry) => kept({ ...field, many: false }, entry))
  if (!isPart(value)) return withoutNothing(value)
  const all = Object.entries(value).map(([key, each]) => {
    const inner = (field.fields ?? []).find((one) => one.key === key) ?? {}
    return [key, kept(inner, each), inner]
  })
  return Object.fromEntries(all.filter(([, each, { telling }]) => !isNothing(each) || (telling && isPart(each))))
}

/* Give a part as it is to be written; `paths` are where it will stand and where it stood. */
function settledPart(fields, was, now, paths, origins) {
  const unknown = Object.keys(was).filter((key) => !fields.some((field) => field.key === key))
  const keys = [...fields.filter(({ key }) => Object.hasOwn(now, key)), ...unknown.map((key) => ({ key, unknown: true }))]
  return Object.fromEntries(
    keys.map((field) => {
      const steps = paths.map((path) => [...path, field.key])
      if (field.unknown) return [field.key, was[field.key]]
      return [field.key, settled(field, was[field.key], now[field.key], steps, origins)]
    }),
  )
}

function settled(field, was, now, paths, origins) {
  if (was === undefined || was === "") return fresh(field, now)
  const gone = field.telling && (now === null || now === undefined)
  if (!gone && same(shownField(field, was), now)) return was
  if (field.type === "story" && isText(was) && isText(now) && gist(withoutNothing(now)) === gist(was)) return was
  if (field.many && Array.isArray(now)) return settledList(field, Array.isArray(was) ? was : [was], now, paths, origins)
  if (!field.fields || field.type === "sells" || !isPart(was) || !isPart(now)) return fresh(field, now)
  return asWritten(field, settledPart(field.fields, was, now, paths, origins))
}

/* A source of which only the id is given is written as that id. */
function asWritten(field, part) {
  if (field.type !== "source") return part
  const filled = withoutNothing(part)
  return Object.keys(filled).join() === "ref" ? filled.ref : part
}

/* Entries that nobody changed are known again wherever they have been moved to; a changed one by its place. */
function settledList(field, was, now, paths, origins) {
  const one = { ...field, many: false }
  const left = new Map(was.map((value, number) => [number, shownOne(one, value)]))
  const taken = now.map((value) => {
    const found = [...left].find(([, each]) => same(each, value))
    if (found) left.delete(found[0])
    return found?.[0]
  })
  const placed = now.map((_, number) => {
    if (taken[number] !== undefined || !left.has(number)) return taken[number]
    left.delete(number)
    return number
  })
  const entries = []
  now.forEach((value, number) => {
    const from = placed[number]
    const steps = [[...paths[0], entries.length], from === undefined ? null : [...paths[1], from]]
    const entry = from === undefined ? fresh(one, value) : settled(one, was[from], value, steps, origins)
    if (entry !== was[from] && isEmpty(entry)) return
    origins.set(JSON.stringify(steps[0]), steps[1])
    entries.push(entry)
  })
  return entries
}

function fresh(field, now) {
  if (now === null || now === undefined) return ""
  if (field.type === "sells") return now.everything ? "all" : (now.products ?? [])
  if (field.many) {
    const entries = (Array.isArray(now) ? now : [now]).map((each) => fresh({ ...field, many: false }, each))
    return entries.filter((entry) => !isEmpty(entry))
  }
  if (field.fields) return isPart(now) ? asWritten(field, settledPart(field.fields, {}, now, [[], []], new Map())) : ""
  if (field.type === "tick") return now ? "true" : ""
  return String(now)
}

const isEmpty = (value) => Object.keys(withoutNothing([value])).length === 0

/* Two values of the form say the same: what is empty, and a box that is not ticked, say nothing. */
const same = (one, other) => JSON.stringify(plain(one)) === JSON.stringify(plain(other))

function plain(value) {
  if (Array.isArray(value)) {
    const kept = value.map(plain).filter((each) => each !== undefined)
    return kept.length ? kept : undefined
  }
  if (isPart(value)) {
    const said = Object.entries(value).map(([key, each]) => [key, plain(each)])
    const kept = said.filter(([, each]) => each !== undefined).sort(([one], [other]) => (one < other ? -1 : 1))
    return kept.length ? Object.fromEntries(kept) : undefined
  }
  if (value === null || value === undefined || value === false) return undefined
  return isText(value) ? withoutNothing(value) || undefined : value
}

/* Give where something stood before; null for what is new. Only the entries of lists move. */
function origin(path, origins) {
  for (let length = path.length; length > 0; length -= 1) {
    const found = origins.get(JSON.stringify(path.slice(0, length)))
    if (found !== undefined) return found && [...found, ...path.slice(length)]
  }
  return path
}
