/** Whom does a line name? A person or account of whom there is only one by that name. */
import type { Ctx } from '#foundation/platform/context.ts'
import { searchActions } from '#workspace/search/actions.ts'
import { isNamed, namesIn } from './rules/names-in.ts'

export type Named = { accountId?: string | undefined; personId?: string | undefined; aboutName: string | null }

/** Asked of search, so that no name is guessed: of two Danas neither is meant. */
export async function findNamed(ctx: Ctx, title: string): Promise<Named> {
  for (const name of namesIn(title)) {
    const found = await searchActions.find(ctx, { words: name, limit: 12 })
    const meant = found.filter((f) => (f.record === 'people' || f.record === 'accounts') && isNamed(f.title, name))
    // A person before the company of the same name.
    const people = meant.filter((f) => f.record === 'people')
    const [only, another] = people.length ? people : meant
    if (!only || another) continue
    return { [only.record === 'people' ? 'personId' : 'accountId']: only.id, aboutName: only.title }
  }
  return { aboutName: null }
}
