/** Where on a bar of 100 do an interval and its value stand? */

export interface Interval {
  value: number
  low: number
  high: number
  min: number
  max: number
}

/** Percentages of the bar's length, kept inside it; an interval is never drawn thinner than 2 %. */
export function placeInterval({ value, low, high, min, max }: Interval): { left: number; width: number; at: number } {
  const length = max - min
  const at = (x: number) => (length > 0 ? Math.max(0, Math.min(100, ((x - min) / length) * 100)) : 50)
  const left = Math.min(at(low), 98)
  return { left, width: Math.max(2, at(high) - left), at: at(value) }
}
