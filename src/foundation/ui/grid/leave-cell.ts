/** Which key keeps a cell, and where does it lead? */
import type { KeyboardEvent } from 'react'

export type Leave = 'down' | 'up' | 'right' | 'left' | 'stay'

/** Enter and Tab keep what was typed and go on; Shift turns them round; Alt-Enter is a line end in long text. */
export function leaveBy(event: KeyboardEvent): Leave | null {
  if (event.nativeEvent.isComposing) return null
  if (event.key === 'Enter' && !event.altKey) return event.shiftKey ? 'up' : 'down'
  return event.key === 'Tab' ? (event.shiftKey ? 'left' : 'right') : null
}
