/** What are the tables of an import about: by who wrote them, by what was decided before, by their headings and cells? */
import { createHash } from 'node:crypto'
import type { z } from 'zod'
import type { FieldRow } from '#foundation/contract/own-field.ts'
import { change, create } from '#foundation/platform/changes/plan-changes.ts'
import { saveUnlessTaken } from '#foundation/platform/changes/save-unless-taken.ts'
import type { Ctx } from '#foundation/platform/context.ts'
import { type FoundTable, findTables } from '#foundation/platform/intake/find-tables.ts'
import { ownFields } from '#foundation/platform/own-fields/own-record.ts'
import { ImportMapping, type imports } from './contract.ts'
import { usualKeys } from './rules/dedupe-keys.ts'
import { guessMapping } from './rules/guess-mapping.ts'
import type { Mapping } from './rules/mapping.ts'
import { matchOwnField } from './rules/match-own-field.ts'
import { plainHeader } from './rules/plain-header.ts'
import { recogniseExport } from './rules/recognise-export.ts'
import { signHeaders } from './rules/sign-headers.ts'
import { targets } from './rules/target-fields.ts'
import { mappingsBySignature, sourcesOf, workspaceOf } from './store.ts'

type Guess = z.output<(typeof imports)['inspect']['returns']>[number]
type Mapped = z.output<typeof Mapping>

const signatureOf = (headers: readonly string[]): string => createHash('sha256').update(signHeaders(headers)).digest('hex')

/** The tables of an import with what each column seems to mean. One file after the other: thousands must not be open at once. */
export async function guessTables(ctx: Ctx, importId: string): Promise<Guess[]> {
  const { timeZone } = await workspaceOf(ctx)
  const found: FoundTable[] = []
  for (const source of await sourcesOf(ctx, importId))
    for await (const table of findTables(ctx.files.pathOf(source.sha256), source.path, timeZone)) found.push(table)
  const signatures = found.map((table) => signatureOf(table.headers))
  const known = new Map((await mappingsBySignature(ctx, [...new Set(signatures)])).map((row) => [row.signature, row]))
  const own = await ownFields(ctx)
  return found.map((table, at) => guessOf(table, known.get(signatures[at] ?? ''), own))
}

type Remembered = {
  record: Mapped[string]['record']
  fields: Mapped[string]['fields']
  keys: string[]
  fileName: string
  updatedAt: string
}

function guessOf(
  { path, headers, sampleRows }: FoundTable,
  before: Remembered | undefined,
  ownFields: readonly FieldRow[],
): Guess {
  const made = recogniseExport(headers)
  const own = targets.filter((t) => t.record === (before?.record ?? made?.record))
  const guess = guessMapping(headers, sampleRows, own.length ? own : targets, path)
  const record = made?.refusal ? null : (before?.record ?? guess.record)
  const remembered = new Map(Object.entries(before?.fields ?? {}).map(([header, field]) => [plainHeader(header), field]))
  const fieldOf = (header: string, guessed: string | null): string | null => {
    const exact = before?.fields[header]
    return exact !== undefined ? exact : (remembered.get(plainHeader(header)) ?? (before ? null : guessed))
  }
  return {
    path,
    record,
    confidence: before ? 1 : guess.confidence,
    system: made?.system ?? null,
    about: made?.about ?? null,
    refusal: made?.refusal ?? null,
    remembered: before && record ? { fileName: before.fileName, at: before.updatedAt } : null,
    keys: record ? (before?.keys ?? usualKeys(record)) : [],
    headers: guess.columns.map(({ header, field, confidence }, at) => ({
      header,
      field: record ? fieldOf(header, field ?? matchOwnField(header, record, ownFields)) : null,
      confidence,
      samples: sampleRows
        .flatMap((row) => row[at]?.trim() || [])
        .slice(0, 3)
        .map((s) => s.slice(0, 100)),
    })),
  }
}

/** The mapping of each table: as it was chosen, else as it was guessed, with the columns in their order. */
export function wholeMapping(guesses: readonly Guess[], chosen: Mapped | undefined): Mapped {
  const known = guesses.flatMap(({ path, record, headers, keys }): [string, Mapped[string]][] => {
    const guessed = record && { record, fields: Object.fromEntries(headers.map((h) => [h.header, h.field])), keys }
    const own = chosen ? chosen[path] : guessed
    return own ? [[path, { ...own, keys: own.keys ?? usualKeys(own.record), headers: headers.map((h) => h.header) }]] : []
  })
  // Tables that cannot be seen without reading on, inside of archives in archives, keep what was said of them.
  return { ...chosen, ...Object.fromEntries(known) }
}

/** Remembers what was decided, for the next table of the same headings. */
export async function rememberMappings(ctx: Ctx, guesses: readonly Guess[], mapping: Mapped): Promise<void> {
  const bySignature = new Map<string, { path: string; own: Mapped[string] }>()
  for (const { path, headers } of guesses) {
    const own = mapping[path]
    if (own) bySignature.set(signatureOf(headers.map((h) => h.header)), { path, own })
  }
  const known = new Map((await mappingsBySignature(ctx, [...bySignature.keys()])).map((row) => [row.signature, row]))
  // Two who start at once decide the same; whose row comes second need not be remembered.
  await saveUnlessTaken(ctx, {
    why: 'Import',
    changes: [...bySignature].map(([signature, { path, own }]) => {
      const row = known.get(signature)
      const fields = {
        record: own.record,
        fields: own.fields,
        keys: own.keys ?? usualKeys(own.record),
        fileName: path.slice(-1000),
      }
      return row
        ? change(ImportMapping, row.id, { ...fields, usedCount: row.usedCount + 1 })
        : create(ImportMapping, { ...fields, signature, usedCount: 1 })
    }),
  })
}

/** One table of an import with its first rows, and the currency of the workspace; null when there is no such table. */
export async function sampleTable(
  ctx: Ctx,
  importId: string,
  path: string,
): Promise<(FoundTable & { currency: string; domains: string[] }) | null> {
  const { timeZone, currency, domains } = await workspaceOf(ctx)
  const holder = (await sourcesOf(ctx, importId)).find((s) => s.path === path || path.startsWith(`${s.path}/`))
  if (!holder) return null
  for await (const table of findTables(ctx.files.pathOf(holder.sha256), holder.path, timeZone))
    if (table.path === path) return { ...table, currency, domains }
  return null
}
