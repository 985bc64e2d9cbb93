/** How is a row written from a table? Shown at once, put back when refused, and always to be taken back. */
import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { type FieldConflict, Problem } from '#foundation/contract/problem.ts'
import type { RefusedRow, RowObject, ShownRow } from '#foundation/contract/shown-row.ts'
import { countOf } from '#foundation/ui/format-number.ts'
import type { CellEdit } from '#foundation/ui/grid/grid-column.ts'
import type { Theirs } from '#foundation/ui/merge-typed.ts'
import { conflictsIn, readProblem } from '#foundation/ui/read-problem.ts'
import { dismissToast, toast, toastProblem } from '#foundation/ui/Toasts.tsx'
import { useClient } from '#foundation/ui/useClient.tsx'
import { audit } from '#workspace/audit/contract.ts'
import { views } from '../contract.ts'
import { changeEverywhere, heardKey } from './useRows.ts'

type Set = Record<string, unknown>
type Edit = CellEdit<ShownRow>
/** A cell that somebody wrote and that is not saved: because somebody else changed it too, or because the server could not be reached. */
export interface Waiting {
  edit: Edit
  theirs: Theirs | null
  conflict: FieldConflict | null
  why: string
}

const isFor = ({ edit }: Waiting, rowId: string, column: string): boolean => edit.row.id === rowId && edit.column.id === column

/** The cells that were refused since somebody else changed them, with both values. */
const waitingFor = (refused: readonly RefusedRow[], edits: readonly Edit[]): Waiting[] =>
  refused.flatMap(({ id, why, conflicts = [] }) =>
    conflicts.flatMap((conflict) =>
      edits
        .filter(({ row, column }) => row.id === id && column.id === conflict.field)
        .map((edit) => ({
          edit,
          conflict,
          why,
          theirs: { value: conflict.theirs, text: conflict.theirsText, by: conflict.by, at: conflict.at },
        })),
    ),
  )
interface Done {
  /** One for each request that it took. */
  changeSetIds: string[]
  toastId: number | null
}

const sayRefused = (refused: readonly RefusedRow[], nameOf: (id: string) => string): string => {
  const [first] = refused
  if (!first) return ''
  const more = refused.length > 1 ? ` (and ${countOf(refused.length - 1, 'more row')})` : ''
  return `${nameOf(first.id)}: ${first.why}${more}`
}

