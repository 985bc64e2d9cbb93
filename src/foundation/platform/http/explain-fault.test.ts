/** Is every refusal said in plain words, and nothing of an unexpected one? */
import { describe, expect, it } from 'vitest'
import { Problem } from '#foundation/contract/problem.ts'
import { explainFault } from './explain-fault.ts'

const ofDatabase = (code: string, detail?: string) => Object.assign(new Error('select secret from words'), { code, detail })

describe('explainFault', () => {
  it.each([
    ['23505', 'Key (workspace_id, account_id)=(1, 2) already exists.', 409, ['accountId']],
    ['23503', 'Key (workspace_id, stage_id)=(1, 2) is not present in table "stages".', 409, ['stageId']],
    ['23503', 'Key (workspace_id, id)=(1, 2) is still referenced from table "needs".', 409, []],
    ['22P05', undefined, 422, []],
    ['57014', undefined, 503, []],
  ])('says %s of the database as a problem', (code, detail, status, paths) => {
    const { problem, known } = explainFault(ofDatabase(code, detail))
    expect([problem.status, problem.errors.map((e) => e.path), known]).toEqual([status, paths, true])
    expect(problem.message).not.toContain('select')
  })
  it('passes problems on, and hides the inside of the rest', () => {
    const own = new Problem(404, 'There is no such need.')
    expect(explainFault(own).problem).toBe(own)
    const { problem, known } = explainFault(ofDatabase('42601'))
    expect([problem.status, known]).toEqual([500, false])
    expect(JSON.stringify(problem)).not.toContain('select')
  })
})
