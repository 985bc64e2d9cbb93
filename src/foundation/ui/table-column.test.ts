/** Do columns take the room a person expects, and do keys move where they should? */
import { describe, expect, it } from 'vitest'
import { neighbourCard } from './neighbour-card.ts'
import { placeInterval } from './place-interval.ts'
import { nextSort, templateOf } from './table-column.ts'

describe('templateOf', () => {
  const columns = [
    { id: 'name', width: 200, grow: true },
    { id: 'sum', width: 90, grow: false },
  ]
  it('the growing column takes what is left', () => expect(templateOf(columns, {}, true)).toBe('36px minmax(200px, 1fr) 90px'))
  it('until a person sets it; then the last one does', () =>
    expect(templateOf(columns, { name: 240 }, false)).toBe('240px minmax(90px, 1fr)'))
})

describe('neighbourCard', () => {
  const board = [
    { id: 'a', cards: ['1', '2', '3'] },
    { id: 'b', cards: [] },
    { id: 'c', cards: ['4'] },
  ]
  it.each([
    ['1', 'j', '2'],
    ['3', 'ArrowDown', null],
    ['3', 'ArrowRight', '4'],
    ['4', 'h', '1'],
    ['1', 'ArrowLeft', null],
  ])('from %s by %s', (from, key, to) => expect(neighbourCard(board, from, key)).toBe(to))
})

it('an interval stays inside its bar and is never too thin to see', () => {
  expect(placeInterval({ value: 0.5, low: 0.4, high: 0.7, min: 0, max: 1 })).toEqual({
    left: 40,
    width: expect.closeTo(30),
    at: 50,
  })
  expect(placeInterval({ value: 2, low: 1, high: 9, min: 0, max: 4 })).toEqual({ left: 25, width: 75, at: 50 })
  expect(placeInterval({ value: 1, low: 1, high: 1, min: 0, max: 1 }).width).toBe(2)
  expect(placeInterval({ value: 3, low: 3, high: 3, min: 3, max: 3 }).at).toBe(50)
})

it('a head gives the useful order first, then the other, then none', () => {
  const first = nextSort('n', true, null)
  const second = nextSort('n', true, first)
  expect([first, second, nextSort('n', true, second)]).toEqual([
    { column: 'n', descending: true },
    { column: 'n', descending: false },
    null,
  ])
  expect(nextSort('name', false, first)).toEqual({ column: 'name', descending: false })
})
