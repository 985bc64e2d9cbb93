/** Which functions carry out the operations of each capability? One line each. */
import { messagesActions } from '#conversation/messages/actions.ts'
import { promisesActions } from '#conversation/promises/actions.ts'
import { accountsActions } from '#customers/accounts/actions.ts'
import { peopleActions } from '#customers/people/actions.ts'
import { needsActions } from '#discovery/needs/actions.ts'
import { objectionsActions } from '#discovery/objections/actions.ts'
import type { AnyActions } from '#foundation/platform/http/mount-operations.ts'
import { opportunitiesActions } from '#pipeline/opportunities/actions.ts'
import { evidenceOperations } from '#workflows/conclude-from-words.ts'
import { duplicatesOperations } from '#workflows/describe-records.ts'
import { auditActions } from '#workspace/audit/actions.ts'
import { filesActions } from '#workspace/files/actions.ts'
import { importsActions } from '#workspace/imports/actions.ts'
import { membersActions } from '#workspace/members/actions.ts'
import { searchActions } from '#workspace/search/actions.ts'

export const operations: Readonly<Record<string, AnyActions>> = {
  members: membersActions,
  imports: importsActions,
  files: filesActions,
  audit: auditActions,
  duplicates: duplicatesOperations,
  search: searchActions,
  accounts: accountsActions,
  people: peopleActions,
  messages: messagesActions,
  evidence: evidenceOperations,
  promises: promisesActions,
  needs: needsActions,
  objections: objectionsActions,
  opportunities: opportunitiesActions,
}
