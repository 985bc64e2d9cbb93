/** Who takes part in a meeting, as a table's cell tells it? */

export interface Participant {
  name: string
  email: string | null
  role: 'organizer' | 'attendee'
  answer: 'accepted' | 'declined' | 'tentative' | 'open' | null
}

const answers: Record<string, Participant['answer']> = {
  accepted: 'accepted',
  declined: 'declined',
  tentative: 'tentative',
  'needs-action': 'open',
  delegated: 'open',
}
const most = 500

/**
 * Reads "Ana Ruiz <ana@acme.example> accepted", one in a line or between semicolons; Outlook's tables name people without an address.
 * Whoever is named twice stands once, the organizer first.
 */
export function readParticipants(organizer: string | undefined, attendees: string | undefined): Participant[] {
  const found = new Map<string, Participant>()
  const take = (text: string, role: Participant['role']) => {
    const one = readOne(text, role)
    const key = one && (one.email ?? one.name.toLowerCase())
    if (!one || !key) return
    const before = found.get(key)
    found.set(key, before ? { ...before, answer: before.answer ?? one.answer } : one)
  }
  if (organizer) take(organizer, 'organizer')
  for (const text of (attendees ?? '').split(/[\n;]/)) take(text, 'attendee')
  return [...found.values()].slice(0, most)
}

function readOne(text: string, role: Participant['role']): Participant | null {
  const [, said = '', inside = '', answer = ''] = /^\s*(.*?)\s*<([^<>]*)>\s*([a-z-]*)\s*$/is.exec(text) ?? []
  const bare = text.trim()
  const typed = (inside || (/^\S+@\S+$/.test(bare) ? bare : ''))
    .replace(/^mailto:/i, '')
    .trim()
    .toLowerCase()
  const email = /^[^\s@]+@[^\s@]+$/.test(typed) && typed.length <= 320 ? typed : null
  const name = (said || email || (inside ? inside : bare)).replace(/\s+/g, ' ').slice(0, 500).trim()
  return name ? { name, email, role, answer: answers[answer.toLowerCase()] ?? null } : null
}
