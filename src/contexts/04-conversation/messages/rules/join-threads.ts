/** In which conversation does each arrived message stand? By References and In-Reply-To, then by subject. */
import { byMoment } from '#foundation/kernel/order-moments.ts'

/** What the question needs to know of a message. */
export type Joining = {
  sourceKey: string
  source: 'mail' | 'call'
  inReplyTo: string | null
  references: readonly string[]
  subject: string
  sentAt: string
  /** Addresses of everybody on it. */
  emails: readonly string[]
}
/** A stored thread whose subject, without prefixes, is that of an arrived message. */
export type SameSubject = { threadId: string; subjectKey: string; firstAt: string; lastAt: string; emails: readonly string[] }
export type KnownThreads = {
  /** Thread of a stored message, by its own key and by the key it answers. */
  byKey: ReadonlyMap<string, string>
  sameSubject: readonly SameSubject[]
}

const prefix =
  /^\s*(?:(?:re|aw|antw|antwort|sv|vs|ynt|odp|res|rif|ref|r|fw|fwd|wg|tr|rv|enc|vb|doorst|pd|i|回复|转发|答复)\s*(?:\[\d+\]|\(\d+\))?\s*[:：]|\[(?:external|extern|ext|spam\??)\])\s*/iu

/** What a mailing list puts in front. A tag with a figure ("[CASE-12]") names one matter and stays. */
const listTag = /^\s*\[[^\]\d]{1,40}\](?=\s*\S)/u

/** The subject without Re:, Fwd:, AW: and their kind and without list tags, in small letters; the same for all messages of one conversation. */
export function subjectKeyOf(subject: string): string {
  let rest = subject.replace(/\s+/g, ' ').trim()
  for (let n = 0; n < 20 && (prefix.test(rest) || listTag.test(rest)); n++) rest = rest.replace(prefix, '').replace(listTag, '')
  return rest.trim().toLowerCase().slice(0, 300).toWellFormed()
}

/** Whether a subject says that it answers or passes on another message. */
export const answers = (subject: string): boolean => prefix.test(subject.replace(listTag, ''))

/** A subject alone joins messages this close in time: a quarterly "Invoice" is a new conversation (docs/decisions/0008). */
export const subjectReachDays = 60
const reachMs = subjectReachDays * 86_400_000

type Group = { at: number; threadId: string | null; firstMs: number; lastMs: number; emails: Set<string> }

/**
 * A thread for every message, in order: the id of a stored one, or `new:N` where N is the position of the first message of a new one.
 * A subject joins only answers ("Re: ...") that share somebody with the conversation within sixty days of it.
 */
export function joinThreads(arrived: readonly Joining[], known: KnownThreads): string[] {
  const byKey = new Map<string, string>(known.byKey)
  const groups = new Map<string, Group>()
  const bySubject = new Map<string, string[]>()
  const remember = (subjectKey: string, name: string) => {
    if (subjectKey === '') return
    const names = bySubject.get(subjectKey)
    if (names) names.push(name)
    else bySubject.set(subjectKey, [name])
  }
  for (const { threadId, subjectKey, firstAt, lastAt, emails } of known.sameSubject) {
    groups.set(threadId, { at: -1, threadId, firstMs: Date.parse(firstAt), lastMs: Date.parse(lastAt), emails: new Set(emails) })
    remember(subjectKey, threadId)
  }
  const order = arrived.map((_, at) => at).sort((a, b) => byMoment(arrived[a]?.sentAt ?? '', arrived[b]?.sentAt ?? '') || a - b)
  const answer: string[] = arrived.map(() => '')
  for (const at of order) {
    const one = arrived[at]
    if (!one) continue
    const subjectKey = subjectKeyOf(one.subject)
    const sentMs = Date.parse(one.sentAt)
    const name = threadByKeys(one, byKey) ?? threadBySubject(one, subjectKey, sentMs, bySubject, groups) ?? `new:${at}`
    answer[at] = name
    const group = groups.get(name) ?? { at, threadId: name, firstMs: sentMs, lastMs: sentMs, emails: new Set<string>() }
    if (!groups.has(name)) groups.set(name, group)
    if (!bySubject.get(subjectKey)?.includes(name)) remember(subjectKey, name)
    group.firstMs = Math.min(group.firstMs, sentMs)
    group.lastMs = Math.max(group.lastMs, sentMs)
    for (const email of one.emails) group.emails.add(email)
    for (const key of [one.sourceKey, one.inReplyTo, ...one.references]) if (key && !byKey.has(key)) byKey.set(key, name)
  }
  return answer
}

/** The nearest relative known: the message itself (answered before it arrived), its parent, then its ancestors from the newest. */
const threadByKeys = (one: Joining, byKey: ReadonlyMap<string, string>): string | undefined =>
  [one.sourceKey, one.inReplyTo, ...one.references.toReversed()]
    .map((key) => (key ? byKey.get(key) : undefined))
    .find((name) => name !== undefined)

function threadBySubject(
  one: Joining,
  subjectKey: string,
  sentMs: number,
  bySubject: ReadonlyMap<string, string[]>,
  groups: ReadonlyMap<string, Group>,
): string | undefined {
  if (one.source !== 'mail' || subjectKey === '' || !answers(one.subject)) return undefined
  const near = (bySubject.get(subjectKey) ?? []).filter((name) => {
    const group = groups.get(name)
    if (!group || sentMs < group.firstMs - reachMs || sentMs > group.lastMs + reachMs) return false
    return one.emails.some((email) => group.emails.has(email))
  })
  return near.sort((a, b) => (groups.get(b)?.lastMs ?? 0) - (groups.get(a)?.lastMs ?? 0))[0]
}
