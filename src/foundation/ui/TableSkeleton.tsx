/** What will the table look like? Its true head and rows of the true height, while the records are on their way. */
import { templateOf } from './table-column.ts'
import { useLate } from './useLate.ts'
import { usePhone } from './useMedia.ts'

export interface TableSkeletonProps {
  label: string
  columns: readonly { id: string; header: string; width?: number; grow?: boolean; align?: 'start' | 'end' }[]
  selectable: boolean
}

const widths = ['70%', '55%', '80%', '45%', '62%']
const rows = Array.from({ length: 14 }, (_, i) => i)

export function TableSkeleton({ label, columns, selectable }: TableSkeletonProps) {
  const late = useLate()
  const phone = usePhone()
  const bar = 'block h-3 animate-wait rounded-sm bg-line'
  const template = templateOf(
    columns.map((c) => ({ id: c.id, width: c.width ?? 140, grow: c.grow ?? false })),
    {},
    selectable,
  )
  return (
    <div
      role="status"
      aria-label={`Loading ${label.toLowerCase()}`}
      className={`h-full overflow-hidden px-4 sm:px-5 ${late ? 'animate-arrive' : 'invisible'}`}
    >
      {!phone && (
        <div className="grid h-8 items-center border-b border-line text-12 text-faint" style={{ gridTemplateColumns: template }}>
          {selectable && <span />}
          {columns.map((c) => (
            <span key={c.id} className={`truncate px-3 ${c.align === 'end' ? 'text-right' : ''}`}>
              {c.header}
            </span>
          ))}
        </div>
      )}
      {rows.map((i) =>
        phone ? (
          <div key={i} className="flex h-15 flex-col justify-center gap-2 border-b border-line">
            <span className={bar} style={{ width: widths[i % widths.length] }} />
            <span className={`${bar} w-2/5`} />
          </div>
        ) : (
          <div key={i} className="grid h-8 items-center border-b border-line/70" style={{ gridTemplateColumns: template }}>
            {selectable && <span />}
            {columns.map((c, j) => (
              <span key={c.id} className="px-3">
                <span
                  className={`${bar} ${c.align === 'end' ? 'ml-auto' : ''}`}
                  style={{ width: widths[(i + j * 2) % widths.length] }}
                />
              </span>
            ))}
          </div>
        ),
      )}
    </div>
  )
}
