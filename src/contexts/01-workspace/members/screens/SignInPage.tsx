/** Who are you? The password, then the second factor when there is one; and the way back in for who forgot. */
import { useEffect, useState } from 'react'
import { Button } from '#foundation/ui/Button.tsx'
import { TextField } from '#foundation/ui/TextField.tsx'
import { useAsk, useDo } from '#foundation/ui/useAsk.ts'
import { useClient } from '#foundation/ui/useClient.tsx'
import { DoorForm, DoorFrame, enter } from './DoorFrame.tsx'
import { doors } from './doors.ts'

export function SignInPage({ search }: { search: Readonly<Record<string, string | undefined>> }) {
  const api = useClient(doors)
  const first = useAsk(api.isFirstRun, {})
  const isOpen = first.data?.open === true
  useEffect(() => {
    if (isOpen) location.replace('/welcome')
  }, [isOpen])
  const [step, setStep] = useState<'password' | 'factor' | 'forgotten'>(search.step === 'factor' ? 'factor' : 'password')
  const [email, setEmail] = useState('')
  if (step === 'factor') return <SecondFactor to={search.to} />
  if (step === 'forgotten') return <Forgotten email={email} onEmail={setEmail} onBack={() => setStep('password')} />
  return (
    <Password
      email={email}
      onEmail={setEmail}
      to={search.to}
      isDemo={first.data?.isDemo === true}
      onFactor={() => setStep('factor')}
      onForgotten={() => setStep('forgotten')}
    />
  )
}

interface PasswordProps {
  email: string
  onEmail: (email: string) => void
  to: string | undefined
  /** This house is the demo world: a visitor comes in without a password. */
  isDemo: boolean
  onFactor: () => void
  onForgotten: () => void
}

function Password({ email, onEmail, to, isDemo, onFactor, onForgotten }: PasswordProps) {
  const [password, setPassword] = useState('')
  const signIn = useDo(useClient(doors).signIn, {
    quiet: true,
    touches: [],
    onDone: (said) => (said.twoFactorRedirect ? onFactor() : enter(to)),
  })
  return (
    <DoorFrame title="Sign in">
      <DoorForm
        submit="Sign in"
        busy={signIn.isPending}
        error={signIn.error}
        onSubmit={() => signIn.mutate({ email, password })}
        aside={
          <Button look="quiet" onClick={onForgotten}>
            I forgot my password
          </Button>
        }
      >
        <TextField label="E-mail" type="email" autoComplete="username" autoFocus required value={email} onChange={onEmail} />
        <TextField
          label="Password"
          type="password"
          autoComplete="current-password"
          required
          value={password}
          onChange={setPassword}
        />
      </DoorForm>
      {isDemo && <DemoDoor to={to} />}
    </DoorFrame>
  )
}

function DemoDoor({ to }: { to: string | undefined }) {
  const demo = useDo(useClient(doors).enterDemo, { touches: [], onDone: () => enter(to) })
  return (
    <section className="mt-10 border-t border-line pt-6">
      <h2 className="m-0 text-14 font-semibold text-ink">Only looking?</h2>
      <p className="m-0 mt-1 mb-3 text-13 text-soft">This is the demo world. Its visitor needs no password.</p>
      <Button busy={demo.isPending} onClick={() => demo.mutate({})}>
        Enter the demo world
      </Button>
    </section>
  )
}

function SecondFactor({ to }: { to: string | undefined }) {
  const api = useClient(doors)
  const [code, setCode] = useState('')
  const [isBackup, setBackup] = useState(false)
  const verify = useDo(isBackup ? api.verifyBackupCode : api.verifyCode, { quiet: true, touches: [], onDone: () => enter(to) })
  return (
    <DoorFrame
      title="The second factor"
      says={isBackup ? 'One of the codes you kept when you set this up. Each works once.' : 'The six digits that your app shows.'}
    >
      <DoorForm
        submit="Go on"
        busy={verify.isPending}
        error={verify.error}
        onSubmit={() => verify.mutate({ code: code.trim() })}
        aside={
          <Button look="quiet" onClick={() => setBackup(!isBackup)}>
            {isBackup ? 'Use the app' : 'Use a backup code'}
          </Button>
        }
      >
        <TextField
          label={isBackup ? 'Backup code' : 'Code'}
          inputMode={isBackup ? 'text' : 'numeric'}
          autoComplete="one-time-code"
          autoFocus
          required
          value={code}
          onChange={setCode}
        />
      </DoorForm>
    </DoorFrame>
  )
}

function Forgotten({ email, onEmail, onBack }: { email: string; onEmail: (email: string) => void; onBack: () => void }) {
  const ask = useDo(useClient(doors).askReset, { quiet: true, touches: [] })
  const back = (
    <Button look="quiet" onClick={onBack}>
      Back to sign-in
    </Button>
  )
  if (ask.isSuccess)
    return (
      <DoorFrame
        title="Look into your mail"
        says={`If ${email} signs in here, a link is on its way, good for one hour. If none comes, ask an owner of your workspace: in Settings, Members, they can make one for you.`}
      >
        {back}
      </DoorFrame>
    )
  return (
    <DoorFrame title="Choose a new password" says="We send you a link by which you choose one.">
      <DoorForm submit="Send the link" busy={ask.isPending} error={ask.error} onSubmit={() => ask.mutate({ email })} aside={back}>
        <TextField label="E-mail" type="email" autoComplete="username" autoFocus required value={email} onChange={onEmail} />
      </DoorForm>
    </DoorFrame>
  )
}
