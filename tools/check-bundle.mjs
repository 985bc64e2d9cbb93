/** Does every page stay within 200 kB of script (gzip) before it shows itself, and within 240 kB when all that its first visit shows is there? Reads the build's manifest, prints a table, fails over the budget. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

/** The budget of the design: what a page may load before it can be read and used. */
const budgetKb = 200
/** What comes by itself right behind it: the table of a list, the parts of a record. */
const visitKb = 240
/** Parts with code of their own that stand on a page when it is opened, not only once something is pressed. */
const shownAtOnce = /(?:RecordTable|RecordBoard|TaskListBody|KeptBody|ObjectionList|DuplicateHint)\.tsx$/
/** A list that opens as a board shows no table, and the other way round. */
const notShown = (page) => (/OpportunitiesPage/.test(page) ? /RecordTable/ : /RecordBoard/)
const out = process.argv[2] ?? 'dist/web'
const manifest = JSON.parse(readFileSync(join(out, '.vite/manifest.json'), 'utf8'))

const sizes = new Map()
const gzipKb = (file) => {
  if (!sizes.has(file)) sizes.set(file, gzipSync(readFileSync(join(out, file))).length / 1000)
  return sizes.get(file)
}

/** Every script that loads without being asked for again once `key` is loaded. */
function closure(key, seen = new Set()) {
  if (seen.has(key)) return seen
  seen.add(key)
  for (const next of manifest[key]?.imports ?? []) closure(next, seen)
  return seen
}

/** The same with every part that is shown at once, and with theirs. */
function visit(page, all) {
  const seen = new Set(all)
  for (const key of seen)
    for (const next of manifest[key]?.dynamicImports ?? [])
      if (shownAtOnce.test(next) && !notShown(page).test(next)) closure(next, seen)
  return seen
}

const sum = (keys) =>
  [...keys].reduce((total, key) => total + (manifest[key].file.endsWith('.js') ? gzipKb(manifest[key].file) : 0), 0)
const cssOf = (keys) =>
  [...new Set([...keys].flatMap((key) => manifest[key].css ?? []))].reduce((total, file) => total + gzipKb(file), 0)

const entry = Object.keys(manifest).find((key) => manifest[key].isEntry)
if (!entry) {
  console.error(`No entry in ${out}/.vite/manifest.json: build the web app first (npx vite build).`)
  process.exit(1)
}
const shell = closure(entry)
const lines = [
  { isPage: true, name: 'shell', script: sum(shell), own: sum(shell), visit: sum(shell), css: cssOf(shell) },
  ...Object.keys(manifest)
    .filter((key) => manifest[key].isDynamicEntry)
    .map((key) => {
      const all = closure(key, new Set(shell))
      return {
        isPage: /pages\/|Page\.tsx$/.test(key),
        name: key.replace(/^(\.\.\/)*(src\/apps\/web\/)?/, ''),
        script: sum(all),
        own: sum(all) - sum(shell),
        visit: sum(visit(key, all)),
        css: cssOf(all),
      }
    })
    // What is opened from a page that is already useful (a dialog, the palette) is shown, not judged.
    .sort((a, b) => Number(b.isPage) - Number(a.isPage) || b.script - a.script),
]

const isOver = ({ script, visit }) => script > budgetKb || visit > visitKb
const width = Math.max(...lines.map((l) => l.name.length))
const cell = (n) => n.toFixed(1).padStart(8)
console.log(`${'loaded first'.padEnd(width)}  script kB   own kB visit kB   css kB   (gzip; budgets ${budgetKb} and ${visitKb})`)
for (const { isPage, name, script, own, visit, css } of lines) {
  console.log(
    `${name.padEnd(width)}   ${cell(script)} ${cell(own)} ${cell(visit)} ${cell(css)}${isPage ? (isOver({ script, visit }) ? '   over the budget' : '') : '   on demand'}`,
  )
}
const over = lines.filter((l) => l.isPage && isOver(l))
if (over.length > 0) {
  console.error(`${over.length} over the budget of ${budgetKb} or ${visitKb} kB: load the heavy part lazily, or leave it out.`)
  process.exit(1)
}
