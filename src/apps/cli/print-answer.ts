/** How is an answer shown in a terminal? A list as a table of what fits, one thing as lines, or JSON as it is. */

const hidden = /^(id|workspaceId|createdAt|updatedAt|.*Id)$/

/** Renders an answer for people. */
export function printAnswer(answer: unknown, columns: number): string {
  const rows = Array.isArray(answer) ? answer : isPage(answer) ? answer.rows : null
  if (!rows) return typeof answer === 'object' && answer !== null ? lines(answer as Record<string, unknown>) : String(answer)
  if (!rows.length) return 'Nothing here yet.'
  const more = isPage(answer) && answer.next ? `\nMore: add --after ${answer.next}` : ''
  return table(rows.map(flat), columns) + more
}

/** A row of any object carries its values and the titles of what it refers to inside; here they stand beside its id. */
function flat(row: unknown): Record<string, unknown> {
  const { values, titles, ...rest } = row as Record<string, unknown>
  if (typeof values !== 'object' || typeof titles !== 'object') return row as Record<string, unknown>
  const named = Object.entries(titles ?? {}).map(([name, title]) => [name.replace(/Id$/, ''), title])
  return { id: rest.id, ...values, ...Object.fromEntries(named) }
}

const isPage = (answer: unknown): answer is { rows: unknown[]; next: string | null } =>
  typeof answer === 'object' && answer !== null && 'rows' in answer && Array.isArray(answer.rows)

const cell = (value: unknown): string =>
  (value === null || value === undefined ? '' : typeof value === 'object' ? JSON.stringify(value) : String(value)).replace(
    /\s+/g,
    ' ',
  )

function lines(row: Record<string, unknown>): string {
  const width = Math.max(...Object.keys(row).map((k) => k.length))
  return Object.entries(row)
    .map(([k, v]) => `${k.padEnd(width)}  ${cell(v)}`)
    .join('\n')
}

function table(rows: Record<string, unknown>[], columns: number): string {
  const names = ['id', ...Object.keys(rows[0] ?? {}).filter((k) => !hidden.test(k) && typeof rows[0]?.[k] !== 'object')]
  const widths = names.map((n) => Math.min(n === 'id' ? 36 : 40, Math.max(n.length, ...rows.map((r) => cell(r[n]).length))))
  let room = columns
  const shown = names.filter((_, i) => {
    room -= (widths[i] ?? 0) + 2
    return i === 0 || room >= 0
  })
  const line = (texts: string[]) =>
    texts
      .map((t, i) => (t.length > (widths[i] ?? 0) ? `${t.slice(0, (widths[i] ?? 1) - 1)}…` : t.padEnd(widths[i] ?? 0)))
      .join('  ')
      .trimEnd()
  return [line(shown), ...rows.map((r) => line(shown.map((n) => cell(r[n]))))].join('\n')
}
