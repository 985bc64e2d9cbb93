/** What happens when meetings are asked for, removed, or come in with a calendar? */
import type { z } from 'zod'
import { type AccountBook, accountsOfDomains } from '#customers/accounts/actions.ts'
import type { KnownAccounts } from '#customers/accounts/rules/find-account.ts'
import { accountDomainOf, isOwnAddress } from '#customers/accounts/rules/known-domains.ts'
import { findPeople } from '#customers/people/actions.ts'
import { pageFrom, readCursor, writeCursor } from '#foundation/contract/cursor.ts'
import type { Actions } from '#foundation/contract/operation.ts'
import { notFound, Problem } from '#foundation/contract/problem.ts'
import type { Draft } from '#foundation/contract/record.ts'
import { groupRows } from '#foundation/kernel/group-rows.ts'
import type { RecentRows } from '#foundation/kernel/recent-rows.ts'
import { change, create, type PlannedChange, remove } from '#foundation/platform/changes/plan-changes.ts'
import { saveUnlessBlocked } from '#foundation/platform/changes/save-unless-taken.ts'
import type { Ctx } from '#foundation/platform/context.ts'
import { isFreeMail } from '#foundation/platform/mail/know-free-mail.ts'
import type { Ended } from '#workspace/imports/contract.ts'
import { Meeting, MeetingPerson, type MeetingShown, type meetings } from './contract.ts'
import { keyOfMeeting, type MeetingGiven, planMeetingRow } from './rules/plan-meeting-row.ts'
import { type Participant, readParticipants } from './rules/read-participants.ts'
import { listMeetings, type MeetingRow, meetingById, meetingsByKey, type ParticipantRow, participantsOf } from './store.ts'

type Shown = z.output<typeof MeetingShown>

async function withPeople(ctx: Ctx, rows: readonly (MeetingRow & { accountName: string | null })[]): Promise<Shown[]> {
  const people = rows.length
    ? await participantsOf(
        ctx,
        rows.map((row) => row.id),
      )
    : []
  const byMeeting = groupRows(people, (p) => p.meetingId)
  const shown = ({ personId, name, email, role, answer }: ParticipantRow) => ({ personId, name, email, role, answer })
  return rows.map((row) => ({ ...row, people: (byMeeting.get(row.id) ?? []).map(shown) }))
}

export const meetingsActions = {
  async list(ctx, { limit, after, accountId, personId }) {
    const [startsAt, id] = after ? readCursor(after, 2) : [null, null]
    const rows = await listMeetings(ctx, {
      accountId: accountId ?? null,
      personId: personId ?? null,
      before: after ? { startsAt: String(startsAt), id: String(id) } : null,
      most: limit + 1,
    })
    const page = pageFrom(rows, limit, (row) => writeCursor(row.startsAt, row.id))
    return { ...page, rows: await withPeople(ctx, page.rows) }
  },
  async get(ctx, { id }) {
    const row = await meetingById(ctx, id)
    const [shown] = row ? await withPeople(ctx, [row]) : []
    if (!shown) throw notFound('meeting')
    return shown
  },
  async remove(ctx, { id }) {
    const row = await meetingById(ctx, id)
    if (!row) throw notFound('meeting')
    const { changeSetId } = await ctx.save({
      why: `Removed the meeting ${row.title}`.slice(0, 1000),
      changes: [remove(Meeting, id)],
    })
    return { changeSetId: changeSetId ?? '' }
  },
} satisfies Actions<typeof meetings, Ctx>

/**
 * Takes the events of a calendar in: finds the meeting that each means or makes it, with who takes part; people are known by their
 * addresses, and nobody is made. Answers for each, in order. A constant number of statements.
 */
