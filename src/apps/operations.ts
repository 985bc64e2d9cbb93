/** Which functions carry out the operations of each capability? One line each. */
import { meetingsActions } from '#conversation/meetings/actions.ts'
import { messagesActions } from '#conversation/messages/actions.ts'
import { promisesActions } from '#conversation/promises/actions.ts'
import { accountsActions } from '#customers/accounts/actions.ts'
import { notesActions } from '#customers/notes/actions.ts'
import { peopleActions } from '#customers/people/actions.ts'
import { tasksActions } from '#customers/tasks/actions.ts'
import { needsActions } from '#discovery/needs/actions.ts'
import { objectionsActions } from '#discovery/objections/actions.ts'
import type { AnyActions } from '#foundation/platform/http/mount-operations.ts'
import { opportunitiesActions } from '#pipeline/opportunities/actions.ts'
import { pipelinesActions } from '#pipeline/pipelines/actions.ts'
import { evidenceOperations } from '#workflows/conclude-from-words.ts'
import { duplicatesOperations } from '#workflows/describe-records.ts'
import { personalDataOperations } from '#workflows/erase-a-person.ts'
import { searchOperations } from '#workflows/find-anything.ts'
import { importsOperations } from '#workflows/match-import-keys.ts'
import { viewsOperations } from '#workflows/work-on-rows.ts'
import { auditActions } from '#workspace/audit/actions.ts'
import { fieldsActions } from '#workspace/fields/actions.ts'
import { filesActions } from '#workspace/files/actions.ts'
import { liveActions } from '#workspace/live/actions.ts'
import { membersActions } from '#workspace/members/actions.ts'
import { retentionActions } from '#workspace/retention/actions.ts'
import { trashActions } from '#workspace/trash/actions.ts'
import { webhooksActions } from '#workspace/webhooks/actions.ts'

export const operations: Readonly<Record<string, AnyActions>> = {
  members: membersActions,
  imports: importsOperations,
  files: filesActions,
  audit: auditActions,
  duplicates: duplicatesOperations,
  search: searchOperations,
  webhooks: webhooksActions,
  live: liveActions,
  views: viewsOperations,
  fields: fieldsActions,
  trash: trashActions,
  personalData: personalDataOperations,
  retention: retentionActions,
  accounts: accountsActions,
  people: peopleActions,
  tasks: tasksActions,
  notes: notesActions,
  messages: messagesActions,
  meetings: meetingsActions,
  evidence: evidenceOperations,
  promises: promisesActions,
  needs: needsActions,
  objections: objectionsActions,
  opportunities: opportunitiesActions,
  pipelines: pipelinesActions,
}
