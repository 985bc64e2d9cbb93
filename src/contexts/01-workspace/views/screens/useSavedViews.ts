/** Which views are kept under a name, and how are they kept, changed and let go of? */
import { useAsk } from '#foundation/ui/useAsk.ts'
import { useChange, useClient } from '#foundation/ui/useClient.tsx'
import { views } from '../contract.ts'
import type { SavedView } from './view-state.ts'

export function useSavedViews(object: string, onSaved: (view: SavedView) => void) {
  const api = useClient(views)
  const asked = useAsk(api.list, { object })
  const create = useChange(api.create, (view) => `Saved ${view.name}`, onSaved)
  const change = useChange(api.change, (view) => `Saved ${view.name}`)
  const remove = useChange(api.remove, 'View removed')
  return { all: asked.data ?? [], create, change, remove }
}
