import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { migrate } from '../migrations.ts'
import { chooseUser } from '../postgres/choose-user.ts'
import { prepareEmbedded, withClient } from '../postgres/prepare-database.ts'
import { runToEnd } from '../postgres/run-server.ts'
import { startEmbedded } from '../postgres/start-embedded.ts'
import { provideDatabase } from '../provide-database.ts'
import { readSettings } from '../settings.ts'

// An older PostgreSQL ships with nobody: the test runs where the system has one.
const systems = '/usr/lib/postgresql'
const older = existsSync(systems) ? readdirSync(systems).find((v) => v === '15' || v === '16' || v === '17') : undefined
const folder = mkdtempSync(join(tmpdir(), 'rapport-carry-'))
const settings = readSettings({ RAPPORT_DATA: join(folder, 'data') })
const { dataFolder } = settings
const said: string[] = []
const start = () => provideDatabase({ settings, log: (line) => void said.push(line), migrations: 'db/migrations' })
const names = sql<{ name: string }>`select name from auth_user order by name`
const kept = join(dataFolder, 'programs', `${older}.0.0`)

beforeAll(async () => {
  if (!older) return
  mkdirSync(kept, { recursive: true })
  symlinkSync(join(systems, older), join(kept, 'native'))
  writeFileSync(join(kept, 'package.json'), JSON.stringify({ version: `${older}.0.0` }))
  const user = chooseUser([dataFolder])
  const cluster = join(dataFolder, 'postgres')
  const inTheOpen = join(folder, 'made')
  const words = ['-D', join(inTheOpen, 'postgres'), '-U', 'postgres', '--auth=trust', '-E', 'UTF8', '--locale=C']
  mkdirSync(inTheOpen)
  for (const open of [folder, inTheOpen]) chmodSync(open, 0o777)
  runToEnd(user, [join(systems, older, 'bin', 'initdb'), ...words], '/')
  renameSync(join(inTheOpen, 'postgres'), cluster)
  const embedded = await startEmbedded({ dataFolder, programs: join(kept, 'native'), temper: 'outgoing', log: () => {} })
  const { owner } = await prepareEmbedded(embedded.admin)
  await migrate(owner, 'db/migrations')
  await withClient(owner, (client) => client.query(`insert into auth_user (name, email) values ('Ölga', 'o@vendor.example')`))
  await embedded.stop()
}, 240_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

it.runIf(older)(
  'an older embedded database is carried over at the start, once, and kept beside',
  { timeout: 240_000 },
  async () => {
    const aside = join(folder, 'aside')
    renameSync(kept, aside)
    await expect(start()).rejects.toThrow(
      /was made by PostgreSQL 1\d; this Rapport brings 18[\s\S]*Cure: with the Rapport you had before, run/,
    )
    renameSync(aside, kept)
    const provided = await start()
    expect((await names.execute(provided.database.global)).rows).toEqual([{ name: 'Ölga' }])
    const { rows } = await provided.database.pool.query("select current_setting('server_version') as version")
    expect(rows[0]?.version).toMatch(/^18/)
    await provided.stop()
    expect(said.join('\n')).toMatch(/Carrying it over[\s\S]*The old one is kept in/)
    expect(readFileSync(join(`${join(dataFolder, 'postgres')}.${older}`, 'PG_VERSION'), 'utf8').trim()).toBe(older)
    expect(existsSync(join(dataFolder, 'carried'))).toBe(false)
  },
)

it.runIf(older)('a swap that was killed between its two renames is finished at the next start', async () => {
  mkdirSync(join(dataFolder, 'carried'))
  renameSync(join(dataFolder, 'postgres'), join(dataFolder, 'carried', 'postgres'))
  const provided = await start()
  expect((await names.execute(provided.database.global)).rows).toEqual([{ name: 'Ölga' }])
  await provided.stop()
  expect(existsSync(join(dataFolder, 'carried'))).toBe(false)
})
