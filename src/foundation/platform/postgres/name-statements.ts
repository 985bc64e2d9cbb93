/** Which statements are worth preparing on the server? The short ones that come again and again. */
import type { QueryConfig } from 'pg'

const longestText = 6_000
const mostValues = 40
const mostNames = 400

/**
 * Gives statements a name, so that the server plans them once per connection.
 * The number of names is bounded: a list of a varying length would otherwise fill the server's memory.
 * @param prepare false behind a pooler that cannot keep prepared statements (DATABASE_PREPARE=off)
 */
export function nameStatements(prepare: boolean): (text: string, values: readonly unknown[]) => QueryConfig {
  const names = new Map<string, string>()
  const nameOf = (text: string, values: readonly unknown[]): string | undefined => {
    if (!prepare || text.length > longestText || values.length > mostValues) return undefined
    const known = names.get(text)
    if (known !== undefined || names.size >= mostNames) return known
    const name = `s${names.size}`
    names.set(text, name)
    return name
  }
  return (text, values) => {
    const name = nameOf(text, values)
    return name === undefined ? { text, values: [...values] } : { name, text, values: [...values] }
  }
}
