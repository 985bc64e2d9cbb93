/** Does a form send what changed, and put each message where it belongs? */
import { expect, it } from 'vitest'
import { changedValues, type FormField, missingFields, sortProblems } from './form-values.ts'

const fields: FormField[] = [
  { name: 'name', label: 'Name', control: 'text', required: true },
  { name: 'amount', label: 'Amount', control: 'money', required: false },
  { name: 'tags', label: 'Tags', control: 'tags', required: true },
  { name: 'isPublic', label: 'Public', control: 'yesNo', required: true },
]

it('a stored record sends only what changed, and null for what was emptied', () => {
  const before = { id: '1', name: 'Aalen', amount: 500, tags: ['a'], isPublic: true }
  expect(changedValues(fields, before, { ...before, name: ' Aalen West ', amount: null })).toEqual({
    name: 'Aalen West',
    amount: null,
  })
  expect(changedValues(fields, before, before)).toEqual({})
})
it('a new record sends what was filled in, a no included', () => {
  expect(changedValues(fields, {}, { name: 'Aalen', amount: null, tags: [], isPublic: false })).toEqual({
    name: 'Aalen',
    isPublic: false,
  })
})
it('zero and no are answers, blanks are not', () => {
  expect(missingFields(fields, { name: '  ', isPublic: false })).toEqual({ name: 'Name is missing.' })
  expect(missingFields([{ name: 'seats', label: 'Seats', control: 'number', required: true }], { seats: 0 })).toEqual({})
})
it('a nested path belongs to its field, an unknown one is said apart', () => {
  expect(sortProblems(fields, { 'tags.0': 'Too long.', workspace: 'Is full.' })).toEqual({
    onFields: { tags: 'Too long.' },
    loose: ['workspace: Is full.'],
  })
})
