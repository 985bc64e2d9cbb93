/** What is every page given, and what does a line of the page table say? */
import type { LucideIcon } from 'lucide-react'
import type { ComponentType } from 'react'

/** What every page is given. `search` is the address's query; `setSearch` changes it in place, or as a step that Back undoes. */
export interface PageArgs {
  params: Readonly<Record<string, string>>
  search: Readonly<Record<string, string | undefined>>
  setSearch: (patch: Record<string, string | undefined>, options?: { push: boolean }) => void
}

export interface PageLine {
  /** TanStack Router's form: "/accounts/$id". */
  path: string
  load: () => Promise<ComponentType<PageArgs>>
  /** Without: the page is reached from other pages only. */
  rail?: { id: string; label: string; icon: LucideIcon; keys?: string; phone?: true; foot?: true }
  /** False for pages that stand alone: sign-in, first run. */
  frame?: false
}
