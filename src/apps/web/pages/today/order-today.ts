/** What needs me today, why, and in which order? Broken trust first, then silence, then what is about to slip, then what waits for a look. */

export interface PromiseDue {
  id: string
  what: string
  dueOn: string | null
  /** When a person said that it was promised; found by the program alone until then. */
  confirmedAt: string | null
  ownerName: string
  side: 'customer' | 'vendor'
  accountName: string | null
  accountId: string | null
}
export interface Unanswered {
  id: string
  subject: string
  lastAt: string
  accountName: string | null
  people: string[]
}
export interface Slipping {
  id: string
  name: string
  closeOn: string | null
  stageName: string
  accountName: string | null
}
export interface ToConfirm {
  id: string
  statement: string
  confidence: number
  spanCount: number
  accountName: string | null
  accountId: string | null
}

export interface TaskDue {
  id: string
  title: string
  dueOn: string | null
  /** "14:00" on the reader's clock, when a time was named. */
  clock: string | null
  priority: 'low' | 'normal' | 'high'
  aboutName: string | null
}

export type TodayItem = { key: string; id: string; reason: string; title: string; weight: number } & (
  | { about: 'promise'; of: PromiseDue }
  | { about: 'silence'; of: Unanswered }
  | { about: 'slipping'; of: Slipping }
  | { about: 'need'; of: ToConfirm }
  | { about: 'task'; of: TaskDue }
)

const dayMs = 86_400_000
const daysBetween = (from: string, to: string): number =>
  Math.floor((Date.parse(to.slice(0, 10)) - Date.parse(from.slice(0, 10))) / dayMs)
const days = (n: number): string => (n === 1 ? '1 day' : `${n} days`)
const toWhom = (name: string | null): string => (name ? ` to ${name}` : '')

/**
 * One finite list, the most pressing first.
 * @param today the reader's day, YYYY-MM-DD
 */
export function orderToday(
  found: { promises: PromiseDue[]; tasks: TaskDue[]; unanswered: Unanswered[]; slipping: Slipping[]; needs: ToConfirm[] },
  today: string,
): TodayItem[] {
  const items: TodayItem[] = [
    ...found.promises.map((of): TodayItem => {
      const late = of.dueOn ? daysBetween(of.dueOn, today) : 0
      const ours = of.side === 'vendor'
      const promiser = ours ? `We promised this${toWhom(of.accountName)}` : `${of.ownerName} promised us this`
      const reason =
        late > 0
          ? `${promiser}; it is ${days(late)} late`
          : late === 0
            ? `${promiser} for today`
            : `${promiser}, due ${late === -1 ? 'tomorrow' : `in ${days(-late)}`}`
      // Found in old mail and never looked at: most likely over long ago, so it waits behind everything that is known.
      const forgotten = late > 60 && of.confirmedAt === null
      // A late promise of ours outweighs all else; each day adds, up to a month, then only among its like.
      return {
        about: 'promise',
        of,
        key: `promise:${of.id}`,
        id: of.id,
        title: of.what,
        reason,
        weight: forgotten
          ? ours
            ? 20
            : 10
          : (ours ? 400 : 200) + (late > 0 ? 100 + Math.min(late, 30) + Math.min(late, 9_999) / 10_000 : late),
      }
    }),
    ...found.tasks.map((of): TodayItem => {
      const late = of.dueOn ? daysBetween(of.dueOn, today) : 0
      const about = of.aboutName ? `, about ${of.aboutName}` : ''
      return {
        about: 'task',
        of,
        key: `task:${of.id}`,
        id: of.id,
        title: of.title,
        reason:
          late > 0
            ? `You planned this${about}; it is ${days(late)} late`
            : `You planned this for today${of.clock ? ` at ${of.clock}` : ''}${about}`,
        // Our own plan comes after people who wait, unless somebody marked it as pressing.
        weight: (late > 0 ? 260 + Math.min(late, 30) : 240) + { high: 100, normal: 0, low: -60 }[of.priority],
      }
    }),
    ...found.unanswered.map((of): TodayItem => {
      const quiet = daysBetween(of.lastAt, today)
      const who = of.accountName ?? of.people[0] ?? 'They'
      return {
        about: 'silence',
        of,
        key: `thread:${of.id}`,
        id: of.id,
        title: of.subject || 'No subject',
        reason: `${who} wrote ${days(quiet)} ago and has no answer`,
        weight: 300 + Math.min(quiet, 30),
      }
    }),
    ...found.slipping.map((of): TodayItem => {
      const past = of.closeOn ? daysBetween(of.closeOn, today) : 0
      return {
        about: 'slipping',
        of,
        key: `opportunity:${of.id}`,
        id: of.id,
        title: of.name,
        reason: `Its close date passed ${days(past)} ago and it is still in ${of.stageName}`,
        weight: 150 + Math.min(past, 30),
      }
    }),
    ...found.needs.map(
      (of): TodayItem => ({
        about: 'need',
        of,
        key: `need:${of.id}`,
        id: of.id,
        title: of.statement,
        reason: `${of.accountName ?? 'A customer'} ${of.spanCount > 1 ? `said this ${of.spanCount} times` : 'said this'}; nobody has confirmed it`,
        weight: 100 * of.confidence + Math.min(of.spanCount, 10),
      }),
    ),
  ]
  return items.sort((a, b) => b.weight - a.weight || (a.key < b.key ? -1 : 1))
}
