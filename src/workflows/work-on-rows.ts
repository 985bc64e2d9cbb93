/** Which objects have rows to work on? One line each: how they are sorted at first, and by whose actions they are changed and removed. */
import { accountsActions } from '#customers/accounts/actions.ts'
import { Account, accounts } from '#customers/accounts/contract.ts'
import { notesActions } from '#customers/notes/actions.ts'
import { Note, notes } from '#customers/notes/contract.ts'
import { peopleActions } from '#customers/people/actions.ts'
import { Person, people } from '#customers/people/contract.ts'
import { tasksActions } from '#customers/tasks/actions.ts'
import { Task, tasks } from '#customers/tasks/contract.ts'
import { door, type RowSource, rowSource } from '#foundation/platform/rows/row-source.ts'
import { opportunitiesActions } from '#pipeline/opportunities/actions.ts'
import { Opportunity, opportunities } from '#pipeline/opportunities/contract.ts'
import { viewsActions } from '#workspace/views/actions.ts'

export const rowSources: readonly RowSource[] = [
  rowSource(Account, {
    sort: 'name',
    changes: [door(accounts.change, accountsActions.change)],
    remove: door(accounts.remove, accountsActions.remove),
  }),
  rowSource(Person, {
    sort: 'name',
    changes: [door(people.change, peopleActions.change)],
    remove: door(people.remove, peopleActions.remove),
  }),
  rowSource(Opportunity, {
    sort: '-closeOn',
    changes: [door(opportunities.change, opportunitiesActions.change), door(opportunities.move, opportunitiesActions.move)],
    remove: door(opportunities.remove, opportunitiesActions.remove),
  }),
  rowSource(Task, {
    sort: 'dueOn',
    changes: [door(tasks.change, tasksActions.change)],
    remove: door(tasks.remove, tasksActions.remove),
  }),
  rowSource(Note, {
    sort: '-createdAt',
    changes: [door(notes.change, notesActions.change)],
    remove: door(notes.remove, notesActions.remove),
  }),
]

/** Rows of every object above, and the saved views of them. */
export const viewsOperations = viewsActions(rowSources)
