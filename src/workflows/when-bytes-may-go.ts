/** What happens to bytes whose rows are gone? They leave the disk, unless another row of any workspace names them. */
import { when } from '#foundation/platform/workflow.ts'
import { unneededBytes } from '#workspace/files/actions.ts'
import { BytesMayGo } from '#workspace/files/contract.ts'

export const whenBytesMayGo = when(BytesMayGo, 'drop-bytes', async (work, { hashes }) => {
  const { files, unneeded } = await work.act(async (ctx) => ({ files: ctx.files, unneeded: await unneededBytes(ctx, hashes) }))
  for (const sha256 of unneeded) await files.drop(sha256)
})
