/** How does a test act in a workspace of its own, as a member, on a real database and with real files? */
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { records } from '#apps/contracts.ts'
import type { Actor, Cause, Ctx } from '#foundation/platform/context.ts'
import { type FileStore, fileStore } from '#foundation/platform/file-store.ts'
import type { Delivery } from '#foundation/platform/jobs.ts'
import { type House, machineChance, makeContext } from '#foundation/platform/make-context.ts'
import { freshDatabase, type TestDatabase } from './with-database.ts'

export type TestWorkspace = {
  readonly id: string
  readonly memberId: string
  readonly actor: Actor
  /** One action in one transaction, as the workspace's owner. Moments differ from one act to the next. */
  readonly act: <T>(run: (ctx: Ctx) => Promise<T>, as?: { actor?: Partial<Actor>; cause?: Cause | null }) => Promise<T>
}
export type TestHouse = TestDatabase & {
  readonly files: FileStore
  readonly house: House
  /** What was announced and committed or not, in order. */
  readonly announced: Delivery[]
  readonly makeWorkspace: (given?: { name?: string; domains?: string[]; currency?: string }) => Promise<TestWorkspace>
}

/** A database with the house around it, dropped after the file's last test. */
export async function freshHouse(): Promise<TestHouse> {
  const made = await freshDatabase()
  const folder = mkdtempSync(join(tmpdir(), 'rapport-files-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  const files = fileStore(folder)
  const announced: Delivery[] = []
  const clock = { at: Date.now() }
  const house: House = {
    records,
    files,
    publicUrl: 'http://localhost',
    post: async () => false,
    announce: async (_db, delivery) => void announced.push(delivery),
    clock: () => {
      clock.at = Math.max(clock.at + 1, Date.now())
      return clock.at
    },
    random: machineChance,
  }
  const makeWorkspace: TestHouse['makeWorkspace'] = async ({
    name = 'Vendor',
    domains = ['vendor.example'],
    currency = 'EUR',
  } = {}) => {
    const [id, memberId] = [randomUUID(), randomUUID()]
    await made.owner.query(
      `insert into workspaces (workspace_id, id, created_at, updated_at, name, domains, currency, time_zone, is_demo)
       values ($1, $1, now(), now(), $2, $3::jsonb, $4, 'UTC', false)`,
      [id, name, JSON.stringify(domains), currency],
    )
    await made.owner.query(
      `insert into members (workspace_id, id, created_at, updated_at, name, email, role)
       values ($1, $2, now(), now(), 'Olga Owner', 'olga@vendor.example', 'owner')`,
      [id, memberId],
    )
    const actor: Actor = { workspaceId: id, memberId, userId: null, name: 'Olga Owner', role: 'owner', via: 'web' }
    const act: TestWorkspace['act'] = (run, as = {}) =>
      made.database.inWorkspace(id, (db) => run(makeContext(house, db, { ...actor, ...as.actor }, as.cause ?? null)))
    return { id, memberId, actor, act }
  }
  return { ...made, files, house, announced, makeWorkspace }
}
