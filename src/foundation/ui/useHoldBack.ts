/** Who is still on the way? Tells the parts that are shown together that one of them is not there yet. */
import { createContext, useContext, useEffect } from 'react'

/** Holds back what is shown together, until the answer is called. */
export type HoldBack = () => () => void

export const HoldBackContext = createContext<HoldBack | null>(null)

/** Holds back for as long as the caller is on the screen. */
export function useHoldBack(): void {
  const hold = useContext(HoldBackContext)
  useEffect(() => hold?.(), [hold])
}
