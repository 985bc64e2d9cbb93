/** What is an import, and where did each thing in it end? */
import { z } from 'zod'
import { event } from '#foundation/contract/event.ts'
import { bigInteger, integer, longText, moment, oneOf, reference, structured, text } from '#foundation/contract/fields.ts'
import { operations } from '#foundation/contract/operation.ts'
import { pageAsked, pageOf, record } from '#foundation/contract/record.ts'

/** Per table file: which record its rows are, and which field each header fills (null: left out). */
export const Mapping = z.record(
  z.string(),
  z.object({ record: z.enum(['accounts', 'people', 'opportunities']), fields: z.record(z.string(), z.string().nullable()) }),
)

export const Import = record(
  'imports',
  // An import is its own log: its figures move with every batch, and its uploads may be thousands.
  { noun: 'import', plural: 'imports', title: 'name', history: 'none' },
  {
    name: text('Name', 500),
    state: oneOf('State', 'gathering', 'waiting', 'running', 'finished', 'stopped', 'failed', 'undoing', 'undone'),
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
export const ImportUndoAsked = event('import.undo-asked', z.object({ importId: z.uuid() }))

const id = { id: z.uuid() }
const Guess = z.object({
  path: z.string(),
  record: z.enum(['accounts', 'people', 'opportunities']).nullable(),
  confidence: z.number(),
  headers: z.array(
    z.object({ header: z.string(), field: z.string().nullable(), confidence: z.number(), samples: z.array(z.string()) }),
  ),
})

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
  start: {
    route: 'POST /imports/:id/start',
    summary: 'Start the import',
    may: 'member',
    takes: z.object({ ...id, mapping: Mapping.optional() }),
    returns: Import.schema,
  },
  stop: {
    route: 'POST /imports/:id/stop',
    summary: 'Stop a running import after its present batch',
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
})
