/** What is an import, and where did each thing in it end? */
import { z } from 'zod'
import { event } from '#foundation/contract/event.ts'
import { bigInteger, integer, listOf, longText, moment, oneOf, reference, structured, text } from '#foundation/contract/fields.ts'
import { operations } from '#foundation/contract/operation.ts'
import { pageAsked, pageOf, record } from '#foundation/contract/record.ts'
import { FieldsByHeader, Mapping, RecordName } from './rules/mapping.ts'
import { Preview } from './rules/preview.ts'

export const Import = record(
  'imports',
  // An import is its own log: its figures move with every batch, and its uploads may be thousands.
  { noun: 'import', plural: 'imports', title: 'name', history: 'none' },
  {
    name: text('Name', 500),
    state: oneOf('State', 'gathering', 'previewing', 'waiting', 'running', 'finished', 'stopped', 'failed', 'undoing', 'undone'),
    fileCount: integer('Files', 0),
    mapping: structured('Mapping', Mapping).nullable(),
    resumeAfter: structured('Resume after', z.record(z.string(), z.unknown())).nullable(),
    memberId: reference('By', 'members').nullable(),
    seenCount: integer('Seen', 0),
    storedCount: integer('Stored', 0),
    alreadyCount: integer('Already here', 0),
    skippedCount: integer('Skipped', 0),
    bytesTotal: bigInteger('Size'),
    bytesDone: bigInteger('Read'),
    preview: structured('Preview', Preview).nullable(),
    problem: longText('Problem').nullable(),
    startedAt: moment('Started').nullable(),
    finishedAt: moment('Finished').nullable(),
  },
)

/** A file that was sent up for an import; its bytes are kept until the import is taken back. */
export const ImportSource = record(
  'import_sources',
  { noun: 'file of an import', plural: 'files of imports', title: 'path', history: 'none' },
  {
    importId: reference('Import', 'imports'),
    path: text('File', 1000),
    byteCount: bigInteger('Size'),
    sha256: text('SHA-256', 64),
  },
)

export const ImportEntry = record(
  'import_entries',
  { noun: 'entry', plural: 'entries', history: 'none' },
  {
    importId: reference('Import', 'imports'),
    position: integer('Position', 0),
    path: text('File', 1000),
    label: longText('What', 500),
    sourceKey: longText('Key', 1000).nullable(),
    outcome: oneOf('Outcome', 'stored', 'changed', 'already', 'skipped'),
    reason: longText('Reason', 1000).nullable(),
    record: text('Record').nullable(),
    rowId: reference('Row', 'imports').nullable(),
    cells: structured('Cells', z.array(z.string())).nullable(),
  },
)

/** What was decided for tables of the same headings; offered when the next one comes. */
export const ImportMapping = record(
  'import_mappings',
  { noun: 'remembered mapping', plural: 'remembered mappings', history: 'none' },
  {
    signature: text('Headings', 64),
    record: oneOf('Record', 'accounts', 'people', 'opportunities', 'meetings'),
    fields: structured('Fields', FieldsByHeader),
    keys: listOf('Keys', z.string()),
    usedCount: integer('Used', 0),
    fileName: text('Last used for', 1000),
  },
)

/** Where one thing of an import ended, as those who store it say. */
export interface Ended {
  outcome: z.output<typeof ImportEntry.schema>['outcome']
  rowId: string | null
  /** Why it was skipped, or what of it was left out; in sentences. */
  notes: string[]
}

export const ImportStarted = event('import.started', z.object({ importId: z.uuid() }))
export const ImportPreviewAsked = event('import.preview-asked', z.object({ importId: z.uuid() }))
export const ImportUndoAsked = event('import.undo-asked', z.object({ importId: z.uuid() }))

const id = { id: z.uuid() }
const Guess = z.object({
  path: z.string(),
  record: RecordName.nullable(),
  confidence: z.number(),
  /** The program that wrote it, and what of: "HubSpot", "deals". */
  system: z.string().nullable(),
  about: z.string().nullable(),
  /** Why none of its rows can be taken. */
  refusal: z.string().nullable(),
  /** Where the mapping was decided before, when it was. */
  remembered: z.object({ fileName: z.string(), at: z.string() }).nullable(),
  keys: z.array(z.string()),
  headers: z.array(
    z.object({ header: z.string(), field: z.string().nullable(), confidence: z.number(), samples: z.array(z.string()) }),
  ),
})
const KeyMatch = z.object({ key: z.string(), label: z.string(), filled: z.int(), found: z.int() })

export const imports = operations({
  list: {
    route: 'GET /imports',
    summary: 'List imports, newest first',
    may: 'member',
    takes: z.object(pageAsked),
    returns: pageOf(Import.schema),
  },
  get: {
    route: 'GET /imports/:id',
    summary: 'Show one import and how far it is',
    may: 'member',
    takes: z.object(id),
    returns: Import.schema,
  },
  create: {
    route: 'POST /imports',
    summary: 'Begin an import; files are then sent to /api/imports/ID/sources?path=NAME',
    may: 'member',
    takes: z.object({ name: Import.fields.name }),
    returns: Import.schema,
  },
  inspect: {
    route: 'GET /imports/:id/tables',
    summary: 'Guess what the columns of the table files are',
    may: 'member',
    takes: z.object(id),
    returns: z.array(Guess),
  },
  match: {
    route: 'POST /imports/:id/match',
    summary: 'Of the first rows of a table, how many are there already, by each key alone',
    may: 'member',
    takes: z.object({ ...id, path: z.string(), record: RecordName, fields: FieldsByHeader }),
    returns: z.object({ rows: z.int(), keys: z.array(KeyMatch) }),
  },
  preview: {
    route: 'POST /imports/:id/preview',
    summary: 'Go through the tables without writing, and tell what would be created, changed and skipped',
    may: 'member',
    takes: z.object({ ...id, mapping: Mapping.optional() }),
    returns: Import.schema,
  },
  start: {
    route: 'POST /imports/:id/start',
    summary: 'Start the import',
    may: 'member',
    takes: z.object({ ...id, mapping: Mapping.optional() }),
    returns: Import.schema,
  },
  stop: {
    route: 'POST /imports/:id/stop',
    summary: 'Stop a running import, or a look ahead, after its present batch',
    may: 'member',
    takes: z.object(id),
    returns: Import.schema,
  },
  resume: {
    route: 'POST /imports/:id/resume',
    summary: 'Go on with a stopped or failed import',
    may: 'member',
    takes: z.object(id),
    returns: Import.schema,
  },
  undo: {
    route: 'POST /imports/:id/undo',
    summary: 'Take back what an import wrote; what people changed since is left and named',
    may: 'manager',
    takes: z.object(id),
    returns: Import.schema,
  },
  ledger: {
    route: 'GET /imports/:id/ledger',
    summary: 'Where every message, call and row of an import ended',
    may: 'member',
    takes: z.object({ ...id, ...pageAsked, outcome: ImportEntry.fields.outcome.optional() }),
    returns: pageOf(ImportEntry.schema),
  },
  faults: {
    route: 'GET /imports/:id/faults',
    summary: 'Of which tables rows were not taken whole; their cells come from /api/imports/ID/faults.csv?path=NAME',
    may: 'member',
    takes: z.object(id),
    returns: z.array(z.object({ path: z.string(), skipped: z.int(), incomplete: z.int() })),
  },
})
