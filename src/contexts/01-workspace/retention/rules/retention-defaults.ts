/** How long is each kind of thing kept when nobody said otherwise? Only the trash is emptied by itself. */

export const retentionDefaults = {
  trash: { days: 30, isOn: true },
  messages: { days: 3 * 365, isOn: false },
  history: { days: 365, isOn: false },
  ledgers: { days: 180, isOn: false },
  files: { days: 180, isOn: false },
} as const

/** The moment before which a kind is due. */
export const dueBefore = (now: string, days: number): string => new Date(Date.parse(now) - days * 86_400_000).toISOString()
