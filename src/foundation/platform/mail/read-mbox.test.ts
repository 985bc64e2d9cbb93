/** Is every message of a mailbox file found, once, whole, and in constant memory? */
import { Readable } from 'node:stream'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type MboxMessage, type MboxOptions, type MboxTooLarge, readMbox } from './read-mbox.ts'

/** Work, not waiting: other programs on the machine do not count. */
function cpuMs(since: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(since)
  return (user + system) / 1000
}

const FROM = 'From ana@acme.example Mon Jan  1 10:00:00 2024\n'

async function collect(
  text: string | Buffer,
  options: MboxOptions = {},
  chunk = 64_000,
): Promise<(MboxMessage | MboxTooLarge)[]> {
  const bytes = Buffer.isBuffer(text) ? text : Buffer.from(text)
  const pieces: Buffer[] = []
  for (let at = 0; at < bytes.length; at += chunk) pieces.push(bytes.subarray(at, at + chunk))
  const found: (MboxMessage | MboxTooLarge)[] = []
  for await (const message of readMbox(Readable.from(pieces), options)) found.push(message)
  return found
}
const raws = (found: (MboxMessage | MboxTooLarge)[]) =>
  found.map((one) => ('raw' in one ? one.raw.toString() : `too large ${one.tooLarge}`))

describe('finding messages', () => {
  test('positions, offsets, From_ lines and quoting', async () => {
    const first = `${FROM}Subject: one\n\nHello\n>From here on\n>>From deeper\n> From kept\n\n`
    const found = await collect(`${first}${FROM}Subject: two\n\nBye\n`)
    expect(raws(found)).toEqual(['Subject: one\n\nHello\nFrom here on\n>From deeper\n> From kept\n', 'Subject: two\n\nBye\n'])
    expect(found.map((one) => [one.position, one.offset])).toEqual([
      [1, 0],
      [2, first.length],
    ])
    expect(found[0]).toHaveProperty('fromLine', FROM.trim())
  })

  test('CRLF files and lines from other programs', async () => {
    for (const line of [
      'From - Tue Jul 04 09:03:22 2023',
      'From 1790000000@xxx Mon Jan 01 10:00:00 +0000 2024',
      'From "a b"@x.example Sat Jun 25 08:01:02 2022',
      'From MAILER-DAEMON Fri Jul  8 12:08:34 2011',
    ]) {
      const text = `${line}\nSubject: a\n\nx\n\n${line}\nSubject: b\n\ny\n`
      expect(raws(await collect(text))).toEqual(['Subject: a\n\nx\n', 'Subject: b\n\ny\n'])
      expect(raws(await collect(text.replaceAll('\n', '\r\n')))).toEqual(['Subject: a\r\n\r\nx\r\n', 'Subject: b\r\n\r\ny\r\n'])
    }
  })

  test('prose that begins with From is no message', async () => {
    const body = 'Hi\n\nFrom the start of 2024 we need it.\nFrom: looks like a header\n\nFrom Monday on\nX: y\n'
    expect(raws(await collect(`${FROM}Subject: a\n\n${body}`))).toEqual([`Subject: a\n\n${body}`])
  })

  test('a believed Content-Length protects unquoted From_ lines, a wrong one does not lose mail', async () => {
    const body = `See:\n\n${FROM}Subject: pasted\n\n>From x\n`
    const good = `${FROM}Subject: a\nContent-Length: ${body.length}\n\n${body}\n${FROM}Subject: b\n\ny\n`
    for (const chunk of [7, 64_000])
      expect(raws(await collect(good, {}, chunk))).toEqual([
        `Subject: a\nContent-Length: ${body.length}\n\n${body}`,
        'Subject: b\n\ny\n',
      ])
    const wrong = `${FROM}Subject: a\nContent-Length: 5\n\nlonger body\n\n${FROM}Subject: b\nContent-Length: 999999\n\ny\n`
    expect(raws(await collect(wrong))).toHaveLength(2)
  })

  test('a file that starts without a From_ line, an empty one, and one with a missing empty line', async () => {
    expect(raws(await collect(`Subject: a\n\nx\n\n${FROM}Subject: b\n\ny`))).toEqual(['Subject: a\n\nx\n', 'Subject: b\n\ny'])
    expect(await collect('')).toEqual([])
    expect(await collect('\n\n  \n')).toEqual([])
    expect(raws(await collect(`${FROM}Subject: a\n\nx\n${FROM}Subject: b\n\ny`))).toEqual([
      'Subject: a\n\nx\n',
      'Subject: b\n\ny',
    ])
  })

  test('resumes from an offset', async () => {
    const text = [1, 2, 3, 4].map((n) => `${FROM}Subject: ${n}\n\nbody ${n}\n\n`).join('')
    const all = await collect(text)
    const third = all[2]
    const rest = await collect(text.slice(third?.offset), { startOffset: third?.offset, startPosition: 3 })
    expect(rest).toEqual(all.slice(2))
  })

  test('a message above the limit is reported with its size, and its neighbours are read', async () => {
    const big = `${FROM}Subject: big\n\n${'x'.repeat(99)}\n`.padEnd(300_000, 'line of text\n')
    for (const chunk of [1000, 64_000, 1_000_000]) {
      const found = await collect(`${FROM}Subject: a\n\nx\n\n${big}\n\n${FROM}Subject: b\n\ny\n`, { maxBytes: 100_000 }, chunk)
      expect(raws(found)).toEqual(['Subject: a\n\nx\n', expect.stringMatching(/^too large 30000\d$/), 'Subject: b\n\ny\n'])
      expect(found.map((one) => one.position)).toEqual([1, 2, 3])
    }
  })

  test('what is found does not depend on how the stream is cut', async () => {
    const body = fc.array(
      fc.constantFrom(
        'text',
        '',
        'From ',
        'From a@b Mon Jan  1 10:00:00 2024',
        '>From x',
        'Subject: q',
        'Content-Length: 9',
        '\r',
      ),
      { maxLength: 12 },
    )
    await fc.assert(
      fc.asyncProperty(fc.array(body, { maxLength: 5 }), fc.integer({ min: 1, max: 40 }), async (bodies, chunk) => {
        const text = bodies.map((lines, n) => `${FROM}Subject: ${n}\n\n${lines.join('\n')}\n\n`).join('')
        const whole = await collect(text)
        expect(await collect(text, {}, chunk)).toEqual(whole)
        expect(whole.length).toBeGreaterThanOrEqual(bodies.length)
      }),
      { numRuns: 200, seed: 3 },
    )
  })
})

