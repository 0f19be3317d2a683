/* Make the site's style sheets and scripts, once, at set-up: `make assets`, or

       .venv/bin/node overrides/assets.mjs [folder of the installed theme]

   The same sources give the same bytes. Nothing here is fetched, and nothing of it is committed. */

import { execFileSync } from "node:child_process"
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"
import { brotliCompressSync } from "node:zlib"
import esbuild from "esbuild"
import postcss from "postcss"
import { PurgeCSS } from "purgecss"
import { editor } from "./assets/editor.mjs"

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const sources = join(root, "overrides/assets/ocop")
const target = join(root, "build/assets")

/* Phones of 2020 still open the site. */
const browsers = ["chrome80", "firefox78", "safari13.1"]

/* ---------------------------------------------------------------------------------------- our own */

async function bundle(entry, options) {
  await esbuild.build({
    absWorkingDir: root,
    entryPoints: [join(sources, entry)],
    bundle: true,
    minify: true,
    charset: "utf8",
    legalComments: "none",
    logLevel: "warning",
    ...options,
  })
}

const styles = (name) =>
  bundle(`css/${name}`, {
    outfile: join(target, name),
    target: browsers,
    external: ["*.woff2"],
    loader: { ".svg": "dataurl" },
  })

/* What every page runs; what it loads once it has been shown, and once somebody searches; what the check page and the
   trader's list run; what makes a workbook of that; and what serves the check page without a network. Modules stay modules:
   one asks the other for what it exports. */
const entries = [
  ["ocop", "iife"], ["more", "esm"], ["find/find", "esm"], ["check/check", "esm"], ["list/list", "esm"],
  ["list/workbook", "esm"], ["check/worker", "iife"],
]

/* A style sheet that a script brings along. */
const sheets = {
  name: "sheets",
  setup: (build) => build.onLoad({ filter: /\.css$/ }, async ({ path }) => {
    const { code } = await esbuild.transform(readFileSync(path, "utf8"), { loader: "css", minify: true, target: browsers })
    return { contents: code.trim(), loader: "text" }
  }),
}

const scripts = () =>
  Promise.all(
    entries.map(([entry, format]) =>
      bundle(`js/${entry}.js`, {
        outfile: join(target, `${entry.replace(/.*\//, "")}.js`),
        target: "es2018",
        supported: { "dynamic-import": true },
        format,
        loader: { ".svg": "text" },
        plugins: [sheets],
      }),
    ),
  )

/* -------------------------------------------------------------------------------------- the theme's

   A page written by hand in Markdown looks as it does in Material. Of the theme's 150 kB it needs what is under
   `.md-typeset`, and the palette. What the theme expects around it does not exist here, hence four changes:

   - sizes in rem are those of a page whose root is 125 %: ours is 100 %;
   - what the theme resets on bare elements is reset within `.md-typeset` only;
   - `.focus-visible` is set by the theme's script, which the site does without: `:focus-visible` is the browser's;
   - tabs are marked by that script, or, with `.no-js`, by the style sheet alone: the latter always. */

/* Every element, class and attribute that Markdown with the theme's extensions can make. */
const vocabulary = `
  html root dir ltr screen print hidden title id type align open checked target focus-visible
  data-md-color-scheme default slate
  h1 h2 h3 h4 h5 h6 p a hr br em strong small sub sup del ins mark abbr kbd code pre blockquote
  ul ol li dl dt dd table thead tbody tr th td img svg figure figcaption video iframe details summary input label
  div span left right href src checkbox #only-light #only-dark #gh-light-mode-only #gh-dark-mode-only
  md-typeset md-typeset__scrollwrap md-typeset__table md-button md-button--primary headerlink
  admonition admonition-title inline end note abstract info tip success question warning failure danger bug example quote
  tabbed-set tabbed-labels tabbed-labels--linked tabbed-content tabbed-block no-js
  task-list-item task-list-control task-list-indicator footnote footnote-ref footnote-backref fnref
  grid cards card twemoji lg middle
  highlight hll filename highlighttable linenos linenodiv result
  o ow p cpf l s s1 s2 sb sc si ss cp se sh sr sx il m mb mf mh mi mo k kd kn kp kr kt kc n bp nb no nc ne nf nn nd ni nl nt
  c c1 ch cm cs sd na nv vc vg vi ge gh go gp gr gs gt gu gd gi`

/* More tabs than this are not styled: a page that needs them is two pages. */
const tabs = 8

/* Variables that pages, templates and our own sheet use too. */
const palette = /^--md-(primary|accent|default|typeset|code|admonition|footer|warning|shadow|hue)(?!.*icon)/

function theme() {
  const given = process.argv[2]
  if (given) return given
  const program = "import material; print(material.__path__[0])"
  const python = ["bin/python", "Scripts/python.exe"].map((path) => join(root, ".venv", path)).find(existsSync)
  return execFileSync(python ?? "python3", ["-c", program], { encoding: "utf8" }).trim()
}

