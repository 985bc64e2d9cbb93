/** What would another type do to the values that are there? Said before it happens. */
import type { z } from 'zod'
import { Button } from '#foundation/ui/Button.tsx'
import { countOf, formatNumber } from '#foundation/ui/format-number.ts'
import type { fields } from '../contract.ts'

export type ShapeTold = z.output<typeof fields.previewShape.returns>

interface ShapePreviewProps {
  told: ShapeTold
  /** The new type, in words. */
  to: string
  busy: boolean
  onBack: () => void
  onGo: () => void
}

export function ShapePreview({ told, to, busy, onBack, onGo }: ShapePreviewProps) {
  return (
    <div className="flex flex-col gap-4">
      <p className="m-0 text-13 text-ink">
        {told.lost === 0
          ? `All ${countOf(told.values, 'value')} can be kept as ${to.toLowerCase()}.`
          : `Of ${countOf(told.values, 'value')}, ${formatNumber(told.kept, 0)} can be kept as ${to.toLowerCase()} and ${formatNumber(told.lost, 0)} would be lost.`}
      </p>
      <table className="w-full border-collapse text-13">
        <thead>
          <tr className="border-b border-line text-left text-12 text-faint">
            <th className="py-1 pr-3 font-normal">Record</th>
            <th className="py-1 pr-3 font-normal">Now</th>
            <th className="py-1 font-normal">Then</th>
          </tr>
        </thead>
        <tbody>
          {told.examples.map((one) => (
            <tr key={`${one.title} ${one.before}`} className="border-b border-line align-top">
              <td className="py-1 pr-3 wrap-anywhere text-soft">{one.title}</td>
              <td className="py-1 pr-3 wrap-anywhere text-ink">{one.before}</td>
              <td className="py-1 wrap-anywhere text-ink">{one.after ?? <span className="text-bad">lost</span>}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="m-0 text-12 text-faint">Undo brings every value back as it was.</p>
      <div className="flex flex-wrap justify-end gap-2">
        <Button look="quiet" onClick={onBack}>
          Back
        </Button>
        <Button look={told.lost > 0 ? 'danger' : 'main'} busy={busy} onClick={onGo}>
          {told.lost > 0 ? `Change and lose ${countOf(told.lost, 'value')}` : 'Change the type'}
        </Button>
      </div>
    </div>
  )
}
