/** What happens when notes are asked for, written, changed, pinned or removed? */
import { pageFrom, readCursor, writeCursor } from '#foundation/contract/cursor.ts'
import type { Actions } from '#foundation/contract/operation.ts'
import { notFound, Problem } from '#foundation/contract/problem.ts'
import { changeFrom, create, remove } from '#foundation/platform/changes/plan-changes.ts'
import { saveUnlessBlocked } from '#foundation/platform/changes/save-unless-taken.ts'
import type { Ctx } from '#foundation/platform/context.ts'
import { membersActions } from '#workspace/members/actions.ts'
import { fillAccount } from '../accounts/actions.ts'
import { Note, type notes } from './contract.ts'
import { findMentions } from './rules/find-mentions.ts'
import { mayChangeNote } from './rules/may-change-note.ts'
import { titleNote } from './rules/title-note.ts'
import { listNotes, type NoteWithNames, noteById } from './store.ts'

const about = { accountId: null, personId: null, opportunityId: null }

async function need(ctx: Ctx, id: string): Promise<NoteWithNames> {
  const row = await noteById(ctx, id)
  if (!row) throw notFound('note')
  return row
}

/** Rows with the names of the members they mention, who may bear another name by now. */
async function withMentions<T extends NoteWithNames>(ctx: Ctx, rows: T[]) {
  const members = rows.some((row) => row.mentionIds.length) ? await membersActions.list(ctx) : []
  const names = new Map(members.map(({ id, name }) => [id, name]))
  return rows.map((row) => ({
    ...row,
    mentions: row.mentionIds.flatMap((id) => {
      const name = names.get(id)
      return name === undefined ? [] : [{ id, name }]
    }),
  }))
}

async function show(ctx: Ctx, id: string) {
  const row = await need(ctx, id)
  const [shown] = await withMentions(ctx, [row])
  return shown ?? { ...row, mentions: [] }
}

/** What follows from the words: the line it is called by, and the members it names. */
async function readBody(ctx: Ctx, body: string | undefined) {
  if (body === undefined) return {}
  const here = (await membersActions.list(ctx)).filter((one) => one.deactivatedAt === null)
  const mentionIds = [...new Set(findMentions(body, here).map((one) => one.id))]
  return { body, title: titleNote(body), mentionIds }
}

const gone = () =>
  new Problem(409, 'What this note is about is not there any more. Choose again.', [
    { path: 'accountId', message: 'not there any more' },
  ])

function demandHand(ctx: Ctx, row: NoteWithNames): void {
  const verdict = mayChangeNote(ctx.actor, row)
  if (!verdict.may) throw new Problem(403, verdict.why)
}

export const notesActions = {
  async list(ctx, { limit, after, words, ...asked }) {
    const [pinned, createdAt, id] = after ? readCursor(after, 3) : []
    const rows = await listNotes(ctx, {
      accountId: asked.accountId ?? null,
      personId: asked.personId ?? null,
      opportunityId: asked.opportunityId ?? null,
      words: words?.trim() ? words : null,
      after: after ? { pinned: pinned === 1, createdAt: String(createdAt), id: String(id) } : null,
      most: limit + 1,
    })
    const page = pageFrom(rows, limit, (row) => writeCursor(Number(row.pinned), row.createdAt, row.id))
    return { ...page, rows: await withMentions(ctx, page.rows) }
  },
  get: (ctx, { id }) => show(ctx, id),
  async create(ctx, { body, ...given }) {
    const { accountId, personId, opportunityId, pinned = false } = { ...about, ...given }
    const where = await fillAccount(ctx, { accountId, personId, opportunityId })
    const said = { title: titleNote(body), mentionIds: [], body, ...(await readBody(ctx, body)) }
    const row = { ...where, ...said, pinned, authorId: ctx.actor.memberId }
    const saved = await saveUnlessBlocked(ctx, { why: `Wrote a note: ${row.title}`, changes: [create(Note, row)] })
    if (!saved) throw gone()
    return show(ctx, saved.ids[0] ?? '')
  },
  async change(ctx, { id, body, base, ...given }) {
    const row = await need(ctx, id)
    // Anybody may pin a note: it says where it stands, not what it says.
    if (body !== undefined || Object.keys(given).some((field) => field !== 'pinned')) demandHand(ctx, row)
    const moved = given.accountId !== undefined || given.personId !== undefined || given.opportunityId !== undefined
    const { accountId, personId, opportunityId } = { ...row, ...given }
    const where = moved ? await fillAccount(ctx, { accountId, personId, opportunityId }) : {}
    const set = { ...(given.pinned === undefined ? {} : { pinned: given.pinned }), ...where, ...(await readBody(ctx, body)) }
    const why = body === undefined && given.pinned !== undefined ? (given.pinned ? 'Pinned' : 'Unpinned') : 'Changed'
    const saved = await saveUnlessBlocked(ctx, {
      why: `${why} the note: ${row.title}`,
      changes: [changeFrom(Note, id, set, base)],
    })
    if (!saved) throw gone()
    return show(ctx, id)
  },
  async remove(ctx, { id }) {
    const row = await need(ctx, id)
    demandHand(ctx, row)
    const { changeSetId } = await ctx.save({ why: `Removed the note: ${row.title}`, changes: [remove(Note, id)] })
    return { changeSetId: changeSetId ?? '' }
  },
} satisfies Actions<typeof notes, Ctx>
