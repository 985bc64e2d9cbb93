/** What is each state of an import called? */
export const importStates = {
  gathering: { tone: 'still', word: 'Waiting for you' },
  previewing: { tone: 'active', word: 'Looking ahead' },
  waiting: { tone: 'active', word: 'Waiting' },
  running: { tone: 'active', word: 'Running' },
  finished: { tone: 'good', word: 'Finished' },
  stopped: { tone: 'warn', word: 'Stopped' },
  failed: { tone: 'bad', word: 'Stopped by a fault' },
  undoing: { tone: 'active', word: 'Being taken back' },
  undone: { tone: 'still', word: 'Taken back' },
} as const

export const outcomeStates = {
  stored: { tone: 'good', word: 'Stored' },
  changed: { tone: 'good', word: 'Changed' },
  already: { tone: 'still', word: 'Already here' },
  skipped: { tone: 'warn', word: 'Skipped' },
} as const

export const isGoing = (state: keyof typeof importStates): boolean =>
  state === 'previewing' || state === 'waiting' || state === 'running' || state === 'undoing'
