/** What did they say, in their words? Serif (our own: sans), a thin mark at the left; who, when and where under it. */
import { useState } from 'react'
import { dress } from './dress.ts'
import { EvidenceMark, type KindLook } from './EvidenceMark.tsx'
import { Link, linkLooks } from './Link.tsx'
import { RelativeTime } from './RelativeTime.tsx'
import { shortenQuote } from './shorten-quote.ts'

export interface QuoteProps {
  /** Exactly as stored. */
  text: string
  who?: string
  /** ISO moment. */
  when?: string
  /** The subject of the message, the call. */
  where?: string
  /** Opens the message at the quote; `href` makes it a link, `onOpen` a button. */
  href?: string
  onOpen?: () => void
  kind?: KindLook
  /** Characters shown at first; the rest after an ellipsis and one click. */
  max?: number
  size?: 'normal' | 'small'
  /** A customer's words stand in the serif, our own in the sans. */
  voice?: 'theirs' | 'ours'
  className?: string
}

export function Quote(props: QuoteProps) {
  const { text, who, when, where, href, onOpen, kind, max = 320, size = 'normal', voice = 'theirs', className } = props
  const [whole, setWhole] = useState(false)
  const shown = whole ? text : shortenQuote(text, max)
  const place = where ?? 'Open message'
  return (
    <figure className={dress('m-0 min-w-0 border-l-2 border-accent/45 pl-3', className)}>
      <blockquote
        className={dress(
          'm-0 max-w-reading wrap-anywhere whitespace-pre-line text-ink',
          voice === 'theirs' && 'font-serif',
          size === 'normal' ? 'text-16' : 'text-14 leading-[1.375rem]',
        )}
      >
        {shown}
      </blockquote>
      {shown !== text && (
        <button type="button" onClick={() => setWhole(true)} className={`mt-1 min-h-6 text-12 ${linkLooks.text}`}>
          Show all of it
        </button>
      )}
      {(who || when || where || href || onOpen || kind) && (
        <figcaption className="mt-1 flex min-h-6 flex-wrap items-center gap-x-2 text-12 text-faint">
          {kind && <EvidenceMark kind={kind} />}
          {who && <span className="font-medium text-soft">{who}</span>}
          {when && <RelativeTime at={when} />}
          {href ? (
            <Link href={href} className="max-w-full truncate py-1" onClick={onOpen}>
              {place}
            </Link>
          ) : onOpen ? (
            <button type="button" onClick={onOpen} className={`max-w-full truncate py-1 ${linkLooks.text}`}>
              {place}
            </button>
          ) : (
            where && <span className="truncate">{where}</span>
          )}
        </figcaption>
      )}
    </figure>
  )
}
