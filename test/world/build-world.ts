/** How is the demo world played through the product, month by month, by the people it is about? */
import { messagesActions } from '#conversation/messages/actions.ts'
import { accountsActions } from '#customers/accounts/actions.ts'
import { peopleActions } from '#customers/people/actions.ts'
import { readSecret } from '#foundation/platform/auth/seal-secret.ts'
import { sealPassword } from '#foundation/platform/auth/sign-ins.ts'
import { opportunitiesActions } from '#pipeline/opportunities/actions.ts'
import { openNewWorkspace } from '#workflows/open-new-workspace.ts'
import { addSource, importsActions } from '#workspace/imports/actions.ts'
import { acceptInvite, membersActions } from '#workspace/members/actions.ts'
import { type OrganisationKey, organisations, type PersonKey, people, team } from './cast.ts'
import { type DatedWorld, dateTheWorld, fillSlots } from './date-the-world.ts'
import { keeperOf, openStage, type Place, type Stage } from './play-house.ts'
import { recordConclusions } from './record-conclusions.ts'
import { writePlans } from './record-plans.ts'
import { messageIdOf, renderMail } from './render-mailbox.ts'
import { renderAccounts, renderOpportunities, renderPeople, stageNames } from './render-tables.ts'
import { renderTranscripts } from './render-transcripts.ts'
import type { At } from './story-shape.ts'
import { world } from './world.ts'

/** How a visitor of the demo world signs in. Everything in it is invented; no other workspace has a password that is known. */
export const demoVisitor = { email: people.maud.email, password: 'the wren sings at night' }

/** The team imports its mail at the end of each month of the story. */
const monthEnds = [-216, -195, -173, -152, -131, -110, -88, -66, -44, -22, -8, -1] as const
/** Who was a customer, and which opportunities were won, before the story begins. */
const before: readonly OrganisationKey[] = ['skerrow', 'oudepolder']
const first: At = { day: -238, time: '08:30' }

type Deed = { at: At; do: () => Promise<unknown> }

/**
 * Builds the demo world in an empty house, through the same actions and imports that people use, on the story's own clock.
 * @param today YYYY-MM-DD; without it the day of the house's clock
 */
export async function openDemoWorld(
  place: Place,
  today = new Date(place.house.clock()).toISOString().slice(0, 10),
): Promise<{ email: string; password: string; workspaceId: string }> {
  const stage = openStage(place, today)
  const dated = dateTheWorld(world, today)
  stage.at(first)
  await letTeamIn(stage)
  await importFiles(stage, 'Customers and contracts from the old list', [
    ['accounts.csv', renderAccounts(before)],
    ['people.csv', renderPeople(before)],
    ['opportunities.csv', renderOpportunities({ ...dated, opportunities: oldOnes(dated) })],
  ])
  const deeds = [...meetPeople(stage), ...pursue(stage, dated), ...takeMailIn(stage, dated), ...writePlans(stage, accountOf)]
  for (const deed of deeds.toSorted((a, b) => a.at.day - b.at.day || a.at.time.localeCompare(b.at.time))) {
    stage.at(deed.at)
    await deed.do()
    await stage.settle()
  }
  return { ...demoVisitor, workspaceId: stage.workspaceId }
}

const oldOnes = (dated: DatedWorld) => dated.opportunities.filter((one) => one.openedOn < first.day)

/** Maud opens the workspace and invites the others; each comes in by the invite. */
async function letTeamIn(stage: Stage): Promise<void> {
  const sealed = await sealPassword(demoVisitor.password)
  const { name, domain } = organisations.wrenfold
  await stage.asNobody(people.maud.name, async (ctx) => {
    const given = { name, domains: [domain], currency: 'GBP', timeZone: 'Europe/London', isDemo: true }
    const owner = { name: people.maud.name, email: people.maud.email, sealed }
    const { memberId, userId } = await openNewWorkspace(ctx, given, owner)
    stage.actors.set('maud', { ...ctx.actor, memberId, userId, role: 'owner' })
  })
  for (const { person, role } of team.filter((one) => one.person !== 'maud')) {
    const { email, name } = people[person]
    const { link } = await stage.as('maud', (ctx) => membersActions.invite(ctx, { email, name, role }))
    const secret = readSecret('inv', link.split('token=')[1] ?? '')
    await stage.asNobody(name, (ctx) => acceptInvite(ctx, secret?.hash ?? '', { name, password: demoVisitor.password, sealed }))
    const all = await stage.as('maud', (ctx) => membersActions.list(ctx))
    const me = all.find((one) => one.email === email)
    if (me)
      stage.actors.set(person, { workspaceId: stage.workspaceId, memberId: me.id, userId: me.userId, name, role, via: 'web' })
  }
  await stage.settle()
}

