/** Which capabilities can be asked, and which records are kept? The table of contents that every face reads; safe in a browser. */

import { Evidence, evidence, Reading } from '#conversation/evidence/contract.ts'
import { Attachment, Message, messages, Participation, Thread } from '#conversation/messages/contract.ts'
import { PromiseMade, promises } from '#conversation/promises/contract.ts'
import { Account, accounts } from '#customers/accounts/contract.ts'
import { Person, people } from '#customers/people/contract.ts'
import { Need, NeedSpan, needs } from '#discovery/needs/contract.ts'
import { Objection, objections } from '#discovery/objections/contract.ts'
import { Change, ChangeSet, SearchEntry } from '#foundation/contract/change-set.ts'
import type { AnyRecord } from '#foundation/contract/record.ts'
import { Opportunity, opportunities, Stage } from '#pipeline/opportunities/contract.ts'
import { audit } from '#workspace/audit/contract.ts'
import { DuplicateKey, DuplicatePair, duplicates, Merge } from '#workspace/duplicates/contract.ts'
import { files, StoredFile } from '#workspace/files/contract.ts'
import { Import, ImportEntry, ImportSource, imports } from '#workspace/imports/contract.ts'
import { ApiToken, Invite, Member, members, Workspace } from '#workspace/members/contract.ts'
import { search } from '#workspace/search/contract.ts'

/** The operations, one line per capability. */
export const contracts = {
  members,
  imports,
  files,
  audit,
  duplicates,
  search,
  accounts,
  people,
  messages,
  evidence,
  promises,
  needs,
  objections,
  opportunities,
}

const kept: AnyRecord[] = [
  Workspace,
  Member,
  Invite,
  ApiToken,
  ChangeSet,
  Change,
  SearchEntry,
  StoredFile,
  Import,
  ImportEntry,
  ImportSource,
  DuplicateKey,
  DuplicatePair,
  Merge,
  Account,
  Person,
  Thread,
  Message,
  Participation,
  Attachment,
  Evidence,
  Reading,
  PromiseMade,
  Need,
  NeedSpan,
  Objection,
  Stage,
  Opportunity,
]
/** The records by their table. */
export const records: ReadonlyMap<string, AnyRecord> = new Map(kept.map((r) => [r.table, r]))
