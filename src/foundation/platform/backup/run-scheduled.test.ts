import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { makeDatabase } from '#test/database/with-database.ts'
import { backupsBelow, listBackups } from './keep-backups.ts'
import { makeBackup } from './make-backup.ts'
import { backUpWhenDue, type Scheduled } from './run-scheduled.ts'
import { verifyBackup } from './verify-backup.ts'

const folder = mkdtempSync(join(tmpdir(), 'rapport-scheduled-'))
const made = await makeDatabase()
afterAll(async () => {
  await made.drop()
  rmSync(folder, { recursive: true, force: true })
})

const scheduled = (given: Partial<Scheduled['settings']> = {}): Scheduled => ({
  settings: { dataFolder: folder, secret: undefined, backupEveryHours: 24, backupKeep: 2, ...given },
  owner: made.access.owner,
  program: '1.0.0',
  tell: () => {},
  make: async (asked) => void (await makeBackup({ ...asked, tell: () => {} })),
})
const hour = 3_600_000
const start = Date.UTC(2026, 0, 1)
const due = (hours: number, given: Partial<Scheduled['settings']> = {}) =>
  backUpWhenDue(scheduled(given), start + hours * hour, new AbortController().signal)

it('a backup is made when the last is old enough, never of nothing or when turned off; the newest are kept', async () => {
  expect(await due(0)).toBe(false)
  await made.owner.query(`insert into auth_user (name, email) values ('Olga', 'olga@vendor.example')`)
  expect(await due(0, { backupEveryHours: 0 })).toBe(false)
  expect(await due(0)).toBe(true)
  expect(await due(23.9)).toBe(false)
  // One that somebody asked for is not a reason to leave the scheduled one out, nor does it go with the old.
  writeFileSync(join(backupsBelow(folder), 'rapport-20250101T000000-000-asked.tar'), '')
  writeFileSync(join(backupsBelow(folder), 'a letter.tar'), '')
  expect(await due(24)).toBe(true)
  expect(await due(48)).toBe(true)
  const all = await listBackups(folder)
  expect(all.map(({ kind, madeAt }) => [kind, madeAt])).toEqual([
    ['scheduled', '2026-01-03T00:00:00.000Z'],
    ['scheduled', '2026-01-02T00:00:00.000Z'],
    ['asked', '2025-01-01T00:00:00.000Z'],
  ])
  const { tables } = await verifyBackup(all[0]?.file ?? '')
  expect(tables.find(({ name }) => name === 'auth_user')?.rowCount).toBe(1)
})
