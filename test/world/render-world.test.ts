/** Do the files made of the story read back as the story, through the product's own readers? */
import { Readable } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { readCueTranscript, readTextTranscript } from '#foundation/language/read-transcript.ts'
import { segmentMessage } from '#foundation/language/segment-message.ts'
import { sniffTable } from '#foundation/platform/intake/sniff-table.ts'
import { type ParsedMessage, parseMessage } from '#foundation/platform/mail/parse-message.ts'
import { readMbox } from '#foundation/platform/mail/read-mbox.ts'
import { guessMapping } from '#workspace/imports/rules/guess-mapping.ts'
import { targets } from '#workspace/imports/rules/target-fields.ts'
import { organisations, people } from './cast.ts'
import { dateTheWorld } from './date-the-world.ts'
import { messageIdOf, quotedPrintable, renderMbox } from './render-mailbox.ts'
import { renderTables } from './render-tables.ts'
import { renderTranscripts } from './render-transcripts.ts'
import { world } from './world.ts'

const dated = dateTheWorld(world, '2026-11-23')
const mails = dated.threads.flatMap((thread) => thread.messages.map((mail) => ({ mail, thread })))
const read = new Map<string, ParsedMessage>()
for await (const one of readMbox(Readable.from(Buffer.from(renderMbox(dated), 'latin1')))) {
  if (!('raw' in one)) throw new Error('a mail of the world is too large')
  const parsed = await parseMessage(one.raw, { mboxLine: one.fromLine })
  if ('unreadable' in parsed) throw new Error(parsed.unreadable)
  read.set(parsed.messageId ?? '', parsed)
}
const readOf = (mail: (typeof mails)[number]['mail']) => read.get(messageIdOf(mail))

describe('the mailbox', () => {
  it('comes back whole, in plain ASCII, and without a warning', () => {
    expect(/^[\x20-\x7e\n]*$/.test(renderMbox(dated))).toBe(true)
    expect(read.size).toBe(mails.length)
    expect([...read.values()].flatMap((one) => one.warnings)).toEqual([])
  })

  it('says who wrote what to whom when', () => {
    for (const { mail } of mails) {
      const found = readOf(mail)
      expect(found?.sentAt, mail.key).toBe(mail.moment.sentAt)
      expect(found?.from, mail.key).toMatchObject({ name: people[mail.from].name, email: people[mail.from].email })
      expect(
        found?.to.map((one) => one.email),
        mail.key,
      ).toEqual(mail.to.map((key) => people[key].email))
      expect(
        found?.cc.map((one) => one.name),
        mail.key,
      ).toEqual((mail.cc ?? []).map((key) => people[key].name))
      expect(found?.attachments.map((one) => one.name) ?? [], mail.key).toEqual((mail.attachments ?? []).map((one) => one.name))
      expect(found?.attachments.map((one) => one.bytes.toString()) ?? [], mail.key).toEqual(
        (mail.attachments ?? []).map((one) => one.text),
      )
    }
  })

  it('holds every text verbatim, whatever its charset and encoding', () => {
    for (const { mail } of mails) expect(readOf(mail)?.text, mail.key).toContain(mail.text)
  })

  it('answers the mail before it', () => {
    for (const { mail, thread } of mails) {
      const before = thread.messages[thread.messages.findIndex((one) => one.key === mail.key) - 1]
      expect(readOf(mail)?.inReplyTo ?? null, mail.key).toBe(before ? messageIdOf(before) : null)
    }
  })

  it('is read as automatic where it is, and nowhere else', () => {
    const found = mails.filter(({ mail }) => readOf(mail)?.autoSubmitted).map(({ mail }) => mail.key)
    expect(found).toEqual(mails.filter(({ mail }) => mail.automatic).map(({ mail }) => mail.key))
  })

  it('tells what was written from what was quoted: every conclusion stands in written words', () => {
    const { needs, promises, objections, competitors } = dated.expectations
    const shown = [...needs.flatMap((need) => need.spans), ...promises, ...objections, ...competitors]
    const lost = shown.flatMap((one) => {
      const mail = mails.find((found) => found.mail.key === one.in)?.mail
      if (!mail) return []
      const text = readOf(mail)?.text ?? ''
      const at = text.indexOf(one.quote)
      const part = segmentMessage(text, { writer: people[mail.from].name }).find(({ start, end }) => start <= at && at < end)
      return part?.kind === 'written' && part.end >= at + one.quote.length
        ? []
        : [{ in: one.in, quote: one.quote, part: part?.kind }]
    })
    expect(lost).toEqual([])
  })

  it('uses each way that mail programs write', () => {
    const raw = renderMbox(dated)
    for (const mark of ['text/html', 'windows-1252', 'base64', 'multipart/mixed', 'Von: ', 'Forwarded message', 'Auto-Submitted'])
      expect(raw).toContain(mark)
    expect(quotedPrintable(Buffer.from('Grüße =\nam Ende '))).toBe('Gr=C3=BC=C3=9Fe =3D\nam Ende=20')
  })
})

describe('the transcripts', () => {
  it('come back turn by turn', () => {
    for (const file of renderTranscripts(dated)) {
      const call = dated.calls.find((one) => one.key === file.key)
      const found = file.path.endsWith('.vtt') ? readCueTranscript(file.text) : readTextTranscript(file.text)
      expect(
        found.turns.map((turn) => `${turn.speaker}: ${found.text.slice(turn.start, turn.end)}`),
        file.path,
      ).toEqual(call?.turns.map((turn) => `${people[turn.speaker].name}: ${turn.text}`))
      expect(file.path).toContain(call?.moment.day)
    }
  })
})

describe('the tables', () => {
  it('have headings that are guessed without help', () => {
    for (const { path, text } of renderTables(dated)) {
      const table = sniffTable(Buffer.from(text), true)
      const guess = guessMapping(table.headers, table.sampleRows, targets, path)
      expect(guess.record, path).toBe(/accounts/.test(path) ? 'accounts' : /people/.test(path) ? 'people' : 'opportunities')
      expect(
        guess.columns.filter((column) => column.field === null).map((column) => column.header),
        path,
      ).toEqual([])
    }
  })

  it('keep the longest name whole', () => {
    const accounts = sniffTable(Buffer.from(renderTables(dated)[0]?.text ?? ''), true)
    expect(accounts.sampleRows.flat()).toContain(organisations.hollenstedt.name)
  })
})
