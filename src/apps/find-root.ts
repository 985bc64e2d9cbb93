/** Where was this program installed: which folder holds db/migrations and package.json, seen from the sources or from the build? */
import { existsSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { migrationsBelow } from '#foundation/platform/provide-database.ts'

/** @throws Error when the folder is missing */
export function findRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url))
  while (!existsSync(migrationsBelow(folder))) {
    if (dirname(folder) === folder)
      throw new Error('The folder db/migrations of this program is missing.\n  Cure: install Rapport again.')
    folder = dirname(folder)
  }
  return folder
}
