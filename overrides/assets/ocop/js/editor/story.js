/* What the editor of stories does to Markdown by merely showing it, so that nobody is taken to have changed it.

   It writes italics with `_` and indents lists by four, escapes what might be a mark, and drops blank lines. */

const ITALIC = /(?<![*\\\p{L}\p{N}])\*(?![\s*])([^*\n]+?)(?<![\s\\])\*(?![*\p{L}\p{N}])/gu
const ENTRY = /^ *(?:[-*+]|\d+[.)])\s/

/* Give a story as the editor writes it, as far as people write stories. */
export const asShown = (text) => text.replace(ITALIC, "_$1_")

/* Give what two stories have in common that differ in nothing but the way they are marked up. */
export function gist(text) {
  const plain = text.replace(/\\([!-/:-@[-`{-~])/g, "$1").replace(/[*_]+/g, (marks) => "*".repeat(marks.length))
  const lines = plain.split("\n").map((line) => line.trimEnd())
  const depths = [...new Set(lines.filter((line) => ENTRY.test(line)).map(depth))].sort((one, other) => one - other)
  const kept = lines.filter((line, number) => line !== "" || !isBetweenEntries(lines, number))
  return kept.map((line) => " ".repeat(ENTRY.test(line) ? depths.indexOf(depth(line)) : 0) + line.trim()).join("\n")
}

const depth = (line) => line.length - line.trimStart().length

/* A blank line that the editor adds or drops: beside another one, or before an entry of a list. */
const isBetweenEntries = (lines, number) => lines[number - 1] === "" || ENTRY.test(lines[number + 1] ?? "")
