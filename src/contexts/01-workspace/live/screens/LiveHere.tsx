/** Does this page show what is true now? It hears what others change, asks again for just that, and says when it cannot hear. */
import { useQueryClient } from '@tanstack/react-query'
import { WifiOff } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { Button } from '#foundation/ui/Button.tsx'
import { type Heard, isOwnChange, isWriting, tellChanges, tellHere } from '#foundation/ui/heard-changes.ts'
import { useClient } from '#foundation/ui/useClient.tsx'
import { live } from '../contract.ts'
import { touchesAnswer } from '../rules/touches-answer.ts'
import { openLive } from './open-live.ts'

/** What comes close together is asked for together; of many rows less often. */
const gatherMs = 250
const gatherManyMs = 2_000
const longestWriteMs = 3_000
/** A blink of the line is not worth a word. */
const quietMs = 5_000

export function LiveHere({ workspaceId }: { workspaceId: string }) {
  const cache = useQueryClient()
  const { since } = useClient(live)
  const [isOff, setOff] = useState(false)
  const tryNow = useRef(() => {})
  useEffect(() => {
    let waiting: Heard['changes'] = []
    let isAll = false
    let isOld = true
    let timer: ReturnType<typeof setTimeout> | undefined
    let told = 0
    let firstAt = 0
    let off: ReturnType<typeof setTimeout> | undefined
    const flush = () => {
      timer = undefined
      // An own write may be told before it is answered.
      if (isWriting() && Date.now() - firstAt < longestWriteMs) return later(100)
      const changes = waiting.filter(({ changeSetId }) => !isOwnChange(changeSetId))
      const all = isAll
      waiting = []
      isAll = false
      firstAt = 0
      told = Date.now()
      if (all) void cache.invalidateQueries()
      else if (changes.length > 0)
        void cache.invalidateQueries({ predicate: ({ queryKey, state }) => touchesAnswer(queryKey, state.data, changes) })
      if (all || changes.length > 0) tellChanges({ changes, all, isReplay: isOld })
      isOld = true
    }
    const later = (ms: number) => {
      timer ??= setTimeout(flush, ms)
    }
    const line = openLive({
      workspaceId,
      since: (after) => since(after === undefined ? {} : { after }),
      hearHere: tellHere,
      hear: ({ changes, all, isReplay }) => {
        isOld &&= isReplay
        waiting = [...waiting, ...changes]
        isAll ||= all
        firstAt ||= Date.now()
        const pause = all || changes.some(({ more }) => more) ? gatherManyMs : gatherMs
        later(Math.max(20, told + pause - Date.now()))
      },
      show: (isOn) => {
        if (isOn) {
          clearTimeout(off)
          off = undefined
          setOff(false)
        } else off ??= setTimeout(() => setOff(true), quietMs)
      },
    })
    tryNow.current = line.tryNow
    return () => {
      clearTimeout(timer)
      clearTimeout(off)
      line.stop()
    }
  }, [cache, since, workspaceId])
  return (
    <div
      role="status"
      data-print="no"
      className="pointer-events-none fixed inset-x-3 top-3 z-50 flex justify-center empty:hidden"
    >
      {isOff && (
        <div className="pointer-events-auto flex animate-arrive items-center gap-2 rounded-md border border-line bg-raised py-1 pr-1 pl-3 text-13 text-ink shadow-float">
          <WifiOff size={16} aria-hidden className="shrink-0 text-warn" />
          <span>Not connected: what others change does not arrive. Trying again.</span>
          <Button look="quiet" onClick={() => tryNow.current()}>
            Try now
          </Button>
        </div>
      )}
    </div>
  )
}
