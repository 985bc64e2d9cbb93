/** What happens to conversations when one person's part in them is read together, masked, or taken out? */
import type { Row } from '#foundation/contract/record.ts'
import { groupRows } from '#foundation/kernel/group-rows.ts'
import { indexAnew } from '#foundation/platform/changes/index-words.ts'
import { updateRows } from '#foundation/platform/changes/write-rows.ts'
import type { Ctx } from '#foundation/platform/context.ts'
import { Message, Thread } from './contract.ts'
import { cutSnippet } from './rules/cut-snippet.ts'
import { growThread } from './rules/grow-thread.ts'
import * as store from './store-of-person.ts'

const atOnce = 300

/** The stretches of a message that a person wrote or spoke. */
function saidIn({ source, text, parts, isTheirs }: store.Spoken, personId: string, names: ReadonlySet<string>): string[] {
  const theirs = parts.filter((part) => {
    if (source === 'call')
      return part.personId === personId || (part.speaker !== undefined && names.has(part.speaker.toLowerCase()))
    return isTheirs && (part.kind === 'written' || part.kind === 'signature')
  })
  return theirs.map((part) => text.slice(part.start, part.end))
}

/** Everything a person wrote and said, how they are named, in which conversations, and who else is there. */
export async function readPerson(ctx: Ctx, personId: string, name: string) {
  const namings = await store.findNamings(ctx, personId)
  const names = new Set([name.toLowerCase(), ...namings.map((one) => one.name.toLowerCase())])
  const [emails, said] = [new Set(namings.flatMap((one) => one.email?.toLowerCase() ?? [])), [] as string[]]
  for (let after: string | null = null; ; ) {
    const rows: store.Spoken[] = await store.findSpoken(ctx, personId, after, atOnce)
    for (const row of rows) {
      said.push(...saidIn(row, personId, names))
      if (row.isTheirs && row.source === 'mail') {
        names.add(row.fromName.toLowerCase())
        if (row.fromEmail) emails.add(row.fromEmail.toLowerCase())
      }
    }
    after = rows.at(-1)?.id ?? null
    if (rows.length < atOnce) break
  }
  const company = await store.findCompany(ctx, personId)
  return { names: [...names], emails: [...emails], said, ...company }
}

/** Mails that a person wrote. */
export const mailsOf = store.findMailsOf
/** A batch of all messages as they are read through. */
export const textsAfter = store.findTexts
export type TextOf = store.Text

/** Which stretches of a call a person speaks in. */
export const spokenParts = (parts: Row<typeof Message>['parts'], personId: string) =>
  parts.filter((part) => part.personId === personId)

/** Writes masked texts: the one change that a stored text ever sees, letter for letter, past the history. */
export async function writeTexts(ctx: Ctx, texts: readonly { id: string; text: string }[]): Promise<void> {
  const rows = texts.map((one) => ({ ...one, updatedAt: ctx.now }))
  if (!rows.length) return
  await updateRows(ctx.db, Message, ctx.actor.workspaceId, ['text', 'updatedAt'], rows)
  await indexAnew(
    ctx.db,
    Message,
    ctx.actor.workspaceId,
    ctx.now,
    rows.map((row) => row.id),
  )
}

/** Counts conversations anew after messages left them; answers those that hold none any more. */
export async function recountThreads(ctx: Ctx, threadIds: string[]): Promise<string[]> {
  if (!threadIds.length) return []
  const left = groupRows(await store.findOfThreads(ctx, threadIds), (one) => one.threadId)
  const rows = [...left].map(([id, list]) => {
    const added = list.map((one) => ({ ...one, snippet: cutSnippet(one.text, one.parts) }))
    const { firstAt, lastAt, lastSide, messageCount, snippet } = growThread(null, added)
    return { id, firstAt, lastAt, lastSide, messageCount, snippet, updatedAt: ctx.now }
  })
  const fields = ['firstAt', 'lastAt', 'lastSide', 'messageCount', 'snippet', 'updatedAt']
  if (rows.length) await updateRows(ctx.db, Thread, ctx.actor.workspaceId, fields, rows)
  return threadIds.filter((id) => !left.has(id))
}
