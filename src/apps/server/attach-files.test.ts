/** Does a file laid with an account come back as it was, as something to save, and only to those who may see it? */
import { describe, expect, it } from 'vitest'
import { freshServer } from '#test/server/with-server.ts'

const server = await freshServer({ maxUploadBytes: 1000 })
const olga = await server.firstRun()
const account = (await olga.post('/api/accounts', { name: 'Harbour Line' })).body
const octets = { 'content-type': 'application/octet-stream' }
const put = (query: Record<string, string>, bytes: string) =>
  olga.ask('PUT', `/api/files?${new URLSearchParams(query)}`, bytes, octets)

describe('a file', () => {
  it('is laid with an account, listed, saved, taken away, and brought back by undo', async () => {
    const page = '<script>alert(1)</script>'
    const added = await put({ name: 'C:\\fakepath\\plan.html', mediaType: 'text/html', accountId: account.id }, page)
    expect(added.body).toMatchObject({ name: 'plan.html', byteCount: page.length, addedByName: 'Olga', accountId: account.id })
    const list = async () => (await olga.get(`/api/attached-files?accountId=${account.id}`)).body.rows
    expect((await list()).map((f: { name: string }) => f.name)).toEqual(['plan.html'])
    const content = `/api/files/${added.body.fileId}/content`
    const sent = await olga.get(content)
    expect([sent.status, sent.body]).toEqual([200, page])
    expect(sent.headers['content-disposition']).toContain('attachment; filename="plan.html"')
    expect(sent.headers['content-security-policy']).toBe("default-src 'none'; sandbox")
    expect(sent.headers['content-type']).toBe('application/octet-stream')
    expect(sent.headers['x-content-type-options']).toBe('nosniff')

    const gone = await olga.remove(`/api/attached-files/${added.body.id}`)
    expect([await list(), (await olga.get(content)).status]).toEqual([[], 404])
    await olga.post(`/api/changes/${gone.body.changeSetId}/undo`)
    expect(await list()).toHaveLength(1)
    expect((await olga.get(content)).body).toBe(page)
    expect((await olga.remove(`/api/accounts/${account.id}`)).status).toBe(409)
  })

  it('is refused too large, nowhere, in two places, and with what is not there', async () => {
    expect((await put({ name: 'big', accountId: account.id }, 'x'.repeat(1001))).status).toBe(413)
    expect((await put({ name: 'lost' }, 'x')).status).toBe(422)
    expect((await put({ name: 'both', accountId: account.id, personId: account.id }, 'x')).status).toBe(422)
    expect((await put({ name: 'none', personId: account.id }, 'x')).status).toBe(404)
    expect((await server.browser().ask('PUT', `/api/files?name=x&accountId=${account.id}`, 'x', octets)).status).toBe(401)
  })
})
