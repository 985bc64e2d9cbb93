/** How do rows stream out of PostgreSQL and in again? COPY, spoken over the connection of `pg`, with never more than a few megabytes in hand. */
import { once } from 'node:events'
import type { Socket } from 'node:net'
import type pg from 'pg'

/** What `pg` gives a query of one's own; its types leave COPY out. */
type Wire = {
  readonly stream: Socket
  readonly query: (text: string) => void
  readonly sendCopyFromChunk: (bytes: Buffer) => void
  readonly endCopyFrom: () => void
  readonly sendCopyFail: (why: string) => void
}
type Heard = { readonly text?: string; readonly chunk?: Buffer }
type Ears = { readonly data?: (chunk: Buffer, wire: Wire) => void; readonly ready?: (wire: Wire) => void }

/** Puts a COPY statement into the line of the client's questions; resolves to the number of rows once the server has closed it. */
function submit(client: pg.Client, statement: string, { data, ready }: Ears): Promise<number> {
  return new Promise((resolve, reject) => {
    let rowCount = 0
    const nothing = () => {}
    const query = {
      submit: (wire: Wire) => wire.query(statement),
      handleRowDescription: nothing,
      handleDataRow: nothing,
      handlePortalSuspended: nothing,
      handleEmptyQuery: nothing,
      handleCopyInResponse: (wire: Wire) => ready?.(wire),
      handleCopyData: ({ chunk }: Heard, wire: Wire) => chunk && data?.(chunk, wire),
      handleCommandComplete: ({ text }: Heard) => {
        rowCount = Number(/^COPY (\d+)/.exec(text ?? '')?.[1] ?? 0)
      },
      handleReadyForQuery: () => resolve(rowCount),
      handleError: (error: Error, wire: Wire | undefined) => {
        wire?.stream.resume()
        reject(error)
      },
      callback: nothing,
    }
    client.query(query as unknown as pg.Submittable)
  })
}

const pieceBytes = 4_000_000

/**
 * Streams the answer of `copy … to stdout`. `row` sees each row as it comes, in bytes that are its own only until it returns;
 * `piece` gets whole rows, a few megabytes at a time, one after the other.
 * @returns the number of rows
 */
export async function copyOut(
  client: pg.Client,
  statement: string,
  row: (bytes: Buffer) => void,
  piece: (bytes: Buffer) => Promise<void>,
): Promise<number> {
  let rows: Buffer[] = []
  let size = 0
  let waiting = 0
  let worked: Promise<void> = Promise.resolve()
  let fault: { readonly error: unknown } | undefined
  const pass = (wire?: Wire) => {
    const whole = Buffer.concat(rows, size)
    rows = []
    size = 0
    waiting += 1
    // One piece is worked on while the next one is collected; then the server waits.
    if (waiting > 1) wire?.stream.pause()
    worked = worked
      .then(() => (fault ? undefined : piece(whole)))
      .catch((error: unknown) => {
        fault ??= { error }
      })
      .finally(() => {
        waiting -= 1
        wire?.stream.resume()
      })
  }
  const data = (chunk: Buffer, wire: Wire) => {
    row(chunk)
    // The parser uses its buffer again.
    rows.push(Buffer.from(chunk))
    size += chunk.length
    if (size >= pieceBytes) pass(wire)
  }
  const count = await submit(client, statement, { data }).finally(() => worked)
  if (size > 0) pass()
  await worked
  if (fault) throw fault.error
  return count
}

/** A `copy … from stdin` under way. */
export type CopyIn = {
  readonly write: (bytes: Buffer) => Promise<void>
  /** @returns the number of rows that the server stored */
  readonly end: () => Promise<number>
}

const sliceBytes = 1 << 18

/** Begins to stream rows in. @throws Error of the server, from whatever is awaited next */
export async function copyIn(client: pg.Client, statement: string): Promise<CopyIn> {
  let open: (wire: Wire) => void = () => {}
  const opened = new Promise<Wire>((resolve) => {
    open = resolve
  })
  const stored = submit(client, statement, { ready: open })
  stored.catch(() => {})
  const failed = stored.then(() => undefined as never)
  failed.catch(() => {})
  const wire = await Promise.race([opened, failed])
  return {
    async write(bytes) {
      for (let at = 0; at < bytes.length; at += sliceBytes) {
        wire.sendCopyFromChunk(bytes.subarray(at, at + sliceBytes))
        if (wire.stream.writableNeedDrain) await Promise.race([once(wire.stream, 'drain'), failed])
      }
    },
    end: async () => {
      wire.endCopyFrom()
      return stored
    },
  }
}
