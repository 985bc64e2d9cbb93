/** Do real-world mails come out readable, whatever their encoding, structure and damage? */
import iconv from 'iconv-lite'
import { describe, expect, test } from 'vitest'
import { type ParsedMessage, parseMessage } from './parse-message.ts'

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

describe('who, when and which conversation', () => {
  test('reads addresses, identity, thread and date', async () => {
    const message = await read(
      `${HEAD}Cc: "Doe, John" <john@acme.example>, Team: a@x.example, =?utf-8?B?SsO8cmdlbg==?= <J@X.Example>;\nIn-Reply-To: <m0@v.example> (yesterday)\nReferences: <a@v.example>\n\t<m0@v.example> <a@v.example>\n\nHi`,
    )
    expect(message).toMatchObject({
      messageId: 'm1@acme.example',
      inReplyTo: 'm0@v.example',
      references: ['a@v.example', 'm0@v.example'],
      sentAt: '2024-01-01T08:00:00.000Z',
      sentAtFrom: 'date',
    })
    expect(message.from).toEqual({ name: 'Ana Lopez', email: 'ana@acme.example' })
    expect(message.cc).toEqual([
      { name: 'Doe, John', email: 'john@acme.example' },
      { name: '', email: 'a@x.example' },
      { name: 'Jürgen', email: 'j@x.example' },
    ])
    expect(message.warnings).toEqual([])
  })

  test.each([
    ['Doe, John <j@acme.example>', 'Doe, John', 'j@acme.example'],
    ["'ana@acme.example' <ana@acme.example>", '', 'ana@acme.example'],
    ['ana@acme.example (Ana Lopez)', 'Ana Lopez', 'ana@acme.example'],
    ['Ana Lopez ana@acme.example', 'Ana Lopez', 'ana@acme.example'],
    ['=?iso-8859-1?Q?M=FCller=2C_J=F6rg?= <m@acme.example>', 'Müller, Jörg', 'm@acme.example'],
    ['"Quote \\"Q\\" Man" <mailto:q@acme.example>', 'Quote "Q" Man', 'q@acme.example'],
  ])('reads the sender %s', async (line, name, email) => {
    expect((await read(`From: ${line}\nSubject: x\n\nhi`)).from).toEqual({ name, email })
  })

  test('dates without a readable Date line come from delivery, then the mailbox file, and say so', async () => {
    const received = await read('Received: from a by b; Tue, 2 Jan 2024 09:00:00 -0500\nDate: sometime\nFrom: a@b.example\n\nx')
    expect(received).toMatchObject({ sentAt: '2024-01-02T14:00:00.000Z', sentAtFrom: 'received' })
    expect(received.warnings.join()).toContain('cannot be read')
    const filed = await read('From a@b.example Wed Jan  3 10:11:12 2024\nFrom: a@b.example\n\nx')
    expect(filed).toMatchObject({ sentAt: '2024-01-03T10:11:12.000Z', sentAtFrom: 'mbox' })
    expect(await read('From: a@b.example\n\nx')).toMatchObject({ sentAt: null, sentAtFrom: 'none' })
  })

  test('a missing or broken Message-ID gets a key that survives another export of the same mail', async () => {
    const one = await read('From: a@b.example\nDate: 1 Jan 2024 10:00 +0000\nSubject: x\nMessage-ID: <>\n\nHi there\n')
    const two = await read(
      'Received: by z; x\r\nFrom: A <a@b.example>\r\nDate: Mon, 01 Jan 2024 11:00:00 +0100\r\nSubject: x\r\n\r\nHi  there\r\n\r\n',
    )
    expect(one.messageId).toBeNull()
    expect(one.generatedKey).toBe(two.generatedKey)
    expect((await read('From: a@b.example\nDate: 1 Jan 2024 10:00 +0000\nSubject: x\n\nHi you')).generatedKey).not.toBe(
      one.generatedKey,
    )
  })

  test('machines, lists and bounces are told apart from people', async () => {
    expect(await read(`${HEAD}Auto-Submitted: auto-replied\n\nx`)).toMatchObject({
      autoSubmitted: true,
      list: false,
      bounce: false,
    })
    expect(await read(`${HEAD}Auto-Submitted: no\n\nx`)).toMatchObject({ autoSubmitted: false })
    expect(await read('From: a@b.example\nSubject: Abwesenheitsnotiz: Angebot\n\nx')).toMatchObject({ autoSubmitted: true })
    expect(await read(`${HEAD}List-Id: <x.y>\n\nx`)).toMatchObject({ list: true, autoSubmitted: false })
    const report = await withBody(
      'multipart/report; report-type=delivery-status; boundary=b',
      `${part('text/plain', 'Could not deliver')}${part('message/delivery-status', 'Final-Recipient: rfc822;a@b')}--b--`,
    )
    expect(report).toMatchObject({ bounce: true, autoSubmitted: true, text: 'Could not deliver' })
    expect(report.attachments.map((file) => file.mediaType)).toEqual(['message/delivery-status'])
  })
})

