/** What is the workspace called, whose mail is its own, in which money and time does it think? */
import { useState } from 'react'
import type { z } from 'zod'
import { Section } from '#foundation/ui/RecordPage.tsx'
import { Select } from '#foundation/ui/Select.tsx'
import { TagsField } from '#foundation/ui/TagsField.tsx'
import { TextField } from '#foundation/ui/TextField.tsx'
import { useDo } from '#foundation/ui/useAsk.ts'
import { useClient } from '#foundation/ui/useClient.tsx'
import { members, type Workspace } from '../contract.ts'
import { currencyChoices } from './currency-choices.ts'
import { DoorForm, fieldError } from './DoorFrame.tsx'

export function WorkspaceSection({ workspace }: { workspace: z.output<typeof Workspace.schema> }) {
  const { name, domains, currency, timeZone } = workspace
  const [given, setGiven] = useState({ name, domains, currency, timeZone })
  const change = useDo(useClient(members).changeWorkspace, { says: 'Saved', quiet: true })
  return (
    <Section title="Workspace">
      <DoorForm submit="Save" look="plain" busy={change.isPending} error={change.error} onSubmit={() => change.mutate(given)}>
        <div className="grid gap-4 sm:grid-cols-2">
          <TextField
            label="Name"
            error={fieldError(change.error, 'name')}
            required
            value={given.name}
            onChange={(value) => setGiven({ ...given, name: value })}
          />
          <TagsField
            label="Your mail domains"
            help="Who writes from one of these is one of you."
            error={fieldError(change.error, 'domains')}
            value={given.domains}
            onChange={(value) => setGiven({ ...given, domains: value })}
          />
          <Select
            label="Currency"
            required
            value={given.currency}
            onChange={(value) => setGiven({ ...given, currency: value })}
            choices={currencyChoices()}
          />
          <Select
            label="Time zone"
            required
            error={fieldError(change.error, 'timeZone')}
            value={given.timeZone}
            onChange={(value) => setGiven({ ...given, timeZone: value })}
            choices={[...new Set([given.timeZone, 'UTC', ...Intl.supportedValuesOf('timeZone')])]}
          />
        </div>
      </DoorForm>
    </Section>
  )
}
