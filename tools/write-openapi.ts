/** Writes openapi.json from the contracts; with --check it only says whether the committed file is up to date. */
import { readFileSync, writeFileSync } from 'node:fs'
import { contracts } from '#apps/contracts.ts'
import { openapi } from '#foundation/contract/openapi.ts'

const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }
const text = `${JSON.stringify(openapi('Rapport', version, contracts), null, 2)}\n`
if (!process.argv.includes('--check')) writeFileSync('openapi.json', text)
else if (readFileSync('openapi.json', 'utf8') !== text) {
  console.error('openapi.json is not what the contracts say. Run "npx tsx tools/write-openapi.ts", read the diff, and commit it.')
  process.exitCode = 1
}
