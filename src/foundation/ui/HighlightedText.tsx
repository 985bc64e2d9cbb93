/** Where in this text does the evidence stand? The text as stored, spans lightly marked, quoted parts and signatures folded. */
import { ChevronDown, ChevronRight } from 'lucide-react'
import { Fragment, type ReactNode, useEffect, useMemo, useRef, useState } from 'react'
import { dress } from './dress.ts'
import type { KindLook } from './EvidenceMark.tsx'
import { hueLine, hueText, hueWash } from './hues.ts'
import { type DimRange, type Run, type Span, splitStretches } from './split-spans.ts'

export interface MarkedSpan extends Span {
  kind: KindLook
  /** What was concluded from it, for the hover text and screen readers. */
  says?: string
}

export interface HighlightedTextProps {
  text: string
  spans: readonly MarkedSpan[]
  dims?: readonly DimRange[]
  /** A customer's words stand in the serif, our own in the sans. */
  voice?: 'theirs' | 'ours'
  onOpen?: (id: string) => void
  /** Scrolled to and lit. */
  litId?: string | null
  /** Dimmed parts open from the start. */
  unfolded?: boolean
  className?: string
}

export function HighlightedText({
  text,
  spans,
  dims = [],
  voice = 'theirs',
  onOpen,
  litId,
  unfolded,
  className,
}: HighlightedTextProps) {
  const stretches = useMemo(() => splitStretches(text, spans, dims), [text, spans, dims])
  const byId = useMemo(() => new Map(spans.map((s) => [s.id, s])), [spans])
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (litId) box.current?.querySelector(`[data-span~="${CSS.escape(litId)}"]`)?.scrollIntoView({ block: 'center' })
  }, [litId])
  const runsOf = (runs: readonly Run[]) =>
    runs.map((run) => <RunText key={run.start} run={run} byId={byId} lit={litId ?? null} onOpen={onOpen} />)
  return (
    <div
      ref={box}
      className={dress(
        'max-w-reading wrap-anywhere whitespace-pre-wrap text-ink',
        voice === 'theirs' ? 'font-serif text-16' : 'text-14 leading-6',
        className,
      )}
    >
      {stretches.map((s) =>
        s.dim ? (
          <Folded
            key={s.start}
            label={s.dim.label}
            text={text.slice(s.start, s.end)}
            open={unfolded === true || holds(s.runs, litId)}
          >
            {runsOf(s.runs)}
          </Folded>
        ) : (
          <Fragment key={s.start}>{runsOf(s.runs)}</Fragment>
        ),
      )}
    </div>
  )
}

const holds = (runs: readonly Run[], id: string | null | undefined): boolean =>
  id != null && runs.some((r) => r.covers.includes(id))

interface RunTextProps {
  run: Run
  byId: ReadonlyMap<string, MarkedSpan>
  lit: string | null
  onOpen: ((id: string) => void) | undefined
}

function RunText({ run, byId, lit, onOpen }: RunTextProps) {
  const top = byId.get(run.covers[0] ?? '')
  if (!top) return run.text
  const isLit = lit !== null && run.covers.includes(lit)
  return (
    <>
      {/* The mouse may click the words; keyboard and screen readers use the mark after them, one per span. */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the button below is the same action */}
      <mark
        data-span={run.covers.join(' ')}
        title={top.says ?? top.kind.word}
        onClick={onOpen ? () => onOpen(top.id) : undefined}
        className={dress(
          'rounded-[2px] box-decoration-clone text-ink underline decoration-1 underline-offset-4 transition-colors',
          hueLine[top.kind.hue],
          run.covers.length > 1 && 'decoration-double',
          isLit ? 'bg-accent-wash ring-2 ring-accent/50' : hueWash[top.kind.hue],
          onOpen && 'cursor-pointer',
        )}
      >
        {run.text}
      </mark>
      {run.closes.map((id) => {
        const span = byId.get(id)
        return span ? <SpanMark key={id} span={span} onOpen={onOpen} /> : null
      })}
    </>
  )
}

function SpanMark({ span, onOpen }: { span: MarkedSpan; onOpen: ((id: string) => void) | undefined }) {
  const Icon = span.kind.icon
  const name = span.says ? `${span.kind.word}: ${span.says}` : span.kind.word
  const look = `ml-px inline-flex h-[1.125rem] w-4 items-center justify-center rounded-sm align-[-0.2em] select-none ${hueText[span.kind.hue]}`
  if (!onOpen) {
    return (
      <span className={look} title={name}>
        <Icon size={13} strokeWidth={2.25} aria-hidden />
        <span className="sr-only">({name})</span>
      </span>
    )
  }
  return (
    <button type="button" onClick={() => onOpen(span.id)} aria-label={name} title={name} className={`${look} hover:bg-line/50`}>
      <Icon size={13} strokeWidth={2.25} aria-hidden />
    </button>
  )
}

interface FoldedProps {
  label: string
  text: string
  open: boolean
  children: ReactNode
}

function Folded({ label, text, open, children }: FoldedProps) {
  const [chosen, setChosen] = useState<boolean | null>(null)
  const isOpen = chosen ?? open
  const lines = text.trim().split('\n').length
  const Chevron = isOpen ? ChevronDown : ChevronRight
  return (
    <div className="my-1">
      <button
        type="button"
        aria-expanded={isOpen}
        onClick={() => setChosen(!isOpen)}
        className="inline-flex min-h-6 items-center gap-1 rounded-sm font-sans text-12 text-faint hover:text-ink"
      >
        <Chevron size={14} aria-hidden />
        {label}
        {!isOpen && `, ${lines} ${lines === 1 ? 'line' : 'lines'}`}
      </button>
      {isOpen && <div className="border-l border-line pl-3 text-14 leading-6 text-faint">{children}</div>}
    </div>
  )
}
