/** How does a corpus grow tenfold in minutes? Every row of its workspace is copied in SQL with ids, addresses and keys of its own. */
import type pg from 'pg'

/** What must be one of its kind in a workspace. */
const keys = ['domain', 'email', 'external_id', 'source_key']

interface Column {
  name: string
  isId: boolean
  isKey: boolean
  /** The table that it points to. */
  refers: string | null
}

/** Rows of these stay as they are: people and rules of the house, and what tells who did what. */
const kept = [
  'workspaces',
  'members',
  'invites',
  'api_tokens',
  'user_workspaces',
  'pipelines',
  'stages',
  'change_sets',
  'changes',
  'live_events',
]

/**
 * Copies all rows `times - 1` times. Derived rows (what search reads) are copied with those they come from, so both agree; a copy
 * has no change sets of its own.
 * @param owner connected as the role that owns the tables
 */
export async function growCorpus(owner: pg.Client, workspaceId: string, times: number, tell: (line: string) => void) {
  await owner.query("select set_config('app.workspace_id', $1, false)", [workspaceId])
  const tables = await tablesInOrder(owner, workspaceId)
  for (const { table, columns } of tables) {
    const values = columns.map(({ name, isId, isKey, refers }) => {
      const isOurs = isId && name !== '"workspace_id"' && (refers === null || tables.some((t) => t.table === refers))
      return isOurs ? otherId(name) : isKey ? `k || 'x' || ${name}` : name
    })
    // One statement sees the rows that were there when it began: copies are not copied.
    const { rowCount } = await owner.query(
      `insert into ${table} (${columns.map((c) => c.name).join(', ')}) select ${values.join(', ')}
       from ${table} cross join generate_series(1, $2::int) k where workspace_id = $1`,
      [workspaceId, times - 1],
    )
    tell(`  ${rowCount} more in ${table}`)
  }
  await owner.query('vacuum analyze')
}

/** The time and the count in an id stay, so that the order of rows does; its last 48 bits are drawn anew. */
const otherId = (name: string): string => `(substr(${name}::text, 1, 24) || substr(md5(${name}::text || k), 1, 12))::uuid`

async function tablesInOrder(owner: pg.Client, workspaceId: string): Promise<{ table: string; columns: Column[] }[]> {
  const { rows } = await owner.query<{ table: string; name: string; type: string; in_unique: boolean; refers: string | null }>(
    `select c.relname as table, a.attname as name, format_type(a.atttypid, null) as type,
       exists (select 1 from pg_index i where i.indrelid = c.oid and i.indisunique and a.attnum = any (i.indkey)) as in_unique,
       (select f.confrelid::regclass::text from pg_constraint f
        where f.conrelid = c.oid and f.contype = 'f' and a.attnum = f.conkey[cardinality(f.conkey)] limit 1) as refers
     from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid
     where n.nspname = 'public' and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' and a.attidentity = ''
     order by c.relname, a.attnum`,
  )
  const found = new Map<string, Column[]>()
  for (const { table, name, type, in_unique, refers } of rows) {
    const column = { name: `"${name}"`, isId: type === 'uuid', isKey: in_unique && keys.includes(name), refers }
    found.set(table, [...(found.get(table) ?? []), column])
  }
  const left = new Map<string, Column[]>()
  for (const [table, columns] of found) {
    if (kept.includes(table) || !columns.some((c) => c.name === '"workspace_id"')) continue
    const { rowCount } = await owner.query(`select 1 from ${table} where workspace_id = $1 limit 1`, [workspaceId])
    if (rowCount) left.set(table, columns)
  }
  const ordered: { table: string; columns: Column[] }[] = []
  while (left.size > 0) {
    const ready = [...left].filter(([table, all]) => all.every((c) => c.refers === table || !left.has(c.refers ?? '')))
    if (ready.length === 0) throw new Error(`These tables refer to each other in a ring: ${[...left.keys()].join(', ')}`)
    for (const [table, columns] of ready) {
      ordered.push({ table, columns })
      left.delete(table)
    }
  }
  return ordered
}
