/** Does hostile and broken input end in bounded time, with an answer and never with a throw? */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type ParsedMessage, parseMessage } from './parse-message.ts'

/** Work, not waiting: other programs on the machine do not count. */
function cpuMs(since: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(since)
  return (user + system) / 1000
}

const HEAD =
  'From: Ana Lopez <ana@acme.example>\nTo: bob@vendor.example\nSubject: Hello\nDate: Mon, 1 Jan 2024 10:00:00 +0200\nMessage-ID: <m1@acme.example>\n'

async function read(raw: string | Buffer): Promise<ParsedMessage> {
  const message = await parseMessage(Buffer.isBuffer(raw) ? raw : Buffer.from(raw))
  if ('unreadable' in message) throw new Error(message.unreadable)
  return message
}
const withBody = (type: string, body: Buffer | string, more = '') =>
  read(Buffer.concat([Buffer.from(`${HEAD}Content-Type: ${type}\n${more}\n`), Buffer.isBuffer(body) ? body : Buffer.from(body)]))
const part = (type: string, body: string, more = '') => `--b\nContent-Type: ${type}\n${more}\n${body}\n`
const multi = (kind: string, ...parts: string[]) => withBody(`multipart/${kind}; boundary=b`, `${parts.join('')}--b--\n`)

describe('hostile input', () => {
  test('what is no mail says so', async () => {
    expect(await parseMessage(Buffer.alloc(0))).toEqual({ unreadable: 'The file is empty.' })
    for (const raw of ['just some words\nand more', 'key: value\nother: thing\n', '\u0089PNG\r\n\u001a\n'])
      expect(await parseMessage(Buffer.from(raw, 'latin1'))).toHaveProperty('unreadable')
  })

  test('thousands of nested parts, nested forwards and nested tags end in bounded time', async () => {
    let nested = HEAD
    for (let level = 0; level < 5000; level++) nested += `Content-Type: multipart/mixed; boundary=b${level}\n\n--b${level}\n`
    const started = process.cpuUsage()
    const message = await read(`${nested}Content-Type: text/plain\n\ndeep`)
    expect(message.attachments.length).toBe(1)
    expect((await withBody('text/html', `${'<div>'.repeat(200_000)}deep need`)).text).toBe('deep need')
    expect((await withBody('text/html', '<b>'.repeat(3000) + '<blockquote>'.repeat(3000))).textFrom).toBe('none')
    expect((await withBody('multipart/mixed; boundary=b', '--b\n\nx\n'.repeat(50_000))).warnings.join()).toContain(
      'too many parts',
    )
    expect(
      (await read(`From: ${'a@b.example, '.repeat(50_000)}\nTo: ${'('.repeat(100_000)}\nSubject: ${'=?'.repeat(50_000)}\n\nx`))
        .text,
    ).toBe('x')
    const html = `${'<table><tr><td>x</td><td>'.repeat(300)}${'word '.repeat(60_000)}`
    expect((await withBody('text/html', html)).text).toContain('word word')
    expect((await withBody('text/html', `<pre>a${' '.repeat(400_000)}b</pre>`)).textFrom).toBe('html')
    expect(
      (await withBody('text/plain', `${'\n'.repeat(3_000_000)}need\n${'begin 644 x\nAAAA\n'.repeat(100_000)}`)).text.startsWith(
        'need',
      ),
    ).toBe(true)
    expect((await withBody('text/plain; charset=utf-8', Buffer.alloc(5_000_000, 0xe4))).text.length).toBe(5_000_000)
    expect(
      (await withBody('application/x', '=A'.repeat(2_000_000), 'Content-Transfer-Encoding: base64\n')).attachments,
    ).toHaveLength(1)
    expect(
      (await read(`From: a@b.example\nTo: ${'"('.repeat(500_000)}\nReferences: ${'<x@y> '.repeat(100_000)}\n\nx`)).references,
    ).toEqual(['x@y'])
    expect(cpuMs(started)).toBeLessThan(12_000)
  })

  test('a message of 30 MB takes seconds at most', async () => {
    const lines = `${Buffer.alloc(57, 'x').toString('base64')}\r\n`.repeat(400_000)
    const started = process.cpuUsage()
    const message = await multi(
      'mixed',
      part('text/plain', 'See the file'),
      part('application/pdf; name=big.pdf', lines, 'Content-Transfer-Encoding: base64\n'),
      part('text/html', '<p>row</p>'.repeat(100_000)),
    )
    expect(message.attachments[0]?.bytes.length).toBe(57 * 400_000)
    expect((await withBody('text/plain', 'We need SSO.\n'.repeat(2_300_000))).text.length).toBeGreaterThan(29_000_000)
    expect(cpuMs(started)).toBeLessThan(10_000)
  })

  test('never throws and never answers unstorable text', async () => {
    const storable = (text: string) => !text.includes('\0') && !/\p{Cs}/u.test(text)
    const piece = fc.constantFrom(
      'From: ',
      'Subject: ',
      'Content-Type: multipart/mixed; boundary=b',
      '--b',
      '--b--',
      '\n',
      '\r\n',
      '\n\n',
      '=?utf-8?B?',
      '?=',
      '<',
      '>',
      '"',
      '(',
      '\0',
      'begin 644 x\n',
      'a@b',
      'text/html',
      'é',
      '=C3',
    )
    await fc.assert(
      fc.asyncProperty(fc.array(fc.oneof(piece, fc.string({ unit: 'binary' })), { maxLength: 60 }), async (pieces) => {
        const message = await parseMessage(Buffer.from(`Subject: x\n${pieces.join('')}`))
        if ('unreadable' in message) expect(message.unreadable).not.toContain('could not be read')
        else
          for (const text of [
            message.text,
            message.subject,
            message.from?.name ?? '',
            ...message.attachments.map((file) => file.name),
          ])
            expect(storable(text)).toBe(true)
      }),
      { numRuns: 500, seed: 7 },
    )
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (bytes) => {
        await parseMessage(Buffer.concat([Buffer.from(HEAD), Buffer.from(bytes)]))
      }),
      { numRuns: 300, seed: 7 },
    )
  })
})

const TORTURE = process.env.RAPPORT_DATASETS
  ? `${process.env.RAPPORT_DATASETS}/mime-torture`
  : new URL('../../../../../shared/datasets/mime-torture', import.meta.url).pathname

test.skipIf(!existsSync(TORTURE))('the whole torture set is read: no throw, storable text, every part kept', async () => {
  const files = (readdirSync(TORTURE, { recursive: true }) as string[])
    .map((name) => `${TORTURE}/${name}`)
    .filter((name) => statSync(name).isFile())
  let readable = 0
  for (const file of files) {
    const raw = readFileSync(file)
    const message = await parseMessage(raw)
    if ('unreadable' in message) {
      expect(message.unreadable, file).not.toContain('could not be read')
      continue
    }
    readable++
    expect(message.text.includes('\0') || /\p{Cs}/u.test(message.text) || message.text.includes('\r'), file).toBe(false)
    const stated = raw.toString('latin1').match(/^content-disposition:\s*attachment/gim)?.length ?? 0
    const nested = message.attachments
      .filter((one) => one.mediaType.startsWith('message/'))
      .reduce((sum, one) => sum + (one.bytes.toString('latin1').match(/^content-disposition:\s*attachment/gim)?.length ?? 0), 0)
    expect(message.attachments.length, file).toBeGreaterThanOrEqual(stated - nested)
  }
  expect(readable).toBeGreaterThan(140)
})