async function importFiles(stage: Stage, name: string, files: readonly (readonly [string, string])[]): Promise<void> {
  const made = await stage.as('maud', (ctx) => importsActions.create(ctx, { name }))
  for (const [path, text] of files) {
    const kept = await stage.house.files.keep(Buffer.from(text))
    await stage.as('maud', (ctx) => addSource(ctx, made.id, path, kept))
  }
  await stage.as('maud', (ctx) => importsActions.start(ctx, { id: made.id }))
  await stage.settle()
}

/** The first day on which a person writes, is written to, or speaks. */
function firstDays(): Map<PersonKey, number> {
  const days = new Map<PersonKey, number>()
  const seen = (key: PersonKey, day: number) => days.set(key, Math.min(days.get(key) ?? day, day))
  for (const mail of world.threads.flatMap((thread) => thread.messages))
    for (const key of [mail.from, ...mail.to, ...(mail.cc ?? [])]) seen(key, mail.at.day)
  return days
}

const accountIds = new WeakMap<Stage, Map<string, string>>()
/** The id of an account by its mail domain. */
async function accountOf(stage: Stage, key: OrganisationKey): Promise<string> {
  const known = accountIds.get(stage) ?? new Map<string, string>()
  accountIds.set(stage, known)
  if (!known.has(key)) {
    const { domain, name } = organisations[key]
    const { rows } = await stage.as('maud', (ctx) => accountsActions.list(ctx, { limit: 50, words: name.slice(0, 40) }))
    const found = rows.find((one) => one.domain === domain)
    if (found) known.set(key, found.id)
  }
  const id = known.get(key)
  if (!id) throw new Error(`The account ${key} is not there yet`)
  return id
}

/** Accounts and people are written down when they first appear. */
function meetPeople(stage: Stage): Deed[] {
  const days = firstDays()
  const newOnes = (Object.keys(people) as PersonKey[]).filter((key) => {
    const { org } = people[key]
    return org !== 'wrenfold' && !before.includes(org) && days.has(key)
  })
  const accounts = new Map<OrganisationKey, number>()
  for (const key of newOnes) {
    const { org } = people[key]
    accounts.set(org, Math.min(accounts.get(org) ?? 0, days.get(key) ?? 0))
  }
  return [
    ...[...accounts].map(([key, day]): Deed => {
      const { name, domain, website, industry, country, employees, ...rest } = organisations[key]
      const note = 'note' in rest ? rest.note : null
      const by = keeperOf(key, day)
      return {
        at: { day, time: '05:00' },
        do: () =>
          stage.as(by, (ctx) =>
            accountsActions.create(ctx, {
              ...{ name, domain, website, industry, country, note, employeeCount: employees },
              standing: 'prospect',
              ownerId: ctx.actor.memberId,
            }),
          ),
      }
    }),
    ...newOnes.map((key): Deed => {
      const day = days.get(key) ?? 0
      const { org, name, email, title, ...rest } = people[key]
      return {
        at: { day, time: '05:30' },
        do: async () => {
          const accountId = await accountOf(stage, org)
          const phone = 'phone' in rest ? rest.phone : null
          await stage.as(keeperOf(org, day), (ctx) =>
            peopleActions.create(ctx, { name, email, title, phone, accountId, side: 'customer' }),
          )
        },
      }
    }),
    {
      at: { day: -92, time: '08:00' },
      do: async () => {
        for (const [key, to] of [['oudepolder', 'priya'] as const, ['hollenstedt', 'tomasz'] as const]) {
          const id = await accountOf(stage, key)
          const ownerId = stage.actors.get(to)?.memberId ?? null
          await stage.as('maud', (ctx) => accountsActions.change(ctx, { id, ownerId }))
        }
      },
    },
  ]
}

