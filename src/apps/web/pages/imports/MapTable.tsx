/** What does each column of one table mean, and by what are its rows recognised? */
import type { z } from 'zod'
import { ownName } from '#foundation/contract/own-field.ts'
import { relateTime } from '#foundation/ui/relate-time.ts'
import { Select } from '#foundation/ui/Select.tsx'
import { useAsk } from '#foundation/ui/useAsk.ts'
import { useClient } from '#foundation/ui/useClient.tsx'
import { useNow } from '#foundation/ui/useNow.ts'
import { fields } from '#workspace/fields/contract.ts'
import type { imports } from '#workspace/imports/contract.ts'
import { usualKeys } from '#workspace/imports/rules/dedupe-keys.ts'
import { takesCells } from '#workspace/imports/rules/match-own-field.ts'
import { targetFields } from '#workspace/imports/rules/target-fields.ts'
import { ChooseKeys } from './ChooseKeys.tsx'
import { type Mapped, recordWords, type Target } from './mapped-table.ts'

type Table = z.output<(typeof imports)['inspect']['returns']>[number]

interface MapTableProps {
  importId: string
  table: Table
  mapped: Mapped | null
  onChange: (next: Mapped | null) => void
}

export function MapTable({ importId, table, mapped, onChange }: MapTableProps) {
  const now = useNow()
  const own = useAsk(useClient(fields).list, {}, { staleMs: 60_000 })
  const fieldsOf = (record: Target) => [
    ...targetFields[record].map((f) => ({ value: f.name, label: f.label })),
    ...(own.data ?? []).flatMap((f) => (f.object === record && takesCells(f) ? [{ value: ownName(f.key), label: f.label }] : [])),
  ]
  const left = mapped ? table.headers.filter((h) => !mapped.fields[h.header]).length : 0
  const choose = (record: string) => {
    if (!record) return onChange(null)
    const target = record as Target
    const known = new Set(fieldsOf(target).map((f) => f.value))
    // Fields that both records have keep what was chosen for them.
    const fields = Object.fromEntries(
      table.headers.map(({ header, field }) => {
        const own = mapped?.fields[header] ?? field
        return [header, own && known.has(own) ? own : null]
      }),
    )
    onChange({ record: target, fields, keys: usualKeys(target) })
  }
  return (
    <section aria-label={table.path}>
      <div className="mb-1 flex flex-wrap items-end gap-4">
        <h3 className="m-0 min-w-0 flex-1 text-14 font-semibold wrap-anywhere text-ink">{table.path}</h3>
        {!table.refusal && (
          <Select
            label="Its rows are"
            value={mapped?.record ?? ''}
            placeholder="Leave this table out"
            choices={Object.entries(recordWords).map(([value, label]) => ({ value, label }))}
            onChange={choose}
          />
        )}
      </div>
      <ul className="m-0 mb-4 list-none p-0 text-13 text-soft">
        {table.system && (
          <li>
            An export of {table.about} from {table.system}.
          </li>
        )}
        {table.remembered && (
          <li>
            Mapped as you did it for {table.remembered.fileName}, {relateTime(new Date(table.remembered.at), now)}.
          </li>
        )}
        {table.refusal && <li>{table.refusal} Its rows are counted as skipped.</li>}
        {mapped && left > 0 && (
          <li>
            {left} of {table.headers.length} columns {left === 1 ? 'is' : 'are'} left out.
          </li>
        )}
      </ul>
      {mapped && (
        <>
          <ChooseKeys importId={importId} path={table.path} mapped={mapped} onChange={(keys) => onChange({ ...mapped, keys })} />
          <ul className="m-0 list-none p-0">
            {table.headers.map((h) => (
              <li
                key={h.header}
                className="grid grid-cols-1 items-center gap-x-4 gap-y-1 border-t border-line py-2 sm:grid-cols-[12rem_minmax(0,1fr)_14rem]"
              >
                <span className="text-13 font-medium wrap-anywhere text-ink">{h.header}</span>
                <span className="truncate text-12 text-faint">{h.samples.filter(Boolean).join(' · ') || 'Empty'}</span>
                <Select
                  label={`${h.header} means`}
                  hideLabel
                  value={mapped.fields[h.header] ?? ''}
                  placeholder="Leave out"
                  choices={fieldsOf(mapped.record)}
                  onChange={(field) => onChange({ ...mapped, fields: { ...mapped.fields, [h.header]: field || null } })}
                />
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
