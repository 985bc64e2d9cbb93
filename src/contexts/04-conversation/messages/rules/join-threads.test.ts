import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { answers, type Joining, joinThreads, subjectKeyOf } from './join-threads.ts'

const none = { byKey: new Map<string, string>(), sameSubject: [] }
const mail = (sourceKey: string, given: Partial<Joining> = {}): Joining => ({
  ...{
    sourceKey,
    source: 'mail',
    inReplyTo: null,
    references: [],
    subject: 'Offer',
    sentAt: '2026-03-01T09:00:00.000Z',
    emails: ['a@x'],
  },
  ...given,
})

describe('the subject of a conversation', () => {
  it.each([
    ['Re: Offer', 'offer'],
    ['AW: WG: Fwd:  Offer', 'offer'],
    ['RE[2]: offer', 'offer'],
    ['[EXTERNAL] Re: Offer', 'offer'],
    ['Sv: VS: Offer', 'offer'],
    ['Reorder: boxes', 'reorder: boxes'],
    ['Re:', ''],
  ])('%s is told by %j', (subject, key) => expect(subjectKeyOf(subject)).toBe(key))
  it('says whether it answers', () =>
    expect([answers('Re: x'), answers('Regarding x'), answers('antw: x')]).toEqual([true, false, true]))
})

describe('conversations', () => {
  it('are told by references, whatever the subject and the order of arrival', () => {
    const joined = joinThreads(
      [mail('c', { references: ['a', 'b'], subject: 'X' }), mail('b', { inReplyTo: 'a', subject: 'Y' }), mail('a')],
      none,
    )
    expect(new Set(joined).size).toBe(1)
  })
  it('of two answers to a message that never came are one', () => {
    expect(new Set(joinThreads([mail('b', { inReplyTo: 'a' }), mail('c', { inReplyTo: 'a', subject: 'Z' })], none)).size).toBe(1)
  })
  it('are not made of equal subjects alone', () => {
    expect(new Set(joinThreads([mail('a', { subject: 'Invoice' }), mail('b', { subject: 'Invoice' })], none)).size).toBe(2)
    expect(new Set(joinThreads([mail('a', { subject: '' }), mail('b', { subject: '' })], none)).size).toBe(2)
  })
  it('are the same for every order of one batch', () => {
    const batch = [
      mail('a'),
      mail('b', { inReplyTo: 'a', sentAt: '2026-03-02T09:00:00.000Z' }),
      mail('d', { subject: 'D', emails: ['q@y'] }),
    ]
    const shape = (order: number[]) => {
      const joined = joinThreads(
        order.map((at) => batch[at] ?? mail('?')),
        none,
      )
      const of = (at: number) => joined[order.indexOf(at)]
      return [of(0) === of(1), of(0) === of(2)]
    }
    fc.assert(
      fc.property(fc.shuffledSubarray([0, 1, 2], { minLength: 3 }), (order) => {
        expect(shape(order)).toEqual([true, false])
      }),
    )
  })
})
