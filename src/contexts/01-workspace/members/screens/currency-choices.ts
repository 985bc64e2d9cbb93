/** Which currencies can be chosen? Those most used first, then all that the browser knows. */
import type { Choice } from '#foundation/ui/Select.tsx'

const first = ['EUR', 'USD', 'GBP', 'CHF']

/** The currencies with their names in the reader's language. */
export function currencyChoices(): Choice[] {
  const names = new Intl.DisplayNames(undefined, { type: 'currency' })
  const rest = Intl.supportedValuesOf('currency').filter((code) => !first.includes(code))
  return [...first, ...rest].map((code) => ({ value: code, label: `${code} ${names.of(code) ?? ''}`.trim() }))
}
