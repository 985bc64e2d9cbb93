/** As whom may the database server run? PostgreSQL refuses root, so root steps down. */
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/**
 * How to start a program as the server's user: words put before its command, and the user for `spawn`.
 * `owner` is the user to whom the server's folders must belong, seen from outside.
 */
export type ServerUser = {
  readonly name: string
  readonly before: readonly string[]
  readonly uid?: number
  readonly gid?: number
  readonly owner?: { readonly uid: number; readonly gid: number }
}

const itself: ServerUser = { name: 'the current user', before: [] }

const namedUsers = (): readonly ServerUser[] => {
  const lines = readFileSync('/etc/passwd', 'utf8').split('\n')
  return ['postgres', 'nobody'].flatMap((name) => {
    const [, , uid, gid] = lines.find((line) => line.startsWith(`${name}:`))?.split(':') ?? []
    if (uid === undefined || gid === undefined || uid === '0') return []
    const owner = { uid: Number(uid), gid: Number(gid) }
    return [{ name, before: [], ...owner, owner }]
  })
}

// 65534 has a name (nobody) in every passwd file we know of; the files stay root's own.
const inNamespace: ServerUser = {
  name: 'a user namespace',
  before: ['unshare', '--user', '--map-user=65534', '--map-group=65534', '--'],
  owner: { uid: 0, gid: 0 },
}

/** Runs a command as that user and says whether it succeeded. */
export function succeedsAs(user: ServerUser, command: readonly string[]): boolean {
  const [program = '', ...rest] = [...user.before, ...command]
  const { uid, gid } = user
  const result = spawnSync(program, rest, {
    stdio: 'ignore',
    cwd: '/',
    env: { PATH: process.env.PATH ?? '/usr/bin:/bin' },
    ...(uid === undefined ? {} : { uid, gid }),
  })
  return result.status === 0
}

/**
 * Chooses the user who can reach every one of the folders.
 * @param folders must exist; the server will read and write below them
 * @throws Error with the cure when root finds nobody
 */
export function chooseUser(folders: readonly string[], runsAsRoot = process.getuid?.() === 0): ServerUser {
  if (!runsAsRoot) return itself
  const script = 'for folder in "$@"; do cd "$folder" || exit 1; done'
  const found = [...namedUsers(), inNamespace].find((user) => succeedsAs(user, ['sh', '-c', script, 'sh', ...folders]))
  if (found) return found
  throw new Error(
    `PostgreSQL refuses to run as root, and no other user of this machine can reach ${folders.join(' and ')}.\n` +
      '  Cure: start Rapport as an ordinary user, or set RAPPORT_DATA to a folder that all may pass through, such as /var/lib/rapport.',
  )
}
