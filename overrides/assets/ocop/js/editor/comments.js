/* The comments and blank lines of a record: what each stands at, and back to their places when the record is written.

   As `ocop fmt` has it, a comment on a line of its own stays above what it stood above or at the end of its part, one at
   the end of a line stays there, and a single blank line may stay above a key. */

import { Lexer } from "yaml"

export const NONE = { above: new Map(), beside: new Map(), ending: new Map() }

/* Give comments by the path of the key or entry that they stand above or beside, or of the part that they end. */
export function commentsOf(source, { starts, levels }) {
  const found = { above: new Map(), beside: new Map(), ending: new Map() }
  const rows = rowsOf(source)
  const begun = new Map()
  for (const start of starts) {
    const number = source.slice(0, start.at).split("\n").length - 1
    begun.set(number, [...(begun.get(number) ?? []), start])
  }
  let last = []
  let waiting = []
  rows.forEach(({ blank, comment, alone, column }, number) => {
    const here = begun.get(number)
    if (here) {
      add(found.above, here[0].path, waiting)
      waiting = []
      last = (here.findLast(({ bracketed }) => !bracketed) ?? here.at(-1)).path
    }
    if (comment && !alone) return add(found.beside, last, [comment])
    if (blank) waiting.push("")
    if (!comment) return
    const next = starts.find(({ at }) => at > rows[number].at)
    const ended = next && column <= next.column ? undefined : ending(last, column, next, levels)
    if (ended === undefined) waiting.push(comment)
    else add(found.ending, ended, [...waiting.splice(0), comment])
  })
  return found
}

/* Give the part at whose end a comment stands: the deepest of those left behind that is not deeper than the comment. */
function ending(last, column, next, levels) {
  const left = last.map((_, length) => last.slice(0, last.length - length)).concat([[]])
  const fitting = left.filter((path) => {
    const holdsNext = next && path.every((step, number) => step === next.path[number])
    return !holdsNext && (path.length === 0 || levels.get(JSON.stringify(path)) <= column)
  })
  return fitting[0]
}

function add(comments, path, texts) {
  const key = JSON.stringify(path)
  if (texts.length) comments.set(key, [...(comments.get(key) ?? []), ...texts])
}

/* Tell of each line whether it is blank or has a comment, and of that whether it stands alone. */
function rowsOf(source) {
  const rows = source.split("\n").map((text) => ({ at: 0, blank: text.trim() === "" }))
  let at = 0
  let row = 0
  let ofText = false
  for (const token of new Lexer().lex(source)) {
    if (token === "\u0002" || token === "\u0018" || token === "\u001f") {
      ofText = token === "\u001f"
      continue
    }
    if (token.startsWith("#") && !ofText) {
      const column = at - (source.lastIndexOf("\n", at - 1) + 1)
      const alone = source.slice(at - column, at).trim() === ""
      Object.assign(rows[row], { at, comment: token.trimEnd(), alone, column })
    }
    // Blank lines within a text are part of it; those behind it are not.
    const within = token.trimEnd().split("\n").length - 1
    for (let line = row + 1; line <= row + within; line += 1) rows[line].blank = false
    row += token.split("\n").length - 1
    at += token.length
    ofText = false
  }
  return rows
}

/* Put the lines of a record down, each with its comments; `origin` tells where what begins there stood before. */
export function withComments(lines, { above, beside, ending: ends }, origin) {
  const out = []
  const put = (indent, text) => {
    const opened = out.length === 0 || out.at(-1) === "" || out.at(-1).endsWith(":")
    if (text !== "" || !opened) out.push(text && " ".repeat(indent) + text)
  }
  const of = (comments, paths) => paths.map(origin).flatMap((path) => (path && comments.get(JSON.stringify(path))) ?? [])
  for (const { indent, text, starts = [], end } of lines) {
    if (end) of(ends, [end]).forEach((comment) => put(indent, comment))
    else if (starts.length) {
      of(above, starts).forEach((comment) => put(indent, comment))
      out.push(" ".repeat(indent) + [text, ...of(beside, starts)].join("  "))
    } else out.push(text && " ".repeat(indent) + text)
  }
  while (out.at(-1) === "") out.pop()
  return out.map((line) => `${line}\n`).join("")
}
