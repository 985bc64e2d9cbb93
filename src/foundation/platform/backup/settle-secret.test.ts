import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { makeDatabase } from '#test/database/with-database.ts'
import { withClient } from '../postgres/prepare-database.ts'
import { proposeSecret, settleSecret } from './settle-secret.ts'

const folder = mkdtempSync(join(tmpdir(), 'rapport-settle-'))
const made = await makeDatabase()
afterAll(async () => {
  await made.drop()
  rmSync(folder, { recursive: true, force: true })
})
const secret = () => readFileSync(join(folder, 'secret'), 'utf8').trim()
/** A restore that is killed just before, or just after, its transaction ends. */
const killed = (end: 'commit' | 'rollback', text: string) =>
  withClient(made.access.owner, async (client) => {
    await client.query('begin')
    await proposeSecret(client, folder, text)
    await client.query(end)
  })
const nextStart = () => withClient(made.access.owner, (client) => settleSecret(client, folder))

it('a secret goes with its transaction, also when the restore was killed before it could put it in place', async () => {
  writeFileSync(join(folder, 'secret'), 'the old one')
  await killed('rollback', 'never')
  await nextStart()
  expect(secret()).toBe('the old one')
  await killed('commit', 'the new one')
  expect(secret()).toBe('the old one')
  await nextStart()
  expect(secret()).toBe('the new one')
  await killed('rollback', 'never')
  await nextStart()
  expect(secret()).toBe('the new one')
  expect(existsSync(join(folder, 'secret.next'))).toBe(false)
})
