/** How do bytes of any size go in and out, without being held in memory? */
import type { Readable } from 'node:stream'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Problem } from '#foundation/contract/problem.ts'
import type { FileStore, Kept } from '../file-store.ts'

/** Lets routes of `app` take a stream as their body. Register it in a scope of its own. */
export function takeStreams(app: FastifyInstance): void {
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('*', (_request, payload, done) => done(null, payload))
}

/** Keeps what a request brings. @throws Problem 413 past `most` bytes, 422 without a body */
export async function keepBody(request: FastifyRequest, files: FileStore, most: number): Promise<Kept> {
  const said = Number(request.headers['content-length'])
  if (said > most) throw tooLarge(most)
  const body = request.body as Readable | undefined
  if (!body) throw new Problem(422, 'Send the bytes of the file as the body, with "content-type: application/octet-stream".')
  try {
    return await files.keep(body, most)
  } catch (error) {
    if (error instanceof RangeError) throw tooLarge(most)
    if ((error as NodeJS.ErrnoException).code === 'ERR_STREAM_PREMATURE_CLOSE' || request.raw.aborted)
      throw new Problem(400, 'The upload ended before the file did. Send it again.')
    if ((error as NodeJS.ErrnoException).code === 'ENOSPC') throw new Problem(503, 'The disk of the data folder is full.')
    throw error
  }
}

const tooLarge = (most: number): Problem =>
  new Problem(413, `One file may have ${(most / 1e6).toLocaleString('en')} MB. Split it, or raise MAX_UPLOAD_BYTES.`)

/** Sends a kept file as something to save, never to run or show: what customers attach is not trusted. */
export function sendFile(
  reply: FastifyReply,
  files: FileStore,
  file: { name: string; byteCount: number; sha256: string },
): FastifyReply {
  const plain = file.name.replace(/[^\x20-\x7e]|["\\/]/g, '_').slice(0, 150)
  return reply
    .header(
      'content-disposition',
      `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(file.name).replace(/['()*]/g, escapeMore)}`,
    )
    .header('content-security-policy', "default-src 'none'; sandbox")
    .header('x-content-type-options', 'nosniff')
    .header('content-length', file.byteCount)
    .header('cache-control', 'private, max-age=3600')
    .header('etag', `"${file.sha256}"`)
    .type('application/octet-stream')
    .send(files.open(file.sha256))
}

const escapeMore = (c: string): string => `%${c.charCodeAt(0).toString(16).toUpperCase()}`
