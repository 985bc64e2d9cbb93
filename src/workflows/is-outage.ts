/** Is the database at fault, and not what was to be written? */

/** The database is gone, going, or out of room (SQLSTATE 08, 53, 57P): no item is at fault. */
export const isOutage = (error: unknown): boolean => {
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : ''
  return (
    /^(?:08|53|57P)/.test(code) ||
    /^E(?:CONN|PIPE|TIMEDOUT)/.test(code) ||
    /Connection terminated|timeout exceeded when trying to connect/i.test(String(error))
  )
}
