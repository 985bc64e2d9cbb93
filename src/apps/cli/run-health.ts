/** What does `rapport health` do? Asks the running program how it is, and prints a line for each part. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { readSettings } from '#foundation/platform/settings.ts'
import type { Operator } from './open-place.ts'
import { runningAt } from './reach-server.ts'
import { healthUsage } from './usage.ts'

const verdict = z.enum(['well', 'look', 'ill'])
const Health = z.object({
  verdict,
  version: z.string().optional(),
  findings: z.array(z.object({ of: z.string(), verdict, says: z.string().default('') })),
})

/** Runs `rapport health`. @throws Error when the program does not run, or is ill */
export async function runHealth(words: readonly string[], operator: Operator): Promise<void> {
  if (words.some((word) => word !== '--json')) throw new Error(`That was not understood. Use: ${healthUsage[0][0]}`)
  const { dataFolder } = readSettings(operator.env)
  const url = operator.env.RAPPORT_URL?.replace(/\/$/, '') ?? (await runningAt(dataFolder))
  if (!url)
    throw new Error(
      `No Rapport is running on ${dataFolder}.\n  Cure: start it with "npm start", or set RAPPORT_URL to reach another.`,
    )
  const token = (await readFile(join(dataFolder, 'operator-token'), 'utf8').catch(() => '')).trim()
  const answer = await fetch(`${url}/health`, token ? { headers: { authorization: `Bearer ${token}` } } : {}).catch(() => {
    throw new Error(`Nothing answers at ${url}.\n  Cure: look at the log of Rapport, and start it again.`)
  })
  const health = Health.parse(await answer.json())
  if (words.includes('--json')) operator.out(JSON.stringify(health, null, 2))
  else
    for (const finding of health.findings)
      operator.out(
        `${{ well: 'well', look: 'LOOK', ill: 'ILL ' }[finding.verdict]}  ${finding.of.padEnd(10)}  ${finding.says}`.trimEnd(),
      )
  if (health.verdict === 'ill') throw new Error('Rapport is not well.')
}
