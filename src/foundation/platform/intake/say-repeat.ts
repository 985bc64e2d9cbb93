/** How often does an event come again, in words? */

const units: Record<string, [string, string]> = {
  DAILY: ['day', 'days'],
  WEEKLY: ['week', 'weeks'],
  MONTHLY: ['month', 'months'],
  YEARLY: ['year', 'years'],
  HOURLY: ['hour', 'hours'],
  MINUTELY: ['minute', 'minutes'],
  SECONDLY: ['second', 'seconds'],
}
const days: Record<string, string> = {
  MO: 'Monday',
  TU: 'Tuesday',
  WE: 'Wednesday',
  TH: 'Thursday',
  FR: 'Friday',
  SA: 'Saturday',
  SU: 'Sunday',
}
const nth: Record<string, string> = { '1': 'first', '2': 'second', '3': 'third', '4': 'fourth', '5': 'fifth', '-1': 'last' }

/** "Every 2 weeks on Monday, Wednesday, until 2026-05-01" from an RRULE; parts without words are kept as they are written. */
export function sayRepeat(rule: string): string {
  const parts = new Map(rule.split(';').map((part) => part.split('=', 2) as [string, string | undefined]))
  const unit = units[parts.get('FREQ') ?? '']
  if (!unit) return rule
  const every = Number(parts.get('INTERVAL') ?? 1)
  const on = parts.get('BYDAY')?.split(',').map(sayDay)
  const until = /^(\d{4})(\d{2})(\d{2})/.exec(parts.get('UNTIL') ?? '')
  const count = parts.get('COUNT')
  const rest = [...parts].filter(
    ([name, value]) => value && !['FREQ', 'INTERVAL', 'BYDAY', 'UNTIL', 'COUNT', 'WKST'].includes(name),
  )
  return [
    `Every ${every === 1 ? unit[0] : `${every} ${unit[1]}`}`,
    ...(on ? [` on ${on.join(', ')}`] : []),
    ...(rest.length ? [` (${rest.map(([name, value]) => `${name}=${value}`).join(', ')})`] : []),
    ...(until ? [`, until ${until[1]}-${until[2]}-${until[3]}`] : []),
    ...(count ? [`, ${count} times`] : []),
  ].join('')
}

function sayDay(day: string): string {
  const [, place = '', name = ''] = /^([+-]?\d+)?([A-Z]{2})$/.exec(day) ?? []
  const word = days[name]
  if (!word) return day
  return place ? `the ${nth[String(Number(place))] ?? `${Number(place)}.`} ${word}` : word
}
