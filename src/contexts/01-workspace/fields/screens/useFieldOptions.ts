/** What can a field of ours point to, by what was typed? */
import { useCallback } from 'react'
import type { Option } from '#foundation/ui/Combobox.tsx'
import { useClient } from '#foundation/ui/useClient.tsx'
import { views } from '#workspace/views/contract.ts'

export function useFieldOptions(object: string): (field: string, words: string) => Promise<readonly Option[]> {
  const { options } = useClient(views)
  return useCallback(
    async (field, words) =>
      (await options({ object, field, limit: 50, ...(words ? { words } : {}) })).map(({ id, title }) => ({
        value: id,
        label: title,
      })),
    [options, object],
  )
}
