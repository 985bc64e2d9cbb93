/** What is a message, a thread, and what can be asked of conversations? */
import { z } from 'zod'
import { event } from '#foundation/contract/event.ts'
import {
  bigInteger,
  integer,
  listOf,
  longText,
  moment,
  oneOf,
  reference,
  sourceText,
  structured,
  text,
  yesNo,
} from '#foundation/contract/fields.ts'
import { operations } from '#foundation/contract/operation.ts'
import { named, pageAsked, pageOf, record } from '#foundation/contract/record.ts'
import { searchedText } from './rules/searched-text.ts'

export const side = oneOf('Side', 'customer', 'vendor')
export const Part = z.object({
  kind: z.enum(['written', 'quoted', 'signature', 'disclaimer', 'header', 'system']),
  start: z.int(),
  end: z.int(),
  speaker: z.string().optional(),
  side: z.enum(['customer', 'vendor']).optional(),
  personId: z.uuid().optional(),
  atSeconds: z.number().optional(),
})
export const Recipient = z.object({
  role: z.enum(['to', 'cc', 'bcc', 'speaker']),
  name: z.string(),
  email: z.string().nullable(),
  personId: z.uuid().nullable(),
})

export const Thread = record(
  'threads',
  { noun: 'thread', plural: 'threads', title: 'subject', search: ['subject'] },
  {
    subject: longText('Subject', 2000),
    subjectKey: longText('Subject without prefixes', 2000),
    source: oneOf('Source', 'mail', 'call'),
    accountId: reference('Account', 'accounts').nullable(),
    firstAt: moment('First'),
    lastAt: moment('Last'),
    lastSide: side,
    messageCount: integer('Messages', 0),
    snippet: longText('Latest words', 400),
  },
)

export const Message = record(
  'messages',
  {
    noun: 'message',
    plural: 'messages',
    title: 'subject',
    heavy: ['text', 'parts'],
    fullText: { text: 'text', with: ['subject', 'fromName'], at: 'sentAt', within: 'threadId', said: searchedText },
  },
  {
    threadId: reference('Thread', 'threads'),
    source: oneOf('Source', 'mail', 'call'),
    sourceKey: longText('Message-ID', 2000),
    sentAt: moment('Sent'),
    sentAtFrom: oneOf('Moment taken from', 'date', 'received', 'mbox', 'file', 'neighbour', 'import'),
    subject: longText('Subject', 2000),
    fromName: longText('From', 500),
    fromEmail: longText('From address', 1000).nullable(),
    fromPersonId: reference('From', 'people').nullable(),
    side,
    accountId: reference('Account', 'accounts').nullable(),
    text: sourceText('Text'),
    parts: structured('Parts', z.array(Part)),
    recipients: structured('Recipients', z.array(Recipient)),
    inReplyTo: longText('In reply to', 2000).nullable(),
    warnings: listOf('Warnings', z.string()),
    automatic: yesNo('Automatic'),
    language: text('Language', 20).nullable(),
    importId: reference('Import', 'imports').nullable(),
  },
)

export const Participation = record(
  'participations',
  { noun: 'participation', plural: 'participations', history: 'none' },
  {
    messageId: reference('Message', 'messages'),
    threadId: reference('Thread', 'threads'),
    personId: reference('Person', 'people'),
    role: oneOf('Role', 'from', 'to', 'cc', 'bcc', 'speaker'),
    sentAt: moment('Sent'),
  },
)

export const Attachment = record(
  'attachments',
  { noun: 'attachment', plural: 'attachments', title: 'name', history: 'none' },
  {
    messageId: reference('Message', 'messages'),
    fileId: reference('File', 'files'),
    name: text('Name', 500),
    mediaType: text('Media type'),
    byteCount: bigInteger('Size'),
    inline: yesNo('Inside the text'),
  },
)

export const MessagesReceived = event(
  'messages.received',
  z.object({ messageIds: z.array(z.uuid()), importId: z.uuid().nullable() }),
)

/** A person said whose conversation it is: what was concluded from it moves too. */
export const ThreadAssigned = event('thread.assigned', z.object({ threadId: z.uuid(), accountId: z.uuid().nullable() }))

export const ThreadShown = named(
  'thread',
  Thread.schema.extend({
    accountName: z.string().nullable(),
    people: z.array(z.string()),
    evidenceKinds: z.array(z.string()),
  }),
)
export const MessageShown = named('message', Message.schema.extend({ attachments: z.array(Attachment.schema) }))

export const messages = operations({
  threads: {
    route: 'GET /threads',
    summary: 'List conversations, latest first',
    may: 'member',
    takes: z.object({
      ...pageAsked,
      accountId: z.uuid().optional(),
      personId: z.uuid().optional(),
      words: z.string().max(200).optional(),
      kind: z.string().max(40).optional(),
    }),
    returns: pageOf(ThreadShown),
  },
  thread: {
    route: 'GET /threads/:id',
    summary: 'Show a conversation whole',
    may: 'member',
    takes: z.object({ id: z.uuid() }),
    returns: z.object({ thread: ThreadShown, messages: z.array(MessageShown) }),
  },
  unanswered: {
    route: 'GET /threads/unanswered',
    summary: 'Conversations where the customer wrote last, oldest first',
    may: 'member',
    takes: z.object({
      sinceDays: z.int().min(1).max(365).default(60),
      quietDays: z.int().min(0).max(60).default(2),
      limit: z.int().min(1).max(100).default(20),
    }),
    returns: z.array(ThreadShown),
  },
  assign: {
    route: 'PUT /threads/:id/account',
    summary: 'Say which account a conversation belongs to',
    may: 'member',
    takes: z.object({ id: z.uuid(), accountId: z.uuid().nullable() }),
    returns: ThreadShown,
  },
})
