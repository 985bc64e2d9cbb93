/** Are people read from address cards of every version and program, and calendars at the right moment? */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { isTimeZone, momentOfWall } from '#foundation/kernel/moment-in.ts'
import { splitValue } from './content-lines.ts'
import { openCalendar } from './read-calendar.ts'
import { openCards } from './read-cards.ts'
import { sayRepeat } from './say-repeat.ts'

/** In pieces of a few bytes, so that nothing may rely on where a piece ends. */
async function* pieces(bytes: Buffer): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += 7) yield bytes.subarray(at, at + 7)
}
const file = (given: string | Buffer) => {
  const bytes = Buffer.from(given as string)
  return { path: 'x', reopens: true, open: async () => pieces(bytes) }
}
async function rowsOf(opening: ReturnType<typeof openCards>) {
  const table = await opening
  const rows = []
  for await (const { line, cells, refusal } of table.rows)
    rows.push({
      line,
      ...Object.fromEntries(table.headers.map((h, at) => [h, cells[at]]).filter(([, cell]) => cell)),
      ...(refusal ? { refusal } : {}),
    })
  return rows
}
const cards = (text: string | Buffer) => rowsOf(openCards(file(text)))
const events = (text: string, home = 'UTC') => rowsOf(openCalendar(file(text), home))

describe('address cards', () => {
  it('of version 2.1: quoted-printable over several lines, a character set of its own, types without a name', async () => {
    const card =
      'BEGIN:VCARD\r\nVERSION:2.1\r\nN;CHARSET=ISO-8859-1;ENCODING=QUOTED-PRINTABLE:M=FCller;J=F6rg;;;\r\nFN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:J=C3=B6rg=\r\n M=C3=BCller\r\nTEL;HOME:1\r\nTEL;WORK;VOICE:+49 30 1234567\r\nTEL;FAX;PREF:99\r\nEMAIL;INTERNET:joerg@acme.example\r\nORG:Acme GmbH;Sales\r\nTITLE:Chef\r\nPHOTO;ENCODING=BASE64;JPEG:/9j/4AAQ\r\n AAAA\r\n BBBB\r\n\r\nEND:VCARD\r\n'
    expect(await cards(card)).toEqual([
      {
        line: 1,
        'Full name': 'Jörg Müller',
        'First name': 'Jörg',
        'Last name': 'Müller',
        'E-mail': 'joerg@acme.example',
        Phone: '+49 30 1234567',
        Company: 'Acme GmbH',
        'Job title': 'Chef',
      },
    ])
  })
  it('of versions 3 and 4: folded lines, groups, escapes, what is preferred, web addresses as numbers', async () => {
    const v3 =
      'BEGIN:VCARD\nVERSION:3.0\nN:Ruiz\\, Dr.;Ana;;;\nFN:Ana Rui\n z\nitem1.EMAIL;type=INTERNET:second@b.example\nitem2.EMAIL;type=INTERNET;type=pref:Ana@B.example\nitem2.X-ABLabel:Work\nORG:B\\; Co\nNOTE:two\\nlines\nEND:VCARD\n'
    const v4 =
      'BEGIN:VCARD\nVERSION:4.0\nFN:Zoë Ünal\nTEL;VALUE=uri;PREF=1;TYPE="voice,home":tel:+1-555-555-5555;ext=5555\nEMAIL;PREF=2:z2@c.example\nEMAIL;PREF=1:z1@c.example\nORG:C AG\nEND:VCARD\n'
    expect(await cards(v3 + v4)).toEqual([
      {
        line: 1,
        'Full name': 'Ana Ruiz',
        'First name': 'Ana',
        'Last name': 'Ruiz, Dr.',
        'E-mail': 'Ana@B.example',
        Company: 'B; Co',
        Note: 'two\nlines',
      },
      { line: 12, 'Full name': 'Zoë Ünal', 'E-mail': 'z1@c.example', Phone: '+1-555-555-5555', Company: 'C AG' },
    ])
  })
  it('says of groups, companies, cards of nobody and torn ones why they are not people', async () => {
    const text =
      'BEGIN:VCARD\nFN:Team\nKIND:group\nEND:VCARD\nBEGIN:VCARD\nFN:Acme\nX-ABShowAs:COMPANY\nEND:VCARD\nBEGIN:VCARD\nVERSION:3.0\nEND:VCARD\nBEGIN:VCARD\nFN:Torn'
    expect((await cards(text)).map((r) => r.refusal)).toEqual([
      'The card is of a group, not of a person.',
      'The card is of a company, not of a person.',
      'The card names nobody and has no mail address.',
      'The file ends in the middle of this card.',
    ])
  })
  it('in UTF-16, as Outlook writes them', async () => {
    expect(await cards(iconv.encode('BEGIN:VCARD\r\nFN:Jörg\r\nEND:VCARD\r\n', 'utf-16le', { addBOM: true }))).toEqual([
      { line: 1, 'Full name': 'Jörg' },
    ])
  })
  it('cuts values only at signs that are not escaped', () => {
    expect([splitValue('a\\;b;c\\\\;d', ';'), splitValue('', ',')]).toEqual([['a;b', 'c\\', 'd'], ['']])
  })
})

