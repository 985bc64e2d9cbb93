/** What stands around the pages of those who are not in yet? The name, one question, nothing else. */
import type { FormEvent, ReactNode } from 'react'
import { Button } from '#foundation/ui/Button.tsx'
import { readProblem } from '#foundation/ui/read-problem.ts'
import { usePageTitle } from '#foundation/ui/usePageTitle.ts'

export function DoorFrame({ title, says, children }: { title: string; says?: ReactNode; children: ReactNode }) {
  usePageTitle(title)
  return (
    <main id="main" className="flex min-h-dvh flex-col items-center bg-surface px-4 py-10 sm:py-20">
      <div className="w-full max-w-[24rem]">
        <p className="m-0 mb-10 flex items-center gap-2 text-14 font-semibold text-ink">
          <img src="/mark.svg" alt="" width={20} height={20} />
          Rapport
        </p>
        <h1 className="m-0 text-28 font-semibold tracking-tight text-ink">{title}</h1>
        {says && <p className="m-0 mt-2 text-14 text-soft">{says}</p>}
        <div className="mt-6">{children}</div>
      </div>
    </main>
  )
}

export interface DoorFormProps {
  submit: string
  /** `plain` where the view has another main action. */
  look?: 'main' | 'plain'
  busy: boolean
  /** Whatever was refused; its fields are shown at the fields. */
  error?: unknown
  onSubmit: () => void
  children: ReactNode
  /** Beside the main button: another way. */
  aside?: ReactNode
}

/** A form of one question. Enter sends it. */
export function DoorForm({ submit, look = 'main', busy, error, onSubmit, children, aside }: DoorFormProps) {
  const send = (event: FormEvent) => {
    event.preventDefault()
    if (!busy) onSubmit()
  }
  const problem = error ? readProblem(error) : null
  return (
    <form onSubmit={send} className="flex flex-col gap-4" noValidate>
      {children}
      {problem && (
        <p role="alert" className="m-0 text-13 text-bad">
          {problem.detail}
        </p>
      )}
      <div className="flex flex-wrap items-center justify-between gap-3">
        <Button look={look} type="submit" busy={busy}>
          {submit}
        </Button>
        {aside}
      </div>
    </form>
  )
}

/** What the field's own problem is, if the answer named it. */
export const fieldError = (error: unknown, field: string): string | undefined =>
  error ? readProblem(error).fields[field] : undefined

/** Loads the first page anew: nothing of who was here before stays in memory. */
export function enter(to = '/'): void {
  location.assign(to.startsWith('/') && !to.startsWith('//') && !to.startsWith('/\\') ? to : '/')
}

/** The secret that a link carries behind its #, where no server and no referrer sees it. */
export const tokenOfAddress = (): string => new URLSearchParams(location.hash.slice(1)).get('token') ?? ''
