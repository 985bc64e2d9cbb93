/** What does the server find for what was typed so far? */
import { useEffect, useRef, useState } from 'react'
import type { Option } from './fit-options.ts'
import { readProblem } from './read-problem.ts'

interface Asked {
  options: readonly Option[]
  waiting: boolean
  error: string | null
}

/** Waits for a pause in typing, so that one word is one question. */
const pauseMs = 160

export function useAskedOptions(
  ask: ((text: string) => Promise<readonly Option[]>) | undefined,
  text: string,
  open: boolean,
): Asked {
  const [state, setState] = useState<Asked>({ options: [], waiting: ask !== undefined, error: null })
  // A form writes its question in place; a new function is not a new question.
  const latest = useRef(ask)
  latest.current = ask
  useEffect(() => {
    const question = latest.current
    if (!question || !open) return
    let stale = false
    setState((old) => ({ ...old, waiting: true }))
    const timer = setTimeout(() => {
      question(text.trim()).then(
        (options) => !stale && setState({ options, waiting: false, error: null }),
        (error) => !stale && setState({ options: [], waiting: false, error: readProblem(error).detail }),
      )
    }, pauseMs)
    return () => {
      stale = true
      clearTimeout(timer)
    }
  }, [text, open])
  return state
}
