/** What may be said of an error? A problem as it is, what the database refused in plain words, and of the rest nothing. */
import { type FieldProblem, Problem, type ProblemStatus } from '#foundation/contract/problem.ts'

interface DatabaseFault {
  code: string
  detail?: string
}

const textOf = (error: unknown, key: string): string | undefined => {
  if (typeof error !== 'object' || error === null) return undefined
  const value = (error as Record<string, unknown>)[key]
  return typeof value === 'string' ? value : undefined
}

/** The fields that a constraint's detail names: `Key (workspace_id, email)=(…) already exists.` -> ["email"] */
function fieldsOf(detail: string | undefined): string[] {
  const names = /^Key \(([^)]*)\)=/.exec(detail ?? '')?.[1]
  return (names ?? '')
    .split(',')
    .map((name) => name.trim().replaceAll('"', ''))
    .filter((name) => /^[a-z0-9_]+$/.test(name) && name !== 'workspace_id' && name !== 'id')
    .map((name) => name.replace(/_(\w)/g, (_, c: string) => c.toUpperCase()))
}

const unreadable = () => new Problem(422, 'A value (an id, a day, a page mark) could not be read as what it should be.')

const said: Readonly<Record<string, (fault: DatabaseFault) => Problem>> = {
  '23505': ({ detail }) => {
    const fields = fieldsOf(detail)
    const errors: FieldProblem[] = fields.map((path) => ({ path, message: 'is taken already' }))
    return new Problem(409, `There is one with the same ${fields.join(' and ') || 'name'} already.`, errors)
  },
  '23503': ({ detail }) => {
    const named = detail?.includes('is not present') ? fieldsOf(detail) : []
    return named.length
      ? new Problem(
          409,
          `What ${named.join(' and ')} names is not there (any more).`,
          named.map((path) => ({ path, message: 'is not there' })),
        )
      : new Problem(409, 'Something else still refers to this. Remove or move that first.')
  },
  '23514': () => new Problem(422, 'These values do not fit together.'),
  '22P05': () => new Problem(422, 'A text holds a character (U+0000) that cannot be kept. Take it out.'),
  '22021': () => new Problem(422, 'A text holds bytes that are not text. Take them out.'),
  '22P02': () => unreadable(),
  '22007': () => unreadable(),
  '22008': () => unreadable(),
  '22003': () => new Problem(422, 'A number is too large.'),
  '40001': () => new Problem(503, 'Too many changes met at the same rows. Try again in a moment.'),
  '40P01': () => new Problem(503, 'Too many changes met at the same rows. Try again in a moment.'),
  '57014': () => new Problem(503, 'The database took too long to answer. Ask for less, or try again later.'),
  '53300': () => new Problem(503, 'The database is busy. Try again in a moment.'),
  '57P01': () => new Problem(503, 'The database is being restarted. Try again in a moment.'),
  '57P03': () => new Problem(503, 'The database is starting. Try again in a moment.'),
  ECONNREFUSED: () => new Problem(503, 'The database does not answer. Try again in a moment.'),
}

const spoken: Readonly<Record<number, string>> = {
  400: 'The request could not be read. Send JSON that is well formed.',
  413: 'What was sent is larger than this address takes.',
  415: 'Send JSON, with "content-type: application/json".',
}

/** An error as a problem that may be shown. `known: false`: its inside belongs into the log, with the request's id. */
export function explainFault(error: unknown): { problem: Problem; known: boolean } {
  if (error instanceof Problem) return { problem: error, known: true }
  const code = textOf(error, 'code')
  const say = code === undefined ? undefined : said[code]
  if (say && code) {
    const detail = textOf(error, 'detail')
    return { problem: say({ code, ...(detail === undefined ? {} : { detail }) }), known: true }
  }
  // A check that follows its input into the depth (a filter of groups in groups) ends where the stack does.
  if (error instanceof RangeError && error.message.includes('call stack'))
    return { problem: new Problem(422, 'What was sent is nested too deeply. Take some of its groups out.'), known: true }
  const status = (error as { statusCode?: unknown } | null)?.statusCode
  if (typeof status === 'number' && status >= 400 && status < 500)
    return { problem: new Problem(shownStatus(status), spoken[status] ?? 'The request could not be read.'), known: true }
  return {
    problem: new Problem(500, 'This was not your fault. Try again; if it stays, look into the log of Rapport.'),
    known: false,
  }
}

const shownStatus = (status: number): ProblemStatus =>
  status === 401 || status === 403 || status === 404 || status === 409 || status === 413 || status === 422 || status === 429
    ? status
    : 400
