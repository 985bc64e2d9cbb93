/** May the rows that are marked be merged? Two of them, chosen by hand. */
import { Button } from '#foundation/ui/Button.tsx'
import { compareHref } from './row-places.ts'

export function MergeSelected({ record, ids }: { record: string; ids: ReadonlySet<string> }) {
  const [left, right] = [...ids]
  if (ids.size !== 2 || !left || !right) return <span className="text-13 text-faint">Mark two to merge them</span>
  return <Button href={compareHref(record, left, right)}>Merge these two</Button>
}
