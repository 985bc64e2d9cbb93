/** How does a request of the browser travel? With the session's cookie; a problem comes back as what the server said. */
import { noteChangeSet, type Send } from '#foundation/contract/client.ts'
import { Problem, ProblemBody, type ProblemStatus } from '#foundation/contract/problem.ts'
import { beginWrite } from '#foundation/ui/heard-changes.ts'

/** Sends one operation. Somebody who is not signed in is led to the sign-in page, and back afterwards. */
export const send: Send = async (method, path, body) => {
  if (method === 'GET') return ask(method, path, body)
  const wrote = beginWrite()
  let changeSets = ''
  try {
    return await ask(method, path, body, (ids) => {
      changeSets = ids
    })
  } finally {
    wrote(changeSets.split(','))
  }
}

async function ask(method: string, path: string, body: unknown, wrote?: (changeSetIds: string) => void): Promise<unknown> {
  const asked: RequestInit = {
    method,
    headers: body === undefined ? {} : { 'content-type': 'application/json' },
    credentials: 'same-origin',
  }
  if (body !== undefined) asked.body = JSON.stringify(body)
  const answer = await fetch(`/api${path}`, asked).catch(() => {
    throw new Problem(503, 'The server does not answer. Check that Rapport is running, then try again.')
  })
  const text = await answer.text()
  if (answer.ok) {
    const value: unknown = text ? JSON.parse(text) : null
    const changeSetId = answer.headers.get('x-change-set')
    if (changeSetId) {
      noteChangeSet(value, changeSetId)
      wrote?.(changeSetId)
    }
    return value
  }
  if (answer.status === 401 && !location.pathname.startsWith('/sign-in'))
    location.assign(`/sign-in?to=${encodeURIComponent(location.pathname + location.search)}`)
  throw problemIn(answer.status, text)
}

/** Reads an RFC 9457 body; what is not one is said in plain words. */
export function problemIn(status: number, text: string): Problem {
  try {
    const body = ProblemBody.parse(JSON.parse(text))
    return new Problem(status as ProblemStatus, body.detail ?? body.title, body.errors ?? [], body.retryAfter, body.conflicts)
  } catch {
    return new Problem(
      status as ProblemStatus,
      `The server answered ${status}. Try again; if it stays so, look at the server's log.`,
    )
  }
}

/** Takes back what one request wrote: its change sets, as the server named them, the last first. */
export async function takeBack(changeSetIds: string): Promise<void> {
  for (const id of changeSetIds.split(',').reverse()) await send('POST', `/changes/${id}/undo`, {})
}
