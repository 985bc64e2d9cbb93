/** What happens when rows are asked for, counted, changed or put in order, and when a way to look at them is saved? */
import { checkFilter, type Filter } from '#foundation/contract/filter.ts'
import { type Actions, reaches } from '#foundation/contract/operation.ts'
import { notFound, Problem } from '#foundation/contract/problem.ts'
import type { Draft } from '#foundation/contract/record.ts'
import type { ShownRow } from '#foundation/contract/shown-row.ts'
import { demand } from '#foundation/contract/verdict.ts'
import { dayIn } from '#foundation/kernel/day-in.ts'
import { change, create, remove } from '#foundation/platform/changes/plan-changes.ts'
import type { Ctx } from '#foundation/platform/context.ts'
import { changeRows, placeRow, removeRows } from '#foundation/platform/rows/change-rows.ts'
import { readOrder } from '#foundation/platform/rows/order-rows.ts'
import { countRows, type RowsMeant, readByIds, readIds, readPage, withOwn } from '#foundation/platform/rows/read-rows.ts'
import { isEditable, type RowSource } from '#foundation/platform/rows/row-source.ts'
import { type Asker, referred } from '#foundation/platform/rows/row-table.ts'
import { sumGroups } from '#foundation/platform/rows/sum-groups.ts'
import { mostAtOnce, View, type views } from './contract.ts'
import { findViewFaults } from './rules/find-view-faults.ts'
import { mayChangeView } from './rules/may-change-view.ts'
import { optionsOf, timeZoneOf, type ViewRow, viewById, viewsSeen } from './store.ts'

const blank: Omit<Draft<typeof View>, 'object' | 'name' | 'ownerId'> = {
  kind: 'table',
  seenBy: 'private',
  pinned: false,
  filter: null,
  words: null,
  sort: null,
  columns: null,
  groupBy: null,
  startBy: null,
  endBy: null,
}

/** Which objects have rows, by name. The list comes from above: this capability knows none of them. */
export type RowSources = readonly RowSource[]

/** An object by name, with the fields that the workspace added. @throws Problem 404 for none */
async function sourceOf(ctx: Ctx, sources: RowSources, object: string): Promise<RowSource> {
  const source = sources.find((s) => s.name === object)
  if (!source) throw new Problem(404, `There are no rows of "${object}". GET /api/objects names what there is.`)
  return withOwn(ctx, source)
}

async function askerOf(ctx: Ctx): Promise<Asker> {
  const timeZone = await timeZoneOf(ctx)
  const { workspaceId, memberId } = ctx.actor
  return { workspaceId, memberId, today: dayIn(ctx.now, timeZone), timeZone }
}

interface Asked {
  object: string
  filter?: Filter | undefined
  words?: string | undefined
  /** Of these rows those that are meant. */
  ids?: readonly string[] | undefined
}
async function meantBy(ctx: Ctx, source: RowSource, { filter, words, ids }: Asked): Promise<RowsMeant> {
  const faults = filter ? checkFilter(filter, [...source.fields.values()]) : []
  if (faults.length) throw new Problem(422, `Please correct the filter: ${faults[0]?.message}.`, faults)
  return { table: source, asker: await askerOf(ctx), filter: filter ?? null, words: words ?? null, ids: ids ?? null }
}

/** The fields that rows are asked to bring. @throws Problem 422 naming one that is not there */
function fieldsAsked(source: RowSource, fields: readonly string[] | undefined): readonly string[] | null {
  for (const [i, name] of (fields ?? []).entries())
    if (!source.fields.has(name))
      throw new Problem(422, `There is no field "${name}".`, [{ path: `fields.${i}`, message: 'no such field' }])
  return fields ?? null
}

async function needView(ctx: Ctx, id: string): Promise<ViewRow> {
  const row = await viewById(ctx, id)
  if (!row) throw notFound('view')
  return row
}

function checkView(ctx: Ctx, source: RowSource, view: Omit<Draft<typeof View>, 'ownerId'>): void {
  const faults = findViewFaults(view, [...source.fields.values()])
  if (faults.length) throw new Problem(422, `Please correct the view: ${faults[0]?.message}.`, faults)
  if (view.sort) readOrder(ctx, source, view.sort)
}

