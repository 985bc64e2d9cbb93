/** Which accounts, people and opportunities may a task be about? Asked as one types. */
import type { Option } from '#foundation/ui/Combobox.tsx'
import { useClient } from '#foundation/ui/useClient.tsx'
import { search } from '#workspace/search/contract.ts'
import { accounts } from '../../accounts/contract.ts'

const kinds: Readonly<Record<string, string>> = { accounts: 'Account', people: 'Person', opportunities: 'Opportunity' }

export function useAboutOptions(): (text: string) => Promise<readonly Option[]> {
  const { find } = useClient(search)
  const { list } = useClient(accounts)
  return async (text) =>
    text
      ? (await find({ words: text, limit: 40 })).flatMap(({ record, id, title }) =>
          kinds[record] ? [{ value: `${record}:${id}`, label: title, detail: kinds[record] }] : [],
        )
      : (await list({ limit: 12 })).rows.map((a) => ({ value: `accounts:${a.id}`, label: a.name, detail: 'Account' }))
}
