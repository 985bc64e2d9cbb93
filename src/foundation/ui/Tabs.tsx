/** Which view of the same list? Not for parts of a page: those stand under each other. */
import { dress } from './dress.ts'

export interface TabsProps {
  label: string
  value: string
  onChange: (value: string) => void
  tabs: readonly { value: string; label: string; count?: number }[]
}

/** Buttons that are pressed, in a group: they change the view in place. */
export function Tabs({ label, value, onChange, tabs }: TabsProps) {
  return (
    <fieldset className="m-0 inline-flex min-w-0 max-w-full items-center gap-0.5 overflow-x-auto rounded-md bg-sunken p-0.5">
      <legend className="sr-only">{label}</legend>
      {tabs.map((tab) => (
        <button
          key={tab.value}
          type="button"
          aria-pressed={tab.value === value}
          onClick={() => onChange(tab.value)}
          className={dress(
            'inline-flex h-[calc(var(--control)-4px)] shrink-0 items-center gap-1.5 rounded-sm px-2.5 text-13 transition-colors focus-visible:outline-offset-0',
            tab.value === value ? 'bg-raised font-medium text-ink ring-1 ring-line' : 'text-soft hover:text-ink',
          )}
        >
          {tab.label}
          {tab.count !== undefined && <span className="num text-12 font-normal text-faint">{tab.count}</span>}
        </button>
      ))}
    </fieldset>
  )
}
