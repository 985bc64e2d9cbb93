/** How do the commands run that work on the data folder itself, and how do they fail? With one sentence and its cure. */
import type { Operator } from './open-place.ts'
import { runBackup } from './run-backup.ts'
import { runHealth } from './run-health.ts'
import { runRestore } from './run-restore.ts'
import { runUpgrade } from './run-upgrade.ts'

const commands = { backup: runBackup, health: runHealth, restore: runRestore, upgrade: runUpgrade }

/** Runs one. Answers the exit code: 0 done, 1 refused (the reason is on standard error). */
export async function runForOperator(
  name: keyof typeof commands,
  words: readonly string[],
  env: Operator['env'],
): Promise<number> {
  try {
    await commands[name](words, {
      env,
      out: (line) => process.stdout.write(`${line}\n`),
      tell: (line) => process.stderr.write(`${line}\n`),
    })
    return 0
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    return 1
  }
}
