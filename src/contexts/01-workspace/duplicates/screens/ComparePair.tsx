/** Are these two one, and which values should stay? Side by side, field by field. */
import { useId, useState } from 'react'
import type { z } from 'zod'
import { Button } from '#foundation/ui/Button.tsx'
import { ErrorState } from '#foundation/ui/ErrorState.tsx'
import { FindingChip } from '#foundation/ui/FindingChip.tsx'
import { countOf } from '#foundation/ui/format-number.ts'
import { Kbd } from '#foundation/ui/Kbd.tsx'
import { Link } from '#foundation/ui/Link.tsx'
import { Skeleton } from '#foundation/ui/Skeleton.tsx'
import { useAsk } from '#foundation/ui/useAsk.ts'
import { useChange, useClient } from '#foundation/ui/useClient.tsx'
import { useShortcuts } from '#foundation/ui/useShortcuts.ts'
import { type ComparisonShown, duplicates } from '../contract.ts'
import { FieldChoice } from './FieldChoice.tsx'
import { hrefOf } from './row-places.ts'
import { sayBecause } from './say-because.ts'

type Compared = z.output<typeof ComparisonShown>
type SideName = 'left' | 'right'

export interface ComparePairProps {
  record: string
  leftId: string
  rightId: string
  /** The pair in the queue; absent for two that somebody chose by hand. */
  pairId?: string | undefined
  onDone: (keptId: string) => void
}

export function ComparePair({ record, leftId, rightId, pairId, onDone }: ComparePairProps) {
  const asked = useAsk(useClient(duplicates).compare, { record, leftId, rightId })
  if (asked.error)
    return <ErrorState what="These two could not be compared" error={asked.error} onRetry={() => void asked.refetch()} />
  if (!asked.data) return <Skeleton shape="paragraph" lines={8} label="Comparing" />
  return <Choices key={`${leftId} ${rightId}`} compared={asked.data} pairId={pairId} onDone={onDone} />
}

const sum = (side: Compared['left']) => side.references.reduce((all, one) => all + one.count, 0)

/** The row on which more hangs, or the older one. */
const likelyKept = ({ left, right }: Compared): SideName =>
  sum(left) === sum(right) ? (left.createdAt <= right.createdAt ? 'left' : 'right') : sum(left) > sum(right) ? 'left' : 'right'

