/** How does a person read a value of any field in the history? */

export interface Telling {
  control: string
  references: string | null
  /** Names of the rows that references point to. */
  names: ReadonlyMap<string, string>
  /** Of the money that stands beside it. */
  currency: string | null
}

const mostLetters = 2000

/** Null when there is no value. Moments and days stay ISO: the reader's zone is the face's business. */
export function sayValue(value: unknown, { control, references, names, currency }: Telling): string | null {
  if (value === null || value === undefined || value === '') return null
  if (typeof value === 'boolean') return value ? 'Yes' : 'No'
  if (references !== null) return names.get(String(value)) ?? 'a row that is not there any more'
  if (control === 'money' && typeof value === 'number' && currency) return sayMoney(value, currency)
  if (control === 'share' && typeof value === 'number') return `${Math.round(value * 1000) / 10}%`
  if (Array.isArray(value) && value.every((one) => typeof one === 'string')) return value.join(', ') || null
  if (typeof value === 'object') return JSON.stringify(value).slice(0, mostLetters)
  const text = String(value)
  return control === 'choice' ? text.charAt(0).toUpperCase() + text.slice(1) : text.slice(0, mostLetters)
}

function sayMoney(minor: number, currency: string): string {
  const format = new Intl.NumberFormat('en-GB', { style: 'currency', currency, trailingZeroDisplay: 'stripIfInteger' })
  return format.format(minor / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2))
}
