/** Does a confidence read as what it is? */
import { expect, it } from 'vitest'
import { saySure } from './say-sure.ts'

it.each([
  [{ confidence: 0.95, n: 4 }, 'Almost certain: 95%, from 4 sentences'],
  [{ confidence: 0.82, n: 1 }, 'Quite sure: 82%, from 1 sentence'],
  [{ confidence: 0.6, n: 120, unit: 'opportunity', units: 'opportunities' }, 'Leaning: 60%, from 120 opportunities'],
  [{ confidence: 0.2, n: 0 }, 'A guess: 20%, from 0 sentences'],
])('%o', (sure, text) => expect(saySure(sure)).toBe(text))
