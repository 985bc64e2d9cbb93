/** Does a workbook come out as the tables that a person sees in it, whoever wrote it? */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { makeBook } from '#test/make-book.ts'
import { makeZip } from '#test/make-zip.ts'
import { openSource } from './open-source.ts'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rapport-sheets-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

/** Every table with its headings and rows; what is skipped with its reason. */
async function read(bytes: Buffer, name = 'book.xlsx', after: string | null = null) {
  await writeFile(join(folder, 'stored'), bytes)
  const found = []
  for await (const item of openSource(join(folder, 'stored'), name, after ? { after: { path: after, offset: 0 } } : {})) {
    if (item.kind !== 'table') {
      found.push({ path: item.path, reason: 'reason' in item ? item.reason : item.kind })
      continue
    }
    const table = await item.open()
    const rows = []
    for await (const { line, cells } of table.rows) rows.push([line, ...cells])
    await table.close()
    found.push({ path: item.path, headers: table.headers, rows })
  }
  return found
}

describe('cells', () => {
  test('days, moments, shares, sums, numbers, yes and no, texts, formulas and faults are what a person sees', async () => {
    const styles = ['General', 'yyyy-mm-dd', 'd/m/yy h:mm', '0.0%', '#,##0.00 [$€-407]', '"Kg" 0']
    const book = makeBook({
      styles,
      strings: ['Kunde', 'Müller &amp; Söhne', '<t>rich </t><r><t>text</t></r><rPh sb="0"><t>reading</t></rPh>'],
      sheets: [
        {
          name: 'Data',
          rows: [
            '<c t="s"><v>0</v></c><c t="inlineStr"><is><t>Day</t></is></c><c t="inlineStr"><is><t>When</t></is></c><c t="inlineStr"><is><t>Share</t></is></c><c t="inlineStr"><is><t>Sum</t></is></c><c t="inlineStr"><is><t>Weight</t></is></c><c t="inlineStr"><is><t>Open</t></is></c><c t="inlineStr"><is><t>Made</t></is></c><c t="inlineStr"><is><t>Fault</t></is></c>',
            '<c t="s"><v>1</v></c><c s="1"><v>45292</v></c><c s="2"><v>45292.75</v></c><c s="3"><v>0.125</v></c><c s="4"><v>1234.5</v></c><c s="5"><v>1.234</v></c><c t="b"><v>1</v></c><c t="str"><f>A2&amp;"x"</f><v>made &lt;up&gt;</v></c><c t="e"><v>#N/A</v></c>',
            '<c t="s"><v>2</v></c><c r="I3"><f>1+1</f><v>2</v></c>',
          ],
        },
      ],
    })
    expect(await read(book)).toEqual([
      {
        path: 'book.xlsx',
        headers: ['Kunde', 'Day', 'When', 'Share', 'Sum', 'Weight', 'Open', 'Made', 'Fault'],
        rows: [
          [2, 'Müller & Söhne', '2024-01-01', '2024-01-01T18:00:00Z', '12.5%', '1234.5 EUR', '1.2340', 'true', 'made <up>', ''],
          [3, 'rich text', '', '', '', '', '', '', '', '2'],
        ],
      },
    ])
  })

  test('days of the calendar that begins in 1904, and of the year that had no 29 February', async () => {
    const rows = [
      '<c t="inlineStr"><is><t>Day</t></is></c><c t="inlineStr"><is><t>Who</t></is></c>',
      '<c s="1"><v>59</v></c><c t="inlineStr"><is><t>a</t></is></c>',
    ]
    const of = async (from1904: boolean) =>
      (await read(makeBook({ styles: ['General', 'dd.mm.yyyy'], from1904, sheets: [{ name: 'A', rows }] })))[0]?.rows
    expect([await of(false), await of(true)]).toEqual([[[2, '1900-02-28', 'a']], [[2, '1904-02-29', 'a']]])
  })
})

describe('sheets', () => {
  const text = (...cells: string[]) => cells.map((c) => (c ? `<c t="inlineStr"><is><t>${c}</t></is></c>` : '<c/>')).join('')

  test('each is a table; a title is passed over, a heading merged over columns is joined, hidden ones stay out', async () => {
    const book = makeBook({
      sheets: [
        {
          name: 'People',
          rows: [
            text('Our people, 2026'),
            '',
            text('Name', 'Address', ''),
            text('', 'Street', 'City'),
            text('Ana', 'Main 1', 'Oslo'),
          ],
          merges: ['A1:C1', 'A3:A4', 'B3:C3'],
        },
        { name: 'A/b', rows: [text('Firm', 'Land'), text('Acme', 'DE')] },
        { name: 'Old', hidden: true, rows: [text('x', 'y')] },
      ],
    })
    expect(await read(book)).toEqual([
      { path: 'book.xlsx/A-b', headers: ['Firm', 'Land'], rows: [[2, 'Acme', 'DE']] },
      { path: 'book.xlsx/Old', reason: 'The sheet is hidden in the workbook, and was left out.' },
      { path: 'book.xlsx/People', headers: ['Name', 'Address Street', 'Address City'], rows: [[5, 'Ana', 'Main 1', 'Oslo']] },
    ])
    expect((await read(book, 'book.xlsx', 'book.xlsx/Old')).map((t) => t.path)).toEqual(['book.xlsx/People'])
  })

  test('a workbook inside an archive, one with prefixed tags, and one that is none', async () => {
    const book = makeBook({
      prefix: 'x:',
      sheets: [{ name: 'S', rows: [text('Firm', 'Land'), text('Acme', 'DE')].map((r) => r.replace(/<(\/?)(\w)/g, '<$1x:$2')) }],
    })
    expect(await read(makeZip([{ name: 'a/b.xlsx', data: book }]), 'all.zip')).toEqual([
      { path: 'all.zip/a/b.xlsx', headers: ['Firm', 'Land'], rows: [[2, 'Acme', 'DE']] },
    ])
    expect(await read(makeZip([{ name: 'a.txt', data: 'x' }]), 'wrong.xlsx')).toEqual([
      { path: 'wrong.xlsx', reason: 'Reading stopped here: The file holds no workbook.' },
    ])
  })

  test('many rows with a string of their own each stream through', async () => {
    const rows = [
      text('Name', 'City'),
      ...Array.from({ length: 20_000 }, (_, n) => `<c t="s"><v>${n}</v></c><c t="s"><v>${20_000 - n}</v></c>`),
    ]
    const book = makeBook({
      strings: Array.from({ length: 20_001 }, (_, n) => `text ${n} ${'ü'.repeat(n % 40)}`),
      sheets: [{ name: 'S', rows }],
    })
    const [table] = await read(book)
    expect(table?.rows).toHaveLength(20_000)
    expect(table?.rows?.[12_345]).toEqual([12_347, `text 12345 ${'ü'.repeat(25)}`, `text 7655 ${'ü'.repeat(15)}`])
  })
})
