/** Which changes is the other program told? Everything, or per record what was added, changed, removed. */
import type { z } from 'zod'
import { Checkbox } from '#foundation/ui/Checkbox.tsx'
import { Switch } from '#foundation/ui/Switch.tsx'
import { useAsk } from '#foundation/ui/useAsk.ts'
import { useClient } from '#foundation/ui/useClient.tsx'
import { webhooks } from '../contract.ts'
import { deeds } from '../rules/offered-records.ts'
import { isChosen, toggleEvent } from '../rules/toggle-event.ts'

const words = { created: 'Added', changed: 'Changed', removed: 'Removed' } as const
type Offered = z.output<typeof webhooks.events.returns>[number]

export interface EventsFieldProps {
  value: readonly string[]
  onChange: (events: string[]) => void
  error?: string | undefined
}

export function EventsField({ value, onChange, error }: EventsFieldProps) {
  const asked = useAsk(useClient(webhooks).events, {}, { staleMs: 600_000 })
  const offered = [...new Map((asked.data ?? []).map((one): [string, Offered] => [one.record, one])).values()]
  const isAll = value.includes('*')
  return (
    <fieldset className="m-0 min-w-0 border-0 p-0">
      <legend className="mb-1 text-13 font-medium text-ink">What it is told</legend>
      <Switch
        label="Every change"
        help="Also of records that are added to Rapport later"
        checked={isAll}
        onChange={(all) => onChange(all ? ['*'] : [])}
      />
      {!isAll && (
        <div className="mt-1 max-h-56 overflow-y-auto border-t border-line">
          <table className="w-full border-collapse text-left text-13">
            <thead>
              <tr className="text-12 text-faint">
                <th className="py-1.5 font-medium">Record</th>
                {deeds.map((deed) => (
                  <th key={deed} className="w-20 py-1.5 text-center font-medium">
                    {words[deed]}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {offered.map(({ record, plural }) => (
                <tr key={record} className="border-t border-line">
                  <td className="py-1 text-ink first-letter:uppercase">{plural}</td>
                  {deeds.map((deed) => (
                    <td key={deed} className="py-1 text-center">
                      <Checkbox
                        hideLabel
                        label={`${plural}, ${words[deed].toLowerCase()}`}
                        checked={isChosen(value, record, deed)}
                        onChange={() =>
                          onChange(
                            toggleEvent(
                              value,
                              record,
                              deed,
                              offered.map((one) => one.record),
                            ),
                          )
                        }
                      />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {error && (
        <p role="alert" className="m-0 mt-1 text-12 text-bad">
          {error}
        </p>
      )}
    </fieldset>
  )
}
