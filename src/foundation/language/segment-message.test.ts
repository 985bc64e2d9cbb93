/** Does the segmenter tell what the writer wrote from what came with it, across mail programs? */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { coversText } from './message-part.ts'
import { segmentMessage } from './segment-message.ts'

const written = (text: string, writer?: string) =>
  segmentMessage(text, writer ? { writer } : {})
    .filter((part) => part.kind === 'written')
    .map((part) => text.slice(part.start, part.end).trim())
    .filter(Boolean)
    .join('|')

const cases: [name: string, text: string, expected: string, writer?: string][] = [
  ['plain', 'We need two lifts.\nBy May.', 'We need two lifts.\nBy May.'],
  ['gmail', 'Yes please.\n\nOn Tue, Mar 3, 2026 at 9:14 AM Ann Lee <ann@x.example> wrote:\n\n> Shall we?\n> Ann', 'Yes please.'],
  [
    'gmail, attribution wrapped',
    'Yes please.\n\nOn Tue, Mar 3, 2026 at 9:14 AM Ann Lee\n<ann@x.example> wrote:\n> Shall we?\n',
    'Yes please.',
  ],
  ['apple mail', 'Fine.\n\nAnn\n\n> On 3 Mar 2026, at 09:14, Bo <b@x.example> wrote:\n> \n> ok?', 'Fine.', 'Ann Lee'],
  ['no marks below the attribution', 'Fine.\n\nOn 3 Mar 2026 Bo wrote:\n\nWe must have it.\nBo', 'Fine.'],
  ['answers between quotes', 'On 3 Mar 2026, Bo wrote:\n> When?\nIn May.\n> How many?\nWe need six.\n', 'In May.|We need six.'],
  ['outlook', 'Agreed.\n\n-----Original Message-----\nFrom: Bo\nSent: Monday\nTo: Ann\n\nWe want more.', 'Agreed.'],
  [
    'outlook block',
    'Agreed.\n\nFrom: Bo <b@x.example>\nSent: Monday, 2 March 2026\nTo: Ann\nSubject: x\n\nWe want more.',
    'Agreed.',
  ],
  ['outlook ruler', 'Agreed.\n________________________________\nFrom: Bo\nSent: Monday\n\nWe want more.', 'Agreed.'],
  ['german', 'Passt.\n\nVon: Bo\nGesendet: Montag, 2. März 2026 09:40\nAn: Ann\nBetreff: x\n\nWir brauchen mehr.', 'Passt.'],
  ['german attribution', 'Passt.\n\nAm 02.03.2026 um 09:40 schrieb Bo Berg <b@x.example>:\n> Wir brauchen mehr.', 'Passt.'],
  ['french', 'Oui.\n\nLe mar. 3 mars 2026 à 09:14, Bo <b@x.example> a écrit :\n> Et donc ?', 'Oui.'],
  ['forward', 'See below.\n\n---------- Forwarded message ---------\nFrom: Bo\n\nI want cameras.', 'See below.'],
  ['forward, apple', 'See below.\n\nBegin forwarded message:\n\nFrom: Bo\nDate: x\n\nI want cameras.', 'See below.'],
  ['farewell and name', 'We need two.\n\nKind regards,\nAnn Lee\nHead of Ops, Lee Ltd\n+44 20 7946 0958', 'We need two.'],
  [
    'tagline below the name',
    'See you.\n\nMet vriendelijke groet,\nIlse\n\nLee | Everything we need is water and hops.',
    'See you.',
    'Ilse V',
  ],
  ['bare initial', 'we need two\n\nN', 'we need two', 'Niamh Castellan'],
  ['dashes', 'We need two.\n-- \nAnn\nwe want to be your partner', 'We need two.'],
  ['postscript', 'We need two.\n\nBest,\nAnn\n\nPS: it must be blue.', 'We need two.|PS: it must be blue.', 'Ann Lee'],
  [
    'thanks is not the end',
    'Thanks.\nWe need two lifts by May, please send an offer.',
    'Thanks.\nWe need two lifts by May, please send an offer.',
  ],
  ['device', 'ok, will do\n\nSent from my iPhone', 'ok, will do'],
  [
    'small print',
    'We need two.\n\nThis e-mail is confidential and intended only for the recipient. If you are not the recipient, you must delete it.',
    'We need two.',
  ],
  ['gateway notice', 'CAUTION: This email originated from outside the organisation.\n\nWe need two.', 'We need two.'],
  ['headers on top', 'From: Ann <a@x.example>\nTo: Bo\nSubject: lifts we need\n\nWe need two.', 'We need two.'],
  [
    'from as a word',
    'From my side, concretely:\nTo be clear: we need two.',
    'From my side, concretely:\nTo be clear: we need two.',
  ],
]

describe('what the writer wrote', () => {
  test.each(cases)('%s', (_name, text, expected, writer) => {
    expect(written(text, writer)).toBe(expected)
  })
  test.each(cases)('%s with CRLF', (_name, text, expected, writer) => {
    expect(written(text.replaceAll('\n', '\r\n'), writer).replaceAll('\r', '')).toBe(expected)
  })
})

test('the parts cover every text in order', () => {
  const line = fc.oneof(
    fc.string(),
    fc.constantFrom(
      '',
      '> quoted',
      'On 3 Mar 2026, Bo wrote:',
      'From: Bo',
      'Sent: now',
      'Best,',
      'Ann',
      '-- ',
      'PS: x',
      '_________',
      'Von: B',
    ),
  )
  fc.assert(
    fc.property(fc.array(line, { maxLength: 25 }), fc.constantFrom('\n', '\r\n', '\r'), (lines, glue) => {
      const text = lines.join(glue)
      expect(coversText(segmentMessage(text, { writer: 'Ann Lee' }), text.length)).toBe(true)
    }),
  )
})
