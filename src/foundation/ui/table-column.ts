/** How wide do the columns of a table stand, and what does a press on a head ask for? */
export interface Sort {
  column: string
  descending: boolean
}

/** What a press on a head asks for: first the useful way (largest number, first letter), then the other, then none. */
export function nextSort(column: string, isNumber: boolean, now: Sort | null): Sort | null {
  if (now?.column !== column) return { column, descending: isNumber }
  return now.descending === isNumber ? { column, descending: !isNumber } : null
}

/** The widths of a row as a grid template; the growing column shares what is left unless a person has set it. */
export function templateOf(
  columns: readonly { id: string; width: number; grow: boolean }[],
  resized: Readonly<Record<string, number>>,
  selectable: boolean,
): string {
  const growing = columns.find((c) => c.grow && resized[c.id] === undefined) ?? columns[columns.length - 1]
  const tracks = columns.map((c) => {
    const width = `${resized[c.id] ?? c.width}px`
    return c === growing ? `minmax(${width}, 1fr)` : width
  })
  return [...(selectable ? ['36px'] : []), ...tracks].join(' ')
}
