/** What happens when somebody types into the search box? */
import type { Actions } from '#foundation/contract/operation.ts'
import type { Ctx } from '#foundation/platform/context.ts'
import type { search } from './contract.ts'
import { mixFound } from './rules/mix-found.ts'
import { findEntries, findTexts } from './store.ts'

export const searchActions = {
  async find(ctx, { words, limit }) {
    const [names, texts] = [await findEntries(ctx, words, limit), await findTexts(ctx, words, limit)]
    return mixFound(names, texts, limit, ctx.now)
  },
} satisfies Actions<typeof search, Ctx>