export async function takeMeetingRows(
  ctx: Ctx,
  rows: readonly MeetingGiven[],
  { book, ownDomains, ahead }: { book: AccountBook; ownDomains: readonly string[]; ahead?: RecentRows<MeetingRow> },
): Promise<Ended[]> {
  const given = rows.map((row) => ({ row, people: readParticipants(row.organizer, row.attendees), key: keyOfMeeting(row) }))
  const keys = [...new Set(given.map((g) => g.key).filter(Boolean))]
  const emails = [...new Set(given.flatMap((g) => g.people.flatMap((p) => p.email ?? [])))]
  const persons = new Map((await findPeople.byEmail(ctx, emails)).map((p) => [p.email ?? '', p]))
  const mailed = emails.flatMap((email) => accountDomainOf(email, { own: ownDomains, isFreeMail })?.domain ?? [])
  const accounts = await accountsOfDomains(ctx, mailed, book)
  const there = new Map((await meetingsByKey(ctx, keys)).map(({ accountName: _, ...row }) => [row.sourceKey, row]))
  for (const row of ahead?.recall(keys) ?? []) there.set(row.sourceKey, row)
  const before = groupRows(
    await participantsOf(
      ctx,
      [...there.values()].map((m) => m.id),
    ),
    (p) => p.meetingId,
  )
  const created = new Map<string, Draft<typeof Meeting>>()
  const changed = new Map<string, Partial<MeetingRow>>()
  const taking = new Map<string, Participant[]>()
  const ended = given.map(({ row, people, key }): Ended => {
    const plan = planMeetingRow(row, accountOf(people, persons, accounts, ownDomains), there.get(key))
    if (plan.deed === 'skip') return { outcome: 'skipped', rowId: null, notes: plan.notes }
    const id = plan.deed === 'create' ? ctx.id() : plan.row.id
    const now: MeetingRow =
      plan.deed === 'create'
        ? { ...plan.draft, id, createdAt: ctx.now, updatedAt: ctx.now }
        : { ...plan.row, ...(plan.deed === 'change' ? plan.set : {}) }
    const differ = plan.deed === 'create' || !sameParticipants(taking.get(id) ?? before.get(id) ?? [], people)
    if (differ) taking.set(id, people)
    there.set(key, now)
    ahead?.remember(id, now, [key])
    if (plan.deed === 'create') created.set(id, plan.draft)
    if (plan.deed === 'change') {
      const draft = created.get(id)
      if (draft) created.set(id, { ...draft, ...plan.set })
      else changed.set(id, { ...changed.get(id), ...plan.set })
    }
    const outcome = plan.deed === 'create' ? 'stored' : plan.deed === 'change' || differ ? 'changed' : 'already'
    return { outcome, rowId: id, notes: plan.notes }
  })
  const changes: PlannedChange[] = [
    ...[...taking.keys()].flatMap((id) => (before.get(id) ?? []).map((p) => remove(MeetingPerson, p.id))),
    ...[...created].map(([id, draft]) => create(Meeting, { id, ...draft })),
    ...[...changed].map(([id, fields]) => change(Meeting, id, fields)),
    ...[...taking].flatMap(([meetingId, people]) =>
      people.map((p) => create(MeetingPerson, { ...p, meetingId, personId: (p.email && persons.get(p.email)?.id) || null })),
    ),
  ]
  const saved = await saveUnlessBlocked(ctx, { why: `Took ${rows.length} events from a calendar`, changes })
  if (!saved) throw new Problem(503, 'Others are changing the same meetings at this moment. Try again.')
  return ended
}

/** The account that most of the customer's people at a meeting belong to: as they are known, else by their mail domains. */
function accountOf(
  people: readonly Participant[],
  persons: ReadonlyMap<string, { accountId: string | null }>,
  accounts: KnownAccounts,
  own: readonly string[],
): string | null {
  const counts = new Map<string, number>()
  for (const { email } of people) {
    if (!email || isOwnAddress(email, own)) continue
    const domain = accountDomainOf(email, { own, isFreeMail })?.domain
    const id = persons.get(email)?.accountId ?? (domain ? accounts.byDomain.get(domain)?.id : undefined)
    if (id) counts.set(id, (counts.get(id) ?? 0) + 1)
  }
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0] ?? null
}

/** Whether the same people take part with the same answers; who they are here is no part of what a calendar says. */
function sameParticipants(before: readonly Participant[], now: readonly Participant[]): boolean {
  const words = (p: Participant) => [p.name, p.email, p.role, p.answer].join('\n')
  return before.length === now.length && new Set([...before, ...now].map(words)).size === new Set(now.map(words)).size
}
