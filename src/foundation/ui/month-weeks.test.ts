import { expect, it } from 'vitest'
import { addMonths, daysBetween, weeksOf } from './month-weeks.ts'

it('shows whole weeks from Monday, and every day of the month once', () => {
  for (let step = 0; step < 60; step++) {
    const month = addMonths('2024-01', step)
    const weeks = weeksOf(month)
    const days = weeks.flat()
    expect(weeks.every((week) => new Date(`${week[0]}T00:00:00Z`).getUTCDay() === 1)).toBe(true)
    expect(days.filter((day) => day.startsWith(month))).toHaveLength(daysBetween(`${month}-01`, `${addMonths(month, 1)}-01`))
    expect(new Set(days).size).toBe(days.length)
    expect(weeks.at(-1)?.some((day) => day.startsWith(month))).toBe(true)
  }
})
