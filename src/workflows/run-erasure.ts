/** How is a person erased everywhere, in batches that can stop and go on? First every text that tells of them, then what is theirs, the person last. */
import { createReadStream } from 'node:fs'
import { evidenceOfPerson, evidenceWith, requote } from '#conversation/evidence/actions-of-person.ts'
import {
  mailsOf,
  readPerson,
  spokenParts,
  type TextOf,
  textsAfter,
  writeTexts,
} from '#conversation/messages/actions-of-person.ts'
import { findPerson } from '#customers/people/actions.ts'
import { groupRows } from '#foundation/kernel/group-rows.ts'
import { idsThere } from '#foundation/platform/changes/ids-there.ts'
import { indexAnew } from '#foundation/platform/changes/index-words.ts'
import type { Ctx } from '#foundation/platform/context.ts'
import type { Work } from '#foundation/platform/workflow.ts'
import { releaseBytes } from '#workspace/files/actions.ts'
import {
  anyTable,
  type ErasureRow,
  type Held,
  holdErasure,
  moveErasure,
  type TextTable,
} from '#workspace/personal-data/actions.ts'
import { findTraces, type Traces, traceOf, type Where } from '#workspace/personal-data/rules/find-traces.ts'
import { isMostlyMasked, mask, maskText } from '#workspace/personal-data/rules/mask-text.ts'
import { namesPerson } from '#workspace/personal-data/rules/names-person.ts'
import { addTo, emptyTally, sayErased, sayKept, type Tally } from '#workspace/personal-data/rules/say-erased.ts'
import { scrubValue } from '#workspace/personal-data/rules/scrub-value.ts'
import { type Removed, removeForGood } from './remove-for-good.ts'

const timeoutMs = 10 * 60_000
const rowsAtOnce = 500
const messagesAtOnce = 100
const mostMails = 5_000_000
/** Members' own rows are not the person's; erasures and their words are the report itself. Quotes follow their messages. */
const passedOver = new Set(['erasures', 'members', 'workspaces', 'api_tokens'])
const followed: Readonly<Record<string, string>> = { evidence: 'quote', messages: 'text' }
/** The texts of messages come last: what a person said in a call is known from them alone. */
const texts = '*texts'

interface Known {
  personId: string
  traces: Traces
  threadIds: Set<string>
  emails: string[]
  /** Rows that go later; until then they tell what to look for. */
  going: Set<string>
  namesakes: number
}
interface Place {
  tally: Tally
  /** The table that is read through, and the last row of it that was. */
  table?: string
  after?: string
  past?: number
}
const placeOf = (row: ErasureRow): Place => ({ tally: emptyTally(), ...row.work })

/** Carries an erasure on from where it stands, to its end. Does nothing for one that is finished. */
export async function runErasure(work: Work, erasureId: string): Promise<void> {
  const cause = { kind: 'erasure', id: erasureId }
  const act = <T>(run: (ctx: Ctx) => Promise<T>) => work.act(run, cause, { timeoutMs })
  const known = await act((ctx) => learn(ctx, erasureId))
  if (known) while (await act((ctx) => maskBatch(ctx, erasureId, known)));
  while (await act((ctx) => removeBatch(ctx, erasureId, known)));
}

/** What tells of the person; learnt anew at each start, because their own rows go last and nothing of it may be kept. */
async function learn(ctx: Ctx, erasureId: string): Promise<Known | null> {
  const row = await holdErasure(ctx, erasureId)
  const person = row ? await findPerson(ctx, row.personId) : undefined
  if (!row || !person) return null
  const { names, emails, said, threadIds, others } = await readPerson(ctx, person.id, person.name)
  const { namesakes } = await anyTable.findObstacles(ctx, person)
  const parts = (name: string) =>
    name
      .toLowerCase()
      .split(/[\s.,_-]+/)
      .filter((part) => part.length > 2)
  const own = new Set(parts(person.name))
  // A header may carry the name of a department: only what shares a word with the person's name is theirs.
  const theirs = names.filter((name) => parts(name).some((part) => own.has(part)))
  const shared = new Set(others.flatMap(parts))
  const near = [...new Set([...own, ...theirs.flatMap(parts)])].filter((part) => !shared.has(part))
  const addresses = [...new Set([...(person.email ? [person.email] : []), ...emails])]
  const whole = namesakes ? [] : [person.name, ...theirs]
  const traces = traceOf({ names: whole, emails: addresses, phones: person.phone ? [person.phone] : [], said, near })
  const going = new Set([person.id, ...(await mailsOf(ctx, person.id, addresses, mostMails))])
  return { personId: person.id, traces, threadIds: new Set(threadIds), emails: addresses, going, namesakes }
}

