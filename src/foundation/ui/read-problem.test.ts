/** Does every failure say what, and what now? */
import { expect, it } from 'vitest'
import { readProblem } from './read-problem.ts'

it('reads a problem body, bare or carried by an error', () => {
  const body = {
    title: 'Some fields need another look',
    detail: 'Please correct: name.',
    status: 422,
    errors: [{ path: 'name', message: 'Too long.' }],
  }
  const carried = Object.assign(new Error('Please correct: name.'), { body })
  for (const thrown of [body, carried]) {
    expect(readProblem(thrown)).toEqual({ title: body.title, detail: body.detail, status: 422, fields: { name: 'Too long.' } })
  }
})
it('reads an error that carries field problems itself', () => {
  const problem = Object.assign(new Error('Please correct: name.'), {
    status: 422,
    errors: [{ path: 'name', message: 'Too long.' }],
  })
  expect(readProblem(problem)).toMatchObject({ detail: 'Please correct: name.', fields: { name: 'Too long.' } })
})
it('says when the server cannot be reached', () =>
  expect(readProblem(new TypeError('Failed to fetch')).title).toBe('The server did not answer'))
it.each([[null], [undefined], [42], ['x'], [{}], [{ errors: 'no' }]])('never fails on %s', (thrown) =>
  expect(readProblem(thrown).title).not.toBe(''),
)
