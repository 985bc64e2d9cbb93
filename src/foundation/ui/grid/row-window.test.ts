import { expect, it } from 'vitest'
import { openRowWindow } from './row-window.ts'

interface Thing {
  id: string
  says: string
}
const idAt = (n: number) => String(n).padStart(6, '0')
const things = (count: number): Thing[] => Array.from({ length: count }, (_, n) => ({ id: idAt(n), says: `thing ${n}` }))

/** A list behind a keyset door, as the server has it. */
function served(rows: Thing[], size = 50) {
  const asked: (string | null)[] = []
  const fetch = async (after: string | null, wider: boolean) => {
    asked.push(after)
    const from = after === null ? 0 : rows.findIndex((row) => row.id > after)
    const page = from < 0 ? [] : rows.slice(from, from + size + (wider ? 10 : 0))
    const last = page.at(-1)
    return { rows: page, next: last && rows.at(-1) !== last ? last.id : null }
  }
  return { asked, fetch, rows }
}
const settled = () => new Promise((wake) => setImmediate(wake))

it('walks a long list to its end and holds only what is near', async () => {
  const list = served(things(5_000))
  const window = openRowWindow({ fetch: list.fetch, idOf: (row) => row.id, hold: 6, ahead: 20 })
  window.look(0, 20)
  await settled()
  for (let at = 0; !window.state().ended; at = window.state().count - 1) {
    window.look(Math.max(0, at - 20), at)
    await settled()
  }
  expect(window.state().count).toBe(5_000)
  const held = () => Array.from({ length: 5_000 }, (_, n) => window.at(n)).filter(Boolean).length
  expect(held()).toBeLessThanOrEqual(300)
  expect(window.at(4_999)?.says).toBe('thing 4999')
  expect(window.at(2_500)).toBeUndefined()
  window.look(2_480, 2_510)
  await settled()
  expect(window.at(2_500)?.says).toBe('thing 2500')
  expect(held()).toBeLessThanOrEqual(300)
})

it('shows a change at once and puts it back', async () => {
  const list = served(things(10))
  const window = openRowWindow({ fetch: list.fetch, idOf: (row) => row.id })
  window.look(0, 9)
  await settled()
  const putBack = window.change(idAt(3), (row) => ({ ...row, says: 'changed' }))
  expect(window.at(3)?.says).toBe('changed')
  putBack()
  expect(window.at(3)?.says).toBe('thing 3')
})

it('asks again after rows came and went, without showing one twice', async () => {
  const list = served(things(400))
  const window = openRowWindow({ fetch: list.fetch, idOf: (row) => row.id, ahead: 1 })
  for (let at = 0; !window.state().ended; at = window.state().count - 1) {
    window.look(0, at)
    await settled()
  }
  list.rows.splice(120, 3)
  list.rows.splice(10, 0, { id: '000009a', says: 'new' })
  window.look(0, 399)
  window.refresh()
  await settled()
  const shown = Array.from({ length: window.state().count }, (_, n) => window.at(n)?.id)
  expect(shown).toEqual(list.rows.map((row) => row.id))
})

it('begins anew where more rows came than a page can say', async () => {
  const list = served(things(200))
  const window = openRowWindow({ fetch: list.fetch, idOf: (row) => row.id, ahead: 1 })
  for (let at = 0; !window.state().ended; at = window.state().count - 1) {
    window.look(0, at)
    await settled()
  }
  list.rows.splice(20, 0, ...Array.from({ length: 40 }, (_, n) => ({ id: `000019-${idAt(n)}`, says: 'new' })))
  window.look(0, 199)
  window.refresh()
  await settled()
  window.look(0, 239)
  await settled()
  const shown = Array.from({ length: window.state().count }, (_, n) => window.at(n)?.id)
  expect(shown).toEqual(list.rows.map((row) => row.id))
})

it('keeps its rows when asking fails, and says so', async () => {
  const list = served(things(120))
  let fails = false
  const window = openRowWindow({
    fetch: (after, wider) => (fails ? Promise.reject(new Error('no')) : list.fetch(after, wider)),
    idOf: (row) => row.id,
    ahead: 1,
  })
  window.look(0, 10)
  await settled()
  fails = true
  window.look(0, 49)
  await settled()
  expect(window.state()).toMatchObject({ count: 50, ready: true })
  expect(String(window.state().error)).toContain('no')
  fails = false
  window.refresh()
  await settled()
  expect(window.state().count).toBe(110)
})
