/** May this person be erased now, and if not, why not? */
import type { Verdict } from '#foundation/contract/verdict.ts'

export function mayErase(known: { isMember: boolean; importsUnderWay: number; isErasing: boolean }): Verdict {
  if (known.isMember)
    return {
      may: false,
      why: 'This is a member of the workspace. Close the door for the member under Settings, and change the address first.',
    }
  if (known.importsUnderWay)
    return {
      may: false,
      why: 'An import is under way and may bring in more about this person. Wait until it has ended, or stop it.',
    }
  if (known.isErasing) return { may: false, why: 'This person is being erased already.' }
  return { may: true }
}

const plainName = (name: string) => name.trim().replace(/\s+/g, ' ').toLowerCase()
/** Whether a name was typed as it is written; capitals and spaces do not count. */
export const isTypedToErase = (typed: string, name: string): boolean => plainName(typed) === plainName(name)
