/** Does every row of every table come out, whatever program wrote it? */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { Readable } from 'node:stream'
import fc from 'fast-check'
import iconv from 'iconv-lite'
import { describe, expect, test } from 'vitest'
import { inspectTable, readTable, type TableRow } from './read-table.ts'
import { scanRecord } from './scan-record.ts'
import { sniffTable } from './sniff-table.ts'

/** Work, not waiting: other programs on the machine do not count. */
function cpuMs(since: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(since)
  return (user + system) / 1000
}

function stream(data: Buffer | string, chunk = 65_536): AsyncIterable<Buffer> {
  const bytes = Buffer.from(data)
  const pieces: Buffer[] = []
  for (let at = 0; at < bytes.length; at += chunk) pieces.push(bytes.subarray(at, at + chunk))
  return Readable.from(pieces)
}
async function rows(data: Buffer | string, chunk?: number): Promise<TableRow[]> {
  const found: TableRow[] = []
  for await (const row of readTable(stream(data, chunk))) found.push(row)
  return found
}
const cells = async (data: Buffer | string, chunk?: number) => (await rows(data, chunk)).map((row) => row.cells)

describe('dialects', () => {
  test.each([
    [',', 'name,city\nAcme,"Bonn, Rhein"\nBeta,Ulm\n'],
    [';', 'name;city\nAcme;Bonn, Rhein\nBeta;Ulm\n'],
    ['\t', 'name\tcity\nAcme\tBonn, Rhein\nBeta\tUlm\n'],
    ['|', 'name|city\r\nAcme|Bonn, Rhein\r\nBeta|Ulm'],
  ])('delimiter %j', async (delimiter, text) => {
    expect(sniffTable(Buffer.from(text), true)).toMatchObject({ delimiter, headers: ['name', 'city'], headerLine: 1 })
    expect(await cells(text)).toEqual([
      ['Acme', 'Bonn, Rhein'],
      ['Beta', 'Ulm'],
    ])
  })

  test('decimal commas do not pass for delimiters', () => {
    expect(sniffTable(Buffer.from('Firma;Betrag;Datum\nA;1,50;01.02.2024\nB;2,75;02.02.2024\n'), true).delimiter).toBe(';')
  })

  test("the spreadsheet's own hint is believed and is no row", async () => {
    expect(await cells('sep=|\na|b,c\n1|2,3\n')).toEqual([['1', '2,3']])
  })

  test.each(['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'] as const)(
    'encoding %s, with and without byte-order mark',
    async (encoding) => {
      const text = 'name;note\nMüller;5 € „gut“\n'
      const plain = iconv.encode(text, encoding)
      expect(await cells(plain, 7)).toEqual([['Müller', '5 € „gut“']])
      if (encoding === 'windows-1252') return
      const marked = iconv.encode(`\uFEFF${text}`, encoding)
      expect(await inspectTable(stream(marked))).toMatchObject({ encoding, headers: ['name', 'note'] })
      expect(await cells(marked, 5)).toEqual([['Müller', '5 € „gut“']])
    },
  )
})

describe('rows', () => {
  test('line numbers count lines inside quotes, empty rows vanish, line ends become LF', async () => {
    const found = await rows('a,b\r\n1,"x\r\ny"\r\n\r\n,\r\n2,z\r\n')
    expect(found).toEqual([
      { line: 2, cells: ['1', 'x\ny'], ragged: 0 },
      { line: 6, cells: ['2', 'z'], ragged: 0 },
    ])
  })

  test('ragged rows say so', async () => {
    expect((await rows('a,b,c\n1\n1,2,3,4\n')).map(({ cells, ragged }) => [cells, ragged])).toEqual([
      [['1', '', ''], -2],
      [['1', '2', '3', '4'], 1],
    ])
  })

  test('headers are unique and never empty; a title above them is passed over', async () => {
    const text = 'Pipeline report\n\nName,Name,,name\n1,2,3,4\n5,6,7,8\n'
    expect(sniffTable(Buffer.from(text), true)).toMatchObject({
      headers: ['Name', 'Name (2)', 'Column 3', 'name (3)'],
      headerLine: 3,
    })
    expect((await rows(text)).map((row) => row.line)).toEqual([4, 5])
  })

  test('a table without a header keeps its first row', async () => {
    expect(await cells('Acme,ana@acme.example\nBeta,bo@beta.example\n')).toHaveLength(2)
  })

  test('one wrong quote does not swallow the rest of the file', async () => {
    const text = `name,note\nA,"open\n${Array.from({ length: 2000 }, (_, n) => `N${n},ok`).join('\n')}\n`
    expect(await rows(text)).toHaveLength(2001)
    expect(await cells('a,b\n"Acme" GmbH,Bonn\nBeta,"fine"\n"Gamma, open\nDelta,"ok, too"\n')).toEqual([
      ['"Acme" GmbH', 'Bonn'],
      ['Beta', 'fine'],
      ['"Gamma', ' open'],
      ['Delta', 'ok, too'],
    ])
    expect(await cells('a,b\n"he said "hi" there",x\n"Q ""2""",y\n')).toEqual([
      ['he said "hi" there', 'x'],
      ['Q "2"', 'y'],
    ])
  })

  test('NUL bytes become storable', async () => {
    expect(await cells('a,b\nx\0,y\n')).toEqual([['x\uFFFD', 'y']])
  })

  test('what is written is read, however the stream is cut', async () => {
    const cell = fc.string({ unit: fc.constantFrom('a', 'ü', '"', ',', ';', ' ', '\n', "'"), maxLength: 8 })
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 8 }),
        fc.integer({ min: 1, max: 9 }),
        async (table, chunk) => {
          const written = [['h1', 'h2', 'h3'], ...table].map((row) =>
            row.map((one) => `"${one.replaceAll('"', '""')}"`).join(','),
          )
          const kept = table.filter((row) => row.some((one) => one.trim() !== ''))
          const found: string[][] = []
          for await (const row of readTable(stream(`${written.join('\r\n')}\r\n`, chunk), { delimiter: ',', headerLine: 1 }))
            found.push(row.cells)
          expect(found).toEqual(kept)
        },
      ),
      { numRuns: 200, seed: 5 },
    )
  })

  test('never throws, whatever the bytes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
        await rows(Buffer.from(bytes), 11)
      }),
      { numRuns: 300, seed: 5 },
    )
  })

  test('a large table streams in bounded time', async () => {
    const line = 'Acme GmbH;"Bonn; Rhein";1.234,56;2024-01-31;ana@acme.example\n'
    const block = Buffer.from(line.repeat(5000))
    let count = 0
    const started = process.cpuUsage()
    for await (const row of readTable(
      Readable.from([Buffer.from('name;city;amount;day;mail\n'), ...Array.from({ length: 60 }, () => block)]),
    ))
      count += row.cells.length === 5 ? 1 : 0
    expect(count).toBe(300_000)
    expect(cpuMs(started)).toBeLessThan(8000)
  })
})