describe('charsets', () => {
  const SAMPLES: [string, string][] = [
    ['iso-8859-1', 'Größe'], ['windows-1252', 'Preis: 5 € – „gut“'], ['iso-8859-15', '5 €'], ['windows-1251', 'Привет, мир'], ['koi8-r', 'Привет, мир'],
    ['iso-8859-2', 'Zażółć gęślą'], ['windows-1253', 'Καλημέρα'], ['big5', '繁體中文'], ['gb2312', '简体中文'], ['gb18030', '简体中文'], ['shift_jis', 'こんにちは世界'],
    ['euc-jp', 'こんにちは世界'], ['euc-kr', '안녕하세요'], ['utf-16', 'Grüße'], ['utf-7', 'Grüße'], ['utf-8', '👍 naïve'], ['macintosh', 'café'], ['windows-1255', 'שלום'],
  ] // biome-ignore format: a table
  test.each(SAMPLES)('%s', async (charset, text) => {
    expect((await withBody(`text/plain; charset="${charset}"`, iconv.encode(text, charset))).text).toBe(text)
    const word = `=?${charset}?B?${iconv.encode(text, charset).toString('base64')}?=`
    expect((await read(`From: a@b.example\nSubject: ${word}\n\nx`)).subject).toBe(text)
  })

  test('ISO-2022-JP, declared or not', async () => {
    const bytes = Buffer.from('\u001b$B$3$s$K$A$O\u001b(B ok', 'latin1')
    expect((await withBody('text/plain; charset=ISO-2022-JP', bytes)).text).toBe('こんにちは ok')
    expect((await withBody('text/plain', bytes)).text).toBe('こんにちは ok')
  })

  test('mistakes are repaired and reported', async () => {
    const asUtf8 = await withBody(
      'text/plain; charset=utf-8',
      Buffer.from([0x4d, 0xfc, 0x6c, 0x6c, 0x65, 0x72, 0x20, 0x80, 0x35]),
    )
    expect(asUtf8.text).toBe('Müller €5')
    expect(asUtf8.warnings.join()).toContain('windows-1252')
    expect((await withBody('text/plain; charset=iso-8859-1', 'Müller €')).text).toBe('Müller €')
    expect((await withBody('text/plain; charset=us-ascii', 'Müller €')).text).toBe('Müller €')
    expect((await withBody('text/plain; charset=x-unknown-9', 'Müller €')).text).toBe('Müller €')
    expect(
      (
        await withBody(
          'text/plain; charset=utf-8',
          Buffer.concat([Buffer.from('Grüße aus Köln, schöne '), Buffer.from([0xdc]), Buffer.from('bung')]),
        )
      ).text,
    ).toBe('Grüße aus Köln, schöne Übung')
    expect((await withBody('text/plain; charset=utf-8', iconv.decode(Buffer.from('Müller hört zu'), 'windows-1252'))).text).toBe(
      'Müller hört zu',
    )
  })

  test('NUL bytes and half characters never reach the database', async () => {
    const message = await withBody('text/plain', Buffer.from('a\0b'))
    expect(message.text).toBe('a\uFFFDb')
    expect(message.warnings.join()).toContain('NUL')
    const halves = await withBody('text/plain; charset=utf-16le', Buffer.from([0x00, 0xd8, 0x41, 0x00]))
    expect(halves.text).toBe('\uFFFDA')
  })

  test('encoded words cut inside a character are joined', async () => {
    expect((await read('From: a@b.example\nSubject: =?UTF-8?B?R3LDvMM=?=\n =?UTF-8?B?n2U=?= an Sie\n\nx')).subject).toBe(
      'Grüße an Sie',
    )
  })
})

