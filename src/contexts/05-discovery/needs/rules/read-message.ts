/** How does a stored message become the input of the analysis? */
import { isMachineAddress } from '#customers/accounts/rules/known-domains.ts'
import type { AnalysisInput, Participant, Utterance } from './analysis-input.ts'

type Side = 'customer' | 'vendor'
export type StoredMessage = {
  id: string
  source: 'mail' | 'call'
  text: string
  sentAt: string
  fromName: string
  fromEmail: string | null
  side: Side
  automatic: boolean
  parts: readonly {
    kind: 'written' | 'quoted' | 'signature' | 'disclaimer' | 'header' | 'system'
    start: number
    end: number
    speaker?: string | undefined
    side?: Side | undefined
  }[]
  recipients: readonly { name: string; email: string | null; personId: string | null }[]
}
export type Present = { name: string; email: string | null; side: Side; title: string | null }

/** Whether a message stays in the house: everybody on it is known, and sells. What colleagues tell one another is no promise to a customer. */
export const isInternal = (
  message: Pick<StoredMessage, 'side' | 'recipients'>,
  present: readonly Pick<Present, 'side'>[],
): boolean =>
  message.side === 'vendor' &&
  present.some((one) => one.side === 'vendor') &&
  present.every((one) => one.side === 'vendor') &&
  message.recipients.length > 0 &&
  message.recipients.every((one) => one.personId !== null)

/**
 * A mail is one utterance of its sender; a call has one for every turn; an internal message has none. Parts are those stored: they are not cut again.
 * @param day the message's day (YYYY-MM-DD) where the workspace is: due dates resolve against it
 */
export function readMessage(message: StoredMessage, present: readonly Present[], day: string): AnalysisInput {
  const { id, source, text, fromName, fromEmail, side, parts } = message
  // Nobody writes from "noreply@": what a machine must, needs or promises is nobody's need.
  const automatic = message.automatic || (fromEmail !== null && isMachineAddress(fromEmail))
  const turns = parts.flatMap((part): Utterance[] =>
    part.speaker && part.kind === 'written'
      ? [{ start: part.start, end: part.end, who: part.speaker, side: part.side ?? side, date: day }]
      : [],
  )
  const whole = { start: 0, end: text.length, who: fromName, side, date: day, ...(automatic ? { automatic: true } : {}) }
  const known = present.map(
    (one): Participant => ({
      name: one.name,
      side: one.side,
      ...(one.email ? { email: one.email } : {}),
      ...(one.title ? { title: one.title } : {}),
    }),
  )
  const unknown = message.recipients
    .filter((one) => !known.some((person) => (one.email ? person.email === one.email : person.name === one.name)))
    .map(
      (one): Participant => ({
        name: one.name,
        side: turns.find((turn) => turn.who === one.name)?.side ?? (side === 'customer' ? 'vendor' : 'customer'),
        ...(one.email ? { email: one.email } : {}),
      }),
    )
  return {
    id,
    source: source === 'call' ? 'call' : 'email',
    date: day,
    text,
    participants: [...known, ...unknown],
    utterances: text === '' || isInternal(message, present) ? [] : turns.length ? turns : [whole],
    parts: parts.map(({ kind, start, end }) => ({ kind, start, end })),
  }
}
