/** How is a text inside any value changed: a plain one, or deep in a document? */

/** The value with every text in it changed; the very same value when nothing differs. */
export function scrubValue(value: unknown, scrub: (text: string) => string): unknown {
  if (typeof value === 'string') return scrub(value)
  if (Array.isArray(value)) {
    const next = value.map((one) => scrubValue(one, scrub))
    return next.some((one, at) => one !== value[at]) ? next : value
  }
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value)
  const next = entries.map(([key, one]) => [scrub(key), scrubValue(one, scrub)] as const)
  return next.some(([key, one], at) => key !== entries[at]?.[0] || one !== entries[at]?.[1]) ? Object.fromEntries(next) : value
}
