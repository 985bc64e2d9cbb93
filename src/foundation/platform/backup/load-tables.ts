/** How do the rows of a backup come into tables that were just made, and how is it proved that all of them came? */
import pg from 'pg'
import { clearSchema, liftForeignKeys } from './clear-schema.ts'
import { type CopyIn, copyIn, copyOut } from './copy-rows.ts'
import { copyInto, copyOutOf, type Index, listIndexes, listTables } from './list-tables.ts'
import type { Manifest, TableLine } from './manifest.ts'
import { openScale } from './weigh-rows.ts'

/** Rows going in, table after table. */
export type Loading = {
  readonly rows: (table: string, bytes: Buffer) => Promise<void>
  /** Ends the last table, puts indexes and foreign keys back, and compares what is there with what was saved. */
  readonly finish: () => Promise<void>
}

const unfit = (what: string): Error =>
  new Error(
    `The backup does not fit the tables that this program makes: ${what}.\n  Cure: restore it with the version of Rapport that made it, then upgrade.`,
  )

async function checkTables(client: pg.Client, { tables, sequences }: Manifest): Promise<void> {
  const there = new Map((await listTables(client)).map(({ name, columns }) => [name, new Set(columns)]))
  for (const { name, columns } of tables) {
    const known = there.get(name)
    if (!known) throw unfit(`there is no table ${name}`)
    const strange = columns.find((column) => !known.has(column))
    if (strange) throw unfit(`${name} has no ${strange}`)
  }
  const { rows } = await client.query<{ name: string }>(
    "select sequencename::text as name from pg_sequences where schemaname = 'public'",
  )
  const missing = sequences.find(({ name }) => !rows.some((row) => row.name === name))
  if (missing) throw unfit(`there is no sequence ${missing.name}`)
}

// Only a definition of the form that the catalogue itself writes is run.
const indexForm = /^CREATE (UNIQUE )?INDEX \S+ ON (ONLY )?public\.\S+ USING [^;]+$/

/** Indexes of the migrations, and those which the program had made itself. */
async function liftIndexes(client: pg.Client, saved: readonly Index[]): Promise<() => Promise<void>> {
  const own = await listIndexes(client)
  for (const { name } of own) await client.query(`drop index ${name}`)
  const names = new Set(own.map(({ name }) => name))
  const added = saved.filter(({ name, made }) => !names.has(name) && indexForm.test(made))
  return async () => {
    for (const { made } of [...own, ...added]) await client.query(made)
  }
}

async function compare(client: pg.Client, tables: readonly TableLine[]): Promise<void> {
  for (const table of tables) {
    const scale = openScale()
    const rowCount = await copyOut(client, copyOutOf(table), scale.add, async () => {})
    if (rowCount !== table.rowCount || scale.sum() !== table.sum)
      throw new Error(
        `The table ${table.name} holds other rows than the backup (${rowCount}, saved were ${table.rowCount}). Nothing was changed.\n  Cure: report this, with the versions of PostgreSQL on both sides.`,
      )
  }
}

/** Makes the tables new with `make` and opens them for the rows of a backup, all inside the client's transaction. */
export async function loadTables(client: pg.Client, manifest: Manifest, make: () => Promise<void>): Promise<Loading> {
  await clearSchema(client)
  await make()
  await checkTables(client, manifest)
  const all = await listTables(client)
  // A migration may bring rows of its own; the backup has them as they had become.
  if (all.length > 0) await client.query(`truncate ${all.map(({ name }) => `public.${pg.escapeIdentifier(name)}`).join(', ')}`)
  const putForeignKeys = await liftForeignKeys(client)
  const putIndexes = await liftIndexes(client, manifest.indexes)
  const lines = new Map(manifest.tables.map((line) => [line.name, line]))
  let open: { readonly table: string; readonly into: CopyIn } | undefined
  const close = async () => {
    await open?.into.end()
    open = undefined
  }
  return {
    async rows(table, bytes) {
      if (open?.table !== table) {
        await close()
        const line = lines.get(table)
        if (!line) throw unfit(`it holds rows of ${table}, which it does not list`)
        open = { table, into: await copyIn(client, copyInto(line)) }
      }
      await open.into.write(bytes)
    },
    async finish() {
      await close()
      await compare(client, manifest.tables)
      await putIndexes()
      await putForeignKeys()
      for (const { name, value } of manifest.sequences)
        await client.query(`select setval(('public.' || quote_ident($1))::regclass, $2::bigint)`, [name, value])
    },
  }
}
