/** How does a command on this machine come in without signing in? By a key that only the data folder's reader has. */
import { randomBytes } from 'node:crypto'
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** The key of this data folder, made on the first start, readable by the program's user alone. */
export function keepOperatorToken(dataFolder: string): string {
  const file = join(dataFolder, 'operator-token')
  mkdirSync(dataFolder, { recursive: true })
  try {
    writeFileSync(file, `opr_${randomBytes(32).toString('base64url')}\n`, { flag: 'wx', mode: 0o600 })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    chmodSync(file, 0o600)
  }
  const token = readFileSync(file, 'utf8').trim()
  if (/^opr_[A-Za-z0-9_-]{43}$/.test(token)) return token
  throw new Error(`The operator token in ${file} is damaged.\n  Cure: remove the file; the next start makes a new one.`)
}
