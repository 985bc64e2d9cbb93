/** In which shapes is the story of the demo world written down? */
import type { MemberKey, OrganisationKey, PersonKey } from './cast.ts'

/**
 * A moment of the story. `day` counts working days from today: -5 is this weekday a week ago, 0 is today (on a weekend the
 * Friday before), +5 this weekday next week. `time` is the sender's own clock.
 */
export type At = { day: number; time: string }

export type Attachment = { name: string; mediaType: string; text: string }

/** A mail as its writer typed it: no signature, no quoted history, no small print; those are added when it is rendered. */
export type Mail = {
  key: string
  from: PersonKey
  to: readonly PersonKey[]
  cc?: readonly PersonKey[]
  at: At
  /** May hold date slots such as {{weekday:-12}}: see date-the-world.ts. */
  text: string
  /** Another mail of the world that is passed on beneath the text. */
  forwards?: string
  /** false: history is not quoted although the writer's mail program would. */
  quotes?: false
  /** Differs from the thread's subject. */
  subject?: string
  /** 'html-only' and 'windows-1252' are how some mail programs really send. */
  form?: 'html-only' | 'windows-1252' | 'base64'
  automatic?: true
  unsigned?: true
  attachments?: readonly Attachment[]
}

export type MailThread = { key: string; subject: string; customer: OrganisationKey | null; messages: readonly Mail[] }

/** A call; `script` has one turn per line: "personKey: what was said". */
export type Call = {
  key: string
  title: string
  customer: OrganisationKey | null
  at: At
  form: 'vtt' | 'txt'
  minutes: number
  script: string
}

export type StageKey = 'enquiry' | 'discovery' | 'proposal' | 'negotiation' | 'won' | 'lost'

/** Amounts are the first year in minor units. `moves` begins with the stage it was opened in. */
export type OpportunityOf = {
  key: string
  name: string
  customer: OrganisationKey
  owner: MemberKey
  amountMinor: number
  currency: 'EUR' | 'GBP'
  product: string
  openedOn: number
  closeOn: number
  moves: readonly { stage: StageKey; day: number; reason?: string }[]
  closeReason?: string
}

/** What a careful person concludes from one sentence of a mail or call; `in` is the key of the mail or call. */
export type Shown = { in: string; quote: string }

export type ExpectedNeed = {
  customer: OrganisationKey
  statement: string
  category:
    | 'functionality'
    | 'integration'
    | 'data'
    | 'security'
    | 'compliance'
    | 'performance'
    | 'reliability'
    | 'usability'
    | 'support'
    | 'training'
    | 'deployment'
    | 'migration'
    | 'reporting'
    | 'automation'
    | 'cost'
    | 'timeline'
    | 'scalability'
    | 'contract'
  priority: 'must' | 'should' | 'could'
  /** Each time it was said, and whether it was stated or must be inferred. */
  spans: readonly (Shown & { kind: 'explicit' | 'implicit' })[]
  state: 'found' | 'confirmed' | 'withdrawn' | 'met' | 'rejected'
  /** The words that show the state: their confirmation, withdrawal, or that it is met. */
  settledBy?: Shown
}

export type ExpectedPromise = Shown & {
  customer: OrganisationKey
  owner: PersonKey
  what: string
  /** Working days from today, or null when no day was named. */
  due: number | null
  outcome: 'open' | 'kept' | 'late' | 'broken' | 'released'
  /** The message that shows the outcome. */
  outcomeBy?: string
}

export type ExpectedObjection = Shown & {
  customer: OrganisationKey
  type:
    | 'price'
    | 'timing'
    | 'authority'
    | 'no-need'
    | 'trust'
    | 'status-quo'
    | 'competitor'
    | 'complexity'
    | 'security'
    | 'contract'
  concern: string
  state: 'open' | 'answered' | 'confirmed'
  answeredBy?: Shown
  confirmedBy?: Shown
}

export type ExpectedCompetitor = Shown & {
  customer: OrganisationKey
  name: string
  polarity: 'better' | 'worse' | 'neutral' | 'using-now'
}

export type Expectations = {
  needs: readonly ExpectedNeed[]
  promises: readonly ExpectedPromise[]
  objections: readonly ExpectedObjection[]
  competitors: readonly ExpectedCompetitor[]
}

export type World = {
  threads: readonly MailThread[]
  calls: readonly Call[]
  opportunities: readonly OpportunityOf[]
  expectations: Expectations
}

/** What a plan or a note is about; the key of an opportunity is that of its row. */
export type AboutOf = { account: OrganisationKey } | { person: PersonKey } | { opportunity: string }

/** A task of the team. `due` counts working days from today; a task without `done` is still open. */
export type PlanOf = {
  by: MemberKey
  title: string
  about?: AboutOf
  due: number | null
  /** The time on the clocks of London. */
  clock?: string
  priority?: 'low' | 'high'
  repeats?: 'week'
  note?: string
  written: At
  done?: At
  /** When the next ones of a series were done, one after the other. */
  doneAgain?: readonly At[]
}

export type NoteOf = { by: MemberKey; about: AboutOf; at: At; body: string; pinned?: true }
