/** What does every piece of the design kit look like, in every state? */
import { Monitor, Moon, Sun } from 'lucide-react'
import { type ComponentType, lazy, Suspense } from 'react'
import { IconButton } from '#foundation/ui/IconButton.tsx'
import { Page } from '#foundation/ui/Page.tsx'
import { Skeleton } from '#foundation/ui/Skeleton.tsx'
import { Tabs } from '#foundation/ui/Tabs.tsx'
import { type Theme, useTheme } from '#foundation/ui/useTheme.ts'
import type { PageArgs } from '../page-args.ts'

const part = (load: () => Promise<ComponentType>) => lazy(async () => ({ default: await load() }))
const parts = {
  Words: part(() => import('./kit/KitWords.tsx').then((m) => m.KitWords)),
  Conclusions: part(() => import('./kit/KitConclusions.tsx').then((m) => m.KitConclusions)),
  Lists: part(() => import('./kit/KitLists.tsx').then((m) => m.KitLists)),
  Grid: part(() => import('./kit/KitGrid.tsx').then((m) => m.KitGrid)),
  Time: part(() => import('./kit/KitTime.tsx').then((m) => m.KitTime)),
  Board: part(() => import('./kit/KitBoard.tsx').then((m) => m.KitBoard)),
  Forms: part(() => import('./kit/KitForms.tsx').then((m) => m.KitForms)),
  States: part(() => import('./kit/KitStates.tsx').then((m) => m.KitStates)),
  Record: part(() => import('./kit/KitRecord.tsx').then((m) => m.KitRecord)),
  Tokens: part(() => import('./kit/KitTokens.tsx').then((m) => m.KitTokens)),
}
type PartName = keyof typeof parts
const names = Object.keys(parts) as PartName[]
const themes: readonly [Theme, typeof Sun, string][] = [
  ['light', Sun, 'Light'],
  ['dark', Moon, 'Dark'],
  ['system', Monitor, 'As the system says'],
]

export function KitPage({ search, setSearch }: PageArgs) {
  const [theme, setTheme] = useTheme()
  const name = names.find((n) => n === search.part) ?? 'Words'
  const Part = parts[name]
  return (
    <Page
      title="The kit"
      says="Every piece, in every state"
      layout={name === 'Board' ? 'fill' : 'plain'}
      actions={themes.map(([value, icon, label]) => (
        <IconButton key={value} icon={icon} label={label} aria-pressed={theme === value} onClick={() => setTheme(value)} />
      ))}
      tools={
        <Tabs
          label="Part of the kit"
          value={name}
          onChange={(next) => setSearch({ part: next })}
          tabs={names.map((n) => ({ value: n, label: n }))}
        />
      }
    >
      <Suspense fallback={<Skeleton shape="paragraph" lines={8} />}>
        <Part />
      </Suspense>
    </Page>
  )
}
