/** Which events are there, and what does one look like? Built by the same function that builds what is sent. */
import { exampleOf } from '#foundation/contract/example.ts'
import type { AnyRecord } from '#foundation/contract/record.ts'
import { buildPayload } from './build-payload.ts'
import { deeds, offeredRecords } from './offered-records.ts'

const at = '2026-03-02T09:30:00.000Z'
const set = '0198f2c4-7000-7000-8000-00000000c5e7'

/** The events of one record, with examples. */
export const exampleEvents = (records: ReadonlyMap<string, AnyRecord>) =>
  offeredRecords(records).flatMap((record) =>
    deeds.map((deed) => {
      const row = exampleOf(record.schema, record.table) as Record<string, unknown>
      const field = Object.keys(record.fields).find((name) => name === record.title) ?? Object.keys(record.fields)[0] ?? 'id'
      const step = {
        created: { before: null, after: row },
        changed: { before: { [field]: null }, after: { [field]: row[field] } },
        removed: { before: row, after: null },
      }[deed]
      const changeSet = {
        id: set,
        by: 'Ada Lindholm',
        via: 'web',
        why: `${deed === 'created' ? 'Added' : deed === 'changed' ? 'Changed' : 'Removed'} the ${record.noun}`,
      }
      const example = buildPayload(record, { ...step, deed, at, rowId: String(row.id), changeSet }, [], row)
      return { event: `${record.table}.${deed}`, record: record.table, noun: record.noun, plural: record.plural, deed, example }
    }),
  )
