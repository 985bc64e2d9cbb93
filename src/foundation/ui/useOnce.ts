/** Has this ever been true? What was opened once stays loaded, so that its closing can be seen. */
import { useState } from 'react'

export function useOnce(now: boolean): boolean {
  const [ever, setEver] = useState(now)
  if (now && !ever) setEver(true)
  return ever || now
}
