/** How does a value stand in a cell's editor, so that typing it again means the same? */
import { minorPerUnit } from '../format-number.ts'
import type { GridColumn } from './grid-column.ts'

const pad = (n: number) => String(n).padStart(2, '0')

export function asTyped(column: Pick<GridColumn<never>, 'control' | 'choices'>, value: unknown, currency: string): string {
  if (value === null || value === undefined) return ''
  if (Array.isArray(value)) return value.map((one) => column.choices?.find((c) => c.value === one)?.label ?? one).join(', ')
  if (typeof value === 'number') {
    if (column.control === 'money') return String(value / minorPerUnit(currency))
    return column.control === 'share' ? `${Math.round(value * 10_000) / 100}%` : String(value)
  }
  if (column.control === 'moment' && typeof value === 'string') {
    const at = new Date(value)
    return `${at.getFullYear()}-${pad(at.getMonth() + 1)}-${pad(at.getDate())} ${pad(at.getHours())}:${pad(at.getMinutes())}`
  }
  return String(value)
}
