/** How do rows come out of the command line as a table file? `rapport export accounts --filter '{…}' > accounts.csv` */
import { parseArgs } from 'node:util'
import { Problem } from '#foundation/contract/problem.ts'
import type { Reach } from './reach-server.ts'

const options = Object.fromEntries(['filter', 'words', 'sort', 'fields'].map((name) => [name, { type: 'string' as const }]))

/** Asks for the rows of an object and hands the table on as it comes. @throws Problem 422 for words that mean nothing here */
export async function exportRows(typed: string[], reach: Reach, out: (text: string) => void): Promise<void> {
  const { values, positionals } = readWords(typed)
  const [object] = positionals
  if (!object || positionals.length > 1)
    throw new Problem(422, 'Name one object with rows: rapport export accounts > accounts.csv')
  const query = new URLSearchParams(values as Record<string, string>)
  await reach.get(`/objects/${encodeURIComponent(object)}/table.csv?${query}`, out)
}

function readWords(typed: string[]) {
  try {
    return parseArgs({ args: typed, allowPositionals: true, options })
  } catch (error) {
    throw new Problem(422, `${error instanceof Error ? error.message.split('. ')[0] : 'That could not be read'}.`)
  }
}
