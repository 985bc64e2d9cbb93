/** Does this address belong to a row that was merged? Then the reader is led to the one that was kept. */
import { useEffect } from 'react'
import { useGo } from '#foundation/ui/Link.tsx'
import { hrefOf } from './row-places.ts'

/** @param found the id of the row that the server answered; another than asked for is the one that was kept */
export function useLedOn(record: string, asked: string, found: string | undefined): void {
  const { go } = useGo()
  useEffect(() => {
    if (found && found !== asked) go(hrefOf(record, found))
  }, [record, asked, found, go])
}
