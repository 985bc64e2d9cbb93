/** What did others change while this page is shown? Told once, heard by whatever shows some of it. */
import { useEffect, useRef } from 'react'

export interface HeardChange {
  changeSetId: string
  by: string
  /** The kind of row, as the server names it: "accounts". */
  object: string
  ids: readonly string[]
  /** There are more rows than are named. */
  more: boolean
  /** There were very many. */
  many: boolean
}
export interface Heard {
  changes: readonly HeardChange[]
  /** Too much to name. */
  all: boolean
  /** From before the page was connected: most of it is shown already. */
  isReplay: boolean
}
type Hear = (heard: Heard) => void

const hearers = new Set<Hear>()
const own = new Set<string>()
let writing = 0

/** Tells everybody on this page. */
export const tellChanges = (heard: Heard): void => {
  for (const hear of hearers) hear(heard)
}

/** Calls `hear` with what is told, as long as the component stands. */
export function useHeardChanges(hear: Hear): void {
  const latest = useRef(hear)
  latest.current = hear
  useEffect(() => {
    const one: Hear = (heard) => latest.current(heard)
    hearers.add(one)
    return () => void hearers.delete(one)
  }, [])
}

/** A request that may write begins; call the answer with the change sets that it made, and they are known as this page's own. */
export function beginWrite(): (changeSetIds: readonly string[]) => void {
  writing++
  return (changeSetIds) => {
    writing--
    for (const id of changeSetIds) own.add(id)
  }
}
/** Whether something that this page wrote is not answered yet: its own change could be taken for somebody else's. */
export const isWriting = (): boolean => writing > 0
export const isOwnChange = (changeSetId: string): boolean => own.has(changeSetId)

type HearHere = (row: { object: string; id: string }) => void
const hereHearers = new Set<HearHere>()
/** Tells that others came to a row, left it, or opened another field. */
export const tellHere: HearHere = (row) => {
  for (const hear of hereHearers) hear(row)
}
export const hearHere = (hear: HearHere): (() => void) => {
  hereHearers.add(hear)
  return () => void hereHearers.delete(hear)
}
