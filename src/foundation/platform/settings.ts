/** With which settings does this program run? All come from the environment, read once, checked once. */
import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { z } from 'zod'

const urlOf = (...schemes: readonly string[]) =>
  z.string().refine((text) => URL.canParse(text) && schemes.includes(new URL(text).protocol.slice(0, -1)), {
    message: `must be a URL that starts with ${schemes.map((scheme) => `${scheme}://`).join(' or ')}`,
  })

const onOff = z.enum(['on', 'off'], 'must be on or off').transform((word) => word === 'on')

const whole = (min: number, max: number) =>
  z
    .string()
    .regex(/^\d+$/, 'must be a whole number')
    .transform(Number)
    .refine((n) => n >= min && n <= max, { message: `must be between ${min} and ${max}` })

type Setting = {
  readonly name: string
  readonly read: z.ZodType<unknown, string | undefined>
  /** What happens without it, for the documentation. */
  readonly otherwise: string
  readonly says: string
  readonly example: string
  readonly secret?: true
}

const postgres = urlOf('postgres', 'postgresql')

/** Every setting, in the order of the documentation. */
const table = {
  port: {
    name: 'PORT',
    read: whole(0, 65_535).default(4_700),
    otherwise: '4700',
    says: 'The port of the web page and the API; 0 takes a free one.',
    example: '8080',
  },
  host: {
    name: 'HOST',
    read: z.string().min(1, 'must not be empty').default('127.0.0.1'),
    otherwise: '127.0.0.1',
    says: 'The address to listen on. 0.0.0.0 opens Rapport to the network: put a proxy with TLS in front.',
    example: '0.0.0.0',
  },
  publicUrl: {
    name: 'PUBLIC_URL',
    read: urlOf('http', 'https').optional(),
    otherwise: 'http://HOST:PORT',
    says: 'Where people reach Rapport from outside; used in links of mails and for cookies (https makes them secure).',
    example: 'https://rapport.example.com',
  },
  trustProxy: {
    name: 'TRUST_PROXY',
    read: onOff.default(false),
    otherwise: 'off',
    says: 'on when a proxy of yours stands in front: the address of the visitor is then read from its X-Forwarded-For.',
    example: 'on',
  },
  dataFolder: {
    name: 'RAPPORT_DATA',
    read: z.string().min(1, 'must not be empty').default('./data'),
    otherwise: './data',
    says: 'The folder of everything that must survive: the embedded database, attachments, the secret, backups (see docs/running.md).',
    example: '/var/lib/rapport',
  },
  databaseUrl: {
    name: 'DATABASE_URL',
    read: postgres.optional(),
    otherwise: 'the embedded PostgreSQL',
    says: 'A served PostgreSQL, version 15 or newer. Its role may own the database: Rapport then makes a lesser one, rapport_app, and works as that.',
    example: 'postgres://rapport:secret@db.example.com:5432/rapport',
    secret: true,
  },
  databaseOwnerUrl: {
    name: 'DATABASE_OWNER_URL',
    read: postgres.optional(),
    otherwise: 'DATABASE_URL',
    says: 'The role that owns the tables and migrates them, when DATABASE_URL already names a role that owns nothing.',
    example: 'postgres://owner:secret@db.example.com:5432/rapport',
    secret: true,
  },
  databaseDirectUrl: {
    name: 'DATABASE_DIRECT_URL',
    read: postgres.optional(),
    otherwise: 'DATABASE_URL',
    says: 'The same database past the pooler, when DATABASE_URL goes through one: for migrations, LISTEN and the queue.',
    example: 'postgres://rapport:secret@db.example.com:5433/rapport',
    secret: true,
  },
  databasePrepare: {
    name: 'DATABASE_PREPARE',
    read: onOff.default(true),
    otherwise: 'on',
    says: 'off behind a pooler that cannot keep prepared statements (pgbouncer before 1.21).',
    example: 'off',
  },
  databaseConnections: {
    name: 'DATABASE_CONNECTIONS',
    read: whole(2, 200).default(12),
    otherwise: '12',
    says: 'How many connections the program holds at most, the queue not counted.',
    example: '20',
  },
  secret: {
    name: 'RAPPORT_SECRET',
    read: z.string().min(32, 'must have at least 32 characters').optional(),
    otherwise: 'made once, kept in RAPPORT_DATA/secret',
    says: 'Signs sessions and seals stored credentials. Programs that share a database must share it. Make one with: openssl rand -hex 32',
    example: '(64 characters)',
    secret: true,
  },
  smtpUrl: {
    name: 'SMTP_URL',
    read: urlOf('smtp', 'smtps').optional(),
    otherwise: 'no mail is sent; invites and resets are shown as links to copy',
    says: 'The mail server through which Rapport sends invites and password resets.',
    example: 'smtps://user:secret@mail.example.com:465',
    secret: true,
  },
  mailFrom: {
    name: 'MAIL_FROM',
    read: z.string().regex(/@/, 'must hold a mail address').default('Rapport <rapport@localhost>'),
    otherwise: 'Rapport <rapport@localhost>',
    says: 'The sender of those mails.',
    example: 'Rapport <rapport@example.com>',
  },
  maxUploadBytes: {
    name: 'MAX_UPLOAD_BYTES',
    read: whole(1_000_000, 100_000_000_000).default(4_000_000_000),
    otherwise: '4000000000 (4 GB)',
    says: 'The largest file one upload may bring, in bytes.',
    example: '500000000',
  },
  backupEveryHours: {
    name: 'BACKUP_EVERY_HOURS',
    read: whole(0, 8_760).default(24),
    otherwise: '24',
    says: 'How often a running Rapport saves itself to RAPPORT_DATA/backups; 0 turns it off. Copy that folder to another machine.',
    example: '6',
  },
  backupKeep: {
    name: 'BACKUP_KEEP',
    read: whole(1, 1_000).default(7),
    otherwise: '7',
    says: 'How many of those are kept; the oldest go.',
    example: '30',
  },
  webhooksAllowPrivate: {
    name: 'WEBHOOKS_ALLOW_PRIVATE',
    read: z
      .enum(['on', 'off', 'true', 'false'], 'must be on or off')
      .default('off')
      .transform((word) => word === 'on' || word === 'true'),
    otherwise: 'off',
    says: 'on lets webhooks go to addresses of this machine and its network, and over plain http. Leave it off where members are not trusted with the inside of the network.',
    example: 'on',
  },
  requestsPerMinute: {
    name: 'REQUESTS_PER_MINUTE',
    read: whole(10, 1_000_000).default(6_000),
    otherwise: '6000',
    says: 'How much one token, one session or one address without either may ask in a minute, MCP included; beyond it 429. Counted by each process for itself.',
    example: '600',
  },
  uploadsPerMinute: {
    name: 'UPLOADS_PER_MINUTE',
    read: whole(1, 1_000_000).default(30_000),
    otherwise: '30000',
    says: 'The same for files sent up, where a folder of thousands comes in one go. Counted by each process for itself.',
    example: '3000',
  },
  signInsPerMinute: {
    name: 'SIGN_INS_PER_MINUTE',
    read: whole(1, 10_000).default(8),
    otherwise: '8',
    says: 'Tries per minute and address to sign in, to prove a second factor or to change a password. Counted in the database, so for all processes together.',
    example: '5',
  },
  logLevel: {
    name: 'LOG_LEVEL',
    read: z.enum(['silent', 'error', 'warn', 'info', 'debug'], 'must be silent, error, warn, info or debug').default('info'),
    otherwise: 'info',
    says: 'How much is written to the terminal: silent, error, warn, info or debug.',
    example: 'warn',
  },
} as const satisfies Readonly<Record<string, Setting>>

