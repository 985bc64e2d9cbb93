/** At which moment does a calendar say that something happens? By the zones it defines itself, then by their names. (RFC 5545, 3.3.5) */
import { isTimeZone, momentOfWall } from '#foundation/kernel/moment-in.ts'
import type { ContentLine } from './content-lines.ts'
import { type DefinedZone, momentInZone, readDefinedZone } from './defined-zone.ts'
import { zoneOfWindows } from './zone-of-windows.ts'

/** The zones that a calendar defines, by name. */
export type DefinedZones = Map<string, DefinedZone>

/** Takes in the definition of a zone (the lines of a VTIMEZONE); one that cannot be read is as if it were not there. */
export function defineZone(zones: DefinedZones, lines: readonly ContentLine[]): void {
  const tzid = lines.find((l) => l.name === 'TZID')?.value
  if (!tzid) return
  const zone = readDefinedZone(lines)
  if (zone) zones.set(tzid, zone)
  else zones.delete(tzid)
}

const VALUE = /^(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})?(Z)?)?$/

export interface StatedTime {
  /** Milliseconds; of a whole day its first moment as if in UTC. */
  at: number
  isDay: boolean
  /** The zone it was said in; null for UTC, whole days and times that float. */
  zone: string | null
  /** It was said without any zone, or with one that nobody knows. */
  floats: boolean
}

/** Reads DTSTART and its kin; null for what is no time. Times without a zone are those of `home`. */
export function timeOf(line: ContentLine | undefined, zones: DefinedZones, home: string): StatedTime | null {
  const [, year, month, day, hour, minute, second = '00', utc] = VALUE.exec(line?.value.trim() ?? '') ?? []
  if (!line || !year || !month || !day) return null
  const local = Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour ?? 0), Number(minute ?? 0), Number(second))
  const read = new Date(local)
  if (Number.isNaN(local) || read.getUTCMonth() + 1 !== Number(month) || read.getUTCDate() !== Number(day)) return null
  if (hour === undefined) return { at: local, isDay: true, zone: null, floats: false }
  if (utc) return { at: local, isDay: false, zone: null, floats: false }
  const tzid = line.params.TZID?.[0] ?? ''
  const defined = zones.get(tzid)
  const known = isTimeZone(tzid) && tzid ? tzid : zoneOfWindows(tzid.replace(/^\//, ''))
  if (defined) return { at: momentInZone(defined, local), isDay: false, zone: known ?? tzid, floats: false }
  // "/freeassociation.sourceforge.net/Europe/Berlin" ends in the name.
  const ending = /[A-Z][\w+-]*\/[\w+/-]+$/.exec(tzid)?.[0]
  const zone = known ?? (ending && isTimeZone(ending) ? ending : null)
  return { at: momentOfWall(local, zone ?? home), isDay: false, zone, floats: zone === null }
}

/** How long a DURATION is, in milliseconds; null for what is none. */
export function lengthOf(duration: string): number | null {
  const found = /^([+-])?P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/.exec(duration.trim())
  if (!found) return null
  const [weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = found.slice(2).map((n) => Number(n ?? 0))
  const sum = ((((weeks * 7 + days) * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000
  return found[1] === '-' ? -sum : sum
}
