/** How fast are a backup and a restore, and how much memory do they take? On corpus M (or SIZE times it), from one embedded PostgreSQL into another. */
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { bytes, chance } from '#foundation/kernel/seed.ts'
import { makeBackup } from '#foundation/platform/backup/make-backup.ts'
import type { Manifest } from '#foundation/platform/backup/manifest.ts'
import { restoreBackup } from '#foundation/platform/backup/restore-backup.ts'
import { verifyBackup } from '#foundation/platform/backup/verify-backup.ts'
import { fileStore } from '#foundation/platform/file-store.ts'
import { migrationsBelow, provideDatabase, reachDatabase } from '#foundation/platform/provide-database.ts'
import { readSettings } from '#foundation/platform/settings.ts'
import { buildCorpus, sizeM } from './build-corpus.ts'

const size = Number(process.env.SIZE ?? 1)
const filesMb = Number(process.env.FILES_MB ?? 200)
const folder = mkdtempSync(join(tmpdir(), 'rapport-measure-backup-'))
const migrations = migrationsBelow('.')
const quiet = () => undefined
const placeOf = (name: string) => readSettings({ RAPPORT_DATA: join(folder, name) })
const workspaceId = '01900000-0000-7000-8000-000000000001'

async function measure(what: string, run: () => Promise<{ manifest: Manifest; bytes: number }>): Promise<void> {
  globalThis.gc?.()
  const memory = { most: 0 }
  const watch = setInterval(() => {
    memory.most = Math.max(memory.most, process.memoryUsage.rss())
  }, 20)
  const began = performance.now()
  const { manifest, bytes: of } = await run()
  const seconds = (performance.now() - began) / 1000
  clearInterval(watch)
  const rows = manifest.tables.reduce((sum, { rowCount }) => sum + rowCount, 0)
  console.log(
    `${what.padEnd(8)} ${seconds.toFixed(1).padStart(6)} s  ${String(rows).padStart(8)} rows ${String(Math.round(rows / seconds)).padStart(7)} rows/s  file ${(of / 1e6).toFixed(0)} MB ${(of / 1e6 / seconds).toFixed(1).padStart(6)} MB/s  most memory ${Math.round(memory.most / 1e6)} MB`,
  )
}

try {
  const from = placeOf('from')
  const source = await provideDatabase({ settings: from, log: quiet, migrations })
  await source.database.inWorkspace(workspaceId, async () => undefined)
  const times = (n: number) => Math.round(n * size)
  await buildCorpus(
    source.database,
    workspaceId,
    {
      accounts: times(sizeM.accounts),
      people: times(sizeM.people),
      opportunities: times(sizeM.opportunities),
      messages: times(sizeM.messages),
      evidencePer: sizeM.evidencePer,
    },
    Date.now(),
    quiet,
  )
  const [files, draw] = [fileStore(join(from.dataFolder, 'files')), chance(3)]
  for (let i = 0; i < filesMb; i += 1) await files.keep(Buffer.from(bytes(draw, 1_000_000)))
  const file = join(folder, 'all.tar')
  await measure('backup', async () => {
    const made = await makeBackup({
      owner: source.owner,
      dataFolder: from.dataFolder,
      secret: undefined,
      file,
      kind: 'asked',
      program: 'bench',
      tell: quiet,
    })
    return { manifest: made.manifest, bytes: made.byteCount }
  })
  await source.stop()
  const byteCount = statSync(file).size
  await measure('verify', async () => ({ manifest: await verifyBackup(file), bytes: byteCount }))
  const to = placeOf('to')
  const target = await reachDatabase({ settings: to, log: quiet, migrations })
  await measure('restore', async () => {
    const { manifest } = await restoreBackup({ file, owner: target.owner, dataFolder: to.dataFolder, migrations, tell: quiet })
    return { manifest, bytes: byteCount }
  })
  await target.stop()
} finally {
  rmSync(folder, { recursive: true, force: true })
}
