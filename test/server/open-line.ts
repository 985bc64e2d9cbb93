/** How does a test listen to the program? As a browser does: one response that stays open, read event by event. */

export interface Told {
  event: string
  id: string
  data: ReturnType<typeof JSON.parse>
}
export interface Line {
  status: number
  headers: Headers
  /** Everything told so far. */
  told: Told[]
  /** The pointers told so far, of all events. */
  pointers: () => { object: string; ids: string[]; by: string; more: boolean; changeSetId: string }[]
  /** Resolves when the server has ended it. */
  ended: Promise<void>
  close: () => void
}

/** Opens a line to a server that listens. @param after the last id that was heard before */
export async function openLine(url: string, headers: Record<string, string>, after?: string): Promise<Line> {
  const ending = new AbortController()
  const answer = await fetch(`${url}/api/live`, {
    headers: { ...headers, ...(after === undefined ? {} : { 'last-event-id': after }) },
    signal: ending.signal,
  })
  const told: Told[] = []
  const ended = read(answer, told).catch(() => undefined)
  return {
    status: answer.status,
    headers: answer.headers,
    told,
    pointers: () => told.flatMap(({ event, data }) => (event === 'rows' ? data : [])),
    ended,
    close: () => ending.abort(),
  }
}

async function read(answer: Response, told: Told[]): Promise<void> {
  const words = new TextDecoder()
  let text = ''
  for await (const part of answer.body ?? []) {
    text += words.decode(part as Uint8Array, { stream: true })
    const blocks = text.split('\n\n')
    text = blocks.pop() ?? ''
    for (const block of blocks) {
      const lines = new Map(
        block.split('\n').map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 2)]),
      )
      const event = lines.get('event')
      if (event) told.push({ event, id: lines.get('id') ?? '', data: JSON.parse(lines.get('data') ?? 'null') })
    }
  }
}
