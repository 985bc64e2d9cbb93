/** How fast is an import, and how much memory does a large mailbox take? Runs the program's own import, without the analysis that follows it. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { records } from '#apps/contracts.ts'
import { bytes, chance } from '#foundation/kernel/seed.ts'
import type { Actor } from '#foundation/platform/context.ts'
import { fileStore } from '#foundation/platform/file-store.ts'
import { machineChance, makeContext } from '#foundation/platform/make-context.ts'
import { migrationsBelow, provideDatabase } from '#foundation/platform/provide-database.ts'
import { readSettings } from '#foundation/platform/settings.ts'
import type { Work } from '#foundation/platform/workflow.ts'
import { openNewWorkspace } from '#workflows/open-new-workspace.ts'
import { whenAnImportIsStarted } from '#workflows/when-an-import-is-started.ts'
import { whenAnImportUndoIsAsked } from '#workflows/when-an-import-undo-is-asked.ts'
import { addSource, importsActions } from '#workspace/imports/actions.ts'

const mailboxMb = Number(process.env.MAILBOX_MB ?? 300)
const rowCount = Number(process.env.ROWS ?? 50_000)
const folder = mkdtempSync(join(tmpdir(), 'rapport-import-'))
mkdirSync(folder, { recursive: true })
const provided = await provideDatabase({
  settings: readSettings({ ...process.env, RAPPORT_DATA: folder }),
  log: () => undefined,
  migrations: migrationsBelow('.'),
})
const files = fileStore(join(folder, 'files'))
const house = {
  records,
  files,
  publicUrl: '',
  post: async () => false,
  announce: async () => {},
  clock: Date.now,
  random: machineChance,
}
const [id] = [makeContext(house, undefined as never, {} as Actor).id()]
const actor: Actor = { workspaceId: id, memberId: null, userId: null, name: 'Bench', role: 'owner', via: 'system' }
const work: Work = {
  workspaceId: id,
  act: (run, cause, options) =>
    provided.database.inWorkspace(id, (db) => run(makeContext(house, db, actor, cause ?? null)), options),
}
await work.act((ctx) =>
  openNewWorkspace(ctx, { name: 'Bench', domains: ['vendor.example'], currency: 'EUR', timeZone: 'UTC', isDemo: false }, {
    userId: null,
    name: 'Bench',
    email: 'bench@vendor.example',
  } as never),
)

const draw = chance(5)
const text = Array.from(
  { length: 400 },
  (_, i) =>
    `Sentence ${i}: ${Buffer.from(bytes(draw, 30)).toString('hex')} and the export to our warehouse must run every night.`,
)
const attachment = Buffer.from(bytes(draw, 90_000)).toString('base64').replace(/.{76}/g, '$&\n')

/** Mail as mailboxes hold it: mostly short, one in twelve with an attachment of 120 kB. */
function* mailbox(size: number): Generator<Buffer> {
  for (let n = 0, made = 0; made < size; n++) {
    const [who, firm] = [Math.floor(draw() * 2000), Math.floor(draw() * 300)]
    const at = new Date(Date.UTC(2025, 0, 1) + n * 600_000).toUTCString()
    const body = text.slice(n % 350, (n % 350) + 3 + Math.floor(draw() * 30)).join('\n')
    const head = `From p${who}@firm${firm}.example ${at}\nFrom: Person ${who} <p${who}@firm${firm}.example>\nTo: Vera <vera@vendor.example>\nSubject: About ${n % 4000}\nDate: ${at}\nMessage-ID: <b${n}@firm${firm}.example>\n`
    const one =
      n % 12
        ? `${head}\n${body}\n\n`
        : `${head}MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\n${body}\n--b\nContent-Type: application/pdf; name=a${n}.pdf\nContent-Transfer-Encoding: base64\n\n${Buffer.from(String(n)).toString('base64')}\n${attachment}\n--b--\n\n`
    made += one.length
    yield Buffer.from(one)
  }
}
function* pipeline(count: number): Generator<Buffer> {
  yield Buffer.from('opportunity_id,account,product,deal_stage,engage_date,close_date,close_value\n')
  for (let n = 0; n < count; n++)
    yield Buffer.from(
      `B${n},Customer ${n % 900},Product ${n % 7},${n % 3 ? 'Engaging' : 'Won'},2025-01-0${1 + (n % 9)},2025-06-01,${n}\n`,
    )
}

async function measure(what: string, path: string, source: Generator<Buffer>): Promise<string> {
  const kept = await files.keep(Readable.from(source))
  const made = await work.act((ctx) => importsActions.create(ctx, { name: what }))
  await work.act((ctx) => addSource(ctx, made.id, path, kept))
  await work.act((ctx) => importsActions.start(ctx, { id: made.id }))
  globalThis.gc?.()
  const [began, cpu, memory] = [performance.now(), process.cpuUsage(), { most: 0 }]
  const watch = setInterval(() => {
    memory.most = Math.max(memory.most, process.memoryUsage.rss())
  }, 50)
  await whenAnImportIsStarted.run(work, { importId: made.id })
  clearInterval(watch)
  const seconds = (performance.now() - began) / 1000
  const used = process.cpuUsage(cpu)
  const row = await work.act((ctx) => importsActions.get(ctx, { id: made.id }))
  console.log(
    `${what.padEnd(34)} ${(kept.byteCount / 1e6).toFixed(0).padStart(5)} MB ${String(row.seenCount).padStart(7)} things ${seconds.toFixed(1).padStart(7)} s ${Math.round(
      row.seenCount / seconds,
    )
      .toString()
      .padStart(
        7,
      )}/s  cpu of this process ${((used.user + used.system) / 1e6).toFixed(1)} s, most memory ${Math.round(memory.most / 1e6)} MB  ${row.state}, ${row.storedCount} stored, ${row.alreadyCount} already`,
  )
  return made.id
}

try {
  console.log(`start: ${Math.round(process.memoryUsage.rss() / 1e6)} MB`)
  const rows = await measure('pipeline table, new', 'pipeline.csv', pipeline(rowCount))
  await measure('the same again', 'pipeline.csv', pipeline(rowCount))
  await measure('mailbox', 'box.mbox', mailbox(mailboxMb * 1e6))
  const began = performance.now()
  await work.act((ctx) => importsActions.undo(ctx, { id: rows }))
  await whenAnImportUndoIsAsked.run(work, { importId: rows })
  const after = await work.act((ctx) => importsActions.get(ctx, { id: rows }))
  console.log(`taking the table back: ${((performance.now() - began) / 1000).toFixed(1)} s, ${after.state}`)
} finally {
  await provided.stop()
  rmSync(folder, { recursive: true, force: true })
}