test('400 MB flow through in constant memory', async () => {
  const total = 400 * 1024 * 1024
  const mail = (size: number, n: number) =>
    Buffer.from(
      `${FROM}Subject: ${n}\nMessage-ID: <${n}@x.example>\n\n${'We need this by June, says the team.\n'.repeat(size)}\n`,
    )
  const shapes = [mail(20, 1), mail(200, 2), mail(60_000, 3), mail(50, 4)]
  let made = 0
  let written = 0
  function* generate() {
    while (written < total) {
      const next = shapes[made++ % shapes.length] ?? Buffer.alloc(0)
      for (let at = 0; at < next.length; at += 65_536) yield next.subarray(at, at + 65_536)
      written += next.length
    }
  }
  globalThis.gc?.()
  const before = process.memoryUsage().rss
  let peak = before
  let count = 0
  const started = process.cpuUsage()
  for await (const message of readMbox(Readable.from(generate(), { objectMode: false, highWaterMark: 65_536 }))) {
    if ('raw' in message) count++
    if (count % 50 === 0) peak = Math.max(peak, process.memoryUsage().rss)
  }
  expect(count).toBe(made)
  expect((peak - before) / 1024 / 1024).toBeLessThan(160)
  expect(cpuMs(started)).toBeLessThan(30_000)
}, 60_000)
