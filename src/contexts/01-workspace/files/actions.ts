/** What happens when a kept file is asked for? */
import type { Actions } from '#foundation/contract/operation.ts'
import { notFound } from '#foundation/contract/problem.ts'
import type { Ctx } from '#foundation/platform/context.ts'
import type { files } from './contract.ts'
import { fileById } from './store.ts'

export const filesActions = {
  async get(ctx, { id }) {
    const row = await fileById(ctx, id)
    if (!row) throw notFound('file')
    return row
  },
} satisfies Actions<typeof files, Ctx>
