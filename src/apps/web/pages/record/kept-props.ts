/** What is told of a record, so that its notes, files and line of time can be shown? */
import type { z } from 'zod'
import type { MeetingShown } from '#conversation/meetings/contract.ts'
import type { ThreadRow } from '#conversation/messages/screens/ThreadList.tsx'

export interface About {
  accountId?: string
  personId?: string
  opportunityId?: string
}
export interface KeptProps {
  about: About
  /** The conversations with them; undefined until they are known. */
  threads: readonly ThreadRow[] | undefined
  meetings?: readonly z.output<typeof MeetingShown>[] | undefined
  /** What the line of time says of a conversation. */
  says: (thread: ThreadRow) => string
  /** Said when nothing has happened yet. */
  none: string
}
