/** Do tables of the usual systems map themselves? */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { guessMapping, type Target, type TargetField } from './guess-mapping.ts'
import { plainHeader } from './plain-header.ts'
import type { CellKind } from './read-cell.ts'

const field = (name: string, kind: CellKind = 'text', label = name): TargetField => ({ name, label, kind })
const TARGETS: Target[] = [
  {
    record: 'accounts',
    fields: [
      field('name', 'text', 'Name'),
      field('domain', 'domain', 'Mail domain'),
      field('website', 'url'),
      field('industry'),
      field('country'),
      field('employeeCount', 'integer', 'Employees'),
      field('externalId', 'text', 'Id elsewhere'),
      field('note', 'longText'),
    ],
  },
  {
    record: 'people',
    fields: [
      field('name', 'text', 'Name'),
      field('firstName'),
      field('lastName'),
      field('email', 'email', 'E-mail'),
      field('accountName', 'text', 'Account'),
      field('title'),
      field('phone', 'phone'),
      field('externalId'),
    ],
  },
  {
    record: 'opportunities',
    fields: [
      field('name', 'text', 'Name'),
      field('accountName', 'text', 'Account'),
      field('stageName', 'text', 'Stage'),
      field('amountMinor', 'money', 'Amount'),
      field('currency', 'currency'),
      field('openedOn', 'day', 'Opened'),
      field('closeOn', 'day', 'Closes'),
      field('ownerName', 'text', 'Owner'),
      field('product'),
      field('externalId'),
      field('closeReason', 'longText'),
    ],
  },
]

function guess(table: string, fileName = '') {
  const [headers = [], ...rows] = table.split('\n').map((line) => line.split('|').map((cell) => cell.trim()))
  const { record, confidence, columns } = guessMapping(headers, rows, TARGETS, fileName)
  return { record, confidence, fields: Object.fromEntries(columns.map((column) => [column.header, column.field])) }
}

