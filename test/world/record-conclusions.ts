/** What does the team confirm, correct and close when it goes through what was found in a month's mail? */
import { evidenceActions } from '#conversation/evidence/actions.ts'
import { promisesActions } from '#conversation/promises/actions.ts'
import { needsActions } from '#discovery/needs/actions.ts'
import { objectionsActions } from '#discovery/objections/actions.ts'
import type { Ctx } from '#foundation/platform/context.ts'
import { evidenceOperations } from '#workflows/conclude-from-words.ts'
import { people } from './cast.ts'
import { type DatedWorld, dayOf } from './date-the-world.ts'
import { type Around, all, by, type Evidence, type EvidenceTable, findAt, type Kind, place, type Stored } from './find-words.ts'
import type { Stage } from './play-house.ts'
import { goThroughNeed, leaveOtherNeeds } from './record-needs.ts'
import { messageIdOf } from './render-mailbox.ts'
import type { ExpectedObjection, ExpectedPromise, Shown } from './story-shape.ts'

/** What came in on the last days is left as it was found, for the visitor to go through. */
const leftToVisitor = -8

/** Goes through the expectations whose words came in after one day and until another. */
export async function recordConclusions(stage: Stage, dated: DatedWorld, { after, until }: { after: number; until: number }) {
  const stored = await storedMessages(stage, dated)
  const dayOfKey = (key: string | undefined) => (key === undefined ? undefined : stored.get(key)?.day)
  const around: Around = {
    ...{ stage, until, stored, isForVisitor: until > leftToVisitor },
    isNew: (key) => (dayOfKey(key) ?? -9999) > after,
    isKnown: (key) => dayOfKey(key) !== undefined,
  }
  const { needs, promises, objections, competitors } = dated.expectations
  const meant = new Set<string>()
  for (const one of promises) await goThroughPromise(around, one, meant)
  for (const one of needs) await goThroughNeed(around, one)
  for (const one of objections) await goThroughObjection(around, one, meant)
  for (const one of competitors)
    if (around.isNew(one.in)) {
      const detail = { name: one.name, polarity: one.polarity }
      const said = await by(around, one.customer, (ctx) => mark(ctx, around, one, ['competitor'], detail))
      meant.add(said.id)
    }
  if (around.isForVisitor) return
  await leaveOtherNeeds(around)
  await leaveOthers(around, meant)
}

async function storedMessages(stage: Stage, dated: DatedWorld): Promise<Map<string, Stored>> {
  const found = await stage.messages()
  const plain = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')
  const stored = new Map<string, Stored>()
  for (const mail of dated.threads.flatMap((thread) => thread.messages)) {
    const row = found.find((one) => one.sourceKey === messageIdOf(mail))
    if (row) stored.set(mail.key, { id: row.id, text: row.text, day: mail.at.day, subject: row.subject })
  }
  for (const call of dated.calls) {
    const row = found.find((one) => one.source === 'call' && plain(one.subject).endsWith(plain(call.title)))
    if (row) stored.set(call.key, { id: row.id, text: row.text, day: call.at.day, subject: row.subject })
  }
  return stored
}

/** The evidence at a quote: confirmed when the rules found it, marked by hand when they did not. */
async function mark(ctx: Ctx, around: Around, shown: Shown, kinds: readonly [Kind, ...Kind[]], detail: Evidence['detail']) {
  const id = await findAt(ctx, around, shown, kinds)
  if (!id) return evidenceOperations.add(ctx, { ...place(around, shown), kind: kinds[0], quote: shown.quote, detail })
  const row = await evidenceActions.get(ctx, { id })
  return row.state === 'found' ? evidenceActions.confirm(ctx, { id }) : row
}

async function goThroughPromise(around: Around, one: ExpectedPromise, meant: Set<string>): Promise<void> {
  if (!around.isKnown(one.in) || (!around.isNew(one.in) && !around.isNew(one.outcomeBy))) return
  const dueOn = one.due === null ? null : dayOf(one.due, around.stage.today)
  const ownerName = people[one.owner].name
  await by(around, one.customer, async (ctx) => {
    const said = await mark(ctx, around, one, ['promise'], { what: one.what, due: dueOn, owner: ownerName })
    meant.add(said.id)
    const rows = await all((after) => promisesActions.list(ctx, { limit: 200, after }))
    const found = rows.find((row) => row.evidenceId === said.id)
    if (!found) throw new Error(`No promise came of the words in ${one.in}`)
    if (around.isNew(one.in)) {
      if (found.what !== one.what || found.dueOn !== dueOn || found.ownerName !== ownerName)
        await promisesActions.correct(ctx, { id: found.id, what: one.what, dueOn, ownerName })
      if (!found.confirmedAt) await promisesActions.confirm(ctx, { id: found.id })
    }
    const shows = one.outcomeBy ? around.stored.get(one.outcomeBy) : undefined
    if (!shows || one.outcome === 'open' || found.state !== 'open') return
    const reason = `See “${shows.subject}” of ${dayOf(shows.day, around.stage.today)}`
    await promisesActions.close(ctx, { id: found.id, state: one.outcome, reason })
  })
}

async function goThroughObjection(around: Around, one: ExpectedObjection, meant: Set<string>): Promise<void> {
  if (!around.isKnown(one.in)) return
  if (![one.in, one.answeredBy?.in, one.confirmedBy?.in].some(around.isNew)) return
  await by(around, one.customer, async (ctx) => {
    const said = await mark(ctx, around, one, ['objection'], { type: one.type, concern: one.concern })
    meant.add(said.id)
    const rows = await all((after) => objectionsActions.list(ctx, { limit: 200, after }))
    const found = rows.find((row) => row.evidenceId === said.id)
    if (!found) throw new Error(`No objection came of the words in ${one.in}`)
    const [answer, assent] = [one.answeredBy, one.confirmedBy]
    if (answer && around.isNew(answer.in)) await mark(ctx, around, answer, ['objection.answer'], {})
    if (assent && around.isNew(assent.in)) await mark(ctx, around, assent, ['objection.confirmed'], {})
    const to = assent && around.isKnown(assent.in) ? 'confirmed' : answer && around.isKnown(answer.in) ? 'answered' : 'open'
    if (to === 'open' || found.state === to || found.state === 'confirmed') return
    const reason = `“${(to === 'confirmed' ? assent : answer)?.quote ?? ''}”`
    await objectionsActions.settle(ctx, { id: found.id, state: to, reason })
  })
}

/** Rejects what the rules took for something and a careful reader does not; words that a need of ours gathered stay with it. */
const leaveOthers = (around: Around, meant: ReadonlySet<string>): Promise<void> =>
  around.stage.as('priya', async (ctx) => {
    const rows = await ctx.db
      .withTables<EvidenceTable>()
      .selectFrom('evidence')
      .select(['id', 'kind'])
      .where('workspaceId', '=', ctx.actor.workspaceId)
      .where('state', '=', 'found')
      .where('origin', '=', 'rule')
      .orderBy('id')
      .execute()
    for (const { id, kind } of rows) {
      if (meant.has(id)) continue
      const need = kind.startsWith('need.') ? await needsActions.ofEvidence(ctx, { evidenceId: id }) : null
      if (!need || need.state === 'rejected') await evidenceOperations.reject(ctx, { id })
    }
  })
