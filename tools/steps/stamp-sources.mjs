/** Did the sources change since the last build? By content, not by date: a checkout or a copy changes dates alone. */
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

const filesBelow = (folder) =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    : []

/** One hash over the paths and contents of all files below the folders that `counts` accepts, and of single files. */
export function hashSources(root, folders, singles, counts) {
  const hash = createHash('sha256')
  const below = folders.flatMap((folder) => filesBelow(join(root, folder))).filter(counts)
  const all = [...below, ...singles.map((file) => join(root, file)).filter(existsSync)]
  for (const file of all.sort()) hash.update(file.slice(root.length)).update('\0').update(readFileSync(file)).update('\0')
  return hash.digest('hex')
}

/** Whether the stamp in the file says the same. */
export const isStamped = (file, stamp) => existsSync(file) && readFileSync(file, 'utf8') === stamp

/** Writes the stamp: only after what it stands for is whole. */
export function writeStamp(file, stamp) {
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, stamp)
}
