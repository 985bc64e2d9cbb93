/** Does the analysis of a whole document keep its promises: verbatim quotes, only what people wrote, the evidence file form? */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkQuote, EVIDENCE_KINDS } from '#conversation/evidence/rules/evidence-span.ts'
import { coversText } from '#foundation/language/message-part.ts'
import type { Participant } from './analysis-input.ts'
import { analyzeDocument } from './analyze-document.ts'
import { documentId, readDecodedMail, readDocument } from './read-document.ts'

const TODAY = '2026-03-02'
const PEOPLE: Participant[] = [
  { name: 'Ann Lee', email: 'ann@buyer.example', side: 'customer' },
  { name: 'Bo Berg', email: 'bo@seller.example', side: 'vendor' },
]
const MAIL = `From: Ann Lee <ann@buyer.example>
To: Bo Berg <bo@seller.example>
Date: Mon, 2 Mar 2026 13:22
Subject: lifts we need

Hello Bo,

we need two lifts that work in the rain. Our old one fails every week.
Five years is too long for us. Right now we use a rope.

I'll send you the plan by Friday.

Best regards
Ann Lee
We need to think of the environment before printing.

On 1 Mar 2026, Bo Berg wrote:
> We must have an answer. I'll call you tomorrow.
`

const analyze = (text: string, participants: Participant[] = PEOPLE) =>
  analyzeDocument(readDocument(text, { name: 'lifts.txt', today: TODAY, context: { participants } }))

test('a mail gives needs, an objection and a promise of its own writer only', () => {
  const { id, source, date, evidence, needs, nextQuestions } = analyze(MAIL)
  expect([id, source, date]).toEqual(['lifts', 'email', '2026-03-02'])
  const found = evidence.map((span) => [span.kind, span.quote.replace(/\s+/g, ' ')])
  expect(found).toContainEqual(['need.explicit', 'we need two lifts that work in the rain.'])
  expect(found).toContainEqual(['need.implicit', 'Our old one fails every week.'])
  expect(found).toContainEqual(['objection', 'Five years is too long for us.'])
  expect(evidence.find((span) => span.kind === 'promise')).toMatchObject({
    due: '2026-03-06',
    owner: 'Ann Lee',
    side: 'customer',
  })
  expect(evidence.every((span) => span.who === 'Ann Lee' && span.start < MAIL.indexOf('Best regards'))).toBe(true)
  expect(needs.flatMap((need) => need.evidence).every((one) => evidence.some((span) => span.id === one))).toBe(true)
  expect(nextQuestions.length).toBeGreaterThan(0)
})

test('the same input gives the same output', () => {
  expect(analyze(MAIL)).toEqual(analyze(MAIL))
})

test('a call: needs of customers only, a yes takes its content from the question', () => {
  const text =
    'Bo: Do you need the lot number printed as well?\nAnn: Yes, that is the law.\nBo: Fine. We need a partner, not a catalogue.\n'
  const { source, evidence } = analyze(text)
  expect(source).toBe('call')
  const [need] = evidence
  expect(need).toMatchObject({ kind: 'need.explicit', quote: 'Yes, that is the law.', who: 'Ann Lee' })
  expect(need?.kind === 'need.explicit' && need.need).toContain('lot number')
  expect(evidence).toHaveLength(1)
})

test('a thread resolves each due day against its own message', () => {
  const text = `From: Bo Berg <bo@seller.example>\nTo: Ann\nDate: Fri, 6 Mar 2026 10:00\n\nI'll send the offer next Friday.\n\nFrom: Bo Berg <bo@seller.example>\nTo: Ann\nDate: Mon, 9 Mar 2026 10:00\n\nI'll call you on Friday.\n`
  const { source, date, evidence } = analyze(text)
  expect([source, date]).toEqual(['thread', '2026-03-09'])
  expect(evidence.map((span) => span.kind === 'promise' && span.due)).toEqual(['2026-03-13', '2026-03-13'])
})

test('a decoded mail and an automatic reply', () => {
  const mail = {
    subject: 'x',
    from: { name: 'Ann Lee', email: 'ann@buyer.example' },
    to: [{ name: 'Bo', email: 'bo@seller.example' }],
    date: '2026-03-02',
    text: 'We need two lifts. I will call you on Monday.',
  }
  const read = analyzeDocument(readDecodedMail(mail, { name: 'm1', today: TODAY, ownDomains: ['seller.example'] }))
  expect(read.participants.map((one) => one.side)).toEqual(['customer', 'vendor'])
  expect(read.evidence.map((span) => span.kind)).toEqual(['need.explicit', 'promise'])
  expect(analyzeDocument(readDecodedMail({ ...mail, automatic: true }, { name: 'm1', today: TODAY })).evidence).toEqual([])
  expect(analyzeDocument(readDecodedMail({ ...mail, text: '' }, { name: 'm1', today: TODAY })).evidence).toEqual([])
})

