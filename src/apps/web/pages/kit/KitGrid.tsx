/** How does a grid of a quarter of a million rows look and move? */
import { lazy, Suspense, useMemo, useState } from 'react'
import { formatMoney } from '#foundation/ui/format-number.ts'
import type { CellEdit, GridColumn } from '#foundation/ui/grid/grid-column.ts'
import { nothingChosen } from '#foundation/ui/grid/grid-props.ts'
import { dayOf } from '#foundation/ui/grid/read-day.ts'
import { openRowWindow } from '#foundation/ui/grid/row-window.ts'
import { PopoverButton } from '#foundation/ui/PopoverButton.tsx'
import { toast } from '#foundation/ui/Toasts.tsx'
import type { Sort } from '#foundation/ui/table-column.ts'
import { Sample } from './Both.tsx'
import { type SampleRow, sampleRow, stages } from './sample.ts'

const RecordGrid = lazy(async () => ({
  default: (await import('#foundation/ui/grid/RecordGrid.tsx')).RecordGrid<SampleRow>,
}))

const count = 250_000
const perPage = 200
/** Rows as a server gives them: a page behind a mark, after a while. */
const open = () =>
  openRowWindow<SampleRow>({
    idOf: (row) => row.id,
    fetch: async (after) => {
      await new Promise((wake) => setTimeout(wake, 120))
      const from = after === null ? 0 : Number(after)
      const rows = Array.from({ length: Math.min(perPage, count - from) }, (_, i) => sampleRow(from + i))
      return { rows, next: from + perPage < count ? String(from + perPage) : null }
    },
  })
const shared = { sortable: true, editable: true } as const
const columns: GridColumn<SampleRow>[] = [
  {
    ...shared,
    id: 'name',
    header: 'Account',
    control: 'text',
    value: (r) => r.name,
    text: (r) => r.name,
    required: true,
    width: 260,
    grow: true,
    phone: 'title',
  },
  {
    ...shared,
    id: 'person',
    header: 'Person',
    control: 'text',
    value: (r) => r.person,
    text: (r) => r.person,
    width: 150,
    phone: 'line',
  },
  {
    ...shared,
    id: 'stage',
    header: 'Stage',
    control: 'choice',
    choices: stages.map((stage) => ({ value: stage, label: stage })),
    value: (r) => r.stage,
    text: (r) => r.stage,
    required: true,
    width: 120,
    phone: 'line',
  },
  {
    ...shared,
    id: 'amount',
    header: 'Amount',
    control: 'money',
    value: (r) => r.amount,
    text: (r) => (r.amount === null ? '' : formatMoney(r.amount, 'EUR')),
    width: 130,
    phone: 'aside',
  },
  {
    ...shared,
    id: 'n',
    header: 'Mails',
    control: 'number',
    editable: false,
    value: (r) => r.n,
    text: (r) => String(r.n),
    width: 90,
    phone: 'hide',
  },
]
const frame = 'overflow-hidden rounded-md border border-line'

export function KitGrid() {
  const today = dayOf(new Date())
  const window = useMemo(open, [])
  const segments = useMemo(() => [{ id: 'all', group: null, rows: window }], [window])
  const [chosen, setChosen] = useState(nothingChosen)
  const [sort, setSort] = useState<Sort | null>(null)
  const [sizes, setSizes] = useState<Record<string, number>>({})
  const [order, setOrder] = useState(columns.map(({ id }) => id))
  const shown = useMemo(() => order.flatMap((id) => columns.find((column) => column.id === id) ?? []), [order])
  const write = async (edits: readonly CellEdit<SampleRow>[]) => {
    for (const { row, column, value } of edits) window.change(row.id, (old) => ({ ...old, [column.id]: value }))
    if (edits.length > 1) toast(`${edits.length} cells changed`)
  }
  return (
    <>
      <Sample
        title="A quarter of a million rows"
        note="Arrows move, typing changes, Tab and Enter keep, Escape takes back; Shift marks a block, Ctrl-C and Ctrl-V carry it. On the edge x chooses."
      >
        <div className={`${frame} h-[26rem]`}>
          <Suspense>
            <RecordGrid
              label="Accounts"
              columns={shown}
              segments={segments}
              rowId={(row) => row.id}
              rowName={(row) => row.name}
              hrefOf={(row) => `/kit?part=Record&of=${row.id}`}
              total={count}
              noun={['account', 'accounts']}
              sort={sort}
              onSort={setSort}
              sizes={sizes}
              onSize={(id, width) =>
                setSizes(({ [id]: _old, ...rest }) => (width === undefined ? rest : { ...rest, [id]: width }))
              }
              onOrder={(id, before) =>
                setOrder((all) => {
                  const rest = all.filter((one) => one !== id)
                  const at = before === null ? rest.length : rest.indexOf(before)
                  return [...rest.slice(0, at), id, ...rest.slice(at)]
                })
              }
              chosen={chosen}
              onChoose={setChosen}
              onEdit={write}
              ask={async () => []}
              place="kit-grid"
              today={today}
            />
          </Suspense>
        </div>
      </Sample>
      <Sample title="Beside a button" note="Opens whole, closes with Escape or a press elsewhere.">
        <PopoverButton
          about="A note"
          inside={(close) => (
            <p className="m-0">
              Settled right here.{' '}
              <button type="button" className="underline" onClick={close}>
                Close
              </button>
            </p>
          )}
        >
          What is this
        </PopoverButton>
      </Sample>
    </>
  )
}
