/** What is this page for? A title line, its actions, then the content at the same left edge. */
import type { ReactNode } from 'react'
import { dress } from './dress.ts'
import { usePageTitle } from './usePageTitle.ts'

export interface PageProps {
  title: string
  /** One quiet line under the title: how many, since when. */
  says?: ReactNode
  /** Right of the title; the main action last. */
  actions?: ReactNode
  /** Under the title line: search, filters, view switch. Stays when the page scrolls. */
  tools?: ReactNode
  /** `fill` gives the content the rest of the height (tables, boards); `reading` a column of reading width. */
  layout?: 'plain' | 'fill' | 'reading'
  children: ReactNode
}

export function Page(props: PageProps) {
  const { title, says, actions, tools, layout = 'plain', children } = props
  // A line that is still being counted keeps its place, so that nothing moves when it is known.
  const hasLine = 'says' in props
  usePageTitle(title)
  const isFill = layout === 'fill'
  return (
    <div className={dress(isFill ? 'flex h-full flex-col' : 'pb-16', layout === 'reading' && 'w-full max-w-[56rem]')}>
      <header className="flex shrink-0 flex-wrap items-end gap-x-6 gap-y-3 px-4 pt-5 pb-3 sm:px-8 sm:pt-7">
        <div className="min-w-0 flex-1 basis-40 sm:basis-64">
          <h1 className="m-0 text-20 font-semibold tracking-tight text-ink">{title}</h1>
          {hasLine && <p className="num m-0 mt-0.5 min-h-5 text-13 text-faint">{says}</p>}
        </div>
        {actions && (
          <div data-print="no" className="flex flex-wrap items-center gap-2">
            {actions}
          </div>
        )}
      </header>
      {tools && (
        <div data-print="no" className="flex shrink-0 flex-wrap items-center gap-2 px-4 pb-3 sm:px-8">
          {tools}
        </div>
      )}
      <div className={isFill ? 'min-h-0 flex-1' : 'px-4 sm:px-8'}>{children}</div>
    </div>
  )
}