const scrubber = (traces: Traces, where: Where) => (text: string) => {
  const found = findTraces(text, traces, where)
  return found.length ? maskText(text, found) : text
}

/** Masks a batch of one table; false when all tables were read through. */
async function maskBatch(ctx: Ctx, erasureId: string, known: Known): Promise<boolean> {
  const row = await holdErasure(ctx, erasureId)
  if (row?.stage !== 'texts') return false
  const place = placeOf(row)
  const tables = (await anyTable.textTables(ctx))
    .filter((one) => !passedOver.has(one.table))
    .map((one) => ({ ...one, columns: one.columns.filter(({ name }) => name !== followed[one.table]) }))
  const names = [...tables.map((one) => one.table), texts]
  const table = place.table ?? names[0] ?? texts
  const text = tables.find((one) => one.table === table)
  const after = place.after ?? null
  const done = text ? await maskRows(ctx, text, after, known) : { ...(await maskMessages(ctx, after, known)), masked: 0 }
  addTo(place.tally.masked, table, done.masked)
  const next = done.last ? table : names[names.indexOf(table) + 1]
  place.tally.namesakes = known.namesakes
  const { table: _, after: __, ...rest } = place
  const work = { ...rest, ...(next ? { table: next } : {}), ...(done.last ? { after: done.last } : {}) }
  await moveErasure(ctx, erasureId, { work, stage: next ? 'texts' : 'rows' })
  return next !== undefined
}

async function maskMessages(ctx: Ctx, after: string | null, known: Known) {
  const rows = await textsAfter(ctx, after, messagesAtOnce)
  const changed = rows
    .filter((row) => !known.going.has(row.id))
    .map((row) => ({ id: row.id, was: row.text, text: maskMessage(row, known) }))
    .filter((one) => one.text !== one.was)
  await writeTexts(
    ctx,
    changed.map(({ id, text }) => ({ id, text })),
  )
  await requote(ctx, changed)
  return { last: rows.length === messagesAtOnce ? (rows.at(-1)?.id ?? null) : null }
}

/** Part by part: what is repeated of them goes in short runs, what they spoke in a call goes whole, of what others wrote only what names them. */
function maskMessage({ text, threadId, parts }: TextOf, { traces, threadIds, personId }: Known): string {
  const isNear = threadIds.has(threadId)
  const found = findTraces(text, traces, { isNear, isOthers: true })
  for (const part of parts) {
    if (part.kind !== 'quoted') continue
    const inside = findTraces(text.slice(part.start, part.end), traces, { isNear, isQuoted: true })
    found.push(...inside.map(({ start, end }) => ({ start: start + part.start, end: end + part.start })))
  }
  return maskText(text, [...found, ...spokenParts(parts, personId)])
}

async function maskRows(ctx: Ctx, table: TextTable, after: string | null, { traces, threadIds, personId, going }: Known) {
  const { columns } = table
  const rows = await anyTable.readTexts(ctx, table, after, rowsAtOnce)
  const standing = await concludedStill(ctx, table, rows)
  const changed = rows.flatMap((row) => {
    if (going.has(String(row.id))) return []
    // Conclusions from what others said stay; what rested on theirs alone goes with it, row by row.
    const scrub = scrubber(traces, { isNear: isNear(row, threadIds), isOthers: standing.has(String(row.id)) })
    const isTheirs = table.table === 'changes' && (namesPerson(row.before, personId) || namesPerson(row.after, personId))
    const next = columns.map(({ name }) => {
      const gone = isTheirs && (name === 'before' || name === 'after')
      return [name, gone ? null : scrubValue(row[name], scrub)] as const
    })
    return next.some(([name, value]) => value !== row[name]) ? [{ id: row.id, ...Object.fromEntries(next) }] : []
  })
  if (changed.length) await anyTable.writeTexts(ctx, table, changed)
  const record = ctx.records.get(table.table)
  if (record?.fullText)
    await indexAnew(
      ctx.db,
      record,
      ctx.actor.workspaceId,
      ctx.now,
      changed.map((row) => String(row.id)),
    )
  return { masked: changed.length, last: rows.length === rowsAtOnce ? String(rows.at(-1)?.id) : null }
}

const concluded = new Set(['evidence', 'needs', 'promises', 'objections'])

/** Of a batch, the rows that are conclusions which are there, or changes of such. */
async function concludedStill(ctx: Ctx, { table }: TextTable, rows: readonly Record<string, unknown>[]): Promise<Set<string>> {
  if (concluded.has(table)) return new Set(rows.map((row) => String(row.id)))
  const still = new Set<string>()
  for (const [of, some] of groupRows(rows, (row) => (table === 'changes' ? String(row.record) : '')))
    if (concluded.has(of)) {
      const there = new Set(await idsThere(ctx, of, [...new Set(some.map((row) => String(row['near#'])))]))
      for (const row of some) if (there.has(String(row['near#']))) still.add(String(row.id))
    }
  return still
}

