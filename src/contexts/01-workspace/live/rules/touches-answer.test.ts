/** Is an answer asked for again when it shows what changed, and left alone when not? */
import { describe, expect, it } from 'vitest'
import { touchesAnswer } from './touches-answer.ts'

const [a, b] = ['0198f2c4-7000-7000-8000-00000000000a', '0198f2c4-7000-7000-8000-00000000000b']
const changed = (object: string, ids: string[] = [], more = false) => [{ object, ids, more }]

describe('touchesAnswer', () => {
  it.each([
    ['the record itself', ['GET /accounts/:id', { id: a }], { id: a }, changed('accounts', [a]), true],
    ['another record', ['GET /accounts/:id', { id: b }], { id: b }, changed('accounts', [a]), false],
    ['a record, when many changed unnamed', ['GET /accounts/:id', { id: b }], { id: b }, changed('accounts', [], true), true],
    ['a list that a new row may belong to', ['GET /accounts', {}], { rows: [] }, changed('accounts', [a]), true],
    ['a list of something else', ['GET /needs', { accountId: b }], { rows: [] }, changed('tasks', [a]), false],
    ['a list that names the row', ['GET /people', {}], { rows: [{ id: b, accountId: a }] }, changed('accounts', [a]), true],
    ['an old id that leads on', ['GET /accounts/:id', { id: b }], { id: a }, changed('accounts', [a]), true],
    [
      'a count of the object',
      ['GET /objects/:object/count', { object: 'accounts' }],
      { count: 3 },
      changed('accounts', [a]),
      true,
    ],
    ['a count of another', ['GET /objects/:object/count', { object: 'people' }], { count: 3 }, changed('accounts', [a]), false],
    ['conversations, when a message came', ['GET /threads', {}], { rows: [] }, changed('messages', [a]), true],
    ['what stands below another', ['GET /accounts/:accountId/evidence', { accountId: b }], [], changed('evidence', [a]), true],
    ['the history of anything', ['GET /rows/:rowId/past', { rowId: b }], {}, changed('tasks', [a]), true],
    ['search', ['GET /search', { words: 'x' }], { rows: [{ id: a }] }, changed('accounts', [a]), false],
    ['a query of its own name that shows it', ['titles', 'people', [a]], {}, changed('accounts', [a]), true],
    ['a query of its own name that does not', ['rows heard'], 17, changed('accounts', [a]), false],
  ])('%s', (_name, key, answer, changes, touched) => {
    expect(touchesAnswer(key as unknown[], answer, changes as never)).toBe(touched)
  })
})
