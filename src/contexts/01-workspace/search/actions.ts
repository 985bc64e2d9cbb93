/** What happens when somebody types into the search box? */
import type { Actions } from '#foundation/contract/operation.ts'
import { slipsForgiven } from '#foundation/language/near-words.ts'
import { foldWords } from '#foundation/platform/changes/index-words.ts'
import type { Ctx } from '#foundation/platform/context.ts'
import type { search } from './contract.ts'
import { mixFound } from './rules/mix-found.ts'
import { spellWords } from './rules/spell-words.ts'
import { findEntries, findTexts, wordsAlike } from './store.ts'

export const searchActions = {
  async find(ctx, { words, limit }) {
    const [names, texts] = [await findEntries(ctx, words, limit), await findTexts(ctx, words, limit)]
    const meant = texts.length ? [] : await findMeant(ctx, words, limit)
    return mixFound(names, texts.length ? texts : meant, limit, ctx.now, texts.length === 0)
  },
} satisfies Actions<typeof search, Ctx>

/** More words than these are not looked up one by one. */
const mostSpelled = 6

/** Where nothing says it so: texts that say what lies nearest. At most four questions, each as bounded as the first. */
async function findMeant(ctx: Ctx, words: string, limit: number) {
  const typed = foldWords(words).trim().split(' ')
  const alike = new Map<string, string[]>()
  for (const word of typed.filter((one) => slipsForgiven(one.length) > 0).slice(0, mostSpelled))
    alike.set(word, await wordsAlike(ctx, word))
  for (const asked of spellWords(typed, alike)) {
    const found = await findTexts(ctx, asked, limit)
    if (found.length) return found
  }
  return []
}
