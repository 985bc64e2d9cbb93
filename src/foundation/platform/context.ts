/** What does every action get in its hand? A plain object, built once for the server and once for tests. */
import type { Transaction } from 'kysely'
import type { z } from 'zod'
import type { EventOf } from '#foundation/contract/event.ts'
import type { Role } from '#foundation/contract/operation.ts'
import type { AnyRecord } from '#foundation/contract/record.ts'
import type { Plan, Saved } from './changes/plan-changes.ts'
import type { FileStore } from './file-store.ts'

/** One transaction in one workspace. A store widens it: `ctx.db.withTables<{ needs: TableOf<typeof Need> }>()`. */
export type Db = Transaction<Record<never, never>>

/** Who acts, where, and through which face. */
export interface Actor {
  workspaceId: string
  memberId: string | null
  userId: string | null
  name: string
  role: Role
  via: 'web' | 'api' | 'cli' | 'mcp' | 'system'
  /** What the token may ask; null or absent for whoever may ask everything their role may. */
  scopes?: readonly string[] | null
}

/** What a larger undertaking (an import, say) leaves on every change set it makes. */
export interface Cause {
  kind: string
  id: string
}

export interface Ctx {
  db: Db
  /** The moment of this action, ISO 8601 in UTC; the same all through it. */
  now: string
  actor: Actor
  cause: Cause | null
  /** A new record id (UUID v7). */
  id: () => string
  /** The only door for writes. */
  save: (plan: Plan) => Promise<Saved>
  /** Tells downstream, in the same transaction: delivered at least once after it commits, never when it does not. */
  announce: <T extends z.ZodType>(event: EventOf<T>, carries: z.input<T>) => Promise<void>
  /** All records by table, for what works on any of them (undo, history, export). */
  records: ReadonlyMap<string, AnyRecord>
  /** Every scope that a token can be limited to, and what it opens. */
  scopes: ReadonlyMap<string, readonly string[]>
  files: FileStore
  /** Where the program is reached from outside, without a slash at the end. */
  publicUrl: string
  /** Hides a secret that the program must use again; `unseal` answers null when it was sealed elsewhere. */
  seal: (text: string) => string
  unseal: (sealed: string) => string | null
  /** Whether requests to other programs may go to addresses of this machine and its network. */
  mayReachPrivate: boolean
  /** Mail that the program itself sends (invites, resets); answers false when no outgoing mail is set up. */
  post: (mail: { to: string; subject: string; text: string }) => Promise<boolean>
}
