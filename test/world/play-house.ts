/** In which hands is the house while the demo world is played: whose clock, whose chance, whose deeds? */
import { sql } from 'kysely'
import { openRunner } from '#apps/server/run-workflows.ts'
import { makeId } from '#foundation/kernel/id.ts'
import { bytes, chance, seedOf } from '#foundation/kernel/seed.ts'
import type { Actor, Ctx } from '#foundation/platform/context.ts'
import type { Database } from '#foundation/platform/database.ts'
import type { Delivery } from '#foundation/platform/jobs.ts'
import { type House, makeContext } from '#foundation/platform/make-context.ts'
import { workflows } from '#workflows/subscriptions.ts'
import { type MemberKey, type OrganisationKey, organisations } from './cast.ts'
import { momentOf } from './date-the-world.ts'
import type { At } from './story-shape.ts'

export interface Place {
  database: Database
  house: House
}
export interface Stage {
  workspaceId: string
  today: string
  house: House
  actors: Map<MemberKey, Actor>
  /** Puts the clock forward to a moment of the story, London time; never back. */
  at: (moment: At) => void
  /** One action in one transaction, as a member. */
  as: <T>(member: MemberKey, run: (ctx: Ctx) => Promise<T>) => Promise<T>
  /** One action as somebody who is no member yet. */
  asNobody: <T>(name: string, run: (ctx: Ctx) => Promise<T>) => Promise<T>
  /** Lets everything that was announced be done, to the end. */
  settle: () => Promise<void>
  /** The stored messages: id, text and where they came from. */
  messages: () => Promise<StoredMessage[]>
}
export interface StoredMessage {
  id: string
  threadId: string
  accountId: string | null
  sourceKey: string
  subject: string
  text: string
  source: string
}

/** Whoever looked after a customer on a day: Jonas had two until his leave. */
export const keeperOf = (key: OrganisationKey, day: number): MemberKey =>
  day < -92 && (key === 'oudepolder' || key === 'hollenstedt') ? 'jonas' : (organisations[key].owner ?? 'maud')

/** Opens the stage: a house like the given one, but on the story's clock, with seeded ids, and doing at once what is announced. */
export function openStage({ database, house }: Place, today: string): Stage {
  const draw = chance(seedOf(`the world of ${today}`))
  const clock = { at: 0 }
  const waiting: Delivery[] = []
  const played: House = {
    ...house,
    clock: () => {
      clock.at += 1
      return clock.at
    },
    random: () => bytes(draw, 10),
    post: async () => false,
    announce: async (_db, delivery) => void waiting.push(delivery),
  }
  // Thousands of small deeds in a row: the first write that is not played makes all of them durable at once.
  const inWorkspace: Database['inWorkspace'] = (workspaceId, run, options) =>
    database.inWorkspace(
      workspaceId,
      async (db) => {
        await sql`set local synchronous_commit = off`.execute(db)
        return run(db)
      },
      options,
    )
  const deliver = openRunner(workflows, { ...database, inWorkspace }, played)
  const stage: Stage = {
    workspaceId: '',
    today,
    house: played,
    actors: new Map(),
    at(moment) {
      clock.at = Math.max(clock.at, Date.parse(momentOf(moment, 'Europe/London', today).sentAt))
      if (!stage.workspaceId) stage.workspaceId = makeId(clock.at, played.random())
    },
    as(member, run) {
      const actor = stage.actors.get(member)
      if (!actor) throw new Error(`${member} is not in the house yet`)
      return inWorkspace(stage.workspaceId, (db) => run(makeContext(played, db, actor)))
    },
    asNobody: (name, run) =>
      inWorkspace(stage.workspaceId, (db) =>
        run(
          makeContext(played, db, {
            workspaceId: stage.workspaceId,
            memberId: null,
            userId: null,
            name,
            role: 'owner',
            via: 'web',
          }),
        ),
      ),
    async settle() {
      for (let next = waiting.shift(); next; next = waiting.shift())
        for (const { event, queue } of workflows) if (event === next.event) await deliver(queue, next)
    },
    async messages() {
      const found = await database.inWorkspace(stage.workspaceId, (db) =>
        sql<StoredMessage>`
          select id, thread_id as "threadId", account_id as "accountId", source_key as "sourceKey", subject, text, source
          from messages where workspace_id = ${stage.workspaceId}::uuid`.execute(db),
      )
      return found.rows
    },
  }
  return stage
}
