/** What was said in this message? Its text as stored, marked where it shows something, quoted mail and signatures folded. */
import { Paperclip } from 'lucide-react'
import { useEffect, useRef } from 'react'
import type { z } from 'zod'
import { HighlightedText, type MarkedSpan } from '#foundation/ui/HighlightedText.tsx'
import { RelativeTime } from '#foundation/ui/RelativeTime.tsx'
import { StateBadge } from '#foundation/ui/StateBadge.tsx'
import type { MessageShown, Part } from '../contract.ts'

export type MessageRow = z.output<typeof MessageShown>
type PartRow = z.output<typeof Part>

const undated = {
  neighbour: 'No readable date; placed by its neighbours',
  import: 'No date given; shown at the moment it came in',
} as const
const folded = {
  quoted: 'Quoted earlier mail',
  signature: 'Signature',
  disclaimer: 'Disclaimer',
  header: 'Mail header',
  system: 'System line',
} as const
const dimsOf = (parts: readonly PartRow[]) =>
  parts.flatMap((p) => (p.kind === 'written' ? [] : [{ start: p.start, end: p.end, label: folded[p.kind] }]))

export interface MessageTextProps {
  message: MessageRow
  spans: readonly MarkedSpan[]
  litId: string | null
  /** Scroll to it: somebody searched for what it says. */
  isSought?: boolean
  onOpen: (id: string) => void
}

export function MessageText({ message, spans, litId, isSought = false, onOpen }: MessageTextProps) {
  const box = useRef<HTMLElement>(null)
  useEffect(() => {
    if (isSought) box.current?.scrollIntoView({ block: 'start' })
  }, [isSought])
  const to = message.recipients.filter((r) => r.role === 'to' || r.role === 'cc').map((r) => r.name || r.email)
  return (
    <article
      ref={box}
      className="border-t border-line py-5 first:border-t-0 first:pt-0"
      aria-label={`${message.fromName}, ${message.subject}`}
    >
      <header className="mb-2 flex flex-wrap items-baseline gap-x-3 gap-y-0.5">
        <span className="text-13 font-semibold text-ink">{message.fromName}</span>
        {message.side === 'vendor' && <span className="text-12 text-faint">us</span>}
        {to.length > 0 && <span className="min-w-0 max-w-full truncate text-12 text-faint">to {to.join(', ')}</span>}
        <span className="flex-1" />
        <span className="text-12 text-faint">
          <RelativeTime at={message.sentAt} />
        </span>
      </header>
      {(message.automatic || message.warnings.length > 0 || message.sentAtFrom in undated) && (
        <p className="m-0 mb-2 flex flex-wrap gap-x-3 gap-y-1 text-12 text-faint">
          {message.automatic && <StateBadge tone="still" word="Automatic reply" look="plain" />}
          {message.sentAtFrom in undated && (
            <StateBadge tone="warn" word={undated[message.sentAtFrom as keyof typeof undated]} look="plain" />
          )}
          {message.warnings.map((w) => (
            <StateBadge key={w} tone="warn" word={w} look="plain" />
          ))}
        </p>
      )}
      {message.source === 'call' ? (
        <Turns message={message} spans={spans} litId={litId} onOpen={onOpen} />
      ) : (
        <HighlightedText
          text={message.text}
          spans={spans}
          dims={dimsOf(message.parts)}
          voice={message.side === 'customer' ? 'theirs' : 'ours'}
          litId={litId}
          onOpen={onOpen}
        />
      )}
      {message.attachments.length > 0 && (
        <ul className="m-0 mt-3 flex list-none flex-wrap gap-x-4 gap-y-1 p-0">
          {message.attachments.map((a) => (
            <li key={a.id}>
              <a
                className="inline-flex min-h-6 items-center gap-1 text-12 text-accent underline decoration-accent/35 underline-offset-3"
                href={`/api/files/${a.fileId}/content`}
                download={a.name}
              >
                <Paperclip size={14} aria-hidden />
                {a.name}
              </a>
            </li>
          ))}
        </ul>
      )}
    </article>
  )
}

/** A call reads as turns: who speaks at the left, the words at one edge. Offsets are moved, never the text. */
function Turns({ message, spans, litId, onOpen }: MessageTextProps) {
  // The empty lines between turns belong to the text, not to the page.
  const turns = message.parts
    .filter((p) => p.kind === 'written')
    .map((p) => ({ ...p, end: p.start + message.text.slice(p.start, p.end).trimEnd().length }))
  return (
    <div className="flex flex-col gap-3">
      {turns.map((turn) => {
        const inside = spans
          .filter((s) => s.start >= turn.start && s.end <= turn.end)
          .map((s) => ({ ...s, start: s.start - turn.start, end: s.end - turn.start }))
        return (
          <div key={turn.start} className="sm:grid sm:grid-cols-[9rem_minmax(0,1fr)] sm:gap-4">
            <p className="m-0 truncate pt-0.5 text-12 text-faint" title={turn.speaker}>
              {turn.speaker ?? message.fromName}
            </p>
            <HighlightedText
              text={message.text.slice(turn.start, turn.end)}
              spans={inside}
              voice={turn.side === 'vendor' ? 'ours' : 'theirs'}
              litId={litId && inside.some((s) => s.id === litId) ? litId : null}
              onOpen={onOpen}
            />
          </div>
        )
      })}
    </div>
  )
}