export function useRowEdits(object: RowObject, refresh: () => void) {
  const api = useClient(views)
  const changes = useClient(audit)
  const cache = useQueryClient()
  const past = useRef<Done[]>([])
  const future = useRef<string[][]>([])
  const queue = useRef<Promise<void>>(Promise.resolve())
  const [waiting, setWaiting] = useState<readonly Waiting[]>([])

  /** Everything else on the page is asked again; the rows themselves stay where they stand. */
  const heard = () => cache.invalidateQueries({ predicate: (query) => query.queryKey[0] !== heardKey })

  const takeBack = async (done: Done) => {
    past.current = past.current.filter((one) => one !== done)
    if (done.toastId !== null) dismissToast(done.toastId)
    future.current.push(await undoAll(done.changeSetIds))
    refresh()
    await heard()
  }
  /** The last first. What stands in the way of one leaves those before it as they are, to be tried again. */
  const undoAll = async (ids: readonly string[]): Promise<string[]> => {
    const made: string[] = []
    for (const [at, id] of [...ids].reverse().entries()) {
      try {
        made.push((await changes.undo({ id })).changeSetId)
      } catch (error) {
        if (at > 0) past.current.push({ changeSetIds: ids.slice(0, ids.length - at), toastId: null })
        throw error
      }
    }
    return made
  }
  /** Keeps what was written, as one, for Ctrl-Z; `says` shows it with an undo of its own. */
  const remember = (changeSetIds: string[], says: string | null) => {
    if (changeSetIds.length === 0) {
      if (says !== null) toast(says)
      return
    }
    const done: Done = { changeSetIds, toastId: null }
    if (says !== null) done.toastId = toast(says, { undo: () => takeBack(done) })
    past.current.push(done)
    future.current = []
  }

  /** Writes cells, each from the value that it was seen with. What somebody else changed meanwhile is answered, not thrown. */
  const send = async (edits: readonly Edit[], says?: string): Promise<Waiting[]> => {
    const byRow = new Map<string, { row: ShownRow; set: Set; base: Set; titles: Record<string, string> }>()
    for (const { row, column, value, text } of edits) {
      const own = byRow.get(row.id) ?? { row, set: {}, base: {}, titles: {} }
      own.set[column.id] = value
      own.base[column.id] = row.values[column.id] ?? null
      if (column.control === 'reference') own.titles[column.id] = text
      byRow.set(row.id, own)
    }
    const backs = [...byRow].map(([id, { set, titles }]) =>
      changeEverywhere(id, (row) => ({ ...row, values: { ...row.values, ...set }, titles: { ...row.titles, ...titles } })),
    )
    const putBack = () => {
      for (const back of backs) back()
    }
    try {
      const answer = await api.changeMany({
        object: object.name,
        cells: [...byRow].map(([id, { set, base }]) => ({ id, set, base })),
      })
      const wrong = answer.refused.filter(({ conflicts }) => !conflicts)
      if (wrong.length > 0) {
        // All or none: what was written beside the refused rows is taken back at once.
        if (answer.changeSetId !== null) await changes.undo({ id: answer.changeSetId })
        throw new Problem(
          422,
          sayRefused(wrong, (id) => String(byRow.get(id)?.row.values[object.title] ?? 'A row')),
        )
      }
      for (const fresh of answer.rows)
        changeEverywhere(fresh.id, (row) => ({
          ...row,
          ...fresh,
          values: { ...row.values, ...fresh.values },
          titles: { ...row.titles, ...fresh.titles },
        }))
      const met = waitingFor(answer.refused, edits)
      const written = edits.length - edits.filter(({ row }) => answer.refused.some(({ id }) => id === row.id)).length
      if (written > 0)
        remember(
          answer.changeSetId === null ? [] : [answer.changeSetId],
          says ?? (written > 1 ? `${countOf(written, 'cell')} changed` : null),
        )
      // A row is refused whole; what nobody else touched in it is written all the same.
      const free = edits.filter(
        ({ row, column }) => answer.refused.some(({ id }) => id === row.id) && !met.some((one) => isFor(one, row.id, column.id)),
      )
      for (const { edit, theirs } of met)
        changeEverywhere(edit.row.id, (row) => ({
          ...row,
          values: { ...row.values, [edit.column.id]: theirs?.value },
          titles: { ...row.titles, ...(theirs?.text ? { [edit.column.id]: theirs.text } : {}) },
        }))
      return free.length > 0 ? [...met, ...(await send(free, says))] : met
    } catch (error) {
      putBack()
      throw error
    }
  }

  /**
   * Writes cells one after the other, so that each begins from what the one before left.
   * @param asForm a form shows both sides itself: it is told by a problem
   */
  const write = async (edits: readonly Edit[], says?: string, asForm = false): Promise<void> => {
    const run = async () => {
      forget(edits)
      try {
        const met = await send(edits, says)
        if (met.length === 0) return
        const conflicts = met.flatMap(({ conflict }) => (conflict ? [conflict] : []))
        if (asForm) throw new Problem(409, 'Somebody else changed the same.', [], undefined, conflicts)
        setWaiting((old) => [...old, ...met])
      } catch (error) {
        const { status } = error as { status?: number }
        if (!asForm && conflictsIn(error).length === 0) {
          // What could not be carried over is kept to be sent again; what is wrong stays to be corrected.
          const why = status === 503 || status === undefined ? 'The server did not answer.' : readProblem(error).detail
          setWaiting((old) => [...old, ...edits.map((edit) => ({ edit, theirs: null, conflict: null, why }))])
          return
        }
        throw error
      }
    }
    const turn = queue.current.then(run, run)
    queue.current = turn.catch(() => undefined)
    await turn
    await heard()
  }
  const forget = (edits: readonly Edit[]) =>
    setWaiting((old) => old.filter((one) => !edits.some(({ row, column }) => isFor(one, row.id, column.id))))

  const undo = () => {
    const last = past.current.at(-1)
    if (last) takeBack(last).catch(toastProblem)
    else toast('There is nothing more to take back here.')
  }
  const redo = () => {
    const ids = future.current.pop()
    if (ids === undefined) return
    undoAll(ids).then(async (changeSetIds) => {
      past.current.push({ changeSetIds, toastId: null })
      refresh()
      await heard()
    }, toastProblem)
  }
  return { write, undo, redo, remember, heard, sayRefused, waiting, forget }
}
