/** Whom does a line name? A person or account of whom there is only one by that name. */
import type { Ctx } from '#foundation/platform/context.ts'
import { accountsActions } from '../accounts/actions.ts'
import { peopleActions } from '../people/actions.ts'
import { isNamed, namesIn } from './rules/names-in.ts'

export type Named = { accountId?: string | undefined; personId?: string | undefined; aboutName: string | null }

interface Page {
  rows: { id: string; name: string }[]
  next: string | null
}
/** The only one that bears the name; of two, or of more than a page, none is meant. */
function onlyOne({ rows, next }: Page, name: string): { id: string; name: string } | null {
  const [only, another] = rows.filter((row) => isNamed(row.name, name))
  return only && !another && next === null ? only : null
}

/** Asked of search, so that no name is guessed. A person comes before the company of the same name. */
export async function findNamed(ctx: Ctx, title: string): Promise<Named> {
  for (const name of namesIn(title)) {
    const asked = { words: name, limit: 20 }
    const people = await peopleActions.list(ctx, asked)
    const person = onlyOne(people, name)
    if (person) return { personId: person.id, aboutName: person.name }
    if (people.rows.some((row) => isNamed(row.name, name))) continue
    const account = onlyOne(await accountsActions.list(ctx, asked), name)
    if (account) return { accountId: account.id, aboutName: account.name }
  }
  return { aboutName: null }
}
