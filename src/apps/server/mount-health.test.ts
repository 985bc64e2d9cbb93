import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { runForOperator } from '#apps/cli/run-for-operator.ts'
import { runHealth } from '#apps/cli/run-health.ts'
import { prepareJobs } from '#foundation/platform/jobs.ts'
import { withClient } from '#foundation/platform/postgres/prepare-database.ts'
import { urlOf } from '#test/database/door.ts'
import { freshServer } from '#test/server/with-server.ts'

const dataFolder = mkdtempSync(join(tmpdir(), 'rapport-health-'))
afterAll(() => rmSync(dataFolder, { recursive: true, force: true }))
const server = await freshServer({ dataFolder, migrations: 'db/migrations', backupEveryHours: 24, version: '1.2.3' })
const operator = server.bearer(server.operatorToken)
const saidOf = async (of: string) =>
  (await operator.get('/health')).body.findings.find((finding: { of: string }) => finding.of === of)

it('tells everybody which part is well, and words and figures only to who has the key', async () => {
  const stranger = await server.browser().get('/health')
  expect(stranger.status).toBe(200)
  expect(stranger.body.findings).toContainEqual({ of: 'database', verdict: 'well' })
  expect(JSON.stringify(stranger.body)).not.toMatch(/says|version|PostgreSQL|sql/)
  expect((await server.bearer('opr_wrong').get('/health')).body).toEqual(stranger.body)
  const known = await operator.get('/health')
  expect(known.headers['cache-control']).toBe('no-store')
  expect(known.body).toMatchObject({ version: '1.2.3' })
  expect(await saidOf('database')).toMatchObject({ says: expect.stringMatching(/^PostgreSQL \d+.* answers in \d+ ms/) })
  expect(await saidOf('migrations')).toMatchObject({
    verdict: 'well',
    says: expect.stringMatching(/^Up to date: \d+, the last is \d{4}_/),
  })
  expect(await saidOf('disk')).toMatchObject({ says: expect.stringMatching(/ free/) })
})

it('sees a missing backup once there is somebody to lose, and the newest one', async () => {
  expect(await saidOf('backup')).toEqual({ of: 'backup', verdict: 'well', says: 'None in the data folder yet' })
  await server.firstRun()
  expect(await saidOf('backup')).toMatchObject({ verdict: 'look' })
  mkdirSync(join(dataFolder, 'backups'))
  const name = new Date(Date.now() - 3 * 3_600_000).toISOString().replace(/[-:]/g, '').replace('.', '-').replace('Z', '')
  writeFileSync(join(dataFolder, 'backups', `rapport-${name}-scheduled.tar`), 'x')
  expect(await saidOf('backup')).toEqual({ of: 'backup', verdict: 'well', says: 'The last in the data folder is 3 hours old' })
})

it('counts what waits in the queue and says when it waits long', async () => {
  const role = (await server.database.pool.query<{ me: string }>('select quote_ident(current_user) as me')).rows[0]?.me ?? ''
  await withClient(server.access.owner, async (client) => {
    await prepareJobs(urlOf(server.access.owner), role, (statement) => client.query(statement))
    await client.query('select pgboss.create_queue(\'look-at\', \'{"policy":"standard"}\')')
    await client.query(
      "insert into pgboss.job (name, data, start_after) values ('look-at', '{}', now() - interval '3 hours'), ('look-at', '{}', now() + interval '1 hour')",
    )
  })
  expect(await saidOf('queue')).toMatchObject({
    verdict: 'look',
    says: expect.stringMatching(/^1 waiting, 0 running, 0 failed; the oldest has waited 3 hours/),
  })
})

it('is ill, with 503, when the database has not seen a migration of this program; the command fails then', async () => {
  const url = await server.app.listen({ host: '127.0.0.1', port: 0 })
  writeFileSync(join(dataFolder, 'operator-token'), server.operatorToken)
  const lines: string[] = []
  const terminal = {
    env: { RAPPORT_URL: url, RAPPORT_DATA: dataFolder },
    out: (line: string) => void lines.push(line),
    tell: () => {},
  }
  await runHealth([], terminal)
  expect(lines.join('\n')).toMatch(/^well {2}database {4}PostgreSQL[\s\S]*LOOK {2}queue[\s\S]*well {2}backup/)
  await server.owner.query('delete from schema_migration where name = (select max(name) from schema_migration)')
  const said = await operator.get('/health')
  expect([said.status, said.body.verdict]).toEqual([503, 'ill'])
  await expect(runHealth(['--json'], terminal)).rejects.toThrow('Rapport is not well.')
  expect(JSON.parse(lines.at(-1) ?? '')).toMatchObject({ verdict: 'ill' })
})

it('says so when nothing runs, or nothing answers', async () => {
  const taken = createServer().listen(0, '127.0.0.1')
  await new Promise((listening) => taken.once('listening', listening))
  const { port } = taken.address() as { port: number }
  await new Promise((closed) => taken.close(closed))
  const at = (env: Record<string, string>) =>
    runHealth([], { env: { RAPPORT_DATA: dataFolder, ...env }, out: () => {}, tell: () => {} })
  await expect(at({})).rejects.toThrow(/No Rapport is running on .*\n {2}Cure:/)
  await expect(at({ RAPPORT_URL: `http://127.0.0.1:${port}` })).rejects.toThrow(/Nothing answers at/)
  expect(await runForOperator('health', ['--nonsense'], { RAPPORT_DATA: dataFolder })).toBe(1)
})