/** Pages of rows with the fields asked for, for whoever carries them further than a screen (a table file). */
export interface PageAsked extends Asked {
  sort?: string | undefined
  fields?: string[] | undefined
  after?: string | undefined
  limit: number
}
export async function pageOfRows(
  ctx: Ctx,
  source: RowSource,
  asked: PageAsked,
): Promise<{ rows: ShownRow[]; next: string | null }> {
  return readPage(ctx, await meantBy(ctx, source, asked), {
    sort: asked.sort || source.sort,
    after: asked.after ?? null,
    limit: asked.limit,
    fields: fieldsAsked(source, asked.fields),
  })
}

/** The operations on rows and views, for the objects that there are. */
export const viewsActions = (sources: RowSources) =>
  ({
    async objects(ctx) {
      const all = await Promise.all(sources.map((source) => withOwn(ctx, source)))
      return all.map((source) => ({
        name: source.name,
        noun: source.record.noun,
        plural: source.record.plural,
        title: source.record.title ?? 'id',
        sort: source.sort,
        keepsOrder: source.record.place !== undefined,
        mayRemove: reaches(ctx.actor.role, source.remove.operation.may),
        fields: [...source.fields.values()].map((field) => ({ ...field, editable: isEditable(source, field.name) })),
      }))
    },
    rows: async (ctx, asked) => pageOfRows(ctx, await sourceOf(ctx, sources, asked.object), asked),
    async row(ctx, { object, id }) {
      const source = await sourceOf(ctx, sources, object)
      const [row] = await readByIds(ctx, source, [id])
      if (!row) throw notFound(source.record.noun)
      return row
    },
    async count(ctx, asked) {
      return { count: await countRows(ctx, await meantBy(ctx, await sourceOf(ctx, sources, asked.object), asked)) }
    },
    async groups(ctx, { by, every, ...asked }) {
      return sumGroups(ctx, await meantBy(ctx, await sourceOf(ctx, sources, asked.object), asked), { by, every })
    },
    async ids(ctx, { sort, after, ...asked }) {
      const source = await sourceOf(ctx, sources, asked.object)
      const page = { sort: sort || source.sort, after: after ?? null, limit: mostAtOnce }
      const { ids, next } = await readIds(ctx, await meantBy(ctx, source, asked), page)
      return { ids, more: next !== null, next }
    },
    async options(ctx, { object, field, words, limit }) {
      const found = (await sourceOf(ctx, sources, object)).fields.get(field)
      const to = found ? referred(ctx, found) : null
      if (!to) throw new Problem(422, `"${field}" does not refer to anything.`, [{ path: 'field', message: 'no reference' }])
      return optionsOf(ctx, { ...to, words: words?.trim() ?? '', most: limit })
    },
    async changeMany(ctx, { object, cells }) {
      const source = await sourceOf(ctx, sources, object)
      const { ids, ...said } = await changeRows(ctx, source, cells)
      return { ...said, rows: await readByIds(ctx, source, ids) }
    },
    async removeMany(ctx, { object, ids }) {
      const { ids: rows, ...said } = await removeRows(ctx, await sourceOf(ctx, sources, object), ids)
      return { ...said, rows }
    },
    async place(ctx, { object, ...given }) {
      const source = await sourceOf(ctx, sources, object)
      await placeRow(ctx, source, given)
      const [row] = await readByIds(ctx, source, [given.id])
      if (!row) throw notFound(source.record.noun)
      return row
    },
    list: (ctx, { object }) => viewsSeen(ctx, object ?? null),
    get: (ctx, { id }) => needView(ctx, id),
    async create(ctx, given) {
      const { memberId } = ctx.actor
      if (!memberId) throw new Problem(403, 'Only a member keeps views; the program itself does not.')
      const view = { ...blank, ...given }
      checkView(ctx, await sourceOf(ctx, sources, view.object), view)
      const saved = await ctx.save({
        why: `Saved the view ${view.name}`,
        changes: [create(View, { ...view, ownerId: memberId })],
      })
      return needView(ctx, saved.ids[0] ?? '')
    },
    async change(ctx, { id, ...given }) {
      const view = await needView(ctx, id)
      demand(mayChangeView(view, ctx.actor))
      checkView(ctx, await sourceOf(ctx, sources, view.object), { ...view, ...given })
      await ctx.save({ why: `Changed the view ${view.name}`, changes: [change(View, id, given)] })
      return needView(ctx, id)
    },
    async remove(ctx, { id }) {
      const view = await needView(ctx, id)
      demand(mayChangeView(view, ctx.actor))
      const saved = await ctx.save({ why: `Removed the view ${view.name}`, changes: [remove(View, id)] })
      if (!saved.changeSetId) throw notFound('view')
      return { changeSetId: saved.changeSetId }
    },
  }) satisfies Actions<typeof views, Ctx>
