/** How does a test process learn where the run's database server is? */
import { connect } from 'node:net'
import type { ClientConfig } from 'pg'

/** What a test must know of the run's server. `owner` and `program` point at the migrated template. */
export type Door = {
  readonly kind: 'embedded' | 'served'
  /** Eight letters that all databases of this run carry in their names. */
  readonly run: string
  readonly template: string
  readonly admin: ClientConfig
  readonly owner: ClientConfig
  readonly program: ClientConfig
}

/** The same way in, to another database. */
export function atDatabase(config: ClientConfig, database: string): ClientConfig {
  if (!config.connectionString) return { ...config, database }
  const url = new URL(config.connectionString)
  url.pathname = `/${database}`
  return { connectionString: url.href }
}

/** A way in as one URL, for programs that take DATABASE_URL. A socket's folder becomes the host, with its slashes escaped. */
export function urlOf(config: ClientConfig): string {
  if (config.connectionString) return config.connectionString
  return `postgres://${config.user}@${encodeURIComponent(config.host ?? '')}:${config.port ?? 5432}/${config.database}`
}

/** Asks the run's main process, which starts the server when nobody has asked before. */
export function askDoor(path: string): Promise<Door> {
  return new Promise((resolve, reject) => {
    const socket = connect(path)
    const parts: Buffer[] = []
    socket.on('data', (part) => parts.push(part))
    socket.on('error', reject)
    socket.on('end', () => {
      const { door, problem } = JSON.parse(Buffer.concat(parts).toString('utf8')) as { door?: Door; problem?: string }
      if (door) resolve(door)
      else reject(new Error(problem ?? 'The database of this test run did not start.'))
    })
  })
}
