/** What do the tables of an import mean, and what would come of it? Guessed, shown, and changed by a person before anything is written. */
import { useState } from 'react'
import type { z } from 'zod'
import { Button } from '#foundation/ui/Button.tsx'
import { ErrorState } from '#foundation/ui/ErrorState.tsx'
import { Section } from '#foundation/ui/RecordPage.tsx'
import { Skeleton } from '#foundation/ui/Skeleton.tsx'
import { useAsk, useDo } from '#foundation/ui/useAsk.ts'
import { useClient } from '#foundation/ui/useClient.tsx'
import { type Import, imports } from '#workspace/imports/contract.ts'
import { MapTable } from './MapTable.tsx'
import type { Mapped } from './mapped-table.ts'
import { PreviewPanel } from './PreviewPanel.tsx'

interface MapColumnsProps {
  row: z.output<typeof Import.schema>
}
type Chosen = Record<string, Mapped>

export function MapColumns({ row }: MapColumnsProps) {
  const api = useClient(imports)
  const asked = useAsk(api.inspect, { id: row.id }, { staleMs: 60_000 })
  const [changed, setChanged] = useState<Record<string, Mapped | null>>({})
  const start = useDo(api.start)
  const preview = useDo(api.preview)
  if (asked.error)
    return <ErrorState what="The columns could not be read" error={asked.error} onRetry={() => void asked.refetch()} />
  if (!asked.data) return <Skeleton shape="rows" lines={6} label="Reading the columns" />
  const guessed: Chosen = Object.fromEntries(
    asked.data.flatMap((t) =>
      t.record
        ? [[t.path, { record: t.record, keys: t.keys, fields: Object.fromEntries(t.headers.map((h) => [h.header, h.field])) }]]
        : [],
    ),
  )
  const all = { ...guessed, ...row.mapping, ...changed }
  const mapping: Chosen = Object.fromEntries(Object.entries(all).flatMap(([path, own]) => (own ? [[path, own]] : [])))
  const stale = row.preview !== null && Object.keys(changed).length > 0 && !sameMapping(mapping, row.mapping ?? {})
  const one = asked.data.length === 1
  return (
    <>
      <div className="flex flex-wrap gap-3 pt-6">
        <Button look="main" busy={start.isPending} onClick={() => start.mutate({ id: row.id, mapping })}>
          Import {one ? 'this table' : 'these files'}
        </Button>
        <Button busy={preview.isPending} onClick={() => preview.mutate({ id: row.id, mapping })}>
          {row.preview ? 'Look again' : 'See what would happen'}
        </Button>
      </div>
      {row.preview && (
        <Section title="What would happen">
          {stale && <p className="m-0 mb-3 text-13 text-warn">The columns were changed since. Look again before you import.</p>}
          <PreviewPanel preview={row.preview} />
        </Section>
      )}
      <Section title="What do the columns mean?">
        {asked.data.length === 0 && (
          <p className="m-0 mb-4 text-13 text-soft">No table was found in these files. Mail and calls come in when you import.</p>
        )}
        <div className="flex flex-col gap-10">
          {asked.data.map((table) => (
            <MapTable
              key={table.path}
              importId={row.id}
              table={table}
              mapped={mapping[table.path] ?? null}
              onChange={(next) => setChanged((before) => ({ ...before, [table.path]: next }))}
            />
          ))}
        </div>
      </Section>
    </>
  )
}

/** Whether two mappings say the same of every table. */
function sameMapping(a: Chosen, b: Chosen): boolean {
  const words = (all: Chosen) =>
    JSON.stringify(
      Object.entries(all)
        .map(([path, { record, fields, keys }]) => [path, record, Object.entries(fields).sort(), [...(keys ?? [])].sort()])
        .sort(),
    )
  return words(a) === words(b)
}
