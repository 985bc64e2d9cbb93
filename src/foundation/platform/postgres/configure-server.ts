/** With which settings does the embedded PostgreSQL run? Small when idle, durable always, quick at bulk loads. */

/** What differs between a customer's database, a test's, and one of an older PostgreSQL that is read for the last time. */
export type Temper = 'durable' | 'disposable' | 'outgoing'

const settings = {
  listen_addresses: '',
  unix_socket_permissions: '0700',
  max_connections: '60',
  superuser_reserved_connections: '3',
  shared_buffers: '80MB',
  effective_cache_size: '1GB',
  work_mem: '8MB',
  maintenance_work_mem: '64MB',
  // One machine, no replica: the lean log makes bulk loads and index builds cheaper.
  wal_level: 'minimal',
  max_wal_senders: '0',
  wal_compression: 'on',
  max_wal_size: '1GB',
  min_wal_size: '64MB',
  checkpoint_timeout: '15min',
  checkpoint_completion_target: '0.9',
  // Compiling a plan costs more than our longest statement gains; parallel workers cost memory and steadiness.
  jit: 'off',
  max_parallel_workers_per_gather: '0',
  max_parallel_maintenance_workers: '0',
  // Reads go through the page cache of the machine: worker processes would only sit there.
  io_method: 'sync',
  random_page_cost: '1.1',
  autovacuum_max_workers: '2',
  autovacuum_naptime: '30s',
  autovacuum_vacuum_cost_limit: '1000',
  autovacuum_analyze_scale_factor: '0.05',
  idle_in_transaction_session_timeout: '10min',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_min_messages: 'warning',
  log_checkpoints: 'off',
  log_line_prefix: '%m [%p] ',
  lc_messages: 'C',
} satisfies Readonly<Record<string, string>>

const forDisposable = {
  fsync: 'off',
  full_page_writes: 'off',
  synchronous_commit: 'off',
  shared_buffers: '64MB',
  max_connections: '200',
}

// What every version knows.
const forOutgoing = {
  listen_addresses: '',
  unix_socket_permissions: '0700',
  timezone: 'UTC',
  idle_in_transaction_session_timeout: '0',
}

/** The settings as `-c name=value` words for the server's command line. */
export function configureServer(socketFolder: string, temper: Temper): readonly string[] {
  const all: Readonly<Record<string, string>> = {
    ...(temper === 'outgoing' ? forOutgoing : settings),
    ...(temper === 'disposable' ? forDisposable : { fsync: 'on', synchronous_commit: 'on' }),
    unix_socket_directories: socketFolder.replaceAll(',', '\\,'),
  }
  return Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`])
}

// The builtin provider gives the same order and the same upper case on every machine; names sort by und-x-icu where people look.
const locale = ['-E', 'UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C']

/** The words for `initdb`. Only the socket in a 0700 folder lets anybody in, so the folder is the lock. */
export const configureCluster = (cluster: string, temper: Temper): readonly string[] => [
  ...['-D', cluster, '-U', 'postgres', '--auth=trust', '--data-checksums'],
  ...locale,
  ...(temper === 'disposable' ? ['--no-sync'] : []),
]