const event = (...lines: string[]) =>
  ['BEGIN:VCALENDAR', 'BEGIN:VEVENT', 'UID:1', ...lines, 'END:VEVENT', 'END:VCALENDAR'].join('\r\n')

describe('calendars', () => {
  it('tell the moment in their own zone, a named one, that of Windows, and at home', async () => {
    const zone =
      'BEGIN:VCALENDAR\nBEGIN:VTIMEZONE\nTZID:Mine\nBEGIN:STANDARD\nDTSTART:20200101T000000\nTZOFFSETFROM:+0330\nTZOFFSETTO:+0330\nEND:STANDARD\nEND:VTIMEZONE\nBEGIN:VEVENT\nUID:1\nDTSTART;TZID=Mine:20260601T120000\nDURATION:PT1H30M\nEND:VEVENT\nEND:VCALENDAR\n'
    const starts = async (text: string, home?: string) => (await events(text, home))[0]
    expect(await starts(zone)).toMatchObject({ Starts: '2026-06-01T08:30:00.000Z', Ends: '2026-06-01T10:00:00.000Z' })
    expect(await starts(event('DTSTART;TZID=Europe/Berlin:20260601T120000'))).toMatchObject({
      Starts: '2026-06-01T10:00:00.000Z',
      'Time zone': 'Europe/Berlin',
    })
    expect(await starts(event('DTSTART;TZID="W. Europe Standard Time":20261201T120000'))).toMatchObject({
      Starts: '2026-12-01T11:00:00.000Z',
    })
    expect(await starts(event('DTSTART:20260601T120000'), 'America/New_York')).toMatchObject({
      Starts: '2026-06-01T16:00:00.000Z',
    })
    // 02:30 on the night when the clocks leap from 2 to 3 is read with the offset before.
    expect(await starts(event('DTSTART;TZID=Europe/Berlin:20260329T023000'))).toMatchObject({
      Starts: '2026-03-29T01:30:00.000Z',
    })
  })
  it('tell whole days, who takes part and how they answered, and a repetition in words', async () => {
    const text = event(
      'DTSTART;VALUE=DATE:20260601',
      'DTEND;VALUE=DATE:20260603',
      'SUMMARY:Fair\\, Berlin',
      'ORGANIZER;CN=Vera:mailto:vera@v.example',
      'ATTENDEE;CN="Ruiz, Ana";PARTSTAT=ACCEPTED;ROLE=REQ-P\r\n ARTICIPANT:MAILTO:ana@acme.example',
      'RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,WE;UNTIL=20260901T000000Z',
      'EXDATE:20260615',
      'BEGIN:VALARM',
      'SUMMARY:Wake up',
      'END:VALARM',
    )
    expect(await events(text)).toEqual([
      {
        line: 2,
        Event: 'Fair, Berlin',
        Starts: '2026-06-01',
        Ends: '2026-06-02',
        'All day': 'yes',
        Organizer: 'Vera <vera@v.example>',
        Attendees: 'Ruiz, Ana <ana@acme.example> accepted',
        Repeats: 'Every 2 weeks on Monday, Wednesday, until 2026-09-01; except on 1 day',
        UID: '1',
      },
    ])
    expect([sayRepeat('FREQ=MONTHLY;BYDAY=-1FR'), sayRepeat('FREQ=YEARLY;COUNT=5'), sayRepeat('odd')]).toEqual([
      'Every month on the last Friday',
      'Every year, 5 times',
      'odd',
    ])
  })
  it('tell an occurrence that differs apart, and what is no event', async () => {
    const text = `BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:a\nDTSTART:20260601T100000Z\nRRULE:FREQ=DAILY\nEND:VEVENT\nBEGIN:VEVENT\nUID:a\nRECURRENCE-ID:20260602T100000Z\nDTSTART:20260602T120000Z\nEND:VEVENT\nBEGIN:VTODO\nSUMMARY:Buy\nEND:VTODO\nBEGIN:VEVENT\nUID:b\nDTSTART:20269901\nEND:VEVENT\nEND:VCALENDAR\n`
    expect((await events(text)).map((r) => [r.UID, r.refusal])).toEqual([
      ['a', undefined],
      ['a/2026-06-02T10:00:00.000Z', undefined],
      [undefined, 'A task of the calendar, not an event; tasks are not taken.'],
      ['b', 'The event does not say when it begins.'],
    ])
  })
})

