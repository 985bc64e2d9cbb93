/** Who meets whom when, as calendars tell it, and what can be asked of meetings? */
import { z } from 'zod'
import { longText, moment, oneOf, reference, text, yesNo } from '#foundation/contract/fields.ts'
import { operations } from '#foundation/contract/operation.ts'
import { named, pageAsked, pageOf, record } from '#foundation/contract/record.ts'

export const Meeting = record(
  'meetings',
  { noun: 'meeting', plural: 'meetings', title: 'title' },
  {
    title: text('What', 500),
    /** Of whole days the first moment, as if in UTC. */
    startsAt: moment('Begins'),
    endsAt: moment('Ends').nullable(),
    isAllDay: yesNo('Whole days'),
    timeZone: text('Time zone', 100).nullable(),
    location: text('Where', 500).nullable(),
    status: oneOf('Status', 'confirmed', 'tentative', 'cancelled'),
    /** A rule in words; a meeting that comes again is one row. */
    repeats: text('Comes again', 500).nullable(),
    about: longText('About').nullable(),
    /** The event's UID, and of a single occurrence that differs its RECURRENCE-ID behind it. */
    sourceKey: text('Id of the event', 500),
    accountId: reference('Account', 'accounts').nullable(),
  },
)

export const MeetingPerson = record(
  'meeting_people',
  { noun: 'participant of a meeting', plural: 'participants of meetings', title: 'name' },
  {
    meetingId: reference('Meeting', 'meetings'),
    personId: reference('Person', 'people').nullable(),
    name: text('Name', 500),
    email: text('E-mail', 320).nullable(),
    role: oneOf('Role', 'organizer', 'attendee'),
    answer: oneOf('Answer', 'accepted', 'declined', 'tentative', 'open').nullable(),
  },
)

export const MeetingShown = named(
  'meeting',
  Meeting.schema.extend({
    accountName: z.string().nullable(),
    people: z.array(MeetingPerson.schema.pick({ personId: true, name: true, email: true, role: true, answer: true })),
  }),
)

const id = { id: z.uuid() }
export const meetings = operations({
  list: {
    route: 'GET /meetings',
    summary: 'List meetings, newest first',
    may: 'member',
    takes: z.object({ ...pageAsked, accountId: z.uuid().optional(), personId: z.uuid().optional() }),
    returns: pageOf(MeetingShown),
  },
  get: {
    route: 'GET /meetings/:id',
    summary: 'Show a meeting and who takes part',
    may: 'member',
    takes: z.object(id),
    returns: MeetingShown,
  },
  remove: {
    route: 'DELETE /meetings/:id',
    summary: 'Remove a meeting',
    may: 'member',
    takes: z.object(id),
    returns: z.object({ changeSetId: z.uuid() }),
  },
})
