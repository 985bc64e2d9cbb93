/** How does the server go on speaking after a question? Server-sent events: a response that stays open and is written as things happen. */
import type { FastifyReply, FastifyRequest } from 'fastify'

export interface Push {
  /** Writes an event; false when the reader has fallen so far behind that it was cut off. */
  send: (event: string, data: unknown, id?: string) => boolean
  /** Says that the line still stands: proxies close lines that are silent. */
  beat: () => void
  close: () => void
}
/** A reader that takes nothing any more is let go; it comes back and reads on from where it was. */
const mostWaiting = 1_000_000

/** Takes the response over. `onGone` is called once, whoever ends it. */
export function pushEvents(request: FastifyRequest, reply: FastifyReply, onGone: () => void): Push {
  reply.hijack()
  const { raw } = reply
  raw.writeHead(200, {
    ...(reply.getHeaders() as Record<string, string>),
    'content-type': 'text/event-stream; charset=utf-8',
    // Nothing on the way may hold back, keep or squeeze what is sent.
    'cache-control': 'no-store, no-transform',
    'x-accel-buffering': 'no',
    connection: 'keep-alive',
  })
  request.raw.socket.setNoDelay(true)
  let isGone = false
  const gone = () => {
    if (isGone) return
    isGone = true
    onGone()
  }
  raw.on('close', gone)
  raw.on('error', gone)
  const close = () => {
    raw.end()
    gone()
  }
  const write = (text: string): boolean => {
    if (isGone) return false
    raw.write(text)
    if (raw.writableLength <= mostWaiting) return true
    raw.destroy()
    gone()
    return false
  }
  // So that the first byte comes at once.
  write(': here\n\n')
  return {
    send: (event, data, id) =>
      write(`${id === undefined ? '' : `id: ${id}\n`}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`),
    beat: () => void write(': still here\n\n'),
    close,
  }
}
