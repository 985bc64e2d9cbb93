/** How does the program wait, say that nothing is there, fail, and take back? */
import { Inbox, RefreshCw } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { Button } from '#foundation/ui/Button.tsx'
import { DropZone, type FileLine } from '#foundation/ui/DropZone.tsx'
import { EmptyState } from '#foundation/ui/EmptyState.tsx'
import { ErrorState } from '#foundation/ui/ErrorState.tsx'
import { Kbd } from '#foundation/ui/Kbd.tsx'
import { Progress } from '#foundation/ui/Progress.tsx'
import { Skeleton } from '#foundation/ui/Skeleton.tsx'
import { toast, toastProblem } from '#foundation/ui/Toasts.tsx'
import { Both, Sample } from './Both.tsx'
import { sampleRows } from './sample.ts'

const Palette = lazy(() => import('#foundation/ui/Palette.tsx').then((m) => ({ default: m.Palette })))

const lines: FileLine[] = [
  { id: '1', name: 'archive/2026/inbox.mbox', size: 2_040_000_000, done: 0.42, state: 'sending' },
  { id: '2', name: 'opportunities.csv', size: 812_000, done: 1, state: 'done', says: '8,800 opportunities, 14 skipped' },
  {
    id: '3',
    name: 'Besprechungsprotokoll_Vereinigte_Wasser-_und_Abwasserverbände_Donau-Iller.vtt',
    size: 41_000,
    done: 0,
    state: 'waiting',
  },
  {
    id: '4',
    name: 'old.pst',
    size: 310_000_000,
    done: 0,
    state: 'failed',
    says: 'Outlook archives cannot be read yet. Export it as mbox.',
  },
]
const records = sampleRows(60)
const find = async (text: string) => {
  await new Promise((done) => setTimeout(done, 200))
  return records
    .filter((r) => r.name.toLowerCase().includes(text.toLowerCase()))
    .slice(0, 8)
    .map((r) => ({ id: r.id, label: r.name, detail: r.person, group: 'Accounts', href: '/kit?part=Record' }))
}

export function KitStates() {
  const [added, setAdded] = useState<FileLine[]>([])
  const [palette, setPalette] = useState(false)
  return (
    <>
      <Sample title="Waiting" note="Nothing for 300 ms, then the true shape.">
        <Both>
          <div className="grid gap-6 sm:grid-cols-2">
            <Skeleton shape="paragraph" lines={4} label="Loading text" />
            <Skeleton shape="cards" lines={2} label="Loading cards" />
          </div>
          <div className="mt-4 flex flex-col gap-3">
            <Progress done={0.42} label="Importing" says="1,204 of 2,860" />
            <Progress done={null} label="Counting" />
            <Progress done={1} label="Imported" tone="good" />
          </div>
        </Both>
      </Sample>
      <Sample title="Nothing there">
        <Both>
          <EmptyState icon={Inbox} title="Nothing needs you" says="The next promise is due on Thursday.">
            <Button icon={RefreshCw}>Look again</Button>
          </EmptyState>
        </Both>
      </Sample>
      <Sample title="Failed" note="What, where, what now.">
        <Both>
          <div className="flex flex-col gap-3">
            <ErrorState
              what="Conversations could not be loaded"
              error={new TypeError('Failed to fetch')}
              onRetry={() => toast('Asked again')}
            />
            <ErrorState
              error={{
                title: 'Something changed in between',
                detail: 'Tom Okafor moved it to Won at 14:05. Load it again to see his change.',
                status: 409,
              }}
            />
          </div>
        </Both>
      </Sample>
      <Sample title="Done, with a way back" note="Eight seconds; longer while the mouse or the focus is on it.">
        <div className="flex flex-wrap items-center gap-2">
          <Button onClick={() => toast('Moved to Propose', { undo: () => {} })}>Do something</Button>
          <Button
            onClick={() => toastProblem({ title: 'Not saved', detail: 'The server did not answer. Your text is still here.' })}
          >
            Fail at something
          </Button>
          <Button onClick={() => setPalette(true)}>Open the palette</Button>
          <Kbd keys="mod+z" />
          <Kbd keys="g t" />
          <Kbd keys="?" />
        </div>
        {palette && (
          <Suspense>
            <Palette
              open={palette}
              onClose={() => setPalette(false)}
              search={find}
              actions={[
                { id: 'a', label: 'Create an account', group: 'Do', keys: 'c', run: () => toast('Create') },
                { id: 'b', label: 'Go to Conversations', group: 'Go', keys: 'g c', href: '/kit' },
              ]}
            />
          </Suspense>
        )}
      </Sample>
      <Sample title="Bringing files in">
        <DropZone
          says="mbox, eml, zip, vtt, srt, txt, json, csv. Nothing leaves this machine."
          files={[...added, ...lines]}
          onFiles={(files) =>
            setAdded(
              files.map((f, i) => ({ id: `new-${i}`, name: f.path, size: f.file.size, done: 0, state: 'waiting' as const })),
            )
          }
        />
      </Sample>
    </>
  )
}
