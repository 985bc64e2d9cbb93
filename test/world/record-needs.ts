/** How does the team put the needs of a month into its own words, and what becomes of them? */
import { evidenceActions } from '#conversation/evidence/actions.ts'
import { needsActions } from '#discovery/needs/actions.ts'
import type { Ctx } from '#foundation/platform/context.ts'
import { evidenceOperations } from '#workflows/conclude-from-words.ts'
import { organisations } from './cast.ts'
import { type Around, all, by, findAt, type Kind, place } from './find-words.ts'
import type { Stage } from './play-house.ts'
import type { ExpectedNeed } from './story-shape.ts'

type Span = ExpectedNeed['spans'][number]

/** The needs that were written down so far, by statement. */
const written = new WeakMap<Stage, Map<string, string>>()
const writtenOn = (stage: Stage): Map<string, string> => {
  const known = written.get(stage) ?? new Map<string, string>()
  written.set(stage, known)
  return known
}

const kindsOf = (span: Span): [Kind, Kind] =>
  span.kind === 'explicit' ? ['need.explicit', 'need.implicit'] : ['need.implicit', 'need.explicit']

/** Marks words by hand; where the rules had found something there, that goes, since it told another need. */
async function remark(
  ctx: Ctx,
  around: Around,
  span: Span,
  detail: { need?: string; category?: string; priority?: ExpectedNeed['priority'] },
) {
  const [kind, other] = kindsOf(span)
  const there = await findAt(ctx, around, span, [kind, other])
  if (there) await evidenceOperations.reject(ctx, { id: there })
  return evidenceOperations.add(ctx, { ...place(around, span), kind, quote: span.quote, detail })
}

/** The need that a span shows and nothing else does: it can be taken over, put into better words. */
async function soleNeedAt(ctx: Ctx, around: Around, span: Span): Promise<string | null> {
  const evidenceId = await findAt(ctx, around, span, kindsOf(span))
  const found = evidenceId ? await needsActions.ofEvidence(ctx, { evidenceId }) : null
  if (!evidenceId || found?.spans.length !== 1 || found.state !== 'found') return null
  await evidenceActions.confirm(ctx, { id: evidenceId })
  return found.id
}

/** Writes a need down when its first words come in, adds the later ones, and says what became of it. */
export async function goThroughNeed(around: Around, one: ExpectedNeed): Promise<void> {
  const known = one.spans.filter((span) => around.isKnown(span.in))
  const [opening] = known
  if (!opening || ![...known, ...(one.settledBy ? [one.settledBy] : [])].some((span) => around.isNew(span.in))) return
  const ours = writtenOn(around.stage)
  const words = { statement: one.statement, category: one.category, priority: one.priority }
  await by(around, one.customer, async (ctx) => {
    if (!ours.has(one.statement)) {
      // What the rules found by themselves in the last days is the visitor's to put into words.
      if (around.isForVisitor && one.state === 'found' && (await findAt(ctx, around, opening, kindsOf(opening)))) return
      const taken = await soleNeedAt(ctx, around, opening)
      if (taken) await needsActions.correct(ctx, { id: taken, ...words, kind: opening.kind })
      const id = taken ?? (await writeDown(ctx, around, one, opening))
      ours.set(one.statement, id)
    }
    const id = ours.get(one.statement) ?? ''
    for (const span of known.filter((next) => next !== opening && around.isNew(next.in)))
      await remark(ctx, around, span, { need: one.statement, category: one.category, priority: one.priority })
    const now = await needsActions.get(ctx, { id })
    if (one.settledBy && !around.isKnown(one.settledBy.in)) return
    const reason = one.settledBy ? `“${one.settledBy.quote}”` : undefined
    if ((one.state === 'confirmed' || one.state === 'found') && now.state === 'found') await needsActions.confirm(ctx, { id })
    if ((one.state === 'met' || one.state === 'withdrawn') && now.state !== one.state)
      await needsActions.settle(ctx, { id, state: one.state, ...(reason ? { reason } : {}) })
  })
}

async function writeDown(ctx: Ctx, around: Around, one: ExpectedNeed, opening: Span): Promise<string> {
  const { id, accountId } = await remark(ctx, around, opening, {})
  const { domain } = organisations[one.customer]
  if (!accountId) throw new Error(`The words of ${domain} in ${opening.in} belong to no account`)
  const { statement, category, priority } = one
  const made = await needsActions.add(ctx, { accountId, statement, category, priority, kind: opening.kind, evidenceIds: [id] })
  return made.id
}

/** Says of everything else that the rules took for a need that it is none. */
export const leaveOtherNeeds = (around: Around): Promise<void> =>
  around.stage.as('priya', async (ctx) => {
    const ours = new Set(writtenOn(around.stage).values())
    const rows = await all((after) => needsActions.list(ctx, { limit: 200, after, state: 'found' }))
    for (const { id } of rows) if (!ours.has(id)) await needsActions.reject(ctx, { id })
  })
