/** How does a mail look when its program has added signature, small print and history? */
import { organisations, people } from './cast.ts'
import type { DatedMail, DatedThread, DatedWorld } from './date-the-world.ts'

const SHORT_DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'] as const
const SHORT_MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')
const WOCHENTAGE = ['Sonntag', 'Montag', 'Dienstag', 'Mittwoch', 'Donnerstag', 'Freitag', 'Samstag'] as const
const MONATE = 'Januar Februar März April Mai Juni Juli August September Oktober November Dezember'.split(' ')

export type CalendarDay = { year: number; month: number; date: number; weekday: number }
export const calendarDay = (iso: string): CalendarDay => {
  const day = new Date(`${iso}T00:00:00Z`)
  return { year: day.getUTCFullYear(), month: day.getUTCMonth(), date: day.getUTCDate(), weekday: day.getUTCDay() }
}

/** "Mon, 23 Nov 2026": the day of a Date header and of an attribution. */
export function shortDay(iso: string): string {
  const { year, month, date, weekday } = calendarDay(iso)
  return `${SHORT_DAYS[weekday]}, ${date} ${SHORT_MONTHS[month]} ${year}`
}

const langerTag = (iso: string): string => {
  const { year, month, date, weekday } = calendarDay(iso)
  return `${WOCHENTAGE[weekday]}, ${date}. ${MONATE[month]} ${year}`
}

const address = (key: DatedMail['from']) => `${people[key].name} <${people[key].email}>`
const names = (keys: readonly DatedMail['from'][]) => keys.map((key) => people[key].name).join('; ')

/** The subject line of a mail: the thread's, with the mark of the writer's mail program when it is an answer. */
export function subjectOf(mail: DatedMail, thread: DatedThread): string {
  if (mail.subject) return mail.subject
  if (thread.messages[0]?.key === mail.key || /^(?:re|aw|fw|fwd):/i.test(thread.subject)) return thread.subject
  return `${people[mail.from].client === 'outlook-de' ? 'AW' : people[mail.from].client === 'outlook' ? 'RE' : 'Re'}: ${thread.subject}`
}

/** What the writer wrote, with signature and the small print of their mail server. */
export function ownWords(mail: DatedMail): string {
  const { signature, org } = people[mail.from]
  const house = organisations[org]
  const disclaimer = 'disclaimer' in house && people[mail.from].client !== 'phone' ? house.disclaimer : ''
  return [mail.text, mail.unsigned ? '' : signature, mail.automatic ? '' : disclaimer].filter(Boolean).join('\n\n')
}

/** The mail that a mail answers and its program quotes: the one before it in the thread. */
export function answered(mail: DatedMail, thread: DatedThread): DatedMail | null {
  const at = thread.messages.findIndex((one) => one.key === mail.key)
  return thread.messages[at - 1] ?? null
}

function headerBlock(mail: DatedMail, subject: string, german: boolean): string {
  const cc = mail.cc?.length ? [`Cc: ${names(mail.cc)}`] : []
  const { day, time } = mail.moment
  return (
    german
      ? [
          `Von: ${address(mail.from)}`,
          `Gesendet: ${langerTag(day)} ${time}`,
          `An: ${names(mail.to)}`,
          ...cc,
          `Betreff: ${subject}`,
        ]
      : [`From: ${address(mail.from)}`, `Sent: ${shortDay(day)} ${time}`, `To: ${names(mail.to)}`, ...cc, `Subject: ${subject}`]
  ).join('\n')
}

/** The history under a mail as its writer's program puts it; '' when there is none. Two mails deep at most. */
function history(mail: DatedMail, thread: DatedThread, depth: number): string {
  const { client } = people[mail.from]
  const before = answered(mail, thread)
  if (!before || client === 'phone' || mail.quotes === false || mail.automatic || depth > 2) return ''
  if (client === 'gmail') {
    const { day, time } = before.moment
    const marked = ownWords(before)
      .split('\n')
      .map((line) => (line === '' ? '>' : `> ${line}`))
    return `On ${shortDay(day)} at ${time}, ${address(before.from)} wrote:\n\n${marked.join('\n')}`
  }
  const block = headerBlock(before, subjectOf(before, thread), client === 'outlook-de')
  return [block, ownWords(before), history(before, thread, depth + 1)].filter(Boolean).join('\n\n')
}

function forwarded(key: string, world: DatedWorld): string {
  for (const thread of world.threads) {
    const mail = thread.messages.find((one) => one.key === key)
    if (!mail) continue
    return `---------- Forwarded message ---------\n${headerBlock(mail, subjectOf(mail, thread), false)}\n\n${ownWords(mail)}`
  }
  throw new Error(`The story forwards a mail that it does not hold: ${key}`)
}

/** The whole plain text of a mail as it travels. */
export function wholeText(mail: DatedMail, thread: DatedThread, world: DatedWorld): string {
  const parts = [ownWords(mail), mail.forwards ? forwarded(mail.forwards, world) : '', history(mail, thread, 1)]
  return `${parts.filter(Boolean).join('\n\n')}\n`
}
