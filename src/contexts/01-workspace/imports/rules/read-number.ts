/** Which number or sum of money does a cell name? */

export type MoneyRead = { amountMinor: number; currency: string | null }

const SIGNS: Record<string, string> = {
  '€': 'EUR',
  us$: 'USD',
  $: 'USD',
  '£': 'GBP',
  '¥': 'JPY',
  '₹': 'INR',
  '₩': 'KRW',
  zł: 'PLN',
  kč: 'CZK',
  'sfr.': 'CHF',
  'fr.': 'CHF',
  r$: 'BRL',
  a$: 'AUD',
  c$: 'CAD',
  euro: 'EUR',
  euros: 'EUR',
  dollar: 'USD',
  dollars: 'USD',
}
/** ISO 4217: currencies that do not have two decimals. */
const MINOR_DIGITS: Record<string, number> = {
  JPY: 0,
  KRW: 0,
  VND: 0,
  CLP: 0,
  ISK: 0,
  HUF: 2,
  KWD: 3,
  BHD: 3,
  OMR: 3,
  TND: 3,
  JOD: 3,
}
const SCALES: Record<string, number> = {
  k: 3,
  tsd: 3,
  'tsd.': 3,
  t: 3,
  thousand: 3,
  m: 6,
  mn: 6,
  mm: 6,
  mio: 6,
  'mio.': 6,
  million: 6,
  millionen: 6,
  b: 9,
  bn: 9,
  mrd: 9,
  'mrd.': 9,
  billion: 9,
}

/** How many decimals a currency has; two when unknown. */
const minorDigits = (currency: string | null): number => MINOR_DIGITS[currency ?? ''] ?? 2

/**
 * Digits of a number as text, scaled: "1.234,56", "1,234.5", "1 234", "1'234", "12k", "1,2 Mio", "(500)". `decimal` is the column's decimal
 * sign; without it a single sign before exactly three figures means thousands. null: no number.
 */
export function readNumber(
  text: string,
  decimal: ',' | '.' | null,
): { negative: boolean; whole: string; fraction: string } | null {
  const plain = text
    .trim()
    .toLowerCase()
    .replace(/[\u00a0\u202f\u2009]/g, ' ')
    .replace(/−/g, '-')
  const found = /^(\()?\s*([+-])?\s*(\d[\d.,' ’]*|[.,]\d+)\s*([a-zäöü]+\.?)?\s*(-)?\s*(\))?$/.exec(plain)
  if (!found) return null
  const [, open, sign, figures = '', word, behind, close] = found
  if ((open === undefined) !== (close === undefined)) return null
  const scale = word ? SCALES[word] : 0
  if (scale === undefined) return null
  const bare = figures.replace(/[' ’]/g, '')
  const cut = decimalAt(bare, decimal)
  if (cut === null) return null
  const whole = bare.slice(0, cut).replace(/[.,]/g, '')
  const fraction = bare.slice(cut + 1).replace(/[.,]/g, '')
  const shifted = fraction.padEnd(scale, '0')
  return {
    negative: open !== undefined || sign === '-' || behind === '-',
    whole: `${whole}${shifted.slice(0, scale)}`.replace(/^0+(?=\d)/, '') || '0',
    fraction: shifted.slice(scale),
  }
}

/** Where the decimal sign stands; the length when there is none; null when groups of three do not add up. */
function decimalAt(bare: string, decimal: ',' | '.' | null): number | null {
  const [comma, point] = [bare.lastIndexOf(','), bare.lastIndexOf('.')]
  if (comma === -1 && point === -1) return bare.length
  const last = comma > point ? ',' : '.'
  const at = Math.max(comma, point)
  const both = comma !== -1 && point !== -1
  const repeats = bare.split(last).length > 2
  const isDecimal = both ? !repeats : decimal === null ? !repeats && bare.length - at - 1 !== 3 : !repeats && last === decimal
  const whole = isDecimal ? bare.slice(0, at) : bare
  if (/[.,]/.test(whole) && !/^\d{1,3}(?:[.,]\d{2,3})*[.,]\d{3}$/.test(whole)) return null
  return isDecimal ? at : bare.length
}

/**
 * Money in integer minor units. The currency is what the cell says, else null. Figures behind the last minor unit are rounded half up.
 * null: no sum, or one too large to keep exactly.
 */
export function readMoney(text: string, decimal: ',' | '.' | null, fallbackCurrency: string | null): MoneyRead | null {
  const cell = text.trim()
  const named =
    /(?:^|[^\p{L}])(EUR|USD|GBP|CHF|JPY|CAD|AUD|NZD|SEK|NOK|DKK|PLN|CZK|HUF|INR|CNY|BRL|MXN|ZAR|SGD|HKD|KRW|TRY|AED|SAR|ILS|RON|KWD|BHD|ISK)(?![\p{L}])/iu.exec(
      cell,
    )
  const sign = Object.keys(SIGNS)
    .sort((a, b) => b.length - a.length)
    .find((one) => cell.toLowerCase().includes(one))
  const currency = named?.[1]?.toUpperCase() ?? (sign ? (SIGNS[sign] ?? null) : null)
  const bare = (named ? cell.replace(named[1] ?? '', ' ') : cell).toLowerCase()
  const number = readNumber((sign ? bare.replaceAll(sign, ' ') : bare).replace(/[.,][-–—]+\s*$/, ''), decimal)
  if (!number) return null
  const digits = minorDigits(currency ?? fallbackCurrency)
  const kept = number.fraction.padEnd(digits + 1, '0')
  const minor = Number(`${number.whole}${kept.slice(0, digits)}`) + (Number(kept[digits]) >= 5 ? 1 : 0)
  if (!Number.isSafeInteger(minor)) return null
  return { amountMinor: number.negative && minor !== 0 ? -minor : minor, currency }
}
