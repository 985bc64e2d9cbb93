/** Are people called what they are called, however a mail header writes it? */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isGuessedName, nameFromEmail, namePerson } from './name-person.ts'

test.each([
  ['Doe, John', 'j@acme.example', 'John Doe'],
  ['Doe, John (Acme)', 'j@acme.example', 'John Doe'],
  ['Doe, John [Acme]', 'j@acme.example', 'John Doe'],
  ['LOPEZ, ANA', 'a@acme.example', 'Ana Lopez'],
  ["'John Doe'", 'j@acme.example', 'John Doe'],
  ['John Doe via DocuSign', 'x@docusign.example', 'John Doe'],
  ['John Doe (via Google Docs)', 'x@g.example', 'John Doe'],
  ['', 'john.doe@acme.example', 'John Doe'],
  ['john.doe@acme.example', 'john.doe@acme.example', 'John Doe'],
  ['', 'ana_maria.lopez-ruiz2+crm@acme.example', 'Ana Maria Lopez-Ruiz'],
  ['John Doe, PhD', 'j@acme.example', 'John Doe, PhD'],
  ['Jürgen Müller', null, 'Jürgen Müller'],
  ['IBM', null, 'IBM'],
  ['', null, 'Unknown'],
])('%j with %s is %s', (name, email, called) => {
  expect(namePerson(name, email)).toBe(called)
})

test('a name read from the address can be replaced by a better one', () => {
  expect(isGuessedName(nameFromEmail('ana.lopez@a.example'), 'ana.lopez@a.example')).toBe(true)
  expect(isGuessedName('Ana Lopez-Ruiz', 'ana.lopez@a.example')).toBe(false)
})

test('never empty, never longer than its column', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.option(fc.emailAddress()), (name, email) => {
      const called = namePerson(name, email)
      expect(called.length).toBeGreaterThan(0)
      expect(called.length).toBeLessThanOrEqual(200)
    }),
  )
})
