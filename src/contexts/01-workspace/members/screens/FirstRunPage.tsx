/** What is yours called, and who are you? The first page of a new house; or the demo world instead. */
import { useEffect, useState } from 'react'
import { Button } from '#foundation/ui/Button.tsx'
import { ErrorState } from '#foundation/ui/ErrorState.tsx'
import { Select } from '#foundation/ui/Select.tsx'
import { TextField } from '#foundation/ui/TextField.tsx'
import { useAsk, useDo } from '#foundation/ui/useAsk.ts'
import { useClient } from '#foundation/ui/useClient.tsx'
import { currencyChoices } from './currency-choices.ts'
import { DoorForm, DoorFrame, enter, fieldError } from './DoorFrame.tsx'
import { doors } from './doors.ts'

export function FirstRunPage() {
  const api = useClient(doors)
  const first = useAsk(api.isFirstRun, {})
  const isClosed = first.data?.open === false
  const [given, setGiven] = useState({ workspaceName: '', name: '', email: '', password: '', currency: 'EUR' })
  const set = (field: keyof typeof given) => (value: string) => setGiven({ ...given, [field]: value })
  const open = useDo(api.firstRun, { quiet: true, touches: [], onDone: () => enter() })
  const demo = useDo(api.enterDemo, { quiet: true, touches: [], onDone: () => enter() })
  const isBusy = open.isPending || demo.isPending || open.isSuccess || demo.isSuccess
  useEffect(() => {
    if (isClosed && !isBusy) location.replace('/sign-in')
  }, [isClosed, isBusy])
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions()
  return (
    <DoorFrame title="Create your workspace" says="Everything you bring in stays on this machine, in the data folder of Rapport.">
      <DoorForm
        submit="Create the workspace"
        busy={open.isPending}
        error={open.error}
        onSubmit={() => open.mutate({ ...given, timeZone })}
      >
        <TextField
          label="Workspace name"
          help="Your company, as your customers know it."
          error={fieldError(open.error, 'workspaceName')}
          autoFocus
          required
          value={given.workspaceName}
          onChange={set('workspaceName')}
        />
        <TextField
          label="Your name"
          autoComplete="name"
          error={fieldError(open.error, 'name')}
          required
          value={given.name}
          onChange={set('name')}
        />
        <TextField
          label="Your e-mail"
          help="Mail from this company domain counts as yours, not as a customer’s."
          type="email"
          autoComplete="username"
          error={fieldError(open.error, 'email')}
          required
          value={given.email}
          onChange={set('email')}
        />
        <TextField
          label="Password"
          help="At least 10 characters."
          type="password"
          autoComplete="new-password"
          error={fieldError(open.error, 'password')}
          required
          value={given.password}
          onChange={set('password')}
        />
        <Select label="Currency" required value={given.currency} onChange={set('currency')} choices={currencyChoices()} />
      </DoorForm>
      {first.data?.demo && (
        <section className="mt-10 border-t border-line pt-6">
          <h2 className="m-0 text-14 font-semibold text-ink">Only looking?</h2>
          <p className="m-0 mt-1 text-13 text-soft">
            The demo world is a small vendor with six customers and eleven months of mail, calls and promises. It is invented,
            complete, and yours to break.
          </p>
          <div className="mt-3">
            <Button busy={demo.isPending} onClick={() => demo.mutate({})}>
              Enter the demo world
            </Button>
          </div>
          {(demo.isPending || demo.isSuccess) && (
            <p role="status" className="m-0 mt-2 text-13 text-soft">
              Eleven months are being played, mail by mail. This takes up to a minute; the page goes on by itself.
            </p>
          )}
        </section>
      )}
      {demo.error && (
        <div className="mt-4">
          <ErrorState error={demo.error} what="The demo world could not be opened" />
        </div>
      )}
    </DoorFrame>
  )
}
