/** Who is meant by an owner's id: does a table of that system's users come along? */
import type { Row } from '#foundation/contract/record.ts'
import type { FileStore } from '#foundation/platform/file-store.ts'
import { openSource } from '#foundation/platform/intake/open-source.ts'
import type { ImportSource } from '#workspace/imports/contract.ts'
import { plainHeader } from '#workspace/imports/rules/plain-header.ts'
import { wholeSalesforceId } from '#workspace/imports/rules/recognise-export.ts'

/** Names and addresses by id. */
export type Owners = ReadonlyMap<string, { name: string; email: string | null }>

const most = 50_000
const isUserFile = (path: string): boolean => /(?:^|[/_ -])users?[^/]*\.(?:csv|tsv|xlsx|zip)$/i.test(path) || /\.zip$/i.test(path)

/** Reads tables of users (User.csv of a Salesforce export) among the files; none gives no owners. */
export async function readOwners(sources: readonly Row<typeof ImportSource>[], files: FileStore): Promise<Owners> {
  const owners = new Map<string, { name: string; email: string | null }>()
  for (const source of sources.filter((s) => isUserFile(s.path))) {
    const options = { tablesOnly: true, wants: isUserFile }
    for await (const item of openSource(files.pathOf(source.sha256), source.path, options)) {
      if (item.kind !== 'table') continue
      const table = await item.open().catch(() => null)
      if (!table) continue
      const plain = table.headers.map(plainHeader)
      const [id, name, first, last, email] = ['id', 'name', 'first name', 'last name', 'email'].map((h) => plain.indexOf(h))
      const isUsers = plain.includes('username') && id !== undefined && id >= 0
      for await (const { cells } of isUsers ? table.rows : []) {
        const cell = (at: number | undefined) => (at === undefined || at < 0 ? '' : (cells[at]?.trim() ?? ''))
        const called = cell(name) || [cell(first), cell(last)].filter(Boolean).join(' ')
        if (cell(id) && called && owners.size < most)
          owners.set(wholeSalesforceId(cell(id)), { name: called, email: cell(email) || null })
      }
      await table.close()
    }
  }
  return owners
}
