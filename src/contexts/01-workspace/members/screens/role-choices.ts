/** What are the roles called on the screen? */
import type { Role } from '#foundation/contract/operation.ts'

export const roleChoices = [
  { value: 'member', label: 'Member' },
  { value: 'manager', label: 'Manager' },
  { value: 'owner', label: 'Owner' },
] as const satisfies readonly { value: Role; label: string }[]

/** A chosen word as a role; the least one for a word that is none. */
export const roleOf = (word: string): Role => roleChoices.find((c) => c.value === word)?.value ?? 'member'
