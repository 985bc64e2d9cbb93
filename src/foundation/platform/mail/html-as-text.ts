/** What does an HTML mail say, as lines a person and a reader of evidence can work with? */
import { compile, type DomNode, type FormatCallback } from 'html-to-text'

const QUOTED = { leadingLineBreaks: 2, trailingLineBreaks: 2 }
/** html-to-text overflows the stack near 2,000 levels and is quadratic in depth; browsers flatten at 512. */
const MAX_DEPTH = 400
/** Above this the quick reading is used, so that one mail never holds the import for seconds. */
const MAX_LENGTH = 600_000

const formatTable: FormatCallback = (element, walk, builder) => {
  builder.openBlock({ leadingLineBreaks: 2 })
  const rows = findRows(element)
  const cells = rows.map((row) => (row.children ?? []).filter((child) => child.name === 'td' || child.name === 'th'))
  if (isDataTable(cells)) {
    for (const row of cells) {
      builder.openBlock({ leadingLineBreaks: 1 })
      builder.addInline(row.map(textOf).join(' | '))
      builder.closeBlock({ trailingLineBreaks: 1 })
    }
  } else {
    for (const child of (element.children ?? []).filter((inner) => inner.name === 'caption')) walk([child], builder)
    for (const cell of cells.flat()) {
      builder.openBlock({ leadingLineBreaks: 1 })
      walk(cell.children ?? [], builder)
      builder.closeBlock({ trailingLineBreaks: 1 })
    }
  }
  builder.closeBlock({ trailingLineBreaks: 2 })
}

const read = compile({
  wordwrap: false,
  baseElements: { selectors: ['html'], returnDomByDefault: true },
  formatters: { formatTable },
  whitespaceCharacters: ' \t\r\n\f\u200b\u00a0',
  limits: { maxDepth: MAX_DEPTH * 2 },
  selectors: [
    { selector: 'table', format: 'formatTable' },
    { selector: 'a', options: { ignoreHref: true } },
    { selector: 'img', format: 'skip' },
    { selector: 'head', format: 'skip' },
    { selector: 'style', format: 'skip' },
    { selector: 'script', format: 'skip' },
    { selector: 'title', format: 'skip' },
    { selector: 'blockquote', format: 'blockquote', options: QUOTED },
    // Plain text that a mail program wrapped into HTML keeps its lines only by style.
    { selector: '[style*="white-space: pre"]', format: 'pre', options: { leadingLineBreaks: 1, trailingLineBreaks: 1 } },
    { selector: '[style*="white-space:pre"]', format: 'pre', options: { leadingLineBreaks: 1, trailingLineBreaks: 1 } },
    { selector: 'ul', options: { itemPrefix: '- ' } },
    ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((selector) => ({ selector, options: { uppercase: false } })),
    { selector: 'hr', format: 'horizontalLine', options: { length: 10 } },
  ],
})

/**
 * Turns HTML into text: paragraphs and lists as lines, quotes as lines that open with "> ", tables of data as "a | b | c", tables used for
 * layout cell by cell. Links lose their target. Never throws; very large or very deep HTML is read more simply, which `simple` tells.
 */
export function readHtmlAsText(html: string): { text: string; simple: boolean } {
  if (html.length <= MAX_LENGTH && depthOf(html) <= MAX_DEPTH) {
    try {
      return { text: tidy(read(html)), simple: false }
    } catch {
      // A parser error is no reason to lose the mail: the simple reading never fails.
    }
  }
  return { text: tidy(stripTags(html)), simple: true }
}

function findRows(element: DomNode): DomNode[] {
  const rows: DomNode[] = []
  for (const child of element.children ?? []) {
    if (child.name === 'tr') rows.push(child)
    else if (child.name === 'tbody' || child.name === 'thead' || child.name === 'tfoot') rows.push(...findRows(child))
  }
  return rows
}

