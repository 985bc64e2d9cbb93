/** What is kept about a person, and what follows when they want to see it or have it erased? Composed of every context. */
import { readPerson } from '#conversation/messages/actions-of-person.ts'
import { findPerson } from '#customers/people/actions.ts'
import type { Actions } from '#foundation/contract/operation.ts'
import { notFound, Problem } from '#foundation/contract/problem.ts'
import { demand } from '#foundation/contract/verdict.ts'
import type { Ctx } from '#foundation/platform/context.ts'
import { anyTable, beginErasure, erasureActions, isBeingErased } from '#workspace/personal-data/actions.ts'
import type { personalData } from '#workspace/personal-data/contract.ts'
import { isTypedToErase, mayErase } from '#workspace/personal-data/rules/may-erase.ts'
import { collectPersonalData } from './collect-personal-data.ts'

async function need(ctx: Ctx, id: string) {
  const person = await findPerson(ctx, id)
  if (!person) throw notFound('person')
  const known = { ...(await anyTable.findObstacles(ctx, person)), isErasing: await isBeingErased(ctx, id) }
  return { person, verdict: mayErase(known) }
}

export const personalDataOperations = {
  ...erasureActions,

  async preview(ctx, { id }) {
    const { person, verdict } = await need(ctx, id)
    const { parts } = await collectPersonalData(ctx, id)
    return {
      id,
      name: person.name,
      email: person.email,
      refusal: verdict.may ? null : verdict.why,
      counts: parts.map((part) => ({ what: part.title, count: part.rows.length })),
    }
  },

  export: (ctx, { id }) => collectPersonalData(ctx, id),

  async erase(ctx, { id, name }) {
    const { person, verdict } = await need(ctx, id)
    demand(verdict)
    if (!isTypedToErase(name, person.name))
      throw new Problem(422, `Write the name as it stands here to erase this person: ${person.name}.`, [
        { path: 'name', message: 'is not the name of this person' },
      ])
    return erasureActions.erasure(ctx, { id: await beginAgain(ctx, id) })
  },
} satisfies Actions<typeof personalData, Ctx>

/** Begins the erasure of a person who is here, whether or not they were erased before. */
export async function beginAgain(ctx: Ctx, personId: string): Promise<string> {
  const person = await findPerson(ctx, personId)
  if (!person) throw notFound('person')
  const { emails } = await readPerson(ctx, personId, person.name)
  return beginErasure(ctx, person, emails)
}
