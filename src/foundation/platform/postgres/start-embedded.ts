/** How does the database of this data folder come to run, whoever starts us and whatever happened before? */
import {
  accessSync,
  chmodSync,
  chownSync,
  constants,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { join, resolve } from 'node:path'
import { chooseSocketFolder } from './choose-socket-folder.ts'
import { chooseUser, type ServerUser, succeedsAs } from './choose-user.ts'
import { configureCluster, configureServer, type Temper } from './configure-server.ts'
import { copyBinaries, findBinaries, linkLibraries, majorOf } from './find-binaries.ts'
import { type Healed, healCluster } from './heal-cluster.ts'
import { holdFolder } from './hold-folder.ts'
import { type Running, runServer, runToEnd, waitUntilReady } from './run-server.ts'

/** How to reach a server: what `pg` takes as a configuration. */
export type Address = { readonly host: string; readonly port: number; readonly user: string; readonly database: string }

/** A running embedded server. `adopted` means that another program of ours started it: `stop` then leaves it alone. */
export type Embedded = {
  readonly socketFolder: string
  readonly port: number
  /** The superuser of the cluster, database `postgres`. */
  readonly admin: Address
  readonly adopted: boolean
  readonly healed: Healed
  readonly stop: () => Promise<void>
}

/** What `startEmbedded` asks for. */
export type StartOptions = {
  readonly dataFolder: string
  readonly log: (line: string) => void
  /** Use the server of another living program on this folder instead of refusing: what a command-line tool wants. */
  readonly mayShare?: boolean
  readonly temper?: Temper
  /** Tests: the whole data folder goes when the server has stopped, even after kill -9. */
  readonly removeAfterwards?: boolean
  /** Tests: where the programs of PostgreSQL lie, instead of in node_modules. */
  readonly programs?: string
}

const port = 5432

const adminOf = (socketFolder: string): Address => ({ host: socketFolder, port, user: 'postgres', database: 'postgres' })

const giveTo = (path: string, owner: { readonly uid: number; readonly gid: number }): void => {
  const now = lstatSync(path)
  if (now.uid !== owner.uid) chownSync(path, owner.uid, owner.gid)
  if (now.isDirectory()) for (const name of readdirSync(path)) giveTo(join(path, name), owner)
}

const ownFolder = (folder: string, user: ServerUser): void => {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  if (user.owner && lstatSync(folder).uid !== user.owner.uid) giveTo(folder, user.owner)
  if (user.owner || lstatSync(folder).uid === process.getuid?.()) chmodSync(folder, 0o700)
}

const reachableBinaries = (user: ServerUser, native: string, dataFolder: string): string => {
  const usable = linkLibraries(native) && succeedsAs(user, [join(native, 'bin', 'postgres'), '--version'])
  return usable ? native : copyBinaries(native, join(dataFolder, 'programs'))
}

const createCluster = (user: ServerUser, native: string, cluster: string, temper: Temper): void => {
  // A half-made cluster (power cut during the first start) is thrown away: it becomes the cluster by one rename.
  const draft = `${cluster}.draft`
  rmSync(draft, { recursive: true, force: true })
  ownFolder(draft, user)
  runToEnd(user, [join(native, 'bin', 'initdb'), ...configureCluster(draft, temper)], '/')
  renameSync(draft, cluster)
}

const checkVersion = (native: string, cluster: string): void => {
  const made = readFileSync(join(cluster, 'PG_VERSION'), 'utf8').trim()
  const ours = majorOf(native)
  if (ours === undefined || made === ours) return
  throw new Error(
    `The database in ${cluster} was made by PostgreSQL ${made}; this Rapport brings ${ours}.\n  Cure: "npm start" or "./rapport upgrade" carries it over; or go on with the version of Rapport that made it.`,
  )
}

const isRoot = (): boolean => process.getuid?.() === 0

const prepareFolder = (given: string): string => {
  const folder = resolve(given)
  try {
    mkdirSync(folder, { recursive: true, mode: isRoot() ? 0o711 : 0o700 })
    const real = realpathSync(folder)
    // The server's user passes through to its own folders; it lists nothing here.
    if (isRoot() && (statSync(real).mode & 0o011) !== 0o011) chmodSync(real, 0o711)
    accessSync(real, constants.W_OK)
    const cluster = join(real, 'postgres')
    const uid = existsSync(cluster) ? statSync(cluster).uid : process.getuid?.()
    if (!isRoot() && uid !== process.getuid?.())
      throw new Error(`its database belongs to another user (number ${uid}), perhaps because root started it before`)
    return real
  } catch (error) {
    throw new Error(
      `The data folder ${folder} cannot be used: ${(error as Error).message}\n  Cure: set RAPPORT_DATA to a folder that this user may write, or start as the user who did before.`,
    )
  }
}

const attempts = 40

// After kill -9 of a server its last backends end within moments; until then their shared memory keeps a new server out.
const runPatiently = async (run: () => Running, admin: Address, logFile: string): Promise<Running> => {
  for (let attempt = 1; ; attempt += 1) {
    const running = run()
    try {
      await waitUntilReady(running, admin, logFile)
      return running
    } catch (error) {
      await running.stop()
      if (attempt === attempts || !(error as Error).message.includes('still in use')) throw error
      await new Promise((resolve) => setTimeout(resolve, 250))
    }
  }
}

/**
 * Starts the PostgreSQL of a data folder, making it on the first start and healing what a hard end left behind.
 * @throws Error when another living program holds the folder and sharing was not asked for
 */
export async function startEmbedded({
  dataFolder: given,
  log,
  mayShare = false,
  temper = 'durable',
  removeAfterwards = false,
  programs = findBinaries(),
}: StartOptions): Promise<Embedded> {
  const dataFolder = prepareFolder(given)
  const cluster = join(dataFolder, 'postgres')
  const socketFolder = chooseSocketFolder(dataFolder)
  const admin = adminOf(socketFolder)
  const logFile = join(dataFolder, 'postgres.log')
  const held = holdFolder(dataFolder)
  if ('holder' in held) {
    if (mayShare) {
      // The other program may still be starting it.
      await waitUntilReady({ ended: new Promise(() => {}) }, admin, logFile)
      return { socketFolder, port, admin, adopted: true, healed: 'nothing', stop: async () => {} }
    }
    throw new Error(
      `Rapport already runs on ${dataFolder} (process ${held.holder.pid}).\n  Cure: use that one, stop it with "kill ${held.holder.pid}", or set RAPPORT_DATA and PORT for a second one.`,
    )
  }
  try {
    const user = chooseUser([dataFolder])
    const native = reachableBinaries(user, programs, dataFolder)
    if (removeAfterwards && user.owner) chownSync(dataFolder, user.owner.uid, user.owner.gid)
    ownFolder(socketFolder, user)
    const healed = existsSync(cluster) ? await healCluster(cluster, socketFolder) : 'nothing'
    if (healed !== 'nothing') log(`The last run ended hard (${healed}); the database heals itself.`)
    if (!existsSync(cluster)) {
      log('Creating the database folder, once.')
      createCluster(user, native, cluster, temper)
    }
    ownFolder(cluster, user)
    checkVersion(programs, cluster)
    if (existsSync(logFile) && statSync(logFile).size > 5_000_000) renameSync(logFile, `${logFile}.1`)
    const command = [join(native, 'bin', 'postgres'), '-D', cluster, ...configureServer(socketFolder, temper)]
    const running = await runPatiently(
      () => runServer(user, command, cluster, logFile, removeAfterwards ? dataFolder : ''),
      admin,
      logFile,
    )
    const stop = async () => {
      await running.stop()
      held.release()
      if (removeAfterwards) rmSync(dataFolder, { recursive: true, force: true })
    }
    return { socketFolder, port, admin, adopted: false, healed, stop }
  } catch (error) {
    held.release()
    throw error
  }
}
