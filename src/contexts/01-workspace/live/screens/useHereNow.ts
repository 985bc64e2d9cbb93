/** Who else is at this record? This window says that it is here while it is seen, and hears of the others. */
import { useEffect, useState } from 'react'
import { z } from 'zod'
import { editingNow, watchEditing } from '#foundation/ui/editing-now.ts'
import { hearHere } from '#foundation/ui/heard-changes.ts'
import { Presence } from '../contract.ts'

const Answer = z.object({ others: z.array(Presence) })
const sayEveryMs = 10_000
/** Going through fields by keys is not told field by field. */
const settleMs = 200
const address = '/api/live/here'

const tab = (): string => {
  // Not everywhere: a page over plain http has no randomUUID.
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20)}`
}
const me = tab()

async function ask(method: string, path: string, body?: object): Promise<Presence[] | null> {
  try {
    const answer = await fetch(path, {
      method,
      credentials: 'same-origin',
      ...(body ? { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) } : {}),
    })
    return answer.ok ? Answer.parse(await answer.json()).others : null
  } catch {
    // Who is here is worth no word when it cannot be asked.
    return null
  }
}

export function useHereNow(object: string, id: string): Presence[] {
  const [others, setOthers] = useState<Presence[]>([])
  useEffect(() => {
    let isOn = true
    let timer: ReturnType<typeof setTimeout> | undefined
    let settling: ReturnType<typeof setTimeout> | undefined
    const show = (found: Presence[] | null) => {
      if (isOn && found) setOthers(found)
    }
    const come = () => {
      clearTimeout(timer)
      if (!isOn || document.visibilityState !== 'visible') return
      const editing = editingNow()
      void ask('PUT', address, { tab: me, object, id, field: editing?.id === id ? editing.field : null }).then(show)
      timer = setTimeout(come, sayEveryMs)
    }
    const leave = () => {
      clearTimeout(timer)
      void fetch(`${address}?tab=${me}`, { method: 'DELETE', credentials: 'same-origin', keepalive: true }).catch(() => undefined)
    }
    const onVisible = () => (document.visibilityState === 'visible' ? come() : leave())
    come()
    const stops = [
      watchEditing(() => {
        clearTimeout(settling)
        settling = setTimeout(come, settleMs)
      }),
      hearHere((row) => {
        if (row.object === object && row.id === id)
          void ask('GET', `${address}?object=${encodeURIComponent(object)}&id=${id}`).then(show)
      }),
    ]
    document.addEventListener('visibilitychange', onVisible)
    window.addEventListener('pagehide', leave)
    return () => {
      isOn = false
      clearTimeout(settling)
      for (const stop of stops) stop()
      document.removeEventListener('visibilitychange', onVisible)
      window.removeEventListener('pagehide', leave)
      leave()
    }
  }, [object, id])
  return others
}
