/* How an answer looks. Names and texts of records go into the page as text alone. */

const MOST_GOODS = 12

/* Fill the names in braces. */
const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name])

const lower = (text) => text.slice(0, 1).toLowerCase() + text.slice(1)

function element(tag, className, ...inside) {
  const made = document.createElement(tag)
  if (className) made.className = className
  made.append(...inside)
  return made
}

const paragraph = (text, className = "") => element("p", className, text)

/* A headline: what stands between two pairs of asterisks is bold. A text that is filled in brings none of its own. */
function headline(text, values) {
  const parts = text.split("**").map((part, place) => (place % 2 ? element("b", "", fill(part, values)) : fill(part, values)))
  return element("h2", "says", ...parts)
}

/* Give what shows an answer: the elements {says, below}, the first to be read out, the second below it.
   `told` are the page's words and day; `copy` tells whether the data are "fresh", "saved" or "old"; `look` gives the mark of a
   product on the day, what shows a mark, and the whole address of a record. */
export function shown(answer, told, copy, look) {
  const { words, day } = told
  const one = (count) => (count === 0 ? "none" : count === 1 ? "one" : "many")
  const old = copy === "old"

  function said() {
    const { kind, asked, mark } = answer
    if (kind === "recognised" && old) {
      const values = { day, label: mark.label, state: lower(mark.state) }
      return [headline(words.old, {}), paragraph(fill(words.old_note, values))]
    }
    if (mark) {
      const unstated = !mark.stars && words[`${kind}_unstated`]
      return [headline(unstated || words[kind], { label: mark.label, state: lower(mark.state) })]
    }
    if (kind === "several") return [headline(words.several, { count: answer.goods.length }), paragraph(words.whose)]
    if (kind === "maker") {
      const name = asked ? "not_among" : "maker"
      const values = { asked, count: answer.rated, maker: answer.producer.name }
      const line = headline(words[`${name}_${one(answer.rated)}`], values)
      const notes = [
        answer.undated && fill(words[`undated_${one(answer.undated)}`], { count: answer.undated }),
        !asked && answer.rated && words.others,
      ].filter(Boolean)
      return notes.length ? [line, paragraph(notes.join(" "))] : [line]
    }
    const note = words[`${kind === "missing" ? "unknown" : kind}_note`]
    return [headline(words[kind], { asked }), ...(note ? [paragraph(note)] : [])]
  }

  function source() {
    const lines = []
    if (answer.product) {
      const { name, producer } = answer.product
      lines.push(fill(producer ? words.of : words.of_nobody, { product: name, maker: producer && producer.name }))
    }
    lines.push(fill(copy === "fresh" ? words.day : words.saved, { day }))
    if (old && answer.kind !== "recognised") lines.push(words.old_too)
    return paragraph(lines.join(" "), "small soft")
  }

  function mark(product) {
    const { status, label } = look.mark(product)
    if (status === "holding" && old) return [element("span", "rate none", fill(words.in_copy, { label }))]
    return look.drawn(look.mark(product))
  }

  /* `by` tells what stands under the name: the maker and the place or, among goods of one maker, the kind. */
  function row(record, by) {
    const link = element("a", "", record.name)
    link.href = look.address(record)
    if (record.lang !== document.documentElement.lang) link.lang = record.lang
    const isProduct = record.type === "product"
    const line = by(record).filter(Boolean).join(" · ")
    const made = element("li", "row", element("h3", "", link))
    if (line) made.append(paragraph(line, "by"))
    if (isProduct) made.append(element("p", "r", ...mark(record)))
    return made
  }

  function maker({ type, producer }) {
    if (type === "producer") return ""
    return producer ? producer.name : words.no_maker
  }

  const place = ({ district }) => (district ? district.name : "")

  function list(heading, records, by = (record) => [maker(record), place(record)]) {
    if (!records.length) return []
    const made = element("ul", "rows", ...records.map((record) => row(record, by)))
    return heading ? [element("h2", "minor", heading), made] : [made]
  }

  function listed() {
    if (answer.product) return list("", [answer.product])
    if (answer.kind === "several") return list("", answer.goods)
    if (answer.kind !== "maker") return []
    const { goods, producer } = answer
    const link = element("a", "", fill(words.producer, { maker: producer.name }))
    link.href = look.address(producer)
    return [...list(words.goods, goods.slice(0, MOST_GOODS), ({ kind }) => [kind.name]), element("p", "more", link)]
  }

  return { says: [...said(), source()], below: [...listed(), ...list(words.near, answer.near)] }
}
