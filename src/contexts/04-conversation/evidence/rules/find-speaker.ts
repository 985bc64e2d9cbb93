/** Who says the words at one place of a stored message? */

export type Speaking = {
  side: 'customer' | 'vendor'
  fromName: string
  fromPersonId: string | null
  parts: readonly { start: number; end: number; speaker?: string; side?: 'customer' | 'vendor'; personId?: string }[]
}

/** In a call the speaker of the turn; in a mail its sender. */
export function findSpeaker(
  message: Speaking,
  at: number,
): { who: string; side: 'customer' | 'vendor'; personId: string | null } {
  const turn = message.parts.find((part) => part.start <= at && at < part.end && part.speaker !== undefined)
  if (!turn?.speaker) return { who: message.fromName || 'Unknown sender', side: message.side, personId: message.fromPersonId }
  return { who: turn.speaker, side: turn.side ?? message.side, personId: turn.personId ?? null }
}
