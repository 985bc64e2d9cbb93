/** Do the forms of transcripts give the same turns, and does a .txt stay as it is? */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { coversText } from './message-part.ts'
import {
  looksLikeTranscript,
  readCueTranscript,
  readJsonTranscript,
  readTextTranscript,
  type Transcript,
} from './read-transcript.ts'

const said = ({ text, turns }: Transcript) => turns.map(({ speaker, start, end }) => `${speaker}|${text.slice(start, end)}`)
const expected = ['Ann|Hello there.', 'Bo|We need two.', 'Ann|Fine.']

test.each([
  ['names', 'Ann: Hello there.\nBo: We need two.\nAnn: Fine.\n'],
  ['stars', '**Ann**: Hello there.\n\n**Bo**: We need two.\n\n**Ann**: Fine.'],
  ['stars around the colon', '**Ann:** Hello there.\n**Bo:** We need two.\n**Ann:** Fine.'],
  ['clock first', '[00:01] Ann: Hello there.\n[00:04] Bo: We need two.\n[00:09] Ann: Fine.'],
  ['clock and name on a line of their own', '[00:01] Ann\nHello there.\n\n[00:04] Bo\nWe need two.\n\n[00:09] Ann\nFine.'],
  ['name and clock on a line of their own', 'Ann  0:01\nHello there.\nBo  0:04\nWe need two.\nAnn  0:09\nFine.'],
])('text with %s', (_name, text) => {
  expect(looksLikeTranscript(text)).toBe(true)
  const read = readTextTranscript(text)
  expect(said(read)).toEqual(expected)
  expect(read.text).toBe(text)
  expect(coversText(read.parts, text.length)).toBe(true)
})

test('cues of WebVTT and SubRip, neighbours of one speaker joined', () => {
  const vtt =
    'WEBVTT\n\nNOTE x\n\n1\n00:00:01.000 --> 00:00:02.000\n<v Ann>Hello</v>\n\n00:00:02.000 --> 00:00:03.000 align:start\n<v Ann>there.</v>\n\n00:00:04.000 --> 00:00:05.000\n<v Bo>We need two.\n\n00:00:09.000 --> 00:00:10.000\n<v Ann>Fine.</v>\n'
  const srt =
    '1\n00:00:01,000 --> 00:00:03,000\nAnn: Hello\nthere.\n\n2\n00:00:04,000 --> 00:00:05,000\nBo: We need two.\n\n3\n00:00:09,000 --> 00:00:10,000\nAnn: Fine.\n'
  for (const file of [vtt, srt, srt.replaceAll('\n', '\r\n')]) {
    const read = readCueTranscript(file)
    expect(said(read)).toEqual(expected)
    expect(coversText(read.parts, read.text.length)).toBe(true)
  }
  expect(readCueTranscript(vtt).turns[1]?.atSeconds).toBe(4)
})

test.each<[name: string, value: unknown]>([
  [
    'a list of turns',
    [
      { speaker: 'Ann', text: 'Hello there.' },
      { speaker: 'Bo', text: 'We need two.' },
      { speaker: 'Ann', text: 'Fine.' },
    ],
  ],
  [
    'utterances inside',
    {
      id: 1,
      utterances: [
        { speaker: 'Ann', text: 'Hello there.', start: 1 },
        { speaker: 'Bo', text: 'We need two.' },
        { speaker: 'Ann', text: 'Fine.' },
      ],
    },
  ],
  [
    'monologues of elements',
    {
      monologues: [
        { speaker: { name: 'Ann' }, elements: [{ value: 'Hello there.' }] },
        { speaker: { name: 'Bo' }, elements: [{ value: 'We need two.' }] },
        { speaker: { name: 'Ann' }, elements: [{ value: 'Fine.' }] },
      ],
    },
  ],
  [
    'role and content',
    {
      messages: [
        { role: 'Ann', content: 'Hello there.' },
        { role: 'Bo', content: 'We need two.' },
        { role: 'Ann', content: 'Fine.' },
      ],
    },
  ],
  ['a text inside', { text: 'Ann: Hello there.\nBo: We need two.\nAnn: Fine.' }],
])('JSON with %s', (_name, value) => {
  const read = readJsonTranscript(value)
  expect(read && said(read)).toEqual(expected)
})

test('a mail is no transcript, and notes of recorders are not speech', () => {
  expect(looksLikeTranscript('Dear Ann,\n\nplease note: we need two.\n\nBest,\nBo')).toBe(false)
  const read = readTextTranscript('[Ann has started recording]\nAnn: Hi.\nBo: Two.\n[End]\n')
  expect(said(read)).toEqual(['Ann|Hi.', 'Bo|Two.'])
  expect(readJsonTranscript({ a: 1 })).toBeNull()
})

test('the parts of any text cover it', () => {
  const line = fc.oneof(fc.string(), fc.constantFrom('Ann: hi', '[00:01] Bo', '', '[laughs]', '**Ann**:', 'WEBVTT', '---'))
  fc.assert(
    fc.property(fc.array(line), (lines) => {
      const text = lines.join('\n')
      const read = readTextTranscript(text)
      expect(coversText(read.parts, text.length)).toBe(true)
      for (const turn of read.turns) expect(turn.end).toBeGreaterThan(turn.start)
    }),
  )
})
