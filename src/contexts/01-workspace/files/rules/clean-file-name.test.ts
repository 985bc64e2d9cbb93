import { expect, it } from 'vitest'
import { cleanFileName, cleanMediaType } from './clean-file-name.ts'

it.each([
  ['offer.pdf', 'offer.pdf'],
  ['C:\\Users\\me\\offer.pdf', 'offer.pdf'],
  ['../../etc/passwd', 'passwd'],
  ['a\u0000b\u202efdp.exe', 'abfdp.exe'],
  ['///', 'file'],
  [`${'x'.repeat(300)}.pdf`, `${'x'.repeat(196)}.pdf`],
])('%j is called %j', (given, name) => expect(cleanFileName(given)).toBe(name))

it('takes a media type by its form alone', () => {
  expect(cleanMediaType('Image/PNG')).toBe('image/png')
  expect(cleanMediaType('text/html; charset=x\r\nset-cookie: y')).toBe('application/octet-stream')
  expect(cleanMediaType(undefined)).toBe('application/octet-stream')
})
