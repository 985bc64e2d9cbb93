/** Who is this person, and what should change? */
import type { ReactNode } from 'react'
import type { z } from 'zod'
import { accounts } from '#customers/accounts/contract.ts'
import { accountOptions } from '#customers/accounts/rules/account-options.ts'
import { formOf } from '#foundation/contract/form.ts'
import { Dialog } from '#foundation/ui/Dialog.tsx'
import type { OwnForm } from '#foundation/ui/own-form.ts'
import { RecordForm } from '#foundation/ui/RecordForm.tsx'
import { Skeleton } from '#foundation/ui/Skeleton.tsx'
import { useChange, useClient } from '#foundation/ui/useClient.tsx'
import { Person, type PersonShown, people } from '../contract.ts'

type PersonRow = z.output<typeof PersonShown>
const fields = formOf(Person.fields, ['name', 'email', 'title', 'phone', 'accountId', 'side'])

export function PersonForm({
  person,
  start = { side: 'customer' },
  own,
  onClose,
  onSaved,
  hint,
}: {
  person?: PersonRow
  start?: Record<string, unknown>
  /** The fields that the workspace added. */
  own: OwnForm
  onClose: () => void
  onSaved?: (person: PersonRow) => void
  /** What is worth knowing before a new one is saved. */
  hint?: (typed: Readonly<Record<string, unknown>>) => ReactNode
}) {
  const api = useClient(people)
  const ofAccounts = useClient(accounts)
  const done = (saved: PersonRow) => {
    onClose()
    onSaved?.(saved)
  }
  const create = useChange(api.create, (saved) => `Added ${saved.name}`, done)
  const change = useChange(api.change, 'Saved', done)
  return (
    <Dialog open onClose={onClose} title={person ? `Edit ${person.name}` : 'New person'}>
      {!own.ready ? (
        <Skeleton shape="paragraph" lines={8} label="Loading the form" />
      ) : (
        <RecordForm
          fields={[...fields, ...own.fields]}
          value={{ ...(person ?? start), ...own.values }}
          submit={person ? 'Save person' : 'Add person'}
          onCancel={onClose}
          {...(hint ? { hint } : {})}
          ask={async (field, text) =>
            own.ask(field, text) ?? accountOptions((await ofAccounts.list({ limit: 20, ...(text ? { words: text } : {}) })).rows)
          }
          labelOf={(field) => own.labelOf(field) ?? person?.accountName ?? undefined}
          choiceLabels={{ side: { customer: 'Customer', vendor: 'Us' } }}
          onSubmit={(changes, base) =>
            person
              ? change.mutateAsync({ ...own.pack(changes), id: person.id, base })
              : create.mutateAsync(own.pack(changes) as { name: string })
          }
        />
      )}
    </Dialog>
  )
}
