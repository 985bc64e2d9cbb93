/** What are the rows called that a filter points to by their ids? */
import { useQueries } from '@tanstack/react-query'
import { useMemo } from 'react'
import { type Filter, isGroup, partsOf } from '#foundation/contract/filter.ts'
import type { NameOf } from '#foundation/contract/filter-sentence.ts'
import type { RowObject } from '#foundation/contract/shown-row.ts'
import { useClient } from '#foundation/ui/useClient.tsx'
import { views } from '../contract.ts'

const learnt = new Map<string, string>()
/** Remembers what a row is called, as it was shown where it was chosen. */
export const learnTitle = (id: string, title: string): void => void learnt.set(id, title)

function referencesIn(object: RowObject, filter: Filter | null): Map<string, string[]> {
  const found = new Map<string, string[]>()
  const look = (part: Filter): void => {
    if (isGroup(part)) {
      for (const one of partsOf(part).parts) look(one)
      return
    }
    const isReference = object.fields.some((field) => field.name === part.field && field.control === 'reference')
    if (isReference && Array.isArray(part.value))
      found.set(part.field, [...(found.get(part.field) ?? []), ...part.value.map(String)])
  }
  if (filter) look(filter)
  return found
}

/** Titles of the rows in a filter; asked for those that were not chosen here. */
export function useTitles(object: RowObject, filter: Filter | null): NameOf {
  const api = useClient(views)
  const wanted = useMemo(
    () =>
      [...referencesIn(object, filter)]
        .map(([by, ids]) => ({ by, ids: ids.filter((id) => !learnt.has(id)) }))
        .filter(({ ids }) => ids.length > 0),
    [object, filter],
  )
  const answers = useQueries({
    queries: wanted.map(({ by, ids }) => ({
      queryKey: ['titles', object.name, by, ids],
      staleTime: 300_000,
      queryFn: async () => {
        const { groups } = await api.groups({ object: object.name, by, filter: { field: by, is: 'isAnyOf', value: ids } })
        for (const { key, title } of groups) if (typeof key === 'string' && title !== null) learnTitle(key, title)
        if (ids.some((id) => !learnt.has(id)))
          for (const { id, title } of await api.options({ object: object.name, field: by, limit: 200 })) learnTitle(id, title)
        return ids.length
      },
    })),
  })
  const version = answers.map((answer) => answer.dataUpdatedAt).join()
  // biome-ignore lint/correctness/useExhaustiveDependencies: another answer, other names
  return useMemo(() => (_field, id) => learnt.get(id), [version, filter])
}
