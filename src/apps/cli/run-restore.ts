/** What does `rapport restore` do? Checks a backup and puts it into an empty place, or into the place of what is there. */
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { restoreBackup } from '#foundation/platform/backup/restore-backup.ts'
import { saveBefore } from '#foundation/platform/backup/save-before.ts'
import { verifyBackup } from '#foundation/platform/backup/verify-backup.ts'
import { withClient } from '#foundation/platform/postgres/prepare-database.ts'
import { nameOf, type OpenPlace, type Operator, openTarget } from './open-place.ts'
import { sayContents } from './run-backup.ts'
import { restoreUsage } from './usage.ts'

const read = (words: readonly string[]) => {
  const options = { into: { type: 'string' }, replace: { type: 'boolean' }, 'without-secret': { type: 'boolean' } } as const
  try {
    const { values, positionals } = parseArgs({ args: [...words], allowPositionals: true, options })
    const [file, ...more] = positionals
    if (file && more.length === 0) return { file: resolve(file), ...values }
  } catch {
    // The usage says it.
  }
  throw new Error(`That was not understood. Use: ${restoreUsage[0][0]}`)
}

/** A program at work would write into what is being replaced. The embedded database has its own lock. */
async function refuseWhenInUse({ kind, owner, program }: OpenPlace): Promise<void> {
  if (kind !== 'served') return
  const role = decodeURIComponent(new URL(program.connectionString ?? '').username)
  const { rows } = await withClient(owner, (client) =>
    client.query<{ n: number }>(
      'select count(*)::int as n from pg_stat_activity where datname = current_database() and usename = $1 and pid <> pg_backend_pid()',
      [role],
    ),
  )
  const n = rows[0]?.n ?? 0
  if (n > 0)
    throw new Error(
      `A Rapport is connected to this database (${n} connections of ${role}).\n  Cure: stop every program that uses it, and restore again. Connections that a pooler keeps open end with the pooler.`,
    )
}

/** Runs `rapport restore …`. @throws Error with the cure; the place is then as it was */
export async function runRestore(words: readonly string[], operator: Operator): Promise<void> {
  const asked = read(words)
  operator.tell(`Checking ${asked.file}.`)
  // Before anything is made in the place where it goes.
  const verified = await verifyBackup(asked.file)
  const place = await openTarget(operator, asked.into)
  try {
    await refuseWhenInUse(place)
    const { settings, owner, migrations } = place
    const before = async () => {
      operator.tell('Saving what is there first.')
      operator.tell(`It is in ${await saveBefore({ owner, settings, migrations, tell: operator.tell }, 'replace')}.`)
    }
    const { manifest, migrated } = await restoreBackup({
      file: asked.file,
      verified,
      owner,
      dataFolder: settings.dataFolder,
      migrations,
      givenSecret: settings.secret,
      withoutSecret: asked['without-secret'] ?? false,
      ...(asked.replace ? { replace: { before } } : {}),
      tell: operator.tell,
    })
    if (migrated.length > 0) operator.tell(`Brought up to this program: ${migrated.join(', ')}.`)
    operator.tell('Every table holds the rows that were saved: they were counted and compared.')
    operator.out(`Restored into ${nameOf(place)}: ${sayContents(manifest)}.`)
    const start = place.kind === 'served' ? 'DATABASE_URL and RAPPORT_DATA' : 'RAPPORT_DATA'
    operator.tell(`Start it with "npm start", with ${start} set to this place (${settings.dataFolder} for the data folder).`)
  } finally {
    await place.stop()
  }
}
