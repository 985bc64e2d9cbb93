import { expect, it } from 'vitest'
import type { Condition, Filter } from '#foundation/contract/filter.ts'
import { addTo, changeAt, joinAt, turnAt } from './change-filter.ts'

const a: Condition = { field: 'a', is: 'isEmpty' }
const b: Condition = { field: 'b', is: 'isEmpty' }
const c: Condition = { field: 'c', is: 'isEmpty' }

it('grows from nothing, one condition after the other', () => {
  const one = addTo(null, [], a)
  expect(one).toEqual({ all: [a] })
  expect(addTo(one, [], b)).toEqual({ all: [a, b] })
  expect(addTo(a, [], b)).toEqual({ all: [a, b] })
})

it('gives a condition an alternative without touching the others', () => {
  const both: Filter = { all: [a, b] }
  const joined = joinAt(both, [1], c, true)
  expect(joined).toEqual({ all: [a, { any: [b, c] }] })
  expect(joinAt(joined, [1], a, true)).toEqual({ all: [a, { any: [b, c, a] }] })
})

it('turns "and" into "or" where it stands', () => {
  expect(turnAt({ all: [a, { any: [b, c] }] }, [])).toEqual({ any: [a, { any: [b, c] }] })
  expect(turnAt({ all: [a, { any: [b, c] }] }, [1])).toEqual({ all: [a, { all: [b, c] }] })
})

it('leaves no empty group behind, and nothing at all in the end', () => {
  const nested: Filter = { all: [a, { any: [b, c] }] }
  const less = changeAt(nested, [1, 0], () => null)
  expect(less).toEqual({ all: [a, c] })
  expect(
    changeAt(
      changeAt(less, [0], () => null),
      [0],
      () => null,
    ),
  ).toBeNull()
})
