/** Is a second factor asked for when I sign in, and how do I set it up? */
import { useState } from 'react'
import { encode } from 'uqr'
import { Button } from '#foundation/ui/Button.tsx'
import { Dialog } from '#foundation/ui/Dialog.tsx'
import { Section } from '#foundation/ui/RecordPage.tsx'
import { TextField } from '#foundation/ui/TextField.tsx'
import { useAsk, useDo } from '#foundation/ui/useAsk.ts'
import { useClient } from '#foundation/ui/useClient.tsx'
import { DoorForm } from './DoorFrame.tsx'
import { doors } from './doors.ts'

export function TwoFactorSection() {
  const session = useAsk(useClient(doors).session, {})
  const isOn = session.data?.user.twoFactorEnabled === true
  const [isOpen, setOpen] = useState(false)
  const close = () => setOpen(false)
  return (
    <Section
      title="Second factor"
      note={session.data ? (isOn ? 'on' : 'off') : undefined}
      action={<Button onClick={() => setOpen(true)}>{isOn ? 'Do without it' : 'Set it up'}</Button>}
    >
      <p className="m-0 max-w-reading text-13 text-soft">
        {isOn
          ? 'After the password, you are asked for the six digits that your app shows.'
          : 'With it, a stolen password alone lets nobody in: signing in also asks for six digits from an app on your phone.'}
      </p>
      {isOpen && (isOn ? <TurnOff onClose={close} /> : <TurnOn onClose={close} />)}
    </Section>
  )
}

function TurnOn({ onClose }: { onClose: () => void }) {
  const api = useClient(doors)
  const [password, setPassword] = useState('')
  const [code, setCode] = useState('')
  const begin = useDo(api.enableTwoFactor, { quiet: true, touches: [] })
  const prove = useDo(api.verifyCode, { quiet: true, says: 'The second factor is on', onDone: onClose })
  if (!begin.data)
    return (
      <Dialog open onClose={onClose} title="Set up a second factor" says="First, so that we know it is you:">
        <DoorForm submit="Go on" busy={begin.isPending} error={begin.error} onSubmit={() => begin.mutate({ password })}>
          <PasswordField value={password} onChange={setPassword} />
        </DoorForm>
      </Dialog>
    )
  const { totpURI, backupCodes } = begin.data
  return (
    <Dialog open onClose={onClose} title="Set up a second factor">
      <DoorForm
        submit="Turn it on"
        busy={prove.isPending}
        error={prove.error}
        onSubmit={() => prove.mutate({ code: code.trim() })}
      >
        <p className="m-0 text-13 text-soft">1. Scan this with your authenticator app, or type the key into it.</p>
        <div className="flex flex-wrap items-center gap-4">
          <QrCode text={totpURI} />
          <code className="min-w-0 flex-1 text-12 break-all text-soft">{new URL(totpURI).searchParams.get('secret')}</code>
        </div>
        <p className="m-0 text-13 text-soft">
          2. Keep these codes where you find them without your phone. Each lets you in once; they are not shown again.
        </p>
        <ul className="num m-0 grid list-none grid-cols-2 gap-1 rounded-md bg-sunken p-3 text-13">
          {backupCodes.map((one) => (
            <li key={one}>{one}</li>
          ))}
        </ul>
        <TextField
          label="3. The six digits that the app shows"
          inputMode="numeric"
          autoComplete="one-time-code"
          required
          value={code}
          onChange={setCode}
        />
      </DoorForm>
    </Dialog>
  )
}

function TurnOff({ onClose }: { onClose: () => void }) {
  const [password, setPassword] = useState('')
  const off = useDo(useClient(doors).disableTwoFactor, { quiet: true, says: 'The second factor is off', onDone: onClose })
  return (
    <Dialog open onClose={onClose} title="Do without the second factor" says="From then on, the password alone lets you in.">
      <DoorForm submit="Turn it off" busy={off.isPending} error={off.error} onSubmit={() => off.mutate({ password })}>
        <PasswordField value={password} onChange={setPassword} />
      </DoorForm>
    </Dialog>
  )
}

function PasswordField({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  return (
    <TextField
      label="Your password"
      type="password"
      autoComplete="current-password"
      autoFocus
      required
      value={value}
      onChange={onChange}
    />
  )
}

/** Black on white in both themes: cameras want it so. */
function QrCode({ text }: { text: string }) {
  const { data, size } = encode(text, { border: 2 })
  const path = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : []))).join('')
  return (
    <svg viewBox={`0 0 ${size} ${size}`} width={168} height={168} role="img" aria-label="The key as a picture to scan">
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  )
}
