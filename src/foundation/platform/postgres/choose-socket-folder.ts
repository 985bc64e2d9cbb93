/** In which folder does the database listen? A socket's path may be 107 bytes long, no more. */
import { createHash } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const longestPathBytes = 107
const socketName = '.s.PGSQL.5432.lock'

/**
 * The folder for the socket: inside the data folder when its path is short enough, else one in the temporary folder whose
 * name follows from the data folder's, so that every start finds the same one.
 */
export function chooseSocketFolder(dataFolder: string, temporary = tmpdir()): string {
  const inside = join(dataFolder, 'socket')
  if (Buffer.byteLength(join(inside, socketName)) <= longestPathBytes) return inside
  const name = `rapport-${createHash('sha256').update(dataFolder).digest('hex').slice(0, 16)}`
  const outside = [temporary, '/tmp'].map((folder) => join(folder, name))
  return outside.find((folder) => Buffer.byteLength(join(folder, socketName)) <= longestPathBytes) ?? join('/tmp', name)
}
