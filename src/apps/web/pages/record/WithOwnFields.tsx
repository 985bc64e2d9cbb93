/** Which fields of our own does a form of this object ask for? Given to it by the page. */
import type { ReactNode } from 'react'
import type { OwnForm } from '#foundation/ui/own-form.ts'
import { useOwnForm } from '#workspace/fields/screens/useOwnForm.ts'

/** @param id the row that is edited; none for a new one */
export function WithOwnFields({ object, id, children }: { object: string; id?: string; children: (own: OwnForm) => ReactNode }) {
  return children(useOwnForm(object, id))
}
