/** Is all of it there? What belongs together is shown once nothing in it is still loading, so that its parts do not push each other down. */
import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { Skeleton } from './Skeleton.tsx'

/** Who waits longer than this sees what is there, piece by piece. */
const patienceMs = 2000
const lookEveryMs = 25

export function Together({ children, className }: { children: ReactNode; className?: string }) {
  const box = useRef<HTMLDivElement>(null)
  const asked = useQueryClient()
  const [shown, setShown] = useState(false)
  useEffect(() => {
    if (shown) return
    const since = performance.now()
    let calm = 0
    const timer = setInterval(() => {
      const isAsking = asked.isFetching({ predicate: (query) => query.state.status === 'pending' }) > 0
      // A skeleton inside stands for code or rows that are still on their way.
      const isWaiting = box.current?.querySelector('[role="status"][aria-label]') !== null
      calm = isAsking || isWaiting ? 0 : calm + 1
      // Code that has just come asks only now, so it is looked at twice.
      if (calm > 1 || performance.now() - since > patienceMs) setShown(true)
    }, lookEveryMs)
    return () => clearInterval(timer)
  }, [shown, asked])
  return (
    <>
      {!shown && <Skeleton shape="paragraph" lines={8} label="Loading the rest" />}
      <div ref={box} hidden={!shown} className={className}>
        {children}
      </div>
    </>
  )
}
