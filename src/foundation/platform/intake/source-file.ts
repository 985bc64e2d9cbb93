/** What is one file of a source, wherever its bytes lie? */

/** One file inside a source. `path` is relative to the source, with `/`; `open` may start at a byte. An upload does not `reopen`. */
export type SourceFile = {
  path: string
  reopens: boolean
  open: (from?: number) => Promise<AsyncIterable<Buffer>>
  /** Of a file in an archive: what it takes there, and what it unpacks to. */
  size?: { packed: number; unpacked: number }
}
/** A file that cannot be opened at all, and why. */
export type ClosedFile = { path: string; closed: string }

/**
 * The order in which files come: by folder, then by name, by code unit. Stable across machines, so that an import can go on where it
 * stopped. Answers < 0, 0 or > 0.
 */
export function comparePaths(a: string, b: string): number {
  const left = a.split('/')
  const right = b.split('/')
  for (let at = 0; at < Math.min(left.length, right.length); at++) {
    const [x = '', y = ''] = [left[at], right[at]]
    if (x !== y) return x < y ? -1 : 1
  }
  return left.length - right.length
}

/** Whether everything inside `container` was already read when the last item was at `after`. */
export function isBehind(container: string, after: string | undefined): boolean {
  return after !== undefined && comparePaths(container, after) < 0 && !after.startsWith(`${container}/`)
}
