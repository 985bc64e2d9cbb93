/** Which telephone does a written number ring? In E.164 where its country is told or taken for granted, else by its figures. */
import { type CountryCode, getCountries, parsePhoneNumberFromString } from 'libphonenumber-js'

export interface ReadPhone {
  /** In E.164 when sure, else the figures without leading zeros. */
  full: string
  sure: boolean
  /** What distinguishes it within its country. */
  national: string
}

/** @param region where a number without a country rings, in two letters. Null when there are fewer than six figures. */
export function readPhone(typed: string, region?: string | null): ReadPhone | null {
  const first = typed.split(/(?:ext|x|durchwahl)\.?\s*\d+$|[;|]| or /i)[0] ?? typed
  const digits = first.replace(/\D/g, '')
  if (digits.length < 6) return null
  const asked = first.trim().replace(/^00/, '+')
  const known = region && isRegion(region) ? { defaultCountry: region } : undefined
  const read = parsePhoneNumberFromString(asked, known)
  if (read?.isPossible()) return { full: read.number, sure: true, national: read.nationalNumber }
  const figures = digits.replace(/^0+/, '')
  return { full: figures, sure: false, national: figures }
}

/** The same telephone: by E.164, and by the last nine figures only where one of the two tells no country. */
export function isSamePhone(a: ReadPhone, b: ReadPhone): boolean {
  if (a.sure && b.sure) return a.full === b.full
  const [one, other] = [a.national.slice(-9), b.national.slice(-9)]
  return one.length >= 7 && one === other
}

const regions: ReadonlySet<string> = new Set(getCountries())
const isRegion = (text: string): text is CountryCode => regions.has(text)
const named = new Map<string, string>()
const zoned = new Map<string, string>()

/** The two letters of a country that is written by them or by its name; null for a country nobody knows. */
export function regionOfCountry(country: string | null | undefined): string | null {
  const plain = country?.trim().toUpperCase() ?? ''
  if (isRegion(plain)) return plain
  if (named.size === 0) {
    for (const language of ['en', 'de', 'fr', 'es', 'it', 'nl', 'pt', 'pl']) {
      const names = new Intl.DisplayNames([language], { type: 'region' })
      for (const region of regions) named.set((names.of(region) ?? region).toUpperCase(), region)
    }
    for (const [word, region] of [
      ['UK', 'GB'],
      ['USA', 'US'],
      ['UNITED STATES OF AMERICA', 'US'],
      ['ENGLAND', 'GB'],
      ['CZECH REPUBLIC', 'CZ'],
    ] as const)
      named.set(word, region)
  }
  return named.get(plain) ?? null
}

/** The country whose clocks a time zone is; null for one of no country. */
export function regionOfZone(timeZone: string): string | null {
  if (zoned.size === 0)
    for (const region of regions) {
      const place = new Intl.Locale('und', { region }) as Intl.Locale & { timeZones?: string[]; getTimeZones?: () => string[] }
      for (const zone of place.getTimeZones?.() ?? place.timeZones ?? []) zoned.set(plainZone(zone), region)
    }
  return zoned.get(plainZone(timeZone)) ?? null
}

/** Old and new names of one zone are one: Asia/Calcutta and Asia/Kolkata. */
function plainZone(name: string): string {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone
  } catch {
    return name
  }
}
