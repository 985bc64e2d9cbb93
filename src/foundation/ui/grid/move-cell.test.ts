import { expect, it } from 'vitest'
import { afterEdit, moveCell, rangeOf } from './move-cell.ts'

const size = { lines: 100, columns: 4, page: 20 }
const press = (key: string, from = { line: 5, column: 1 }, ctrlKey = false) =>
  moveCell(from, { key, ctrlKey, metaKey: false }, size)

it('moves as a spreadsheet does', () => {
  expect(press('ArrowDown')).toEqual({ line: 6, column: 1 })
  expect(press('ArrowLeft', { line: 5, column: 0 })).toEqual({ line: 5, column: -1 })
  expect(press('Home')).toEqual({ line: 5, column: 0 })
  expect(press('End')).toEqual({ line: 5, column: 3 })
  expect(press('Home', undefined, true)).toEqual({ line: 0, column: 0 })
  expect(press('End', undefined, true)).toEqual({ line: 99, column: 3 })
  expect(press('PageDown', { line: 90, column: 1 })).toEqual({ line: 99, column: 1 })
  expect(press('ArrowUp', { line: 0, column: 2 })).toEqual({ line: 0, column: 2 })
  expect(press('q')).toBeNull()
})

it('moves whole rows from the edge, as a list does', () => {
  expect(press('End', { line: 5, column: -1 })).toEqual({ line: 99, column: -1 })
  expect(press('Home', { line: 5, column: -1 })).toEqual({ line: 0, column: -1 })
})

it('goes on where an edit ended', () => {
  expect(afterEdit({ line: 5, column: 3 }, 'Tab', false, size)).toEqual({ line: 6, column: 0 })
  expect(afterEdit({ line: 0, column: 0 }, 'Tab', true, size)).toBeNull()
  expect(afterEdit({ line: 5, column: 3 }, 'Enter', false, size)).toEqual({ line: 6, column: 3 })
})

it('spans a block in either direction', () => {
  expect(rangeOf({ line: 9, column: 0 }, { line: 2, column: 3 })).toEqual({ top: 2, bottom: 9, left: 0, right: 3 })
})
