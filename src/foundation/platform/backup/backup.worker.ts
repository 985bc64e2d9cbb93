/** What runs in the thread that makes a scheduled backup? */
import { parentPort, workerData } from 'node:worker_threads'
import { type BackupAsked, makeBackup } from './make-backup.ts'

makeBackup({ ...(workerData as Omit<BackupAsked, 'tell'>), tell: () => {} }).then(
  () => parentPort?.postMessage({}),
  (error: unknown) => parentPort?.postMessage({ problem: error instanceof Error ? error.message : String(error) }),
)
