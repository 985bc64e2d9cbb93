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
  changeSetId: string
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
  const future = useRef<string[]>([])

  /** Everything else on the page is asked again; the rows themselves stay where they stand. */
  const heard = () => cache.invalidateQueries({ predicate: (query) => query.queryKey[0] !== heardKey })

  const takeBack = async (done: Done) => {
    past.current = past.current.filter((one) => one !== done)
    if (done.toastId !== null) dismissToast(done.toastId)
    const { changeSetId } = await changes.undo({ id: done.changeSetId })
    future.current.push(changeSetId)
    refresh()
    await heard()
  }
  /** Keeps what was written for Ctrl-Z; `says` shows it with an undo of its own. */
  const remember = (changeSetId: string | null, says: string | null) => {
    if (changeSetId === null) {
      if (says !== null) toast(says)
      return
    }
    const done: Done = { changeSetId, toastId: null }
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
      remember(answer.changeSetId, says ?? (edits.length > 1 ? `${countOf(edits.length, 'cell')} changed` : null))
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
    const id = future.current.pop()
    if (id === undefined) return
    changes.undo({ id }).then(async ({ changeSetId }) => {
      past.current.push({ changeSetId, toastId: null })
      refresh()
      await heard()
    }, toastProblem)
  }
  return { write, undo, redo, remember, heard, sayRefused }
}