describe('told apart by form', () => {
  test.each<[name: string, content: string, source: string, speakers: string[]]>([
    ['talk.vtt', 'WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ann Lee>We need two lifts.\n', 'call', ['Ann Lee']],
    ['talk.srt', '1\n00:00:01,000 --> 00:00:02,000\nAnn Lee: We need two lifts.\n', 'call', ['Ann Lee']],
    ['talk.json', '[{"speaker":"Ann Lee","text":"We need two lifts."}]', 'call', ['Ann Lee']],
    ['talk.txt', '**Sales Rep**: Hello.\n\n**Customer**: We need two lifts.\n', 'call', ['Sales Rep', 'Customer']],
    ['note.txt', 'We need two lifts.', 'email', ['Unknown writer']],
    [
      'form.json',
      JSON.stringify({
        id: 'x1',
        date: '2026-01-05',
        source: 'email',
        text: 'We need two lifts.',
        participants: [{ name: 'Ann Lee', side: 'customer' }],
      }),
      'email',
      ['Ann Lee'],
    ],
  ])('%s', (name, content, source, speakers) => {
    const input = readDocument(content, { name, today: TODAY })
    expect(input.source).toBe(source)
    expect(input.participants.map((one) => one.name)).toEqual(speakers)
    expect(analyzeDocument(input).evidence.map((span) => span.kind)).toEqual(['need.explicit'])
  })
  test('a .txt keeps its text but for line ends and the mark at its start', () => {
    expect(readDocument('\uFEFFWe need\r\ntwo.', { name: 'a.txt', today: TODAY }).text).toBe('We need\ntwo.')
    expect(documentId('in/offer v2.txt')).toBe('offer-v2')
  })
})

const piece = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom(
    'We need it by Friday.',
    "I'll send it tomorrow.",
    'It is too expensive, but we use Excel.',
    'nobody knows & the pump fails',
    '> We must have it.',
    'On 1 Mar 2026, Bo wrote:',
    'From: Ann Lee <ann@buyer.example>',
    'To: Bo',
    'Ann: we need two',
    'Bo: fine',
    '-- ',
    'Best,',
    'Ann',
    '',
    'PS: it has to be blue.',
    'İstanbul’da 😀 we need it',
    '<div>We need two.</div>',
  ),
)

test('for any text: quotes verbatim, in order, never in quoted or signed text, sides and confidences sound', () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 16 }), fc.constantFrom('\n', '\r\n', '\n\n'), (pieces, glue) => {
      const input = readDocument(pieces.join(glue), { name: 'a.txt', today: TODAY, context: { participants: PEOPLE } })
      expect(coversText(input.parts, input.text.length)).toBe(true)
      const { text, evidence, needs } = analyzeDocument(input)
      const foreign = input.parts.filter((part) => part.kind !== 'written')
      let at = 0
      for (const span of evidence) {
        expect(checkQuote(text, span)).toBeNull()
        expect(span.start).toBeGreaterThanOrEqual(at)
        at = span.start
        expect(foreign.some((part) => part.start < span.end && part.end > span.start)).toBe(false)
        expect(EVIDENCE_KINDS).toContain(span.kind)
        expect(span.confidence).toBeGreaterThan(0)
        expect(span.confidence).toBeLessThanOrEqual(1)
        expect(span.rule).toContain('.')
        if (span.kind.startsWith('need.') || span.kind === 'objection') expect(span.side).toBe('customer')
      }
      expect(new Set(evidence.map((span) => span.id)).size).toBe(evidence.length)
      for (const need of needs) expect(need.need.trim()).not.toBe('')
    }),
    { numRuns: 150 },
  )
})

test('an invented quote is refused', () => {
  expect(checkQuote('We need two.', { start: 0, end: 7, quote: 'We need' })).toBeNull()
  expect(checkQuote('We need two.', { start: 0, end: 7, quote: 'We want' })).toBe('quote-differs')
  expect(checkQuote('We need two.', { start: 7, end: 7, quote: '' })).toBe('not-a-range')
  expect(checkQuote('We need two.', { start: 0, end: 99, quote: 'We need two.' })).toBe('not-a-range')
  expect(checkQuote('a  b', { start: 1, end: 3, quote: '  ' })).toBe('empty')
})
