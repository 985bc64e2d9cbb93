/** How do workflows run? Each delivery as the member who caused it, through the system, in transactions of its own. */
import type { Database } from '#foundation/platform/database.ts'
import type { Delivery } from '#foundation/platform/jobs.ts'
import { type House, makeContext } from '#foundation/platform/make-context.ts'
import type { Work, Workflow } from '#foundation/platform/workflow.ts'

/** What the queue calls with each delivery. @throws what the workflow throws: the queue tries again later */
export function openRunner(workflows: readonly Workflow[], database: Database, house: House) {
  const byQueue = new Map<string, Workflow[]>()
  for (const flow of workflows) byQueue.set(flow.queue, [...(byQueue.get(flow.queue) ?? []), flow])
  return async (queue: string, delivery: Delivery): Promise<void> => {
    const { workspaceId, actor } = delivery
    const work: Work = {
      workspaceId,
      act: (run, cause, options) =>
        database.inWorkspace(
          workspaceId,
          (db) => run(makeContext(house, db, { ...actor, workspaceId, role: 'owner', via: 'system' }, cause ?? null)),
          options,
        ),
    }
    for (const flow of byQueue.get(queue) ?? []) if (flow.event === delivery.event) await flow.run(work, delivery.carries)
  }
}
