/** How is the plain object made that every action gets? One builder for the server, the workers and the tests. */
import { randomFillSync } from 'node:crypto'
import type { AnyRecord } from '#foundation/contract/record.ts'
import { makeId } from '#foundation/kernel/id.ts'
import type { Sealing } from './auth/keep-sealed.ts'
import { saveChanges } from './changes/save-changes.ts'
import type { Actor, Cause, Ctx, Db } from './context.ts'
import type { FileStore } from './file-store.ts'
import type { Delivery } from './jobs.ts'

/** What stays the same from one action to the next. */
export interface House {
  records: ReadonlyMap<string, AnyRecord>
  files: FileStore
  publicUrl: string
  post: Ctx['post']
  announce: (db: Db, delivery: Delivery) => Promise<void>
  /** Milliseconds since 1970; tests and the demo world give their own. */
  clock: () => number
  random: () => Uint8Array
  scopes?: Ctx['scopes']
  sealing?: Sealing
  mayReachPrivate?: boolean
  /** Told every change set in the transaction that made it: who must hear of it is noted with it or not at all. */
  onSaved?: (ctx: Ctx, changeSetId: string) => Promise<void>
}

const noSealing: Sealing = {
  seal: () => {
    throw new Error('This house was given no secret to seal with.')
  },
  unseal: () => null,
}

/** Ten bytes of the machine's chance. */
export const machineChance = (): Uint8Array => randomFillSync(new Uint8Array(10))

/** Builds the context of one action, around one transaction that is already in its workspace. */
export function makeContext(house: House, db: Db, actor: Actor, cause: Cause | null = null): Ctx {
  const at = house.clock()
  const ctx: Ctx = {
    db,
    now: new Date(at).toISOString(),
    actor,
    cause,
    id: sortedIds(at, house.random),
    records: house.records,
    files: house.files,
    publicUrl: house.publicUrl,
    post: house.post,
    scopes: house.scopes ?? new Map(),
    ...(house.sealing ?? noSealing),
    mayReachPrivate: house.mayReachPrivate ?? false,
    async save(plan) {
      const saved = await saveChanges(ctx, plan)
      if (saved.changeSetId) await house.onSaved?.(ctx, saved.changeSetId)
      return saved
    },
    announce: (event, carries) =>
      house.announce(db, {
        event: event.name,
        workspaceId: actor.workspaceId,
        actor: { memberId: actor.memberId, userId: actor.userId, name: actor.name },
        carries: event.carries.parse(carries),
      }),
  }
  return ctx
}

/** Ids of one action sort in the order they were made: the counter takes the place of the first random bits (RFC 9562, 6.2 method 1). */
function sortedIds(at: number, random: () => Uint8Array): () => string {
  let count = 0
  return () => {
    const chance = random()
    chance[0] = (count >> 8) & 0x0f
    chance[1] = count & 0xff
    count++
    return makeId(at + (count >> 12), chance)
  }
}
