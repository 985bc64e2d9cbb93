/** Which rows were not taken whole, and how are they mended? As table files with their cells, the place and the reason. */
import { formatNumber } from '#foundation/ui/format-number.ts'
import { useAsk } from '#foundation/ui/useAsk.ts'
import { useClient } from '#foundation/ui/useClient.tsx'
import { imports } from '#workspace/imports/contract.ts'

const rows = (count: number, word: string) => `${formatNumber(count, 0)} ${count === 1 ? 'row' : 'rows'} ${word}`

export function FaultyRows({ importId }: { importId: string }) {
  const asked = useAsk(useClient(imports).faults, { id: importId })
  if (!asked.data?.length) return null
  return (
    <div className="mb-4 rounded-md border border-line p-3">
      <p className="m-0 mb-2 text-13 text-soft">
        Download the rows at fault as a table, mend their cells, and bring that file in: only these rows are taken, with the same
        columns.
      </p>
      <ul className="m-0 flex list-none flex-col gap-2 p-0">
        {asked.data.map(({ path, skipped, incomplete }) => {
          const at = `/api/imports/${importId}/faults.csv?path=${encodeURIComponent(path)}`
          return (
            <li key={path} className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <span className="min-w-0 flex-1 basis-40 text-13 wrap-anywhere text-ink">{path}</span>
              {skipped > 0 && (
                <a className="text-13 text-accent underline" href={at} download>
                  {rows(skipped, 'skipped')}
                </a>
              )}
              {incomplete > 0 && (
                <a className="text-13 text-accent underline" href={`${at}&all=yes`} download>
                  {rows(skipped + incomplete, 'with every cell that was left out')}
                </a>
              )}
            </li>
          )
        })}
      </ul>
    </div>
  )
}