describe('what a table is about and what its columns are', () => {
  test('the public pipeline set', () => {
    const found = guess(
      'opportunity_id|sales_agent|product|account|deal_stage|engage_date|close_date|close_value\n1C1I7A6R|Moses Frase|GTX Plus Basic|Cancity|Won|2016-10-20|2017-03-01|1054\nZ063OYW0|Darcel Schlecht|GTXPro||Engaging|2016-10-25||',
    )
    expect(found.record).toBe('opportunities')
    expect(found.confidence).toBeGreaterThan(0.9)
    expect(found.fields).toEqual({
      opportunity_id: 'externalId',
      sales_agent: 'ownerName',
      product: 'product',
      account: 'accountName',
      deal_stage: 'stageName',
      engage_date: 'openedOn',
      close_date: 'closeOn',
      close_value: 'amountMinor',
    })
  })

  test('HubSpot deals', () => {
    const found = guess(
      'Record ID|Deal Name|Deal Stage|Close Date|Deal owner|Amount|Associated Company\n91|Acme rollout|Contract sent|2024-05-01 00:00|Ana Lopez|12,500.00|Acme',
    )
    expect(found).toMatchObject({
      record: 'opportunities',
      fields: {
        'Record ID': 'externalId',
        'Deal Name': 'name',
        'Deal Stage': 'stageName',
        'Close Date': 'closeOn',
        'Deal owner': 'ownerName',
        Amount: 'amountMinor',
        'Associated Company': 'accountName',
      },
    })
  })

  test('Pipedrive people', () => {
    expect(
      guess(
        'Person - Name|Person - Email - Work|Person - Phone - Work|Organization - Name\nBo Li|bo@acme.example|+49 30 1234|Acme GmbH',
      ),
    ).toMatchObject({
      record: 'people',
      fields: { 'Person - Name': 'name', 'Organization - Name': 'accountName', 'Person - Email - Work': 'email' },
    })
  })

  test('Salesforce accounts and the history that is none of ours', () => {
    expect(
      guess('Id|IsDeleted|Name|Website|Industry|NumberOfEmployees\n001bm00001ZL8U9AAL|FALSE|Edge|edge.com|Electronics|1000'),
    ).toMatchObject({
      record: 'accounts',
      fields: {
        Id: 'externalId',
        IsDeleted: null,
        Name: 'name',
        Website: 'website',
        Industry: 'industry',
        NumberOfEmployees: 'employeeCount',
      },
    })
    expect(
      guess('Id|OpportunityId|StageName|Amount|CloseDate\n008bm00000UoqOjAAJ|006bm00000LKJNNAA5|Qualification|15000|01/27/21')
        .record,
    ).toBeNull()
  })

  test('German headers', () => {
    expect(guess('Firma|Branche|Mitarbeiterzahl|Webseite|Land\nMüller AG|Maschinenbau|120|mueller.de|Deutschland')).toMatchObject(
      {
        record: 'accounts',
        fields: { Firma: 'name', Branche: 'industry', Mitarbeiterzahl: 'employeeCount', Webseite: 'website', Land: 'country' },
      },
    )
    expect(
      guess('Vorname|Nachname|E-Mail-Adresse|Firma|Funktion|Telefonnummer\nAna|Lopez|a@b.de|Müller AG|Leiterin IT|+49 30 12'),
    ).toMatchObject({
      record: 'people',
      fields: {
        Vorname: 'firstName',
        Nachname: 'lastName',
        'E-Mail-Adresse': 'email',
        Firma: 'accountName',
        Funktion: 'title',
        Telefonnummer: 'phone',
      },
    })
    expect(
      guess(
        'Verkaufschance|Kunde|Phase|Betrag|Währung|Geplantes Abschlussdatum|Verantwortlicher|Verlustgrund\nRollout|Müller AG|Angebot|12.500,00 €|EUR|31.12.2024|Ana|',
      ),
    ).toMatchObject({
      record: 'opportunities',
      fields: {
        Verkaufschance: 'name',
        Kunde: 'accountName',
        Phase: 'stageName',
        Betrag: 'amountMinor',
        Währung: 'currency',
        'Geplantes Abschlussdatum': 'closeOn',
        Verantwortlicher: 'ownerName',
        Verlustgrund: 'closeReason',
      },
    })
  })

  test('cells speak where a header does not, and against a header that lies', () => {
    expect(guess('who|first name|x1\nAna|Ana|ana@a.example\nBo|Bo|bo@b.example').fields).toMatchObject({ x1: 'email' })
    expect(guess('name|email|title\nAna|n/a at all|CEO\nBo|call him|CFO').fields.email).toBeNull()
    expect(guess('account|sector|revenue\nAcme|Retail|1100.04\nBeta|Retail|251.41').fields.revenue).toBeNull()
  })

  test('other tables are left alone', () => {
    expect(guess('product|series|sales_price\nGTX|GTX|550').record).toBeNull()
    expect(guess('Table|Field|Description\naccounts|account|Company name').record).toBeNull()
    expect(guess('StageName|Count\nWon|3').record).toBeNull()
    const chosen = guessMapping(['StageName', 'Count'], [['Won', '3']], TARGETS.slice(2))
    expect(chosen).toMatchObject({ record: 'opportunities', confidence: 0, columns: [{ field: 'stageName' }, { field: null }] })
    expect(guessMapping([], [], TARGETS)).toMatchObject({ record: null, columns: [] })
  })

  test('the file name settles what headers leave open', () => {
    const table = 'Name|Phone|Notes\nAcme|+49 30 12|x'
    expect(guess(table, 'exports/Contacts 2024-05.csv').record).toBe('people')
    expect(guess(table, 'companies.csv').record).toBe('accounts')
  })

  test('headers become plain words', () => {
    expect(['ExpectedCloseDate__c', 'Deal - Title (2)', 'E-Mail', 'Währung', 'NumberOfEmployees'].map(plainHeader)).toEqual([
      'expected close date',
      'deal title',
      'e mail',
      'wahrung',
      'number of employees',
    ])
  })

  test('no field is given twice, every header is answered, and the order of columns changes nothing', () => {
    const header = fc.constantFrom(
      'Name',
      'Company',
      'Email',
      'Deal Stage',
      'Amount',
      'Close Date',
      'Owner',
      'Phone',
      'x',
      '',
      'Title',
      'Website',
    )
    fc.assert(
      fc.property(
        fc.uniqueArray(header, { maxLength: 8 }),
        fc.array(fc.array(fc.string({ maxLength: 6 }), { maxLength: 8 }), { maxLength: 4 }),
        (headers, rows) => {
          const { record, columns } = guessMapping(headers, rows, TARGETS)
          const fields = columns.flatMap((column) => column.field ?? [])
          expect(new Set(fields).size).toBe(fields.length)
          expect(columns.map((column) => column.header)).toEqual(headers)
          const turned = guessMapping(
            headers.toReversed(),
            rows.map((row) => headers.map((_, at) => row[headers.length - 1 - at] ?? '')),
            TARGETS,
          )
          expect(turned.record).toBe(record)
        },
      ),
      { numRuns: 60, seed: 11 },
    )
  })
})
