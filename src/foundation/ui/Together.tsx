/** Is all of it there? What belongs together is shown once nothing in it is still loading, so that its parts do not push each other down. */
import { type Query, useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useCallback, useEffect, useReducer, useRef, useState } from 'react'
import { Skeleton } from './Skeleton.tsx'
import { HoldBackContext } from './useHoldBack.ts'

/** Who waits longer than this sees what is there, piece by piece. */
const patienceMs = 2000
const isFirst = (query: Query) => query.state.status === 'pending'

export function Together({ children, className }: { children: ReactNode; className?: string }) {
  const asked = useQueryClient()
  const held = useRef(0)
  const [shown, setShown] = useState(false)
  const [told, tell] = useReducer((times: number) => times + 1, 0)
  /** A skeleton inside stands for code or rows that are still on their way. */
  const hold = useCallback(() => {
    held.current++
    return () => {
      held.current--
      tell()
    }
  }, [])
  useEffect(() => {
    if (shown) return
    const leave = asked.getQueryCache().subscribe(tell)
    const timer = setTimeout(() => setShown(true), patienceMs)
    return () => {
      leave()
      clearTimeout(timer)
    }
  }, [shown, asked])
  // Looked at after a render of its own: what has just come has asked by then for what it needs itself.
  // biome-ignore lint/correctness/useExhaustiveDependencies: told says that something came
  useEffect(() => {
    if (held.current === 0 && asked.isFetching({ predicate: isFirst }) === 0) setShown(true)
  }, [told, asked])
  return (
    <>
      {!shown && <Skeleton shape="paragraph" lines={8} label="Loading the rest" />}
      <HoldBackContext value={hold}>
        <div hidden={!shown} className={className}>
          {children}
        </div>
      </HoldBackContext>
    </>
  )
}
