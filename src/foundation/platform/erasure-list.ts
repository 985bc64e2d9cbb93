/** Whom must nothing bring back: no restored backup, no mailbox read again? Keyed hashes beside the files, because a backup overwrites the database. */
import { createHmac, randomBytes } from 'node:crypto'
import { z } from 'zod'
import type { FileStore } from './file-store.ts'

const Line = z.union([
  z.object({ key: z.string() }),
  z.object({ workspaceId: z.uuid(), personId: z.uuid(), hashes: z.array(z.string()) }),
])
export interface Erasures {
  key: string | null
  list: { workspaceId: string; personId: string; hashes: string[] }[]
}

/** What is known of an address: its kind, and itself in small letters or its digits. */
export type Mark = { email: string } | { phone: string } | { externalId: string }

/** Reads the list; a line that a power loss cut short is passed over. */
export async function readErasures(files: FileStore): Promise<Erasures> {
  const found: Erasures = { key: null, list: [] }
  for (const line of await files.notes('erasures')) {
    let given: unknown
    try {
      given = JSON.parse(line)
    } catch {
      continue
    }
    const read = Line.safeParse(given)
    if (!read.success) continue
    if ('key' in read.data) found.key ??= read.data.key
    else found.list.push(read.data)
  }
  return found
}

/** The keyed hash of a mark. Without the key, which lies beside the files and in no database, nobody can try addresses out. */
export function hashMark(key: string, mark: Mark): string {
  const [kind, value] =
    'email' in mark
      ? ['email', mark.email.trim().toLowerCase()]
      : 'phone' in mark
        ? ['phone', mark.phone.replace(/\D/g, '').slice(-9)]
        : ['externalId', mark.externalId]
  return createHmac('sha256', key).update(`${kind} ${value}`).digest('hex').slice(0, 32)
}

/** The key of this house; made when it is first needed. */
export async function erasureKey(files: FileStore): Promise<string> {
  const { key } = await readErasures(files)
  if (key) return key
  await files.note('erasures', JSON.stringify({ key: randomBytes(32).toString('hex') }))
  // Two that make one at once both read the first line.
  return (await readErasures(files)).key ?? ''
}

/** Writes down that a person of a workspace was erased. */
export const noteErasure = (files: FileStore, erased: Erasures['list'][number]): Promise<void> =>
  files.note('erasures', JSON.stringify(erased))

/** Tells whether a mark belongs to somebody who was erased in a workspace; null when nobody was. */
export async function openErased(files: FileStore, workspaceId: string): Promise<((mark: Mark) => boolean) | null> {
  const { key, list } = await readErasures(files)
  const hashes = new Set(list.filter((one) => one.workspaceId === workspaceId).flatMap((one) => one.hashes))
  return key && hashes.size ? (mark) => hashes.has(hashMark(key, mark)) : null
}
