/** Which moment does a mail date name, when it can be written in many ways and badly? */

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const OTHER_MONTHS: Record<string, number> = {
  mär: 2,
  mrz: 2,
  maer: 2,
  mai: 4,
  okt: 9,
  dez: 11,
  fév: 1,
  fev: 1,
  avr: 3,
  juin: 5,
  juil: 6,
  aoû: 7,
  déc: 11,
}
/** RFC 5322 4.3: hours from UTC. Single letters and unknown names count as UTC. */
const ZONES: Record<string, number> = {
  ut: 0,
  utc: 0,
  gmt: 0,
  z: 0,
  est: -5,
  edt: -4,
  cst: -6,
  cdt: -5,
  mst: -7,
  mdt: -6,
  pst: -8,
  pdt: -7,
  cet: 1,
  cest: 2,
  met: 1,
  mest: 2,
  mez: 1,
  mesz: 2,
  bst: 1,
  ist: 5.5,
  jst: 9,
  kst: 9,
  aest: 10,
}

const DAY_FIRST = /(\d{1,2})[\s.-]+(\p{L}{3,})\.?[\s,-]+(\d{2,4})(?:[\s,]+|T)(\d{1,2}):(\d{2})(?::(\d{2}))?(.*)$/u
const MONTH_FIRST = /(\p{L}{3,})\.?\s+(\d{1,2}),?\s+(\d{4}),?\s+(?:at\s+)?(\d{1,2}):(\d{2})(?::(\d{2}))?(.*)$/u
const ASCTIME = /(\p{L}{3,})\s+(\d{1,2})\s+(\d{1,2}):(\d{2})(?::(\d{2}))?(.*?)\s(\d{4})(.*)$/u
const ISO = /(\d{4})-(\d{2})-(\d{2})[T\s]+(\d{2}):(\d{2})(?::(\d{2}))?(.*)$/
const ONLY_DAY = /^\D*?(\d{1,2})\s+(\p{L}{3,})\s+(\d{4})\s*$/u

/**
 * Reads RFC 5322 dates, the old forms, asctime (mbox lines), "May 8, 2005 1:17 PM", ISO, English, German and French month names.
 * Answers an ISO instant, or null when no moment can be read or it is outside 1900 to 2200. No zone counts as UTC.
 */
export function readMailDate(text: string): string | null {
  const line = text.slice(0, 300).replace(/\s+/g, ' ').trim()
  const iso = ISO.exec(line)
  if (iso) return moment(iso[1], Number(iso[2]) - 1, iso[3], iso[4], iso[5], iso[6], iso[7])
  const dayFirst = DAY_FIRST.exec(line)
  if (dayFirst) return moment(dayFirst[3], monthOf(dayFirst[2]), dayFirst[1], dayFirst[4], dayFirst[5], dayFirst[6], dayFirst[7])
  const monthFirst = MONTH_FIRST.exec(line)
  if (monthFirst)
    return moment(
      monthFirst[3],
      monthOf(monthFirst[1]),
      monthFirst[2],
      monthFirst[4],
      monthFirst[5],
      monthFirst[6],
      monthFirst[7],
    )
  const ctime = ASCTIME.exec(line)
  if (ctime) return moment(ctime[7], monthOf(ctime[1]), ctime[2], ctime[3], ctime[4], ctime[5], `${ctime[6]} ${ctime[8]}`)
  const day = ONLY_DAY.exec(line)
  return day ? moment(day[3], monthOf(day[2]), day[1], '0', '0', '0', '') : null
}

function monthOf(word = ''): number {
  const low = word.toLowerCase()
  const month = MONTHS.indexOf(low.slice(0, 3))
  return month === -1 ? (OTHER_MONTHS[low.slice(0, 4)] ?? OTHER_MONTHS[low.slice(0, 3)] ?? -1) : month
}

function moment(
  year = '',
  month = -1,
  day = '',
  hour = '',
  minute = '',
  second: string | undefined = '',
  rest = '',
): string | null {
  const short = Number(year)
  const full = year.length > 2 ? (year.length === 3 ? short + 1900 : short) : short < 50 ? short + 2000 : short + 1900
  const half = /^\s*([ap])\.?m\b/i.exec(rest)?.[1]?.toLowerCase()
  const hours = half ? (Number(hour) % 12) + (half === 'p' ? 12 : 0) : Number(hour)
  const [days, minutes, seconds] = [Number(day), Number(minute), Math.min(Number(second || 0), 59)]
  if (month < 0 || month > 11 || full < 1900 || full > 2200 || days < 1 || hours > 23 || minutes > 59) return null
  const time = Date.UTC(full, month, days, hours, minutes, seconds)
  if (new Date(time).getUTCDate() !== days) return null
  const instant = new Date(time - zoneMinutes(rest) * 60_000)
  // Machines without a clock write the epoch; it says nothing about the mail.
  if (Math.abs(instant.getTime()) < 86_400_000) return null
  return instant.toISOString()
}

function zoneMinutes(rest: string): number {
  const offset = /([+-])(\d{2}):?(\d{2})/.exec(rest)
  if (offset) {
    const minutes = Number(offset[2]) * 60 + Number(offset[3])
    return minutes > 16 * 60 ? 0 : offset[1] === '-' ? -minutes : minutes
  }
  const words = rest.toLowerCase().match(/[a-z]+/g) ?? []
  const name = words.find((word) => word in ZONES)
  return name ? (ZONES[name] ?? 0) * 60 : 0
}
