/** How is a row written from a table? Shown at once, put back when refused, and always to be taken back. */
import { useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import { Problem } from '#foundation/contract/problem.ts'
import type { RefusedRow, RowObject, ShownRow } from '#foundation/contract/shown-row.ts'
import { countOf } from '#foundation/ui/format-number.ts'
import type { CellEdit } from '#foundation/ui/grid/grid-column.ts'
import { dismissToast, toast, toastProblem } from '#foundation/ui/Toasts.tsx'
import { useClient } from '#foundation/ui/useClient.tsx'
import { audit } from '#workspace/audit/contract.ts'
import { views } from '../contract.ts'
import { changeEverywhere, heardKey } from './useRows.ts'

type Set = Record<string, unknown>
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

  const write = async (edits: readonly CellEdit<ShownRow>[], says?: string) => {
    const byRow = new Map<string, { row: ShownRow; set: Set; titles: Record<string, string> }>()
    for (const { row, column, value, text } of edits) {
      const own = byRow.get(row.id) ?? { row, set: {}, titles: {} }
      own.set[column.id] = value
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
        cells: [...byRow].map(([id, { row, set }]) => ({ id, set, seenAt: row.updatedAt })),
      })
      if (answer.refused.length > 0) {
        // All or none: what was written beside the refused rows is taken back at once.
        if (answer.changeSetId !== null) await changes.undo({ id: answer.changeSetId })
        throw new Problem(
          422,
          sayRefused(answer.refused, (id) => String(byRow.get(id)?.row.values[object.title] ?? 'A row')),
        )
      }
      for (const fresh of answer.rows)
        changeEverywhere(fresh.id, (row) => ({
          ...row,
          ...fresh,
          values: { ...row.values, ...fresh.values },
          titles: { ...row.titles, ...fresh.titles },
        }))
      remember(
        answer.changeSetId === null ? [] : [answer.changeSetId],
        says ?? (edits.length > 1 ? `${countOf(edits.length, 'cell')} changed` : null),
      )
    } catch (error) {
      putBack()
      throw error
    }
    await heard()
  }

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
  return { write, undo, redo, remember, heard, sayRefused }
}
