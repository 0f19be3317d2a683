/* How an answer looks. Names and texts of records go into the page as text alone. */

const MOST_GOODS = 12

/* Fill the names in braces. */
const fill = (words, values) => words.replace(/\{(\w+)\}/g, (_, name) => values[name])

const lower = (text) => text.slice(0, 1).toLowerCase() + text.slice(1)

function element(tag, className, ...inside) {
  const made = document.createElement(tag)
  if (className) made.className = className
  made.append(...inside)
  return made
}

const paragraph = (text, className = "") => element("p", className, text)

/* A headline: what stands between two pairs of asterisks is bold. A text that is filled in brings none of its own. */
function headline(words, values) {
  const parts = words.split("**").map((part, place) => (place % 2 ? element("b", "", fill(part, values)) : fill(part, values)))
  return element("h2", "says", ...parts)
}

/* Give what shows an answer: the elements {says, rows}, the first to be read out, the second below it.
   `told` are the page's words and day; `copy` tells whether the data are "fresh", "saved" or "old"; `look` gives the mark of a
   product on the day and the whole address of a record. */
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
      const line = headline(words[`${name}_${one(answer.rated)}`], { asked, count: answer.rated })
      return asked || !answer.rated ? [line] : [line, paragraph(words.others)]
    }
    const note = words[`${kind === "missing" ? "unknown" : kind}_note`]
    return [headline(words[kind], { asked }), ...(note ? [paragraph(note)] : [])]
  }

  function source() {
    const lines = []
    if (answer.product) lines.push(answer.product.producer ? fill(words.of, { maker: answer.product.producer.name }) : words.of_nobody)
    lines.push(fill(copy === "fresh" ? words.day : words.saved, { day }))
    if (old && answer.kind !== "recognised") lines.push(words.old_too)
    return paragraph(lines.join(" "), "small soft")
  }

  function mark(product) {
    const { status, stars, label, spoken, state } = look.mark(product)
    if (status === "holding" && old) return [element("span", "rate none", fill(words.in_copy, { label }))]
    const written = element("b", "")
    const [first, ...rest] = label.split(" ")
    if (spoken) written.append(first, element("span", "sr", ` ${spoken}`), ` ${rest.join(" ")}`)
    else written.append(label)
    const drawn = stars ? [document.getElementById("stars").content.children[stars - 1].cloneNode(true)] : []
    return [element("span", `rate ${status}`, ...drawn, written), " ", ...(state ? [element("span", "state", state)] : [])]
  }

  function row(record) {
    const link = element("a", "", record.name)
    link.href = look.address(record)
    if (record.lang !== document.documentElement.lang) link.lang = record.lang
    const isProduct = record.type === "product"
    const maker = isProduct && (record.producer ? record.producer.name : words.no_maker)
    const by = [maker, record.district && record.district.name].filter(Boolean).join(" · ")
    const made = element("li", "row", element("h3", "", link))
    if (by) made.append(paragraph(by, "by"))
    if (isProduct) made.append(element("p", "r", ...mark(record)))
    return made
  }

  function list(heading, records) {
    if (!records.length) return []
    return [...(heading ? [element("h2", "minor", heading)] : []), element("ul", "rows", ...records.map(row))]
  }

  function listed() {
    if (answer.product) return list("", [answer.product])
    if (answer.kind === "several") return list("", answer.goods)
    if (answer.kind !== "maker") return []
    const { goods, producer } = answer
    return [...list("", [producer]), ...list(words.goods, goods.slice(0, MOST_GOODS)), ...more(goods, producer)]
  }

  function more(goods, producer) {
    if (goods.length <= MOST_GOODS) return []
    const link = element("a", "", fill(words.all_goods, { count: goods.length }))
    link.href = look.address(producer)
    return [element("p", "more", link)]
  }

  return { says: [...said(), source()], rows: [...listed(), ...list(words.near, answer.near)] }
}
