/** How are rows written when somebody else may stand in the way at this moment? The key decides, not a look before. */
import { sql } from 'kysely'
import type { Ctx } from '../context.ts'
import type { Plan, Saved } from './plan-changes.ts'

const savedUnless =
  (...codes: string[]) =>
  async (ctx: Ctx, plan: Plan): Promise<Saved | null> => {
    await sql`savepoint saved_unless`.execute(ctx.db)
    try {
      const saved = await ctx.save(plan)
      await sql`release savepoint saved_unless`.execute(ctx.db)
      return saved
    } catch (error) {
      if (typeof error !== 'object' || error === null || !('code' in error) || !codes.includes(String(error.code))) throw error
      await sql`rollback to savepoint saved_unless`.execute(ctx.db)
      return null
    }
  }

/** Saves a plan, or answers null with nothing written when a unique key of it is taken; the transaction goes on either way. */
export const saveUnlessTaken = savedUnless('23505')

/** Saves a plan, or answers null with nothing written when another row refers to one that it removes, or one that it names is gone. */
export const saveUnlessReferred = savedUnless('23503')

/** Both of these. */
export const saveUnlessBlocked = savedUnless('23505', '23503')
