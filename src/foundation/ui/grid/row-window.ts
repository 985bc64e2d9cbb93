/** Which rows of a long list are here? Keyset pages fetched as one scrolls, let go of when far away, asked again when wanted. */

export interface RowPage<Row> {
  rows: readonly Row[]
  next: string | null
}

export interface WindowState {
  /** Grows with every change: a reader draws again when it differs. */
  version: number
  /** Rows known so far, held or let go of. */
  count: number
  /** No row follows. */
  ended: boolean
  /** The first page has come. */
  ready: boolean
  error: unknown
}

export interface RowWindow<Row> {
  subscribe: (tell: () => void) => () => void
  state: () => WindowState
  /** Undefined while it is on its way. */
  at: (index: number) => Row | undefined
  /** Says what is looked at; pages that lack are fetched, and the next before the end is reached. */
  look: (first: number, last: number) => void
  /** Shows a changed row before the server answers; answers how to put it back. */
  change: (id: string, to: (row: Row) => Row) => () => void
  /** Asks what is looked at again, keeping it on the screen until the answer is here. */
  refresh: () => void
  /** The rows that are held, by their id. */
  find: (id: string) => Row | undefined
  /** All rows that are held, those that are looked at first. */
  held: () => readonly Row[]
}

interface Page<Row> {
  after: string | null
  rows: readonly Row[] | null
  length: number
  firstId: string | undefined
  lastId: string | undefined
  stale: boolean
}

interface WindowOptions<Row> {
  /** `wider` asks for some more than a page: a stretch asked again may have grown. */
  fetch: (after: string | null, wider: boolean) => Promise<RowPage<Row>>
  idOf: (row: Row) => string
  /** Pages held at once: the memory of a list has a bound whatever its length. */
  hold?: number
  /** Rows before the end at which the next page is asked. */
  ahead?: number
}

export function openRowWindow<Row>({ fetch, idOf, hold = 24, ahead = 120 }: WindowOptions<Row>): RowWindow<Row> {
  const pages: Page<Row>[] = []
  const watchers = new Set<() => void>()
  const asking = new Set<number>()
  let next: string | null = null
  let seen = { first: 0, last: 0 }
  let state: WindowState = { version: 0, count: 0, ended: false, ready: false, error: null }
  let starts: number[] = []

  const changed = (patch: Partial<WindowState> = {}) => {
    starts = []
    let count = 0
    for (const page of pages) {
      starts.push(count)
      count += page.length
    }
    state = { ...state, ...patch, count, version: state.version + 1 }
    for (const tell of watchers) tell()
  }
  const pageAt = (index: number): number => {
    let [low, high] = [0, pages.length - 1]
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((starts[middle] ?? 0) <= index) low = middle
      else high = middle - 1
    }
    return low
  }
  const letGo = () => {
    const held = pages.map((page, i) => ({ page, i })).filter(({ page }) => page.rows !== null)
    if (held.length <= hold) return
    const middle = pageAt((seen.first + seen.last) >> 1)
    held.sort((a, b) => Math.abs(b.i - middle) - Math.abs(a.i - middle))
    for (const { page } of held.slice(0, held.length - hold)) page.rows = null
  }
  /** A page asked again keeps to its own stretch: it ends where the next begins. Null: both ends of it have gone. */
  const cut = (rows: readonly Row[], i: number): readonly Row[] | null => {
    const at = (id: string | undefined) => (id === undefined ? -1 : rows.findIndex((row) => idOf(row) === id))
    const beginning = at(pages[i + 1]?.firstId)
    if (beginning >= 0) return rows.slice(0, beginning)
    const last = at(pages[i]?.lastId)
    return last >= 0 ? rows.slice(0, last + 1) : null
  }
  const ask = async (i: number) => {
    if (asking.has(i)) return
    asking.add(i)
    const page = pages[i]
    const after = page ? page.after : next
    try {
      const answer = await fetch(after, page !== undefined)
      asking.delete(i)
      // What was asked before the list was cut short is asked again.
      if (pages[i] !== page || i > pages.length) return want()
      const own = page !== undefined && i < pages.length - 1 ? cut(answer.rows, i) : null
      if (own === null) {
        pages.length = i
        next = answer.next
      }
      const rows = own ?? answer.rows
      const last = rows[rows.length - 1]
      pages[i] = { after, rows, length: rows.length, firstId: rows[0] && idOf(rows[0]), lastId: last && idOf(last), stale: false }
      letGo()
      changed({ ready: true, error: null, ended: own === null ? answer.next === null : state.ended })
      want()
    } catch (error) {
      asking.delete(i)
      if (pages[i]) pages[i].stale = false
      changed({ error })
    }
  }
  const want = () => {
    const [from, to] = [pageAt(seen.first), pageAt(seen.last)]
    for (let i = from; i <= to; i++) {
      const page = pages[i]
      if (page && (page.rows === null || page.stale)) void ask(i)
    }
    const lacks = pages.length === 0 || (!state.ended && seen.last >= state.count - ahead)
    if (lacks && state.error === null) void ask(pages.length)
  }
  return {
    subscribe: (tell) => {
      watchers.add(tell)
      return () => watchers.delete(tell)
    },
    state: () => state,
    at: (index) => {
      if (index < 0 || index >= state.count) return undefined
      const i = pageAt(index)
      return pages[i]?.rows?.[index - (starts[i] ?? 0)]
    },
    look: (first, last) => {
      seen = { first, last }
      want()
    },
    change: (id, to) => {
      for (const page of pages) {
        const old = page.rows?.find((row) => idOf(row) === id)
        if (!page.rows || old === undefined) continue
        page.rows = page.rows.map((row) => (row === old ? to(old) : row))
        changed()
        return () => {
          page.rows = page.rows?.map((row) => (idOf(row) === id ? old : row)) ?? null
          changed()
        }
      }
      return () => {}
    },
    refresh: () => {
      for (const page of pages) page.stale = page.rows !== null
      state = { ...state, error: null }
      want()
    },
    held: () => {
      const middle = pageAt((seen.first + seen.last) >> 1)
      return pages
        .map((page, i) => ({ page, away: Math.abs(i - middle) }))
        .sort((x, y) => x.away - y.away)
        .flatMap(({ page }) => page.rows ?? [])
    },
    find: (id) => {
      for (const page of pages) {
        const row = page.rows?.find((one) => idOf(one) === id)
        if (row !== undefined) return row
      }
      return undefined
    },
  }
}
