/** How fast is an import, and how much memory does a large mailbox or a table of so many rows take? Runs the program's own import, without the analysis that follows it. */
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
import { whenAnImportIsPreviewed } from '#workflows/when-an-import-is-previewed.ts'
import { whenAnImportIsStarted } from '#workflows/when-an-import-is-started.ts'
import { whenAnImportUndoIsAsked } from '#workflows/when-an-import-undo-is-asked.ts'
import { addSource, importsActions } from '#workspace/imports/actions.ts'

const mailboxMb = Number(process.env.MAILBOX_MB ?? 300)
const rowCount = Number(process.env.ROWS ?? 50_000)
/** LOOK=no leaves the looks ahead out: at 750,000 rows they take as long as the imports. */
const looks = process.env.LOOK !== 'no'
const crowdCount = Number(process.env.PEOPLE ?? 20_000)
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

/** People of so many firms, each firm known by its mail domain alone. */
function* crowd(count: number): Generator<Buffer> {
  yield Buffer.from('Record ID,First Name,Last Name,Email,Job Title,Associated Company\n')
  for (let n = 0; n < count; n++)
    yield Buffer.from(`H${n},First${n},Last${n % 5000},p${n}@firm${n % 20_000}.example,Buyer,Firm ${n % 20_000} Ltd\n`)
}

/** The most memory that this process held while something ran, and what it took. */
async function watch<T>(run: () => Promise<T>): Promise<{ seconds: number; cpu: number; most: number; answer: T }> {
  globalThis.gc?.()
  const [began, cpu, memory] = [performance.now(), process.cpuUsage(), { most: 0 }]
  const timer = setInterval(() => {
    memory.most = Math.max(memory.most, process.memoryUsage.rss())
  }, 50)
  const answer = await run()
  clearInterval(timer)
  const used = process.cpuUsage(cpu)
  return { seconds: (performance.now() - began) / 1000, cpu: (used.user + used.system) / 1e6, most: memory.most, answer }
}
const line = (
  what: string,
  megabytes: number,
  things: number,
  { seconds, cpu, most }: { seconds: number; cpu: number; most: number },
) =>
  console.log(
    `${what.padEnd(30)} ${megabytes.toFixed(0).padStart(6)} ${String(things).padStart(8)} ${seconds.toFixed(1).padStart(8)} ${Math.round(
      things / seconds,
    )
      .toString()
      .padStart(8)} ${cpu.toFixed(1).padStart(8)} ${Math.round(most / 1e6)
      .toString()
      .padStart(8)}`,
  )

async function measure(what: string, path: string, source: Generator<Buffer>, looksFirst = false): Promise<string> {
  const kept = await files.keep(Readable.from(source))
  const made = await work.act((ctx) => importsActions.create(ctx, { name: what }))
  await work.act((ctx) => addSource(ctx, made.id, path, kept))
  if (looksFirst && looks) {
    await work.act((ctx) => importsActions.preview(ctx, { id: made.id }))
    const looked = await watch(() => whenAnImportIsPreviewed.run(work, { importId: made.id }))
    const { preview } = await work.act((ctx) => importsActions.get(ctx, { id: made.id }))
    line(`${what}: looked at ahead`, kept.byteCount / 1e6, preview?.seen ?? 0, looked)
  }
  await work.act((ctx) => importsActions.start(ctx, { id: made.id }))
  const ran = await watch(() => whenAnImportIsStarted.run(work, { importId: made.id }))
  const row = await work.act((ctx) => importsActions.get(ctx, { id: made.id }))
  line(what, kept.byteCount / 1e6, row.seenCount, ran)
  console.log(
    `  ${row.state}: ${row.storedCount} stored, ${row.alreadyCount} already there, ${row.skippedCount} skipped${row.problem ? `, ${row.problem}` : ''}`,
  )
  return made.id
}

try {
  console.log(`start: ${Math.round(process.memoryUsage.rss() / 1e6)} MB`)
  console.log(
    `${'what'.padEnd(30)} ${'MB'.padStart(6)} ${'things'.padStart(8)} ${'s'.padStart(8)} ${'things/s'.padStart(8)} ${'cpu s'.padStart(8)} ${'most MB'.padStart(8)}`,
  )
  const rows = await measure('opportunities, new', 'pipeline.csv', pipeline(rowCount), true)
  await measure('the same again', 'pipeline.csv', pipeline(rowCount))
  if (crowdCount) await measure('people of 20,000 firms, new', 'people.csv', crowd(crowdCount), true)
  if (mailboxMb) await measure('mailbox', 'box.mbox', mailbox(mailboxMb * 1e6))
  await work.act((ctx) => importsActions.undo(ctx, { id: rows }))
  const undone = await watch(() => whenAnImportUndoIsAsked.run(work, { importId: rows }))
  const after = await work.act((ctx) => importsActions.get(ctx, { id: rows }))
  line('opportunities, taken back', 0, rowCount, undone)
  console.log(`  ${after.state}${after.problem ? `, ${after.problem}` : ''}`)
} finally {
  await provided.stop()
  rmSync(folder, { recursive: true, force: true })
}
