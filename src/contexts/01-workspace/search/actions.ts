/** What happens when somebody types into the search box? */
import type { Actions } from '#foundation/contract/operation.ts'
import type { Ctx } from '#foundation/platform/context.ts'
import type { search } from './contract.ts'
import { findEntries } from './store.ts'

export const searchActions = {
  find: (ctx, { words, limit }) => findEntries(ctx, words, limit),
} satisfies Actions<typeof search, Ctx>
