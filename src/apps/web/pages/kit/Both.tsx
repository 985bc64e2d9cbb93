/** How does this look in both themes at once? */
import type { ReactNode } from 'react'

export function Both({ children }: { children: ReactNode }) {
  return (
    <div className="grid overflow-hidden rounded-md border border-line lg:grid-cols-2">
      {(['light', 'dark'] as const).map((theme) => (
        <div key={theme} data-theme={theme} className="min-w-0 bg-surface p-5">
          {children}
        </div>
      ))}
    </div>
  )
}

export function Sample({ title, note, children }: { title: string; note?: string; children: ReactNode }) {
  return (
    <section className="min-w-0 pt-8">
      <h2 className="m-0 text-14 font-semibold text-ink">{title}</h2>
      <p className="m-0 mb-3 min-h-5 max-w-reading text-13 text-faint">{note}</p>
      {children}
    </section>
  )
}
