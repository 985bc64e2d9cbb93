/** Are the exports of the big three known by their headings, every column of ours mapped, and thrown-away rows told? */
import { describe, expect, it } from 'vitest'
import { guessMapping } from './guess-mapping.ts'
import { openRowFlags, recogniseExport, wholeSalesforceId } from './recognise-export.ts'
import { signHeaders } from './sign-headers.ts'
import { targets } from './target-fields.ts'

/** The headings as the programs write them, with what each means here. */
const exports: Record<string, { of: string; headers: Record<string, string | null> }> = {
  'hubspot companies': {
    of: 'HubSpot companies accounts',
    headers: { 'Record ID': 'externalId', 'Company name': 'name', 'Company Domain Name': 'domain', 'Company owner': 'ownerName', 'Create Date': null, 'Phone Number': null, 'Last Activity Date': null, City: null, 'Country/Region': 'country', Industry: 'industry', 'Number of Employees': 'employeeCount', 'Lifecycle Stage': 'standing', 'Website URL': 'website', Archived: null },
  },
  'hubspot contacts': {
    of: 'HubSpot contacts people',
    headers: { 'Record ID': 'externalId', 'First Name': 'firstName', 'Last Name': 'lastName', Email: 'email', 'Phone Number': 'phone', 'Contact owner': null, 'Associated Company': 'accountName', 'Associated Company IDs': 'accountExternalId', 'Job Title': 'title', 'Lead Status': null, 'Marketing contact status': null, 'Create Date': null },
  },
  'hubspot deals': {
    of: 'HubSpot deals opportunities',
    headers: { 'Record ID': 'externalId', 'Deal Name': 'name', 'Deal Stage': 'stageName', Pipeline: 'pipelineName', 'Close Date': 'closeOn', 'Create Date': 'openedOn', 'Deal owner': 'ownerName', Amount: 'amountMinor', Currency: 'currency', 'Associated Company': 'accountName', 'Associated Company IDs': 'accountExternalId', 'Associated Contact': null, 'Closed Lost Reason': 'closeReason' },
  },
  'pipedrive deals': {
    of: 'Pipedrive deals opportunities',
    headers: { 'Deal - ID': 'externalId', 'Deal - Title': 'name', 'Deal - Organization': 'accountName', 'Deal - Organization ID': 'accountExternalId', 'Deal - Stage': 'stageName', 'Deal - Status': 'outcome', 'Deal - Value': 'amountMinor', 'Deal - Currency of Value': 'currency', 'Deal - Owner': 'ownerName', 'Deal - Expected close date': 'closeOn', 'Deal - Deal created': 'openedOn', 'Deal - Lost reason': 'closeReason', 'Deal - Contact person': null },
  },
  'pipedrive people': {
    of: 'Pipedrive people people',
    headers: { 'Person - ID': 'externalId', 'Person - Name': 'name', 'Person - Email - Work': 'email', 'Person - Phone - Work': 'phone', 'Person - Organization': 'accountName', 'Person - Owner': null, 'Person - Job title': 'title' },
  },
  'pipedrive organizations': {
    of: 'Pipedrive organisations accounts',
    headers: { 'Organization - ID': 'externalId', 'Organization - Name': 'name', 'Organization - Owner': 'ownerName', 'Organization - Address': null, 'Organization - Country of Address': 'country', 'Organization - Website': 'website', 'Organization - Industry': 'industry' },
  },
  'salesforce Opportunity': {
    of: 'Salesforce opportunities opportunities',
    headers: { Id: 'externalId', IsDeleted: null, AccountId: 'accountExternalId', Name: 'name', StageName: 'stageName', Amount: 'amountMinor', CurrencyIsoCode: 'currency', Probability: null, CloseDate: 'closeOn', IsClosed: null, IsWon: 'outcome', OwnerId: 'ownerName', CreatedDate: 'openedOn', SystemModstamp: null },
  },
  'salesforce Contact': {
    of: 'Salesforce contacts people',
    headers: { Id: 'externalId', IsDeleted: null, AccountId: 'accountExternalId', LastName: 'lastName', FirstName: 'firstName', Phone: 'phone', Email: 'email', Title: 'title', MailingCity: null, OwnerId: null, SystemModstamp: null },
  },
  'salesforce report': {
    of: 'Salesforce an opportunity report opportunities',
    headers: { 'Opportunity ID': 'externalId', 'Opportunity Name': 'name', 'Account Name': 'accountName', Stage: 'stageName', Amount: 'amountMinor', 'Close Date': 'closeOn', 'Opportunity Owner': 'ownerName', 'Created Date': 'openedOn', 'Loss Reason': 'closeReason' },
  },
} // biome-ignore format: a table

describe('an export', () => {
  for (const [name, { of, headers }] of Object.entries(exports))
    it(`of ${name} is known and mapped, in any order of its columns`, () => {
      for (const order of [Object.keys(headers), Object.keys(headers).toReversed()]) {
        const known = recogniseExport(order)
        expect(`${known?.system} ${known?.about} ${known?.record}`).toBe(of)
        const own = targets.filter((t) => t.record === known?.record)
        const { columns } = guessMapping(order, [], own)
        expect(Object.fromEntries(columns.map((c) => [c.header, c.field]))).toEqual(headers)
      }
    })

  it('of a history, of users and of cases is known, and refused with a reason', () => {
    const of = (...headers: string[]) => recogniseExport(headers)
    expect(of('Id', 'OpportunityId', 'CreatedDate', 'StageName', 'Amount')?.refusal).toMatch(/stage history of Salesforce/)
    expect(of('Id', 'OpportunityId', 'Field', 'OldValue', 'NewValue')?.refusal).toMatch(/field history/)
    expect(of('Id', 'Username', 'Name', 'Email', 'ProfileId')?.refusal).toMatch(/who owns what/)
    expect(of('name', 'email')).toBeNull()
  })
})

it('tells rows that were thrown away where they come from', () => {
  const flag = (headers: string[], cells: string[], system: 'HubSpot' | 'Salesforce' | 'Pipedrive' | null = null) =>
    openRowFlags(headers, system)(cells)
  expect(flag(['Id', 'IsDeleted'], ['1', 'TRUE'], 'Salesforce')).toBe('It is deleted in Salesforce (IsDeleted: TRUE).')
  expect(flag(['Id', 'IsDeleted'], ['1', ''], 'Salesforce')).toBeNull()
  expect(flag(['Record ID', 'Archived'], ['1', 'true'], 'HubSpot')).toMatch(/archived in HubSpot/)
  expect(flag(['Deal - ID', 'Deal - Status'], ['1', 'Deleted'], 'Pipedrive')).toMatch(/deleted in Pipedrive/)
  expect(flag(['Name', 'Status'], ['x', 'deleted'])).toBeNull()
})

it('gives ids of 15 characters their whole form', () => {
  expect(['001bm00001ZL8U9', '003bm00000zapth', '006bm00000LKJNN', '42', '001bm00001ZL8U9AAL'].map(wholeSalesforceId)).toEqual([
    '001bm00001ZL8U9AAL',
    '003bm00000zapthAAA',
    '006bm00000LKJNNAA5',
    '42',
    '001bm00001ZL8U9AAL',
  ])
})

it('signs tables of the same headings alike, whatever their order, also with our own columns before them', () => {
  const signed = signHeaders(['Deal Name', 'Amount'])
  expect(signHeaders(['amount', 'deal name'])).toBe(signed)
  expect(signHeaders(['Row in the file', 'Why it was not taken', 'Deal Name', 'Amount'])).toBe(signed)
  expect(signHeaders(['Deal Name'])).not.toBe(signed)
})
