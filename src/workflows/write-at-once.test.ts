/** When two people write the same, are both told, and is anything lost? When they write different fields, do both stand? */
import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { freshServer } from '#test/server/with-server.ts'

const server = await freshServer()
const olga = await server.firstRun()
const bo = await server.join(olga, { email: 'bo@vendor.example', role: 'member' })
const make = async (given: object = {}) =>
  (await olga.post('/api/accounts', { name: `Account ${randomUUID()}`, industry: 'Steel', ...given })).body

it('answers the second writer of a field with both values, who and when; nothing of the request is written', async () => {
  const seen = await make()
  await bo.patch(`/api/accounts/${seen.id}`, { industry: 'Flour', base: { industry: 'Steel' } })
  const said = await olga.patch(`/api/accounts/${seen.id}`, {
    industry: 'Wood',
    country: 'Spain',
    base: { industry: seen.industry, country: seen.country },
  })
  expect(said.status).toBe(409)
  expect(said.headers['content-type']).toContain('application/problem+json')
  expect(said.body).toMatchObject({
    errors: [{ path: 'industry' }],
    conflicts: [{ field: 'industry', label: 'Industry', yours: 'Wood', theirs: 'Flour', by: 'bo' }],
  })
  expect(Date.parse(said.body.conflicts[0].at)).toBeGreaterThan(0)
  expect((await olga.get(`/api/accounts/${seen.id}`)).body).toMatchObject({ industry: 'Flour', country: null })
  // Having seen theirs, the writer may say that it is to be so all the same.
  const again = await olga.patch(`/api/accounts/${seen.id}`, { industry: 'Wood', base: { industry: 'Flour' } })
  expect([again.status, again.body.industry]).toEqual([200, 'Wood'])
})

it('lets both stand who write different fields, or the same value, or say no base', async () => {
  const seen = await make()
  const { name, industry } = seen
  await bo.patch(`/api/accounts/${seen.id}`, { country: 'Norway', base: { country: null } })
  expect((await olga.patch(`/api/accounts/${seen.id}`, { industry: 'Wood', base: { industry, country: null } })).status).toBe(200)
  expect((await bo.patch(`/api/accounts/${seen.id}`, { industry: 'Wood', base: { industry } })).status).toBe(200)
  expect((await bo.patch(`/api/accounts/${seen.id}`, { industry: 'Last' })).status).toBe(200)
  expect((await olga.get(`/api/accounts/${seen.id}`)).body).toMatchObject({ name, industry: 'Last', country: 'Norway' })
})

it('refuses exactly one of two who write at the same moment', async () => {
  const seen = await make()
  const write = (who: typeof bo, industry: string) =>
    who.patch(`/api/accounts/${seen.id}`, { industry, base: { industry: seen.industry } })
  const both = await Promise.all([write(olga, 'One'), write(bo, 'Two')])
  expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
})

it('tells theirs by its title where a field refers to another row', async () => {
  const [first, second] = [await make(), await make({ name: 'Where Bo sees her' })]
  const person = (await olga.post('/api/people', { name: 'Ada', accountId: first.id })).body
  await bo.patch(`/api/people/${person.id}`, { accountId: second.id })
  const said = await olga.patch(`/api/people/${person.id}`, { accountId: null, base: { accountId: first.id } })
  expect(said.body.conflicts[0]).toMatchObject({ theirs: second.id, theirsText: 'Where Bo sees her', yours: null })
})

it('names the cells of a block that others changed, and writes the rest', async () => {
  const [taken, free] = [await make(), await make()]
  await bo.patch(`/api/accounts/${taken.id}`, { industry: 'Flour' })
  const said = await olga.patch('/api/objects/accounts/rows', {
    cells: [taken, free].map(({ id }) => ({ id, set: { industry: 'Wood' }, base: { industry: 'Steel' } })),
  })
  expect(said.body.rows.map((row: { id: string }) => row.id)).toEqual([free.id])
  expect(said.body.refused).toMatchObject([{ id: taken.id, conflicts: [{ field: 'industry', theirs: 'Flour', yours: 'Wood' }] }])
})
