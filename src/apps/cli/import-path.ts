/** How does a file or folder on this machine go in? `rapport import PATH…` sends it, starts the import and tells how far it is. */
import { createReadStream } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { basename, join, relative } from 'node:path'
import { client } from '#foundation/contract/client.ts'
import { Problem } from '#foundation/contract/problem.ts'
import { imports } from '#workspace/imports/contract.ts'
import type { Reach } from './reach-server.ts'

interface Asked {
  paths: string[]
  reach: Reach
  /** Where progress goes; the result is returned. */
  tell: (line: string) => void
}

/** Imports files and folders as one import and waits until it ends. */
export async function importPath({ paths, reach, tell }: Asked) {
  if (!paths.length)
    throw new Problem(
      422,
      'Say what to import: rapport import PATH… (a mailbox, mail files, transcripts, table files, a zip or a folder of them).',
    )
  const files = (await Promise.all(paths.map(found))).flat()
  if (!files.length) throw new Problem(422, `There is no file in ${paths.join(', ')}.`)
  const api = client(imports, reach.send)
  const made = await api.create({
    name: paths
      .map((p) => basename(p))
      .join(', ')
      .slice(0, 500),
  })
  for (const [i, file] of files.entries()) {
    tell(`Sending ${i + 1} of ${files.length}: ${file.name}`)
    await reach.put(
      `/imports/${made.id}/sources?path=${encodeURIComponent(file.name)}`,
      createReadStream(file.path),
      file.byteCount,
    )
  }
  let state = await api.start({ id: made.id })
  while (['gathering', 'waiting', 'running'].includes(state.state)) {
    await new Promise((wake) => setTimeout(wake, 400))
    state = await api.get({ id: made.id })
    const share = state.bytesTotal ? Math.floor((100 * state.bytesDone) / state.bytesTotal) : 100
    tell(
      `${share} %: ${state.seenCount} seen, ${state.storedCount} stored, ${state.alreadyCount} already here, ${state.skippedCount} skipped`,
    )
  }
  if (state.state === 'failed')
    throw new Problem(
      500,
      `${state.problem ?? 'The import stopped.'} What was stored stays; go on with: rapport imports resume ${state.id}`,
    )
  return state
}

async function found(path: string): Promise<{ name: string; path: string; byteCount: number }[]> {
  const what = await stat(path).catch(() => {
    throw new Problem(404, `There is nothing at ${path}.`)
  })
  if (!what.isDirectory()) return [{ name: basename(path), path, byteCount: what.size }]
  const inside = await readdir(path, { recursive: true, withFileTypes: true })
  const files = inside
    .filter((e) => e.isFile())
    .map((e) => join(e.parentPath, e.name))
    .sort()
  return Promise.all(
    files.map(async (file) => ({
      name: join(basename(path), relative(path, file)),
      path: file,
      byteCount: (await stat(file)).size,
    })),
  )
}
