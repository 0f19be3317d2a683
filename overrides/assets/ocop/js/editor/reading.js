/* From the text of a record to a tree in which every scalar is still text, with the comments and where they stand.

   It reads what `ocop.source` reads and refuses what that refuses: a record the form cannot keep whole is not opened. */

import { isAlias, isMap, isScalar, isSeq, parseDocument } from "yaml"
import { withoutNothing } from "./canonical.js"
import { commentsOf } from "./comments.js"

const NOT_WRITTEN = new Set(["", "~", "null"])

/* Give the tree of a record and its comments; throws with what is wrong, in Vietnamese. */
export function read(source) {
  const document = parseDocument(source, { schema: "failsafe", logLevel: "silent" })
  const [fault] = [...document.errors, ...document.warnings]
  if (fault) throw new Error(`Tệp viết chưa đúng, hãy chạy \`ocop check\`: ${fault.message}`)
  const places = { starts: [], levels: new Map() }
  const tree = treeOf(document.contents, [], places, source)
  if (typeof tree !== "object") throw new Error("Tệp này không phải một bản ghi: nó không có ô nào")
  return { tree, comments: commentsOf(source, places) }
}

function treeOf(node, path, places, source) {
  if (isAlias(node) || node?.anchor || node?.tag) {
    throw new Error("Tệp dùng &, * hoặc ! của YAML: danh mục không nhận những thứ ấy")
  }
  if (!isMap(node) && !isSeq(node)) {
    const isWritten = isScalar(node) && !(node.type === "PLAIN" && NOT_WRITTEN.has(node.value))
    return isWritten ? withoutNothing(node.value) : ""
  }
  const column = columnOf(source, node.range[0])
  if (!node.flow) places.levels.set(JSON.stringify(path), column)
  if (isMap(node)) return Object.fromEntries(node.items.map((pair) => entry(pair, node.flow, path, places, source)))
  return node.items.map((item, number) => {
    const at = item.range[0]
    const place = node.flow ? columnOf(source, at) : column
    places.starts.push({ path: [...path, number], at, column: place, bracketed: node.flow })
    return treeOf(item, [...path, number], places, source)
  })
}

function entry({ key, value }, bracketed, path, places, source) {
  if (!isScalar(key)) throw new Error("Tệp có một tên ô không phải là chữ")
  const name = String(key.value)
  places.starts.push({ path: [...path, name], at: key.range[0], column: columnOf(source, key.range[0]), bracketed })
  return [name, treeOf(value, [...path, name], places, source)]
}

const columnOf = (source, at) => at - (source.lastIndexOf("\n", at - 1) + 1)
