/** Which members does a note name with an @? */

export interface Mentionable {
  id: string
  name: string
}
export interface Mention {
  id: string
  start: number
  end: number
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** "@Priya Raman" by the whole name; "@Priya" when nobody else is called so. The longest name wins, an address (priya@acme.com) is none. */
export function findMentions(body: string, members: readonly Mentionable[]): Mention[] {
  const callings = new Map<string, string[]>()
  const call = (name: string, id: string) => {
    const key = name.trim().toLowerCase()
    if (key) callings.set(key, [...new Set([...(callings.get(key) ?? []), id])])
  }
  for (const { id, name } of members) {
    call(name, id)
    call(name.trim().split(/\s+/)[0] ?? '', id)
  }
  const known = [...callings].flatMap(([name, ids]) => (ids.length === 1 ? [{ name, id: ids[0] ?? '' }] : []))
  if (!known.length) return []
  const names = known.map(({ name }) => name).sort((a, b) => b.length - a.length)
  const form = new RegExp(`(?<![\\p{L}\\p{N}._@-])@(${names.map(escaped).join('|')})(?![\\p{L}\\p{N}])`, 'giu')
  return [...body.matchAll(form)].flatMap((found) => {
    const id = known.find(({ name }) => name === (found[1] ?? '').toLowerCase())?.id
    return id ? [{ id, start: found.index, end: found.index + found[0].length }] : []
  })
}
