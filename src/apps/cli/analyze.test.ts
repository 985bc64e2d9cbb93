/** Does `rapport analyze` print the evidence file form for every kind of file, without a database? */
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { AnalyzedDocument } from '#discovery/needs/rules/analysis-input.ts'
import { runAnalyze } from './analyze.ts'

let at = ''
beforeAll(async () => {
  at = await mkdtemp(join(tmpdir(), 'analyze-'))
})
afterAll(() => rm(at, { recursive: true, force: true }))

async function run(argv: string[]) {
  const printed: string[] = []
  const out = new Writable({
    write(piece, _encoding, done) {
      printed.push(String(piece))
      done()
    },
  })
  const code = await runAnalyze(argv, out, '2026-03-02')
  return { code, text: printed.join('') }
}
async function put(name: string, content: string) {
  await writeFile(join(at, name), content)
  return join(at, name)
}

const EML =
  'From: Ann Lee <ann@buyer.example>\r\nTo: bo@seller.example\r\nDate: Fri, 6 Mar 2026 23:30:00 -0500\r\nSubject: =?utf-8?q?lifts?=\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nWe need two lifts.\r\nI will send you the plan tomorrow.\r\n'

test('one .eml is one document, dated as its sender saw it', async () => {
  const { code, text } = await run([await put('one.eml', EML), '--vendor', 'seller.example', '--json'])
  const document = JSON.parse(text) as AnalyzedDocument
  expect(code).toBe(0)
  expect(document).toMatchObject({ id: 'one', source: 'email', date: '2026-03-06' })
  expect(document.participants.map((one) => one.side)).toEqual(['customer', 'vendor'])
  expect(document.evidence.map((span) => [span.kind, document.text.slice(span.start, span.end) === span.quote])).toEqual([
    ['need.explicit', true],
    ['promise', true],
  ])
  expect(document.evidence[1]).toMatchObject({ due: '2026-03-07' })
})

test('an mbox and a transcript are several documents: an array, or a file each', async () => {
  const mbox = await put(
    'box',
    `From ann Fri Mar  6 23:30:00 2026\n${EML.replaceAll('\r', '')}\nFrom ann Fri Mar  6 23:30:00 2026\n${EML.replaceAll('\r', '')}`,
  )
  const call = await put('call.txt', 'Sales Rep: Hello.\nCustomer: We need two lifts.\n')
  const { text } = await run([mbox, call, '--json'])
  expect((JSON.parse(text) as AnalyzedDocument[]).map((document) => [document.id, document.source])).toEqual([
    ['box-1', 'email'],
    ['box-2', 'email'],
    ['call', 'call'],
  ])
  const folder = join(at, 'out')
  await run([mbox, call, '--out', folder, '--json'])
  expect((await readdir(folder)).sort()).toEqual(['box-1.json', 'box-2.json', 'call.json'])
  expect(JSON.parse(await readFile(join(folder, 'call.json'), 'utf8'))).toMatchObject({ id: 'call' })
})

test('a context gives date, source and sides, for all files or by file name', async () => {
  const call = await put('talk.txt', 'Ann: We need two lifts.\nBo: I will call you tomorrow.\n')
  const context = {
    date: '2026-05-04',
    source: 'call',
    participants: [
      { name: 'Ann Lee', side: 'customer' },
      { name: 'Bo Berg', side: 'vendor' },
    ],
  }
  for (const [name, value] of Object.entries({ 'one.json': context, 'map.json': { 'talk.txt': context } })) {
    const { text } = await run([call, '--context', await put(name, JSON.stringify(value)), '--json'])
    const document = JSON.parse(text) as AnalyzedDocument
    expect(document.date).toBe('2026-05-04')
    expect(document.evidence.map((span) => [span.kind, span.who])).toEqual([
      ['need.explicit', 'Ann Lee'],
      ['promise', 'Bo Berg'],
    ])
    expect(document.evidence[1]).toMatchObject({ due: '2026-05-05' })
  }
})

test('without --json it is written for people, and a guess of sides says so', async () => {
  const { text } = await run([await put('note.txt', 'We need two lifts.')])
  expect(text).toContain('need.explicit')
  expect(text).toContain('a guess')
})

test('a wrong call says what is wrong', async () => {
  expect((await run([])).code).toBe(1)
  expect((await run([join(at, 'missing.txt'), '--json'])).code).toBe(1)
  expect((await run(['--colour', 'red'])).code).toBe(1)
})