/** Whether a row, or what a change says of one, belongs to one of their conversations. */
const isNear = (row: Record<string, unknown>, threadIds: ReadonlySet<string>): boolean =>
  [
    row['near#'],
    ...[row.before, row.after].map((values) => (values as Record<string, unknown> | null | undefined)?.threadId),
  ].some((id) => typeof id === 'string' && threadIds.has(id))

/** Removes a batch of what is theirs; false when the erasure is finished. */
async function removeBatch(ctx: Ctx, erasureId: string, known: Known | null): Promise<boolean> {
  const row = await holdErasure(ctx, erasureId)
  if (!row) return false
  const { personId } = row
  const place = placeOf(row)
  const { tally } = place
  const keep = async (removed: Removed) => {
    for (const [table, count] of Object.entries(removed.gone)) addTo(tally.gone, table, count)
    tally.files += removed.files
    place.past = (place.past ?? 0) + Object.values(removed.gone).reduce((sum, n) => sum + n, 0)
    await releaseSources(ctx, tally, (one) => one.importId !== null && removed.importIds.includes(one.importId))
    await moveErasure(ctx, erasureId, { work: { ...place } })
    return true
  }
  const isTheirs = (text: string) => text.includes(mask) || (known !== null && findTraces(text, known.traces).length > 0)
  const mails = await mailsOf(ctx, personId, known?.emails ?? [], messagesAtOnce)
  if (mails.length) return keep(await removeForGood(ctx, 'messages', mails, isTheirs))
  const masked = (await evidenceWith(ctx, mask)).filter((one) => isMostlyMasked(one.quote)).map((one) => one.id)
  const quotes = [...new Set([...masked, ...(await evidenceOfPerson(ctx, personId, messagesAtOnce))])].slice(0, messagesAtOnce)
  if (quotes.length) return keep(await removeForGood(ctx, 'evidence', quotes, isTheirs))
  if (known) await dropFilesThatName(ctx, tally, known.traces)
  if (await findPerson(ctx, personId)) await keep(await removeForGood(ctx, 'people', [personId]))
  const kept = sayKept(tally, place.past ?? 0, row.hashes.length)
  const done = { state: 'finished', stage: 'done', work: null, problem: null, finishedAt: ctx.now } as const
  await moveErasure(ctx, erasureId, { ...done, erased: sayErased(tally), kept })
  return false
}

/** Forgets files that were sent up for imports; the ledger of the import stays. */
async function releaseSources(ctx: Ctx, tally: Tally, which: (one: Held) => boolean): Promise<void> {
  const going = (await anyTable.heldFiles(ctx)).sources.filter(which)
  if (!going.length) return
  await anyTable.deleteSources(
    ctx,
    going.map((one) => one.id),
  )
  tally.sources += going.length
  await releaseBytes(
    ctx,
    going.map((one) => one.sha256),
  )
}

/** Looks into the bytes of every file that is left: what names them in plain bytes goes. */
async function dropFilesThatName(ctx: Ctx, tally: Tally, traces: Traces): Promise<void> {
  const { sources, files } = await anyTable.heldFiles(ctx)
  const naming = new Set<string>()
  const opaque = new Set<string>()
  for (const { sha256 } of [...sources, ...files]) {
    const found = await lookInto(ctx.files.pathOf(sha256), traces)
    if (found === 'named') naming.add(sha256)
    if (found === 'opaque') opaque.add(sha256)
  }
  await releaseSources(ctx, tally, (one) => naming.has(one.sha256))
  const going = files.filter((one) => naming.has(one.sha256)).map((one) => one.id)
  if (going.length) {
    await removeForGood(ctx, 'files', going)
    await releaseBytes(ctx, [...naming])
  }
  tally.files += going.length
  tally.opaqueFiles = files.filter((one) => opaque.has(one.sha256)).length
}

/** Reads a file in pieces that overlap, so that a name across a seam is found too. */
async function lookInto(path: string, traces: Traces): Promise<'named' | 'opaque' | 'clear'> {
  let tail = ''
  let isText = true
  try {
    for await (const piece of createReadStream(path, { highWaterMark: 1 << 20 })) {
      const text = (piece as Buffer).toString('utf8')
      if (text.includes('\0') || text.includes('\uFFFD')) isText = false
      if (findTraces(tail + text, traces).length) return 'named'
      tail = text.slice(-2_000)
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return 'clear'
    throw error
  }
  return isText ? 'clear' : 'opaque'
}
