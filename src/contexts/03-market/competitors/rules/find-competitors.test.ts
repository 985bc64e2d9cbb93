/** Are rivals, incumbents and home-made means found by their names, and nothing else? */
import { expect, test } from 'vitest'
import { readClauses } from '#foundation/language/read-clauses.ts'
import { findCompetitors } from './find-competitors.ts'

const PEOPLE = [
  { name: 'Ann Lee', email: 'ann@buyer.example', title: 'Buyer Foods' },
  { name: 'Bo Berg', email: 'bo@vexio.example' },
]
const find = (text: string) =>
  findCompetitors(
    text,
    readClauses(
      text,
      [{ start: 0, end: text.length, who: 'Ann Lee', side: 'customer', date: '2026-03-02' }],
      [{ kind: 'written', start: 0, end: text.length }],
    ),
    PEOPLE,
  )

test.each<[text: string, name: string, polarity: string]>([
  ['We are also talking to Nordlift.', 'Nordlift', 'neutral'],
  ['Brenner Hygiene offered us the same for 18 a month.', 'Brenner Hygiene', 'better'],
  ['At the moment we use a whiteboard in the hall.', 'whiteboard', 'using-now'],
  ['Right now we do everything in Excel.', 'Excel', 'using-now'],
  ['Pellman has a cheaper model.', 'Pellman', 'better'],
  ['We switched from Tarvo last year because it kept crashing.', 'Tarvo', 'worse'],
  ['Your rival Kesto was here yesterday.', 'Kesto', 'neutral'],
  ['Our own mechanics do the servicing.', 'own mechanics', 'using-now'],
])('%s', (text, name, polarity) => {
  const [found] = find(text)
  expect(found?.name).toContain(name)
  expect(found?.polarity).toBe(polarity)
})

test.each([
  'It must connect to Datarek and to our archive Akteno.',
  'We looked at Vexio again, your Vexio, and liked it.',
  'Ann and I talked to Bo on Monday in Berlin.',
  'We used several systems over the years.',
])('no alternative: %s', (text) => {
  expect(find(text)).toEqual([])
})
