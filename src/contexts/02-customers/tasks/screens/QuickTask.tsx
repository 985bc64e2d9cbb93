/** What shall be done, in one line as one would say it, and how was it understood? */
import { CornerDownLeft, Plus } from 'lucide-react'
import { type FormEvent, type Ref, useEffect, useState } from 'react'
import { Button } from '#foundation/ui/Button.tsx'
import { useAsk } from '#foundation/ui/useAsk.ts'
import { useChange, useClient } from '#foundation/ui/useClient.tsx'
import { useNow } from '#foundation/ui/useNow.ts'
import { tasks } from '../contract.ts'
import { type About, howOften, ownZone, whenDue } from './task-words.ts'

/** A pause in typing, so that one line is one question. */
const pauseMs = 250
const example = 'call Dana tomorrow 9:00'

export interface QuickTaskProps {
  about?: About
  /** For whom, when not for the writer. */
  assigneeId?: string
  field?: Ref<HTMLInputElement>
}

export function QuickTask({ about = {}, assigneeId, field }: QuickTaskProps) {
  const [line, setLine] = useState('')
  const [settled, setSettled] = useState('')
  useEffect(() => {
    const timer = setTimeout(() => setSettled(line.trim()), pauseMs)
    return () => clearTimeout(timer)
  }, [line])
  const jot = useChange(useClient(tasks).jot, (task) => `Planned: ${task.title}`)
  const add = (event: FormEvent) => {
    event.preventDefault()
    const said = line.trim()
    if (!said) return
    setLine('')
    jot.mutate(
      { line: said, timeZone: ownZone(), ...about, ...(assigneeId ? { assigneeId } : {}) },
      { onError: () => setLine((now) => now || said) },
    )
  }
  return (
    <form onSubmit={add} data-print="no">
      <div className="flex items-center gap-2 rounded-md border border-edge bg-raised pr-1 pl-2.5 focus-within:border-accent focus-within:outline-2 focus-within:outline-accent">
        <Plus size={16} aria-hidden className="shrink-0 text-faint" />
        <input
          ref={field}
          aria-label="New task"
          placeholder={`New task, such as “${example}”`}
          value={line}
          maxLength={300}
          autoComplete="off"
          onChange={(event) => setLine(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Escape') return
            setLine('')
            event.currentTarget.blur()
          }}
          className="h-(--control) min-w-0 flex-1 bg-transparent text-13 text-ink outline-none placeholder:text-faint"
        />
        {line.trim() !== '' && (
          <Button type="submit" look="quiet" icon={CornerDownLeft} className="h-[calc(var(--control)-6px)]">
            Add
          </Button>
        )}
      </div>
      <p role="status" className="m-0 min-h-6 px-1 pt-1 text-12 text-faint">
        {line.trim() !== '' && <Understood line={settled} named={Object.keys(about).length === 0} />}
      </p>
    </form>
  )
}

function Understood({ line, named }: { line: string; named: boolean }) {
  const now = useNow()
  const { data: said } = useAsk(useClient(tasks).read, { line, timeZone: ownZone() }, { when: line !== '', keep: true })
  if (!said) return null
  const when = whenDue(said, now)
  const words = [
    when && `Due ${when}`,
    howOften(said.repeatEvery, said.repeatUnit),
    said.priority !== 'normal' && `${said.priority} priority`,
    named && said.aboutName && `about ${said.aboutName}`,
  ].filter(Boolean)
  return words.length ? (
    <>
      <span className="font-medium text-soft">{said.title}</span> · {words.join(' · ')}
    </>
  ) : (
    <>Add a day, a time, “every Monday” or !high, and it is understood.</>
  )
}
