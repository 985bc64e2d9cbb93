/** How does the program say no? (RFC 9457 problem details, with the path of every field at fault) */
import { z } from 'zod'

export interface FieldProblem {
  path: string
  message: string
}
/** A field that two people changed at once: what stands there now, since when and by whom, and what was to be written. */
export const FieldConflict = z.object({
  field: z.string(),
  label: z.string(),
  yours: z.unknown(),
  theirs: z.unknown(),
  /** The title of the row that theirs refers to. */
  theirsText: z.string().nullable(),
  by: z.string().nullable(),
  at: z.string().nullable(),
})
export type FieldConflict = z.output<typeof FieldConflict>

export const ProblemBody = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string().optional(),
  errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
  /** Seconds after which the same may be asked again. */
  retryAfter: z.int().optional(),
  /** Fields that somebody else changed in between. */
  conflicts: z.array(FieldConflict).optional(),
})

const titles = {
  400: 'That could not be read',
  401: 'Sign in first',
  403: 'You may not do this',
  404: 'Not found',
  409: 'Something changed in between',
  413: 'Too large',
  422: 'Some fields need another look',
  429: 'Too many requests',
  500: 'Something went wrong here',
  503: 'Not ready',
} as const satisfies Record<number, string>
export type ProblemStatus = keyof typeof titles

/** An error that may be shown: what, where, what now. Anything else becomes a 500 without its inside. */
export class Problem extends Error {
  readonly status: ProblemStatus
  readonly errors: FieldProblem[]
  /** Seconds after which the same may be asked again. */
  readonly retryAfter: number | undefined
  /** Fields that somebody else changed in between. */
  readonly conflicts: readonly FieldConflict[]
  constructor(
    status: ProblemStatus,
    detail: string,
    errors: FieldProblem[] = [],
    retryAfter?: number,
    conflicts: readonly FieldConflict[] = [],
  ) {
    super(detail)
    this.name = 'Problem'
    this.status = status
    this.errors = errors
    this.retryAfter = retryAfter
    this.conflicts = conflicts
  }
}

/** The body that every face shows for a problem. */
export const problemBody = (p: Problem) => ({
  type: `/problems/${p.status}`,
  title: titles[p.status],
  status: p.status,
  detail: p.message,
  ...(p.errors.length ? { errors: p.errors } : {}),
  ...(p.retryAfter === undefined ? {} : { retryAfter: p.retryAfter }),
  ...(p.conflicts.length ? { conflicts: p.conflicts } : {}),
})

/** A zod error as a problem with field paths. */
export const problemOf = (error: z.ZodError): Problem =>
  new Problem(
    422,
    `Please correct: ${error.issues.map((i) => i.path.join('.') || 'the whole').join(', ')}.`,
    error.issues.map((i) => ({ path: i.path.join('.'), message: i.message })),
  )

/** What was given, as the schema reads it. @throws Problem 422 with the path of every field at fault */
export function readAs<T extends z.ZodType>(schema: T, given: unknown): z.output<T> {
  const read = schema.safeParse(given)
  if (!read.success) throw problemOf(read.error)
  return read.data
}

/** A row that is not there, or not yours: the same answer for both. */
export const notFound = (noun: string): Problem => new Problem(404, `There is no such ${noun}, or you may not see it.`)
