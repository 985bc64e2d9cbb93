/** What does a workflow get when its event arrives? The event's ids, and a way to act in the workspace, one transaction at a time. */
import type { z } from 'zod'
import type { EventOf } from '#foundation/contract/event.ts'
import type { Cause, Ctx } from './context.ts'

export interface Work {
  workspaceId: string
  /** Runs in one transaction as the member who caused the event, through the system. Long work acts many times, in batches. */
  act: <T>(run: (ctx: Ctx) => Promise<T>, cause?: Cause, options?: { timeoutMs?: number }) => Promise<T>
}

/** One line of src/workflows/subscriptions.ts. Delivered at least once: `run` must do nothing the second time. */
export interface Workflow {
  event: string
  /** A name of its own, kebab-case: "analyse-messages". */
  queue: string
  run: (work: Work, carries: unknown) => Promise<void>
}

/** Declares a workflow with the event's own shape: `when(MessagesReceived, 'analyse-messages', async (work, { messageIds }) => …)`. */
export const when = <T extends z.ZodType>(
  event: EventOf<T>,
  queue: string,
  run: (work: Work, carries: z.output<T>) => Promise<void>,
): Workflow => ({ event: event.name, queue, run: (work, carries) => run(work, event.carries.parse(carries)) })