describe('transfer encodings', () => {
  test.each([
    ['quoted-printable', 'Gr=C3=BC=C3=9Fe =\nan Sie=', 'Grüße an Sie'],
    ['Quoted-Printable', '100 =% =3D 100 percent', '100 =% = 100 percent'],
    ['base64', 'R3LDvMOf\nZQ==', 'Grüße'],
    ['BASE64', 'R3LD!vMOf~ZQ', 'Grüße'],
    ['8bits', 'Grüße', 'Grüße'],
    ['', 'Grüße', 'Grüße'],
    ['x-uuencode', 'begin 644 a.txt\n&2&5L;&\\A\n`\nend', 'Hello!'],
  ])('%s', async (encoding, body, text) => {
    expect((await withBody('text/plain; charset=utf-8', body, `Content-Transfer-Encoding: ${encoding}\n`)).text).toBe(text)
  })

  test('flowed text is joined, quotes and the signature stay', async () => {
    const body = 'We need it \nby June.\n> Can you \n> do it?\n-- \nAna'
    expect((await withBody('text/plain; format=flowed', body)).text).toBe('We need it by June.\n> Can you do it?\n-- \nAna')
  })
})

describe('parts', () => {
  test('plain wins over HTML unless it only says that the mail is HTML', async () => {
    expect(await multi('alternative', part('text/plain', 'plain words'), part('text/html', '<p>html words</p>'))).toMatchObject({
      text: 'plain words',
      textFrom: 'plain',
    })
    expect(await multi('alternative', part('text/plain', ' \n'), part('text/html', '<p>html words</p>'))).toMatchObject({
      text: 'html words',
      textFrom: 'html',
    })
    const stub = await multi(
      'alternative',
      part('text/plain', 'This mail is HTML.'),
      part('text/html', `<p>${'We need two more seats. '.repeat(5)}</p>`),
    )
    expect(stub.textFrom).toBe('html')
  })

  test('nested multiparts, inline pictures, files and forwarded mails are all kept', async () => {
    const inner = '--c\nContent-Type: text/plain\n\nHello\n--c\nContent-Type: text/html\n\n<b>Hello</b>\n--c--'
    const message = await multi(
      'mixed',
      part('multipart/alternative; boundary=c', inner),
      part(
        'image/png; name="=?utf-8?Q?B=C3=A4r.png?="',
        'iVBORw==',
        'Content-Transfer-Encoding: base64\nContent-ID: <pic1>\nContent-Disposition: inline\n',
      ),
      part(
        'application/pdf',
        'JVBERg==',
        'Content-Transfer-Encoding: base64\nContent-Disposition: attachment; filename*0*=utf-8\'\'%C3%BCber; filename*1="sicht.pdf"\n',
      ),
      part('message/rfc822', 'From: x@y.example\nSubject: Old offer\n\nold text'),
      part('text/plain', 'List footer'),
    )
    expect(message.text).toBe('Hello\n\nList footer')
    expect(
      message.attachments.map(({ name, mediaType, inline, contentId, bytes }) => [
        name,
        mediaType,
        inline,
        contentId,
        bytes.length,
      ]),
    ).toEqual([
      ['Bär.png', 'image/png', true, 'pic1', 4],
      ['übersicht.pdf', 'application/pdf', false, null, 4],
      ['Old offer.eml', 'message/rfc822', false, null, 46],
    ])
  })

  test('missing, wrong and unclosed boundaries are found in the text', async () => {
    const body = '--q\nContent-Type: text/plain\n\nhi there\n--q\nContent-Type: text/html\n\n<p>hi</p>\n'
    for (const type of ['multipart/alternative', 'multipart/alternative; boundary=zzz', 'multipart/alternative; boundary="q"']) {
      const message = await withBody(type, body)
      expect(message.text).toBe('hi there')
      expect(message.warnings.length).toBeGreaterThan(0)
    }
    expect((await withBody('multipart/mixed', 'no parts at all')).text).toBe('no parts at all')
  })

  test('a text with a file name is the text of a mail that has no other, and stays a file', async () => {
    const note = part('text/plain; name=note.txt', 'We need SSO.', 'Content-Disposition: inline; filename=note.txt\n')
    expect(await multi('mixed', note)).toMatchObject({ text: 'We need SSO.', attachments: [{ name: 'note.txt' }] })
    expect(await multi('mixed', part('text/plain', 'See note'), note)).toMatchObject({
      text: 'See note',
      attachments: [{ name: 'note.txt' }],
    })
  })

  test('an encrypted mail is kept as a file and says so', async () => {
    const message = await withBody(
      'application/pkcs7-mime; smime-type=enveloped-data; name=smime.p7m',
      'AAAA',
      'Content-Transfer-Encoding: base64\n',
    )
    expect(message).toMatchObject({ textFrom: 'none', attachments: [{ name: 'smime.p7m' }] })
    expect(message.warnings.join()).toContain('encrypted')
  })

  test('names of files cannot point elsewhere', async () => {
    const message = await multi(
      'mixed',
      part('application/pdf', 'x', 'Content-Disposition: attachment; filename="../../etc/pass\0wd"\n'),
      part('application/pdf', 'x', 'Content-Disposition: attachment\n'),
    )
    expect(message.attachments.map((file) => file.name)).toEqual(['pass\uFFFDwd', 'attachment-2.pdf'])
  })
})