function Choices({
  compared,
  pairId,
  onDone,
}: {
  compared: Compared
  pairId?: string | undefined
  onDone: (keptId: string) => void
}) {
  const api = useClient(duplicates)
  const [keep, setKeep] = useState<SideName>(() => likelyKept(compared))
  const [chosen, setChosen] = useState<Readonly<Record<string, SideName>>>({})
  const { record, fields, because, chance } = compared
  const [kept, gone] = keep === 'left' ? [compared.left, compared.right] : [compared.right, compared.left]
  // Until somebody chooses, the row that stays keeps its values, and gets those it lacks.
  const pickOf = (field: string): SideName => chosen[field] ?? (kept.shown[field] ? keep : gone.shown[field] ? other(keep) : keep)
  const merge = useChange(api.merge, `Merged ${gone.name} into ${kept.name}`, (answer) => onDone(answer.keptId))
  const different = useChange(api.different, 'Noted: not the same')
  const later = useChange(api.later, 'Put off for a week')
  const busy = merge.isPending || different.isPending || later.isPending
  const doMerge = () =>
    merge.mutate({
      record,
      keepId: kept.id,
      mergeId: gone.id,
      take: fields.map((f) => f.name).filter((name) => pickOf(name) !== keep),
    })
  useShortcuts([
    { keys: 'm', says: 'Merge these two', group: 'Duplicates', run: () => !busy && doMerge() },
    { keys: 'x', says: 'Keep the other one', group: 'Duplicates', run: () => setKeep(other(keep)) },
    ...(pairId
      ? [
          { keys: 'n', says: 'Not the same', group: 'Duplicates', run: () => !busy && different.mutate({ id: pairId }) },
          { keys: 'l', says: 'Later', group: 'Duplicates', run: () => !busy && later.mutate({ id: pairId }) },
        ]
      : []),
  ])
  const labels = new Map(fields.map((field) => [field.name, field.label]))
  const reasons = sayBecause(because, labels)
  const differing = fields.filter(({ name }) => compared.left.shown[name] !== compared.right.shown[name])
  const same = fields.filter(({ name }) => !differing.some((one) => one.name === name) && compared.left.shown[name])
  return (
    <section aria-label={`${compared.left.name} and ${compared.right.name}`} className="max-w-[60rem]">
      <div className="mb-4 flex flex-wrap items-center gap-2">
        <FindingChip
          word={chance >= 0.5 ? 'Probably the same' : 'Probably not the same'}
          confidence={chance >= 0.5 ? chance : 1 - chance}
          n={because.length}
          unit="comparison"
        />
        <ul aria-label="What was compared" className="m-0 flex list-none flex-wrap gap-x-3 gap-y-1 p-0 text-13 text-soft">
          {reasons.map((one) => (
            <li key={one.id}>{one.word}</li>
          ))}
          {reasons.length === 0 && <li>They have nothing in common that could be compared</li>}
        </ul>
      </div>
      <KeepChoice compared={compared} keep={keep} onKeep={setKeep} />
      {differing.length > 0 && <h2 className="m-0 mt-5 mb-1 text-14 font-semibold text-ink">Which values stay</h2>}
      {differing.map(({ name, label }) => (
        <FieldChoice
          key={name}
          label={label}
          left={compared.left.shown[name] ?? null}
          right={compared.right.shown[name] ?? null}
          value={pickOf(name)}
          onChange={(side) => setChosen((before) => ({ ...before, [name]: side }))}
        />
      ))}
      {same.length > 0 && (
        <p className="m-0 mt-3 text-13 text-faint">
          The same in both: {same.map(({ name, label }) => `${label}: ${compared.left.shown[name]}`).join(' · ')}
        </p>
      )}
      <div className="sticky bottom-0 mt-6 flex flex-wrap items-center gap-2 border-t border-line bg-surface py-3">
        <Button look="main" busy={merge.isPending} onClick={doMerge}>
          Merge into {kept.name.length > 24 ? 'this one' : kept.name}
        </Button>
        {pairId && (
          <>
            <Button busy={different.isPending} onClick={() => different.mutate({ id: pairId })}>
              Not the same
            </Button>
            <Button look="quiet" busy={later.isPending} onClick={() => later.mutate({ id: pairId })}>
              Later
            </Button>
          </>
        )}
        <span className="ml-auto hidden items-center gap-2 text-12 text-faint sm:inline-flex" aria-hidden>
          <Kbd keys="m" /> merge <Kbd keys="x" /> swap
          {pairId && (
            <>
              <Kbd keys="n" /> not the same <Kbd keys="l" /> later
            </>
          )}
        </span>
      </div>
      <p className="m-0 text-12 text-faint">
        Everything that belongs to {gone.name} moves to {kept.name}. Undo brings both back.
      </p>
    </section>
  )
}

const other = (side: SideName): SideName => (side === 'left' ? 'right' : 'left')

function KeepChoice({ compared, keep, onKeep }: { compared: Compared; keep: SideName; onKeep: (side: SideName) => void }) {
  const name = useId()
  return (
    <fieldset className="m-0 grid min-w-0 grid-cols-2 gap-2 border-0 p-0 sm:gap-4">
      <legend className="mb-2 p-0 text-14 font-semibold text-ink">Which one stays</legend>
      {(['left', 'right'] as const).map((side) => {
        const row = compared[side]
        return (
          <div
            key={side}
            className={`min-w-0 rounded-md border p-3 ${keep === side ? 'border-accent bg-accent-wash' : 'border-line bg-raised'}`}
          >
            <label className="flex min-h-6 cursor-pointer items-start gap-2 text-14 font-medium text-ink pointer-coarse:min-h-11">
              <input
                type="radio"
                name={name}
                checked={keep === side}
                onChange={() => onKeep(side)}
                className="mt-1 accent-accent"
              />
              <span className="min-w-0 wrap-anywhere">{row.name}</span>
            </label>
            <p className="m-0 mt-1 text-12 text-soft">
              {row.references.length === 0
                ? 'Nothing belongs to it'
                : row.references
                    .slice(0, 4)
                    .map((one) => countOf(one.count, one.noun, one.plural))
                    .join(', ')}
            </p>
            <p className="m-0 mt-1 text-12">
              <Link href={hrefOf(compared.record, row.id)} className="inline-flex min-h-6 items-center pointer-coarse:min-h-11">
                Open<span className="sr-only"> {row.name}</span>
              </Link>
            </p>
          </div>
        )
      })}
    </fieldset>
  )
}