const sets = '../shared/datasets/calendar-contacts'
const below = (ending: string) =>
  readdirSync(sets, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
    .map((entry) => join(entry.parentPath, entry.name))

describe.skipIf(!existsSync(sets))('the public sets', () => {
  it('every event with a zone that the program knows begins when that zone says', async () => {
    let compared = 0
    for (const path of below('.ics')) {
      const text = readFileSync(path, 'utf8')
      const found = await events(text)
      for (const { uid, at } of readTruth(text)) {
        const own = found.filter((r) => r.UID === uid || r.UID?.startsWith(`${uid}/`)).map((r) => Date.parse(String(r.Starts)))
        expect([path, uid, own]).toEqual([path, uid, expect.arrayContaining([at])])
        compared++
      }
    }
    expect(compared).toBeGreaterThan(10)
  })
  it('every card gives the name that stands in it', async () => {
    for (const path of below('.vcf')) {
      const name = /^(?:\w+\.)?FN[^:\n]*:(.*)$/m.exec(readFileSync(path, 'utf8').replace(/\r?\n[ \t]/g, ''))?.[1]
      const rows = await cards(readFileSync(path, 'utf8'))
      if (name) expect([path, rows[0]?.['Full name']]).toEqual([path, name.trim().replaceAll('\\,', ',')])
    }
  })
})

/** Begin of every event with a UID that is told in UTC, as a day, or by the clocks of a known zone. */
function readTruth(text: string): { uid: string; at: number }[] {
  const unfolded = text.replace(/\r?\n[ \t]/g, '')
  return [...unfolded.matchAll(/^BEGIN:VEVENT\r?\n([\s\S]*?)^END:VEVENT/gm)].flatMap(([, inside = '']) => {
    const uid = /^UID:(.+?)\r?$/m.exec(inside)?.[1]?.trim()
    const [, params = '', value = ''] = /^DTSTART((?:;[^:]*)?):(\d{8}(?:T\d{6}Z?)?)\r?$/m.exec(inside) ?? []
    const zone = /TZID="?([^;"]+)/.exec(params)?.[1] ?? ''
    if (!uid || !value) return []
    const iso = value.replace(
      /^(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)Z?)?$/,
      (_, y, m, d, h = '00', i = '00', s = '00') => `${y}-${m}-${d}T${h}:${i}:${s}Z`,
    )
    const wall = Date.parse(iso)
    if (value.length === 8 || value.endsWith('Z')) return [{ uid, at: wall }]
    return zone && isTimeZone(zone) ? [{ uid, at: momentOfWall(wall, zone) }] : []
  })
}
