/** What can a reference point to, by what was typed? */
import { useCallback } from 'react'
import type { Option } from '#foundation/ui/Combobox.tsx'
import { useClient } from '#foundation/ui/useClient.tsx'
import { views } from '../contract.ts'

export function useOptions(object: string): (field: string, text: string) => Promise<readonly Option[]> {
  const api = useClient(views)
  return useCallback(
    async (field, text) => {
      const found = await api.options({ object, field, limit: 50, ...(text ? { words: text } : {}) })
      return found.map(({ id, title }) => ({ value: id, label: title }))
    },
    [api, object],
  )
}
