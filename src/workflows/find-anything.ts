/** What does the search box answer? Names and texts from search, with the words of each message around what was asked. */
import { excerptsOf } from '#conversation/messages/actions.ts'
import type { Actions } from '#foundation/contract/operation.ts'
import type { Ctx } from '#foundation/platform/context.ts'
import { searchActions } from '#workspace/search/actions.ts'
import type { search } from '#workspace/search/contract.ts'

/** The operations of search as people meet them: a message is shown by its words, not by its subject alone. */
export const searchOperations = {
  async find(ctx, input) {
    const found = await searchActions.find(ctx, input)
    const messages = found.filter((f) => f.record === 'messages' && f.withinId !== null).map((f) => f.id)
    const excerpts = await excerptsOf(ctx, messages, input.words)
    return found.map((f) => ({ ...f, ...excerpts.get(f.id) }))
  },
} satisfies Actions<typeof search, Ctx>
