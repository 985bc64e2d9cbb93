import { describe, expect, it } from 'vitest'
import { houseRules, readHouse } from './house-rules.ts'

const house = readHouse('.')

describe('the house', () => {
  it('was found', () => {
    expect(house.files.length).toBeGreaterThan(100)
  })
  for (const [sentence, findViolations] of Object.entries(houseRules)) {
    it(sentence, () => {
      expect(findViolations(house)).toEqual([])
    })
  }
})