type Table = typeof table

/** The settings as read: `dataFolder` is absolute, `publicUrl` has no slash at its end. */
export type Settings = { readonly [K in keyof Table]: z.output<Table[K]['read']> }

/** The environment, as `process.env` is one. */
export type Environment = Readonly<Record<string, string | undefined>>

const cureOf = (setting: Setting): string =>
  `set it like ${setting.name}=${setting.example}, or leave it out: ${setting.otherwise}`

/**
 * Reads and checks the environment.
 * @throws Error that names every wrong setting, what is wrong and the cure; a secret's value is never part of it
 */
export function readSettings(environment: Environment): Settings {
  const problems: string[] = []
  const read = Object.entries<Setting>(table).map(([key, setting]) => {
    // An empty variable, as compose files leave it, is one that was not set.
    const given = environment[setting.name]?.trim() || undefined
    const result = setting.read.safeParse(given)
    if (result.success) return [key, result.data]
    const shown = setting.secret ? '' : ` (it is ${JSON.stringify(given)})`
    problems.push(`  ${setting.name} ${result.error.issues[0]?.message ?? 'is wrong'}${shown}.\n    Cure: ${cureOf(setting)}.`)
    return [key, undefined]
  })
  if (problems.length > 0)
    throw new Error(
      `${problems.length === 1 ? 'A setting is' : `${problems.length} settings are`} wrong:\n${problems.join('\n')}`,
    )
  const settings = Object.fromEntries(read) as Settings
  return { ...settings, dataFolder: resolve(settings.dataFolder), publicUrl: settings.publicUrl?.replace(/\/+$/, '') }
}

/** The page docs/settings.md: every setting, what it says, what happens without it. */
export function describeSettings(): string {
  const rows = Object.values<Setting>(table).map(
    ({ name, says, otherwise, example }) => `| \`${name}\` | ${says} | ${otherwise} | \`${example}\` |`,
  )
  const head = [
    '# Settings',
    'All come from the environment, are read once at the start and checked; a wrong one stops the start with a message that says how to cure it.',
    '',
  ]
  return [...head, '| Setting | What it is for | Without it | Example |', '|---|---|---|---|', ...rows, ''].join('\n')
}

/**
 * The secret of this installation: from the settings, else from the data folder, where it is made on the first start,
 * readable by the program's user alone.
 */
export function keepSecret(settings: Pick<Settings, 'secret' | 'dataFolder'>): string {
  if (settings.secret) return settings.secret
  const file = join(settings.dataFolder, 'secret')
  mkdirSync(settings.dataFolder, { recursive: true })
  try {
    writeFileSync(file, `${randomBytes(32).toString('hex')}\n`, { flag: 'wx', mode: 0o600 })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
  const secret = readFileSync(file, 'utf8').trim()
  if (secret.length >= 32) return secret
  throw new Error(
    `The secret in ${file} is damaged.\n  Cure: put the file back from a backup, or remove it: everybody then signs in again.`,
  )
}
