/** How do people sign in? Password, session in a cookie, second factor, reset by mail: better-auth, on global tables of our own names. */
import { betterAuth } from 'better-auth'
import { twoFactor } from 'better-auth/plugins/two-factor'
import { CamelCasePlugin, Kysely } from 'kysely'
import pg from 'pg'
import { isSenderSet, type Post } from '../mail/send-mail.ts'
import { drivePool } from '../postgres/drive-pool.ts'
import { restBetween } from './rest-contexts.ts'

export interface AuthOptions {
  pool: pg.Pool
  secret: string
  publicUrl: string
  post: Post
  /** Told when a reset was asked for and no mail can be sent; must not carry the link. */
  onUnsent: () => void
  /** Wrong passwords per minute and address. */
  signInsPerMinute?: number
}

/** The header by which the server tells better-auth the visitor's address; what a visitor sends under this name is overwritten. */
export const addressHeader = 'x-rapport-address'
export const passwordLength = { least: 10, most: 128 } as const
export const resetHours = 1

const newLibrary = ({ pool, secret, publicUrl, post, onUnsent, signInsPerMinute = 8 }: AuthOptions) => {
  // better-auth compares dates as Date; everything else of ours reads them as texts.
  const naming = (text: string, values: readonly unknown[]): pg.QueryConfig => ({ text, values: [...values], types: pg.types })
  const db = new Kysely<Record<string, never>>({ dialect: drivePool(pool, naming), plugins: [new CamelCasePlugin()] })
  const few = { window: 60, max: signInsPerMinute }
  return betterAuth({
    appName: 'Rapport',
    baseURL: publicUrl,
    basePath: '/api/auth',
    secret,
    telemetry: { enabled: false },
    logger: { disabled: true },
    database: { db, type: 'postgres' },
    user: { modelName: 'auth_user' },
    session: { modelName: 'auth_session', expiresIn: 30 * 86_400, updateAge: 86_400, freshAge: 86_400 },
    account: { modelName: 'auth_credential' },
    verification: { modelName: 'auth_verification', storeIdentifier: 'hashed' },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: passwordLength.least,
      maxPasswordLength: passwordLength.most,
      resetPasswordTokenExpiresIn: resetHours * 3600,
      revokeSessionsOnPasswordReset: true,
      sendResetPassword: async ({ user, token }) => {
        if (!isSenderSet(post)) return onUnsent()
        await post({
          to: user.email,
          subject: 'Choose a new password for Rapport',
          text: `Hello ${user.name},\n\nsomebody, probably you, asked to choose a new password. This link is good for one hour:\n\n${resetLink(publicUrl, token)}\n\nIf it was not you, do nothing: your password stays as it is.\n`,
        })
      },
    },
    plugins: [
      twoFactor({
        issuer: 'Rapport',
        twoFactorTable: 'auth_two_factor',
        backupCodeOptions: { storeBackupCodes: 'encrypted' },
      }),
    ],
    rateLimit: {
      enabled: true,
      storage: 'database',
      modelName: 'auth_rate_limit',
      window: 60,
      max: 120,
      customRules: {
        '/sign-in/email': few,
        '/request-password-reset': few,
        '/reset-password': few,
        '/change-password': few,
        '/two-factor/*': few,
        '/get-session': false,
      },
    },
    advanced: {
      cookiePrefix: 'rapport',
      useSecureCookies: publicUrl.startsWith('https:'),
      database: { generateId: 'uuid', validateSchema: false },
      ipAddress: { ipAddressHeaders: [addressHeader] },
      // Every unsafe request has passed refuseForgery, which also knows the names that this machine goes by.
      disableCSRFCheck: true,
    },
  })
}

export interface Auth {
  /** Asks the library for something. Always through here: between two questions it must not slow down the rest of the program. */
  ask: <T>(run: (library: ReturnType<typeof newLibrary>) => Promise<T>) => Promise<T>
}

/** Opens better-auth. Signing up is closed: users are made by the first run and by invites, in our own transaction. */
export function openAuth(options: AuthOptions): Auth {
  const library = newLibrary(options)
  const counted = restBetween()
  return { ask: (run) => counted(() => run(library)) }
}

/** The page that takes a reset token. Behind the # it reaches no log and no referrer. */
export const resetLink = (publicUrl: string, token: string): string => `${publicUrl}/reset#token=${token}`
