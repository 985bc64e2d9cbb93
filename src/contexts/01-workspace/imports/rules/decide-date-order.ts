/** In which order are day, month and year written in this column? */

export type DateOrder = 'dmy' | 'mdy' | 'ymd'
/** `certain` is false when every date reads both ways, or the column contradicts itself; `because` says why in plain words. */
export type DecidedOrder = { order: DateOrder; certain: boolean; because: string }

const NUMERIC = /^\s*(?:[\p{L}]{2,}\.?,?\s+)?(\d{1,4})([./-])(\d{1,2})\2(\d{1,4})(?![\d])/u

/**
 * Decides for a whole column, because one cell such as 03/04/2024 cannot tell. A number above 12 tells the day; points are the German
 * way; a year in front is ISO. `fallback` is used for slashes and dashes that never tell (default: month first for slashes, as in the
 * exports of American systems).
 */
export function decideDateOrder(cells: readonly string[], fallback?: 'dmy' | 'mdy'): DecidedOrder {
  const votes = { dmy: 0, mdy: 0, ymd: 0 }
  let points = 0
  let slashes = 0
  for (const cell of cells) {
    const [, first = '', sign = '', second = '', third = ''] = NUMERIC.exec(cell) ?? []
    if (sign === '') continue
    if (first.length >= 3) votes.ymd++
    else if (third.length === 3) continue
    else if (Number(first) > 12 && Number(second) <= 12) votes.dmy++
    else if (Number(second) > 12 && Number(first) <= 12) votes.mdy++
    else if (sign === '.') points++
    else if (sign === '/') slashes++
  }
  const told = votes.dmy + votes.mdy
  if (votes.ymd > told + points + slashes) return { order: 'ymd', certain: true, because: 'The dates begin with the year.' }
  if (votes.dmy > 0 && votes.mdy > 0) {
    const order = votes.dmy >= votes.mdy ? 'dmy' : 'mdy'
    return { order, certain: false, because: 'The column holds dates in both orders; the more frequent one was taken.' }
  }
  if (votes.dmy > 0)
    return { order: 'dmy', certain: true, because: 'Some dates begin with a number above 12, so the day comes first.' }
  if (votes.mdy > 0)
    return { order: 'mdy', certain: true, because: 'Some dates have a number above 12 in the middle, so the month comes first.' }
  if (points > 0) return { order: 'dmy', certain: true, because: 'Dates with points begin with the day.' }
  if (votes.ymd > 0 && slashes === 0) return { order: 'ymd', certain: true, because: 'The dates begin with the year.' }
  return {
    order: fallback ?? (slashes > 0 ? 'mdy' : 'dmy'),
    certain: slashes === 0 && told === 0,
    because: slashes > 0 ? 'Every date reads both ways; the order is a guess.' : 'No date is written in figures only.',
  }
}

/**
 * Which sign separates decimals in a column of numbers: a sign that is followed by other than three figures, or comes last of two kinds, is
 * the decimal one. null when no cell tells; then three figures behind a single sign mean thousands.
 */
export function decideDecimal(cells: readonly string[]): ',' | '.' | null {
  let comma = 0
  let point = 0
  for (const cell of cells) {
    const digits = cell.replace(/[^\d.,]/g, '').replace(/^[.,]+|[.,]+$/g, '')
    const [lastComma, lastPoint] = [digits.lastIndexOf(','), digits.lastIndexOf('.')]
    if (lastComma === -1 && lastPoint === -1) continue
    const sign = lastComma > lastPoint ? ',' : '.'
    const both = lastComma !== -1 && lastPoint !== -1
    const repeats = digits.split(sign).length > 2
    const behind = digits.length - Math.max(lastComma, lastPoint) - 1
    const isDecimal = !repeats && (both || behind !== 3)
    const counted = isDecimal ? sign : repeats ? (sign === ',' ? '.' : ',') : null
    if (counted === ',') comma++
    if (counted === '.') point++
  }
  return comma === point ? null : comma > point ? ',' : '.'
}
