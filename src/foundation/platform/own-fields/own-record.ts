/** Which fields did this workspace add to a record? Read once in a transaction, and anew when they were changed in it. */
import { sql } from 'kysely'
import { snake } from '#foundation/contract/drift.ts'
import { Field, type FieldRow, isOwnName, withOwnFields } from '#foundation/contract/own-field.ts'
import type { AnyRecord } from '#foundation/contract/record.ts'
import type { Ctx } from '../context.ts'

type Reader = Pick<Ctx, 'db' | 'actor'>
const known = new WeakMap<object, Promise<FieldRow[]>>()

/** Forgets what was read of the fields in this transaction. */
export const forgetOwnFields = ({ db }: Pick<Ctx, 'db'>): void => void known.delete(db)

/** All fields of the workspace in their order, archived ones too. */
export function ownFields(ctx: Reader): Promise<FieldRow[]> {
  const there = known.get(ctx.db)
  if (there) return there
  const reading = readFields(ctx)
  known.set(ctx.db, reading)
  return reading
}

async function readFields({ db, actor }: Reader): Promise<FieldRow[]> {
  const picked = sql.join(Object.keys(Field.schema.shape).map((name) => sql`${sql.id(snake(name))} as ${sql.id(name)}`))
  const { rows } = await sql<FieldRow>`select ${picked} from fields
    where workspace_id = ${actor.workspaceId}::uuid order by object, position, id`.execute(db.withoutPlugins())
  return rows
}

/** A record with the workspace's own fields; itself when it has none. */
export async function ownRecord<R extends AnyRecord>(ctx: Reader, record: R): Promise<R> {
  if (!record.own || Object.keys(record.fields).some(isOwnName)) return record
  const fields = (await ownFields(ctx)).filter((f) => f.object === record.table)
  return withOwnFields(record, record.own, fields)
}
