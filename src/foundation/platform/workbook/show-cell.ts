/** What does a number in a workbook mean: a day, a moment, a time, a share, a sum or a plain number? */

export type NumberLook = { kind: 'number' | 'day' | 'time' | 'percent'; currency: string }
const plain: NumberLook = { kind: 'number', currency: '' }

/** Formats that every workbook knows without saying them (ECMA-376, 18.8.30). */
function builtIn(id: number): NumberLook {
  if ((id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58)) return { ...plain, kind: 'day' }
  if (id >= 18 && id <= 21) return { ...plain, kind: 'time' }
  return id === 9 || id === 10 ? { ...plain, kind: 'percent' } : plain
}

const signs: readonly [RegExp, string][] = [
  [/€|EUR/, 'EUR'],
  [/£|GBP/, 'GBP'],
  [/CHF|Fr\./, 'CHF'],
  [/¥|JPY/, 'JPY'],
  [/\$|USD/, 'USD'],
]

/** How numbers of a format are meant. A format without a code of its own is known by its number. */
export function lookOfFormat(id: number, code: string | undefined): NumberLook {
  if (code === undefined) return builtIn(id)
  const named = /\[\$([^\]-]*)/.exec(code)?.[1] ?? ''
  const words = code
    .replace(/\[\$[^\]]*\]/g, '')
    .replace(/\[(?:[A-Za-z]+\d*|[<>=][^\]]*)\]/g, (m) => (/^\[[hms]+\]$/i.test(m) ? '[h]' : ''))
  const bare = words.replace(/"[^"]*"|\\.|_.|\*./g, '')
  if (/\[h\]/.test(bare)) return plain
  if (/[yd]/i.test(bare) || /mmm/i.test(bare)) return { ...plain, kind: 'day' }
  if (/[hs]/i.test(bare)) return { ...plain, kind: 'time' }
  if (bare.includes('%')) return { ...plain, kind: 'percent' }
  const currency = signs.find(([sign]) => sign.test(`${named} ${words}`))?.[1] ?? ''
  return { kind: 'number', currency }
}

/** A number of a workbook as the text of a table's cell: days as YYYY-MM-DD, moments in ISO, shares with %, sums with their currency. */
export function showNumber(value: number, look: NumberLook, from1904: boolean): string {
  if (!Number.isFinite(value)) return ''
  if (look.kind === 'day' || look.kind === 'time') {
    if (value < 0 || value > 2_958_466) return decimal(value)
    // Day 60 of the old calendar is a 29 February 1900 that never was.
    const days = from1904 ? value + 1462 : value < 60 ? value + 1 : value
    const seconds = Math.round((days - Math.floor(days)) * 86_400)
    const at = new Date(Date.UTC(1899, 11, 30) + Math.floor(days) * 86_400_000 + seconds * 1000).toISOString()
    if (look.kind === 'time' && value < 1) return at.slice(11, 19)
    return seconds === 0 || seconds === 86_400 ? at.slice(0, 10) : `${at.slice(0, 19)}Z`
  }
  if (look.kind === 'percent') return `${decimal(Number((value * 100).toPrecision(14)))}%`
  return look.currency ? `${decimal(value)} ${look.currency}` : decimal(value)
}

/** Three figures behind a point would read as thousands, so a fourth follows them. */
function decimal(value: number): string {
  const text =
    Math.abs(value) >= 1e21 || (value !== 0 && Math.abs(value) < 1e-6) ? String(value) : String(Number(value.toPrecision(15)))
  return /^-?\d+\.\d{3}$/.test(text) ? `${text}0` : text
}
