/** What do others change in the rows that are shown? Rows follow in their place; new ones are counted and come when they are asked for. */
import { useEffect, useRef, useState } from 'react'
import type { RowObject, ShownRow } from '#foundation/contract/shown-row.ts'
import type { CellMarks } from '#foundation/ui/grid/grid-props.ts'
import { type Heard, useHeardChanges } from '#foundation/ui/heard-changes.ts'
import { useClient } from '#foundation/ui/useClient.tsx'
import { views } from '../contract.ts'
import { changeEverywhere, type Rows, type RowsAsked } from './useRows.ts'

/** Long enough to be found after a glance elsewhere. */
const markedMs = 4_000
const mostAtOnce = 100
/** When many rows changed unnamed, those around the ones that are looked at are asked again. */
const mostLooked = 300

interface News {
  fresh: ReadonlySet<string>
  gone: ReadonlySet<string>
  /** More changed than was named: others may have come or gone too. */
  isMore: boolean
}
const noNews: News = { fresh: new Set(), gone: new Set(), isMore: false }
const noMarks: CellMarks = new Map()

/** The fields in which two states of a row differ. */
const differing = (was: ShownRow, is: ShownRow): string[] =>
  Object.keys(is.values).filter(
    (name) => JSON.stringify(was.values[name]) !== JSON.stringify(is.values[name]) || was.titles[name] !== is.titles[name],
  )

export function useLiveRows(object: RowObject, asked: RowsAsked, windows: readonly (Rows | null)[], refresh: () => void) {
  const api = useClient(views)
  const [marks, setMarks] = useState(noMarks)
  const [news, setNews] = useState(noNews)
  const question = JSON.stringify(asked)
  const latest = useRef({ asked, windows, question })
  latest.current = { asked, windows, question }
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])
  // biome-ignore lint/correctness/useExhaustiveDependencies: another question has other news
  useEffect(() => setNews(noNews), [question])

  const held = (): ShownRow[] => latest.current.windows.flatMap((window) => [...(window?.held() ?? [])])

  const follow = async ({ changes, all, isReplay }: Heard) => {
    if (all) return
    const { asked, question } = latest.current
    const own = changes.filter((change) => change.object === object.name)
    const touched = new Set(changes.flatMap(({ ids }) => ids))
    const rows = held()
    const isMore = own.some(({ more }) => more)
    // A row shows the titles of what it refers to: it follows them too.
    const wanted = new Set([
      ...rows.filter((row) => touched.has(row.id) || refersTo(row, touched)).map(({ id }) => id),
      ...(isMore ? rows.slice(0, mostLooked).map(({ id }) => id) : []),
      ...own.flatMap(({ ids }) => ids),
    ])
    if (wanted.size === 0 && !isMore) return
    const found = await askFor([...wanted], asked)
    if (latest.current.question !== question) return
    const before = new Map(held().map((row) => [row.id, row]))
    const marked = new Map<string, { by: string; columns: ReadonlySet<string> }>()
    for (const row of found) {
      const was = before.get(row.id)
      if (!was || was.updatedAt > row.updatedAt) continue
      const columns = differing(was, row)
      if (columns.length === 0) continue
      changeEverywhere(row.id, (old) => ({
        ...old,
        updatedAt: row.updatedAt,
        values: { ...old.values, ...row.values },
        titles: { ...withoutTitles(old, columns), ...row.titles },
      }))
      const by = own.find(({ ids }) => ids.includes(row.id))?.by || 'somebody else'
      marked.set(row.id, { by, columns: new Set(columns) })
    }
    if (marked.size > 0) {
      setMarks((old) => new Map([...old, ...marked]))
      clearTimeout(timer.current)
      timer.current = setTimeout(() => setMarks(noMarks), markedMs)
    }
    const there = new Set(found.map(({ id }) => id))
    setNews((old) => {
      const fresh = new Set([...old.fresh, ...there].filter((id) => !before.has(id)))
      for (const id of wanted) if (!there.has(id)) fresh.delete(id)
      const gone = new Set([...old.gone, ...[...wanted].filter((id) => before.has(id))].filter((id) => !there.has(id)))
      return { fresh, gone, isMore: old.isMore || (!isReplay && own.some(({ many }) => many)) }
    })
  }

  async function askFor(ids: readonly string[], asked: RowsAsked): Promise<ShownRow[]> {
    const found: ShownRow[] = []
    for (let at = 0; at < ids.length; at += mostAtOnce) {
      const page = await api.rows({ ...asked, ids: ids.slice(at, at + mostAtOnce), limit: mostAtOnce } as Parameters<
        typeof api.rows
      >[0])
      found.push(...page.rows)
    }
    return found
  }
  // What cannot be asked now is asked again when the line is back.
  useHeardChanges((heard) => void follow(heard).catch(() => undefined))

  const shown = new Set(held().map(({ id }) => id))
  return {
    marks,
    gone: news.gone,
    /** New ones that are not shown yet. */
    freshCount: [...news.fresh].filter((id) => !shown.has(id)).length,
    goneCount: [...news.gone].filter((id) => shown.has(id)).length,
    isMore: news.isMore,
    show: () => {
      setNews(noNews)
      refresh()
    },
  }
}

const refersTo = (row: ShownRow, ids: ReadonlySet<string>): boolean =>
  Object.keys(row.titles).some((name) => ids.has(String(row.values[name])))

const withoutTitles = (row: ShownRow, names: readonly string[]): ShownRow['titles'] =>
  Object.fromEntries(Object.entries(row.titles).filter(([name]) => !names.includes(name)))
