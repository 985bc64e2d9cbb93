import { describe, expect, it } from 'vitest'
import { judgeHealth, type Measured } from './judge-health.ts'

const well: Measured = {
  database: { version: '18.4', byteCount: 20e6, ms: 1.2 },
  migrations: { applied: 5, pending: 0, last: '0005_imports.sql' },
  queue: { waiting: 3, running: 1, failed: 0, oldestSeconds: 4 },
  disk: { freeBytes: 50e9, totalBytes: 100e9 },
  backup: { lastAgeHours: 5, lastBytes: 1e6, everyHours: 24, isEmpty: false },
}
const judged = (given: Partial<Measured>, of: string) => {
  const { verdict, findings } = judgeHealth({ ...well, ...given })
  return [verdict, findings.find((finding) => finding.of === of)?.says]
}

describe('an installation', () => {
  it('that is well says so of every part, in words', () => {
    expect(judgeHealth(well)).toEqual({
      verdict: 'well',
      findings: [
        { of: 'database', verdict: 'well', says: 'PostgreSQL 18.4 answers in 2 ms, 20 MB' },
        { of: 'migrations', verdict: 'well', says: 'Up to date: 5, the last is 0005_imports.sql' },
        { of: 'queue', verdict: 'well', says: '3 waiting, 1 running, 0 failed' },
        { of: 'disk', verdict: 'well', says: '50.0 GB of 100.0 GB free' },
        { of: 'backup', verdict: 'well', says: 'The last in the data folder is 5 hours old' },
      ],
    })
  })

  it('is ill when the database is away, behind the program, or the disk is nearly full', () => {
    expect(judged({ database: { problem: 'connection refused' } }, 'database')).toEqual([
      'ill',
      'It does not answer: connection refused',
    ])
    expect(judged({ migrations: { applied: 5, pending: 2, last: '' } }, 'migrations')).toEqual([
      'ill',
      '2 steps behind this program. Restart it, or run: rapport upgrade',
    ])
    expect(judged({ disk: { freeBytes: 100e6, totalBytes: 100e9 } }, 'disk')[0]).toBe('ill')
  })

  it('is worth a look when work waits long or failed, the disk gets full, or a backup is overdue', () => {
    expect(judged({ queue: { waiting: 1, running: 0, failed: 0, oldestSeconds: 8_000 } }, 'queue')).toEqual([
      'look',
      '1 waiting, 0 running, 0 failed; the oldest has waited 2 hours. If that grows, restart Rapport and read its log',
    ])
    expect(judged({ queue: { waiting: 0, running: 0, failed: 2, oldestSeconds: 0 } }, 'queue')[0]).toBe('look')
    expect(judged({ disk: { freeBytes: 5e9, totalBytes: 100e9 }, backup: { ...well.backup, lastBytes: 2e9 } }, 'disk')[0]).toBe(
      'look',
    )
    expect(judged({ backup: { ...well.backup, lastAgeHours: 72 } }, 'backup')).toEqual([
      'look',
      'The last in the data folder is 72 hours old, one is due every 24 hours. The log says why',
    ])
    expect(judged({ backup: { ...well.backup, lastAgeHours: null } }, 'backup')[0]).toBe('look')
  })

  it('without a backup is well while it is empty, or when its operator saves elsewhere', () => {
    expect(judged({ backup: { ...well.backup, lastAgeHours: null, isEmpty: true } }, 'backup')[0]).toBe('well')
    expect(judged({ backup: { ...well.backup, lastAgeHours: null, everyHours: 0 } }, 'backup')).toEqual([
      'well',
      'None in the data folder yet; Rapport makes none by itself (BACKUP_EVERY_HOURS=0)',
    ])
  })

  it('says the worst of all as the whole', () => {
    expect(judgeHealth({ ...well, database: { problem: 'x' }, disk: { freeBytes: 1e9, totalBytes: 2e9 } }).verdict).toBe('ill')
  })
})
