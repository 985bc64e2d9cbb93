/** Which rows do pasted titles mean? Asked once per title, matched whole. */
import type { Option } from '../fit-options.ts'

const plain = (text: string): string => text.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase()

/** Questions under way at once. */
const together = 4

/** Asks for every title and answers how to look one up: its row, or why it cannot be known. */
export async function matchTitles<Column extends { id: string }>(
  wanted: readonly { column: Column; text: string }[],
  ask: (column: Column, text: string) => Promise<readonly Option[]>,
): Promise<(column: Column, text: string) => { value: string; label: string } | { wrong: string }> {
  const questions = new Map(wanted.map(({ column, text }) => [`${column.id}\n${plain(text)}`, { column, text: text.trim() }]))
  const answers = new Map<string, readonly Option[]>()
  const waiting = [...questions]
  const work = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [key, { column, text }] = next
      answers.set(
        key,
        (await ask(column, text)).filter((option) => plain(option.label) === plain(text)),
      )
    }
  }
  await Promise.all(Array.from({ length: together }, work))
  return (column, text) => {
    const [one, another] = answers.get(`${column.id}\n${plain(text)}`) ?? []
    if (!one) return { wrong: `“${text.trim()}” is not known.` }
    return another ? { wrong: `“${text.trim()}” is the name of more than one.` } : { value: one.value, label: one.label }
  }
}