function isDataTable(rows: DomNode[][]): boolean {
  // Blocks first: a layout table ends the question before the text of everything in it is put together.
  if (rows.some((row) => row.some(holdsBlocks))) return false
  const texts = rows.map((row) => row.map(textOf))
  return (
    texts.some((row) => row.filter((cell) => cell !== '').length >= 2) &&
    texts.every((row) => row.every((cell) => cell.length <= 300))
  )
}

const BLOCKS = new Set(['table', 'blockquote', 'ul', 'ol', 'pre', 'h1', 'h2', 'hr'])

function holdsBlocks(node: DomNode): boolean {
  return (node.children ?? []).some((child) => BLOCKS.has(child.name ?? '') || holdsBlocks(child))
}

function textOf(node: DomNode): string {
  const inner = (part: DomNode): string =>
    part.type === 'text'
      ? (part.data ?? '')
      : part.name === 'br'
        ? ' '
        : part.name === 'style'
          ? ''
          : (part.children ?? []).map(inner).join(part.name === 'p' ? ' ' : '')
  return inner(node)
    .replace(/[\s\u00a0]+/g, ' ')
    .trim()
}

const VOID = new Set([
  'area',
  'base',
  'br',
  'col',
  'embed',
  'hr',
  'img',
  'input',
  'link',
  'meta',
  'param',
  'source',
  'track',
  'wbr',
  'p',
  'li',
  'td',
  'th',
  'tr',
  'dt',
  'dd',
  'option',
])

/** The deepest nesting by one pass over the tags; elements that close by themselves do not count. */
function depthOf(html: string): number {
  let depth = 0
  let deepest = 0
  for (const match of html.matchAll(/<(\/?)([a-zA-Z][a-zA-Z0-9]{0,15})/g)) {
    if (VOID.has((match[2] ?? '').toLowerCase())) continue
    depth = match[1] ? Math.max(0, depth - 1) : depth + 1
    if (depth > deepest) deepest = depth
  }
  return deepest
}

const NAMED: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  euro: '€',
  auml: 'ä',
  ouml: 'ö',
  uuml: 'ü',
  Auml: 'Ä',
  Ouml: 'Ö',
  Uuml: 'Ü',
  szlig: 'ß',
  eacute: 'é',
  egrave: 'è',
  agrave: 'à',
  ccedil: 'ç',
  ndash: '–',
  mdash: '—',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  hellip: '…',
  bull: '•',
  pound: '£',
}

/** One linear pass: tags go, block ends become line ends, the common entities are read. */
function stripTags(html: string): string {
  const out: string[] = []
  let at = 0
  while (at < html.length) {
    const open = html.indexOf('<', at)
    out.push(html.slice(at, open === -1 ? html.length : open).replace(/\s+/g, ' '))
    if (open === -1) break
    const name = /^<(\/?[a-zA-Z][a-zA-Z0-9]*|!--)/.exec(html.slice(open, open + 20))?.[1]?.toLowerCase() ?? ''
    const closer = name === '!--' ? '-->' : name === 'style' || name === 'script' || name === 'head' ? `</${name}` : '>'
    if (name === '') {
      out.push('<')
      at = open + 1
      continue
    }
    const end = html.indexOf(closer, open + 1)
    if (/^(\/?(p|div|tr|li|h\d|table|blockquote)|br)$/.test(name)) out.push('\n')
    if (name === '/td' || name === '/th') out.push(' ')
    at = end === -1 ? html.length : end + (closer.startsWith('</') ? 0 : closer.length)
  }
  return out.join('').replace(/&(#x?[0-9a-fA-F]{1,6}|[a-zA-Z]{2,8});/g, (whole, name: string) => {
    if (!name.startsWith('#')) return NAMED[name] ?? whole
    const code = name[1] === 'x' || name[1] === 'X' ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1))
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole
  })
}

function tidy(text: string): string {
  return text
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .replace(/^\n+|\n+$/g, '')
}
