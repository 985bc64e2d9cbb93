import { describe, expect, it } from 'vitest'
import { isInternal, readMessage, type StoredMessage } from './read-message.ts'

const nora = { name: 'Nora Lind', email: 'nora@harbor.example', side: 'customer' as const, title: 'Buyer' }
const olga = { name: 'Olga Owner', email: 'olga@vendor.example', side: 'vendor' as const, title: null }
const mail: StoredMessage = {
  id: 'm',
  source: 'mail',
  text: 'We need it.\n> before',
  sentAt: '2026-03-02T09:00:00Z',
  fromName: 'Nora Lind',
  fromEmail: 'nora@harbor.example',
  side: 'customer',
  automatic: false,
  parts: [
    { kind: 'written', start: 0, end: 12 },
    { kind: 'quoted', start: 12, end: 20 },
  ],
  recipients: [{ name: 'Olga Owner', email: 'olga@vendor.example', personId: 'p' }],
}

describe('a stored message', () => {
  it('is one utterance of its sender, with its parts as stored and everybody on it', () => {
    const input = readMessage(mail, [nora, olga], '2026-03-02')
    expect(input.utterances).toEqual([{ start: 0, end: 20, who: 'Nora Lind', side: 'customer', date: '2026-03-02' }])
    expect(input.parts.map((part) => part.kind)).toEqual(['written', 'quoted'])
    expect(input.participants.map((one) => [one.name, one.side, one.title])).toEqual([
      ['Nora Lind', 'customer', 'Buyer'],
      ['Olga Owner', 'vendor', undefined],
    ])
  })

  it('of a call has an utterance for every turn, on the side of whoever speaks', () => {
    const parts = [
      { kind: 'header' as const, start: 0, end: 2 },
      { kind: 'written' as const, start: 2, end: 9, speaker: 'N', side: 'customer' as const },
      { kind: 'written' as const, start: 9, end: 20, speaker: 'O', side: 'vendor' as const },
    ]
    const input = readMessage(
      { ...mail, source: 'call', parts, recipients: [{ name: 'O', email: null, personId: null }] },
      [],
      '2026-03-02',
    )
    expect(input.utterances.map((one) => [one.start, one.who, one.side])).toEqual([
      [2, 'N', 'customer'],
      [9, 'O', 'vendor'],
    ])
    expect(input.participants).toEqual([{ name: 'O', side: 'vendor' }])
  })

  it('from an address behind which nobody sits is read as automatic', () => {
    const [utterance] = readMessage({ ...mail, fromEmail: 'no-reply@shop.example' }, [], '2026-03-02').utterances
    expect(utterance?.automatic).toBe(true)
  })

  it('among colleagues is not read; one that goes to somebody unknown is', () => {
    const inside = { ...mail, side: 'vendor' as const, fromName: 'Olga Owner' }
    expect(readMessage(inside, [olga], '2026-03-02').utterances).toEqual([])
    expect(isInternal(inside, [olga, nora])).toBe(false)
    expect(isInternal({ ...inside, recipients: [{ name: '?', email: 'who@x.example', personId: null }] }, [olga])).toBe(false)
  })
})
