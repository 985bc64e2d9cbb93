/** Has the wait become long enough to show? Under 300 ms nothing flickers. */
import { useEffect, useState } from 'react'

export function useLate(ms = 300): boolean {
  const [late, setLate] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), ms)
    return () => clearTimeout(timer)
  }, [ms])
  return late
}
