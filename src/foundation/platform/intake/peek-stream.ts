/** What are the first bytes of a stream, without losing them? */
export type Peeked = { head: Buffer; rest: AsyncIterable<Buffer>; close: () => Promise<void> }

/** Reads up to `size` bytes ahead. `rest` yields everything from the first byte on, once; `close` ends the source early. */
export async function peekStream(source: AsyncIterable<Buffer>, size: number): Promise<Peeked> {
  const iterator = source[Symbol.asyncIterator]()
  const pieces: Buffer[] = []
  let held = 0
  let ended = false
  while (held < size && !ended) {
    const step = await iterator.next()
    if (step.done) ended = true
    else {
      pieces.push(step.value)
      held += step.value.length
    }
  }
  async function* rest(): AsyncGenerator<Buffer> {
    yield* pieces.splice(0)
    while (!ended) {
      const step = await iterator.next()
      if (step.done) ended = true
      else yield step.value
    }
  }
  const head = Buffer.concat(pieces).subarray(0, size)
  return {
    head,
    rest: rest(),
    close: async () => {
      ended = true
      await iterator.return?.()
    },
  }
}

/** All bytes, or null as soon as there are more than `most`. */
export async function readAll(source: AsyncIterable<Buffer>, most: number): Promise<Buffer | null> {
  const pieces: Buffer[] = []
  let size = 0
  for await (const piece of source) {
    size += piece.length
    if (size > most) return null
    pieces.push(piece)
  }
  return Buffer.concat(pieces)
}

/** The same bytes without the first `count`. */
export async function* skipBytes(source: AsyncIterable<Buffer>, count: number): AsyncGenerator<Buffer> {
  let left = count
  for await (const piece of source) {
    if (left >= piece.length) left -= piece.length
    else {
      yield left > 0 ? piece.subarray(left) : piece
      left = 0
    }
  }
}
