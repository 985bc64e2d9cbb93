/** What do we know about this account, and what should change? */
import type { ReactNode } from 'react'
import type { z } from 'zod'
import { formOf } from '#foundation/contract/form.ts'
import { Dialog } from '#foundation/ui/Dialog.tsx'
import type { OwnForm } from '#foundation/ui/own-form.ts'
import { RecordForm } from '#foundation/ui/RecordForm.tsx'
import { Skeleton } from '#foundation/ui/Skeleton.tsx'
import { useChange, useClient } from '#foundation/ui/useClient.tsx'
import { Account, accounts } from '../contract.ts'

type AccountRow = z.output<typeof Account.schema>
const fields = formOf(Account.fields, ['name', 'domain', 'website', 'industry', 'country', 'employeeCount', 'standing', 'note'])

export function AccountForm({
  account,
  own,
  onClose,
  onSaved,
  hint,
}: {
  account?: AccountRow
  /** The fields that the workspace added. */
  own: OwnForm
  onClose: () => void
  onSaved?: (account: AccountRow) => void
  /** What is worth knowing before a new one is saved. */
  hint?: (typed: Readonly<Record<string, unknown>>) => ReactNode
}) {
  const api = useClient(accounts)
  const done = (saved: AccountRow) => {
    onClose()
    onSaved?.(saved)
  }
  const create = useChange(api.create, (saved) => `Added ${saved.name}`, done)
  const change = useChange(api.change, 'Saved', done)
  return (
    <Dialog open onClose={onClose} title={account ? `Edit ${account.name}` : 'New account'}>
      {!own.ready ? (
        <Skeleton shape="paragraph" lines={8} label="Loading the form" />
      ) : (
        <RecordForm
          fields={[...fields, ...own.fields]}
          value={{ ...(account ?? { standing: 'prospect' }), ...own.values }}
          submit={account ? 'Save account' : 'Add account'}
          onCancel={onClose}
          {...(hint ? { hint } : {})}
          ask={async (field, text) => (await own.ask(field, text)) ?? []}
          labelOf={own.labelOf}
          onSubmit={(changes, base) =>
            account
              ? change.mutateAsync({ ...own.pack(changes), id: account.id, base })
              : create.mutateAsync(own.pack(changes) as { name: string })
          }
        />
      )}
    </Dialog>
  )
}
