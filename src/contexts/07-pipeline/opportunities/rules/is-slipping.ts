/** Has the day on which this was to close passed, while it is still open? */

/** @param today YYYY-MM-DD in the workspace's time zone; the closing day itself is still in time */
export const isSlipping = (o: { outcome: string; closeOn: string | null }, today: string): boolean =>
  o.outcome === 'open' && o.closeOn !== null && o.closeOn < today
