/** Does an answer that a page holds show something of what changed? Read from what was asked, and from the ids in the answer. */

interface Changed {
  object: string
  ids: readonly string[]
  more: boolean
}

/** What routes show, where the first word of the route does not name it. */
const shows: Readonly<Record<string, readonly string[]>> = {
  threads: ['threads', 'messages', 'participations'],
  evidence: ['evidence', 'readings'],
  files: ['files', 'file_links'],
  'attached-files': ['files', 'file_links'],
  me: ['members', 'workspaces'],
  workspace: ['workspaces'],
  tokens: ['api_tokens'],
  duplicates: ['duplicate_pairs', 'accounts', 'people'],
  merges: ['merges'],
  erasures: ['erasures'],
  opportunities: ['opportunities', 'stages'],
}
/** They tell of rows of every kind. */
const ofAll: ReadonlySet<string> = new Set(['changes', 'rows', 'trash'])
/** They do not depend on rows, or are asked anew by themselves. */
const ofNone: ReadonlySet<string> = new Set(['search', 'live', 'health', 'webhook-deliveries'])
/** As many values of one answer are looked at. */
const mostLooked = 20_000

function mentions(value: unknown, ids: ReadonlySet<string>): boolean {
  const open: unknown[] = [value]
  for (let looked = 0; open.length > 0 && looked < mostLooked; looked++) {
    const one = open.pop()
    if (typeof one === 'string') {
      if (one.length === 36 && ids.has(one)) return true
    } else if (typeof one === 'object' && one !== null) for (const inner of Object.values(one)) open.push(inner)
  }
  return open.length > 0
}

/** @param key what was asked: the route, then its input */
export function touchesAnswer(key: readonly unknown[], answer: unknown, changes: readonly Changed[]): boolean {
  const [asked, input] = key
  const ids = new Set(changes.flatMap((change) => change.ids))
  if (typeof asked !== 'string' || !/^[A-Z]+ \//.test(asked)) return ids.size > 0 && mentions([key, answer], ids)
  const words = asked.split(' ')[1]?.split('/').slice(1) ?? []
  const first = words[0] ?? ''
  if (ofNone.has(first) || changes.length === 0) return false
  if (ofAll.has(first)) return true
  const told = typeof input === 'object' && input !== null ? (input as Record<string, unknown>) : {}
  // Rows of any object say in their input which.
  const objects = first === 'objects' ? [told.object] : [...(shows[first] ?? [first.replaceAll('-', '_')]), words[2]]
  const own = changes.filter(({ object }) => objects.includes(object))
  const isOfOne = words[1] === ':id' && words.length === 2
  if (own.some(({ more }) => more || !isOfOne)) return true
  return mentions([input, answer], ids)
}
