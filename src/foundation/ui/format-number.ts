/** How is a number written so that it says no more than it knows? */

/** The interface speaks English; day before month is the order fewest readers misread when the month is a word. */
export const tongue = 'en-GB'

export type NumberForm = 'number' | 'share' | 'money'

const cached = new Map<string, Intl.NumberFormat>()
const format = (options: Intl.NumberFormatOptions): Intl.NumberFormat => {
  const key = JSON.stringify(options)
  const known = cached.get(key)
  if (known) return known
  const made = new Intl.NumberFormat(tongue, options)
  cached.set(key, made)
  return made
}

/** 12345.678 -> "12,345.7". At most one decimal unless asked. */
export const formatNumber = (value: number, decimals = 1): string => format({ maximumFractionDigits: decimals }).format(value)

/** 0.823 -> "82%". Between 0 and 1 % (or 99 and 100 %) one decimal, so that rare never reads as never. */
export function formatShare(share: number): string {
  const edge = (share > 0 && share < 0.01) || (share > 0.99 && share < 1)
  return format({ style: 'percent', maximumFractionDigits: edge ? 1 : 0 }).format(share)
}

/** How many minor units make one of this currency: 100 for EUR, 1 for JPY, 1000 for KWD. */
export function minorPerUnit(currency: string): number {
  return 10 ** (format({ style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2)
}

/** Money from integer minor units: (1250000, "EUR") -> "€12,500". Cents only where there are some. */
export function formatMoney(minor: number, currency: string, brief = false): string {
  const units = minor / minorPerUnit(currency)
  if (brief && Math.abs(units) >= 10_000) {
    return format({ style: 'currency', currency, notation: 'compact', maximumFractionDigits: 1 }).format(units)
  }
  return format({ style: 'currency', currency, trailingZeroDisplay: 'stripIfInteger' }).format(units)
}

/** Reads what a person typed as money: "12.500,50", "12,500.50", "12 500" -> minor units; null when it is no number. */
export function readMoney(typed: string, currency: string): number | null {
  const bare = typed.replace(/[^\d.,-]/g, '')
  if (!/\d/.test(bare)) return null
  const last = Math.max(bare.lastIndexOf('.'), bare.lastIndexOf(','))
  const after = last < 0 ? '' : bare.slice(last + 1)
  // A mark followed by exactly three digits groups thousands in every locale we read.
  const isFraction = after.length > 0 && after.length !== 3
  const whole = (isFraction ? bare.slice(0, last) : bare).replace(/[.,]/g, '')
  const number = Number(`${whole || '0'}${isFraction ? `.${after}` : ''}`)
  return Number.isFinite(number) ? Math.round(number * minorPerUnit(currency)) : null
}

/** A number in its form; money needs its currency and is given in minor units. */
export function formatAs(value: number, form: NumberForm, currency = 'EUR'): string {
  if (form === 'share') return formatShare(value)
  if (form === 'money') return formatMoney(value, currency, true)
  return formatNumber(value)
}

/** (1, "row") -> "1 row"; (12345, "row") -> "12,345 rows". */
export const countOf = (n: number, one: string, many = `${one}s`): string => `${formatNumber(n, 0)} ${n === 1 ? one : many}`

/** 1234567 -> "1.2 MB". */
export const formatBytes = (bytes: number): string =>
  bytes >= 1e9
    ? `${formatNumber(bytes / 1e9)} GB`
    : bytes >= 1e6
      ? `${formatNumber(bytes / 1e6)} MB`
      : `${formatNumber(Math.max(1, bytes / 1e3), 0)} kB`
