/** Which capabilities can be asked, and which records are kept? The table of contents that every face reads; safe in a browser. */

import { Evidence, evidence, Reading } from '#conversation/evidence/contract.ts'
import { Meeting, MeetingPerson, meetings } from '#conversation/meetings/contract.ts'
import { Attachment, Message, messages, Participation, Thread } from '#conversation/messages/contract.ts'
import { PromiseMade, promises } from '#conversation/promises/contract.ts'
import { Account, accounts } from '#customers/accounts/contract.ts'
import { Note, notes } from '#customers/notes/contract.ts'
import { Person, people } from '#customers/people/contract.ts'
import { Task, tasks } from '#customers/tasks/contract.ts'
import { Need, NeedSpan, needs } from '#discovery/needs/contract.ts'
import { Objection, objections } from '#discovery/objections/contract.ts'
import { Change, ChangeSet, SearchEntry, SearchText, SearchWord } from '#foundation/contract/change-set.ts'
import { Field } from '#foundation/contract/own-field.ts'
import type { AnyRecord } from '#foundation/contract/record.ts'
import { Opportunity, opportunities, Pipeline, Stage } from '#pipeline/opportunities/contract.ts'
import { pipelines } from '#pipeline/pipelines/contract.ts'
import { audit } from '#workspace/audit/contract.ts'
import { DuplicateKey, DuplicatePair, duplicates, Merge } from '#workspace/duplicates/contract.ts'
import { AccountValue, fields, OpportunityValue, PersonValue } from '#workspace/fields/contract.ts'
import { FileLink, files, StoredFile } from '#workspace/files/contract.ts'
import { Import, ImportEntry, ImportMapping, ImportSource, imports } from '#workspace/imports/contract.ts'
import { LiveEvent, live } from '#workspace/live/contract.ts'
import { ApiToken, Invite, Member, members, Workspace } from '#workspace/members/contract.ts'
import { Erasure, personalData } from '#workspace/personal-data/contract.ts'
import { Retention, RetentionRun, retention } from '#workspace/retention/contract.ts'
import { search } from '#workspace/search/contract.ts'
import { trash } from '#workspace/trash/contract.ts'
import { View, views } from '#workspace/views/contract.ts'
import { Webhook, WebhookDelivery, WebhookEvent, WebhookSecret, webhooks } from '#workspace/webhooks/contract.ts'

/** The operations, one line per capability. */
export const contracts = {
  members,
  imports,
  files,
  audit,
  duplicates,
  trash,
  personalData,
  retention,
  search,
  views,
  fields,
  webhooks,
  live,
  accounts,
  people,
  tasks,
  notes,
  messages,
  meetings,
  evidence,
  promises,
  needs,
  objections,
  opportunities,
  pipelines,
}

const kept: AnyRecord[] = [
  Workspace,
  Member,
  Invite,
  ApiToken,
  ChangeSet,
  Change,
  SearchEntry,
  Erasure,
  Retention,
  RetentionRun,
  SearchText,
  SearchWord,
  StoredFile,
  FileLink,
  Import,
  ImportEntry,
  ImportSource,
  DuplicateKey,
  DuplicatePair,
  Merge,
  View,
  Webhook,
  WebhookSecret,
  WebhookEvent,
  WebhookDelivery,
  LiveEvent,
  ImportMapping,
  Account,
  Person,
  Task,
  Note,
  Thread,
  Message,
  Participation,
  Attachment,
  Meeting,
  MeetingPerson,
  Evidence,
  Reading,
  PromiseMade,
  Need,
  NeedSpan,
  Objection,
  Pipeline,
  Stage,
  Opportunity,
  Field,
  AccountValue,
  PersonValue,
  OpportunityValue,
]
/** The records by their table. */
export const records: ReadonlyMap<string, AnyRecord> = new Map(kept.map((r) => [r.table, r]))
