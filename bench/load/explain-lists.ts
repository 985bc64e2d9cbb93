/** Through which index does each question reach its rows? The plan of its heaviest statement, in a line. */
import pg from 'pg'
import type { Statement } from './serve.ts'

interface Plan {
  'Node Type': string
  'Relation Name'?: string
  'Index Name'?: string
  'Actual Rows'?: number
  Plans?: Plan[]
}

/** Explains the statements of each question as the program's own role, and tells of the slowest. */
export async function explainLists(
  program: pg.ClientConfig,
  heard: ReadonlyMap<string, readonly (readonly Statement[])[]>,
  tell: (line: string) => void,
): Promise<void> {
  const client = new pg.Client(program)
  await client.connect()
  for (const [name, requests] of heard) {
    let slowest = { ms: -1, reads: '' }
    for (const statements of requests)
      for (const { text, values } of statements) {
        if (!/^\s*(select|with)/i.test(text)) {
          await client.query(text)
          continue
        }
        const { rows } = await client.query(`explain (analyze, format json) ${text}`, values as unknown[])
        const found = rows[0]['QUERY PLAN'][0] as { Plan: Plan; 'Execution Time': number }
        if (found['Execution Time'] > slowest.ms)
          slowest = {
            ms: found['Execution Time'],
            reads: readsOf(found.Plan).join(', ') || 'a function of the database: see its migration',
          }
      }
    tell(`${name.padEnd(20)} ${slowest.ms.toFixed(1).padStart(7)} ms  ${slowest.reads}`)
  }
  await client.end()
}

function readsOf(plan: Plan): string[] {
  const own = plan['Relation Name'] ?? plan['Index Name']
  const here = own
    ? [`${plan['Relation Name'] ?? ''} by ${plan['Index Name'] ?? plan['Node Type']} (${plan['Actual Rows']})`.trim()]
    : []
  return [...new Set([...here, ...(plan.Plans ?? []).flatMap(readsOf)])]
}
