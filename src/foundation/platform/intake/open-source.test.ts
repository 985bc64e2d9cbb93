/** Does every file of a source come out as something, in the same order, without harm? */
import { createReadStream } from 'node:fs'
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { makeZip } from '#test/make-zip.ts'
import { openSource, type SourceItem, type SourceOptions } from './open-source.ts'
import { looksLikeMail, recogniseFile } from './recognise-file.ts'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rapport-intake-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const MAIL = 'From: ana@acme.example\nTo: bob@v.example\nSubject: Hello\n\nWe need SSO.\n'
const LINE = 'From ana@acme.example Mon Jan  1 10:00:00 2024\n'
const MBOX = [1, 2, 3].map((n) => `${LINE}Subject: ${n}\nFrom: a@b.example\n\nbody ${n}\n\n`).join('')
const CALL = 'Ana: Hi Bob, we need it by June.\nBob: Sure, I will send the offer on Friday.\n'

async function collect(path: string, options: SourceOptions = {}, name?: string): Promise<SourceItem[]> {
  const items: SourceItem[] = []
  for await (const item of openSource(path, name, options)) {
    items.push(item)
    if (item.kind === 'table') for await (const _ of (await item.open()).rows);
  }
  return items
}
async function put(name: string, data: Buffer | string): Promise<string> {
  await writeFile(join(folder, name), data)
  return join(folder, name)
}
const brief = (items: SourceItem[]) =>
  items.map((item) => `${item.kind} ${item.path}${item.kind === 'mail' ? ` ${item.position}@${item.offset}` : ''}`)
const reason = (item: SourceItem | undefined) => (item?.kind === 'skipped' ? item.reason : '')

describe('what a file is', () => {
  test.each([
    ['a.mbox', MBOX, 'mbox'],
    ['Inbox', MBOX, 'mbox'],
    ['a.eml', `${LINE}${MAIL}`, 'mail'],
    ['msg_01.txt', MAIL, 'mail'],
    ['1700000.M1P2.host:2,S', MAIL, 'mail'],
    ['call.txt', CALL, 'transcript'],
    ['call.vtt', 'WEBVTT\n\n00:00.000 --> 00:01.000\nHi', 'transcript'],
    ['call', '1\n00:00:01,000 --> 00:00:02,000\nHi', 'transcript'],
    ['call.json', '{"turns":[]}', 'transcript'],
    ['a.csv', 'name;city\nAcme;Bonn\n', 'table'],
    ['export', 'name\tcity\nAcme\tBonn\n', 'table'],
    ['a.zip', makeZip([]), 'zip'],
    ['a.docx', makeZip([{ name: 'x', data: 'y' }]), 'unread'],
    ['a.pdf', '%PDF-1.4', 'unread'],
    ['a.msg', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'unread'],
    ['a.bin', Buffer.alloc(300), 'unread'],
    ['.DS_Store', 'x', 'unread'],
    ['a.txt', '', 'unread'],
    ['export/LICENSE.txt', 'MIT License', 'unread'],
    ['team.ics', 'BEGIN:VCALENDAR\n', 'calendar'],
    ['ana.vcf', 'BEGIN:VCARD\n', 'cards'],
    ['prose.txt', 'From the start of 2024 we need it.\nMore.', 'transcript'],
  ])('%s', (name, data, kind) => {
    expect(recogniseFile(name, Buffer.from(data)).kind).toBe(kind)
  })

  test('speaker turns are no mail', () => {
    expect(looksLikeMail(CALL)).toBe(false)
    expect(looksLikeMail('Date: 2024-01-01\nParticipants: Ana, Bob\n\nAna: hi')).toBe(false)
  })
})

describe('folders', () => {
  test('every file yields an item, sorted, links not followed', async () => {
    await mkdir(join(folder, 'b'))
    await put('z.eml', MAIL)
    await put('b/a.mbox', MBOX)
    await put('b.csv', 'a,b\n1,2\n')
    await put('call.txt', CALL)
    await put('photo.png', Buffer.from('89504e470d0a1a0a', 'hex'))
    await symlink('/etc', join(folder, 'link'))
    const items = await collect(folder)
    expect(brief(items)).toEqual([
      'mail b/a.mbox 1@0',
      'mail b/a.mbox 2@85',
      'mail b/a.mbox 3@170',
      'table b.csv',
      'transcript call.txt',
      'skipped link',
      'skipped photo.png',
      'mail z.eml 1@0',
    ])
    expect(reason(items[5])).toContain('not followed')
  })

  test('resumes behind any item and answers exactly the rest', async () => {
    await put('a.mbox', MBOX)
    await put('c.eml', MAIL)
    await put(
      'b.zip',
      makeZip([
        { name: 'y/in.mbox', data: MBOX },
        { name: 'x.eml', data: MAIL },
        { name: 'bad.pdf', data: '%PDF' },
      ]),
    )
    await put('d.pdf', '%PDF-')
    const all = await collect(folder)
    expect(all.length).toBe(10)
    for (const [at, item] of all.entries()) {
      const offset = item.kind === 'mail' || item.kind === 'skipped' ? item.offset : 0
      const position = item.kind === 'mail' ? item.position : undefined
      expect(brief(await collect(folder, { after: { path: item.path, offset } }))).toEqual(brief(all.slice(at + 1)))
      expect(brief(await collect(folder, { after: { path: item.path, offset, ...(position ? { position } : {}) } }))).toEqual(
        brief(all.slice(at + 1)),
      )
    }
  })

  test('too large things are named with their size', async () => {
    await put('a.mbox', `${MBOX}${LINE}Subject: big\n\n${'x\n'.repeat(5000)}\n${LINE}Subject: last\n\nx\n`)
    await put('b.eml', `${MAIL}${'x'.repeat(9000)}`)
    const items = await collect(folder, { maxMailBytes: 5000 })
    expect(brief(items).slice(3)).toEqual(['skipped a.mbox', 'mail a.mbox 5@10317', 'skipped b.eml'])
    expect(reason(items[3])).toContain('limit')
  })
})

