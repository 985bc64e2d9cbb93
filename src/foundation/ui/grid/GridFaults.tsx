/** Which cells could not be written, and why? Each leads to its cell; until they are right, nothing was written. */
import { CircleAlert, X } from 'lucide-react'
import { countOf } from '../format-number.ts'
import { IconButton } from '../IconButton.tsx'
import type { CellPlace } from './grid-column.ts'
import type { CellFault } from './useGridEdits.ts'

interface GridFaultsProps {
  faults: readonly CellFault[]
  onGo: (place: CellPlace) => void
  onClose: () => void
}
const most = 50

export function GridFaults({ faults, onGo, onClose }: GridFaultsProps) {
  return (
    <section aria-label="Nothing was written" className="shrink-0 border-t border-line bg-bad-wash px-4 py-1.5 text-13 sm:px-8">
      <header className="flex items-center gap-2">
        <CircleAlert size={16} aria-hidden className="shrink-0 text-bad" />
        <p role="alert" className="m-0 min-w-0 flex-1 font-medium text-ink">
          Nothing was written: {countOf(faults.length, 'cell')} could not be read.
        </p>
        <IconButton icon={X} label="Close" size="small" onClick={onClose} />
      </header>
      <ul className="m-0 max-h-32 list-none overflow-y-auto p-0 pl-6">
        {faults.slice(0, most).map((fault) => (
          <li key={`${fault.place.line} ${fault.place.column}`} className="py-0.5">
            <button
              type="button"
              onClick={() => onGo(fault.place)}
              className="rounded-sm text-left font-medium text-ink underline underline-offset-3"
            >
              {fault.cell}
            </button>
            <span className="text-soft">: {fault.wrong}</span>
          </li>
        ))}
        {faults.length > most && <li className="py-0.5 text-soft">and {countOf(faults.length - most, 'more cell')}</li>}
      </ul>
    </section>
  )
}
