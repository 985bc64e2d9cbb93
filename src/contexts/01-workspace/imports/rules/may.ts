/** What may be done with an import in its present state? Button, tooltip and server read the same answer. */

export type ImportState =
  | 'gathering'
  | 'previewing'
  | 'waiting'
  | 'running'
  | 'finished'
  | 'stopped'
  | 'failed'
  | 'undoing'
  | 'undone'
export type ImportDeed = 'addFile' | 'preview' | 'start' | 'stop' | 'resume' | 'undo'

const allowed: Record<ImportDeed, { in: readonly ImportState[]; else: string }> = {
  addFile: {
    in: ['gathering'],
    else: 'Files can be added only before an import is started. Begin another import for more files.',
  },
  start: { in: ['gathering'], else: 'This import was started already.' },
  preview: { in: ['gathering'], else: 'A look ahead is possible only before an import is started.' },
  stop: { in: ['waiting', 'running', 'previewing'], else: 'Only an import that waits or runs can be stopped.' },
  resume: { in: ['stopped', 'failed'], else: 'Only an import that was stopped or failed can go on.' },
  // Also one whose taking back got stuck: what went already is passed over.
  undo: { in: ['finished', 'stopped', 'failed', 'undoing'], else: 'An import can be taken back once it is finished or stopped.' },
}

/** Null when it may be done, else the reason in words. */
export const may = (deed: ImportDeed, state: ImportState): string | null =>
  allowed[deed].in.includes(state) ? null : allowed[deed].else