describe('archives', () => {
  test('files come out sorted, whatever the order inside, archives inside archives too', async () => {
    const inner = makeZip([{ name: 'deep.eml', data: MAIL }])
    const path = await put(
      'all.zip',
      makeZip([
        { name: 'z.eml', data: MAIL, method: 0 },
        { name: 'dir/', data: '' },
        { name: 'dir/größe.mbox', data: MBOX },
        { name: 'inner.zip', data: inner },
      ]),
    )
    expect(brief(await collect(path))).toEqual([
      'mail all.zip/dir/größe.mbox 1@0',
      'mail all.zip/dir/größe.mbox 2@85',
      'mail all.zip/dir/größe.mbox 3@170',
      'mail all.zip/inner.zip/deep.eml 1@0',
      'mail all.zip/z.eml 1@0',
    ])
  })

  test('dangerous and broken entries are refused one by one, the others are read', async () => {
    const path = await put(
      'bad.zip',
      makeZip([
        { name: '../../etc/cron.d/x.eml', data: MAIL },
        { name: '/abs.eml', data: MAIL },
        { name: 'C:\\win.eml', data: MAIL },
        { name: 'bomb.csv', data: Buffer.alloc(40_000_000, 0x61) },
        { name: 'locked.eml', data: MAIL, flags: 0x801 },
        { name: 'lzma.eml', data: MAIL, method: 14 },
        { name: 'lies.mbox', data: MBOX, claimed: 100 },
        { name: 'ok.eml', data: MAIL },
        { name: 'ok.eml', data: MAIL },
      ]),
    )
    const items = await collect(path)
    expect(items.filter((item) => item.kind === 'mail').map((item) => item.path)).toEqual([
      'bad.zip/ok.eml',
      'bad.zip/ok.eml (2)',
    ])
    const reasons = items.flatMap((item) => (item.kind === 'skipped' ? [`${item.path}: ${item.reason}`] : []))
    expect(reasons).toHaveLength(7)
    expect(reasons.join('\n')).toMatch(/(outside.*\n[\s\S]*){3}/)
    for (const words of ['times its size', 'password', 'packed in a way', 'Reading stopped here'])
      expect(reasons.join('\n')).toContain(words)
  })

  test('limits on count, size and depth say what was left out', async () => {
    const many = await put('many.zip', makeZip(Array.from({ length: 9 }, (_, n) => ({ name: `${n}.eml`, data: MAIL }))))
    const zip = { entries: 5, totalBytes: 1e9, entryRatio: 250, freeBytes: 1e6 }
    expect((await collect(many, { zip })).map(reason).at(-1)).toContain('more than 5 files')
    expect(
      (await collect(many, { zip: { ...zip, entries: 50, totalBytes: MAIL.length * 3 } })).filter((item) => item.kind === 'mail'),
    ).toHaveLength(3)
    let nested = makeZip([{ name: 'x.eml', data: MAIL }])
    for (let level = 0; level < 5; level++) nested = makeZip([{ name: 'in.zip', data: nested }])
    expect((await collect(await put('nested.zip', nested))).map(reason)).toEqual([
      'Archives inside archives are read 3 levels deep.',
    ])
    const cut = await put('cut.zip', makeZip([{ name: 'x.eml', data: MAIL }]).subarray(0, 100))
    expect((await collect(cut)).map(reason).join()).toContain('Reading stopped')
  })
})

describe('uploads', () => {
  test('a stream reads like its file', async () => {
    for (const [name, data] of [
      ['a.mbox', MBOX],
      ['a.zip', makeZip([{ name: 'x.eml', data: MAIL }])],
      ['a.csv', 'a,b\n1,2\n'],
      ['a.txt', CALL],
    ] as const) {
      const path = await put(name, data)
      const streamed: SourceItem[] = []
      for await (const item of openSource(createReadStream(path, { highWaterMark: 10 }), name)) streamed.push(item)
      expect(brief(streamed)).toEqual(brief(await collect(path)))
    }
  })

  test('a table gives its rows from the first one on, and says how far it is', async () => {
    const path = await put('stored', `a,b\n${'1,2\n'.repeat(20_000)}`)
    for await (const item of openSource(path, 'people.csv')) {
      if (item.kind !== 'table') throw new Error(item.kind)
      expect(item.path).toBe('people.csv')
      const table = await item.open()
      expect([table.headers, table.sampleRows[0]]).toEqual([
        ['a', 'b'],
        ['1', '2'],
      ])
      let count = 0
      for await (const { cells } of table.rows) count += cells.length
      expect([count, table.readBytes()]).toEqual([40_000, 80_004])
    }
  })
})
