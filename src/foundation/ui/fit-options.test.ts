/** Does typing find what a person means? */
import { expect, it } from 'vitest'
import { fittingOptions } from './fit-options.ts'

const options = ['Große Mühle', 'Kleine Mühle', 'Mühlenbach AG', 'Casa Verde'].map((label) => ({
  value: label,
  label,
  detail: label === 'Casa Verde' ? 'Luis' : 'Dana',
}))
const found = (typed: string) => fittingOptions(options, typed).map((o) => o.label)

it('accents and case do not matter, and what begins with it comes first', () =>
  expect(found('muhle')).toEqual(['Mühlenbach AG', 'Große Mühle', 'Kleine Mühle']))
it('every word must occur, in the detail too', () => expect(found('dana klein')).toEqual(['Kleine Mühle']))
it('nothing typed shows all, up to a hundred', () => {
  expect(found(' ')).toHaveLength(4)
  expect(
    fittingOptions(
      Array.from({ length: 500 }, (_, i) => ({ value: `${i}`, label: `n${i}` })),
      'n',
    ),
  ).toHaveLength(100)
})
