/** How does a test play the program at the other end of a webhook? A real HTTP server that notes what comes and answers as it is told. */
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface Came {
  path: string
  headers: IncomingHttpHeaders
  body: string
}
type Answer = (response: ServerResponse, came: Came) => void

export interface Receiver {
  url: string
  came: Came[]
  /** How the next requests are answered; 204 unless told otherwise. */
  answer: Answer
  /** Resolves when so many requests have come. */
  hasCome: (count: number) => Promise<void>
  close: () => Promise<void>
}

export const answerWith =
  (status: number, headers: Record<string, string> = {}, text = ''): Answer =>
  (response) =>
    void response.writeHead(status, headers).end(text)

/** Opens one on this machine. */
export async function openReceiver(): Promise<Receiver> {
  const waiting: { count: number; wake: () => void }[] = []
  const server = createServer((request, response) => {
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () => {
      const came = { path: request.url ?? '', headers: request.headers, body: Buffer.concat(parts).toString() }
      receiver.came.push(came)
      receiver.answer(response, came)
      for (const one of waiting) if (receiver.came.length >= one.count) one.wake()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const receiver: Receiver = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    came: [],
    answer: answerWith(204),
    hasCome: (count) =>
      new Promise((wake) => {
        if (receiver.came.length >= count) wake()
        else waiting.push({ count, wake })
      }),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
  return receiver
}