describe('HTML only', () => {
  test('quotes become "> " lines, tables stay readable, styles vanish', async () => {
    const html = `<html><head><style>p{color:red}</style></head><body><p>Hi&nbsp;Bob,<br>we need &gt; 2&euro;</p><table><tr><th>Item</th><th>Qty</th></tr><tr><td>Seats</td><td><p>20</p></td></tr></table>
      <ul><li>SSO</li></ul><blockquote><p>Can you wait?</p><p>Bob</p></blockquote></body></html>`
    expect((await withBody('text/html; charset=utf-8', html)).text).toBe(
      'Hi Bob,\nwe need > 2€\n\nItem | Qty\nSeats | 20\n\n- SSO\n\n> Can you wait?\n>\n> Bob',
    )
  })

  test('text that keeps its lines only by style keeps them', async () => {
    expect(
      (await withBody('text/html', '<div style="white-space: pre-wrap">We need:\n- SSO\n- EU hosting</div><p>Ana</p>')).text,
    ).toBe('We need:\n- SSO\n- EU hosting\n\nAna')
  })

  test('a layout table reads cell by cell', async () => {
    expect(
      (
        await withBody(
          'text/html',
          '<table><tr><td><table><tr><td>Hello</td></tr></table></td><td><p>World</p><ul><li>x</li></ul></td></tr></table>',
        )
      ).text.replace(/\n+/g, '/'),
    ).toBe('Hello/World/- x')
  })
})
