/** Does signing in leave the rest of the program as fast as it was: is no promise followed once nobody signs in any more? */
import { AsyncLocalStorage, executionAsyncId } from 'node:async_hooks'
import { expect, it } from 'vitest'
import { freshServer } from '#test/server/with-server.ts'
import { restBetween } from './rest-contexts.ts'

/** Below Node 24 promises have numbers of their own while somebody follows them, and none otherwise. */
async function isFollowed(): Promise<boolean> {
  await null
  const first = executionAsyncId()
  await null
  return executionAsyncId() !== first
}

it('is at rest again after somebody signed in', async () => {
  const server = await freshServer()
  const before = await isFollowed()
  await server.firstRun()
  await expect.poll(isFollowed, { timeout: 30_000, interval: 250 }).toBe(before)
})

it('keeps what one piece of work holds while another ends, and rests after the last', async () => {
  const storage = new AsyncLocalStorage<string>()
  const inside = restBetween(() => [storage, 'not a storage'])
  let open = () => {}
  const opened = new Promise<void>((resolve) => {
    open = resolve
  })
  const long = inside(() =>
    storage.run('long', async () => {
      await opened
      return storage.getStore()
    }),
  )
  await expect(inside(() => storage.run('short', () => Promise.reject(new Error('no'))))).rejects.toThrow('no')
  await new Promise((wake) => setTimeout(wake, 1_300))
  open()
  expect(await long).toBe('long')
  storage.enterWith('here')
  await expect.poll(() => storage.getStore(), { timeout: 30_000, interval: 250 }).toBeUndefined()
})
