/** Which workflow follows which event? One line each. */
import type { Workflow } from '#foundation/platform/workflow.ts'
import { whenAThreadIsAssigned } from './when-a-thread-is-assigned.ts'
import { whenAnImportIsStarted } from './when-an-import-is-started.ts'
import { whenAnImportUndoIsAsked } from './when-an-import-undo-is-asked.ts'
import { whenMessagesArrive } from './when-messages-arrive.ts'
import { whenDuplicatesAreSought, whenRowsAreWritten } from './when-rows-are-written.ts'

export const workflows: readonly Workflow[] = [
  whenMessagesArrive,
  whenAThreadIsAssigned,
  whenAnImportIsStarted,
  whenAnImportUndoIsAsked,
  whenRowsAreWritten,
  whenDuplicatesAreSought,
]
