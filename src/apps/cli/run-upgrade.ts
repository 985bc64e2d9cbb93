/** What does `rapport upgrade` do? Saves the database, brings it up to this program, looks whether it fits, and puts it back if not. */
import { migrationsBelow, provideDatabase } from '#foundation/platform/provide-database.ts'
import { readSettings } from '#foundation/platform/settings.ts'
import { findMisfits, trustUpgrade } from '../find-misfits.ts'
import { findRoot } from '../find-root.ts'
import type { Operator } from './open-place.ts'
import { upgradeUsage } from './usage.ts'

/** Runs `rapport upgrade`. @throws Error that says what happened and what to do now */
export async function runUpgrade(words: readonly string[], operator: Operator): Promise<void> {
  if (words.length > 0) throw new Error(`That was not understood. Use: ${upgradeUsage[0][0]}`)
  const settings = readSettings(operator.env)
  const provided = await provideDatabase({ settings, log: operator.tell, migrations: migrationsBelow(findRoot()) })
  try {
    await trustUpgrade(provided)
    const wrong = await findMisfits(provided.database)
    if (wrong.length > 0) throw new Error(`The database does not fit this program:\n  ${wrong.slice(0, 5).join('\n  ')}`)
    if (provided.applied.length === 0) operator.out('The database is up to date. Nothing was changed.')
    else operator.out(`Upgraded: ${provided.applied.join(', ')}. Start Rapport with "npm start".`)
  } finally {
    await provided.stop()
  }
}
