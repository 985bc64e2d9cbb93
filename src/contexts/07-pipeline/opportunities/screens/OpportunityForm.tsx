/** What is this opportunity, and what should change? */
import type { z } from 'zod'
import { accounts } from '#customers/accounts/contract.ts'
import { accountOptions } from '#customers/accounts/rules/account-options.ts'
import { formOf } from '#foundation/contract/form.ts'
import { Dialog } from '#foundation/ui/Dialog.tsx'
import type { OwnForm } from '#foundation/ui/own-form.ts'
import { RecordForm } from '#foundation/ui/RecordForm.tsx'
import { Skeleton } from '#foundation/ui/Skeleton.tsx'
import { useChange, useClient } from '#foundation/ui/useClient.tsx'
import { Opportunity, type OpportunityShown, opportunities } from '../contract.ts'

export type OpportunityRow = z.output<typeof OpportunityShown>
const fields = formOf(Opportunity.fields, ['name', 'accountId', 'amountMinor', 'openedOn', 'closeOn', 'product', 'closeReason'])

export function OpportunityForm({
  opportunity,
  start = {},
  pipelineId = null,
  own,
  onClose,
  onSaved,
}: {
  opportunity?: OpportunityRow
  start?: Record<string, unknown>
  /** The pipeline that a new one begins in; else the first. */
  pipelineId?: string | null
  /** The fields that the workspace added. */
  own: OwnForm
  onClose: () => void
  onSaved?: (row: OpportunityRow) => void
}) {
  const api = useClient(opportunities)
  const ofAccounts = useClient(accounts)
  const done = (saved: OpportunityRow) => {
    onClose()
    onSaved?.(saved)
  }
  const create = useChange(api.create, (saved) => `Added ${saved.name}`, done)
  const change = useChange(api.change, 'Saved', done)
  return (
    <Dialog open onClose={onClose} title={opportunity ? 'Edit opportunity' : 'New opportunity'}>
      {!own.ready ? (
        <Skeleton shape="paragraph" lines={8} label="Loading the form" />
      ) : (
        <RecordForm
          fields={[...fields, ...own.fields]}
          value={{ ...(opportunity ?? start), ...own.values }}
          submit={opportunity ? 'Save opportunity' : 'Add opportunity'}
          onCancel={onClose}
          ask={async (field, text) =>
            own.ask(field, text) ?? accountOptions((await ofAccounts.list({ limit: 20, ...(text ? { words: text } : {}) })).rows)
          }
          labelOf={(field) => own.labelOf(field) ?? opportunity?.accountName ?? undefined}
          {...(opportunity ? { currency: opportunity.currency } : {})}
          onSubmit={(changes, base) =>
            opportunity
              ? change.mutateAsync({ ...own.pack(changes), id: opportunity.id, base })
              : create.mutateAsync({ ...(own.pack(changes) as { name: string }), ...(pipelineId ? { pipelineId } : {}) })
          }
        />
      )}
    </Dialog>
  )
}
