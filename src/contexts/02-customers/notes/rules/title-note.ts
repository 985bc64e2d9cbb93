/** What is a note called where only a line has room? Its first line, without marks. */
import { plainText, readMarkup } from './read-markup.ts'

const most = 120

export function titleNote(body: string): string {
  const [first] = readMarkup(body)
  const line = first ? plainText(first).replace(/\s+/g, ' ').trim() : ''
  if (!line) return 'Note'
  return line.length <= most ? line : `${line.slice(0, most - 1).trimEnd()}…`
}
