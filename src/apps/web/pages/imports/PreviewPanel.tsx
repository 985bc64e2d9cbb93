/** What would an import do? Counts over whole tables, the reasons for what stays out, and single rows before and after. */
import { formatNumber } from '#foundation/ui/format-number.ts'
import type { PreviewFound } from '#workspace/imports/rules/preview.ts'
import { recordWords } from './mapped-table.ts'

const columns = [
  ['created', 'New'],
  ['changed', 'Changed'],
  ['same', 'Unchanged'],
  ['skipped', 'Skipped'],
] as const

export function PreviewPanel({ preview }: { preview: PreviewFound }) {
  const { tables, alongside, reasons, samples } = preview
  const also = [
    alongside.accounts > 0 && `${formatNumber(alongside.accounts, 0)} ${alongside.accounts === 1 ? 'account' : 'accounts'}`,
    alongside.stages > 0 && `${formatNumber(alongside.stages, 0)} ${alongside.stages === 1 ? 'stage' : 'stages'}`,
  ].filter(Boolean)
  const names = alongside.stageNames ?? []
  return (
    <div className="flex flex-col gap-5">
      <ul className="m-0 list-none p-0">
        {tables.map((table) => (
          <li
            key={table.path}
            className="flex flex-wrap items-baseline gap-x-6 gap-y-1 border-t border-line py-2 first:border-t-0"
          >
            <span className="min-w-0 flex-1 basis-48 text-13 font-medium wrap-anywhere text-ink">
              {table.path}
              {table.record && <span className="font-normal text-faint"> · {recordWords[table.record]}</span>}
            </span>
            <dl className="m-0 flex flex-wrap gap-x-6">
              {columns.map(([key, word]) => (
                <div key={key} className="flex flex-col-reverse">
                  <dt className="text-12 text-faint">{word}</dt>
                  <dd className="num m-0 text-14 font-semibold text-ink">{formatNumber(table[key], 0)}</dd>
                </div>
              ))}
            </dl>
          </li>
        ))}
      </ul>
      <p className="m-0 text-13 text-soft">
        {preview.whole ? 'All rows were looked at' : `${formatNumber(preview.seen, 0)} rows were looked at so far`}; nothing was
        written.
        {also.length > 0 && ` ${also.join(' and ')} that rows name would be made along with them.`}
        {names.length > 0 &&
          ` Stages not there yet: ${names.join(', ')}${alongside.stages > names.length ? ' and more' : ''}. Change the column, or add them to a pipeline before.`}
      </p>
      {reasons.length > 0 && (
        <div>
          <h3 className="m-0 mb-1 text-13 font-semibold text-ink">What would be left out, and why</h3>
          <ul className="m-0 list-none p-0">
            {reasons.map(({ reason, count }) => (
              <li key={reason} className="flex gap-3 py-0.5 text-13 text-soft">
                <span className="num min-w-8 shrink-0 text-ink">{formatNumber(count, 0)}</span>
                <span className="min-w-0 wrap-anywhere">{reason}</span>
              </li>
            ))}
          </ul>
        </div>
      )}
      {samples.length > 0 && (
        <div>
          <h3 className="m-0 mb-1 text-13 font-semibold text-ink">Some of them</h3>
          <ul className="m-0 list-none p-0">
            {samples.map((sample) => (
              <li key={`${sample.path} ${sample.label} ${sample.deed}`} className="border-t border-line py-2 first:border-t-0">
                <p className="m-0 text-13 text-ink">
                  {sample.label} <span className="text-faint">{sample.deed === 'created' ? 'would be new' : 'would change'}</span>
                </p>
                <ul className="m-0 mt-1 list-none p-0">
                  {sample.fields.map((f) => (
                    <li key={f.label} className="grid grid-cols-[7rem_minmax(0,1fr)] gap-3 py-0.5 text-12">
                      <span className="text-faint">{f.label}</span>
                      <span className="min-w-0 wrap-anywhere">
                        {sample.deed === 'changed' && (
                          <>
                            <del className="text-soft">{f.before ?? 'nothing'}</del>
                            <span className="text-faint" aria-hidden>
                              {' → '}
                            </span>
                          </>
                        )}
                        <ins className="text-ink no-underline">{f.after ?? 'nothing'}</ins>
                      </span>
                    </li>
                  ))}
                </ul>
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  )
}
