/** Are the messages of a mail or thread in plain text told apart, with their own senders and dates? */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { coversText } from './message-part.ts'
import { looksLikeMail, readAddress, readAddresses, readMailText } from './read-mail-text.ts'

const THREAD = `From: Ann Lee <ann@buyer.example>
To: Bo Berg <bo@seller.example>
Date: Mon, 12 Jan 2026 13:22
Subject: lifts

Hello Bo,

we need two lifts.

Ann

=====
From: Bo Berg <bo@seller.example>
To: Ann Lee <ann@buyer.example>
Date: Wed, 14 Jan 2026 10:05
Subject: RE: lifts

I'll send an offer on Friday.

Bo

> we need two lifts.
`

test('a thread is split at its From lines, each with sender, day and subject', () => {
  const { messages, parts } = readMailText(THREAD)
  expect(messages.map(({ from, date, subject }) => [from?.email, date, subject])).toEqual([
    ['ann@buyer.example', '2026-01-12', 'lifts'],
    ['bo@seller.example', '2026-01-14', 'RE: lifts'],
  ])
  expect(coversText(parts, THREAD.length)).toBe(true)
  const written = parts.filter((part) => part.kind === 'written').map((part) => THREAD.slice(part.start, part.end).trim())
  expect(written.filter(Boolean)).toEqual(['Hello Bo,\n\nwe need two lifts.', "I'll send an offer on Friday."])
})

test('a forwarded From line is quoted, not a message', () => {
  const text = `${THREAD.split('=====')[0]}Begin forwarded message:\n\nFrom: Captain <c@port.example>\nDate: 1 June 2026\nTo: Ann\n\nI want cameras.\n`
  const { messages, parts } = readMailText(text)
  expect(messages).toHaveLength(1)
  const at = text.indexOf('I want cameras')
  expect(parts.find((part) => part.start <= at && part.end > at)?.kind).toBe('quoted')
})

test('From may stand among other headers, and automatic replies are known', () => {
  const raw =
    'Return-Path: <a@x.example>\nReceived: by mx\n\tid 1\nFrom: a@x.example (Ann)\nTo: b@y.example\nSubject: Automatic reply: lifts\nDate: Fri,  4 May 2001 14:05:44 -0400\n\nI will reply on Monday.\n'
  const { messages } = readMailText(raw)
  expect(messages).toHaveLength(1)
  expect(messages[0]).toMatchObject({ date: '2001-05-04', automatic: true, from: { name: 'a', email: 'a@x.example' } })
  expect(looksLikeMail(raw)).toBe(true)
  expect(looksLikeMail('Hello,\n\nFrom: here on we need two.')).toBe(false)
})

test('addresses', () => {
  expect(readAddress('"Lee, Ann" <ANN@x.example>')).toEqual({ name: 'Lee, Ann', email: 'ann@x.example' })
  expect(readAddresses('"Lee, Ann" <a@x.example>, b@x.example; Bo')).toEqual([
    { name: 'Lee, Ann', email: 'a@x.example' },
    { name: 'b', email: 'b@x.example' },
    { name: 'Bo' },
  ])
})

test('the parts of any text cover it', () => {
  const line = fc.oneof(
    fc.string(),
    fc.constantFrom('From: Ann', 'To: Bo', 'Date: 1 May 2026', '', '=====', '> x', 'On 1 May 2026, Bo wrote:', 'Best,', 'Ann'),
  )
  fc.assert(
    fc.property(fc.array(line), (lines) => {
      const text = lines.join('\n')
      expect(coversText(readMailText(text).parts, text.length)).toBe(true)
    }),
  )
})