/* The colours that mkdocs.yml chooses by name; the other forty are left out. */
function chosen() {
  const path = join(root, "mkdocs.yml")
  const text = existsSync(path) ? readFileSync(path, "utf8") : ""
  return new Set([...text.matchAll(/^\s*(?:-\s*)?(primary|accent):\s*["']?([\w ]+?)["']?\s*(?:#.*)?$/gm)].map(
    ([, part, colour]) => `[data-md-color-${part}=${colour.replaceAll(" ", "-")}]`,
  ))
}

/* What a selector of the theme becomes here, or nothing. */
function ours(selector, colours) {
  selector = selector
    .replaceAll(".focus-visible", ":focus-visible")
    .replace(/^\[dir=ltr\] /, ":root ") // as specific, and true of every page
    .replace(/^\.no-js (?=\.md-typeset)/, "")
  if (/^(hr|small|sub|sup|img|table|t[dh]|input|a)$/.test(selector)) return `:where(.md-typeset) ${selector}`
  if (/:root>|\.md-typeset \.no-js|^\.js |rtl|role=|arrow-|:hover>\.md-|-webkit-scrollbar/.test(selector)) return null
  if (Number(selector.match(/^\.md-typeset .*nth-child\((\d+)\)/)?.[1]) > tabs) return null
  for (const colour of selector.match(/\[data-md-color-(?:primary|accent)=[\w-]+\]/g) ?? [])
    if (!colours.has(colour)) return null
  if (/^:root$|^\[data-md-color-[^ ]*$|\] img\[src/.test(selector)) return selector
  if (/^((html|:root) )?\.(md-typeset|highlight|linenodiv)/.test(selector)) return selector
  return null
}

function cut(sheet) {
  const colours = chosen()
  sheet.walkComments((comment) => comment.remove())
  sheet.walkAtRules(/^(font-face|charset|keyframes|page)$/, (rule) => rule.remove())
  sheet.walkRules((rule) => {
    if (rule.selector === "body") {
      // The faces that the theme sets on the body: as variables they style nothing by themselves.
      rule.selector = ":root"
      rule.walkDecls((line) => line.prop.startsWith("--") || line.remove())
      return
    }
    const kept = [...new Set(rule.selectors.map((selector) => ours(selector, colours)).filter(Boolean))]
    if (kept.length) rule.selectors = kept
    else rule.remove()
  })
  sheet.walkDecls((line) => {
    line.value = line.value.replace(/(?<![\w#.])(\d*\.?\d+)rem\b/g, (_, size) => `${+(size * 1.25).toFixed(5)}rem`)
  })
  dropUnused(sheet)
  sheet.walkRules((rule) => rule.nodes.length || rule.remove())
  sheet.walkAtRules((rule) => rule.nodes?.length === 0 && rule.remove())
  return sheet
}

/* Icons and colours that nothing kept refers to; what they alone referred to goes in the next round. */
function dropUnused(sheet) {
  for (let before = -1, left = 0; before !== left; ) {
    const used = new Set()
    sheet.walkDecls((line) => {
      for (const [, name] of line.value.matchAll(/var\((--[\w-]+)/g)) used.add(name)
    })
    before = left
    left = 0
    sheet.walkDecls(/^--/, (line) => {
      if (used.has(line.prop) || palette.test(line.prop)) left += 1
      else line.remove()
    })
  }
}

async function typeset() {
  const folder = join(theme(), "templates/assets/stylesheets")
  const sheets = ["main", "palette"].map((name) => {
    const file = readdirSync(folder).find((file) => file.startsWith(`${name}.`) && file.endsWith(".min.css"))
    if (!file) throw new Error(`assets.mjs: the theme has no ${name} style sheet in ${folder}`)
    return { raw: readFileSync(join(folder, file), "utf8") }
  })
  const purged = await new PurgeCSS().purge({
    content: [{ raw: vocabulary, extension: "html" }],
    css: sheets,
    defaultExtractor: (text) => text.split(/\s+/),
    safelist: { standard: ["body", ":root", ":where", "no-js"], variables: [/^--/] },
  })
  const sheet = cut(postcss.parse(purged.map(({ css }) => css).join("\n")))
  // Last, what puts the theme's components into our colours: only such a page needs it.
  const css = sheet.toString() + readFileSync(join(sources, "css/written.css"), "utf8")
  const foreign = css.match(/url\((?!["']?data:)[^)]*\)|@import|@font-face|\/\/#/)
  if (foreign) throw new Error(`assets.mjs: typeset.css refers to ${foreign[0]}`)
  const { code } = await esbuild.transform(css, { loader: "css", minify: true, target: browsers, charset: "utf8" })
  writeFileSync(join(target, "typeset.css"), code)
}

/* ------------------------------------------------------------------------------------------------- */

mkdirSync(target, { recursive: true })
const [ofEditor] = await Promise.all([
  editor(sources, target), styles("ocop.css"), styles("staff.css"), styles("find.css"), styles("check.css"),
  styles("data.css"), styles("list.css"), scripts(), typeset(),
])
for (const name of [
  "ocop.css", "staff.css", "find.css", "check.css", "data.css", "list.css", "typeset.css",
  "ocop.js", "more.js", "find.js", "check.js", "list.js", "workbook.js", "worker.js", ...ofEditor,
]) {
  const bytes = readFileSync(join(target, name))
  const sent = brotliCompressSync(bytes).length
  console.log(`  ${(bytes.length / 1000).toFixed(1).padStart(7)} kB  ${name} (brotli ${(sent / 1000).toFixed(1)} kB)`)
}
