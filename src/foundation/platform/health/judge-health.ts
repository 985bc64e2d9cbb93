/** From what was measured, is this installation well? Each finding in words, with what to do about it. */

export type Verdict = 'well' | 'look' | 'ill'
/** One thing that was looked at. */
export type Finding = {
  readonly of: 'database' | 'migrations' | 'queue' | 'disk' | 'backup'
  readonly verdict: Verdict
  readonly says: string
}

/** What was measured; null where it could not be. */
export type Measured = {
  readonly database: { readonly version: string; readonly byteCount: number; readonly ms: number } | { readonly problem: string }
  readonly migrations:
    | { readonly applied: number; readonly pending: number; readonly last: string }
    | { readonly problem: string }
    | null
  readonly queue: {
    readonly waiting: number
    readonly running: number
    readonly failed: number
    readonly oldestSeconds: number
  } | null
  readonly disk: { readonly freeBytes: number; readonly totalBytes: number } | null
  readonly backup: {
    readonly lastAgeHours: number | null
    readonly lastBytes: number
    readonly everyHours: number
    readonly isEmpty: boolean
  }
}

const many = (n: number, one: string): string => `${n} ${n === 1 ? one : `${one}s`}`
const size = (bytes: number): string => (bytes >= 1e9 ? `${(bytes / 1e9).toFixed(1)} GB` : `${Math.round(bytes / 1e6)} MB`)
const span = (seconds: number): string =>
  seconds < 120
    ? many(Math.round(seconds), 'second')
    : seconds < 7_200
      ? many(Math.round(seconds / 60), 'minute')
      : many(Math.round(seconds / 3_600), 'hour')

const quarterHour = 900

const ofDatabase = (database: Measured['database']): Finding =>
  'problem' in database
    ? { of: 'database', verdict: 'ill', says: `It does not answer: ${database.problem}` }
    : {
        of: 'database',
        verdict: 'well',
        says: `PostgreSQL ${database.version} answers in ${Math.ceil(database.ms)} ms, ${size(database.byteCount)}`,
      }

const ofMigrations = (found: NonNullable<Measured['migrations']>): Finding => {
  if ('problem' in found) return { of: 'migrations', verdict: 'ill', says: found.problem }
  if (found.pending > 0)
    return {
      of: 'migrations',
      verdict: 'ill',
      says: `${many(found.pending, 'step')} behind this program. Restart it, or run: rapport upgrade`,
    }
  return { of: 'migrations', verdict: 'well', says: `Up to date: ${found.applied}, the last is ${found.last}` }
}

const ofQueue = ({ waiting, running, failed, oldestSeconds }: NonNullable<Measured['queue']>): Finding => {
  const counts = `${waiting} waiting, ${running} running, ${failed} failed`
  if (waiting > 0 && oldestSeconds > quarterHour)
    return {
      of: 'queue',
      verdict: 'look',
      says: `${counts}; the oldest has waited ${span(oldestSeconds)}. If that grows, restart Rapport and read its log`,
    }
  if (failed > 0) return { of: 'queue', verdict: 'look', says: `${counts}. The log says why` }
  return { of: 'queue', verdict: 'well', says: counts }
}

const ofDisk = ({ freeBytes, totalBytes }: NonNullable<Measured['disk']>, needed: number): Finding => {
  const says = `${size(freeBytes)} of ${size(totalBytes)} free`
  if (freeBytes < 200e6) return { of: 'disk', verdict: 'ill', says: `${says}. Writing will stop soon: make room now` }
  if (freeBytes < Math.max(2e9, 3 * needed)) return { of: 'disk', verdict: 'look', says: `${says}. Make room` }
  return { of: 'disk', verdict: 'well', says }
}

const ofBackup = ({ lastAgeHours, everyHours, isEmpty }: Measured['backup']): Finding => {
  const off = everyHours === 0 ? '; Rapport makes none by itself (BACKUP_EVERY_HOURS=0)' : ''
  if (lastAgeHours === null)
    return { of: 'backup', verdict: isEmpty || off ? 'well' : 'look', says: `None in the data folder yet${off}` }
  const says = `The last in the data folder is ${span(lastAgeHours * 3_600)} old${off}`
  if (everyHours > 0 && lastAgeHours > 2 * everyHours + 1)
    return { of: 'backup', verdict: 'look', says: `${says}, one is due every ${many(everyHours, 'hour')}. The log says why` }
  return { of: 'backup', verdict: 'well', says }
}

const worse: readonly Verdict[] = ['well', 'look', 'ill']

/** Judges what was measured: the findings, and the worst of them. */
export function judgeHealth(measured: Measured): { readonly verdict: Verdict; readonly findings: readonly Finding[] } {
  const { database, migrations, queue, disk, backup } = measured
  const findings = [
    ofDatabase(database),
    ...(migrations ? [ofMigrations(migrations)] : []),
    ...(queue ? [ofQueue(queue)] : []),
    ...(disk ? [ofDisk(disk, backup.lastBytes)] : []),
    ofBackup(backup),
  ]
  const verdict = worse.findLast((one) => findings.some((finding) => finding.verdict === one)) ?? 'well'
  return { verdict, findings }
}
