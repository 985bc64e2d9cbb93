/** Which day is it at a moment, where the workspace is? */

/**
 * The day (YYYY-MM-DD) of an ISO moment in an IANA time zone: 23:30 UTC is tomorrow in Berlin.
 * @throws RangeError for what is no moment or no time zone
 */
export const dayIn = (moment: string, timeZone: string): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(new Date(moment))
