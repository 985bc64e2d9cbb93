/** What does each column of a table mean? Guessed, shown with samples, and changed by a person before anything is written. */
import { useState } from 'react'
import type { z } from 'zod'
import { Button } from '#foundation/ui/Button.tsx'
import { ErrorState } from '#foundation/ui/ErrorState.tsx'
import { Select } from '#foundation/ui/Select.tsx'
import { Skeleton } from '#foundation/ui/Skeleton.tsx'
import { useAsk, useDo } from '#foundation/ui/useAsk.ts'
import { useClient } from '#foundation/ui/useClient.tsx'
import { imports, type Mapping } from '#workspace/imports/contract.ts'
import { targetFields } from '#workspace/imports/rules/target-fields.ts'

type Chosen = z.input<typeof Mapping>
type Target = 'accounts' | 'people' | 'opportunities'

const words: Record<Target, string> = { accounts: 'Accounts', people: 'People', opportunities: 'Opportunities' }
const choicesOf = (record: Target) => [
  { value: '', label: 'Leave out' },
  ...targetFields[record].map((f) => ({ value: f.name, label: f.label })),
]

export function MapColumns({ importId }: { importId: string }) {
  const api = useClient(imports)
  const asked = useAsk(api.inspect, { id: importId })
  const [changed, setChanged] = useState<Chosen>({})
  const start = useDo(api.start)
  if (asked.error)
    return <ErrorState what="The columns could not be read" error={asked.error} onRetry={() => void asked.refetch()} />
  if (!asked.data) return <Skeleton shape="rows" lines={6} label="Reading the columns" />
  const guessed: Chosen = Object.fromEntries(
    asked.data.flatMap((t) =>
      t.record ? [[t.path, { record: t.record, fields: Object.fromEntries(t.headers.map((h) => [h.header, h.field])) }]] : [],
    ),
  )
  const chosen = { ...guessed, ...changed }
  const set = (path: string, next: Chosen[string]) => setChanged((all) => ({ ...all, [path]: next }))
  return (
    <div className="flex flex-col gap-8">
      {asked.data.map((table) => {
        const now = chosen[table.path]
        return (
          <section key={table.path} aria-label={table.path}>
            <div className="mb-3 flex flex-wrap items-end gap-4">
              <h3 className="m-0 min-w-0 flex-1 text-14 font-semibold wrap-anywhere text-ink">{table.path}</h3>
              <Select
                label="Its rows are"
                value={now?.record ?? ''}
                placeholder="Leave this table out"
                choices={(Object.keys(words) as Target[]).map((value) => ({ value, label: words[value] }))}
                onChange={(record) =>
                  set(table.path, {
                    record: record as Target,
                    fields: Object.fromEntries(table.headers.map((h) => [h.header, record === table.record ? h.field : null])),
                  })
                }
              />
            </div>
            {now && (
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
                      value={now.fields[h.header] ?? ''}
                      placeholder="Leave out"
                      choices={choicesOf(now.record)}
                      onChange={(field) => set(table.path, { ...now, fields: { ...now.fields, [h.header]: field || null } })}
                    />
                  </li>
                ))}
              </ul>
            )}
          </section>
        )
      })}
      <div>
        <Button look="main" busy={start.isPending} onClick={() => start.mutate({ id: importId, mapping: chosen })}>
          Import {asked.data.length === 1 ? 'this table' : 'these files'}
        </Button>
      </div>
    </div>
  )
}