const DATASETS = new URL('../../../../../shared/datasets', import.meta.url).pathname

describe.skipIf(!existsSync(`${DATASETS}/csv-torture`))('the torture sets', () => {
  test('csv-spectrum is read exactly', async () => {
    const folder = `${DATASETS}/csv-torture/csv-spectrum`
    for (const name of readdirSync(`${folder}/csvs`)) {
      const truth = JSON.parse(
        readFileSync(`${folder}/json/${name.replace('.csv', '.json')}`, 'utf8').replaceAll('\\r\\n', '\\n'),
      ) as unknown
      const bytes = readFileSync(`${folder}/csvs/${name}`)
      const { headers } = await inspectTable(stream(bytes))
      const found = (await cells(bytes)).map((row) => Object.fromEntries(headers.map((header, at) => [header, row[at]])))
      // This one pair differs from itself: the rows of the two files are not the same.
      if (name === 'location_coordinates.csv') expect(found).toHaveLength(1)
      else expect(found, name).toEqual(truth)
    }
  })

  test('PapaParse cases: only broken quotes are read otherwise, so that rows survive', () => {
    const source = readFileSync(`${DATASETS}/csv-torture/papaparse/test-cases.js.txt`, 'utf8')
    const list = source.slice(source.indexOf('var CORE_PARSER_TESTS'), source.indexOf("describe('Core Parser Tests'"))
    type Case = { description: string; input: string; config?: Record<string, unknown>; expected: { data: string[][] } }
    const cases = new Function('RECORD_SEP', 'UNIT_SEP', 'Papa', `${list};return CORE_PARSER_TESTS`)(
      '\u001e',
      '\u001f',
      {},
    ) as Case[]
    const plain = cases.filter(
      (one) =>
        Object.keys(one.config ?? {}).every((key) => key === 'delimiter') && String(one.config?.delimiter ?? ',').length === 1,
    )
    const different = plain.filter((one) => {
      const found: string[][] = []
      for (let at = 0; at < one.input.length; ) {
        const record = scanRecord(one.input, at, String(one.config?.delimiter ?? ','), true)
        if (!record) break
        found.push(record.cells)
        at = record.next
      }
      const filled = (table: string[][]) => JSON.stringify(table.filter((row) => row.join('') !== ''))
      return filled(found) !== filled(one.expected.data)
    })
    expect(plain.length).toBeGreaterThan(35)
    expect(different.map((one) => one.description)).toEqual([
      'Quoted field with whitespace around quotes',
      'Quoted field has no closing quote',
      'Quoted field has invalid trailing quote after delimiter',
      'Quoted field has invalid trailing quote before delimiter',
      'Quoted field has invalid trailing quote after new line',
    ])
  })

  test('exports of a sales system and the pipeline set are read whole', async () => {
    const counts: Record<string, number> = {}
    for (const name of [
      'crm-sales-opportunities/sales_pipeline.csv',
      'crm-sales-opportunities/accounts.csv',
      'salesforce-export-samples/sfdc-gen-ai-demo/Account.csv',
      'salesforce-export-samples/sfdc-gen-ai-demo/Case.csv',
      'salesforce-export-samples/earthfink-powerbi/Opportunity.csv',
    ]) {
      const bytes = readFileSync(`${DATASETS}/${name}`)
      const found = await rows(bytes)
      expect(
        found.every((row) => row.ragged === 0),
        name,
      ).toBe(true)
      expect(sniffTable(bytes).headers[0], name).not.toContain('\uFEFF')
      counts[name.split('/').slice(-1)[0] ?? ''] = found.length
    }
    expect(counts['sales_pipeline.csv']).toBe(8800)
  })
})
