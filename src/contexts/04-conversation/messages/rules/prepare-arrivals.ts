/** What must be put right in messages that arrive before any of them can be stored? */
import { seedOf } from '#foundation/kernel/seed.ts'
import type { Part as LanguagePart } from '#foundation/language/message-part.ts'

export type SentAtFrom = 'date' | 'received' | 'mbox' | 'file' | 'neighbour' | 'import'

/** Somebody as a header or a transcript names them. */
export type Named = { name: string; email: string | null }
export type ArrivedRecipient = Named & { role: 'to' | 'cc' | 'bcc' | 'speaker' }

/** A stretch of an arrived text; in a transcript with who speaks, and when. */
export type ArrivedPart = LanguagePart & { speaker?: string; side?: 'customer' | 'vendor'; atSeconds?: number }

/** A message or a call as import and mail hand it over. `Bytes` is what the caller can keep: this file never looks inside. */
export type ArrivedItem<Bytes> = {
  source: 'mail' | 'call'
  /** The Message-ID, or a key made from the content: the same message always carries the same one. */
  sourceKey: string
  /** ISO moment, or null when the message does not say. */
  sentAt: string | null
  /** Where the moment comes from; 'none' when there is no moment. */
  sentAtFrom: SentAtFrom | 'none'
  subject: string
  from: Named | null
  recipients: ArrivedRecipient[]
  /** The text as it will be stored for ever: offsets index into it. */
  text: string
  inReplyTo: string | null
  /** Oldest first. */
  references: string[]
  /** Written by a machine: promises nothing, asks nothing. */
  automatic: boolean
  warnings: string[]
  attachments: { name: string | null; mediaType: string | null; bytes: Bytes; inline: boolean }[]
  /** Must cover `text`; without them the text is segmented here. */
  parts?: ArrivedPart[]
  importId: string | null
  /** The account that the file's name or folder tells, for when nobody who took part is known. */
  accountId?: string | null
}

/** The same with every field within its limits. */
export type Prepared<Bytes> = Omit<ArrivedItem<Bytes>, 'sentAt' | 'sentAtFrom'> & { sentAt: string; sentAtFrom: SentAtFrom }

const longestKey = 400

/** A key short enough for an index, and still the same for the same message. */
export const clampKey = (key: string): string =>
  key.length <= longestKey ? key : `${key.slice(0, longestKey)}#${seedOf(key).toString(16)}${seedOf(`2${key}`).toString(16)}`

/** A database keeps no NUL and no half of a surrogate pair; each is replaced by one character, so that offsets stay. */
export const storable = (text: string): string => text.replaceAll('\0', '\uFFFD').toWellFormed()
const line = (text: string, most: number) => storable(text).slice(0, most).toWellFormed()

const address = /^[^\s@]+@[^\s@]+$/

/** An address as people are found by it, or null when it is none. */
export const readAddress = (email: string | null): string | null => {
  const plain = email?.trim().toLowerCase() ?? ''
  return plain.length >= 3 && plain.length <= 320 && address.test(plain) ? storable(plain) : null
}

/** Name and address within limits; the name falls back on the part before the @. */
export const tidyNamed = ({ name, email }: Named): Named => {
  const plain = readAddress(email)
  return { name: line(name.trim() || plain?.split('@')[0] || '', 200).trim(), email: plain }
}

/**
 * Dates what has no date by its neighbour in the same batch (mailboxes are kept in order), else by the moment of the import;
 * where the moment comes from is said.
 */
export function dateArrivals(moments: readonly { sentAt: string | null; sentAtFrom: SentAtFrom | 'none' }[], now: string) {
  const usable = moments.map(({ sentAt }) =>
    sentAt && !Number.isNaN(Date.parse(sentAt)) ? new Date(sentAt).toISOString() : null,
  )
  return moments.map(({ sentAtFrom }, at): { sentAt: string; sentAtFrom: SentAtFrom } => {
    const own = usable[at]
    if (own && own < '9999') return { sentAt: own, sentAtFrom: sentAtFrom === 'none' ? 'date' : sentAtFrom }
    const neighbour = usable.slice(0, at).findLast(Boolean) ?? usable.slice(at + 1).find(Boolean)
    return neighbour ? { sentAt: neighbour, sentAtFrom: 'neighbour' } : { sentAt: now, sentAtFrom: 'import' }
  })
}

/** Puts every item of a batch within the limits of its columns, in order. */
export function prepareArrivals<Bytes>(batch: readonly ArrivedItem<Bytes>[], now: string): Prepared<Bytes>[] {
  const dated = dateArrivals(batch, now)
  return batch.map((item, at) => ({
    ...item,
    ...(dated[at] ?? { sentAt: now, sentAtFrom: 'import' as const }),
    sourceKey: clampKey(line(item.sourceKey, 10_000)),
    subject: line(item.subject.replace(/\s+/g, ' ').trim(), 1_900),
    from: item.from ? tidyNamed(item.from) : null,
    recipients: item.recipients.map((r) => ({ role: r.role, ...tidyNamed(r) })).filter((r) => r.name !== ''),
    text: storable(item.text),
    inReplyTo: item.inReplyTo ? clampKey(line(item.inReplyTo, 10_000)) : null,
    references: item.references.map((key) => clampKey(line(key, 10_000))),
    warnings: item.warnings.map((w) => line(w, 500)),
    ...(item.parts
      ? { parts: item.parts.map((part) => (part.speaker ? { ...part, speaker: line(part.speaker, 200).trim() } : part)) }
      : {}),
    attachments: item.attachments.map((a) => ({
      ...a,
      name: line(a.name?.trim() ?? '', 200).trim() || 'attachment',
      mediaType: line(a.mediaType?.trim() ?? '', 200).trim() || 'application/octet-stream',
    })),
  }))
}
