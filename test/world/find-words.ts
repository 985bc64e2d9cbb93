/** Where do the story's words stand in the store, and what was found there? */
import type { z } from 'zod'
import type { EvidenceShown } from '#conversation/evidence/contract.ts'
import type { Ctx } from '#foundation/platform/context.ts'
import type { OrganisationKey } from './cast.ts'
import { keeperOf, type Stage } from './play-house.ts'
import type { Shown } from './story-shape.ts'

export type Evidence = z.output<typeof EvidenceShown>
export type Kind = Evidence['kind']
export interface Stored {
  id: string
  text: string
  day: number
  subject: string
}
export interface Around {
  stage: Stage
  until: number
  stored: ReadonlyMap<string, Stored>
  isNew: (key: string | undefined) => boolean
  isKnown: (key: string | undefined) => boolean
  /** The last days, which are left as they were found for the visitor to go through. */
  isForVisitor: boolean
}

/** An action of whoever looks after a customer. */
export const by = <T>(around: Around, customer: OrganisationKey, run: (ctx: Ctx) => Promise<T>): Promise<T> =>
  around.stage.as(keeperOf(customer, around.until), run)

/** Where a quote stands in its stored message. @throws when the story and the store differ */
export function place(around: Around, shown: Shown): { messageId: string; start: number; end: number } {
  const message = around.stored.get(shown.in)
  if (!message) throw new Error(`${shown.in} was not stored`)
  const start = message.text.indexOf(shown.quote)
  if (start < 0) throw new Error(`${shown.in} does not hold its quote: ${shown.quote}`)
  return { messageId: message.id, start, end: start + shown.quote.length }
}

export type EvidenceTable = {
  evidence: {
    workspaceId: string
    id: string
    messageId: string
    kind: string
    start: number
    end: number
    state: string
    origin: string
  }
}

/** The standing evidence of one of these kinds that lies at a quote. */
export async function findAt(ctx: Ctx, around: Around, shown: Shown, kinds: readonly Kind[]): Promise<string | null> {
  const { messageId, start, end } = place(around, shown)
  const row = await ctx.db
    .withTables<EvidenceTable>()
    .selectFrom('evidence')
    .select('id')
    .where('workspaceId', '=', ctx.actor.workspaceId)
    .where('messageId', '=', messageId)
    .where('state', '!=', 'rejected')
    .where('kind', 'in', [...kinds])
    .where('start', '<', end)
    .where('end', '>', start)
    .orderBy('start')
    .executeTakeFirst()
  return row?.id ?? null
}

/** All pages of a list. */
export async function all<T>(page: (after: string | undefined) => Promise<{ rows: T[]; next: string | null }>): Promise<T[]> {
  const rows: T[] = []
  let after: string | undefined
  do {
    const found = await page(after)
    rows.push(...found.rows)
    after = found.next ?? undefined
  } while (after)
  return rows
}
