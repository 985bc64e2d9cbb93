import { describe, expect, it } from 'vitest'
import { joinNeeds } from './join-needs.ts'

const need = (category: string, ...wordings: string[]) => ({ category, wordings })

describe('needs told again', () => {
  it('join the one they repeat, by any wording it is known by', () => {
    const known = [
      need('security', 'Hosting in the EU', 'must be hosted inside the European Union'),
      need('data', 'Nightly CSV', 'export of all orders'),
    ]
    expect(joinNeeds([need('data', 'an export of the orders')], known)).toEqual([{ known: 1 }])
    expect(joinNeeds([need('security', 'EU hosting')], known)).toEqual([{ known: 0 }])
  })

  it('stay apart when a word or the category alone is shared', () => {
    const known = [need('data', 'export of all orders to the warehouse system')]
    expect(joinNeeds([need('data', 'import of supplier invoices from a spreadsheet')], known)).toEqual([null])
    expect(joinNeeds([need('training', 'manuals for the warehouse staff in German')], known)).toEqual([null])
  })

  it('join one another', () => {
    expect(
      joinNeeds([need('data', 'nightly export'), need('cost', 'a lower fee'), need('data', 'export every night, nightly')], []),
    ).toEqual([null, null, { found: 0 }])
  })
})
