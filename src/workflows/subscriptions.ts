/** Which workflow follows which event? One line each. */
import type { Workflow } from '#foundation/platform/workflow.ts'
import { whenAThreadIsAssigned } from './when-a-thread-is-assigned.ts'
import { whenAnErasureIsAsked } from './when-an-erasure-is-asked.ts'
import { whenAnImportIsPreviewed } from './when-an-import-is-previewed.ts'
import { whenAnImportIsStarted } from './when-an-import-is-started.ts'
import { whenAnImportUndoIsAsked } from './when-an-import-undo-is-asked.ts'
import { whenBytesMayGo } from './when-bytes-may-go.ts'
import { whenFieldsAreDerived } from './when-fields-are-derived.ts'
import { whenMessagesArrive } from './when-messages-arrive.ts'
import { whenRetentionIsDue } from './when-retention-is-due.ts'
import { whenDuplicatesAreSought, whenRowsAreWritten } from './when-rows-are-written.ts'

export const workflows: readonly Workflow[] = [
  whenMessagesArrive,
  whenAThreadIsAssigned,
  whenAnImportIsPreviewed,
  whenAnImportIsStarted,
  whenAnImportUndoIsAsked,
  whenBytesMayGo,
  whenAnErasureIsAsked,
  whenRetentionIsDue,
  whenRowsAreWritten,
  whenDuplicatesAreSought,
  whenFieldsAreDerived,
]
