/** Which keys work here? `?` shows them. */
import { useState } from 'react'
import { Dialog } from './Dialog.tsx'
import { Kbd } from './Kbd.tsx'
import { useHeardShortcuts, useShortcuts } from './useShortcuts.ts'

export function ShortcutHelp() {
  const [open, setOpen] = useState(false)
  const heard = useHeardShortcuts()
  useShortcuts([{ keys: '?', says: 'Show these keys', group: 'Anywhere', run: () => setOpen(true) }])
  const bySaying = new Map<string, { group: string; keys: string[] }>()
  for (const s of heard) {
    const known = bySaying.get(s.says) ?? { group: s.group ?? 'On this page', keys: [] }
    if (!known.keys.includes(s.keys)) known.keys.push(s.keys)
    bySaying.set(s.says, known)
  }
  const groups = [...new Set([...bySaying.values()].map((v) => v.group))].sort()
  return (
    <Dialog open={open} onClose={() => setOpen(false)} title="Keys" size="wide">
      <div className="gap-x-10 sm:columns-2">
        {groups.map((group) => (
          <section key={group} className="mb-4 break-inside-avoid">
            <h3 className="m-0 mb-1 text-12 font-medium text-faint">{group}</h3>
            <ul className="m-0 list-none p-0">
              {[...bySaying]
                .filter(([, v]) => v.group === group)
                .map(([says, v]) => (
                  <li key={says} className="flex min-h-8 items-center justify-between gap-4 text-13">
                    <span>{says}</span>
                    <span className="flex gap-2">
                      {v.keys.map((keys) => (
                        <Kbd key={keys} keys={keys} />
                      ))}
                    </span>
                  </li>
                ))}
            </ul>
          </section>
        ))}
      </div>
    </Dialog>
  )
}
