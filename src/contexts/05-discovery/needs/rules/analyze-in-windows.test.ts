import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { segmentMessage } from '#foundation/language/segment-message.ts'
import { analyzeInWindows, cutWindows } from './analyze-in-windows.ts'

const utterance = (start: number, end: number) => ({ start, end, who: 'Nora', side: 'customer' as const, date: '2026-03-02' })

describe('windows', () => {
  it('cover every utterance, in order, within their length', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 90 }), { maxLength: 20 }),
        fc.integer({ min: 4, max: 60 }),
        (lengths, most) => {
          const text = 'word '.repeat(500)
          let at = 0
          const utterances = lengths.map((length) => {
            at += length
            return utterance(at - length, at)
          })
          const pieces = cutWindows(text, utterances, most)
          expect(
            pieces
              .flat()
              .map((one) => one.end - one.start)
              .reduce((a, b) => a + b, 0),
          ).toBe(at)
          for (const [nth, piece] of pieces.flat().entries()) expect(piece.start).toBe(pieces.flat()[nth - 1]?.end ?? 0)
          for (const window of pieces) expect(window.reduce((sum, one) => sum + one.end - one.start, 0)).toBeLessThanOrEqual(most)
        },
      ),
    )
  })

  it('find what stands at both ends of a long document, in the words of the document', () => {
    const filler = 'The weather was fine on that day and everybody went home early.\n\n'.repeat(600)
    const text = `We must have hosting in the EU.\n\n${filler}We need single sign-on by May.\n\n`
    const { evidence, needs } = analyzeInWindows({
      id: 'long',
      source: 'email',
      date: '2026-03-02',
      text,
      participants: [{ name: 'Nora', side: 'customer' }],
      utterances: [utterance(0, text.length)],
      parts: segmentMessage(text),
    })
    for (const span of evidence) expect(text.slice(span.start, span.end)).toBe(span.quote)
    expect(evidence.some((span) => span.quote.includes('hosting in the EU'))).toBe(true)
    expect(evidence.some((span) => span.quote.includes('single sign-on'))).toBe(true)
    expect(new Set(evidence.map((span) => span.id)).size).toBe(evidence.length)
    for (const need of needs) for (const id of need.evidence) expect(evidence.some((span) => span.id === id)).toBe(true)
  })
})