/** Opportunities are opened and moved on the days of their history; what is won makes a customer. */
function pursue(stage: Stage, dated: DatedWorld): Deed[] {
  return dated.opportunities
    .filter((one) => one.openedOn >= first.day)
    .flatMap((one) => {
      const by = one.owner
      const held: { id?: string } = {}
      const stageId = async (key: keyof typeof stageNames) =>
        (await stage.as(by, (ctx) => opportunitiesActions.stages(ctx))).find((found) => found.name === stageNames[key])?.id ?? ''
      return one.moves.map(
        (move, nth): Deed => ({
          at: { day: move.day, time: '17:45' },
          do: async () => {
            if (nth === 0) {
              const accountId = await accountOf(stage, one.customer)
              const to = await stageId(move.stage)
              const made = await stage.as(by, (ctx) =>
                opportunitiesActions.create(ctx, {
                  ...{ name: one.name, accountId, stageId: to, amountMinor: one.amountMinor, currency: one.currency },
                  ...{ product: one.product, openedOn: one.openedDay, closeOn: one.closeDay, externalId: one.key },
                  ownerId: ctx.actor.memberId,
                }),
              )
              held.id = made.id
              return
            }
            const to = await stageId(move.stage)
            const closes = move.stage === 'won' || move.stage === 'lost'
            const reason = closes ? (one.closeReason ?? move.reason) : move.reason
            await stage.as(by, (ctx) =>
              opportunitiesActions.move(ctx, { id: held.id ?? '', stageId: to, ...(reason ? { reason } : {}) }),
            )
            if (move.stage !== 'won') return
            const id = await accountOf(stage, one.customer)
            await stage.as(by, (ctx) => accountsActions.change(ctx, { id, standing: 'customer' }))
          },
        }),
      )
    })
}

/** Conversations that belong to another customer than most of their people say are put where they belong. */
async function assignThreads(stage: Stage, dated: DatedWorld): Promise<void> {
  const customerOf = new Map(
    dated.threads.flatMap((thread) => thread.messages.map((mail) => [messageIdOf(mail), thread.customer] as const)),
  )
  const titles = new Map(dated.calls.map((call) => [plain(call.title), call.customer] as const))
  const done = new Set<string>()
  for (const row of await stage.messages()) {
    const title = [...titles.keys()].find((one) => row.source === 'call' && plain(row.subject).endsWith(one))
    const customer = title === undefined ? customerOf.get(row.sourceKey) : titles.get(title)
    if (!customer || done.has(row.threadId)) continue
    done.add(row.threadId)
    const accountId = await accountOf(stage, customer)
    if (row.accountId !== accountId)
      await stage.as('priya', (ctx) => messagesActions.assign(ctx, { id: row.threadId, accountId }))
  }
  await stage.settle()
}

const plain = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')

/** At the end of each month the mailbox and the calls come in, are read, and the team goes through what was found. */
function takeMailIn(stage: Stage, dated: DatedWorld): Deed[] {
  const transcripts = renderTranscripts(dated)
  return monthEnds.map((until, nth) => {
    const after = monthEnds[nth - 1] ?? -1000
    const within = (day: number) => day > after && day <= until
    return {
      at: { day: until, time: '22:30' },
      do: async () => {
        const mails = dated.threads
          .flatMap((thread) =>
            thread.messages.filter((mail) => within(mail.at.day)).map((mail) => renderMail(mail, thread, dated)),
          )
          .toSorted((a, b) => a.sentAt.localeCompare(b.sentAt))
        const mbox = mails.map(
          ({ raw }) => `From MAILER-DAEMON Thu Jan  1 00:00:00 1970\n${raw.replace(/^(>*From )/gm, '>$1')}\n`,
        )
        const calls = dated.calls.flatMap((call) => {
          const file = transcripts.find((one) => one.key === call.key)
          return within(call.at.day) && file ? [[file.path, file.text] as const] : []
        })
        await importFiles(stage, fillSlots(`Mail and calls up to {{date:${until}}}`, stage.today), [
          ['wrenfold.mbox', mbox.join('')],
          ...calls,
        ])
        await assignThreads(stage, dated)
        await recordConclusions(stage, dated, { after, until })
      },
    }
  })
}
