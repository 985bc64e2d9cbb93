/** Where does what came with a message go? Its bytes into the store of files, its rows into the plan of what is saved. */
import { groupRows } from '#foundation/kernel/group-rows.ts'
import { create, type PlannedChange } from '#foundation/platform/changes/plan-changes.ts'
import type { Ctx } from '#foundation/platform/context.ts'
import type { Kept } from '#foundation/platform/file-store.ts'
import { StoredFile } from '#workspace/files/contract.ts'
import { Attachment } from './contract.ts'
import type { Prepared } from './rules/prepare-arrivals.ts'

const keepAtOnce = 8

type Arriving = { messageId: string; attachments: Prepared<Buffer | Kept>['attachments'] }
type KeptAttachment = { file: PlannedChange; attachment: PlannedChange }

/** The rows of what came with messages, by message. The bytes are kept first: a row never names a file that is not on disk. */
export async function keepAttachments(ctx: Ctx, arriving: readonly Arriving[]): Promise<Map<string, KeptAttachment[]>> {
  const waiting = arriving.flatMap(({ messageId, attachments }) => attachments.map((attachment) => ({ messageId, attachment })))
  const kept: { messageId: string; planned: KeptAttachment }[] = []
  for (let from = 0; from < waiting.length; from += keepAtOnce) {
    const some = waiting.slice(from, from + keepAtOnce)
    const bytes = await Promise.all(
      some.map(({ attachment: { bytes } }) => (Buffer.isBuffer(bytes) ? ctx.files.keep(bytes) : bytes)),
    )
    for (const [nth, { messageId, attachment }] of some.entries()) {
      const { sha256, byteCount } = bytes[nth] ?? { sha256: '', byteCount: 0 }
      const [name, mediaType, fileId] = [
        attachment.name ?? 'attachment',
        attachment.mediaType ?? 'application/octet-stream',
        ctx.id(),
      ]
      const file = create(StoredFile, { id: fileId, name, mediaType, byteCount, sha256 })
      const row = create(Attachment, { messageId, fileId, name, mediaType, byteCount, inline: attachment.inline })
      kept.push({ messageId, planned: { file, attachment: row } })
    }
  }
  return new Map([...groupRows(kept, (one) => one.messageId)].map(([id, list]) => [id, list.map((one) => one.planned)]))
}
