/** How does the team write down its plans and notes, and tick them off, through the product? */
import { notesActions } from '#customers/notes/actions.ts'
import { peopleActions } from '#customers/people/actions.ts'
import { tasksActions } from '#customers/tasks/actions.ts'
import { opportunitiesActions } from '#pipeline/opportunities/actions.ts'
import { attachFile } from '#workspace/files/actions.ts'
import { type OrganisationKey, people } from './cast.ts'
import { dayOf, momentOf } from './date-the-world.ts'
import type { Stage } from './play-house.ts'
import { noted, plans } from './story/plans.ts'
import type { AboutOf, At } from './story-shape.ts'

type Deed = { at: At; do: () => Promise<unknown> }
type AccountOf = (stage: Stage, key: OrganisationKey) => Promise<string>

async function placeOf(stage: Stage, about: AboutOf | undefined, accountOf: AccountOf) {
  if (!about) return {}
  if ('account' in about) return { accountId: await accountOf(stage, about.account) }
  if ('opportunity' in about) {
    const { rows } = await stage.as('maud', (ctx) => opportunitiesActions.list(ctx, { limit: 200, sort: 'name' }))
    const found = rows.find((one) => one.externalId === about.opportunity)
    if (!found) throw new Error(`The opportunity ${about.opportunity} is not there yet`)
    return { opportunityId: found.id }
  }
  const { name, email } = people[about.person]
  const { rows } = await stage.as('maud', (ctx) => peopleActions.list(ctx, { limit: 50, words: name }))
  const found = rows.find((one) => one.email === email)
  if (!found) throw new Error(`${name} is not there yet`)
  return { personId: found.id }
}

/** The deeds of all plans and notes, and of the one file that lies with an opportunity. */
export function writePlans(stage: Stage, accountOf: AccountOf): Deed[] {
  const tasks = plans.flatMap((plan): Deed[] => {
    const held: { id?: string } = {}
    const tick = (at: At): Deed => ({
      at,
      do: async () => {
        const { id = '' } = held
        await stage.as(plan.by, (ctx) => tasksActions.complete(ctx, { id }))
        const { rows } = await stage.as(plan.by, (ctx) =>
          tasksActions.list(ctx, { limit: 200, state: 'open', whose: 'mine', timeZone: 'Europe/London' }),
        )
        const next = rows.find((one) => one.followsId === id)
        if (next) held.id = next.id
      },
    })
    return [
      {
        at: plan.written,
        do: async () => {
          const place = await placeOf(stage, plan.about, accountOf)
          const made = await stage.as(plan.by, (ctx) =>
            tasksActions.create(ctx, {
              ...place,
              title: plan.title,
              note: plan.note ?? null,
              priority: plan.priority ?? 'normal',
              dueOn: plan.due === null ? null : dayOf(plan.due, stage.today),
              dueAt:
                plan.due === null || !plan.clock
                  ? null
                  : momentOf({ day: plan.due, time: plan.clock }, 'Europe/London', stage.today).sentAt,
              ...(plan.repeats ? { repeatEvery: 1, repeatUnit: plan.repeats } : {}),
            }),
          )
          held.id = made.id
        },
      },
      ...[...(plan.done ? [plan.done] : []), ...(plan.doneAgain ?? [])].map(tick),
    ]
  })
  const notes = noted.map(
    ({ by, at, about, body, pinned }): Deed => ({
      at,
      do: async () => {
        const place = await placeOf(stage, about, accountOf)
        await stage.as(by, (ctx) => notesActions.create(ctx, { ...place, body, pinned: pinned === true }))
      },
    }),
  )
  return [...tasks, ...notes, { at: { day: -4, time: '09:40' }, do: () => layFile(stage, accountOf) }]
}

async function layFile(stage: Stage, accountOf: AccountOf): Promise<void> {
  const plugs = Array.from({ length: 12 }, (_, at) => `${at + 1},Guillemot,${at < 6 ? 'port' : 'starboard'}`)
  const kept = await stage.house.files.keep(Buffer.from(`plug,ship,side\n${plugs.join('\n')}\n`))
  const place = await placeOf(stage, { opportunity: 'opp-skerrow-freight' }, accountOf)
  await stage.as('isla', (ctx) =>
    attachFile(ctx, { name: 'Reefer plugs on Guillemot.csv', mediaType: 'text/csv', ...place }, kept),
  )
}
